"""From a plan to a value, by the day of publication, the verb's tense and the times before."""

from datetime import date

from pourparler.readings.times.anchors import Anchors
from pourparler.readings.times.days import (
    is_day,
    shift_day,
    write_month,
)
from pourparler.readings.times.holidays import day_of
from pourparler.readings.times.plans import (
    ClockPlan,
    Fixed,
    HolidayPlan,
    LatestPartPlan,
    MonthPlan,
    NumericPlan,
    PartPlan,
    Plan,
    ReferencePlan,
    ShiftPlan,
    WeekdayPlan,
)
from pourparler.readings.times.shifting import resolve_shift
from pourparler.readings.times.value import Value
from pourparler.readings.times.verb_tense import Tense
from pourparler.readings.times.year_parts import resolve_latest, resolve_part

# Against the tense, the nearer year wins where that of the tense is far and the other near
# ("a dividend was declared, payable Dec. 14"), in months; set on TimeBank.
_FAR = 8
_NEAR = 2
_ROLLOVER = 9
# Days: a weekday no verb goes with is the next one where that is so near.
_SOON = 2


def resolve(plan: Plan, anchors: Anchors, tense: Tense | None) -> Value:
    """The value of `plan` here and now."""
    if isinstance(plan, Fixed):
        return Value(plan.type, plan.value)
    if isinstance(plan, ReferencePlan):
        return Value("DATE", plan.value)
    if isinstance(plan, MonthPlan):
        return _resolve_month(plan, anchors, tense)
    if isinstance(plan, WeekdayPlan):
        return _resolve_weekday(plan, anchors, tense)
    if isinstance(plan, ShiftPlan):
        return resolve_shift(plan, anchors, tense)
    if isinstance(plan, PartPlan):
        return resolve_part(plan, anchors, tense)
    if isinstance(plan, LatestPartPlan):
        return resolve_latest(plan, anchors)
    if isinstance(plan, ClockPlan):
        return _resolve_clock(plan, anchors, tense)
    if isinstance(plan, NumericPlan):
        return _resolve_numeric(plan, anchors)
    return _resolve_holiday(plan, anchors, tense)


def _write(year: int | None, plan: MonthPlan) -> str:
    head = f"XXXX-{plan.month:02d}" if year is None else write_month(year, plan.month)
    if plan.day is None or not is_day(2000 if year is None else year, plan.month, plan.day):
        return head
    return f"{head}-{plan.day:02d}"


def _resolve_month(plan: MonthPlan, anchors: Anchors, tense: Tense | None) -> Value:
    if plan.of_mentioned:
        year = anchors.this_year if anchors.year is None else anchors.year
        return Value("DATE", _write(year, plan), anchors.words.get("Y", anchors.name))
    if plan.year_shift is not None:
        year = anchors.year if anchors.narrative and anchors.year else anchors.this_year
        return Value("DATE", _write(year and year + plan.year_shift, plan), anchors.name)
    if anchors.narrative and anchors.year is not None:
        return Value("DATE", _write(_narrative_year(plan, anchors), plan), anchors.words.get("Y"))
    if anchors.story is not None and plan.shift is None and tense != "future":
        return Value("DATE", _write(_story_year(plan, anchors.story), plan), anchors.words.get("Y"))
    here = anchors.this_month
    if here is None or plan.shift == 0:
        year = anchors.this_year if plan.shift in {None, 0} else None
        return Value("DATE", _write(year, plan), anchors.name)
    year, other = _choose_year(plan, anchors, here, tense)
    alternative = None if plan.shift or year == other else _write(other, plan)
    return Value("DATE", _write(year, plan), anchors.name, alternative)


def _resolve_holiday(plan: HolidayPlan, anchors: Anchors, tense: Tense | None) -> Value:
    """The holiday in the year that its day of this year would be of."""
    near = day_of(plan.name, anchors.this_year or 2000)
    found = _resolve_month(MonthPlan(near.month, near.day, plan.shift), anchors, tense)
    other = found.alternative and _move_to_year(plan.name, found.alternative)
    return Value("DATE", _move_to_year(plan.name, found.value), found.anchor, other)


def _move_to_year(name: str, value: str) -> str:
    year = value[:4]
    return day_of(name, int(year)).isoformat() if year.isdecimal() and int(year) else value


def _narrative_year(plan: MonthPlan, anchors: Anchors) -> int:
    """The year of a bare month in a chronicle: that of the last date, or the turn after it."""
    year, last = anchors.year or 0, anchors.month
    if plan.shift == 1 and last is not None and plan.month <= last:
        return year + 1
    if plan.shift == -1 and (last is None or plan.month >= last):
        return year - 1
    return year + 1 if last is not None and last - plan.month >= _ROLLOVER else year


