"""When, in which format and by what means a meeting was or is to be."""

from datetime import date, timedelta

from pourparler.model import Medium, When, first_day, last_day
from pourparler.readings.events.telling import Teller
from pourparler.readings.events.tree import Tree
from pourparler.readings.meetings.scope import Scope, carriers, hosts
from pourparler.readings.page import Page

_PRESENT = frozenset(("VBZ", "VBP"))
_PHONE = frozenset(("phone", "telephone", "telephonic"))
# A report of no more words tells the news of its day or of the one before.
_ONE_ITEM = 150
_SINCE = 5
_OF_ANOTHER = frozenset(("after", "since", "follow", "before", "until"))


class Setting:
    """The settings of one page's meetings."""

    def __init__(self, tree: Tree, page: Page, teller: Teller) -> None:
        self.tree = tree
        self.page = page
        self.teller = teller
        self.words = page.codebook.meetings

    # ------------------------------------------------------------ when

    def when(self, scope: Scope) -> When | None:
        """The time told for the meeting."""
        timing = self.teller.timing
        held = timing.of(carriers(self.tree, scope, self.words))
        told = held if held is not None else timing.of(hosts(scope))
        if told is not None and not self._is_since(told, scope):
            return told
        own = []
        for at in scope.own(self.tree, self.words):
            if self.tree.lemmas[at] in _OF_ANOTHER:
                break  # "met for the first time after the vote of 2013"
            own.append(at)
        if not own:
            return None
        start, end = self.tree.characters(own[0], own[-1] + 1)
        times = (one for one in self.page.times_within(start, end) if not timing.is_name(one))
        return next((one.when for one in times if one.when and first_day(one.when)), None)

    def _is_since(self, told: When, scope: Scope) -> bool:
        """Whether the time is that since which there was no meeting: `the first since 2011`, `her
        first trip since the vote in 2011`."""
        first, last = self.tree.characters(*self.tree.sentence(scope.head))
        for time in self.page.times_within(first, last):
            at = self.tree.at(time.span.start)
            if time.when == told and "since" not in self.tree.lemmas[max(at - _SINCE, 0) : at]:
                return False
        return True

    def day_of_news(self, scope: Scope) -> When | None:
        """The day before the report and its own, for what the lead tells in the present tense."""
        tree, verb = self.tree, scope.verb
        if verb is None or scope.beside:
            return None
        present = scope.hidden or tree.tags[verb] in _PRESENT or self._is_bare(verb)
        last = last_day(self.page.report.published)
        if not present or last is None or first_day(self.page.report.published) != last:
            return None
        if tree.sentence(verb)[0] and len(tree) > _ONE_ITEM:
            return None
        return None if last == date.min else f"{last - timedelta(days=1)}/{last}"

    def _is_bare(self, verb: int) -> bool:
        """Whether a verb after its subject is in the present, though taken for an infinitive."""
        tree = self.tree
        return tree.tags[verb] == "VB" and not tree.kids(verb, "aux", "mark")

    # ------------------------------------------------------------ which, and how

    def format(self, tokens: range) -> str | None:
        """The codebook's format that the tokens name."""
        doc = self.tree.doc
        if not len(tokens):
            return None
        text = doc[tokens.start : tokens.stop].text.lower()
        for format in self.page.codebook.formats.values():
            if any(name.lower() in text for name in (format.name, *format.aliases)):
                return format.id
        return None

    def medium(self, tokens: range, scope: Scope) -> Medium:
        """Whether they met in person, spoke by video or by phone."""
        near = {
            self.tree.lemmas[at]
            for at in range(max(tokens.start, scope.head - 4), min(tokens.stop, scope.head + 8))
        }
        if near & self.words.single["video"]:
            return "video"
        told = self.tree.lemmas[scope.head]
        if told in self.words.single["phone"] or near & _PHONE:
            return "phone"
        return "in-person"
