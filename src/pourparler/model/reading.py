"""What one report says: the plain data a reading holds.

Ids are stable for the same report, reader version and codebook. Everything extracted carries
at least one span of the report's text (`evidence`, or `span`).
"""

from typing import Literal

from msgspec import Struct

from pourparler.model.actor import Actor, Mention, Role
from pourparler.model.span import Span
from pourparler.model.when import When

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
StatementKind = Literal["direct", "indirect", "mixed"]
Attitude = Literal["speech", "belief", "plan"]
Act = Literal[
    "said",
    "demanded",
    "promised",
    "offered",
    "refused",
    "denied",
    "asked",
    "warned",
    "accused",
    "agreed",
    "thanked",
    "expected",
]
Status = Literal["actual", "planned", "proposed", "denied", "conditional", "called-for"]
MeetingStatus = Literal["held", "planned", "proposed", "postponed", "cancelled"]
Level = Literal[
    "leaders",
    "foreign-ministers",
    "defence-ministers",
    "intelligence-chiefs",
    "deputies",
    "technical",
]
Medium = Literal["in-person", "phone", "video"]
Stance = Literal["demand", "precondition", "offer", "refusal", "commitment", "support"]
Voice = Literal["own", "ascribed"]
PhaseName = Literal[
    "exploratory", "talks", "paused", "resumed", "agreed", "implemented", "collapsed"
]


class Time(Struct, frozen=True, gc=False):
    """A temporal expression, as TIMEX3 values it.

    `when` is the same as a calendar time or interval where it is one (`2024-10`). `anchor`
    tells what it was resolved against (`published`, `dateline`, or the words of an earlier
    time), `rule` which rule read it, `alternative` the other value it could have had.
    """

    span: Span
    type: TimeType
    value: str
    when: When | None = None
    anchor: str | None = None
    rule: str = ""
    alternative: str | None = None
    mod: str | None = None


class Statement(Struct, frozen=True, gc=False):
    """Reported speech. `content` has one span for each part of an interrupted quotation.

    `via` is the chain that handed it on (an agency citing a paper citing a ministry), nearest
    to the report first. `nested_in` is the id of the statement that tells of this one. `joint`
    are those who speak with the speaker ("Russia, Iran and Turkey welcomed …" has two).
    """

    id: str
    kind: StatementKind
    content: tuple[Span, ...]
    act: Act = "said"
    attitude: Attitude = "speech"
    speaker: Mention | None = None
    cue: Span | None = None
    addressee: Mention | None = None
    venue: str | None = None
    stated: When | None = None
    nested_in: str | None = None
    via: tuple[Mention, ...] = ()
    joint: tuple[Mention, ...] = ()


class Event(Struct, frozen=True, gc=False):
    """Who did what to whom.

    `type` is a PLOVER type (`CONSULT`), None for what happened outside PLOVER's list (an
    election), which `mode` then names. `claimed_by` is who says so, where a speaker does, and
    `statement` the id of that statement. `meeting` is the id of the meeting it is, if it is one.
    """

    id: str
    evidence: tuple[Span, ...]
    type: str | None = None
    mode: str | None = None
    cameo: str | None = None
    status: Status = "actual"
    actors: tuple[Mention, ...] = ()
    recipients: tuple[Mention, ...] = ()
    place: str | None = None
    occurred: When | None = None
    claimed_by: Mention | None = None
    statement: str | None = None
    meeting: str | None = None


class Participant(Struct, frozen=True, gc=False):
    """One who took part, and in what role where that is told."""

    mention: Mention
    role: Role | None = None


class Meeting(Struct, frozen=True, gc=False):
    """A meeting or call as one report tells it.

    `several` holds where one phrase tells of more than one ("a series of four-party meetings").
    """

    id: str
    evidence: tuple[Span, ...]
    participants: tuple[Participant, ...] = ()
    level: tuple[Level, ...] = ()
    format: str | None = None
    round: int | None = None
    place: str | None = None
    occurred: When | None = None
    status: MeetingStatus = "held"
    medium: Medium = "in-person"
    outcome: str | None = None
    several: bool = False
    claimed_by: Mention | None = None
    statement: str | None = None


class Position(Struct, frozen=True, gc=False):
    """A party's stance on an issue, as one report tells it.

    `party` is who holds it; `ascribed_by` who tells so when it is not the party itself.
    `issue` is an id of the codebook. `summary` is one line in our words and the report's.
    """

    id: str
    party: Mention
    issue: str
    stance: Stance
    evidence: tuple[Span, ...]
    summary: str
    voice: Voice = "own"
    ascribed_by: Mention | None = None
    since: When | None = None
    statement: str | None = None


class Precondition(Struct, frozen=True, gc=False):
    """A party wants one thing before another.

    `wants` comes first, `before` after; both are issue ids, and None is what the report leaves
    open ("first" before everything else; "later", after everything else). `denied` holds for
    "not a condition for talks": the denial of one.
    """

    id: str
    party: Mention
    wants: str | None
    before: str | None
    evidence: tuple[Span, ...]
    denied: bool = False
    voice: Voice = "own"
    ascribed_by: Mention | None = None
    since: When | None = None
    statement: str | None = None


class PhaseSign(Struct, frozen=True, gc=False):
    """What a report says of where talks stand. `causes` are stretches that tell why.

    `parties` are those whose talks they are; `hoped` marks a phase wished for or foreseen
    (signals of resuming) rather than told as reached, `recalled` one told as background, not as
    news. Of an agreement `issue` is what it is on, and `partial` holds where it settles no more
    than that. `fallen` is the party whose government is told to have fallen.
    """

    id: str
    phase: PhaseName
    evidence: tuple[Span, ...]
    parties: tuple[Mention, ...] = ()
    since: When | None = None
    causes: tuple[Span, ...] = ()
    said_by: Mention | None = None
    hoped: bool = False
    statement: str | None = None
    recalled: bool = False
    issue: str | None = None
    partial: bool = False
    fallen: Mention | None = None


class Membership(Struct, frozen=True, gc=False):
    """What a report says of a format: a member and its role, or (member None) its own facts."""

    id: str
    format: str
    evidence: tuple[Span, ...]
    member: Mention | None = None
    role: Role | None = None
    since: When | None = None
    rounds: int | None = None


class Reading(Struct, frozen=True, gc=False):
    """Everything one report says, in text order. `actors` are those it introduces itself."""

    report: str
    reader: str
    codebook: str
    times: tuple[Time, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    positions: tuple[Position, ...] = ()
    preconditions: tuple[Precondition, ...] = ()
    phases: tuple[PhaseSign, ...] = ()
    memberships: tuple[Membership, ...] = ()
