"""The kinds of thing a reading holds, and how each stands in its table.

A row keeps the whole item as JSON in `content`; beside it stand the plain columns that a
person browsing the file, or a question with a condition, needs.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

import msgspec
from msgspec import Struct

from pourparler.model import (
    Actor,
    Event,
    Meeting,
    Membership,
    Mention,
    PhaseSign,
    Position,
    Precondition,
    Reading,
    Statement,
    Time,
)

BETWEEN = "; "
"""What stands between the values of a column that holds several."""

Column = Callable[[Any], str | int | bool | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing: its table, its type, where a reading keeps it, and its plain columns."""

    name: str
    type: type[Struct]
    of: Callable[[Reading], Iterable[Struct]]
    columns: Mapping[str, Column]


def _same(*names: str) -> dict[str, Column]:
    """Columns that are the item's own fields of those names."""
    return {name: attrgetter(name) for name in names}


def _actor(field: str) -> Column:
    """The actor a mention in `field` names, or its words where none is known."""

    def read(item: Any) -> str | None:
        mention: Mention | None = getattr(item, field)
        return None if mention is None else mention.actor or mention.name

    return read


def _party(field: str) -> Column:
    """The actor that the mention in `field` acts for."""

    def read(item: Any) -> str | None:
        mention: Mention | None = getattr(item, field)
        return None if mention is None else mention.represents or mention.actor or mention.name

    return read


def _together(read: Column, joint: str) -> Column:
    """What a column reads of an item, for it and for those in `joint`: each once, as a list."""

    def all_of(item: Any) -> str | None:
        found = [read(item)]
        found += [read(msgspec.structs.replace(item, speaker=one)) for one in getattr(item, joint)]
        return BETWEEN.join(dict.fromkeys(str(value) for value in found if value)) or None

    return all_of


def _names(field: str) -> Column:
    return lambda item: BETWEEN.join(mention.name for mention in getattr(item, field))


STATEMENTS = Kind(
    "statements",
    Statement,
    attrgetter("statements"),
    _same("kind", "act", "attitude", "stated", "nested_in")
    | {
        "speaker": _together(_actor("speaker"), "joint"),
        "party": _together(_party("speaker"), "joint"),
        "text": lambda item: " … ".join(part.exact for part in item.content),
    },
)
EVENTS = Kind(
    "events",
    Event,
    attrgetter("events"),
    _same("type", "mode", "cameo", "status", "place", "occurred")
    | {"actors": _names("actors"), "recipients": _names("recipients")},
)
MEETINGS = Kind(
    "meetings",
    Meeting,
    attrgetter("meetings"),
    _same("format", "round", "place", "occurred", "status", "medium")
    | {
        "level": lambda item: "; ".join(item.level),
        "participants": lambda item: "; ".join(one.mention.name for one in item.participants),
    },
)
POSITIONS = Kind(
    "positions",
    Position,
    attrgetter("positions"),
    _same("issue", "stance", "voice", "summary", "since")
    | {"party": _party("party"), "ascribed_by": _actor("ascribed_by")},
)
PRECONDITIONS = Kind(
    "preconditions",
    Precondition,
    attrgetter("preconditions"),
    _same("wants", "before", "denied", "voice", "since")
    | {"party": _party("party"), "ascribed_by": _actor("ascribed_by")},
)
PHASE_SIGNS = Kind(
    "phase_signs",
    PhaseSign,
    attrgetter("phases"),
    _same("phase", "hoped", "since") | {"said_by": _actor("said_by")},
)
MEMBERSHIPS = Kind(
    "memberships",
    Membership,
    attrgetter("memberships"),
    _same("format", "role", "since", "rounds") | {"member": _actor("member")},
)
TIMES = Kind(
    "times",
    Time,
    attrgetter("times"),
    _same("type", "value", "anchor", "rule") | {"text": attrgetter("span.exact")},
)
INTRODUCTIONS = Kind(
    "introductions",
    Actor,
    attrgetter("actors"),
    _same("name", "kind", "country") | {"actor": attrgetter("id")},
)

KINDS: tuple[Kind, ...] = (
    STATEMENTS,
    EVENTS,
    MEETINGS,
    POSITIONS,
    PRECONDITIONS,
    PHASE_SIGNS,
    MEMBERSHIPS,
    TIMES,
    INTRODUCTIONS,
)
