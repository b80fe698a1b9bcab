"""Pages made by hand: two invented states, a mediator, a front, their officials and an observer.

Mentions and statements are given, so that these tests ask only what positions make of them.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import structs

from pourparler.codebook import Codebook
from pourparler.model import Actor, Mention, Report, Span, Statement
from pourparler.readings.cast import Cast
from pourparler.readings.page import Page

PUBLISHED = "2031-05-20"

ACTORS = (
    Actor("freedonia", "Freedonia", "state", country="freedonia"),
    Actor("sylvania", "Sylvania", "state", country="sylvania"),
    Actor("osterlich", "Osterlich", "state", country="osterlich"),
    Actor("sylvania.army", "Sylvanian army", "army", country="sylvania", part_of="sylvania"),
    Actor("hill-front", "Hill Front", "armed-group"),
    Actor("league", "League of Nations", "organisation"),
    Actor("courier", "Morning Courier", "outlet"),
    Actor("anna-brandt", "Anna Brandt", "person"),
    Actor("karel-novak", "Karel Novak", "person"),
    Actor("ida-holm", "Ida Holm", "person"),
    Actor("otto-lind", "Otto Lind", "person"),
)

# Words of a text to the actor they name and whom that actor represents.
NAMES: dict[str, tuple[str, str | None]] = {
    "Freedonia": ("freedonia", "freedonia"),
    "Freedonian": ("freedonia", "freedonia"),
    "Sylvania": ("sylvania", "sylvania"),
    "Sylvanian": ("sylvania", "sylvania"),
    "Osterlich": ("osterlich", "osterlich"),
    "Sylvanian army": ("sylvania.army", None),
    "Hill Front": ("hill-front", "hill-front"),
    "League of Nations": ("league", "league"),
    "Morning Courier": ("courier", None),
    "Anna Brandt": ("anna-brandt", "freedonia"),
    "Brandt": ("anna-brandt", "freedonia"),
    "Karel Novak": ("karel-novak", "sylvania"),
    "Novak": ("karel-novak", "sylvania"),
    "Ida Holm": ("ida-holm", "osterlich"),
    "Holm": ("ida-holm", "osterlich"),
    "Otto Lind": ("otto-lind", None),
    "Lind": ("otto-lind", None),
}

Said = tuple[str, str]


class Maker:
    """Makes pages of a text, with `said` the statements in it: pairs of speaker and content."""

    def __init__(self, nlp: Any, codebook: Codebook) -> None:
        self._nlp = nlp
        self._codebook = codebook

    def page(self, text: str, *said: Said) -> Page:
        """The page of `text`; "its" stands for the state that is named first."""
        first = re.search(r"Freedonia|Sylvania", text)
        names = NAMES | ({"its": NAMES[first[0]]} if first else {})
        mentions = tuple(_mentions(text, names))
        statements = tuple(_statement(text, mentions, each) for each in said)
        return Page(
            report=Report.of(text, PUBLISHED),
            doc=self._nlp(text),
            codebook=self._codebook,
            cast=Cast(mentions, ACTORS),
            statements=_nest(statements),
        )


def _mentions(text: str, names: Mapping[str, tuple[str, str | None]]) -> Iterator[Mention]:
    words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    for match in re.finditer(rf"\b(?:{words})\b", text):
        actor, represents = names[match[0]]
        span = Span.of(text, match.start(), match.end())
        name = next(each.name for each in ACTORS if each.id == actor)
        yield Mention(span, actor, name, "name", represents=represents)


def _statement(text: str, mentions: tuple[Mention, ...], said: Said) -> Statement:
    speaker, content = said
    start = text.index(content)
    found = [each for each in mentions if each.span.exact == speaker]
    outside = [each for each in found if not start <= each.span.start < start + len(content)]
    return Statement(
        id=f"s{start}-{len(content)}",
        kind="indirect",
        content=(Span.of(text, start, start + len(content)),),
        speaker=outside[0] if outside else None,
    )


def _nest(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    nested = []
    for inner in statements:
        around = [
            outer.id
            for outer in statements
            if outer is not inner
            and outer.content[0].start <= inner.content[0].start
            and inner.content[0].end <= outer.content[0].end
        ]
        nested.append(structs.replace(inner, nested_in=around[0] if around else None))
    return tuple(nested)
