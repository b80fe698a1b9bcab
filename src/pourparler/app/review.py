"""What a person should look at first: the readings that are least certain."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pourparler.app.warm import WarmView
from pourparler.model import (
    Evidence,
    Meeting,
    Mention,
    Position,
    Precondition,
    Span,
    Statement,
    Told,
)
from pourparler.record import kinds
from pourparler.record.decisions import Decisions, load_decisions

LATEST = 2000
"""Statements that are looked through, the latest ones."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something read, where, how doubtful it is (more is more), why, and what may be corrected.

    `fields` gives each field that a person may correct its present value.
    """

    kind: str
    told: Told[Any]
    evidence: tuple[Evidence, ...]
    weight: int
    reasons: tuple[str, ...]
    fields: Mapping[str, str | None]


def queue(view: WarmView, kind: str | None = None) -> list[Doubt]:
    """What nobody has decided on yet, the most doubtful first, then the latest."""
    decisions = load_decisions(view.holding.rows.engine)
    found = [
        doubt
        for name in KINDS
        if kind in (None, name)
        for told in _told(view, name)
        if decisions.about(name, told) is None and (doubt := _doubt(name, told)) is not None
    ]
    found.sort(key=lambda one: one.told.by.day, reverse=True)
    return sorted(found, key=lambda one: -one.weight)


def decided(view: WarmView) -> Decisions:
    """Every decision of the record."""
    return load_decisions(view.holding.rows.engine)


def _told(view: WarmView, kind: str) -> list[Told[Any]]:
    if kind == kinds.STATEMENTS.name:
        return view.statement_page(skip=0, most=LATEST).items
    return view.told(next(one for one in kinds.KINDS if one.name == kind))


def _doubt(kind: str, told: Told[Any]) -> Doubt | None:
    weigh, fields = KINDS[kind]
    reasons = [(weight, reason) for weight, reason in weigh(told.item) if weight]
    spans: tuple[Span, ...] = getattr(told.item, "evidence", ()) or told.item.content
    return Doubt(
        kind,
        told,
        told.by.evidence(spans),
        sum(weight for weight, _ in reasons),
        tuple(reason for _, reason in sorted(reasons, reverse=True)),
        {name: _plain(getattr(told.item, name)) for name in fields},
    )


Weighed = list[tuple[int, str]]


def _of_statement(item: Statement) -> Weighed:
    return [
        (4 * (item.speaker is None), "no speaker was found"),
        (3 * _unknown(item.speaker), "nobody known bears the speaker's name"),
        (2 * _indirect(item.speaker), "the speaker is named by a pronoun or a role"),
        (item.kind == "indirect", "the words are reported, not quoted"),
        (item.nested_in is not None, "it is told inside another statement"),
        (2 * (sum(len(part.exact) for part in item.content) < 20), "the words are very short"),
    ]


def _of_position(item: Position) -> Weighed:
    return [
        (4 * _unknown(item.party), "nobody known bears the party's name"),
        (3 * (item.voice == "ascribed"), "another tells it of the party"),
        (2 * (item.statement is None), "no statement was read there"),
        (_indirect(item.party), "the party is named by a pronoun or a role"),
    ]


def _of_precondition(item: Precondition) -> Weighed:
    return [
        (4 * _unknown(item.party), "nobody known bears the party's name"),
        (3 * (item.voice == "ascribed"), "another tells it of the party"),
        (3 * (item.wants is None or item.before is None), "one side of the order is left open"),
        (2 * item.denied, "it is read as the denial of a condition"),
    ]


def _of_meeting(item: Meeting) -> Weighed:
    return [
        (4 * (len(item.participants) < 2), "fewer than two took part"),
        (2 * (item.occurred is None), "its day is unknown"),
        (2 * any(_unknown(one.mention) for one in item.participants), "a participant is unknown"),
        (item.status not in ("held", "planned"), "it is told as neither held nor planned"),
    ]


KINDS: dict[str, tuple[Callable[[Any], Weighed], tuple[str, ...]]] = {
    "positions": (_of_position, ("stance", "issue", "party")),
    "preconditions": (_of_precondition, ("wants", "before", "party")),
    "meetings": (_of_meeting, ("status", "occurred", "place")),
    "statements": (_of_statement, ("speaker", "act", "kind")),
}
"""The kinds that are reviewed: what makes each doubtful, and which fields may be corrected."""


def _unknown(mention: Mention | None) -> bool:
    return mention is not None and mention.actor is None


def _indirect(mention: Mention | None) -> bool:
    return mention is not None and mention.form in ("pronoun", "role", "metonym")


def _plain(value: Any) -> str | None:
    if isinstance(value, Mention):
        return value.actor or ""
    return None if value is None else str(value)
