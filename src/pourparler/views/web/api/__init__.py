"""The HTTP API: the questions of the Python API, with pages, streams and a description."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, urlencode

import msgspec
from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from pourparler.app.desk import Desk
from pourparler.errors import UnknownNameError, UsageError
from pourparler.model import first_day
from pourparler.views.export import EXPORTS
from pourparler.views.export.fields import TABLES
from pourparler.views.export.flat import Flat
from pourparler.views.export.tables import Row
from pourparler.views.web.api.describing import FURTHEST, MOST, USUAL, describe
from pourparler.views.web.api.operations import AS_OF, OPERATIONS, PROCESS, Operation, Parameter
from pourparler.views.web.api.streams import stream_rows
from pourparler.views.web.failing import failure_of
from pourparler.views.web.rendering import chunked, csv_lines, json_lines

__all__ = ["api_routes"]

Answering = Callable[[Desk, Request, Mapping[str, str]], Response]

_SHARED = (AS_OF, PROCESS)


def api_routes(desk: Desk) -> list[Route]:
    """The routes under /api."""
    routes = [
        _route(desk, "/api", (), lambda desk, request, args: _index()),
        _route(desk, "/api/openapi.json", (), lambda desk, request, args: _described()),
        _route(desk, "/api/processes", (), _processes),
        _route(desk, "/api/brief", _SHARED, _brief),
        _route(desk, "/api/reports/{id}", _SHARED, _report),
        _route(desk, "/api/export/{kind}.csv", _SHARED, _export_csv),
        _route(desk, "/api/export/{kind}.jsonl", _SHARED, _export_jsonl),
    ]
    for operation in OPERATIONS:
        parameters = (
            *_SHARED,
            *operation.parameters,
            Parameter("limit", ""),
            Parameter("offset", ""),
        )
        routes.append(_route(desk, f"/api/{operation.name}", parameters, _listing(operation)))
    return routes


def _route(desk: Desk, path: str, parameters: tuple[Parameter, ...], answer: Answering) -> Route:
    def asked(request: Request) -> Response:
        try:
            return answer(desk, request, _checked(request, parameters))
        except Exception as error:
            return failure_of(request.scope, error)

    async def endpoint(request: Request) -> Response:
        return await run_sync(asked, request)

    return Route(path, endpoint)


def _checked(request: Request, parameters: tuple[Parameter, ...]) -> dict[str, str]:
    """The parameters of a request. Raises UsageError for one that means nothing here."""
    known = {one.name: one for one in parameters}
    args: dict[str, str] = {}
    query = request.scope["query_string"].decode("latin-1")
    for name, value in parse_qsl(query, keep_blank_values=True, errors="replace"):
        if name not in known:
            names = ", ".join(known) or "none"
            raise UsageError(f"{name!r} is no parameter here. Known are: {names}.")
        if name in args:
            raise UsageError(f"{name!r} is given twice.")
        one = known[name]
        if one.values and value not in one.values:
            raise UsageError(f"{name}={value!r} should be one of: {', '.join(one.values)}.")
        if one.format == "date" and (len(value) != 10 or first_day(value) is None):
            raise UsageError(f"{name}={value!r} is not a day. Expected YYYY-MM-DD.")
        if not 1 <= len(value) <= 500 and name not in ("limit", "offset"):
            raise UsageError(f"{name} should be of 1 to 500 characters.")
        args[name] = value
    return args


def _listing(operation: Operation) -> Answering:
    def answer(desk: Desk, request: Request, args: Mapping[str, str]) -> Response:
        limit = _number(args, "limit", USUAL, 1, MOST)
        offset = _number(args, "offset", 0, 0, FURTHEST)
        view = desk.view(args.get("as_of"), args.get("process"))
        found = operation.ask(view, args, offset, limit)
        further = None
        if offset + limit < found.total:
            further = f"{request.url.path}?" + urlencode({**args, "offset": offset + limit})
        return _json(
            {
                "as_of": view.as_of,
                "process": view.process.id if view.process else None,
                "total": found.total,
                "next": further,
                "items": list(found.items),
            }
        )

    return answer


def _brief(desk: Desk, request: Request, args: Mapping[str, str]) -> Response:
    return _json(desk.view(args.get("as_of"), args.get("process")).brief())


def _processes(desk: Desk, request: Request, args: Mapping[str, str]) -> Response:
    return _json({"items": list(desk.record.codebook.processes.values())})


def _report(desk: Desk, request: Request, args: Mapping[str, str]) -> Response:
    id = request.path_params["id"]
    found = desk.view(args.get("as_of"), args.get("process")).report_of(id)
    if found is None:
        raise UnknownNameError("report", id)
    return _json(found)


def _export_csv(desk: Desk, request: Request, args: Mapping[str, str]) -> Response:
    def lines(rows: Iterable[Row]) -> Iterator[str]:
        flat = Flat(TABLES[request.path_params["kind"]])
        return csv_lines(map(flat.row, rows))

    return _stream(desk, request, args, lines, "text/csv; charset=utf-8")


def _export_jsonl(desk: Desk, request: Request, args: Mapping[str, str]) -> Response:
    return _stream(desk, request, args, json_lines, "application/x-ndjson")


def _stream(
    desk: Desk, request: Request, args: Mapping[str, str], lines: Any, media: str
) -> Response:
    kind = request.path_params["kind"]
    if kind not in EXPORTS:
        raise UnknownNameError("kind of export", kind, EXPORTS)
    view = desk.view(args.get("as_of"), args.get("process"))
    return StreamingResponse(chunked(lines(stream_rows(kind, view))), media_type=media)


def _index() -> Response:
    return _json(
        {
            "description": "/api/openapi.json",
            "questions": {one.name: f"/api/{one.name}" for one in OPERATIONS},
            "exports": {kind: f"/api/export/{kind}.jsonl" for kind in EXPORTS},
        }
    )


@cache
def _described() -> Response:
    return _json(describe())


def _number(args: Mapping[str, str], name: str, usual: int, least: int, most: int) -> int:
    given = args.get(name)
    if given is None:
        return usual
    if not (given.isascii() and given.isdigit() and least <= int(given[:12]) <= most):
        raise UsageError(f"{name}={given!r} should be a number from {least} to {most}.")
    return int(given)


def _json(value: object) -> Response:
    return Response(msgspec.json.encode(value), media_type="application/json")
