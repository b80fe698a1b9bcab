"""Who counts as which party of a process.

A foreign minister, a ministry and a capital speak for their state; an opposition and an armed
group do not, though they belong to the same country.
"""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from pourparler.codebook import Process
from pourparler.model import Actor, Mention, Who

_ON_THEIR_OWN = frozenset({"opposition", "armed-group", "people", "outlet"})
"""Kinds that never act for the country they belong to."""

_NOBODY = frozenset({"unnamed", "unknown", "outlet", "people"})
"""Kinds that never take a seat at a table."""


class Parties:
    """The actors of a process, and the way from any mention to the one it acts for."""

    def __init__(self, process: Process | None, actors: Mapping[str, Actor]) -> None:
        self._actors = actors
        self.negotiating = frozenset(process.parties) if process else frozenset[str]()
        self._sides: dict[tuple[str | None, str | None], str | None] = {}
        self._of_process = frozenset(process.actors) if process else frozenset[str]()

    @property
    def are_any(self) -> bool:
        """Whether there is no process, and so whoever is named counts."""
        return not self._of_process

    def who(self, mention: Mention) -> Who:
        """The actor of the process a mention acts for, or else the widest it acts for."""
        key = mention.actor, mention.represents
        if key not in self._sides:
            self._sides[key] = self._side(*key)
        side = self._sides[key]
        name = mention.name if side is None else self.name(side)
        return Who(side, name, post=mention.post)

    def person(self, mention: Mention) -> Who | None:
        """The person a mention names, with the side he or she acts for; None for no person."""
        found = self._actors.get(mention.actor) if mention.actor else None
        if found is None or found.kind != "person":
            return None
        side = self.who(mention).actor
        return Who(found.id, found.name, post=mention.post, represents=side)

    def teller(self, mention: Mention) -> Who:
        """Who tells a thing: the person where one is named, with post and side, else the side."""
        person = self.person(mention)
        if person is None:
            return self.who(mention)
        side = person.represents
        return person if side is None else replace(person, side=self.name(side))

    def can_meet(self, who: Who) -> bool:
        """Whether that is somebody known who may sit at a table: no reporter, no "source"."""
        if who.actor is None:
            return False
        found = self._actors.get(who.actor)
        if found is None:
            return not who.actor.startswith("unnamed:")
        return found.kind not in _NOBODY

    def name(self, actor: str) -> str:
        """An actor's name, or its id where the codebook does not know it."""
        found = self._actors.get(actor)
        return found.name if found else actor

    def is_party(self, who: Who) -> bool:
        """Whether that is one who negotiates (every actor is, where there is no process)."""
        return not self.negotiating or who.actor in self.negotiating

    def takes_part(self, who: Who) -> bool:
        """Whether that is a party or a mediator of the process."""
        return not self._of_process or who.actor in self._of_process

    def is_state(self, who: Who) -> bool:
        """Whether that is a state: one that mediates has talks of its own, too."""
        found = self._actors.get(who.actor or "")
        return found is not None and found.kind == "state"

    def concern(self, those: Iterable[Who]) -> bool:
        """Whether those are the process's own: two who take part, a party among them."""
        inside = {who.actor for who in those if who.actor is not None and self.takes_part(who)}
        return len(inside) >= 2 and (not self.negotiating or bool(inside & self.negotiating))

    def _side(self, actor: str | None, represents: str | None) -> str | None:
        for start in (actor, represents):
            for above in self._upwards(start):
                if above in self._of_process:
                    return above
        if represents is not None:
            return represents
        *_, last = self._upwards(actor) or (None,)
        return last

    def _upwards(self, start: str | None) -> list[str]:
        chain: list[str] = []
        while start is not None and start not in chain:
            chain.append(start)
            found = self._actors.get(start)
            if found is None or found.kind in _ON_THEIR_OWN:
                break
            start = found.part_of or found.country
        return chain
