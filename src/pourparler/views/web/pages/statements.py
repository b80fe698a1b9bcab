"""Who said what: a search with the counts that narrow it."""

from collections.abc import Iterable

from pourparler.errors import UnknownNameError
from pourparler.model import Statement, Told
from pourparler.views.tables import plain, saying_rows, statement_row
from pourparler.views.web.asking import MOST, Page, Question, Row, part
from pourparler.views.web.failing import NotFoundError

FACETS = {"party": "For whom", "act": "What was done", "kind": "Form", "attitude": "Attitude"}
_BATCH = 500


def statements(question: Question) -> Page:
    """Statements with some `words`, by a `party`, of an `act`, `kind` or `attitude`."""
    view = question.view
    words = question.get("words")[:500]
    wanted = {name: question.get(name) or None for name in FACETS}
    skip = question.number("from", 0, 10**9)
    found = view.statement_page(skip=skip, most=MOST, words=words, **wanted)
    shown = part(question, found.items, found.total, skip, MOST)
    return Page(
        "statements.html",
        "Statements",
        items=plain(found.items),
        rows=lambda: _rows(question, words, wanted),
        context={
            "part": shown,
            "words": words,
            "wanted": wanted,
            "cut": found.cut,
            "facets": [
                (name, label, _named(question, name, found.facets[name]))
                for name, label in FACETS.items()
            ],
        },
        total=found.total,
        next=shown.after,
    )


def statement(question: Question) -> Page:
    """One statement, its versions in the reports that tell it side by side."""
    view = question.view
    try:
        found = view.saying(question.names["id"])
    except UnknownNameError:
        raise NotFoundError(
            f"no statement {question.names['id']!r} is known as of {view.as_of}"
        ) from None
    return Page(
        "statement.html",
        f"What {found.speaker.name} said",
        items=plain([found]),
        rows=lambda: saying_rows(found, view),
        context={"saying": found},
    )


def _named(
    question: Question, name: str, counted: list[tuple[str, int]]
) -> list[tuple[str, str, int]]:
    """Value, words for it and count: a party by its name."""
    if name == "party":
        return [
            (value, question.view.actor_name(value) if value else "(unknown)", count)
            for value, count in counted
        ]
    return [(value, value, count) for value, count in counted]


def _rows(question: Question, words: str, wanted: dict[str, str | None]) -> Iterable[Row]:
    """Every statement found, in batches, so that any number of them can be sent."""
    view, skip = question.view, 0
    while True:
        batch: list[Told[Statement]] = view.statement_page(
            skip=skip, most=_BATCH, words=words, **wanted
        ).items
        yield from ({**statement_row(one, view), "report": one.by.report} for one in batch)
        if len(batch) < _BATCH:
            return
        skip += _BATCH
