"""Answers for an assistant: plain data in which every line carries the words that prove it.

A line without evidence does not leave: it is counted in `left_out` instead. Lists are cut to a
length and say so: `total` is how many there are, `next` where the rest begins (None: no rest).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from pourparler.app import View
from pourparler.model import (
    Brief,
    Change,
    Deadlock,
    Evidence,
    MeetingHeld,
    Ordering,
    Phase,
    PositionHeld,
    Report,
    Signal,
    Statement,
    Support,
    TimelineEntry,
    Told,
)
from pourparler.process.timeline import describe_meeting
from pourparler.views.export.citing import Cited

Line = dict[str, Any]
Lookup = Callable[[Iterable[str]], dict[str, Cited]]

MOST_PROOFS = 5
"""Pieces of evidence given with one line; `told` says how many reports there are."""


MOST_IN_BRIEF = 12
"""Lines of one part of the brief; its `total` says how many there are."""


class Page(Struct, frozen=True):
    """Some of the lines of an answer, from `start` on."""

    as_of: str
    process: str | None
    total: int
    start: int
    next: int | None
    left_out: int
    lines: list[Line]


class Writer:
    """Turns a view's answers into lines. `lookup` finds the citations of reports by id."""

    def __init__(self, view: View, lookup: Lookup) -> None:
        self._view = view
        self._lookup = lookup

    def page(
        self, answers: Sequence[Any], line: Callable[[Any], Line], *, start: int, most: int
    ) -> Page:
        """A page of answers, each made a line."""
        return self.part(answers[start : start + most], line, start=start, total=len(answers))

    def part(
        self, chosen: Sequence[Any], line: Callable[[Any], Line], *, start: int, total: int
    ) -> Page:
        """A page of answers that were already chosen from a total."""
        lines = self.proven(line(answer) for answer in chosen)
        end = start + len(chosen)
        return Page(
            as_of=self._view.as_of,
            process=self._view.process.id if self._view.process else None,
            total=total,
            start=start,
            next=end if end < total else None,
            left_out=len(chosen) - len(lines),
            lines=lines,
        )

    def proven(self, lines: Iterable[Line]) -> list[Line]:
        """The lines that have evidence, each piece of it with the report it stands in."""
        kept = [line for line in lines if line["evidence"]]
        wanted = {one.report for line in kept for one in line["evidence"][:MOST_PROOFS]}
        reports = self._lookup(wanted)
        for line in kept:
            proofs = line["evidence"]
            line["evidence"] = [
                _proof(one, reports.get(one.report)) for one in proofs[:MOST_PROOFS]
            ]
            if len(proofs) > MOST_PROOFS:
                line["more_evidence"] = len(proofs) - MOST_PROOFS
        return kept

    def brief(self, brief: Brief) -> Line:
        """The brief: how many lines each of its parts has, and the first of them."""
        latest = sorted(brief.positions, key=lambda one: one.told_on, reverse=True)
        parts: dict[str, tuple[Sequence[Any], Callable[[Any], Line]]] = {
            "phase": ([brief.phase] if brief.phase else [], self.phase),
            "last_meeting": ([brief.last_meeting] if brief.last_meeting else [], self.meeting),
            "next_meeting": ([brief.next_meeting] if brief.next_meeting else [], self.meeting),
            "positions": (latest, self.position),
            "deadlocks": (brief.deadlocks, self.deadlock),
            "signals": (brief.signals[::-1], self.signal),
            "changes": (brief.changes, self.change),
        }
        read = {"reports": brief.reports, "outlets": brief.outlets}
        days = {"first_day": brief.first_day, "last_day": brief.last_day}
        about = {"as_of": brief.as_of, "process": brief.process, "name": brief.name}
        return about | read | days | {name: self._first(*part) for name, part in parts.items()}

    def _first(self, answers: Sequence[Any], line: Callable[[Any], Line]) -> Line:
        lines = self.proven(line(answer) for answer in answers[:MOST_IN_BRIEF])
        return {"total": len(answers), "lines": lines}

    def timeline(self, entry: TimelineEntry) -> Line:
        """A day that matters."""
        return {"when": entry.when, "what": entry.text, "kind": entry.kind} | _told(entry.support)

    def meeting(self, meeting: MeetingHeld) -> Line:
        """A meeting or call."""
        return {
            "id": meeting.id,
            "what": describe_meeting(meeting, self._view.format_name),
            "when": meeting.occurred,
            "place": meeting.place,
            "status": meeting.status,
            "participants": [
                {"name": who.name, "for": who.represents and self._view.actor_name(who.represents)}
                for who in meeting.participants
            ],
            "outcome": meeting.outcome,
        } | _told(meeting.support)

    def position(self, position: PositionHeld) -> Line:
        """A party's stance on an issue."""
        return {
            "party": position.party.name,
            "issue": self._view.issue_name(position.issue),
            "stance": position.stance,
            "what": position.summary,
            "since": position.since,
            "until": position.until,
            "voice": position.voice,
            "ascribed_by": position.ascribed_by.described if position.ascribed_by else None,
        } | _told(position.support)

    def ordering(self, ordering: Ordering) -> Line:
        """What a party wants before what."""
        return {
            "party": ordering.party.name,
            "wants": self._issue(ordering.wants),
            "before": self._issue(ordering.before),
            "denied": ordering.denied,
            "since": ordering.since,
            "voice": ordering.voice,
            "ascribed_by": ordering.ascribed_by.described if ordering.ascribed_by else None,
        } | _told(ordering.support)

    def deadlock(self, deadlock: Deadlock) -> Line:
        """Orderings that lock."""
        return {
            "what": deadlock.sentence,
            "since": deadlock.since,
            "until": deadlock.until,
            "dissolved": deadlock.dissolved,
        } | _told(deadlock.support)

    def phase(self, phase: Phase) -> Line:
        """Where the talks stood, and why as it was stated."""
        line = {"phase": phase.phase, "since": phase.since, "until": phase.until}
        causes = [
            {"words": cause.words, "said_by": cause.said_by.described if cause.said_by else None}
            for cause in phase.causes
        ]
        told = _told(phase.support)
        told["evidence"] += [cause.evidence for cause in phase.causes]
        return line | {"causes": causes} | told

    def signal(self, signal: Signal) -> Line:
        """A sign of readiness."""
        return {
            "published": signal.published,
            "party": signal.party.name or None,
            "what": signal.words,
            "answer": signal.answer,
            "evidence": [one for one in (signal.evidence, signal.answered_by) if one],
        }

    def change(self, change: Change) -> Line:
        """What is known now and was not."""
        line = {"published": change.published, "kind": change.kind, "what": change.text}
        return line | _told(change.support)

    def statement(self, told: Told[Statement]) -> Line:
        """Who said what."""
        statement, speaker = told.item, told.item.speaker
        represents = speaker.represents if speaker else None
        return {
            "id": statement.id,
            "speaker": speaker.name if speaker else None,
            "for": self._view.actor_name(represents) if represents else None,
            "act": statement.act,
            "kind": statement.kind,
            "words": [part.exact for part in statement.content],
            "to": statement.addressee.name if statement.addressee else None,
            "published": told.by.published,
            "evidence": [Evidence.of(told.by.report, part) for part in statement.content],
        }

    def found(self, report: Report, words: str) -> Line:
        """A report that a search found, and the first place where its words stand."""
        return {
            "report": report.id,
            "published": report.published,
            "outlet": report.outlet,
            "evidence": [_place(report, words)],
        }

    def _issue(self, issue: str | None) -> str:
        return self._view.issue_name(issue) if issue else "(the rest)"


def _told(support: Support) -> Line:
    told = {"reports": support.reports, "independent": support.independent}
    return {"told": told, "evidence": list(support.evidence)}


def _proof(evidence: Evidence, report: Cited | None) -> Line:
    return {
        "exact": evidence.exact,
        "report": evidence.report,
        "start": evidence.start,
        "end": evidence.end,
        "published": report.published if report else None,
        "outlet": report.outlet if report else None,
        "title": report.title if report else None,
        "url": report.link if report else None,
    }


_AROUND = 160
"""Characters shown on either side of a search's first match."""


def _place(report: Report, words: str) -> Evidence:
    lowered = report.text.lower()
    same_places = len(lowered) == len(report.text)
    found = min(_places(lowered if same_places else report.text, words), default=0)
    start, end = max(0, found - _AROUND), min(len(report.text), found + _AROUND)
    return Evidence(report.id, start, end, report.text[start:end])


def _places(text: str, words: str) -> Iterator[int]:
    for word in words.lower().split():
        place = text.find(word)
        if place >= 0:
            yield place
