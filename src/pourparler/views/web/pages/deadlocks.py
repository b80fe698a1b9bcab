"""Orderings that cannot all be met, drawn as what each wants before what."""

from pourparler.views.tables import deadlock_row, plain
from pourparler.views.web.asking import Page, Question
from pourparler.views.web.charts.lock import lock_of


def deadlocks(question: Question) -> Page:
    """Each deadlock with its drawing, those standing first, and every ordering told."""
    view = question.view
    every = sorted(view.deadlocks(), key=lambda one: one.until is not None)
    return Page(
        "deadlocks.html",
        "Deadlocks",
        items=plain(every),
        rows=lambda: (deadlock_row(one, view) for one in every),
        context={
            "locks": [(one, lock_of(one, view)) for one in every],
            "orderings": view.preconditions(),
        },
    )
