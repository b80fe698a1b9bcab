"""When, in which format and by what means a meeting was or is to be."""

from datetime import date, timedelta

from pourparler.model import Medium, When, first_day, last_day
from pourparler.readings.events.telling import Teller
from pourparler.readings.events.tree import Tree
from pourparler.readings.meetings.scope import Scope, hosts
from pourparler.readings.page import Page

_PRESENT = frozenset(("VBZ", "VBP"))
_PHONE = frozenset(("phone", "telephone", "telephonic"))
# A report of no more words tells the news of its day or of the one before.
_ONE_ITEM = 150


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
        told = self.teller.timing.of(hosts(scope))
        if told is not None:
            return told
        own = list(scope.own(self.tree, self.words))
        if not own:
            return None
        start, end = self.tree.characters(own[0], own[-1] + 1)
        timing = self.teller.timing
        times = (one for one in self.page.times_within(start, end) if not timing.is_name(one))
        return next((one.when for one in times if one.when and first_day(one.when)), None)

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
