"""What was read, by which version, from whom, and what is missing."""

from collections import Counter

from pourparler.views.web.asking import Page, Question, Row, part_of

MOST_OUTLETS = 30


def method(question: Question) -> Page:
    """Coverage: reports by month, outlet and language; readers; what was left out."""
    view, desk = question.view, question.desk
    holding = view.holding
    tellings = view.tellings()
    outlets = Counter(by.outlet for by in tellings).most_common()
    languages = view.coverage().languages
    months: dict[str, int] = {}
    for by in tellings:
        months[by.day[:7]] = months.get(by.day[:7], 0) + 1
    rows: list[Row] = [
        *({"what": "outlet", "value": name, "reports": count} for name, count in outlets),
        *({"what": "language", "value": name, "reports": count} for name, count in languages),
        *({"what": "month", "value": name, "reports": count} for name, count in months.items()),
    ]
    return Page(
        "method.html",
        "Method and coverage",
        items=rows,
        rows=lambda: rows,
        context={
            "outlets": outlets[:MOST_OUTLETS],
            "outlets_total": len(outlets),
            "languages": languages,
            "years": _by_year(months),
            "most": max(months.values(), default=1),
            "copies": sum(1 for by in tellings if by.copy_of),
            "readers": holding.readers,
            "in_all": view.coverage().reports,
            "set_aside": len(holding.left_out.set_aside),
            "refused": len(holding.left_out.refused),
            "failed": len(holding.left_out.failures),
            "codebook": desk.record.codebook,
        },
        kept=False,
    )


def _by_year(months: dict[str, int]) -> list[tuple[str, list[int]]]:
    """For each year, the reports of its twelve months."""
    years = sorted({month[:4] for month in months}, reverse=True)
    return [
        (year, [months.get(f"{year}-{month:02}", 0) for month in range(1, 13)]) for year in years
    ]


def refused(question: Question) -> Page:
    """What could not be read, why, and what to try; also what was kept and not read."""
    left_out = question.view.holding.left_out
    every: list[Row] = [
        {"path": one.path, "record": one.record, "reason": one.reason, "try": one.fix}
        for one in left_out.refused
    ]
    every += [
        {
            "path": report.path,
            "record": report.key or report.id,
            "reason": f"kept, not read: {reason}",
            "try": "Read a translation of it.",
        }
        for report, reason in left_out.set_aside
    ]
    every += [
        {
            "path": None,
            "record": report,
            "reason": f"the reader failed: {failure}",
            "try": "Please report this; `pourparler reread` tries again.",
        }
        for report, failure in left_out.failures
    ]
    shown = part_of(question, every)
    return Page(
        "refused.html",
        "Refused reports",
        items=shown.items,
        rows=lambda: every,
        context={"part": shown},
        total=shown.total,
        next=shown.after,
        kept=False,
    )
