"""Calendar arithmetic on days, and the TIMEX3 writing of weeks, quarters and the like."""

from calendar import monthrange
from datetime import date, timedelta


def write_week(day: date) -> str:
    """The ISO week of `day` (`1998-W10`)."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def write_year(year: int) -> str:
    """The year as TIMEX3 writes it; years before Christ are negative (-499, `BC0499`)."""
    return f"{year:04d}" if year >= 0 else f"BC{-year:04d}"


def write_month(year: int, month: int) -> str:
    """The month as TIMEX3 writes it."""
    return f"{write_year(year)}-{month:02d}"


def shift_month(year: int, month: int, count: int) -> tuple[int, int]:
    """The month `count` months after another."""
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def shift_day(day: date, unit: str, count: int) -> date | None:
    """The day `count` units (D, W, M, Y) after `day`; None beyond the calendar.

    A day that the other month lacks becomes its last.
    """
    try:
        if unit == "D":
            return day + timedelta(days=count)
        if unit == "W":
            return day + timedelta(weeks=count)
        if unit == "Y":
            count *= 12
        year, month = shift_month(day.year, day.month, count)
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    except (ValueError, OverflowError, IndexError):
        return None


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    if not (-9999 <= year <= 9999 and 1 <= month <= 12):
        return False
    return 1 <= day <= monthrange(year if year > 0 else 2000, month)[1]


def full_year(two_digits: int, near: int) -> int:
    """The year of two digits that lies nearest to the year `near`, at most 20 years after it."""
    year = near - near % 100 + two_digits
    if year > near + 20:
        return year - 100
    if year <= near - 80:
        return year + 100
    return year


def season_of(day: date) -> str:
    """The northern meteorological season of `day`."""
    return ("WI", "SP", "SU", "FA")[day.month % 12 // 3]


SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
