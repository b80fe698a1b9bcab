"""The calendar time or interval that a TIMEX3 value is, where it is one."""

import re
from calendar import monthrange
from datetime import date, timedelta

from pourparler.model import When, first_day, last_day
from pourparler.readings.times.days import SEASON_MONTHS, shift_month, write_month

_YEAR = re.compile(r"\d{4}\Z")
_MONTH = re.compile(r"(\d{4})-(\d\d)\Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:Z|[+-]\d\d:?\d\d)?\Z")
_PART_OF_DAY = re.compile(r"(\d{4}-\d\d-\d\d)T[A-Z]{2}\Z")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?\Z")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)\Z")
_DECADE = re.compile(r"\d{3}\Z")
_CENTURY = re.compile(r"\d{2}\Z")
_THIRDS = {"START": 0, "MID": 1, "END": 2}


def to_when(
    value: str, mod: str | None = None, zone: str | None = None, *, half: bool = False
) -> When | None:
    """The calendar time that `value` is, None for durations, sets and what is not known.

    A modifier narrows a year to its first, middle or last four months, a month to about ten
    days (with `half`, to its first or second half), a decade to its first four, middle three
    or last three years.
    """
    if _DAY.match(value):
        return value
    if match := _MONTH.match(value):
        return _part_of_month(int(match[1]), int(match[2]), mod, half)
    if _YEAR.match(value):
        return _part_of_year(value, mod)
    if match := _CLOCK.match(value):
        return _clock(value, zone)
    if match := _PART_OF_DAY.match(value):
        return match[1]
    if match := _WEEK.match(value):
        return _week(int(match[1]), int(match[2]), match[3] is not None)
    if match := _PART.match(value):
        return _part(int(match[1]), match[2])
    if _DECADE.match(value):
        return _decade(value, mod)
    if _CENTURY.match(value):
        return f"{value}00/{value}99"
    return None


def _clock(value: str, zone: str | None) -> When | None:
    if "T24" in value:
        try:
            value = (date.fromisoformat(value[:10]) + timedelta(days=1)).isoformat() + "T00:00"
        except (ValueError, OverflowError):
            return None
    return value + (zone or "")


def _part_of_month(year: int, month: int, mod: str | None, half: bool) -> When | None:
    if not 1 <= month <= 12 or year < 1:
        return None
    head = write_month(year, month)
    third = _THIRDS.get(mod or "")
    if third is None:
        return head
    end = monthrange(year, month)[1]
    if half:
        return f"{head}-16/{head}-{end}" if third else f"{head}-01/{head}-15"
    last = end if third == 2 else 10 * third + 10
    return f"{head}-{10 * third + 1:02d}/{head}-{last:02d}"


def _part_of_year(year: str, mod: str | None) -> When:
    third = _THIRDS.get(mod or "")
    if third is None:
        return year
    return f"{year}-{4 * third + 1:02d}/{year}-{4 * third + 4:02d}"


def _week(year: int, week: int, weekend: bool) -> When | None:
    try:
        first = date.fromisocalendar(year, week, 6 if weekend else 1)
        return f"{first.isoformat()}/{date.fromisocalendar(year, week, 7).isoformat()}"
    except ValueError:
        return None


def _part(year: int, part: str) -> When:
    if part[0] == "Q":
        first, last = 3 * int(part[1]) - 2, 3 * int(part[1])
    elif part[0] == "H":
        first, last = 6 * int(part[1]) - 5, 6 * int(part[1])
    else:
        first, last = SEASON_MONTHS[part]
    end = write_month(*shift_month(year, 1, last - 1))
    return f"{write_month(year, first)}/{end}"


def _decade(decade: str, mod: str | None) -> When:
    first, last = {"START": (0, 3), "MID": (4, 6), "END": (7, 9)}.get(mod or "", (0, 9))
    return f"{decade}{first}/{decade}{last}"


_OPEN_AFTER = frozenset({"since"})
_OPEN_BEFORE = frozenset({"until", "till", "by"})


def open_side(when: When, word_before: str) -> When:
    """`when` opened by the word before it: "since 2017" is `2017/..`, "by 2024" is `../2024`."""
    if word_before in _OPEN_AFTER:
        return f"{when.split('/')[0]}/.."
    if word_before in _OPEN_BEFORE:
        return f"../{when.split('/')[-1]}"
    return when


def cut_at(when: When, day: date, part: str) -> When:
    """The part of `when` before `day` ("earlier this year") or after it ("later this year")."""
    first, last = first_day(when), last_day(when)
    if first is None or last is None or not first <= day <= last:
        return when
    if part == "earlier":
        return f"{when.split('/')[0]}/{day.isoformat()}"
    return f"{day.isoformat()}/{when.split('/')[-1]}"
