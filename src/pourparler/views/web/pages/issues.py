"""One issue: what it covers, and who held what on it, when."""

from pourparler.codebook import Issue
from pourparler.views.tables import plain, position_row
from pourparler.views.web.asking import Page, Question, part_of
from pourparler.views.web.failing import NotFoundError

MOST_ORDERINGS = 30
MOST_DEADLOCKS = 10


def issue(question: Question) -> Page:
    """An issue of the codebook, with every stance told on it and on its parts."""
    view, id = question.view, question.names["id"]
    found: Issue | None = view.codebook.issues.get(id)
    if found is None:
        raise NotFoundError(f"the codebook has no issue {id!r}")
    parts = [view.codebook.issues[part] for part in view.codebook.issues.children(id)]
    every = [one for one in view.positions(given_up=True) if one.issue == id]
    every.sort(key=lambda one: (one.party.name, one.since or ""))
    by_party: dict[str, list[object]] = {}
    shown = part_of(question, every)
    for one in shown.items:
        by_party.setdefault(one.party.name, []).append(one)
    return Page(
        "issue.html",
        found.name,
        items=plain(shown.items),
        rows=lambda: (position_row(one, view) for one in every),
        context={
            "issue": found,
            "above": [view.codebook.issues[one] for one in view.codebook.issues.ancestors(id)],
            "parts_below": parts,
            "by_party": by_party,
            "part": shown,
            "orderings": [one for one in view.preconditions() if id in (one.wants, one.before)][
                :MOST_ORDERINGS
            ],
            "deadlocks": [
                one
                for one in view.deadlocks()
                if any(id in (part.wants, part.before) for part in one.orderings)
            ][:MOST_DEADLOCKS],
        },
        total=shown.total,
        next=shown.after,
    )
