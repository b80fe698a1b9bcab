"""Stretches told from another time: "two weeks after the 10 May meeting", "the last week of May".

TIMEX3 marks the stretch as a duration. Where the words after it name the event with its day,
or the month it is of, the stretch also has a calendar time; where they do not, it stays vague.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator

import msgspec

from pourparler.model import Time, When, first_day
from pourparler.readings.times.days import shift_day, write_month
from pourparler.readings.times.numbers import read_ordinal

_DURATION = re.compile(r"P(\d{1,4})([DWMY])\Z")
_LINK = re.compile(r"\s+(after|before|following)\b(?:\s+(?:the|its|their|his|her|a))?\s*\Z")
_WEEK_OF = re.compile(r"(?i)the\s+(\w+)\s+week\Z")
_MONTH = re.compile(r"(\d{4})-(\d\d)\Z")
_REACH = 30


def anchor_durations(text: str, times: Iterable[Time]) -> Iterator[Time]:
    """The times of `text`, with the calendar time of those that a dated event gives one."""
    given = list(times)
    for place, one in enumerate(given):
        if one.type == "DURATION" and place + 1 < len(given):
            when = _anchor(text, one, given[place + 1])
            if when is not None:
                one = msgspec.structs.replace(one, when=when, anchor=given[place + 1].span.exact)
        yield one


def _anchor(text: str, one: Time, other: Time) -> When | None:
    duration = _DURATION.match(one.value)
    if duration is None or other.type != "DATE" or other.when is None:
        return None
    if other.span.start - one.span.end > _REACH:
        return None
    between = text[one.span.end : other.span.start]
    if between.strip() == "of":
        return _week_of_month(one.span.exact, other.value)
    link = _LINK.match(between)
    return _count(duration, link[1] == "before", other.when) if link else None


def _week_of_month(words: str, month: str) -> When | None:
    """Seven days of a month: "the first week" are its first ones."""
    place, parts = _WEEK_OF.match(words), _MONTH.match(month)
    if place is None or parts is None:
        return None
    end = monthrange(int(parts[1]), int(parts[2]))[1]
    if place[1].lower() == "last":
        return f"{month}-{end - 6:02d}/{month}-{end:02d}"
    week = read_ordinal([place[1].lower()])
    if week is None or not 1 <= week <= 4:
        return None
    return f"{month}-{7 * week - 6:02d}/{month}-{7 * week:02d}"


def _count(duration: "re.Match[str]", back: bool, when: When) -> When | None:
    day = first_day(when)
    if day is None or "/" in when:
        return None
    count = int(duration[1]) * (-1 if back else 1)
    moved = shift_day(day, duration[2], count)
    if moved is None:
        return None
    if len(when) == 10 and duration[2] in "DW":
        return moved.isoformat()
    if len(when) >= 7 and duration[2] == "M":
        return write_month(moved.year, moved.month)
    return f"{moved.year:04d}" if duration[2] == "Y" else None
