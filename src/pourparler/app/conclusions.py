"""What the process stage concludes from the material of one process, as of one day.

Each conclusion is drawn when it is first needed and then kept: the others stand on it.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from pourparler.app.material import Material
from pourparler.codebook import Codebook
from pourparler.model import (
    Actor,
    Change,
    Deadlock,
    Decision,
    FormatFacts,
    Happening,
    MeetingHeld,
    Ordering,
    Phase,
    PositionHeld,
    Saying,
    Signal,
    Telling,
    TimelineEntry,
    Told,
    last_day,
)
from pourparler.process.agreements import find_agreements
from pourparler.process.changes import (
    changed_deadlocks,
    changed_meetings,
    changed_phase,
    changed_positions,
    changed_signals,
)
from pourparler.process.deadlocks import find_deadlocks
from pourparler.process.events import merge_events
from pourparler.process.formats import format_facts
from pourparler.process.meetings import day_of, merge_meetings
from pourparler.process.orderings import orderings
from pourparler.process.parties import Parties
from pourparler.process.phases import find_phases
from pourparler.process.positions import positions_held
from pourparler.process.signals import find_signals
from pourparler.process.steps import FORCE
from pourparler.process.timeline import is_news, timeline
from pourparler.process.versions import merge_statements
from pourparler.record.kinds import (
    EVENTS,
    MEETINGS,
    MEMBERSHIPS,
    PHASE_SIGNS,
    POSITIONS,
    PRECONDITIONS,
    STATEMENTS,
    Kind,
)

RECENT = timedelta(days=30)
"""How far back the brief looks for what changed."""


class Conclusions:
    """What the reports of a process add up to on a day."""

    def __init__(self, material: Material, codebook: Codebook, as_of: str) -> None:
        self.material = material
        self.process = material.process
        self.codebook = codebook
        self.as_of = as_of

    def told(self, kind: Kind, **equals: str) -> list[Told[Any]]:
        """Every item of a kind that the reports of the process tell, as each tells it."""
        return self.material.told(kind, self.as_of, **equals)

    @cached_property
    def tellings(self) -> list[Telling]:
        """The reports, by day."""
        return self.material.tellings(self.as_of)

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Everyone whom the reports introduce or the codebook knows, by id."""
        return self.codebook.actors.and_these(self.material.introduced(self.as_of))

    @cached_property
    def parties(self) -> Parties:
        """Who acts for whom."""
        return Parties(self.process, self.actors)

    @cached_property
    def positions(self) -> list[PositionHeld]:
        """Each party's stances, those given up too."""
        found = positions_held(self.told(POSITIONS), self.parties)
        wanted = self.process.issues if self.process else ()
        return [one for one in found if not wanted or one.issue in wanted]

    @cached_property
    def orderings(self) -> list[Ordering]:
        """What each party wants before what."""
        return orderings(self.told(PRECONDITIONS), self.parties)

    @cached_property
    def meetings(self) -> list[MeetingHeld]:
        """Meetings and calls, by day."""
        mine = self.process.formats if self.process else ()
        formats = {id: self.codebook.formats[id] for id in mine if id in self.codebook.formats}
        states = self.codebook.actors.states.values()
        within = {town: frozenset(land.names) for land in states for town in land.capitals}
        return merge_meetings(self.told(MEETINGS), self.parties, formats, within)

    @cached_property
    def happenings(self) -> list[Happening]:
        """Events between those who take part, by day."""
        return merge_events(self.told(EVENTS), self.parties)

    @cached_property
    def phases(self) -> list[Phase]:
        """Where the process stood, in order of time."""
        fights = self.told(EVENTS, type=FORCE, status="actual")
        signs = self.told(PHASE_SIGNS)
        return find_phases(signs, self.meetings, self.process, self.parties, fights)

    @cached_property
    def deadlocks(self) -> list[Deadlock]:
        """Orderings that cannot all be met; those standing first."""
        parents = {id: issue.parent for id, issue in self.codebook.issues.items()}
        stances = self.positions
        return find_deadlocks(
            self.orderings, stances, self.phases, self.process, parents, self.issue_name
        )

    @cached_property
    def signals(self) -> list[Signal]:
        """Offers, hopes and invitations between the parties, and their answers."""
        goal = {self.process.goal} if self.process and self.process.goal else set()
        wide = {"talks", "mediation", "normalisation"} | goal
        issues = self.codebook.issues
        about = frozenset(id for id in issues if wide & {id, *issues.ancestors(id)})
        hopes, stances = self.told(PHASE_SIGNS), self.told(POSITIONS)
        return find_signals(hopes, stances, self.meetings, self.parties, about)

    @cached_property
    def sayings(self) -> list[Saying]:
        """What was said, each saying once."""
        return merge_statements(self.told(STATEMENTS), self.parties)

    def formats(self) -> list[FormatFacts]:
        """What reports tell of the process's formats."""
        mine = set(self.process.formats) if self.process else None
        facts = format_facts(self.told(MEMBERSHIPS), self.codebook.formats, self.parties)
        return [one for one in facts if mine is None or one.id in mine]

    def timeline(self) -> list[TimelineEntry]:
        """The days that matter, in order of time."""
        told = (one for one in self.told(EVENTS) if is_news(one.item))
        news = merge_events(told, self.parties)
        agreed = find_agreements(self.told(PHASE_SIGNS), self.parties)
        return timeline(self.meetings, self.phases, news, self.format_name, agreed)

    def changes_since(self, earlier: "Conclusions") -> list[Change]:
        """What is known now and was not, or was otherwise, on an earlier day, newest first."""
        found = changed_phase(earlier.phases, self.phases)
        found += changed_deadlocks(earlier.deadlocks, self.deadlocks)
        found += changed_meetings(earlier.meetings, self.meetings, self.format_name)
        found += changed_positions(earlier.positions, self.positions, self.issue_name)
        telling = {by.report: by for by in self.tellings}.get
        found += changed_signals(earlier.signals, self.signals, telling)
        return sorted(found, key=lambda change: change.published, reverse=True)

    def decisions(self) -> Iterable[Decision]:
        """People's decisions on what the process's reports tell, and on who is who."""
        mine = {by.report for by in self.tellings}
        for one in self.material.decisions.standing:
            if one.anchor is None or one.anchor.report in mine:
                yield one

    def last_meeting(self) -> MeetingHeld | None:
        """The last meeting held: of the process's own, if there is one."""
        held = [one for one in self.meetings if one.status == "held" and not one.several]
        return max(held, key=lambda one: (self._is_own(one), day_of(one)), default=None)

    def next_meeting(self) -> MeetingHeld | None:
        """The first meeting planned: of the process's own, if there is one."""
        ahead = [
            one
            for one in self.meetings
            if one.status == "planned" and not one.several and self._is_ahead(one)
        ]
        return min(ahead, key=lambda one: (not self._is_own(one), day_of(one)), default=None)

    def issue_name(self, issue: str) -> str:
        """An issue's name."""
        found = self.codebook.issues.get(issue)
        return found.name if found else issue

    def format_name(self, format: str) -> str:
        """A format's name."""
        found = self.codebook.formats.get(format)
        return found.name if found else format

    def _is_own(self, meeting: MeetingHeld) -> bool:
        """Whether the parties themselves meet, or one of the process's formats does."""
        there = {who.represents or who.actor for who in meeting.participants}
        mine = self.process.formats if self.process else ()
        both = len(there & self.parties.negotiating) >= 2
        return both or (meeting.format in mine and len(there) >= 2)

    def _is_ahead(self, meeting: MeetingHeld) -> bool:
        """Whether it may still come: its time is not over, or, if it has none, it is still news."""
        if meeting.occurred and (last := last_day(meeting.occurred)):
            return last.isoformat() >= self.as_of
        told = max(telling.day for telling in meeting.support.tellings)
        return date.fromisoformat(self.as_of) - date.fromisoformat(told) <= RECENT
