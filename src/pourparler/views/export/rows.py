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
    return iter(EXPORTS[kind](view))


def _reports(view: View) -> Iterable[Row]:
    for report, copy_of in view.each_report():
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


def _statements(view: View) -> Iterable[Row]:
    paths = view.paths()
    for told in view.told(kinds.STATEMENTS):
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


def _sayings(view: View) -> Iterable[Row]:
    for saying in view.sayings():
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
            **_support(saying.support),
        }


def _events(view: View) -> Iterable[Row]:
    paths = view.paths()
    for told in view.told(kinds.EVENTS):
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


def _meetings(view: View) -> Iterable[Row]:
    for item in view.meetings():
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
            **_support(meeting.support),
        }


def _positions(view: View) -> Iterable[Row]:
    for told in view.told(kinds.POSITIONS):
        item: Position = told.item
        yield {
            "id": item.id,
            "party": _party(item.party, view),
            "issue": item.issue,
            "stance": item.stance,
            "summary": item.summary,
            **_as_told(told),
        }


def _preconditions(view: View) -> Iterable[Row]:
    for told in view.told(kinds.PRECONDITIONS):
        item: Precondition = told.item
        yield {
            "id": item.id,
            "party": _party(item.party, view),
            "wants": item.wants,
            "before": item.before,
            "denied": item.denied,
            **_as_told(told),
        }


def _phases(view: View) -> Iterable[Row]:
    for item in view.phases():
        phase: Phase = item
        yield {
            "process": phase.process,
            "phase": phase.phase,
            "since": phase.since,
            "until": phase.until,
            "cause": [cause.words for cause in phase.causes] or None,
            **_support(phase.support),
        }


def _times(view: View) -> Iterable[Row]:
    paths = view.paths()
    for told in view.told(kinds.TIMES):
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


def _actors(view: View) -> Iterable[Row]:
    for item in view.actors():
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


def _deadlocks(view: View) -> Iterable[Row]:
    for deadlock in view.deadlocks():
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
            **_support(deadlock.support),
        }


def _formats(view: View) -> Iterable[Row]:
    for facts in view.formats():
        yield {
            "id": facts.id,
            "name": facts.name,
            "members": [
                {"actor": who.actor, "name": who.name, "role": who.role} for who, _ in facts.members
            ],
            "since": facts.since,
            "rounds": facts.rounds,
            "rounds_by": facts.rounds_by,
            **_support(facts.support),
        }


EXPORTS: dict[str, Callable[[View], Iterable[Row]]] = {
    "reports": _reports,
    "statements": _statements,
    "sayings": _sayings,
    "events": _events,
    "meetings": _meetings,
    "positions": _positions,
    "preconditions": _preconditions,
    "deadlocks": _deadlocks,
    "phases": _phases,
    "formats": _formats,
    "times": _times,
    "actors": _actors,
}


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


def _support(support: Support) -> Row:
    return {
        "reports": support.reports,
        "independent": support.independent,
        "evidence": [msgspec.to_builtins(evidence) for evidence in support.evidence],
        "decided": list(support.decided),
    }
