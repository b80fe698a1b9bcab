"""What stands before every page: who may ask, from where, and what a browser may do with it."""

import hmac
import secrets
import time
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pourparler.views.web.failing import failure

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = [
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
]

ACCESS = "pourparler-access"
"""The cookie that holds the access token once it has been given."""

SITE = "pourparler-site"
"""The cookie that a change must repeat in its form: another site can send it, not read it."""

THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Guard:
    """Answers only those who may ask.

    Without a `token` only requests addressed to this machine are answered, so that no page of
    another site reaches the record through a name that it points here. With one, each request
    carries it: as a bearer, in a cookie, or once as `?token=`, which sets the cookie.
    """

    def __init__(self, app: ASGIApp, token: str | None = None) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {
            name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]
        }
        answer = self._refusal(scope, headers)
        await (answer or self._app)(scope, receive, _adding(send))

    def _refusal(self, scope: Scope, headers: dict[str, str]) -> Response | None:
        if self._token is None:
            host = urlsplit(f"//{headers.get('host', '')}").hostname
            if host not in THIS_MACHINE:
                return failure(
                    scope,
                    403,
                    "This site answers only under the name of this machine.",
                    "Open it as http://127.0.0.1; a wider address needs `--token`.",
                )
        elif not self._knows_token(headers):
            return self._admit(scope)
        if scope["method"] not in _SAFE and not _of_this_site(headers):
            return failure(
                scope,
                403,
                "A change may only be sent from a page of this site.",
                "Open the page again and send it from there.",
            )
        return None

    def _knows_token(self, headers: dict[str, str]) -> bool:
        kind, _, bearer = headers.get("authorization", "").partition(" ")
        given = bearer.strip() if kind.lower() == "bearer" else cookies(headers).get(ACCESS, "")
        return self._is_token(given)

    def _is_token(self, given: str) -> bool:
        assert self._token is not None
        return hmac.compare_digest(given.encode(), self._token.encode())

    def _admit(self, scope: Scope) -> Response:
        pairs = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        if scope["method"] == "GET" and self._is_token(dict(pairs).get("token", "")):
            rest = urlencode([pair for pair in pairs if pair[0] != "token"])
            path = "/" + scope["path"].lstrip("/\\")
            answer = RedirectResponse(path + ("?" + rest if rest else ""), 303)
            answer.set_cookie(ACCESS, self._token or "", httponly=True, samesite="strict")
            return answer
        return failure(
            scope,
            401,
            "This record is shown to those who have its token.",
            "Open the address with ?token=… once, or send it as a bearer token.",
            headers={"www-authenticate": 'Bearer realm="pourparler"'},
        )


def cookies(headers: Any) -> dict[str, str]:
    """The cookies of a request; none where they cannot be read."""
    try:
        return {name: one.value for name, one in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


def new_site_token() -> str:
    """A token for the cookie `SITE`."""
    return secrets.token_urlsafe(24)


def is_from_form(headers: Any, form: dict[str, str]) -> bool:
    """Whether a change repeats the token of the page it was sent from."""
    known = cookies(headers).get(SITE, "")
    return bool(known) and hmac.compare_digest(known.encode(), form.get("site", "").encode())


def _of_this_site(headers: dict[str, str]) -> bool:
    fetched = headers.get("sec-fetch-site")
    if fetched is not None and fetched not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def _adding(send: Send) -> Send:
    started = time.perf_counter()

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = {name for name, _ in message["headers"]}
            spent = f"total;dur={(time.perf_counter() - started) * 1000:.1f}"
            message["headers"] = [
                *message["headers"],
                (b"server-timing", spent.encode()),
                *(header for header in HEADERS if header[0] not in given),
            ]
        await send(message)

    return sending
