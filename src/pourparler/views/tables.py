"""Answers as table rows: the few columns a person scans, each row ending in its reports."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from pourparler.app import View
from pourparler.model import (
    Actor,
    Change,
    Deadlock,
    Event,
    Evidence,
    FormatFacts,
    MeetingHeld,
    Mention,
    Ordering,
    Phase,
    PositionHeld,
    Saying,
    Signal,
    Statement,
    Support,
    TimelineEntry,
    Told,
    Who,
)
from pourparler.process.likeness import Likeness

Row = Mapping[str, Any]

SHORT_ID = 6
"""Digits of a report's id that a line shows; `pourparler show` takes them."""


def plain(answers: Iterable[msgspec.Struct]) -> list[Row]:
    """Every field of each answer, for programs."""
    return [msgspec.to_builtins(answer) for answer in answers]


def reports_of(support: Support, *, most: int = 2) -> str:
    """How much stands behind a line, the reports to look at first, and whose decisions had
    effect on it."""
    ids = list(dict.fromkeys(evidence.report[:SHORT_ID] for evidence in support.evidence))
    shown = " ".join(ids[:most]) + (" …" if len(ids) > most else "")
    if support.decided:
        shown += f"; decided: {' '.join(one[:SHORT_ID] for one in support.decided)}"
    if support.reports == 1:
        return f"1 report: {shown}"
    return f"{support.reports} reports, {support.independent} independent: {shown}"


def one_report(evidence: Evidence) -> str:
    """The report of one piece of evidence."""
    return f"1 report: {evidence.report[:SHORT_ID]}"


def in_words(when: str | None) -> str:
    """A time as a person reads it: `../2024-12-02` is by 2024-12-02, `2024-12-02/..` from it on."""
    first, slash, last = (when or "").partition("/")
    if not slash or ".." not in (first, last):
        return when or ""
    return f"by {last}" if first == ".." else f"from {first}"


def because_of(words: str) -> str:
    """What leads to the words of a cause: nothing where they begin like a reason themselves."""
    begins = words.lower().startswith(("because", "due", "owing", "amid", "following", "after"))
    return "" if begins else "because of "


def timeline_row(entry: TimelineEntry, view: View) -> Row:
    """When, what, and how widely it is told."""
    return {"when": in_words(entry.when), "what": entry.text, "reports": reports_of(entry.support)}


def meeting_row(meeting: MeetingHeld, view: View) -> Row:
    """When, who, at what level, in what format and place, and what became of it."""
    which = view.format_name(meeting.format) if meeting.format else ""
    if meeting.round:
        which = f"{which} (round {meeting.round})"
    setting = (", ".join(meeting.level).replace("-", " "), which, meeting.place)
    return {
        "when": in_words(meeting.occurred),
        "participants": ", ".join(map(_participant, meeting.participants)),
        "setting": "; ".join(filter(None, setting)),
        "status": f"{meeting.status} (several)" if meeting.several else meeting.status,
        "outcome": meeting.outcome,
        "reports": reports_of(meeting.support),
    }


def position_row(position: PositionHeld, view: View) -> Row:
    """Who, on what, which stance, since when, and in whose voice."""
    return {
        "party": position.party.name,
        "issue": view.issue_name(position.issue),
        "stance": position.stance,
        "what": position.summary,
        "since": position.since,
        "until": position.until,
        "voice": _voice(position),
        "reports": reports_of(position.support),
    }


def ordering_row(ordering: Ordering, view: View) -> Row:
    """Who wants what before what."""
    return {
        "party": ordering.party.name,
        "wants": view.issue_name(ordering.wants) if ordering.wants else "(the rest)",
        "before": view.issue_name(ordering.before) if ordering.before else "(the rest)",
        "denied": ordering.denied,
        "since": ordering.since,
        "voice": _voice(ordering),
        "reports": reports_of(ordering.support),
    }


def deadlock_row(deadlock: Deadlock, view: View) -> Row:
    """What locks, since when, and what dissolved it."""
    return {
        "deadlock": deadlock.sentence,
        "since": deadlock.since,
        "until": deadlock.until,
        "dissolved": deadlock.dissolved,
        "reports": reports_of(deadlock.support),
    }


def phase_row(phase: Phase, view: View) -> Row:
    """Which phase, since when, and why as it was stated."""
    return {
        "phase": phase.phase,
        "since": phase.since,
        "until": phase.until,
        "causes": "; ".join(
            f"{cause.words} (says {cause.said_by.described})" if cause.said_by else cause.words
            for cause in phase.causes
        ),
        "reports": reports_of(phase.support),
    }


