"""Templates: every value is escaped, and every hidden character in it made visible."""

import calendar
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pourparler.model import When
from pourparler.views.tables import because_of
from pourparler.views.web.visible import visible

STATIC = Path(__file__).parent / "static"

STANCE_FAMILY = {
    "demand": "wants",
    "precondition": "wants",
    "offer": "willing",
    "commitment": "willing",
    "support": "willing",
    "refusal": "refuses",
}
"""What a stance looks like: its sign and colour. The word always stands beside them."""


@cache
def environment() -> Environment:
    """The environment of all templates."""
    found = Environment(
        loader=PackageLoader("pourparler.views.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    found.filters |= {"short": short, "day": day, "number": number, "family": family}
    found.filters |= {"because_of": because_of}
    found.globals |= {"static": static}
    return found


def static(name: str) -> str:
    """The address of a static file, another one when its content changes."""
    return f"/static/{name}?v={_version(name)}"


@cache
def _version(name: str) -> str:
    return hashlib.blake2b((STATIC / name).read_bytes(), digest_size=5).hexdigest()


def short(text: str | None, most: int = 160) -> str:
    """The text on one line, cut at a word."""
    flat = " ".join((text or "").split())
    if len(flat) <= most:
        return flat
    return flat[:most].rsplit(" ", 1)[0] + " …"


def day(when: When | None) -> str:
    """A time as a person reads it, no more precise than it is known.

    >>> day("2024-07"), day("2024-07-03"), day("2017/.."), day("../2024-12-02")
    ('July 2024', '3 July 2024', 'since 2017', 'by 2 December 2024')
    >>> day("2024-07-03/2024-07-05"), day("2024-07/2024-12"), day("2023-12-30/2024-01-02")
    ('3–5 July 2024', 'July – December 2024', '30 December 2023 – 2 January 2024')
    """
    if not when:
        return "day unknown"
    first, slash, last = when.partition("/")
    if not slash:
        return _point(first)
    if last in ("", ".."):
        return f"since {_point(first)}"
    if first in ("", ".."):
        return f"by {_point(last)}"
    return _stretch(_point(first).split(" "), _point(last).split(" "))


def _stretch(first: list[str], last: list[str]) -> str:
    """From one time to another, without the month and year of the first where both have them."""
    shared = 0
    while shared < min(len(first), len(last)) - 1 and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    begin = first[: len(first) - shared]
    dash = "–" if len(begin) == 1 and begin[0].isdigit() and len(last) == 3 else " – "
    return f"{' '.join(begin)}{dash}{' '.join(last)}"


_MONTHS = tuple(calendar.month_name)[1:]


def _point(when: str) -> str:
    date, _, clock = when.partition("T")
    parts = date.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return when
    if len(parts) > 1:
        month = int(parts[1])
        if not 1 <= month <= 12:
            return when
        parts[1] = _MONTHS[month - 1]
    if len(parts) == 3:
        parts[2] = str(int(parts[2]))
    return " ".join(reversed(parts)) + (f", {clock}" if clock else "")


def number(value: int) -> str:
    """A number with its thousands apart."""
    return f"{value:,}"


def family(stance: str) -> str:
    """The family a stance is drawn as."""
    return STANCE_FAMILY.get(stance, "wants")


def _shown(value: Any) -> Any:
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return visible(value)
    return "" if value is None else value
