"""A resolved value."""

from dataclasses import dataclass

from pourparler.model import TimeType


@dataclass(frozen=True, slots=True)
class Value:
    """What a plan came to: its anchor, and the other value it could have had.

    `zone` is the offset of a clock time, kept out of the TIMEX3 value.
    """

    type: TimeType
    value: str
    anchor: str | None = None
    alternative: str | None = None
    zone: str | None = None
