"""Times of a known precision.

A `When` is an ISO 8601 string cut to what is known: `2023`, `2023-05`, `2023-05-10`,
`2023-05-10T14:30`, with a zone where one was given, or an interval `2023-01/2023-06`,
open on either side as `2017/..` and `../2024-12`. A month stays a month: nothing here
ever invents a day. Years before 1 or after 9999 are not times of a news report.
"""

import calendar
import re
from datetime import date
from functools import lru_cache

When = str

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?\Z")


@lru_cache(maxsize=2**16)
def first_day(when: When) -> date | None:
    """The earliest day that `when` may be; None when it is open or not a calendar time."""
    point = _POINT.match(when.split("/")[0])
    if point is None:
        return None
    year, month, day = (int(part) if part else 1 for part in point.groups())
    return _day(year, month, day)


@lru_cache(maxsize=2**16)
def last_day(when: When) -> date | None:
    """The latest day that `when` may be; None when it is open or not a calendar time."""
    point = _POINT.match(when.split("/")[-1])
    if point is None:
        return None
    year = int(point[1])
    month = int(point[2]) if point[2] else 12
    if point[3]:
        return _day(year, month, int(point[3]))
    if not (year >= 1 and 1 <= month <= 12):
        return None
    return date(year, month, calendar.monthrange(year, month)[1])


def is_within(day: date, when: When) -> bool:
    """Whether `day` may lie in `when`; an open end holds everything on its side."""
    first, last = first_day(when), last_day(when)
    return (first is None or first <= day) and (last is None or day <= last)


def may_coincide(left: When, right: When) -> bool:
    """Whether two times, each known only so far, could be the same time."""
    if is_day(left) and is_day(right):
        return left == right
    left_first, left_last = first_day(left), last_day(left)
    right_first, right_last = first_day(right), last_day(right)
    ends_before = left_last is not None and right_first is not None and left_last < right_first
    starts_after = left_first is not None and right_last is not None and right_last < left_first
    return not (ends_before or starts_after)


def is_day(when: When) -> bool:
    """Whether that is written as one day, as most times are that are compared."""
    return len(when) == 10 and when[4] == when[7] == "-"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
