"""Times of a report: every temporal expression, its TIMEX3 value and the calendar time it is.

How it goes: `tokens` turns the text into words with one-letter `codes`; the rules of `dates`,
`years`, `holidays`, `deictic`, `parts`, `clocks`, `durations`, `sets` and `references` are
patterns over those codes, and read what they match into `plans`; `matching` keeps the longest
reading of each place; `resolving` turns plans into values by the publication day, the verb's
`tense` and the dates before.
"""

from typing import TYPE_CHECKING

from pourparler.model import Dateline, Span, Time, When
from pourparler.readings.times.anchored import anchor_durations
from pourparler.readings.times.anchors import Anchors
from pourparler.readings.times.calendar_times import cut_at, open_side, to_when
from pourparler.readings.times.durations import count_in_years
from pourparler.readings.times.matching import Draft, find_drafts
from pourparler.readings.times.narrative import find_stories, find_strays, is_narrative
from pourparler.readings.times.plans import ReferencePlan, ShiftPlan
from pourparler.readings.times.resolving import resolve
from pourparler.readings.times.tense import find_tense
from pourparler.readings.times.tokens import Tokens, tokenize
from pourparler.readings.times.value import Value

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pourparler.readings.page import Page

__all__ = ["find_times", "read_times"]


def find_times(page: "Page") -> tuple[Time, ...]:
    """The times of the page's report, in text order."""
    report = page.report
    return read_times(
        report.text,
        report.published,
        doc=page.doc,
        dateline=report.dateline,
        language=report.language,
    )


def read_times(
    text: str,
    published: When,
    *,
    doc: "Doc | None" = None,
    dateline: Dateline | None = None,
    language: str | None = None,
) -> tuple[Time, ...]:
    """The times of `text`, in its order, none overlapping another.

    `doc` gives the tags by which tense is told; without it the verbs' own form decides.
    A full day in the `dateline` is then the day that "today" and weekdays count from.
    The region of `language` (`en-GB`) tells whether 05/04 is in April or in May; without one,
    the reading nearest to publication is taken and the other kept as the alternative.
    """
    tokens = tokenize(text)
    drafts = find_drafts(tokens)
    if not drafts:
        return ()
    anchors = _anchor(published, dateline)
    anchors.month_first = _is_month_first(language)
    anchors.narrative = is_narrative(drafts, anchors)
    tags = None if doc is None else {token.idx: token.tag_ for token in doc}
    strays = find_strays(drafts) if anchors.narrative else frozenset()
    stories = {} if anchors.narrative else find_stories(tokens, drafts, anchors)
    times = [
        _read(draft, tokens, anchors, tags, moves=place not in strays, story=stories.get(place))
        for place, draft in enumerate(drafts)
        if _counts_here(draft, anchors)
    ]
    return tuple(anchor_durations(text, times))


def _anchor(published: When, dateline: Dateline | None) -> Anchors:
    day = dateline.day if dateline is not None else None
    if day is not None and len(day) == 10 and day[:4].isdecimal():
        return Anchors(day, "dateline")
    return Anchors(published)


_MONTH_FIRST_REGIONS = frozenset({"US", "PH", "FM", "PW", "MH"})


def _is_month_first(language: str | None) -> bool | None:
    region = (language or "").replace("_", "-").partition("-")[2].upper()
    return region in _MONTH_FIRST_REGIONS if region else None


def _counts_here(draft: Draft, anchors: Anchors) -> bool:
    if not isinstance(draft.plan, ReferencePlan) or draft.plan.kind == "any":
        return True
    return (draft.plan.kind == "narrative") == anchors.narrative


def _read(
    draft: Draft,
    tokens: Tokens,
    anchors: Anchors,
    tags: dict[int, str] | None,
    *,
    moves: bool,
    story: tuple[int, int] | None,
) -> Time:
    anchors.story = story
    tense = find_tense(tokens, draft.first, draft.last, tags)
    found = resolve(draft.plan, anchors, tense)
    span = Span.of(tokens.text, tokens.starts[draft.first], tokens.ends[draft.last - 1])
    if moves and found.type in {"DATE", "TIME"} and _moves(draft, anchors):
        anchors.mention(found.value, span.exact)
    return Time(
        span=span,
        type=found.type,
        value=found.value if anchors.narrative else count_in_years(found.value),
        when=_when(draft, found, tokens, anchors),
        anchor=found.anchor,
        rule=draft.rule,
        alternative=found.alternative,
        mod=draft.mod,
    )


def _moves(draft: Draft, anchors: Anchors) -> bool:
    """Whether the times after it count from this one: not from a glance back or away."""
    plan = draft.plan
    if not isinstance(plan, ShiftPlan):
        return True
    if plan.base == "published":
        return not anchors.narrative and plan.unit == "D"
    return plan.count is not None and (plan.count >= 0 or plan.unit == "D")


def _when(draft: Draft, found: Value, tokens: Tokens, anchors: Anchors) -> When | None:
    if found.type in {"DURATION", "SET"}:
        return None
    part = tokens.words[draft.first]
    turns = draft.first < draft.core and part in {"earlier", "later"}
    half = "h" in tokens.codes[draft.first : draft.core]
    when = to_when(found.value, None if turns else draft.mod, found.zone, half=half)
    if when is None:
        return None
    if turns and anchors.today is not None:
        return cut_at(when, anchors.today, part)
    return open_side(when, tokens.word(draft.first - 1))
