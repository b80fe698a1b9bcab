"""The record as FollowTheMoney entities, and as the statements that make them.

https://followthemoney.tech/. Actors become Person, PublicBody or Organization; reports Article;
meetings and calls Event; a position or a piece of reported speech becomes a Note about the one who
holds or says it. Everything taken from a report has that Article for `proof`, and its words in
`description`. As statements (one property value a row) the report is the row's `origin`, so that
each single value leads to where it was read.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

import msgspec

from pourparler.app import View
from pourparler.model import (
    Actor,
    Evidence,
    MeetingHeld,
    Report,
    Statement,
    Support,
    Told,
    identify,
)
from pourparler.process.timeline import describe_meeting
from pourparler.record import kinds
from pourparler.views.export.citing import Cited, flat

DATASET = "pourparler"

_SCHEMATA = {
    "person": "Person",
    "organisation": "Organization",
    "armed-group": "Organization",
    "outlet": "Organization",
    "people": "LegalEntity",
    "unnamed": "LegalEntity",
    "unknown": "LegalEntity",
}
"""By kind of actor; all others (states and parts of one) are a PublicBody."""

_TYPES = {
    "name": "name",
    "alias": "name",
    "country": "country",
    "title": "string",
    "position": "string",
    "publisher": "string",
    "recordId": "string",
    "publishedAt": "date",
    "date": "date",
    "startDate": "date",
    "endDate": "date",
    "sourceUrl": "url",
    "location": "address",
    "involved": "entity",
    "entity": "entity",
    "proof": "entity",
    "summary": "text",
    "description": "text",
    "bodyText": "text",
}
"""FollowTheMoney's type of each property used here."""


class Fact(NamedTuple):
    """One property value of one entity. `origin` is the report it was read in, if any."""

    entity: str
    schema: str
    prop: str
    value: str
    origin: str | None = None
    seen: str | None = None


def as_entities(view: View) -> Iterator[str]:
    """One entity a line."""
    for (id, schema), those in groupby(facts(view), key=lambda fact: (fact.entity, fact.schema)):
        properties: dict[str, list[str]] = {}
        for fact in those:
            values = properties.setdefault(fact.prop, [])
            if fact.value not in values:
                values.append(fact.value)
        entity = {"id": id, "schema": schema, "properties": properties, "datasets": [DATASET]}
        yield msgspec.json.encode(entity).decode() + "\n"


def as_statements(view: View) -> Iterator[str]:
    """One property value a line, as `ftm` reads statements in JSON."""
    for fact in dict.fromkeys(facts(view)):
        key = "\0".join((DATASET, *fact[:4], fact.origin or ""))
        statement = {
            "id": hashlib.sha1(key.encode("utf-8", "replace"), usedforsecurity=False).hexdigest(),
            "entity_id": fact.entity,
            "canonical_id": fact.entity,
            "schema": fact.schema,
            "prop": fact.prop,
            "prop_type": _TYPES[fact.prop],
            "value": fact.value,
            "dataset": DATASET,
            "origin": fact.origin,
            "external": False,
            "first_seen": fact.seen,
            "last_seen": fact.seen,
        }
        yield msgspec.json.encode(statement).decode() + "\n"


def facts(view: View) -> Iterator[Fact]:
    """Every property value, those of one entity together."""
    known = set()
    for actor in view.actors():
        known.add(actor.id)
        yield from _actor(actor, view)
    for report, _ in view.each_report():
        yield from _report(report)
    for meeting in view.meetings():
        yield from _meeting(meeting, view, known)
    for held in view.positions(given_up=True):
        owner = held.party.actor
        if owner in known:
            id = f"position-{held.id}"
            yield Fact(id, "Note", "name", f"{view.issue_name(held.issue)}: {held.stance}")
            yield Fact(id, "Note", "entity", _actor_id(owner))
            yield Fact(id, "Note", "summary", flat(held.summary))
            yield from _proof(id, "Note", held.support)
    for part in view.portions():
        for told in part.told(kinds.STATEMENTS):
            yield from _statement(told, known)


