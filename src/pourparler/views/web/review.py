"""The review queue: the least certain reading first, and what a person decides on it."""

from collections.abc import Mapping
from urllib.parse import parse_qsl

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from pourparler.app.desk import Desk
from pourparler.app.review import KINDS, Doubt, decided, queue
from pourparler.errors import UsageError
from pourparler.model import Decision, Verdict
from pourparler.views.web.asking import Page, Question, Row, part_of
from pourparler.views.web.failing import failure, failure_of
from pourparler.views.web.safety import is_from_form

LONGEST = 20_000
"""Bytes that a decision may send."""

AUTHOR = "pourparler-author"
"""The cookie that remembers who decides."""

_ANSWERS: dict[str, Verdict] = {"right": "confirm", "wrong": "reject", "unsure": "unsure"}
_LATEST = 10


def review(question: Question) -> Page:
    """The queue of one `kind` or of all; `passed` leaves some aside for now."""
    kind = question.choice("kind", KINDS)
    passed = set(question.get("passed").split())
    every = [one for one in queue(question.view, kind) if one.told.item.id not in passed]
    shown = part_of(question, every)
    return Page(
        "review.html",
        "Review",
        items=[_row(one, question) for one in shown.items],
        rows=lambda: (_row(one, question) for one in every),
        context={
            "first": every[0] if every else None,
            "count": len(every),
            "kind": kind,
            "kinds": list(KINDS),
            "latest": _latest(question),
            "author": question.cookies.get(AUTHOR, ""),
            "last": question.get("last"),
            "here": question.here(passed=None, last=None),
            "actors": question.view.actors()[:400] if every else [],
        },
        total=len(every),
        next=shown.after,
        private=True,
    )


def review_routes(desk: Desk) -> list[Route]:
    """The route that takes decisions."""

    async def take(request: Request) -> Response:
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > LONGEST:
                return failure(request.scope, 413, "That is too long.", "Shorten the reason.")
        form = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
        if not is_from_form(request.headers, form):
            return failure(
                request.scope,
                403,
                "A change may only be sent from a page of this site.",
                "Open the review again and send it from there.",
            )
        return await run_sync(_taken, desk, request, form)

    return [Route("/review", take, methods=["POST"])]


def _taken(desk: Desk, request: Request, form: Mapping[str, str]) -> Response:
    try:
        decision = _decide(desk, form)
    except Exception as error:
        return failure_of(request.scope, error)
    desk.refresh()
    query = dict(parse_qsl(request.scope["query_string"].decode("latin-1")))
    query.pop("last", None)
    if decision.verdict != "withdraw":
        query["last"] = decision.id
    answer = RedirectResponse(str(request.url.replace(scheme="", netloc="", query="")), 303)
    answer.headers["location"] = str(
        request.url.include_query_params(**query).replace(scheme="", netloc="")
    )
    answer.set_cookie(AUTHOR, decision.author, httponly=True, samesite="strict")
    return answer


def _decide(desk: Desk, form: Mapping[str, str]) -> Decision:
    """The decision that a form makes. Raises UsageError for one that means nothing."""
    deciding = desk.record.deciding()
    author, reason = form.get("author", "").strip(), form.get("reason", "").strip()
    if form.get("undo"):
        return deciding.withdraw(form["undo"], author=author, reason=reason or "undone in review")
    answer = form.get("answer", "")
    if answer not in _ANSWERS:
        raise UsageError(f"the answer {answer!r} should be one of: {', '.join(_ANSWERS)}.")
    change = {
        name: value.strip() or None
        for name in (one.removeprefix("was.") for one in form if one.startswith("was."))
        if (value := form.get(name, form[f"was.{name}"])) != form[f"was.{name}"]
    }
    verdict = _ANSWERS[answer]
    if verdict == "reject" and change:
        verdict = "correct"
    return deciding.decide(
        verdict,
        form.get("item", ""),
        author=author,
        reason=reason or f"{answer}, seen in review",
        change=change if verdict == "correct" else None,
    )


def _latest(question: Question) -> list[Decision]:
    return list(reversed(decided(question.view).all))[:_LATEST]


def _row(doubt: Doubt, question: Question) -> Row:
    first = doubt.evidence[0]
    return {
        "item": doubt.told.item.id,
        "kind": doubt.kind,
        "doubt": doubt.weight,
        "why": "; ".join(doubt.reasons),
        "read": "; ".join(f"{name}: {value}" for name, value in doubt.fields.items()),
        "published": doubt.told.by.published,
        "report": first.report,
        "start": first.start,
        "end": first.end,
        "words": first.exact,
    }
