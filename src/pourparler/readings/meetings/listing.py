"""Those named together on a page: lists of mentions as they stand, whatever the parse made of
them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pourparler.model import Mention
from pourparler.readings.events.tree import Tree
from pourparler.readings.page import Page

_JOINT = re.compile(
    r"\s*(?:,|(?:,\s*)?(?:and|as well as|(?:along|together) with|plus|&)|[-–—‑/])\s*"
    r"(?:(?:the|both|also|then|its|his|her|their)\s+)?",
    re.IGNORECASE,
)
_LAST = re.compile(r"\b(?:and|as well as|along with|together with|plus)\b|&|[-–—‑/]")
_BEFORE_VERB = frozenset(("AUX", "ADV", "PART"))
_HYPHENS = frozenset(("-", "–", "—", "‑"))
_PREFIXES = frozenset(("non", "anti", "pro", "ex"))
_APART = ("non-", "anti-", "pro-", "ex-")
# What a people or a land before these words names is a thing, not somebody.
_THINGS = frozenset(
    (
        "border", "frontier", "territory", "soil", "airspace", "capital", "war", "conflict",
        "crisis", "coast", "boundary", "election", "referendum", "city", "town", "village",
        "resort", "refugee", "hostage", "prisoner", "invasion",
    )
)  # fmt: skip
_MATTERS = frozenset(("for", "on", "over", "about", "against"))
_WHERE = frozenset(("in", "near", "outside", "inside"))
_MOST = 40
_LONGEST_NAME = 6
_BACK = 12
_NEAR = 300  # code points: about two sentences


class Lists:
    """The lists of mentions on one page: "Norway, Sweden and the Danish minister" is one."""

    def __init__(self, tree: Tree, page: Page) -> None:
        self.tree = tree
        self.page = page
        self._mentions = list(page.cast.mentions)
        self._starts = [one.span.start for one in self._mentions]

    def holding(self, index: int) -> list[Mention]:
        """The mentions whose words the token is among; the widest where one lies in another."""
        found = self.page.cast.at(self.tree.starts[index])
        widest = max((one.span.end - one.span.start for one in found), default=0)
        return [one for one in found if one.span.end - one.span.start == widest]

    def around(self, index: int) -> list[Mention]:
        """All of the list that the token is in, those before it included."""
        held = self.holding(index)
        if not held:
            return []
        place = bisect_left(self._starts, held[0].span.start)
        first = place
        while first > 0 and place - first < _MOST and self._joins(first - 1, first):
            first -= 1
        return self._sound(self._from(first))

    def before(self, verb: int) -> list[Mention]:
        """The list that ends right before a verb, its subject however it was parsed."""
        tree = self.tree
        first = tree.sentence(verb)[0]
        at = verb - 1
        while at >= first and (tree.poses[at] in _BEFORE_VERB or tree.doc[at].text == ","):
            at -= 1
        return self.around(at) if at >= first and self.holding(at) else []

    def after(self, preposition: int, end: int) -> list[Mention]:
        """The list that follows a preposition, before token `end` and the next verb."""
        tree = self.tree
        for at in range(preposition + 1, min(end, preposition + 8)):
            if self.holding(at) and not is_sender(tree, at):
                return self.around(at)
            if tree.poses[at] in ("VERB", "AUX", "PUNCT", "SCONJ") or tree.lemmas[at] in _MATTERS:
                return []  # "talks with experts on Norway" are with experts
        return []

    def within(self, first: int, end: int) -> list[Mention]:
        """Those named from token `first` up to token `end`, exclusive."""
        if first >= end:
            return []
        start, stop = self.tree.characters(first, end)
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, stop)
        return self._sound(self._mentions[low:high])

    def lands_after(self, mention: Mention) -> list[Mention]:
        """The lands that those of a plural come from: `ministers from Norway and Sweden`."""
        last = self.tree.at(mention.span.end - 1)
        if self.tree.tags[last] not in ("NNS", "NNPS") or last + 1 >= len(self.tree):
            return []
        if self.tree.lemmas[last + 1] not in ("from", "of"):
            return []
        return self.after(last + 1, len(self.tree))

    def last_before(self, position: int, number: int | None) -> list[Mention]:
        """The last list before a character of the same paragraph or so, of `number` sides."""
        place = bisect_left(self._starts, position) - 1
        lowest = max(place - _BACK, 0)
        while place >= lowest:
            first = place
            while first > 0 and place - first < _MOST and self._joins(first - 1, first):
                first -= 1
            listed = self._sound(self._mentions[first : place + 1])
            if listed and position - listed[-1].span.end > _NEAR:
                return []
            sides = {one.represents or one.actor for one in listed}
            if is_list(listed, self.page.report.text) and number in (None, len(sides)):
                return listed
            place = first - 1
        return []

    def _from(self, place: int) -> list[Mention]:
        listed = [self._mentions[place]]
        for at in range(place, min(place + _MOST, len(self._mentions) - 1)):
            if not self._joins(at, at + 1):
                break
            listed.append(self._mentions[at + 1])
        return listed

    def _joins(self, left: int, right: int) -> bool:
        one, other = self._mentions[left], self._mentions[right]
        if other.span.start <= one.span.end:
            return other.span.start >= one.span.start
        if other.span.start - one.span.end > 20:
            return False
        gap = self.page.report.text[one.span.end : other.span.start]
        return _JOINT.fullmatch(gap) is not None

    def _sound(self, mentions: Sequence[Mention]) -> list[Mention]:
        return list(self._known(mentions))

    def _known(self, mentions: Sequence[Mention]) -> Iterator[Mention]:
        for one in mentions:
            at = self.tree.at(one.span.end - 1)
            if is_known(one) and not is_inside_a_name(self.tree, at) and not self._is_place(one):
                yield one

    def _is_place(self, mention: Mention) -> bool:
        """Whether it is told as where something is: `in Norway`, `in Oslo, Norway`."""
        tree, at = self.tree, self.tree.at(mention.span.start)
        while at > 1 and tree.lemmas[at - 1] == "the":
            at -= 1
        if at > 1 and tree.doc[at - 1].text == "," and tree.names[at - 2] == "LOC":
            at -= 2
            while at > 0 and tree.names[at - 1] == "LOC":
                at -= 1
        if self._is_doer(mention):
            return False
        return at > 0 and tree.lemmas[at - 1] in _WHERE and mention.post is None

    def _is_doer(self, mention: Mention) -> bool:
        """Whether it begins a list before a verb that has no other subject, though the parse
        joins it to a place: `In Oslo, Norway and Sweden met`."""
        tree = self.tree
        after = tree.at(mention.span.end - 1) + 1
        if after + 2 >= len(tree) or tree.lemmas[after] != "and":
            return False
        ends = range(after + 2, min(after + _LONGEST_NAME, len(tree)))
        verb = next((at for at in ends if not tree.names[at]), after)
        return tree.poses[verb] == "VERB" and tree.child(verb, "nsubj", "nsubj:pass") is None


def is_known(mention: Mention) -> bool:
    """Whether it is known who is meant, or at least whose minister."""
    return mention.actor is not None or mention.represents is not None


def is_sender(tree: Tree, at: int) -> bool:
    """Whether the word names one who only sends somebody: `talks with Anna Brandt's envoy`."""
    if tree.names[at] != "PER":
        return False
    while tree.relations[at] == "flat":
        at = tree.heads[at]
    return tree.relations[at] == "nmod:poss" and tree.poses[tree.heads[at]] in ("NOUN", "PROPN")


def is_list(mentions: Sequence[Mention], text: str) -> bool:
    """Whether the mentions are listed to the end ("A, B and C"), not set beside each other."""
    if len(mentions) < 2:
        return False
    gaps = (text[one.span.end : other.span.start] for one, other in pairwise(mentions))
    return any(_LAST.search(gap) for gap in gaps)


def is_inside_a_name(tree: Tree, at: int) -> bool:
    """Whether the word only helps to name something else: `Rwanda-backed`, `non-NATO`, `the
    Ruritania–Borduria border`."""
    texts = [tree.doc[near].text.lower() for near in range(max(at - 2, 0), min(at + 3, len(tree)))]
    here = at - max(at - 2, 0)
    if texts[here].startswith(_APART):
        return True
    if here == 2 and texts[1] in _HYPHENS and texts[0] in _PREFIXES:
        return True
    after = texts[here + 1 :]
    if len(after) == 2 and after[0] in _HYPHENS and after[1].endswith(("ed", "led", "held")):
        return True
    climbed = at
    for _ in range(3):
        if tree.lemmas[climbed] in _THINGS:
            return True
        if tree.relations[climbed] not in ("compound", "amod", "conj"):
            return False
        climbed = tree.heads[climbed]
    return tree.lemmas[climbed] in _THINGS
