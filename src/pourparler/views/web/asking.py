"""What a page is asked: its state, which stands in the URL, and the links that keep it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from pourparler.app.desk import Desk
from pourparler.app.warm import WarmView
from pourparler.errors import UsageError
from pourparler.model import Evidence, Span, Who

MOST = 50
"""Lines of a list on one page."""

_EVERYWHERE = ("as_of", "process")
"""What every link carries on."""

Row = Mapping[str, Any]


class Question:
    """One request for a page: the view it asks for, its path and its parameters."""

    def __init__(
        self,
        desk: Desk,
        path: str,
        args: Mapping[str, str],
        *,
        names: Mapping[str, str],
        base: str,
        cookies: Mapping[str, str],
        site_token: str,
    ) -> None:
        self.desk = desk
        self.path = path
        self.args = {key: value for key, value in args.items() if value != ""}
        self.names = names
        self.base = base
        self.cookies = cookies
        self.site_token = site_token
        self.view: WarmView = desk.view(self.args.get("as_of"), self.args.get("process"))

    def get(self, name: str, default: str = "") -> str:
        """A parameter of the URL."""
        return self.args.get(name, default)

    def number(self, name: str, default: int, most: int) -> int:
        """A parameter that is a whole number from 0 to `most`. Raises UsageError."""
        given = self.args.get(name)
        if given is None:
            return default
        if not given.isascii() or not given.isdigit() or int(given[:12]) > most:
            raise UsageError(f"{name}={given!r} should be a number from 0 to {most}.")
        return int(given)

    def choice(self, name: str, allowed: Iterable[str]) -> str | None:
        """A parameter that is one of some words. Raises UsageError."""
        given = self.args.get(name)
        if given is not None and given not in (known := list(allowed)):
            raise UsageError(f"{name}={given!r} should be one of: {', '.join(known)}.")
        return given

    def here(self, **changes: object) -> str:
        """This page with some parameters changed; None takes one away."""
        return _url(self.path, {**self.args, **changes})

    def to(self, path: str, **parameters: object) -> str:
        """Another page, as of the same day and for the same process."""
        kept = {name: self.args.get(name) for name in _EVERYWHERE}
        return _url(path, {**kept, **parameters})

    def beside(self, style: str) -> str:
        """This page in another form: `json` or `csv`."""
        path = "/index" if self.path == "/" else self.path
        return _url(f"{path}.{style}", self.args)

    def fixed(self) -> str:
        """The address of this page that shows the same on any later day."""
        given = {**self.args, "as_of": self.view.as_of}
        if self.view.process is not None:
            given["process"] = self.view.process.id
        return self.base + _url(self.path, given)

    def evidence(self, evidence: Evidence) -> str:
        """The words in their report, marked."""
        place = f"{evidence.start}-{evidence.end}"
        return self.to(f"/reports/{evidence.report}", mark=place) + f"#s{place}"

    def places(self, spans: Iterable[Span]) -> str:
        """Several stretches of one report, as its page takes them in `mark`."""
        return ",".join(f"{span.start}-{span.end}" for span in spans)

    def party(self, who: Who | str | None) -> str | None:
        """The page of an actor, None for one nobody could resolve."""
        actor = who.actor if isinstance(who, Who) else who
        return self.to("/parties/" + quote(actor, safe=".-~")) if actor else None

    def issue(self, issue: str) -> str:
        """The page of an issue."""
        return self.to("/issues/" + quote(issue, safe=".-~"))

    def meeting(self, meeting: str) -> str:
        """The page of a meeting."""
        return self.to("/meetings/" + quote(meeting, safe=".-~"))

    def statement(self, statement: str) -> str:
        """The page of a statement with its versions."""
        return self.to("/statements/" + quote(statement, safe=".-~"))


@dataclass(slots=True)
class Page:
    """What a page shows: a template with its context, and the same as plain data.

    `items` are the answers on this page, `rows` gives every line for a spreadsheet. `total`
    and `next` tell what is not on this page. A `private` page is for one reader; one that is
    not `kept` shows more than the reports up to its day.
    """

    template: str
    title: str
    items: Sequence[Any]
    rows: Callable[[], Iterable[Row]]
    context: dict[str, Any] = field(default_factory=dict)
    total: int | None = None
    next: str | None = None
    private: bool = False
    kept: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a long list, and the ways to its other parts."""

    items: Sequence[Any]
    total: int
    first: int
    last: int
    before: str | None
    after: str | None


def part_of(question: Question, things: Sequence[Any], most: int = MOST) -> Part:
    """The part of a list that `from` asks for."""
    skip = question.number("from", 0, 10**9)
    return part(question, things[skip : skip + most], len(things), skip, most)


def part(question: Question, shown: Sequence[Any], total: int, skip: int, most: int) -> Part:
    """What is shown of `total` things from the `skip`-th on."""
    after = skip + most
    return Part(
        items=shown,
        total=total,
        first=min(skip + 1, total),
        last=min(skip + len(shown), total),
        before=question.here(**{"from": max(0, skip - most) or None}) if skip else None,
        after=question.here(**{"from": after}) if after < total else None,
    )


def _url(path: str, parameters: Mapping[str, object]) -> str:
    given = {key: value for key, value in parameters.items() if value not in (None, "")}
    return path + ("?" + urlencode(given) if given else "")
