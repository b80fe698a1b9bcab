"""What the process stage concludes: answers that every view renders alike.

Conclusions are computed for an as-of day and never stored as facts. Each carries its
`support`, the evidence that a reader can check.
"""

from typing import Literal

from msgspec import Struct

from pourparler.model.actor import Post, Role
from pourparler.model.decision import Decision
from pourparler.model.reading import (
    Level,
    Medium,
    MeetingStatus,
    PhaseName,
    Stance,
    Statement,
    Status,
    Voice,
)
from pourparler.model.span import Evidence
from pourparler.model.told import Support, Told
from pourparler.model.when import When

Shift = Literal["new", "held", "hardened", "softened", "reversed"]
Agreement = Literal["agreed", "told-by-one", "contradicted"]
ChangeKind = Literal["meeting", "position", "deadlock", "phase", "signal"]


class Who(Struct, frozen=True, gc=False):
    """An actor in an answer. `actor` is None where nobody could be resolved.

    `represents` is the state or side a person acts for, and `side` its name where it is to be
    read beside the person's.
    """

    actor: str | None
    name: str
    role: Role | None = None
    post: Post | None = None
    represents: str | None = None
    side: str | None = None

    @property
    def described(self) -> str:
        """The name, and of a person who speaks for a side also the post and the side."""
        if self.side is None:
            return self.name
        post = f"{self.post.replace('-', ' ')} of " if self.post else ""
        return f"{self.name}, {post}{self.side}"


class PositionHeld(Struct, frozen=True, gc=False):
    """A party's stance on an issue, from when it was first told to when it was given up.

    `until` is None while it holds. `shift` compares with the party's stance on the issue before,
    which `replaces` names by id. `told_on` is the last day it was told again.
    """

    id: str
    party: Who
    issue: str
    stance: Stance
    summary: str
    voice: Voice
    since: When | None
    told_on: str
    support: Support
    ascribed_by: Who | None = None
    until: When | None = None
    shift: Shift = "new"
    replaces: str | None = None


class Ordering(Struct, frozen=True, gc=False):
    """A party wants one issue settled before another. `denied`: it says it does not."""

    id: str
    party: Who
    wants: str | None
    before: str | None
    voice: Voice
    since: When | None
    support: Support
    ascribed_by: Who | None = None
    denied: bool = False


class Deadlock(Struct, frozen=True, gc=False):
    """Orderings that cannot all be met, told in one sentence.

    `dissolved` says what ended it and `until` when, both None while it stands.
    """

    id: str
    parties: tuple[Who, ...]
    orderings: tuple[Ordering, ...]
    sentence: str
    since: When
    support: Support
    until: When | None = None
    dissolved: str | None = None


class Cause(Struct, frozen=True, gc=False):
    """Why, in a report's words, and who said so (None: the report itself)."""

    words: str
    said_by: Who | None
    evidence: Evidence


class Phase(Struct, frozen=True, gc=False):
    """Where the process stood from `since` on. `until` is None for the phase it is in."""

    process: str
    phase: PhaseName
    since: When
    support: Support
    causes: tuple[Cause, ...] = ()
    until: When | None = None

    @property
    def last_told(self) -> str:
        """The day of the last report that bears it out."""
        return max((by.day for by in self.support.tellings), default=self.since)


class Account(Struct, frozen=True, gc=False):
    """How one point of a meeting is told: by all alike, by one report alone, or otherwise by
    some. Each value comes with the evidence of those who tell it."""

    point: str
    agreement: Agreement
    values: tuple[tuple[str, tuple[Evidence, ...]], ...]


class Happening(Struct, frozen=True, gc=False):
    """One event, merged across the reports that tell of it.

    `claimed_by` lists who says so, where only speakers tell it and no report does itself.
    """

    id: str
    type: str | None
    mode: str | None
    cameo: str | None
    status: Status
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    place: str | None
    occurred: When | None
    words: str
    support: Support
    claimed_by: tuple[Who, ...] = ()


class StatusTold(Struct, frozen=True, gc=False):
    """A status in a meeting's life, and the report that told it."""

    status: MeetingStatus
    published: When
    evidence: Evidence


class MeetingHeld(Struct, frozen=True, gc=False):
    """One meeting, from plan to outcome, merged across the reports that tell of it.

    `occurred` is `../day` where it is told as held, by that day, but not when. `beside` is the id
    of the round of a format at which it was held, apart from it.
    """

    id: str
    participants: tuple[Who, ...]
    level: tuple[Level, ...]
    format: str | None
    round: int | None
    place: str | None
    occurred: When | None
    status: MeetingStatus
    medium: Medium
    outcome: str | None
    several: bool
    support: Support
    life: tuple[StatusTold, ...] = ()
    accounts: tuple[Account, ...] = ()
    beside: str | None = None

    @property
    def differences(self) -> tuple[Account, ...]:
        """The points on which the tellings contradict each other."""
        return tuple(one for one in self.accounts if one.agreement == "contradicted")


class Saying(Struct, frozen=True, gc=False):
    """One statement as told by several reports.

    `words` are its fullest version, `versions` all of them, in order of publication.
    """

    id: str
    speaker: Who
    words: str
    stated: When | None
    support: Support
    versions: tuple[Told[Statement], ...]


class Signal(Struct, frozen=True, gc=False):
    """An offer, invitation or sign of readiness; `answered_by` tells what came of it."""

    id: str
    party: Who
    towards: tuple[Who, ...]
    words: str
    published: When
    evidence: Evidence
    answer: str | None = None
    answered_by: Evidence | None = None


class TimelineEntry(Struct, frozen=True, gc=False):
    """A day that matters, in one line. `weight` orders entries: wider, independent, recalled."""

    when: When
    text: str
    kind: Literal["meeting", "event", "statement", "phase"]
    item: str
    weight: float
    support: Support


class Change(Struct, frozen=True, gc=False):
    """What is known now and was not known, or was otherwise, on the earlier day."""

    kind: ChangeKind
    text: str
    published: When
    support: Support


class FormatFacts(Struct, frozen=True, gc=False):
    """What reports tell of a format: members in roles, since when, how many rounds."""

    id: str
    name: str
    members: tuple[tuple[Who, Support], ...]
    since: When | None
    rounds: int | None
    rounds_by: When | None
    support: Support


class Brief(Struct, frozen=True, gc=False):
    """Where a process stands on a day, on one screen.

    `decisions` are those of people that had effect on it, by the day they were made.
    """

    process: str
    name: str
    as_of: str
    reports: int
    outlets: int
    first_day: str | None
    last_day: str | None
    phase: Phase | None
    last_meeting: MeetingHeld | None
    next_meeting: MeetingHeld | None
    positions: tuple[PositionHeld, ...]
    deadlocks: tuple[Deadlock, ...]
    signals: tuple[Signal, ...]
    changes: tuple[Change, ...]
    formats: tuple[FormatFacts, ...] = ()
    decisions: tuple[Decision, ...] = ()
