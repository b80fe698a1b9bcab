"""Export rows: one JSON object for each thing, with the field names that programs rely on.

docs/reference/export.md describes them; tests/views/test_export.py holds them to it.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from pourparler.app import View
from pourparler.errors import UnknownNameError
from pourparler.model import (
    Actor,
    Event,
    Evidence,
    MeetingHeld,
    Mention,
    Phase,
    Position,
    Precondition,
    Span,
    Statement,
    Support,
    Telling,
    Time,
    Told,
    Who,
)
from pourparler.record import kinds

Row = dict[str, Any]


def rows_of(kind: str, view: View) -> Iterator[Row]:
    """The rows of a kind as of the view's day. Raises UnknownNameError for another kind."""
    if kind not in EXPORTS:
        raise UnknownNameError("kind of export", kind, EXPORTS)
    ask, _ = _ASKED[kind]
    return rows_for(kind, ask(view), view)


def rows_for(kind: str, things: Iterable[Any], view: View) -> Iterator[Row]:
    """The rows of some things of a kind, such as a view answers when asked for the kind."""
    _, write = _ASKED[kind]
    return iter(write(things, view))


def _reports(things: Iterable[Any], view: View) -> Iterable[Row]:
    for report, copy_of in things:
        yield {
            "id": report.id,
            "path": report.path,
            "key": report.key,
            "published": report.published,
            "outlet": report.outlet,
            "title": report.title,
            "url": report.url,
            "language": report.language,
            "duplicate_of": copy_of,
            "text": report.text,
        }


def _statements(things: Iterable[Any], view: View) -> Iterable[Row]:
    paths = view.paths()
    for told in things:
        item: Statement = told.item
        yield {
            **_where(told, paths),
            "kind": item.kind,
            "act": item.act,
            "attitude": item.attitude,
            "speaker": _mention(item.speaker),
            "cue": _span(item.cue),
            "content": [_exact(span) for span in item.content],
            "addressee": _who(item.addressee),
            "venue": item.venue,
            "stated": item.stated,
            "nested_in": item.nested_in,
            "via": [_who(mention) for mention in item.via],
            "joint": [_named(mention) for mention in item.joint],
            "decided": told.decided,
        }


def _sayings(things: Iterable[Any], view: View) -> Iterable[Row]:
    for saying in things:
        yield {
            "id": saying.id,
            "speaker": {"actor": saying.speaker.actor, "name": saying.speaker.name},
            "words": saying.words,
            "stated": saying.stated,
            "versions": [
                {
                    "statement": told.item.id,
                    "report": told.by.report,
                    "published": told.by.published,
                    "outlet": told.by.outlet,
                    "duplicate_of": told.by.copy_of,
                    "kind": told.item.kind,
                    "words": " … ".join(span.exact for span in told.item.content),
                }
                for told in saying.versions
            ],
            **support_row(saying.support),
        }


def _events(things: Iterable[Any], view: View) -> Iterable[Row]:
    paths = view.paths()
    for told in things:
        item: Event = told.item
        yield {
            **_where(told, paths),
            "actors": [_named(mention) for mention in item.actors],
            "recipients": [_named(mention) for mention in item.recipients],
            "type": item.type,
            "mode": item.mode,
            "cameo": item.cameo,
            "status": item.status,
            "occurred": item.occurred,
            "place": item.place,
            "claimed_by": _who(item.claimed_by),
            "evidence": _evidence(told.by, item.evidence),
            "decided": told.decided,
        }


def _meetings(things: Iterable[Any], view: View) -> Iterable[Row]:
    for item in things:
        meeting: MeetingHeld = item
        yield {
            "id": meeting.id,
            "participants": [_participant(who, view) for who in meeting.participants],
            "level": list(meeting.level),
            "format": meeting.format,
            "round": meeting.round,
            "place": meeting.place,
            "occurred": meeting.occurred,
            "status": meeting.status,
            "medium": meeting.medium,
            "several": meeting.several,
            "outcome": meeting.outcome,
            **support_row(meeting.support),
        }


def _positions(things: Iterable[Any], view: View) -> Iterable[Row]:
    for told in things:
        item: Position = told.item
        yield {
            "id": item.id,
            "party": _party(item.party, view),
            "issue": item.issue,
            "stance": item.stance,
            "summary": item.summary,
            **_as_told(told),
        }


def _preconditions(things: Iterable[Any], view: View) -> Iterable[Row]:
    for told in things:
        item: Precondition = told.item
        yield {
            "id": item.id,
            "party": _party(item.party, view),
            "wants": item.wants,
            "before": item.before,
            "denied": item.denied,
            **_as_told(told),
        }


def _phases(things: Iterable[Any], view: View) -> Iterable[Row]:
    for item in things:
        phase: Phase = item
        yield {
            "process": phase.process,
            "phase": phase.phase,
            "since": phase.since,
            "until": phase.until,
            "cause": [cause.words for cause in phase.causes] or None,
            **support_row(phase.support),
        }


