"""Who holds what on what: the matrix, and the dated history behind a cell."""

from pourparler.views.tables import plain, position_row
from pourparler.views.web.asking import Page, Question, part_of
from pourparler.views.web.matrix import matrix_of


def positions(question: Question) -> Page:
    """The matrix; with `party` or `issue`, also every stance there, the latest first."""
    view = question.view
    party, issue = question.get("party") or None, question.get("issue") or None
    every = [
        one
        for one in view.positions(given_up=True)
        if party in (None, one.party.actor) and issue in (None, one.issue)
    ]
    every.sort(key=lambda one: (one.since or "", one.told_on), reverse=True)
    orderings = [
        one
        for one in view.preconditions()
        if party in (None, one.party.actor) and issue in (None, one.wants, one.before)
    ]
    shown = part_of(question, every)
    return Page(
        "positions.html",
        "Positions",
        items=plain(shown.items),
        rows=lambda: (position_row(one, view) for one in every),
        context={
            "matrix": matrix_of(view),
            "party": party,
            "issue": issue,
            "part": shown,
            "orderings": orderings if party or issue else [],
        },
        total=shown.total,
        next=shown.after,
    )
