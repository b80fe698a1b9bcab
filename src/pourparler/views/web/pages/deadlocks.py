"""Orderings that cannot all be met, drawn as what each wants before what."""

from pourparler.views.tables import deadlock_row, plain
from pourparler.views.web.asking import Page, Question, part_of
from pourparler.views.web.charts.lock import lock_of

MOST = 12
MOST_ORDERINGS = 60


def deadlocks(question: Question) -> Page:
    """Each deadlock with its drawing, those standing first, and every ordering told."""
    view = question.view
    every = sorted(view.deadlocks(), key=lambda one: one.until is not None)
    shown = part_of(question, every, MOST)
    return Page(
        "deadlocks.html",
        "Deadlocks",
        items=plain(shown.items),
        rows=lambda: (deadlock_row(one, view) for one in every),
        context={
            "part": shown,
            "locks": [(one, lock_of(one, view)) for one in shown.items],
            "orderings": view.preconditions()[:MOST_ORDERINGS],
            "orderings_total": len(view.preconditions()),
        },
        total=shown.total,
        next=shown.after,
    )
