"""Weighing evidence: how many reports tell a thing, and how many of them independently."""

from collections.abc import Iterable, Sequence

from pourparler.model import Evidence, Span, Support, Telling, Told, When, first_day


def support_of(tellings: Iterable[tuple[Telling, Sequence[Span]]]) -> Support:
    """The support of one thing that several reports tell.

    Copies of one wire text count once, and so do several reports of one outlet; a report of no
    known outlet stands for itself.
    """
    reports: dict[str, Telling] = {}
    evidence: dict[Evidence, None] = {}
    for by, spans in tellings:
        reports[by.report] = by
        evidence.update(dict.fromkeys(Evidence.of(by.report, span) for span in spans))
    return Support(len(reports), _independent(reports.values()), tuple(evidence))


def joined(supports: Iterable[Support], tellings: Iterable[Telling]) -> Support:
    """The support of a conclusion that rests on several others."""
    evidence: dict[Evidence, None] = {}
    for support in supports:
        evidence.update(dict.fromkeys(support.evidence))
    reports = {by.report: by for by in tellings}
    return Support(len(reports), _independent(reports.values()), tuple(evidence))


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


def _independent(tellings: Iterable[Telling]) -> int:
    """How many separate voices there are: copies join their original, an outlet joins itself."""
    voices: dict[str, str] = {}

    def find(name: str) -> str:
        while voices.setdefault(name, name) != name:
            name = voices[name]
        return name

    own = []
    for by in tellings:
        report = f"report {by.report}"
        own.append(report)
        if by.copy_of is not None:
            voices[find(report)] = find(f"report {by.copy_of}")
        if by.outlet is not None:
            voices[find(report)] = find(f"outlet {by.outlet.casefold()}")
    return len({find(report) for report in own})
