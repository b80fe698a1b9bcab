"""Finding what a question is about: the reports of a process, an actor by a part of its name."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from rapidfuzz import fuzz
from rapidfuzz import process as fuzzy

from pourparler.errors import UnknownNameError, UsageError
from pourparler.model import Actor, Statement, Telling
from pourparler.record import Rows

_NEAR = 75
"""Likeness, of 100, from which a name is worth asking about."""

_FEW = 30
"""Names, of which a person still looks through a list."""


def calendar_day(text: str) -> str:
    """A day as it is written in the record. Raises UsageError for what is none."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError(f"{text!r} is not a day. Expected YYYY-MM-DD, as in 2024-08-01.") from None


def matching(kind: str, name: str | None, names: Mapping[str, Iterable[str]]) -> set[str] | None:
    """The ids of those whose id or a name is `name`, or else holds it; None for no `name`.

    Raises UnknownNameError, with the nearest names or all of a few, when nothing matches.
    """
    if name is None:
        return None
    wanted = name.casefold()
    exact = {id for id, those in names.items() if wanted in {id, *map(str.casefold, those)}}
    if exact:
        return exact
    within = {
        id
        for id, those in names.items()
        if wanted in id or any(wanted in one.casefold() for one in those)
    }
    if within:
        return within
    known = names if len(names) <= _FEW else ()
    raise UnknownNameError(kind, name, _nearest(wanted, names), known)


def _nearest(wanted: str, names: Mapping[str, Iterable[str]]) -> list[str]:
    """The names that are, or hold a word that is, a slip or two from what is wanted."""
    known: dict[str, str] = {}
    for id, those in names.items():
        for one in (id, *those):
            for word in (one, *re.split(r"[\s–-]+", one)):
                known.setdefault(word.casefold(), one)
    found = fuzzy.extract(wanted, list(known), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=9)
    return list(dict.fromkeys(known[word] for word, *_ in found))[:3]


def spoken_by(statement: Statement, speakers: set[str] | None, words: str | None) -> bool:
    """Whether a speaker is one of `speakers`, speaks for one, or is named by the words."""
    if speakers is None:
        return True
    return any(
        who.actor in speakers
        or who.represents in speakers
        or (words is not None and words.casefold() in who.name.casefold())
        for who in (statement.speaker, *statement.joint)
        if who is not None
    )


def holds(statement: Statement, words: str | None) -> bool:
    """Whether the statement's content holds the words."""
    return words is None or any(
        words.casefold() in part.exact.casefold() for part in statement.content
    )


def around(tellings: Sequence[Telling], day: str, within: timedelta) -> list[Telling]:
    """The reports, of those by day, published that near to a day."""
    middle = date.fromisoformat(day)
    first, last = (middle - within).isoformat(), (middle + within).isoformat()
    return [by for by in tellings if first <= by.day <= last]


def actors_named(
    rows: Rows, reports: Sequence[str] | None, as_of: str, known: Mapping[str, Actor]
) -> list[Actor]:
    """The actors named in some reports (None: in any), by name."""
    named = rows.present(as_of, reports=reports)
    return sorted((known[id] for id in named if id in known), key=lambda actor: actor.name)