def _times(things: Iterable[Any], view: View) -> Iterable[Row]:
    paths = view.paths()
    for told in things:
        item: Time = told.item
        yield {
            "report": told.by.report,
            "path": paths.get(told.by.report),
            "start": item.span.start,
            "end": item.span.end,
            "text": item.span.exact,
            "type": item.type,
            "value": item.value,
            "when": item.when,
            "anchor": item.anchor,
            "rule": item.rule,
            "alternative": item.alternative,
        }


def _actors(things: Iterable[Any], view: View) -> Iterable[Row]:
    for item in things:
        actor: Actor = item
        yield {
            "id": actor.id,
            "name": actor.name,
            "kind": actor.kind,
            "country": actor.country,
            "part_of": actor.part_of,
            "aliases": list(actor.aliases),
            "offices": msgspec.to_builtins(actor.offices),
        }


def _deadlocks(things: Iterable[Any], view: View) -> Iterable[Row]:
    for deadlock in things:
        yield {
            "id": deadlock.id,
            "parties": [{"actor": who.actor, "name": who.name} for who in deadlock.parties],
            "sentence": deadlock.sentence,
            "orderings": [
                {"party": one.party.actor, "wants": one.wants, "before": one.before}
                for one in deadlock.orderings
            ],
            "since": deadlock.since,
            "until": deadlock.until,
            "dissolved": deadlock.dissolved,
            **support_row(deadlock.support),
        }


def _formats(things: Iterable[Any], view: View) -> Iterable[Row]:
    for facts in things:
        yield {
            "id": facts.id,
            "name": facts.name,
            "members": [
                {"actor": who.actor, "name": who.name, "role": who.role} for who, _ in facts.members
            ],
            "since": facts.since,
            "rounds": facts.rounds,
            "rounds_by": facts.rounds_by,
            **support_row(facts.support),
        }


_ASKED: dict[str, tuple[Callable[[View], Iterable[Any]], Callable[..., Iterable[Row]]]] = {
    "reports": (lambda view: view.each_report(), _reports),
    "statements": (lambda view: view.told(kinds.STATEMENTS), _statements),
    "sayings": (lambda view: view.sayings(), _sayings),
    "events": (lambda view: view.told(kinds.EVENTS), _events),
    "meetings": (lambda view: view.meetings(), _meetings),
    "positions": (lambda view: view.told(kinds.POSITIONS), _positions),
    "preconditions": (lambda view: view.told(kinds.PRECONDITIONS), _preconditions),
    "deadlocks": (lambda view: view.deadlocks(), _deadlocks),
    "phases": (lambda view: view.phases(), _phases),
    "formats": (lambda view: view.formats(), _formats),
    "times": (lambda view: view.told(kinds.TIMES), _times),
    "actors": (lambda view: view.actors(), _actors),
}
"""What a view is asked for each kind, and what makes rows of the things it answers."""

EXPORTS = tuple(_ASKED)


def _where(told: Told[Any], paths: dict[str, str | None]) -> Row:
    return {
        "id": told.item.id,
        "report": told.by.report,
        "path": paths.get(told.by.report),
        "published": told.by.published,
    }


def _as_told(told: Told[Position] | Told[Precondition]) -> Row:
    """In whose voice a report tells of it, since when, and where."""
    item = told.item
    return {
        "voice": item.voice,
        "ascribed_by": _who(item.ascribed_by),
        "since": item.since,
        "published": told.by.published,
        "evidence": _evidence(told.by, item.evidence),
        "decided": told.decided,
    }


def _exact(span: Span) -> Row:
    return {"start": span.start, "end": span.end, "exact": span.exact}


def _span(span: Span | None) -> Row | None:
    return None if span is None else {"text": span.exact, "start": span.start, "end": span.end}


def _who(mention: Mention | None) -> Row | None:
    return None if mention is None else {"actor": mention.actor, "name": mention.name}


def _named(mention: Mention) -> Row:
    return {
        "actor": mention.actor,
        "name": mention.name,
        "text": mention.span.exact,
        "represents": mention.represents,
    }


def _mention(mention: Mention | None) -> Row | None:
    if mention is None:
        return None
    where = {"start": mention.span.start, "end": mention.span.end}
    return _named(mention) | {"form": mention.form} | where


def _party(mention: Mention, view: View) -> Row:
    """The state or side that holds a position, and beside it who spoke for it."""
    who = view.side(mention)
    return {"actor": who.actor, "name": who.name, "text": mention.span.exact}


def _participant(who: Who, view: View) -> Row:
    row: Row = {"actor": who.actor, "name": who.name, "role": who.role, "post": who.post}
    represents = who.represents
    row["represents"] = represents and {"actor": represents, "name": view.actor_name(represents)}
    return row


def _evidence(by: Telling, spans: Iterable[Span]) -> list[Row]:
    return [msgspec.to_builtins(Evidence.of(by.report, span)) for span in spans]


def support_row(support: Support) -> Row:
    return {
        "reports": support.reports,
        "independent": support.independent,
        "evidence": [msgspec.to_builtins(evidence) for evidence in support.evidence],
        "decided": list(support.decided),
    }
