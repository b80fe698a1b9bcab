"""Where a meeting was or is to be: the place told for it, or the one somebody went to for it."""

from collections.abc import Iterable, Iterator

from pourparler.model import Participant
from pourparler.readings.events.telling import Teller
from pourparler.readings.events.tree import Tree
from pourparler.readings.meetings.partaking import Partakers
from pourparler.readings.meetings.scope import Scope, carriers, hosts
from pourparler.readings.page import Page

_PLACES = frozenset(("in", "at", "near"))
_WHERE = _PLACES | {"on", "during"}
_TRAVEL = frozenset(("travel", "fly", "come", "go", "return", "head", "arrive", "send", "land"))
_LEAVING = frozenset(("leave", "depart", "head"))
_GOING = frozenset(("visit", "trip", "tour"))
_KINDS = frozenset(("capital", "city", "town", "village", "resort", "port", "suburb", "venue",
                    "outskirt", "outskirts", "island", "province", "region"))  # fmt: skip
_EARLIER = frozenset(("after", "before", "since", "follow", "until", "ahead"))
_SAME = frozenset(("xcomp", "advcl", "conj", "acl"))
_WINDOW = 7


class Places:
    """The places of one page's meetings."""

    def __init__(self, tree: Tree, page: Page, teller: Teller, partakers: Partakers) -> None:
        self.tree = tree
        self.page = page
        self.teller = teller
        self.partakers = partakers
        self.words = page.codebook.meetings

    def of(self, scope: Scope, participants: Iterable[Participant]) -> str | None:
        """The place, in the report's words."""
        found = self._told(scope)
        if found is None:
            beside = self._beside(scope)
            if beside is not None:
                return beside
            found = next(self._before(scope), None)
        if found is None:
            found = next(self._gone_to(scope), None)
        if found is not None:
            return self._name(found)
        hosting = [one.mention for one in participants if one.role == "host"]
        return next((one.span.exact for one in hosting if one.form == "metonym"), None)

    def _name(self, index: int) -> str:
        """The name of a place, its article included where it is part of it: The Hague."""
        name = self.teller.place_name(index)
        first, end = self.tree.edges(index)
        article = [at for at in range(first, end) if self.tree.doc[at].text == "The"]
        return f"The {name}" if article and not name.startswith("The ") else name

    def _told(self, scope: Scope) -> int | None:
        """The place on the meeting's own words: `met in Oslo`, `met in the capital, Oslo`, `met at
        a forum in Oslo`, `Oslo, where they met`."""
        tree = self.tree
        verb = scope.verb
        if verb is not None and tree.relations[verb] == "acl:relcl":
            where = any(tree.lemmas[kid] == "where" for kid in tree.kids(verb, "advmod"))
            if where and self._is_place(tree.heads[verb]):
                return tree.heads[verb]
        for host in (*carriers(tree, scope, self.words), *hosts(scope)):
            for cases, kid in tree.obliques(host):
                to_it = "to" in cases and tree.lemmas[host] in _TRAVEL
                if cases[0] in _PLACES or to_it:
                    named = self._named(kid)
                    if named is not None:
                        return named
                meets = cases[0] == "for" and tree.lemmas[kid] in self.words.single["nouns"]
                if cases[0] in _WHERE or meets:
                    named = next(self._inside(kid), None)
                    if named is not None:
                        return named
        return None

    def _inside(self, index: int) -> Iterator[int]:
        """The places a phrase names within: `at a forum in Oslo`, `for talks in Oslo`, `on the
        sidelines of the forum in Oslo`."""
        for cases, kid in self.tree.obliques(index):
            if cases[0] in _PLACES and self._is_place(kid):
                yield kid
            if cases[0] == "of" and self.tree.lemmas[index] in self.words.single["belonging"]:
                yield from self._inside(kid)

    def _named(self, index: int) -> int | None:
        """The place that a phrase names: itself, or what a town is said to be called."""
        tree = self.tree
        if tree.names[index] == "LOC":
            return index
        if tree.lemmas[index] not in _KINDS:
            return None
        called = tree.kids(index, "appos", "flat", "nmod:desc")
        called += [kid for cases, kid in tree.obliques(index) if cases[0] == "of"]
        after = [kid for kid in called if kid > index and tree.names[kid] == "LOC"]
        return after[0] if after else None

    def _beside(self, scope: Scope) -> str | None:
        """The place in the meeting's own phrase, right after those who took part, or the day."""
        tree = self.tree
        for at in scope.own(tree, self.words):
            if tree.lemmas[at] not in _PLACES or not self.partakers.joins.is_end(at - 1, scope):
                continue
            for named in range(at + 1, min(at + _WINDOW, len(tree))):
                if tree.names[named] == "LOC":
                    last = named
                    while last + 1 < len(tree) and tree.names[last + 1] == "LOC":
                        last += 1
                    if last + 1 < len(tree) and tree.poses[last + 1] == "NOUN":
                        break  # "the Geneva format" is no place
                    return str(tree.doc[named : last + 1].text)
                plain = tree.poses[named] == "NOUN" and tree.lemmas[named] not in _KINDS
                if plain or tree.poses[named] not in ("DET", "NOUN", "ADJ", "ADP"):
                    break  # "in protest of" leads to no place
        return None

    def _before(self, scope: Scope) -> Iterator[int]:
        """The town before the meeting's noun: `the Oslo talks`."""
        for host in hosts(scope)[:2]:
            for kid in self.tree.kids(host, "compound"):
                if self.tree.names[kid] == "LOC" and self._is_city(kid):
                    yield kid

    def _is_city(self, index: int) -> bool:
        return self.page.cast.of(self.tree.doc[index]).form == "metonym"

    def _gone_to(self, scope: Scope) -> Iterator[int]:
        """The places somebody goes to and meets, or on a visit to which they meet."""
        tree = self.tree
        for verb in self._goings(scope):
            lemma = tree.lemmas[verb]
            if lemma in self.words.single["visiting"]:
                yield from (at for at in tree.kids(verb, "obj") if tree.names[at] == "LOC")
            for cases, kid in tree.obliques(verb):
                there = cases[0] == "to" or (cases[0] in _PLACES and verb != scope.verb)
                gone = lemma in _TRAVEL and there
                if (gone or (lemma in _LEAVING and cases[0] == "for")) and self._is_place(kid):
                    yield kid
                if cases[0] == "by" and lemma in _TRAVEL:  # "arrives by train in Oslo"
                    yield from self._inside(kid)
                if tree.lemmas[kid] in _GOING and cases[0] in ("on", "during", "for", "in"):
                    to = (each for case, each in tree.obliques(kid) if case[0] in ("to", "in"))
                    yield from (each for each in to if self._is_place(each))

    def _is_place(self, index: int) -> bool:
        return self.tree.names[index] == "LOC"

    def _goings(self, scope: Scope) -> Iterator[int]:
        """The verb over the meeting, those it follows (`visits Oslo and meets`), and those that
        tell how (`visiting Oslo, met`)."""
        tree, verb = self.tree, scope.verb
        if verb is None:
            return
        yield verb
        at = verb
        while tree.relations[at] in _SAME and _EARLIER.isdisjoint(tree.cases(at)):
            at = tree.heads[at]
            yield at
        subject = tree.child(verb, "nsubj")
        beside = tree.kids(verb, "advcl")
        if subject is not None:
            beside += [subject, *tree.kids(subject, "acl")]
        yield from (at for at in beside if _EARLIER.isdisjoint(tree.cases(at)))