def signal_row(signal: Signal, view: View) -> Row:
    """Who signalled what, and what the answer was."""
    return {
        "published": signal.published,
        "party": signal.party.name,
        "signal": signal.words,
        "answer": signal.answer,
        "reports": one_report(signal.evidence),
    }


def change_row(change: Change, view: View) -> Row:
    """What changed, and when that was told."""
    return {
        "published": change.published,
        "kind": change.kind,
        "change": change.text,
        "reports": reports_of(change.support),
    }


def statement_row(told: Told[Statement], view: View) -> Row:
    """Who said what, to whom, when."""
    statement = told.item
    speakers = [one for one in (statement.speaker, *statement.joint) if one]
    to = f" to {statement.addressee.name}" if statement.addressee else ""
    return {
        "published": told.by.published,
        "speaker": ", ".join(_with_side(one, view) for one in speakers) or "(unknown)",
        "act": f"{statement.act}{to} ({statement.kind})",
        "words": _words_of(statement),
        "reports": f"1 report: {told.by.report[:SHORT_ID]}",
    }


def saying_rows(saying: Saying, view: View) -> Iterable[Row]:
    """Who said it and how widely it is told, then a line for each version."""
    who = saying.speaker
    name = _with_side(who, view)
    told = saying.support
    many = f"{told.reports} reports, {told.independent} independent"
    given: dict[str, str] = {}
    for number, version in enumerate(saying.versions):
        by, words = version.by, _words_of(version.item)
        yield {
            "speaker": "" if number else name,
            "told_by": "" if number else many if told.reports > 1 else "1 report",
            "published": by.published,
            "outlet": f"{by.outlet or '(unknown)'}{' (copy)' if by.copy_of else ''}",
            "words": f"(the words of {given[words]})" if words in given else words,
            "report": by.report[:SHORT_ID],
        }
        given.setdefault(words, by.report[:SHORT_ID])


def event_row(told: Told[Event], view: View) -> Row:
    """Who did what to whom, when, and whether it happened."""
    event = told.item
    return {
        "occurred": in_words(event.occurred),
        "actors": ", ".join(mention.name for mention in event.actors),
        "type": event.type or event.mode,
        "recipients": ", ".join(mention.name for mention in event.recipients),
        "status": event.status,
        "words": event.evidence[0].exact,
        "reports": f"1 report: {told.by.report[:SHORT_ID]}",
    }


def likeness_row(likeness: Likeness, view: View) -> Row:
    """Who may be whom, and why."""
    return {
        "score": f"{likeness.score:.2f}",
        "actor": f"{likeness.name} ({likeness.actor})",
        "into": f"{likeness.into_name} ({likeness.into})",
        "why": ", ".join(likeness.reasons),
    }


def actor_row(actor: Actor, view: View) -> Row:
    """Who that is."""
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "country": view.actor_name(actor.country) if actor.country else "",
        "offices": "; ".join(
            f"{office.title or office.post} ({office.since or '…'} – {office.until or '…'})"
            for office in actor.offices
        ),
    }


def format_row(facts: FormatFacts, view: View) -> Row:
    """A format's members by role, since when, and how many rounds by which day."""
    roles: dict[str, list[str]] = {}
    for who, _ in facts.members:
        roles.setdefault(who.role or "member", []).append(who.name)
    return {
        "format": facts.name,
        "members": "; ".join(f"{role}: {', '.join(names)}" for role, names in roles.items()),
        "since": facts.since,
        "rounds": f"{facts.rounds} by {facts.rounds_by}" if facts.rounds else "",
        "reports": reports_of(facts.support),
    }


Layout = Callable[[Any, View], Row]


def _participant(who: Who) -> str:
    role = f" ({who.role})" if who.role and who.role != "party" else ""
    return f"{who.name}{role}"


def _with_side(who: Mention | Who, view: View) -> str:
    """The name, and the state or side that it is spoken for."""
    side = view.actor_name(who.represents) if who.represents else ""
    return who.name if side in ("", who.name) else f"{who.name} ({side})"


def _words_of(statement: Statement) -> str:
    return " … ".join(part.exact for part in statement.content)


def _voice(told: PositionHeld | Ordering) -> str:
    if told.voice == "own":
        return "own"
    return f"ascribed by {told.ascribed_by.described}" if told.ascribed_by else "ascribed"
