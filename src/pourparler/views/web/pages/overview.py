"""Where the talks stand, on one page."""

from pourparler.views.brief import brief_rows, is_silent, nothing_of
from pourparler.views.web.asking import Page, Question
from pourparler.views.web.matrix import matrix_of

MOST_CHANGES = 8
MOST_SIGNALS = 5


def overview(question: Question) -> Page:
    """The brief: phase, meetings, positions, deadlocks, signals, and what has changed."""
    view = question.view
    brief = view.brief()
    return Page(
        "overview.html",
        "Where the talks stand",
        items=[brief],
        rows=lambda: brief_rows(brief, view),
        context={
            "brief": brief,
            "nothing": () if brief.reports else tuple(nothing_of(view)),
            "silent": brief.phase is not None and is_silent(brief.phase, view.as_of),
            "matrix": matrix_of(view),
            "changes": brief.changes[:MOST_CHANGES],
            "signals": list(reversed(brief.signals))[:MOST_SIGNALS],
        },
    )
