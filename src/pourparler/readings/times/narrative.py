"""Whether a text tells of another time than its own."""

from collections.abc import Sequence

from pourparler.readings.times.anchors import Anchors
from pourparler.readings.times.matching import Draft
from pourparler.readings.times.plans import ClockPlan, Fixed, Plan, ShiftPlan, WeekdayPlan

_FEWEST = 4


def is_narrative(drafts: Sequence[Draft], anchors: Anchors) -> bool:
    """Whether most of the dates told in full lie before the year of publication.

    A news report counts from its own day ("Thursday", "last year"); a chronicle names its
    years and lets bare months follow them. The ratio was set on TimeBank and WikiWars train.
    """
    this_year = anchors.this_year
    if this_year is None:
        return True
    old = deictic = 0
    for draft in drafts:
        plan = draft.plan
        if isinstance(plan, Fixed) and plan.type == "DATE":
            year = _year(plan)
            old += plan.value.startswith("BC") or (year is not None and year < this_year - 1)
        elif _is_deictic(plan):
            deictic += 1
    return old >= _FEWEST and old > 3 * deictic


def _is_deictic(plan: object) -> bool:
    if isinstance(plan, ClockPlan):
        return _is_deictic(plan.day)
    return isinstance(plan, WeekdayPlan) or (
        isinstance(plan, ShiftPlan) and plan.base == "published"
    )


def find_strays(drafts: Sequence[Draft]) -> frozenset[int]:
    """Places in `drafts` of bare years that a chronicle only glances at.

    After 1944, "by 1946" with the next date in 1944 again does not move the story to 1946.
    """
    years = [(index, year) for index, draft in enumerate(drafts) if (year := _year(draft.plan))]
    strays = set()
    for (_, before), (index, year), (_, after) in zip(years, years[1:], years[2:], strict=False):
        plan = drafts[index].plan
        bare = isinstance(plan, Fixed) and len(plan.value) == 4
        if bare and abs(after - before) < abs(year - before):
            strays.add(index)
    return frozenset(strays)


def _year(plan: Plan) -> int | None:
    if not isinstance(plan, Fixed) or plan.type == "DURATION":
        return None
    head = plan.value[:4]
    return int(head) if head.isdecimal() and len(head) == 4 else None
