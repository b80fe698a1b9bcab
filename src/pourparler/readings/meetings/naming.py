"""Whom a noun phrase names: those listed in it, those it comes from, those it refers back to."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from pourparler.model import Mention
from pourparler.readings.events.telling import Teller
from pourparler.readings.events.tree import Tree
from pourparler.readings.meetings.listing import (
    Lists,
    is_inside_a_name,
    is_known,
    is_list,
    is_sender,
)
from pourparler.readings.page import Page

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_DEEPEST = 3
_HYPHENS = frozenset(("-", "–", "—", "‑"))


class Namer:
    """Tells whom the noun phrases of one page name."""

    def __init__(self, tree: Tree, page: Page, teller: Teller, lists: Lists) -> None:
        self.tree = tree
        self.page = page
        self.teller = teller
        self.lists = lists

    def named(self, index: int) -> Iterator[Mention]:
        """Those a noun phrase names, with those listed with it; else its words, if a name."""
        index = self._titled(index)
        if is_inside_a_name(self.tree, index):
            return
        found = self._known(index)
        if not any(map(is_known, self.lists.holding(index))):
            # "the regime's foreign minister" is the regime's, whoever he is
            inner = (one for at in self._inside(index) for one in self._known(at))
            found = [*self._stood_for(inner), *found]
        if found:
            for one in dict.fromkeys(map(self._without_sender, found)):
                yield one
                yield from self._lands_of(one, found)
            return
        unknown = self.teller.mention(index)
        if self.tree.poses[index] == "PROPN" and unknown.name[:1].isupper():
            yield unknown

    def _stood_for(self, senders: Iterable[Mention]) -> Iterator[Mention]:
        """The sides of those whose people are told of: who sends an envoy is not there himself."""
        for one in senders:
            side_of_it = self.state_of(one)
            if side_of_it is not one or not is_sender(self.tree, self.tree.at(one.span.end - 1)):
                yield side_of_it

    def _without_sender(self, mention: Mention) -> Mention:
        """The side, where the words name one by whose people: `representatives of President Anna
        Brandt`."""
        first, last = (self.tree.at(at) for at in (mention.span.start, mention.span.end - 1))
        people = self.tree.tags[first] in ("NNS", "NNPS") and self.tree.names[last] == "PER"
        sent = people and self.tree.lemmas[first + 1] in ("of", "from")
        return self.state_of(mention) if sent else mention

    def _titled(self, index: int) -> int:
        """The name after a title that the parse took for a verb: `President-elect Anna Brandt`."""
        tree = self.tree
        for verb in {index, tree.heads[index]} & {index, index + 2}:
            if tree.poses[verb] != "VERB" or tree.doc[verb - 1].text not in _HYPHENS:
                continue
            name = verb + 1
            if name < len(tree) and tree.names[name] == "PER" and tree.heads[name] == verb:
                return name
        return index

    def state_of(self, mention: Mention) -> Mention:
        """For whom the aides of somebody speak: the state, where it is a minister or leader."""
        state = mention.represents
        if mention.post is None or state is None:
            return mention
        known = self.page.codebook.actors.get(state)
        return replace(mention, actor=state, name=known.name if known else state, post=None)

    def _inside(self, index: int, depth: int = 0) -> Iterator[int]:
        """The words of a phrase that may tell whose those it names are (`chiefs of NATO`)."""
        tree = self.tree
        for kid in tree.children[index]:
            of = tree.relations[kid] == "nmod" and tree.cases(kid)[:1] in (("of",), ("from",))
            if not of and tree.relations[kid] not in ("compound", "amod", "nmod:poss", "conj"):
                continue
            if is_inside_a_name(tree, kid) or tree.is_time(kid):
                continue
            yield kid
            if depth < _DEEPEST:
                yield from self._inside(kid, depth + 1)

    def _known(self, index: int) -> list[Mention]:
        token = self.tree.doc[index]
        held = self.lists.holding(index)
        if held and held[0].form != "pronoun" and any(map(is_known, held)):
            listed = self.lists.around(index)
            if not is_list(listed, self.page.report.text):
                listed = [one for one in held if is_known(one)]
        else:
            listed = [one for one in self.page.cast.all_of(token) if is_known(one)]
        return self._by_land(index, listed)

    def _by_land(self, index: int, known: list[Mention]) -> list[Mention]:
        """The mentions, but for a body "of" another land that land: the Congress of Ruritania is
        not that of the state whose own is best known."""
        if not known or not all("." in (one.actor or "") for one in known):
            return known
        if self.tree.poses[index] != "PROPN":
            return known
        of = [
            self.page.cast.of(self.tree.doc[kid])
            for cases, kid in self.tree.obliques(index)
            if cases[0] == "of"
        ]
        lands = [one for one in of if is_known(one)]
        strange = lands and not any(
            (one.actor or "").startswith(f"{land.actor}.") for one in known for land in lands
        )
        return lands if strange else known

    def _lands_of(self, mention: Mention, beside: Iterable[Mention]) -> Iterator[Mention]:
        """The lands that nobody named stands for (`ministers from Norway and Sweden`)."""
        sides = {side(one) for one in beside}
        lands = self.lists.lands_after(mention)
        if lands and self.tree.names[self.tree.at(lands[0].span.end - 1)] == "PER":
            # representatives "of Anna Brandt" are there without her
            stood_for = self.state_of(lands[0])
            lands = lands[1:] if stood_for is lands[0] else [stood_for, *lands[1:]]
        for land in lands:
            if side(land) not in sides:
                yield land

    def referred(self, index: int) -> list[Mention]:
        """Those named together before, whom "the three", "they" or "the ministers" means."""
        tree = self.tree
        words = {tree.lemmas[index], *(tree.lemmas[kid] for kid in tree.kids(index, "nummod"))}
        number = next((_NUMBERS[word] for word in words if word in _NUMBERS), None)
        if number is None and not self._is_again(index):
            return []
        return self.lists.last_before(tree.starts[index], number)

    def _is_again(self, index: int) -> bool:
        """Whether a phrase means several who were named: they, both, the ministers."""
        tree = self.tree
        if tree.poses[index] == "PRON":
            return tree.lemmas[index] in ("they", "both")
        definite = any(tree.lemmas[kid] in ("the", "both") for kid in tree.kids(index, "det"))
        bare = not tree.kids(index, "nmod", "amod", "acl", "acl:relcl")
        return tree.tags[index] == "NNS" and definite and bare


def who(mention: Mention) -> str:
    """What tells one participant from another: the actor, or the post of an unknown holder."""
    return mention.actor or f"{mention.represents} {mention.post} {mention.name}".lower()


def side(mention: Mention) -> str:
    """Whose side a participant is on: the actor it represents, itself, or its words."""
    return mention.represents or mention.actor or mention.name.lower()
