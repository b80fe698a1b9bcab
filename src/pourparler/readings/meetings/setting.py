"""Where, when, in which format and by what means a meeting was or is to be."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from pourparler.model import Medium, Participant, When, first_day, last_day
from pourparler.readings.events.telling import Teller
from pourparler.readings.events.tree import Tree
from pourparler.readings.meetings.partaking import Partakers
from pourparler.readings.meetings.scope import Scope
from pourparler.readings.page import Page

_PLACES = frozenset(("in", "at", "near"))
_TRAVEL = frozenset(("travel", "fly", "come", "go", "return", "head", "arrive", "send"))
_GOING = frozenset(("visit", "trip"))
_PRESENT = frozenset(("VBZ", "VBP"))
_PHONE = frozenset(("phone", "telephone", "telephonic"))
_FARTHEST = 60
# A report of no more words tells the news of its day or of the one before.
_ONE_ITEM = 150


class Setting:
    """The settings of one page's meetings."""

    def __init__(self, tree: Tree, page: Page, teller: Teller, partakers: Partakers) -> None:
        self.tree = tree
        self.page = page
        self.teller = teller
        self.partakers = partakers
        self.words = page.codebook.meetings

    # ------------------------------------------------------------ where

    def place(self, scope: Scope, participants: Iterable[Participant]) -> str | None:
        """The place told for the meeting, in the report's words."""
        tree = self.tree
        for host in _hosts(scope):
            for cases, kid in tree.obliques(host):
                to_it = "to" in cases and tree.lemmas[host] in _TRAVEL
                if (cases[0] in _PLACES or to_it) and tree.names[kid] == "LOC":
                    return self.teller.place_name(kid)
        beside = self._beside(scope)
        if beside is not None:
            return beside
        for host in _hosts(scope)[:2]:
            for kid in tree.kids(host, "compound"):
                if tree.names[kid] == "LOC" and self._is_city(kid):
                    return self.teller.place_name(kid)
        visited = self._visited(scope)
        if visited is not None:
            return self.teller.place_name(visited)
        hosting = [one.mention for one in participants if one.role == "host"]
        return next((one.span.exact for one in hosting if one.form == "metonym"), None)

    def _beside(self, scope: Scope) -> str | None:
        """The place in the meeting's own phrase, right after those who took part, or the day."""
        tree = self.tree
        for at in self._own(scope):
            if tree.lemmas[at] not in _PLACES or not self.partakers.is_end(at - 1, scope):
                continue
            for named in range(at + 1, min(at + 5, len(tree))):
                if tree.names[named] == "LOC":
                    last = named
                    while last + 1 < len(tree) and tree.names[last + 1] == "LOC":
                        last += 1
                    if last + 1 < len(tree) and tree.poses[last + 1] == "NOUN":
                        break  # "the Geneva format" is no place
                    return str(tree.doc[named : last + 1].text)
                if tree.poses[named] not in ("DET", "NOUN", "ADJ", "ADP"):
                    break
        return None

    def _own(self, scope: Scope) -> Iterator[int]:
        """The words after the meeting's, up to the next clause."""
        tree = self.tree
        end = min(tree.sentence(scope.head)[1], scope.head + _FARTHEST)
        for at in range(scope.head + 1, end):
            told = at == scope.verb or tree.lemmas[at] in self.words.single["holding"]
            if tree.poses[at] in ("SCONJ", "PART") or tree.tags[at] in ("WP", "WDT", "WRB"):
                return
            if tree.poses[at] in ("VERB", "AUX") and not told and tree.lemmas[at] != "be":
                return
            yield at

    def _is_city(self, index: int) -> bool:
        return self.page.cast.of(self.tree.doc[index]).form == "metonym"

    def _visited(self, scope: Scope) -> int | None:
        """The place somebody visits to hold the meeting, or on whose visit it is held."""
        tree, verb = self.tree, scope.verb
        if verb is None:
            return None
        hosts = [verb, tree.heads[verb]] if tree.relations[verb] in ("xcomp", "advcl") else [verb]
        for host in hosts:
            if tree.lemmas[host] in self.words.single["visiting"]:
                thing = tree.child(host, "obj")
                if thing is not None and tree.names[thing] == "LOC":
                    return thing
            for cases, kid in tree.obliques(host):
                if cases[0] == "to" and tree.lemmas[host] in _TRAVEL and tree.names[kid] == "LOC":
                    return kid
                if tree.lemmas[kid] in _GOING and cases[0] in ("on", "during"):
                    to = (each for case, each in tree.obliques(kid) if case[0] == "to")
                    found = next((each for each in to if tree.names[each] == "LOC"), None)
                    if found is not None:
                        return found
        return None

    # ------------------------------------------------------------ when

    def when(self, scope: Scope) -> When | None:
        """The time told for the meeting."""
        told = self.teller.timing.of(_hosts(scope))
        if told is not None:
            return told
        own = list(self._own(scope))
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


def _hosts(scope: Scope) -> list[int]:
    """The words whose places and times are the meeting's."""
    verb = None if scope.beside else scope.verb
    return [at for at in dict.fromkeys((scope.noun, scope.top, verb)) if at is not None]
