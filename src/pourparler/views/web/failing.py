"""Errors as pages, and as JSON of one shape: {"error": {"status", "message", "try"}}."""

from collections.abc import Mapping

import msgspec
from sqlalchemy.exc import OperationalError
from starlette.responses import HTMLResponse, Response
from starlette.types import Scope

from pourparler.errors import PourparlerError, RecordError, UnknownNameError, UsageError
from pourparler.views.web.templating import environment


class NotFoundError(PourparlerError):
    """There is no such page, or not as of that day."""


STATUS: tuple[tuple[type[Exception], int, str], ...] = (
    (NotFoundError, 404, "Start from the overview, or look as of a later day."),
    (UnknownNameError, 404, "Names and ids are listed on the page of the data."),
    (UsageError, 400, "Correct the address, or start from the overview."),
    (RecordError, 503, "Try again; if it stays so, look at the record with `pourparler brief`."),
    (OperationalError, 503, "Narrow the question, as by a process, a day or rarer words."),
    (PourparlerError, 500, "Look at the record with `pourparler brief`."),
)
"""Which error is which status, and what to try; the first that fits counts."""


def failure(
    scope: Scope,
    status: int,
    message: str,
    fix: str,
    *,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The answer to a request that failed: JSON for programs, a page for people."""
    if wants_data(scope):
        body = msgspec.json.encode({"error": {"status": status, "message": message, "try": fix}})
        return Response(body, status, headers, "application/json")
    template = environment().get_template("failure.html")
    page = template.render(status=status, message=message, fix=fix)
    return HTMLResponse(page, status, headers)


def failure_of(scope: Scope, error: Exception) -> Response:
    """The answer that an error is. Errors that are not ours are raised again."""
    for kind, status, fix in STATUS:
        if isinstance(error, kind):
            message = str(error)
            if kind is OperationalError:
                message = "The question took longer than a page may take."
            return failure(scope, status, message[:1].upper() + message[1:], fix)
    raise error


def wants_data(scope: Scope) -> bool:
    """Whether a program asked: an address of the API, or one that ends in .json or .csv."""
    path: str = scope["path"]
    return path.startswith("/api") or path.endswith((".json", ".csv", ".jsonl"))
