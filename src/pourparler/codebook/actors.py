"""Actors of the codebook: states and their parts, organisations, armed groups, persons.

Read from `states.csv`, `bodies.csv`, `organisations.csv`, `groups.csv`, `persons.csv` and
`offices.csv`. Every state has the parts of `PARTS` by rule (`turkey.foreign-ministry`);
`bodies.csv` gives some of them names of their own (MIT) and adds others (`iran.irgc`).
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import get_args

from msgspec import Struct, structs

from pourparler.codebook.actors_files import Row, listed, read_rows
from pourparler.codebook.actors_persons import load_offices, load_persons
from pourparler.codebook.actors_states import PARTS, State, load_states, parts_of
from pourparler.codebook.problems import Problems
from pourparler.errors import CodebookError
from pourparler.model import Actor, ActorKind, Office, Post, first_day, last_day

__all__ = ["PARTS", "Actors", "State", "load_actors"]

_BODY = ("id", "name", "kind", "country", "part_of", "other_names")
_ORGANISATION = ("id", "name", "kind", "country", "members", "other_names")
_BODY_KINDS = frozenset(get_args(ActorKind)) - {"state", "person", "unnamed", "unknown"}


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


def load_actors(folders: Iterable[Path], problems: Problems | None = None) -> Actors:
    """The actors of all tables.

    A row that is wrong (an unknown state or kind, two actors of one name, an office that ends
    before it begins) is left out, with why, or raised as CodebookError where no `problems` are
    kept.
    """
    problems = problems or Problems(strict=True)
    folders = tuple(folders)
    states = load_states(folders, problems)
    actors: dict[str, Actor] = {}
    for state in states.values():
        actors[state.id] = state.actor()
        for part in parts_of(state):
            actors[part.id] = part
    for row in read_rows("bodies.csv", folders, _BODY):
        try:
            body = _body(row, states, actors)
            actors[body.id] = body
        except CodebookError as error:
            problems.add(error)
    members: dict[str, tuple[str, ...]] = {}
    named = {actor.name: actor.id for actor in actors.values()}
    for name in ("organisations.csv", "groups.csv"):
        for row in read_rows(name, folders, _ORGANISATION):
            try:
                actor = _organisation(row, states)
                _check_name(row, actor, named)
                members[actor.id] = _members(row, states)
                actors[actor.id] = actor
            except CodebookError as error:
                problems.add(error)
    persons = load_persons(folders, states, problems)
    offices = load_offices(folders, persons, actors, problems)
    for id, person in persons.items():
        if id in actors:
            problems.add(offices.error(id, f"`{id}` is a person and a {actors[id].kind} too."))
            continue
        held = offices.of(id)
        actors[id] = structs.replace(person, offices=held) if held else person
    return Actors(actors, states, members)


def _body(row: Row, states: Mapping[str, State], actors: Mapping[str, Actor]) -> Actor:
    id, name, kind, country, part_of, others = row.values
    _check_kind(row, kind)
    _check_state(row, country, states)
    if part_of and part_of not in actors:
        raise row.error(f"[{id}] is part of `{part_of}`, which is not known.", "Add it above.")
    return Actor(
        id=id,
        name=name,
        kind=kind,  # type: ignore[arg-type]
        country=country or None,
        part_of=part_of or country or None,
        aliases=listed(others),
    )


def _organisation(row: Row, states: Mapping[str, State]) -> Actor:
    id, name, kind, country, _, others = row.values
    _check_kind(row, kind)
    _check_state(row, country, states)
    return Actor(
        id=id,
        name=name,
        kind=kind,  # type: ignore[arg-type]
        country=country or None,
        aliases=listed(others),
    )


def _check_name(row: Row, actor: Actor, named: dict[str, str]) -> None:
    owner = named.setdefault(actor.name, actor.id)
    if owner != actor.id:
        raise row.error(
            f"`{actor.name}` names both {owner} and {actor.id}.",
            "Make them one row, or tell them apart by a longer name.",
        )


def _members(row: Row, states: Mapping[str, State]) -> tuple[str, ...]:
    members = listed(row.values[4])
    for member in members:
        _check_state(row, member, states)
    return members


def _check_kind(row: Row, kind: str) -> None:
    if kind not in _BODY_KINDS:
        raise row.error(f"`{kind}` is not a kind.", f"Kinds are: {', '.join(sorted(_BODY_KINDS))}.")


def _check_state(row: Row, state: str, states: Mapping[str, State]) -> None:
    if state and state not in states:
        raise row.error(f"`{state}` is not a state.", "States are listed in states.csv.")
