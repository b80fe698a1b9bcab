"""Formats: standing arrangements of talks, their names and members."""

from collections.abc import Iterable
from pathlib import Path
from typing import get_args

from msgspec import Struct

from pourparler.codebook.files import Entry, read_tables
from pourparler.codebook.problems import Problems, nearest
from pourparler.errors import CodebookError
from pourparler.model import Role, When

_KEYS = ("name", "aliases", "members", "since", "until", "definition")


class Member(Struct, frozen=True):
    """An actor in a format, and its role there."""

    actor: str
    role: Role


class Format(Struct, frozen=True):
    """A standing arrangement of talks (the Astana format)."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()
    since: When | None = None
    until: When | None = None
    definition: str = ""


def load_formats(
    folders: Iterable[Path], actors: Iterable[str], problems: Problems | None = None
) -> dict[str, Format]:
    """The formats of `formats.toml`, those that are wrong left out, with why, or raised as
    CodebookError where no `problems` are kept. `actors` are the ids that may be members."""
    problems = problems or Problems(strict=True)
    known = frozenset(actors)
    formats = {}
    for id, entry in read_tables("formats.toml", folders).items():
        try:
            formats[id] = _format(entry, known)
        except CodebookError as error:
            problems.add(error)
    return formats


def _format(entry: Entry, known: frozenset[str]) -> Format:
    entry.expect_keys(_KEYS)
    members = tuple(_members(entry))
    for member in members:
        if member.actor not in known:
            raise entry.error(
                f"its member `{member.actor}` is no actor of the codebook.",
                nearest(member.actor, known) or "Add the actor, or take the name out.",
                at=f'"{member.actor}"',
            )
    return Format(
        id=entry.id,
        name=entry.text("name"),
        aliases=entry.texts("aliases"),
        members=members,
        since=entry.values.get("since"),
        until=entry.values.get("until"),
        definition=entry.text("definition", ""),
    )


def _members(entry: Entry) -> Iterable[Member]:
    """`members = { guarantor = ["russia"], observer = ["jordan"] }`."""
    members = entry.values.get("members", {})
    if not isinstance(members, dict):
        raise entry.error(
            f"`members` should be a table of roles, and is {members!r}.",
            'Write it as members = { party = ["…"], mediator = ["…"] }.',
            at="members",
        )
    for role, actors in members.items():
        if role not in get_args(Role):
            raise entry.error(
                f"`{role}` is not a role.", f"Roles are: {', '.join(get_args(Role))}."
            )
        for actor in actors:
            yield Member(actor, role)
