"""Weighing evidence: how many reports tell a thing, and how many of them independently."""

from collections.abc import Iterable, Sequence
from typing import Any

from pourparler.model import Evidence, Span, Statement, Support, Telling, Told, When, first_day


def support_of(told: Iterable[Told[Any]]) -> Support:
    """The support of one thing that several reports tell, with the spans that do."""
    group = list(told)
    evidence = (Evidence.of(one.by.report, span) for one in group for span in _spans(one.item))
    decided = (one.decided for one in group if one.decided is not None)
    return _support((one.by for one in group), evidence, decided)


def _spans(item: Any) -> Sequence[Span]:
    spans: Sequence[Span] = item.content if isinstance(item, Statement) else item.evidence
    return spans


def support_by(support: Support, report: str) -> Support:
    """What of a support is one report's."""
    return _support(
        (by for by in support.tellings if by.report == report),
        (evidence for evidence in support.evidence if evidence.report == report),
        support.decided,
    )


def combine(supports: Iterable[Support]) -> Support:
    """The support of a conclusion that rests on several others."""
    together = list(supports)
    return _support(
        (by for support in together for by in support.tellings),
        (evidence for support in together for evidence in support.evidence),
        (decision for support in together for decision in support.decided),
    )


def _support(
    tellings: Iterable[Telling], evidence: Iterable[Evidence], decided: Iterable[str]
) -> Support:
    reports = tuple({by.report: by for by in tellings}.values())
    return Support(
        reports=len(reports),
        independent=_independent(reports),
        evidence=tuple(dict.fromkeys(evidence)),
        tellings=reports,
        decided=tuple(dict.fromkeys(decided)),
    )


def told_since(stated: When | None, by: Telling) -> str:
    """The day from which a telling holds: when it was said, else when it was published.

    A time that is only known to the month or year starts no later than its publication; a time
    after the publication (a plan) cannot be when it was said.
    """
    day = first_day(stated) if stated else None
    if day is None or stated is None or len(stated.split("/")[0]) < len("2024-01-01"):
        return by.day
    return min(day.isoformat(), by.day)


def in_order(told: Iterable[Told]) -> list[Told]:  # type: ignore[type-arg]
    """Tellings by day of publication, then report."""
    return sorted(told, key=lambda one: (one.by.day, one.by.report))


def _independent(tellings: Sequence[Telling]) -> int:
    """How many separate voices there are.

    A copy of a wire text speaks with its original's voice, and every report of an outlet with
    the outlet's; a report of no known outlet speaks for itself.
    """
    voices = {by.report: _voice(by) for by in tellings}
    same: dict[str, str] = {}

    def find(voice: str) -> str:
        while voice in same:
            voice = same[voice]
        return voice

    for by in tellings:
        if by.copy_of is not None:
            copy, original = find(voices[by.report]), find(voices.get(by.copy_of, by.copy_of))
            if copy != original:
                same[copy] = original
    return len({find(voice) for voice in voices.values()})


def _voice(by: Telling) -> str:
    return by.report if by.outlet is None else f"outlet {by.outlet.casefold()}"
