"""Formats: standing arrangements of talks, their names and members."""

from collections.abc import Iterable
from pathlib import Path
from typing import get_args

from msgspec import Struct

from pourparler.codebook.files import Entry, read_tables
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


def load_formats(folders: Iterable[Path]) -> dict[str, Format]:
    """The formats of `formats.toml`. Raises CodebookError for an entry that is wrong."""
    return {id: _format(entry) for id, entry in read_tables("formats.toml", folders).items()}


def _format(entry: Entry) -> Format:
    entry.expect_keys(_KEYS)
    return Format(
        id=entry.id,
        name=entry.text("name"),
        aliases=entry.texts("aliases"),
        members=tuple(_members(entry)),
        since=entry.values.get("since"),
        until=entry.values.get("until"),
        definition=entry.text("definition", ""),
    )


def _members(entry: Entry) -> Iterable[Member]:
    """`members = { guarantor = ["russia"], observer = ["jordan"] }`."""
    members = entry.values.get("members", {})
    for role, actors in members.items():
        if role not in get_args(Role):
            raise entry.error(
                f"`{role}` is not a role.", f"Roles are: {', '.join(get_args(Role))}."
            )
        for actor in actors:
            yield Member(actor, role)
