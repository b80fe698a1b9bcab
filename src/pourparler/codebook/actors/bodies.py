"""Bodies of states, organisations and armed groups, as their tables have them."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import get_args

from pourparler.codebook.actors.states import State
from pourparler.codebook.problems import Problems
from pourparler.codebook.tables import Row, listed, read_rows
from pourparler.errors import CodebookError
from pourparler.model import Actor, ActorKind

_BODY = ("id", "name", "kind", "country", "part_of", "other_names")
_ORGANISATION = ("id", "name", "kind", "country", "members", "other_names")
_KINDS = frozenset(get_args(ActorKind)) - {"state", "person", "unnamed", "unknown"}


def add_bodies(
    actors: dict[str, Actor],
    folders: Iterable[Path],
    states: Mapping[str, State],
    problems: Problems,
) -> None:
    """Add the bodies of `bodies.csv` to `actors`; one of a part's id replaces the part."""
    for row in read_rows("bodies.csv", folders, _BODY):
        try:
            body = _body(row, states, actors)
            actors[body.id] = body
        except CodebookError as error:
            problems.add(error)


def add_organisations(
    actors: dict[str, Actor],
    folders: Iterable[Path],
    states: Mapping[str, State],
    problems: Problems,
) -> dict[str, tuple[str, ...]]:
    """Add those of `organisations.csv` and `groups.csv` to `actors`; the members of each.

    One that shares its name with an actor before it is a problem.
    """
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
    return members


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
    if kind not in _KINDS:
        raise row.error(f"`{kind}` is not a kind.", f"Kinds are: {', '.join(sorted(_KINDS))}.")


def _check_state(row: Row, state: str, states: Mapping[str, State]) -> None:
    if state and state not in states:
        raise row.error(f"`{state}` is not a state.", "States are listed in states.csv.")
