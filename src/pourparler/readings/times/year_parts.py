"""Seasons, quarters and halves, resolved to a year."""

from datetime import date

from pourparler.readings.times.anchors import Anchors
from pourparler.readings.times.days import season_of, write_year
from pourparler.readings.times.plans import LatestPartPlan, PartPlan
from pourparler.readings.times.value import Value
from pourparler.readings.times.verb_tense import Tense


def resolve_part(plan: PartPlan, anchors: Anchors, tense: Tense | None) -> Value:
    """The season, quarter or half of the year that the tense and the publication tell."""
    if plan.year is not None:
        return Value("DATE", f"{write_year(plan.year)}-{plan.part}")
    if anchors.narrative and anchors.year is not None:
        year = anchors.year + (plan.shift or 0)
        return Value("DATE", f"{write_year(year)}-{plan.part}", anchors.words.get("Y"))
    day = anchors.today
    if day is None:
        year_or_none = anchors.this_year
        head = "XXXX" if year_or_none is None else write_year(year_or_none + (plan.shift or 0))
        return Value("DATE", f"{head}-{plan.part}", anchors.name)
    if plan.part[0] in "QH":
        year, other = _year_of_part(plan, day, tense)
    else:
        year, other = _year_of_season(plan, day, tense)
    alternative = None if other is None else f"{other:04d}-{plan.part}"
    return Value("DATE", f"{year:04d}-{plan.part}", anchors.name, alternative)


def _year_of_part(plan: PartPlan, day: date, tense: Tense | None) -> tuple[int, int | None]:
    if plan.shift is not None:
        return day.year + plan.shift, None
    number, months = int(plan.part[1]), 3 if plan.part[0] == "Q" else 6
    now = (day.month - 1) // months + 1
    if number <= now:
        return day.year, day.year + 1
    if (number - now) * months >= 6 and tense != "future":
        return day.year - 1, day.year
    return day.year, day.year - 1


_SEASON_ORDER = {"WI": 0, "SP": 1, "SU": 2, "FA": 3}


def _year_of_season(plan: PartPlan, day: date, tense: Tense | None) -> tuple[int, int | None]:
    wanted, now = _SEASON_ORDER[plan.part], _SEASON_ORDER[season_of(day)]
    year = day.year
    if plan.shift == 0:
        return year, None
    if plan.shift == -1:
        return (year if wanted < now else year - 1), None
    if plan.shift == 1:
        return (year if wanted > now else year + 1), None
    if tense in {"past", "surely-past"} and wanted > now:
        return year - 1, year
    if tense == "future" and wanted < now - 1:
        return year + 1, year
    return year, None


def resolve_latest(plan: LatestPartPlan, anchors: Anchors) -> Value:
    """The quarter last spoken of, or else the last that has ended."""
    if plan.spoken_of and anchors.part is not None:
        year, part = anchors.part
        return Value("DATE", f"{write_year(year)}-{part}", anchors.words.get("Y"))
    if anchors.this_month is None:
        return Value("DATE", "XXXX-QX")
    year, month = anchors.this_month
    ended = (month - 1) // 3
    value = f"{year:04d}-Q{ended}" if ended else f"{year - 1:04d}-Q4"
    return Value("DATE", value, anchors.name)
