"""What the list commands answer as flat tables.

Statements, events and others are the tables of the export. What the process adds up to of
several tellings (a position held, an ordering, a signal, …) is told in the columns given here.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pourparler.app import View
from pourparler.model import Change, Ordering, PositionHeld, Signal, TimelineEntry, Who
from pourparler.views.export.fields import (
    ID,
    PROOF,
    SUPPORT,
    TABLES,
    TEXT,
    TRUTH,
    WHO,
    Field,
    Many,
    Table,
)
from pourparler.views.export.rows import Row, rows_for, support_row
from pourparler.views.export.tables import as_csv

_PARTY = Field("party", WHO, "whose it is", True)
_SINCE = Field("since", TEXT, "since when")
_VOICE = (
    Field("voice", TEXT, "own, or ascribed by another", True),
    Field("ascribed_by", WHO, "who tells it, where that is not the party itself"),
)


def csv_of(question: str, things: Iterable[Any], view: View) -> Iterator[str]:
    """What a question was answered, as lines of CSV."""
    if question in _ANSWERS:
        table, row = _ANSWERS[question]
        return as_csv(({**row(one), **_support(one)} for one in things), table)
    return as_csv(rows_for(question, things, view), TABLES[question])


def _support(answer: Any) -> Row:
    return support_row(answer.support) if hasattr(answer, "support") else {}


def _timeline(entry: TimelineEntry) -> Row:
    return {"when": entry.when, "what": entry.text, "kind": entry.kind, "item": entry.item}


def _position(held: PositionHeld) -> Row:
    return {
        "id": held.id,
        "party": _who(held.party),
        "issue": held.issue,
        "stance": held.stance,
        "summary": held.summary,
        "voice": held.voice,
        "ascribed_by": _who(held.ascribed_by),
        "since": held.since,
        "until": held.until,
        "told_on": held.told_on,
        "shift": held.shift,
        "replaces": held.replaces,
    }


def _ordering(ordering: Ordering) -> Row:
    return {
        "id": ordering.id,
        "party": _who(ordering.party),
        "wants": ordering.wants,
        "before": ordering.before,
        "denied": ordering.denied,
        "voice": ordering.voice,
        "ascribed_by": _who(ordering.ascribed_by),
        "since": ordering.since,
    }


def _signal(signal: Signal) -> Row:
    proof = signal.evidence
    return {
        "id": signal.id,
        "published": signal.published,
        "party": _who(signal.party),
        "towards": [_who(who) for who in signal.towards],
        "words": signal.words,
        "answer": signal.answer,
        "evidence": [
            {"report": proof.report, "start": proof.start, "end": proof.end, "exact": proof.exact}
        ],
    }


def _change(change: Change) -> Row:
    return {"published": change.published, "kind": change.kind, "change": change.text}


def _who(who: Who | None) -> Row | None:
    return None if who is None else {"actor": who.actor, "name": who.name}


_ANSWERS: dict[str, tuple[Table, Callable[[Any], Row]]] = {
    "timeline": (
        Table(
            "One row a day that matters.",
            (
                Field("when", TEXT, "when", True),
                Field("what", TEXT, "what, in one line", True),
                Field("kind", TEXT, "meeting, event, statement, phase", True),
                Field("item", TEXT, "id of the meeting or event, or the phase", True),
                *SUPPORT,
            ),
            key=None,
        ),
        _timeline,
    ),
    "positions": (
        Table(
            "One row a party's stance on an issue, from when it was first told.",
            (
                ID,
                _PARTY,
                Field("issue", TEXT, "id of the issue in the codebook", True),
                Field("stance", TEXT, "demand, precondition, offer, refusal, …", True),
                Field("summary", TEXT, "one line in our words and the report's", True),
                *_VOICE,
                _SINCE,
                Field("until", TEXT, "until when; null while it holds"),
                Field("told_on", TEXT, "the last day it was told again", True),
                Field("shift", TEXT, "new, held, hardened, softened, reversed", True),
                Field("replaces", TEXT, "id of the stance before"),
                *SUPPORT,
            ),
        ),
        _position,
    ),
    "preconditions": (
        Table(
            "One row a thing that a party wants before another.",
            (
                ID,
                _PARTY,
                Field("wants", TEXT, "id of the issue wanted first"),
                Field("before", TEXT, "id of the issue that is to wait"),
                Field("denied", TRUTH, "whether it is said not to be a condition", True),
                *_VOICE,
                _SINCE,
                *SUPPORT,
            ),
        ),
        _ordering,
    ),
    "signals": (
        Table(
            "One row an offer, hope or invitation.",
            (
                ID,
                Field("published", TEXT, "when it was told", True),
                _PARTY,
                Field("towards", Many(WHO), "to whom", True),
                Field("words", TEXT, "what it is", True),
                Field("answer", TEXT, "what came of it"),
                Field("evidence", Many(PROOF), "the words of the report that prove it", True),
            ),
        ),
        _signal,
    ),
    "changes": (
        Table(
            "One row a thing that is known now and was not, or was otherwise.",
            (
                Field("published", TEXT, "when it was told", True),
                Field("kind", TEXT, "meeting, position, deadlock, phase, signal", True),
                Field("change", TEXT, "what changed", True),
                *SUPPORT,
            ),
            key=None,
        ),
        _change,
    ),
}
"""The answers that are no table of the export: their columns, and the row of one."""
