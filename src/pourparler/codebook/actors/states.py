"""States: their names, adjectives and seats of power, and the parts every state has."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from pourparler.codebook.problems import Problems
from pourparler.codebook.tables import Row, listed, read_rows
from pourparler.errors import CodebookError
from pourparler.model import Actor, ActorKind

_COLUMNS = (
    "id",
    "iso",
    "name",
    "other_names",
    "adjectives",
    "people",
    "capital",
    "seats",
    "led_by",
)

PARTS: dict[str, tuple[str, ActorKind]] = {
    "government": ("government", "government"),
    "presidency": ("presidency", "government"),
    "foreign-ministry": ("Foreign Ministry", "ministry"),
    "defence-ministry": ("Defence Ministry", "ministry"),
    "interior-ministry": ("Interior Ministry", "ministry"),
    "army": ("armed forces", "army"),
    "parliament": ("parliament", "parliament"),
    "intelligence": ("intelligence service", "intelligence"),
    "opposition": ("opposition", "opposition"),
    "state-media": ("state media", "outlet"),
}
"""The parts by the end of their id: what they are called after the adjective, and their kind."""


class State(Struct, frozen=True):
    """A state and the words that name it.

    `seats` are capitals, palaces and houses that stand for its government; `capitals` those
    of them that are also places where things happen. `led_by` tells who leads a state that
    has both a president (or monarch) and a prime minister.
    """

    id: str
    name: str
    iso: str | None = None
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    led_by: str = "head-of-state"

    def actor(self) -> Actor:
        """The state as an actor."""
        return Actor(
            id=self.id, name=self.name, kind="state", country=self.id, aliases=self.names[1:]
        )


def load_states(folders: Iterable[Path], problems: Problems | None = None) -> dict[str, State]:
    """The states of `states.csv`; a later row of the same id replaces an earlier one.

    A row that is wrong, or shares a name with a state before it, is left out, with why, or raised
    as CodebookError where no `problems` are kept.
    """
    problems = problems or Problems(strict=True)
    states: dict[str, State] = {}
    lines: dict[str, Row] = {}
    for row in read_rows("states.csv", folders, _COLUMNS):
        try:
            state = _state(row)
        except CodebookError as error:
            problems.add(error)
        else:
            states[state.id] = state
            lines[state.id] = row
    owners: dict[str, str] = {}
    for state in list(states.values()):
        for name in state.names:
            owner = owners.setdefault(name, state.id)
            if owner != state.id:
                problems.add(
                    lines[state.id].error(
                        f"`{name}` names both {owner} and {state.id}.", "Take it from one of them."
                    )
                )
                states.pop(state.id, None)
    return states


def parts_of(state: State) -> Iterator[Actor]:
    """The parts every state has, named after its adjective ("Turkish Foreign Ministry")."""
    adjective = state.adjectives[0] if state.adjectives else None
    for suffix, (noun, kind) in PARTS.items():
        yield Actor(
            id=f"{state.id}.{suffix}",
            name=f"{adjective} {noun}" if adjective else f"{noun} of {state.name}",
            kind=kind,
            country=state.id,
            part_of=state.id,
        )


def _state(row: Row) -> State:
    id, iso, name, others, adjectives, people, capital, seats, led_by = row.values
    if not id or not name:
        raise row.error("a state needs an id and a name.")
    if led_by not in {"", "head-of-state", "head-of-government"}:
        raise row.error(f"`{led_by}` leads no state.", "Write head-of-state or head-of-government.")
    words = listed(adjectives)
    return State(
        id=id,
        name=name,
        iso=iso or None,
        names=(name, *listed(others)),
        adjectives=words,
        people=(*listed(people), *(f"{word}s" for word in words if _takes_s(word))),
        capitals=listed(capital),
        seats=listed(seats),
        led_by=led_by or "head-of-state",
    )


def _takes_s(adjective: str) -> bool:
    """Whether the people are called by the adjective and "s" (Russians; but the French)."""
    return adjective.endswith(("an", "i", "o", "ek", "ak", "at", "iot", "ene", "ine", "ani"))
