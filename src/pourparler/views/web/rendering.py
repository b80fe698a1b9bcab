"""A page as HTML, JSON or CSV."""

import csv
import io
from collections.abc import Iterable, Iterator

import msgspec
from starlette.responses import Response, StreamingResponse

from pourparler import __version__
from pourparler.views.export.cells import cell
from pourparler.views.web.asking import Page, Question, Row
from pourparler.views.web.templating import environment

_CHUNK = 2**16


def as_html(page: Page, question: Question) -> str:
    """The page for people."""
    template = environment().get_template(page.template)
    return template.render(
        page=page,
        q=question,
        view=question.view,
        cite=cite(page, question),
        version=__version__,
        processes=question.view.codebook.processes,
        **page.context,
    )


def as_json(page: Page, question: Question) -> Response:
    """The page for programs: what was asked, how to cite it, and the answers."""
    view = question.view
    body = {
        "title": page.title,
        "as_of": view.as_of,
        "process": view.process.id if view.process else None,
        "cite": cite(page, question),
        "url": question.fixed(),
        "total": len(page.items) if page.total is None else page.total,
        "next": page.next,
        "items": list(page.items),
    }
    return Response(msgspec.json.encode(body), media_type="application/json")


def as_csv(page: Page, question: Question) -> Response:
    """Every line of the page for a spreadsheet, sent as it is made."""
    name = (question.path.strip("/").replace("/", "-") or "overview") + f"-{question.view.as_of}"
    safe = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in name)
    return StreamingResponse(
        chunked(csv_lines(page.rows())),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{safe}.csv"'},
    )


def cite(page: Page, question: Question) -> str:
    """How to cite a page: what it is, of which record and day, read by which version."""
    view = question.view
    process = view.process.name if view.process else "everything in the record"
    count = len(view.tellings())
    reports = "1 report" if count == 1 else f"{count:,} reports"
    reader = view.holding.reader
    by = f"reader {reader[0]}, codebook {reader[1]}" if reader else "nothing read yet"
    return (
        f"“{page.title}”, {process}, as known on {view.as_of} from {reports}. "
        f"Pourparler {__version__} ({by}). {question.fixed()}"
    )


def csv_lines(rows: Iterable[Row]) -> Iterator[str]:
    """CSV with the columns of the first row as its head."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    header: list[str] | None = None
    for row in rows:
        if header is None:
            header = list(row)
            writer.writerow(header)
        writer.writerow([cell(row.get(name)) for name in header])
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def json_lines(rows: Iterable[Row]) -> Iterator[str]:
    """One JSON object a line."""
    for row in rows:
        yield msgspec.json.encode(row).decode() + "\n"


def chunked(lines: Iterable[str]) -> Iterator[bytes]:
    """The lines in pieces worth sending."""
    waiting: list[str] = []
    size = 0
    for line in lines:
        waiting.append(line)
        size += len(line)
        if size >= _CHUNK:
            yield "".join(waiting).encode("utf-8", "replace")
            waiting, size = [], 0
    yield "".join(waiting).encode("utf-8", "replace")