def _actor(actor: Actor, view: View) -> Iterator[Fact]:
    id, schema = _actor_id(actor.id), _SCHEMATA.get(actor.kind, "PublicBody")
    yield Fact(id, schema, "name", actor.name)
    for alias in actor.aliases:
        yield Fact(id, schema, "alias", alias)
    state = view.codebook.actors.states.get(actor.country) if actor.country else None
    if state is not None and state.iso:
        yield Fact(id, schema, "country", state.iso.lower())
    if schema == "Person":
        for office in actor.offices:
            post = office.title or office.post.replace("-", " ")
            yield Fact(id, schema, "position", f"{post}, {view.actor_name(office.actor)}")


def _report(report: Report) -> Iterator[Fact]:
    id, by = _id(report.id), Cited.of(report)
    values = {
        "title": report.title or flat(report.text)[:80],
        "publishedAt": _point(report.published),
        "publisher": report.outlet,
        "sourceUrl": by.link,
        "bodyText": report.text,
    }
    for prop, value in values.items():
        if value:
            yield Fact(id, "Article", prop, value, report.id, report.published)


def _meeting(meeting: MeetingHeld, view: View, known: set[str]) -> Iterator[Fact]:
    id = f"meeting-{meeting.id}"
    yield Fact(id, "Event", "name", describe_meeting(meeting, view.format_name))
    yield Fact(id, "Event", "recordId", meeting.id)
    yield Fact(
        id, "Event", "summary", f"{meeting.status}: {flat(meeting.outcome or '')}".strip(": ")
    )
    for who in meeting.participants:
        for actor in dict.fromkeys((who.actor, who.represents)):
            if actor in known:
                yield Fact(id, "Event", "involved", _actor_id(actor))
    if meeting.occurred:
        start, _, end = meeting.occurred.partition("/")
        if not end:
            yield Fact(id, "Event", "date", _point(start))
        for prop, point in (("startDate", start), ("endDate", end)):
            if end and point != "..":
                yield Fact(id, "Event", prop, _point(point))
    if meeting.place:
        yield Fact(id, "Event", "location", meeting.place)
    yield from _proof(id, "Event", meeting.support)


def _statement(told: Told[Statement], known: set[str]) -> Iterator[Fact]:
    statement = told.item
    id, by = f"statement-{statement.id}", told.by
    name = statement.speaker.name if statement.speaker else "Unknown speaker"
    yield Fact(id, "Note", "name", f"{name} {statement.act}", by.report, by.published)
    for mention in (statement.speaker, statement.addressee):
        if mention is not None and mention.actor in known:
            actor = _actor_id(mention.actor)
            yield Fact(id, "Note", "entity", actor, by.report, by.published)
    yield from _words(id, "Note", by.evidence(statement.content), {by.report: by.published})


def _proof(id: str, schema: str, support: Support) -> Iterator[Fact]:
    published = {by.report: by.published for by in support.tellings}
    yield from _words(id, schema, support.evidence, published)


def _words(
    id: str, schema: str, evidence: Iterable[Evidence], published: dict[str, str]
) -> Iterator[Fact]:
    for one in evidence:
        seen = published.get(one.report)
        yield Fact(id, schema, "proof", _id(one.report), one.report, seen)
        yield Fact(id, schema, "description", one.exact, one.report, seen)


_ALLOWED = re.compile(r"[0-9A-Za-z.-]*[0-9A-Za-z]\Z")


def _actor_id(actor: str) -> str:
    """An actor's id as FollowTheMoney allows one."""
    return f"actor-{actor if _ALLOWED.match(actor) else identify('actor', (actor,))}"


def _id(report: str) -> str:
    return f"report-{report}"


def _point(when: str) -> str:
    """A point in time to the day at most, as FollowTheMoney holds dates."""
    return when.partition("T")[0]
