"""The actors the codebook knows, by id, and who held which office on a day."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct

from pourparler.codebook.actors.names import known_names
from pourparler.codebook.actors.states import State
from pourparler.model import Actor, Office, Post, first_day, last_day


class Term(Struct, frozen=True):
    """One person's time in an office, its days as ISO text so that they compare."""

    person: str
    since: str
    until: str
    office: Office


class Actors(Mapping[str, Actor]):
    """The actors by id, and who held which office on a day."""

    def __init__(
        self,
        actors: dict[str, Actor],
        states: dict[str, State],
        members: dict[str, tuple[str, ...]],
    ) -> None:
        self._actors = actors
        self.states: Mapping[str, State] = states
        self.members: Mapping[str, tuple[str, ...]] = members

    def __getitem__(self, id: str) -> Actor:
        return self._actors[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._actors)

    def __len__(self) -> int:
        return len(self._actors)

    def and_these(self, others: Mapping[str, Actor]) -> dict[str, Actor]:
        """All of them and some others; of one id that here counts."""
        return {**others, **self._actors}

    @cached_property
    def known_names(self) -> Mapping[str, str]:
        """Names and their labels (PER, ORG, LOC), for `language.load(names=...)`."""
        return known_names(self._actors.values())

    def holders(self, actor: str, post: Post, day: date) -> tuple[str, ...]:
        """The persons who held `post` for `actor` on `day`, the last to take it first."""
        on = day.isoformat()
        terms = [t for t in self._terms.get((actor, post), ()) if t.since <= on <= t.until]
        return tuple(dict.fromkeys(term.person for term in reversed(terms)))

    def before(self, person: str, actor: str, post: Post) -> str | None:
        """Who held `post` for `actor` before `person` did."""
        terms = self._terms.get((actor, post), [])
        for i, term in enumerate(terms):
            if term.person == person:
                earlier = [t.person for t in terms[:i] if t.person != person]
                return earlier[-1] if earlier else None
        return None

    def offices_on(self, person: str, day: date) -> tuple[Office, ...]:
        """The offices of `person` on `day`; the last taken first."""
        actor = self._actors.get(person)
        if actor is None:
            return ()
        on = day.isoformat()
        held = [o for o in actor.offices if _opens(o) <= on <= _closes(o)]
        return tuple(sorted(held, key=_opens, reverse=True))

    def spoken_for(self, id: str) -> str | None:
        """The actor that `id` speaks for: the state of a ministry, itself for a movement."""
        actor = self._actors.get(id)
        if actor is None:
            return None
        if actor.kind in {"government", "ministry", "army", "parliament", "intelligence"}:
            return actor.country or actor.part_of or actor.id
        return actor.id

    @cached_property
    def _terms(self) -> dict[tuple[str, Post], list[Term]]:
        terms: dict[tuple[str, Post], list[Term]] = {}
        for actor in self._actors.values():
            for office in actor.offices:
                term = Term(actor.id, _opens(office), _closes(office), office)
                terms.setdefault((office.actor, office.post), []).append(term)
        for held in terms.values():
            held.sort(key=lambda term: (term.since, term.person))
        return terms


def _opens(office: Office) -> str:
    day = first_day(office.since) if office.since else None
    return day.isoformat() if day else "0001-01-01"


def _closes(office: Office) -> str:
    day = last_day(office.until) if office.until else None
    return day.isoformat() if day else "9999-12-31"
