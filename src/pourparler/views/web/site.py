"""The site: which path is which page, in which form, and how it is answered quickly.

A page's HTML is kept, packed, for as long as the record stays as it was laid out, so that a
page that many people look at is made once.
"""

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Mapping
from threading import Lock, Thread
from typing import Any
from urllib.parse import parse_qsl

from anyio.to_thread import run_sync
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pourparler.app.desk import Desk
from pourparler.app.record import Record
from pourparler.app.warm import WarmView
from pourparler.record.browsing import bound_in_time
from pourparler.views.web.api import api_routes
from pourparler.views.web.asking import Page, Question
from pourparler.views.web.failing import NotFoundError, failure, failure_of
from pourparler.views.web.files import serve_static
from pourparler.views.web.pages import PAGES
from pourparler.views.web.rendering import as_csv, as_html, as_json
from pourparler.views.web.review import review_routes
from pourparler.views.web.safety import SITE, Guard, cookies, new_site_token

SECONDS = 20.0
"""How long one use of the database may take before it is broken off."""

KEPT_BYTES = 64 * 2**20
"""Memory for pages that are kept."""

_SUFFIXES = (".json", ".csv")

MakePage = Callable[[Question], Page]


def make_site(
    record: Record,
    *,
    token: str | None = None,
    patience: float | None = None,
    ahead: bool = False,
) -> Any:
    """The site of a record, as an ASGI application.

    With `token`, everyone who asks must know it; without, only this machine is answered.
    `patience` is how many seconds an answer may be older than the record; `ahead` draws the
    conclusions of the last day before anyone asks.
    """
    bound_in_time(record.store.engine, SECONDS)
    desk = Desk(record) if patience is None else Desk(record, patience=patience)
    if ahead:
        Thread(target=desk.lay_out, daemon=True).start()
    site = _Site(desk)
    routes = [
        Route("/static/{name:path}", serve_static),
        *api_routes(desk),
        *review_routes(desk),
        *(Route(path, site.answering(make)) for path, make in PAGES.items()),
        Route("/{rest:path}", _no_page),
    ]
    handlers = {405: _no_method}
    return Guard(_Suffixed(Starlette(routes=routes, exception_handlers=handlers)), token)


async def _no_page(request: Request) -> Response:
    path = request.scope.get("asked", request.scope["path"])
    scope = {**request.scope, "path": path}
    return failure_of(scope, NotFoundError(f"there is no page {path}"))


async def _no_method(request: Request, error: Exception) -> Response:
    headers = getattr(error, "headers", None)
    fix = "Ask with GET. Only a decision in the review is sent."
    return failure(request.scope, 405, "This address is only read.", fix, headers=headers)


class _Suffixed:
    """Takes `.json` and `.csv` off a page's path, and `/index` back to `/`."""

    def __init__(self, app: Any) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            path: str = scope["path"]
            if not path.startswith(("/api", "/static")):
                for suffix in _SUFFIXES:
                    if path.endswith(suffix):
                        plain = path.removesuffix(suffix)
                        plain = "/" if plain == "/index" else plain
                        scope = {**scope, "path": plain, "raw_path": plain.encode(), "asked": path}
                        scope["style"] = suffix[1:]
                        break
        await self._app(scope, receive, send)


class _Site:
    """Answers pages, from what is kept where it can."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: OrderedDict[tuple[str, ...], _Kept] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def answering(self, make: MakePage) -> Callable[[Request], Any]:
        """The endpoint of a page."""

        async def endpoint(request: Request) -> Response:
            scope = request.scope
            style: str = scope.get("style", "html")
            query = scope["query_string"].decode("latin-1")
            args = dict(parse_qsl(query))
            held = self._desk.ready(args.get("process"))
            view = None if held is None else held.known(args.get("as_of"))
            if view is not None:
                key = _key(view, request, query, style)
                if (kept := self._kept.get(key)) is not None:
                    return kept.answer(request)
            return await run_sync(self._make, make, request, style, args, query)

        return endpoint

    def _make(
        self, make: MakePage, request: Request, style: str, args: Mapping[str, str], query: str
    ) -> Response:
        scope = {**request.scope, "path": request.scope.get("asked", request.scope["path"])}
        path: str = request.scope["path"]
        base = f"{request.url.scheme}://{request.headers.get('host', 'localhost')}"
        try:
            known = cookies(request.headers)
            site_token = known.get(SITE) or new_site_token()
            question = Question(
                self._desk,
                path,
                args,
                names=request.path_params,
                base=base,
                cookies=known,
                site_token=site_token,
            )
            page = make(question)
            if style == "csv":
                return as_csv(page, question)
            if style == "json":
                return as_json(page, question)
            html = as_html(page, question)
            if page.private:
                return _private(html, site_token)
            kept = _Kept(html)
        except Exception as error:
            return failure_of(scope, error)
        if page.kept:
            self._keep(_key(question.view, request, query, style), kept)
        return kept.answer(request)

    def _keep(self, key: tuple[str, ...], kept: "_Kept") -> None:
        with self._lock:
            old = self._kept.pop(key, None)
            self._bytes += kept.size - (old.size if old else 0)
            self._kept[key] = kept
            while self._bytes > KEPT_BYTES:
                _, dropped = self._kept.popitem(last=False)
                self._bytes -= dropped.size


def _private(html: str, site_token: str) -> Response:
    """A page for one reader, with the token that its forms repeat."""
    answer = Response(html.encode("utf-8", "replace"), media_type="text/html")
    answer.headers["cache-control"] = "no-store"
    answer.set_cookie(SITE, site_token, httponly=True, samesite="strict")
    return answer


def _key(view: WarmView, request: Request, query: str, style: str) -> tuple[str, ...]:
    path: str = request.scope["path"]
    return (str(view.stamp), path, query, style, request.headers.get("host", ""))


class _Kept:
    """A page as it goes out: plain, packed, and the tag that tells whether it has changed."""

    def __init__(self, html: str) -> None:
        self._plain = html.encode("utf-8", "replace")
        self._packed = gzip.compress(self._plain, 5, mtime=0)
        self._tag = '"' + hashlib.blake2b(self._plain, digest_size=9).hexdigest() + '"'
        self.size = len(self._plain) + len(self._packed)

    def answer(self, request: Request) -> Response:
        """The response, or that nothing has changed since the browser asked last."""
        headers = {
            "etag": self._tag,
            "cache-control": "private, no-cache",
            "vary": "accept-encoding",
        }
        if request.headers.get("if-none-match") == self._tag:
            return Response(status_code=304, headers=headers)
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers["content-encoding"] = "gzip"
            return Response(self._packed, headers=headers, media_type="text/html")
        return Response(self._plain, headers=headers, media_type="text/html")
