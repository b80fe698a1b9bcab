"""Where the talks stand, on one page."""

from collections.abc import Iterable

from pourparler.model import Brief
from pourparler.views.tables import change_row, deadlock_row, meeting_row, phase_row, position_row
from pourparler.views.web.asking import Page, Question, Row
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
        rows=lambda: _rows(brief, question),
        context={
            "brief": brief,
            "matrix": matrix_of(view),
            "changes": brief.changes[:MOST_CHANGES],
            "signals": list(reversed(brief.signals))[:MOST_SIGNALS],
        },
    )


def _rows(brief: Brief, question: Question) -> Iterable[Row]:
    """One line for each thing that the overview tells."""
    view = question.view
    told: list[tuple[str, Row]] = []
    if brief.phase:
        told.append(("phase", phase_row(brief.phase, view)))
    if brief.last_meeting:
        told.append(("last meeting", meeting_row(brief.last_meeting, view)))
    if brief.next_meeting:
        told.append(("next meeting", meeting_row(brief.next_meeting, view)))
    told += [("position", position_row(one, view)) for one in brief.positions]
    told += [("deadlock", deadlock_row(one, view)) for one in brief.deadlocks]
    told += [("change", change_row(one, view)) for one in brief.changes]
    for kind, row in told:
        text = "; ".join(
            f"{name}: {value}" for name, value in row.items() if value and name != "reports"
        )
        yield {"what": kind, "text": text, "reports": row["reports"]}
