"""Stretches told from an event that has a date of its own: "two weeks after the 10 May meeting".

TIMEX3 marks the stretch as a duration. Where the words after it name the event with its day,
the stretch also has a calendar time; where they do not, it stays vague.
"""

import re
from collections.abc import Iterable, Iterator

import msgspec

from pourparler.model import Time, When, first_day
from pourparler.readings.times.days import shift_day, write_month

_DURATION = re.compile(r"P(\d{1,4})([DWMY])\Z")
_LINK = re.compile(r"\s+(after|before|following)\b(?:\s+(?:the|its|their|his|her|a))?\s*\Z")
_REACH = 30


def anchor_durations(text: str, times: Iterable[Time]) -> Iterator[Time]:
    """The times of `text`, with the calendar time of those that a dated event gives one."""
    given = list(times)
    for place, one in enumerate(given):
        if one.type == "DURATION" and place + 1 < len(given):
            when = _count(text, one, given[place + 1])
            if when is not None:
                one = msgspec.structs.replace(one, when=when, anchor=given[place + 1].span.exact)
        yield one


def _count(text: str, one: Time, other: Time) -> When | None:
    duration = _DURATION.match(one.value)
    if duration is None or other.type != "DATE" or other.when is None:
        return None
    if other.span.start - one.span.end > _REACH:
        return None
    link = _LINK.match(text[one.span.end : other.span.start])
    day = first_day(other.when)
    if link is None or day is None or "/" in other.when:
        return None
    count = int(duration[1]) * (-1 if link[1] == "before" else 1)
    moved = shift_day(day, duration[2], count)
    if moved is None:
        return None
    if len(other.when) == 10 and duration[2] in "DW":
        return moved.isoformat()
    if len(other.when) >= 7 and duration[2] == "M":
        return write_month(moved.year, moved.month)
    return f"{moved.year:04d}" if duration[2] == "Y" else None
