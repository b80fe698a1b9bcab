"""The written forms of a day, as data and file names carry them, into a `When`.

What was not written is not added: a month stays a month. Two readings of "03/04/2024" are
not chosen between: that is for whoever sees the file's other rows (`order_shown`).
"""

import re
from datetime import UTC, date, datetime
from enum import Enum
from functools import lru_cache

from pourparler.errors import ReportError
from pourparler.model import When

FIX = "Write it as YYYY-MM-DD, or name the column that holds the day: --map published=COLUMN."


class Order(Enum):
    """Which of day and month comes first in "03/04/2024"."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


class AmbiguousDayError(ReportError):
    """A day that may be read in two ways, where nothing settles which."""


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_CLOCK = (
    r"(?:(?:,?\s+|\s*T|,?\s+at\s+)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"(?:\s*(?P<half>[AaPp])\.?[Mm]\.?)?"
    r"(?:\s*(?P<zone>[+-]\d{2}:?\d{2}|[+-]\d{2}|\(?[A-Z]{1,5}\)?))?)?\s*\Z"
)
# The names of zones in mail headers (RFC 2822, section 4.3); any other name is left out, as
# one abbreviation means different zones on different continents.
_NAMED_ZONES = {
    "Z": "Z",
    "UT": "Z",
    "UTC": "Z",
    "GMT": "Z",
    "EST": "-05:00",
    "EDT": "-04:00",
    "CST": "-06:00",
    "CDT": "-05:00",
    "MST": "-07:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
}
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_MONTH = r"(?P<name>[A-Za-z]{3,9})\.?"
_FORMS = tuple(
    re.compile(form + _CLOCK, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        _WEEKDAY
        + r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s-](?:of\s+)?"
        + _MONTH
        + r",?[\s-](?P<year>\d{4})",
        _WEEKDAY + _MONTH + r"\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})",
        _MONTH + r",?\s+(?P<year>\d{4})",
    )
)
_COMPACT = re.compile(
    r"(\d{4})(\d{2})(\d{2})T?(\d{2})(\d{2})(\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?\Z"
)
# As `date` and many programs print it: "Fri Jul 12 10:15:00 UTC 2024", "… +0000 2024".
_YEAR_LAST = re.compile(
    _WEEKDAY
    + _MONTH
    + r"\s+(\d{1,2})\s+(\d{1,2}:\d{2}:\d{2})(\s+[A-Z]{3,5}|\s+[+-]\d{4})?\s+(\d{4})\Z",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{2}|\d{4})" + _CLOCK, re.IGNORECASE)
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?\Z|\d{13}\Z|\d{16}\Z")


def read_day(value: object, order: Order | None = None) -> When | None:
    """The time that a value of some column or header tells; None for an empty one.

    Numbers of nine digits and more are seconds (thirteen: milliseconds, sixteen:
    microseconds) since 1970, in UTC. A time of exactly midnight, without a zone or in UTC, is
    how programs write a day, and is read as the day. Raises ReportError when it is no time,
    and AmbiguousDayError when day and month cannot be told apart and `order` does not say.
    """
    if isinstance(value, str):
        return _read_text(value.strip(), order)
    if value is None or value != value:
        return None
    if isinstance(value, datetime):
        return _iso(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        written = f"{value:.0f}" if isinstance(value, float) else str(value)
        return _read_text(written, order)
    raise _unread(value)


def order_shown(value: object) -> Order | None:
    """What a value of the same column tells about the order of day and month, if anything."""
    if not isinstance(value, str):
        return None
    match = _NUMBERS.match(value.strip())
    if match is None or match[2] == ".":
        return None
    first, second = int(match[1]), int(match[3])
    if first > 12 >= second >= 1:
        return Order.DAY_FIRST
    if second > 12 >= first >= 1:
        return Order.MONTH_FIRST
    return None


@lru_cache(maxsize=4096)
def _read_text(text: str, order: Order | None) -> When | None:
    if not text or text.lower() in {"none", "null", "nan", "nat", "n/a", "-", "unknown"}:
        return None
    if len(text) > 80:
        raise _unread(text)
    if _EPOCH.match(text):
        return _epoch(text)
    if compact := _COMPACT.match(text):
        year, month, day, hour, minute, second, zone = compact.groups()
        return _when(text, year, month, day, (hour, minute, second, None, zone))
    if last := _YEAR_LAST.match(text):
        name, day, clock, zone, year = last.groups()
        return _read_text(f"{name} {day} {year} {clock}{(zone or '').replace(' ', '')}", order)
    if numbers := _NUMBERS.match(text):
        return _read_numbers(text, numbers, order)
    for form in _FORMS:
        if match := form.match(text):
            return _read_form(text, match)
    raise _unread(text)


def _read_form(text: str, match: re.Match[str]) -> When:
    found = match.groupdict()
    month = found.get("month")
    if found.get("name"):
        number = _MONTHS.get(found["name"].lower())
        if number is None:
            raise _unread(text)
        month = str(number)
    return _when(text, found["year"], month, found.get("day"), _clock(match))


def _read_numbers(text: str, match: re.Match[str], order: Order | None) -> When:
    first, mark, second, year = match[1], match[2], match[3], match[4]
    if len(year) == 2:
        raise ReportError(f"the day {text!r} has a year of two digits only", fix=FIX)
    if mark == "." or first == second:
        order = Order.DAY_FIRST  # who writes full stops writes the day first
    order = order_shown(text) or order
    if order is None:
        raise AmbiguousDayError(
            f"the day {text!r} may be read day first or month first, "
            "and no other row of the file settles it",
            fix="Write it as YYYY-MM-DD.",
        )
    day, month = (first, second) if order is Order.DAY_FIRST else (second, first)
    return _when(text, year, month, day, _clock(match))


_Clock = tuple[str | None, str | None, str | None, str | None, str | None]


def _clock(match: re.Match[str]) -> _Clock:
    return (match["hour"], match["minute"], match["second"], match["half"], match["zone"])


def _when(text: str, year: str, month: str | None, day: str | None, clock: _Clock) -> When:
    """The time of those parts, checked against the calendar and the clock."""
    try:
        if month is None or day is None:
            first = date(int(year), int(month or 1), 1)
            return f"{first.year:04d}" if month is None else f"{first.year:04d}-{first.month:02d}"
        whole = date(int(year), int(month), int(day))
        hour, minute, second, half, zone = clock
        if hour is None:
            return whole.isoformat()
        hours = int(hour)
        if half:
            hours = hours % 12 + (12 if half in "pP" else 0)
        moment = datetime(
            whole.year, whole.month, whole.day, hours, int(minute or 0), int(second or 0)
        )
    except ValueError:
        raise ReportError(f"{text!r} is no day of the calendar", fix=FIX) from None
    zone = _zone(zone)
    if not (hours or moment.minute or moment.second) and zone in ("", "Z"):
        return whole.isoformat()
    return moment.isoformat(timespec="minutes" if second is None else "seconds") + zone


def _zone(zone: str | None) -> str:
    if zone is None:
        return ""
    zone = zone.strip("()")
    if zone.isalpha():
        return _NAMED_ZONES.get(zone.upper(), "")
    if zone.strip("+-0:") == "":
        return "Z"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def _epoch(text: str) -> When:
    digits = text.split(".")[0]
    scale = {13: 1_000, 16: 1_000_000}.get(len(digits), 1)
    return _iso(datetime.fromtimestamp(int(digits) // scale, UTC))


def _iso(moment: datetime) -> When:
    zone = moment.utcoffset()
    midnight = not (moment.hour or moment.minute or moment.second)
    if midnight and not zone:
        return moment.date().isoformat()
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def _unread(value: object) -> ReportError:
    shown = repr(value)
    return ReportError(f"{shown[:60]} is not read as a day", fix=FIX)


# No digit may touch the day, so that a serial number is not taken for one.
_IN_NAME = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?:(?P<mark>[-_.])(?P<month>\d{2})(?:(?P=mark)(?P<day>\d{2}))?"
    r"|(?P<month2>\d{2})(?P<day2>\d{2}))(?!\d)"
)


def day_in_name(name: str) -> When | None:
    """The day (or month) that a file's name carries: `2024-07-12-x.txt`, `x_20240712.txt`.

    None where it carries none, or two different ones.
    """
    found = set()
    for match in _IN_NAME.finditer(name):
        month, day = match["month"] or match["month2"], match["day"] or match["day2"]
        try:
            found.add(_when(name, match["year"], month, day, (None,) * 5))
        except ReportError:
            continue
    return found.pop() if len(found) == 1 else None