def _story_year(plan: MonthPlan, story: tuple[int, int]) -> int:
    """The year of a bare month in a paragraph on the past: the first such month after it began."""
    year, month = story
    return year if plan.month >= month else year + 1


def _choose_year(
    plan: MonthPlan, anchors: Anchors, here: tuple[int, int], tense: Tense | None
) -> tuple[int, int]:
    """The year of a bare month or day, and the other year it could be of."""
    year, month = here
    today = anchors.today.day if anchors.today and plan.day is not None else 0
    wanted = (plan.month, plan.day or 0)
    behind = year if wanted <= (month, today) else year - 1
    ahead = year if wanted >= (month, today) else year + 1
    back = (year - behind) * 12 + month - plan.month
    forth = (ahead - year) * 12 + plan.month - month
    if plan.shift == -1:
        last_month = plan.month == month - 1  # which nobody calls by its name with "last"
        return (year - 1 if wanted >= (month, today) or last_month else behind), ahead
    if plan.shift == 1:
        return (ahead if wanted > (month, today) else year + 1), behind
    surely = tense == "surely-past" and (plan.day is None or forth > 1)
    told = tense in {"past", "surely-past"} and (back <= _FAR or forth > _NEAR)
    if surely or told:
        return behind, ahead
    if tense == "future" and (forth <= _FAR or back > _NEAR):
        return ahead, behind
    if anchors.month_years.get(plan.month) == ahead:
        return ahead, behind  # as before in this report
    return (behind, ahead) if back <= forth else (ahead, behind)


def _resolve_weekday(plan: WeekdayPlan, anchors: Anchors, tense: Tense | None) -> Value:
    base, name = anchors.today, anchors.name
    if anchors.narrative and anchors.day is not None and plan.week_shift is None:
        base, name = anchors.day, anchors.words.get("D", name)
    if plan.from_mentioned and anchors.day is not None:
        base, name = anchors.day, anchors.words.get("D", name)
    if plan.follows and anchors.day is not None:
        days = (plan.weekday - anchors.day.weekday()) % 7 or 7
        return _day_value(shift_day(anchors.day, "D", days), anchors.words.get("D"))
    if base is None:
        return Value("DATE", f"XXXX-WXX-{plan.weekday + 1}")
    offset = plan.weekday - base.weekday()
    if plan.week_shift is not None:
        return _day_value(shift_day(base, "D", offset + 7 * plan.week_shift), name)
    back, forth = -offset % 7, offset % 7
    if plan.shift == -1:
        return _day_value(shift_day(base, "D", -(back or 7)), name)
    if plan.shift == 1:
        return _day_value(shift_day(base, "D", forth or 7), name)
    if plan.shift == 0:
        return _day_value(shift_day(base, "D", offset), name)
    behind, ahead = shift_day(base, "D", -back), shift_day(base, "D", forth)
    if plan.near:
        return _day_value(behind if back <= forth else ahead, name)
    soon = forth < back and (tense == "nearest" or (tense == "present" and not plan.possessive))
    if tense == "future" or soon or (tense is None and forth <= _SOON):
        return _day_value(ahead, name, behind)
    return _day_value(behind, name, ahead)


def _day_value(day: date | None, anchor: str | None, other: date | None = None) -> Value:
    alternative = other.isoformat() if other is not None and other != day else None
    return Value("DATE", day.isoformat() if day else "XXXX-XX-XX", anchor, alternative)


def _resolve_clock(plan: ClockPlan, anchors: Anchors, tense: Tense | None) -> Value:
    if plan.day is not None:
        day = resolve(plan.day, anchors, tense)
        head = "XXXX-XX-XX" if day.value == "PRESENT_REF" else day.value
        return Value("TIME", head + plan.clock, day.anchor, None, plan.zone)
    if anchors.day is not None:
        head = anchors.day.isoformat()
        return Value("TIME", head + plan.clock, anchors.words.get("D"), None, plan.zone)
    if anchors.today is not None and not anchors.narrative:
        head = anchors.today.isoformat()
        return Value("TIME", head + plan.clock, anchors.name, None, plan.zone)
    return Value("TIME", "XXXX-XX-XX" + plan.clock, None, None, plan.zone)


def _resolve_numeric(plan: NumericPlan, anchors: Anchors) -> Value:
    """Month and day by the report's own land, else the order that lies nearest to publication."""
    month_first = date(plan.year, plan.first, plan.second)
    day_first = date(plan.year, plan.second, plan.first)
    chosen = month_first
    if anchors.month_first is not None:
        chosen = month_first if anchors.month_first else day_first
    elif anchors.today is not None:
        today = anchors.today
        chosen = min(month_first, day_first, key=lambda day: abs(day - today))
    other = day_first if chosen == month_first else month_first
    return Value("DATE", chosen.isoformat(), None, other.isoformat())
