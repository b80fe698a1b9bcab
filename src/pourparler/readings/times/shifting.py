"""Times that count from another: so many units before or after the publication or a mention."""

from datetime import date

from pourparler.readings.times.anchors import Anchors
from pourparler.readings.times.days import (
    shift_day,
    shift_month,
    write_month,
    write_week,
    write_year,
)
from pourparler.readings.times.plans import ShiftPlan
from pourparler.readings.times.value import Value
from pourparler.readings.times.verb_tense import Tense

_YEARS = {"Y": 1, "10Y": 10, "100Y": 100}
_DAYS = frozenset({"D", "N", "W", "2W", "WE"})
_LETTERS = {"N": "D", "2W": "W", "10Y": "DE", "100Y": "CE", "h": "H", "m": "M", "s": "S"}


def resolve_shift(plan: ShiftPlan, anchors: Anchors, tense: Tense | None) -> Value:
    """The value of a shift here and now."""
    if plan.unit == "WE" and plan.count is None:
        return _resolve_weekend(anchors, tense)
    if plan.count is None:
        return _resolve_vague(plan, anchors)
    if plan.unit in {"h", "m", "s"}:
        return Value("TIME", "PAST_REF" if plan.direction < 0 else "FUTURE_REF")
    if plan.base == "either" and plan.unit == "Y" and plan.count == -1 and anchors.part:
        year, part = anchors.part
        return Value("DATE", f"{write_year(year - 1)}-{part}", anchors.words.get("Y"))
    if _follows_mention(plan, anchors):
        value = _from_mention(plan, plan.count, anchors)
        if value is not None:
            return Value("DATE", value, _words(plan, anchors))
    if plan.unit == "D" and plan.count == 0 and anchors.narrative:
        return Value("DATE", "PRESENT_REF")
    if anchors.today is None:
        return _from_vague_publication(plan, plan.count, anchors)
    return Value("DATE", _shift_from(anchors.today, plan, plan.count), anchors.name)


def _follows_mention(plan: ShiftPlan, anchors: Anchors) -> bool:
    if anchors.year is None:
        return False
    if plan.base == "mentioned":
        return True
    if not anchors.narrative:
        return False
    return plan.base == "either" or (plan.direction == 0 and plan.unit not in _DAYS)


def _words(plan: ShiftPlan, anchors: Anchors) -> str | None:
    part = "D" if plan.unit in _DAYS else "M" if plan.unit == "M" else "Y"
    return anchors.words.get(part) or anchors.words.get("Y")


def _resolve_vague(plan: ShiftPlan, anchors: Anchors) -> Value:
    """A vague count ("several months later"): in news how long, in a chronicle only whither."""
    if anchors.narrative:
        return Value("DATE", "PAST_REF" if plan.direction < 0 else "FUTURE_REF")
    time = "T" if plan.unit in {"h", "m", "s"} else ""
    return Value("DURATION", f"P{time}X{_LETTERS.get(plan.unit, plan.unit)}")


def _resolve_weekend(anchors: Anchors, tense: Tense | None) -> Value:
    if anchors.today is None:
        return Value("DATE", "XXXX-WXX-WE")
    on_it = anchors.today.weekday() >= 5
    count = 0 if on_it or tense == "future" else -1
    plan = ShiftPlan("WE", count, "published")
    return Value("DATE", _shift_from(anchors.today, plan, count), anchors.name)


def _shift_from(day: date, plan: ShiftPlan, count: int) -> str:
    unit = plan.unit
    if unit in _DAYS:
        return _shift_days(day, plan, count)
    if unit == "M":
        return write_month(*shift_month(day.year, day.month, count))
    if unit == "Q":
        quarter = (day.month - 1) // 3 + count
        return f"{write_year(day.year + quarter // 4)}-Q{quarter % 4 + 1}"
    return _shift_years(day.year, unit, count)


def _shift_days(day: date, plan: ShiftPlan, count: int) -> str:
    if plan.unit in {"D", "N"}:
        moved = shift_day(day, "D", count)
        return moved.isoformat() if moved else "XXXX-XX-XX"
    moved = shift_day(day, "W", count * (2 if plan.unit == "2W" else 1))
    if moved is None:
        return "XXXX-WXX"
    if plan.direction and plan.base == "mentioned":
        return moved.isoformat()
    return write_week(moved) + ("-WE" if plan.unit == "WE" else "")


def _shift_years(year: int, unit: str, count: int) -> str:
    moved = year + count * _YEARS[unit]
    if not -9999 <= moved <= 9999 or moved == 0:
        return "PAST_REF" if count < 0 else "FUTURE_REF"
    written = write_year(moved)
    return written[: len(written) - {"10Y": 1, "100Y": 2}.get(unit, 0)]


def _from_mention(plan: ShiftPlan, count: int, anchors: Anchors) -> str | None:
    """The shifted value at the precision that the last date mentioned allows."""
    year = anchors.year or 0
    if plan.unit in _DAYS:
        if anchors.day is not None:
            return _shift_days(anchors.day, plan, count)
        return _vague_day(plan, year, anchors) if anchors.narrative else None
    if plan.unit == "M":
        if anchors.month is None:
            return f"{write_year(year)}-XX" if anchors.narrative else None
        return write_month(*shift_month(year, anchors.month, count))
    if plan.unit == "Q":
        return None
    return _shift_years(year, plan.unit, count)


def _vague_day(plan: ShiftPlan, year: int, anchors: Anchors) -> str:
    if plan.unit != "D":
        return f"{write_year(year)}-WXX"
    month = "XX" if anchors.month is None else f"{anchors.month:02d}"
    return f"{write_year(year)}-{month}-XX"


def _from_vague_publication(plan: ShiftPlan, count: int, anchors: Anchors) -> Value:
    """A shift from a publication of which only the month or year is known."""
    if plan.unit in _YEARS and anchors.this_year is not None:
        return Value("DATE", _shift_years(anchors.this_year, plan.unit, count), anchors.name)
    if plan.unit == "M" and anchors.this_month is not None:
        return Value("DATE", write_month(*shift_month(*anchors.this_month, count)), anchors.name)
    if count == 0 and anchors.this_year is not None:
        return Value("DATE", anchors.published, anchors.name)
    return Value(
        "DATE", {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(plan.unit, "XXXX")
    )
