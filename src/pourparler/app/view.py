"""The record as it was known on a day: every question a person or a program may ask.

A view sees the reports published up to and including its day, and nothing later. Conclusions
are drawn when asked for and remembered for the life of the view.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from pourparler.app import select
from pourparler.app.answers import Answers
from pourparler.app.conclusions import RECENT, Conclusions
from pourparler.app.material import Material
from pourparler.codebook import Codebook, Process
from pourparler.errors import UnknownNameError, UsageError
from pourparler.model import (
    Actor,
    Brief,
    Change,
    Deadlock,
    Event,
    FormatFacts,
    Happening,
    MeetingHeld,
    Mention,
    Ordering,
    Phase,
    PositionHeld,
    Report,
    Saying,
    Signal,
    Statement,
    Telling,
    TimelineEntry,
    Told,
    Who,
)
from pourparler.process.likeness import Likeness, suggest_same
from pourparler.process.positions import holding
from pourparler.process.versions import TOLD_WITHIN, merge_statements, told_alone
from pourparler.record import Rows
from pourparler.record.decisions import load_decisions
from pourparler.record.kinds import (
    EVENTS,
    STATEMENTS,
    Kind,
)


class View:
    """The record as of one day, for one process (None: for everyone the record names)."""

    def __init__(
        self,
        rows: Rows,
        codebook: Codebook,
        as_of: str,
        process: Process | None = None,
        material: Material | None = None,
    ) -> None:
        self.as_of = as_of
        self.process = process
        self.codebook = codebook
        self._rows = rows
        self._drawn = Conclusions(material or Material(rows, process, as_of), codebook, as_of)

    def brief(self) -> Brief:
        """Where the process stands, on one screen."""
        tellings = self._drawn.tellings
        days = [by.day for by in tellings]
        return Brief(
            process=self.process.id if self.process else "",
            name=self.process.name if self.process else "Everything in the record",
            as_of=self.as_of,
            reports=len(tellings),
            outlets=len({by.outlet for by in tellings if by.outlet}),
            first_day=min(days, default=None),
            last_day=max(days, default=None),
            phase=self._drawn.phases[-1] if self._drawn.phases else None,
            last_meeting=self._drawn.last_meeting(),
            next_meeting=self._drawn.next_meeting(),
            positions=tuple(holding(self._drawn.positions)),
            deadlocks=tuple(one for one in self._drawn.deadlocks if one.until is None),
            signals=tuple(self._drawn.signals),
            changes=tuple(self.changes()),
            formats=tuple(self.formats()),
            decisions=tuple(self._drawn.decisions()),
        )

    def record_days(self) -> tuple[str, str] | None:
        """The first and the last day of publication in the record, whatever the view's own day
        and process; None for an empty record."""
        return self._rows.days()

    def timeline(self) -> Answers[TimelineEntry]:
        """The days that matter, one line each, in order of time."""
        return Answers(self._drawn.timeline())

    def happenings(self) -> Answers[Happening]:
        """Events between those who take part, each merged from all that tell of it, by day."""
        return Answers(self._drawn.happenings)

    def meetings(self, *, status: str | None = None) -> Answers[MeetingHeld]:
        """Meetings and calls, each merged from all that tell of it, by day."""
        return Answers(one for one in self._drawn.meetings if status in (None, one.status))

    def positions(
        self, *, party: str | None = None, issue: str | None = None, given_up: bool = False
    ) -> Answers[PositionHeld]:
        """Each party's stance on each issue; `given_up` adds those that no longer hold.

        `party` and `issue` are ids or names, or a part of one. Raises UnknownNameError.
        """
        parties = self._matching_actors(party)
        issues = self._matching_issues(issue)
        return Answers(
            one
            for one in self._drawn.positions
            if (given_up or one.until is None)
            and (parties is None or one.party.actor in parties)
            and (issues is None or one.issue in issues)
        )

    def preconditions(self, *, party: str | None = None) -> Answers[Ordering]:
        """What each party wants before what."""
        parties = self._matching_actors(party)
        return Answers(
            one for one in self._drawn.orderings if parties is None or one.party.actor in parties
        )

    def deadlocks(self, *, dissolved: bool = True) -> Answers[Deadlock]:
        """Orderings that cannot all be met; those standing first."""
        return Answers(one for one in self._drawn.deadlocks if dissolved or one.until is None)

    def phases(self) -> Answers[Phase]:
        """Where the process stood, in order of time; the last phase is the present one."""
        return Answers(self._drawn.phases)

    def signals(self) -> Answers[Signal]:
        """Offers, hopes and invitations between the parties, and their answers."""
        return Answers(self._drawn.signals)

    def formats(self) -> Answers[FormatFacts]:
        """What reports tell of the process's formats."""
        return Answers(self._drawn.formats())

    def changes(self, since: str | None = None) -> Answers[Change]:
        """What changed since a day (thirty days before, if none is given), newest first.

        Raises UsageError for what is no day.
        """
        day = date.fromisoformat(self.as_of)
        earlier = self.at(select.calendar_day(since) if since else (day - RECENT).isoformat())
        return Answers(self._drawn.changes_since(earlier._drawn))

    def statements(
        self, *, speaker: str | None = None, words: str | None = None
    ) -> Answers[Told[Statement]]:
        """Who said what, by day of publication; of one speaker, or with some words in it."""
        speakers = self._matching_actors(speaker)
        return Answers(
            one
            for one in self.told(STATEMENTS)
            if select.spoken_by(one.item, speakers, speaker) and select.holds(one.item, words)
        )

    def sayings(
        self, *, speaker: str | None = None, words: str | None = None, several: bool = False
    ) -> Answers[Saying]:
        """What was said, each saying once with its versions in the reports that tell it, by day;
        of one speaker, with some words in a version, or told by `several` reports."""
        speakers = self._matching_actors(speaker)
        return Answers(
            one
            for one in self._drawn.sayings
            if (not several or one.support.reports > 1)
            and any(select.holds(told.item, words) for told in one.versions)
            and any(select.spoken_by(told.item, speakers, speaker) for told in one.versions)
        )

    def saying(self, statement: str) -> Saying:
        """The saying of which the statement of that id is a version.

        Raises UnknownNameError for an id that no report of the process gives as of the day.
        """
        known = self._rows.told(STATEMENTS, self.as_of, id=statement)
        day = known[0].by.day if known else None
        near = () if day is None else select.around(self._drawn.tellings, day, 2 * TOLD_WITHIN)
        found = self._material.told_by(STATEMENTS, near)
        this = next((one for one in found if one.item.id == statement), None)
        if this is None:
            raise UnknownNameError("statement", statement)
        merged = merge_statements(found, self._drawn.parties)
        whole = (one for one in merged if this in one.versions)
        return next(whole, None) or told_alone(this, self._drawn.parties)

    def events(self, *, type: str | None = None) -> Answers[Told[Event]]:
        """Who did what to whom, as each report tells it."""
        return Answers(one for one in self.told(EVENTS) if type in (None, one.item.type))

    def actors(self) -> Answers[Actor]:
        """Everyone the reports name, by name; those of the process only, where there is one."""
        return Answers(
            select.actors_named(self._rows, self._reports, self.as_of, self._drawn.actors)
        )

    def same_actors(self) -> Answers[Likeness]:
        """The persons whom the reports introduce and who may be one another, or one of the
        codebook's: suggestions, the likeliest first, without the pairs somebody decided on."""
        decided = [
            frozenset((one.item, one.change.get("into") or ""))
            for one in load_decisions(self._rows.engine).standing
            if one.kind == "actors"
        ]
        return Answers(suggest_same(self.actors(), self._drawn.actors.values(), decided))

    def reports(self) -> Answers[Report]:
        """The reports that concern the process, by day of publication."""
        return Answers(self._rows.reports(self.as_of, ids=self._reports))

    def told(self, kind: Kind) -> list[Told[Any]]:
        """Every item of a kind that the reports of the process tell, as each tells it."""
        return self._material.told(kind, self.as_of)

    def told_by(self, report: str, kind: Kind) -> list[Any]:
        """The items of a kind that one report tells, in text order."""
        by = self._rows.tellings([report], self.as_of)
        return [told.item for told in self._material.told_by(kind, by)]

    def find_report(self, name: str) -> Report:
        """The one report whose id starts with `name`, or whose path, file or key it is.

        Raises UnknownNameError for none, UsageError for several.
        """
        found = self._rows.find_reports(name, self.as_of)
        if not found:
            raise UnknownNameError("report", name)
        if len(found) > 1:
            ids = ", ".join(report.id for report in found)
            raise UsageError(f"{name!r} may mean several reports: {ids}. Give more of the id.")
        return found[0]

    def named_together(self, limit: int) -> list[tuple[str, str, int]]:
        """The pairs of actors that most reports name together, and how many do."""
        return self._rows.together(self.as_of, limit=limit)

    def each_report(self) -> Iterator[tuple[Report, str | None]]:
        """The reports that concern the process, each with the id of what it is a copy of."""
        return self._rows.each_report(self.as_of, ids=self._reports)

    def paths(self) -> dict[str, str | None]:
        """Where each report that concerns the process lies, by id."""
        return self._rows.paths(self.as_of, ids=self._reports)

    def mentions(self, report: str) -> tuple[Mention, ...]:
        """Whoever one report names, in text order."""
        return self._rows.mentions(report)

    def portions(self, most: int = 250) -> "Iterator[View]":
        """The same day and process in pieces of so many reports each: what each report tells of
        a large record, in little memory. Conclusions are to be asked of the whole."""
        tellings = self.tellings()
        for start in range(0, len(tellings), most):
            yield self.portion(tellings[start : start + most])

    def portion(self, tellings: Sequence[Telling]) -> "View":
        """The same day and process, of which only some reports are told."""
        some = self._material.of(tellings)
        part = View(self._rows, self.codebook, self.as_of, self.process, some)
        part._drawn.actors, part._drawn.parties = self._drawn.actors, self._drawn.parties
        return part

    def tellings(self) -> list[Telling]:
        """The reports that concern the process, by day: outlet, day, what each is a copy of."""
        return self._drawn.tellings

    def side(self, mention: Mention) -> Who:
        """The party, state or side a mention acts for."""
        return self._drawn.parties.who(mention)

    def at(self, as_of: str) -> "View":
        """The same questions as of another day."""
        known = self._material if as_of <= self._material.until else None
        return View(self._rows, self.codebook, as_of, self.process, known)

    def issue_name(self, issue: str) -> str:
        """An issue's name."""
        return self._drawn.issue_name(issue)

    def format_name(self, format: str) -> str:
        """A format's name."""
        return self._drawn.format_name(format)

    def actor_name(self, actor: str) -> str:
        """An actor's name."""
        return self._drawn.parties.name(actor)

    @property
    def _reports(self) -> list[str] | None:
        """The ids of the reports that concern the process; None where all do."""
        return self._material.reports(self.as_of)

    @property
    def _material(self) -> Material:
        return self._drawn.material

    def _matching_actors(self, name: str | None) -> set[str] | None:
        return select.matching("actor", name, _names_of_actors(self._drawn.actors))

    def _matching_issues(self, name: str | None) -> set[str] | None:
        issues = self.codebook.issues
        return select.matching("issue", name, {id: (issue.name,) for id, issue in issues.items()})


def _names_of_actors(actors: dict[str, Actor]) -> dict[str, Iterable[str]]:
    return {id: (actor.name, *actor.aliases) for id, actor in actors.items()}
