"""Who faces whom: the two that "both sides", "the parties", "the two presidents" mean."""

from collections.abc import Callable
from itertools import pairwise

from pourparler.readings.mentions.desk import Desk, Draft
from pourparler.readings.mentions.scene import Scene, Seen, text_order

_APART = 10
"""The most words between two names that "and" joins, their titles and short forms included."""

_LISTED = 4
"""How far before a name the comma stands that makes it one of a list of three or more."""

_OWNERS = frozenset({"his", "her", "its", "their"})
_OF = 5
"""How far from a person's name the state or body stands whose person it is."""

_TOGETHER = 2.5
"""How much two persons face each other of whom one meets, calls or asks the other."""

_DELEGATIONS = 1.5
"""How much two face each other whose adjectives "and" joins ("Norwegian and Swedish envoys")."""

_SIDES = frozenset({"party", "side", "delegation", ""})
"""Words for whoever faces another; the other counted ones ("countries") mean states."""


class Facing:
    """Answers which two of those on the scene face each other."""

    def __init__(self, desk: Desk, scene: Scene) -> None:
        self.desk = desk
        self.actors = desk.codebook.actors
        self.scene = scene

    def sides(self, draft: Draft) -> tuple[str, ...]:
        """The two who face each other: "between A and B" at some distance, "A and B" close by.

        A person stands for the state; where states are meant ("both countries"), so does a body.
        """
        pair = self._pair(draft, lambda seen: self._side(seen, draft), self._face, fading=0.3)
        return tuple(side for seen in pair if (side := self._side(seen, draft)))

    def persons(self, draft: Draft, fits: Callable[[Seen], bool]) -> tuple[Seen, ...]:
        """The two persons, of those that `fits` lets, who are joined or do a thing together."""

        def face(first: Seen, second: Seen) -> float:
            if not (fits(first) and fits(second)) or first.is_quoted:
                return 0.0
            return _TOGETHER if self._meet(first, second) else self._face(first, second)

        return self._pair(draft, lambda seen: seen.actor, face, fading=0.6)

    def _pair(
        self,
        draft: Draft,
        side: Callable[[Seen], str | None],
        face: Callable[[Seen, Seen], float],
        fading: float,
    ) -> tuple[Seen, ...]:
        """The two named one after the other, of different sides, who face each other most.

        What speaks for them loses `fading` with every sentence in between.
        """
        sentence = self.desk.sentences[draft.head]
        best: tuple[float, tuple[Seen, ...]] = (0.0, ())
        for first, second in pairwise(self._named_lately()):
            score = face(first, second) - fading * (sentence - second.sentence)
            if score > best[0]:
                sides = side(first), side(second)
                if None not in sides and sides[0] != sides[1]:
                    best = (score, (first, second))
        return best[1]

    def _named_lately(self) -> list[Seen]:
        """Who was named lately, in text order; "Anna Brandt of Chad" is one, not two."""
        found: list[Seen] = []
        for seen in sorted(
            {seen.token: seen for seen in self.scene.back()}.values(), key=text_order
        ):
            before = found[-1] if found else None
            is_of = (
                before is not None
                and before.is_person > seen.is_person
                and before.state == seen.state
                and seen.token - before.token <= _OF
            )
            quiet = seen.is_quiet and not self._is_joined(seen.token)
            if quiet or is_of or self.desk.lowers[seen.token] in _OWNERS:
                continue
            found.append(seen)
        return found

    def _is_joined(self, token: int) -> bool:
        """Whether "and" stands beside it: "the |Norwegian| and |Swedish| delegations"."""
        return "and" in self.desk.lowers[max(token - 1, 0) : token + 2]

    def _face(self, first: Seen, second: Seen) -> float:
        """How much two named one after the other face each other: 0 unless "and" joins them.

        Words tell, not the tree: names with their titles and short forms come in long rows.
        """
        link = slice(first.token + 1, second.token)
        if second.token - first.token > _APART or "and" not in self.desk.lowers[link]:
            return 0.0
        if {"VERB", "AUX"} & set(self.desk.pos[link]) or "," in self.desk.words[link]:
            return 0.0
        if first.is_quiet and second.is_quiet:
            return _DELEGATIONS if second.token - first.token == 2 else 0.0
        lead = self.desk.lowers[max(first.token - _APART, 0) : first.token]
        if "between" in lead:
            return 3.0
        is_listed = "," in lead[-_LISTED:]
        return 0.0 if is_listed else 1.0 if first.is_subject else 0.4

    def _meet(self, first: Seen, second: Seen) -> bool:
        """Whether one is the subject of the verb that the other hangs on."""
        heads = self.desk.heads
        is_apposed = self.desk.deps[second.token] == "appos"
        verb = heads[heads[second.token]] if is_apposed else second.verb
        return first.is_subject and first.verb == verb

    def _side(self, seen: Seen, draft: Draft) -> str | None:
        """The party that somebody named stands for."""
        if seen.is_person or draft.noun not in _SIDES:
            return seen.state if seen.state in self.actors.states else None
        return seen.actor if seen.actor in self.actors else None
