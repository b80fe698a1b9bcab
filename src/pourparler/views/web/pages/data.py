"""The data as tables, to look at and to take away."""

from collections.abc import Callable, Sequence
from typing import Any

from pourparler.app import View
from pourparler.model import Report, Saying, Telling
from pourparler.views import tables
from pourparler.views.export import EXPORTS
from pourparler.views.export.fields import TABLES
from pourparler.views.export.flat import Flat
from pourparler.views.web.api.streams import stream_rows
from pourparler.views.web.asking import MOST, Page, Question, part_of

Layout = Callable[[Any, Any], tables.Row]


def data(question: Question) -> Page:
    """One `kind` of thing as a table; without one, the reports."""
    view = question.view
    kind = question.choice("kind", EXPORTS) or "reports"
    things, layout = _things(question, kind)
    shown = part_of(question, things) if things is not None else None
    rows = _rows(question, kind, shown.items, layout) if shown and layout else []
    return Page(
        "data.html",
        "The data",
        items=rows,
        rows=lambda: map(Flat(TABLES[kind]).row, stream_rows(kind, view)),
        context={"kind": kind, "kinds": list(EXPORTS), "part": shown, "rows": rows},
        total=shown.total if shown else None,
        next=shown.after if shown else None,
    )


def _things(question: Question, kind: str) -> tuple[Sequence[Any] | None, Layout | None]:
    """The things of a kind, latest first, and how each is laid out; None for kinds that are
    only sent as files."""
    view = question.view
    asked: dict[str, tuple[Callable[[], Sequence[Any]], Layout]] = {
        "reports": (view.tellings, _report_row),
        "events": (view.events, tables.event_row),
        "meetings": (view.meetings, tables.meeting_row),
        "positions": (lambda: view.positions(given_up=True), tables.position_row),
        "preconditions": (view.preconditions, tables.ordering_row),
        "deadlocks": (view.deadlocks, tables.deadlock_row),
        "phases": (view.phases, tables.phase_row),
        "formats": (view.formats, tables.format_row),
        "actors": (view.actors, tables.actor_row),
        "sayings": (lambda: view.sayings()[::-1], _saying_row),
        "statements": (lambda: _Statements(question), tables.statement_row),
    }
    if kind not in asked:
        return None, None
    ask, layout = asked[kind]
    found = ask()
    return (list(reversed(found)) if kind in ("reports", "events") else found), layout


def _rows(question: Question, kind: str, things: Sequence[Any], layout: Layout) -> list[tables.Row]:
    view = question.view
    shown = view.reports_of(things) if kind == "reports" else things
    return [layout(one, view) for one in shown]


def _report_row(report: Report | Telling, view: Any) -> tables.Row:
    assert isinstance(report, Report)
    return {
        "published": report.published,
        "outlet": report.outlet,
        "title": report.title or " ".join(report.text[:90].split()),
        "language": report.language,
        "reports": report.id,
    }


def _saying_row(saying: Saying, view: View) -> tables.Row:
    return {
        "published": saying.versions[0].by.published,
        "speaker": saying.speaker.name,
        "words": saying.words,
        "reports": tables.reports_of(saying.support),
    }


class _Statements(Sequence[Any]):
    """The statements as a list of which only the part asked for is fetched."""

    def __init__(self, question: Question) -> None:
        self._view = question.view
        self._total = question.view.statement_page(skip=0, most=1).total

    def __len__(self) -> int:
        return self._total

    def __getitem__(self, index: Any) -> Any:
        start = index.start or 0
        return self._view.statement_page(skip=start, most=MOST).items
