"""Whether a text tells of another time than its own."""

from collections.abc import Sequence

from pourparler.readings.times.anchors import Anchors
from pourparler.readings.times.lexicon import word_set
from pourparler.readings.times.matching import Draft
from pourparler.readings.times.plans import (
    ClockPlan,
    Fixed,
    MonthPlan,
    Plan,
    ShiftPlan,
    WeekdayPlan,
)
from pourparler.readings.times.tokens import Tokens

_FEWEST = 4
_OLD_TO_DEICTIC = 8
_STORY_REACH = 40
# "In March 2011 ..." tells a story; "the March 2011 revolt" only names one.
_STORY_LEADS = word_set("in on by from during")


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
    return old >= _FEWEST and old > _OLD_TO_DEICTIC * deictic


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


def find_stories(
    tokens: Tokens, drafts: Sequence[Draft], anchors: Anchors
) -> dict[int, tuple[int, int]]:
    """The past that bare months of a report belong to: places in `drafts`, with year and month.

    "The war began in March 2011. By July ..." tells of July 2011, as long as the paragraph
    runs and nothing in it turns back to the days of publication.
    """
    this_year = anchors.this_year
    stories: dict[int, tuple[int, int]] = {}
    story: tuple[int, int] | None = None
    told_at = 0
    for place, draft in enumerate(drafts):
        if story is not None and not _runs_on(tokens, told_at, draft.first):
            story = None
        if isinstance(draft.plan, MonthPlan) and story is not None:
            stories[place] = story
            told_at = draft.last
        elif isinstance(draft.plan, ShiftPlan) or _is_deictic(draft.plan):
            story = None
        elif (month := _month(draft.plan)) is not None:
            recent = this_year is None or month[0] >= this_year - 1
            tells = tokens.word(draft.first - 1) in _STORY_LEADS
            story, told_at = (month if tells and not recent else None), draft.last
    return stories


def _runs_on(tokens: Tokens, start: int, end: int) -> bool:
    return end - start <= _STORY_REACH and "\n\n" not in tokens.words[start:end]


def _month(plan: Plan) -> tuple[int, int] | None:
    year = _year(plan)
    if year is None or not isinstance(plan, Fixed) or not plan.value[5:7].isdecimal():
        return None
    return year, int(plan.value[5:7])


def _year(plan: Plan) -> int | None:
    if not isinstance(plan, Fixed) or plan.type == "DURATION":
        return None
    head = plan.value[:4]
    return int(head) if head.isdecimal() and len(head) == 4 else None
