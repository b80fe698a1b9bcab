"""Weighing evidence: how many reports tell a thing, and how many of them independently."""

from collections.abc import Iterable, Sequence

from pourparler.model import Evidence, Span, Support, Telling, Told, When, first_day


def support_of(told: Iterable[tuple[Telling, Sequence[Span]]]) -> Support:
    """The support of one thing that several reports tell, each with the spans that do."""
    pairs = list(told)
    evidence = (Evidence.of(by.report, span) for by, spans in pairs for span in spans)
    return _support((by for by, _ in pairs), evidence)


def combine(supports: Iterable[Support]) -> Support:
    """The support of a conclusion that rests on several others."""
    together = list(supports)
    return _support(
        (by for support in together for by in support.tellings),
        (evidence for support in together for evidence in support.evidence),
    )


def _support(tellings: Iterable[Telling], evidence: Iterable[Evidence]) -> Support:
    reports = tuple({by.report: by for by in tellings}.values())
    return Support(len(reports), _independent(reports), tuple(dict.fromkeys(evidence)), reports)


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
