"""Where the process stood, and since when: exploratory, talks, paused, resumed, agreed, ….

Signs are what reports say of the talks as a whole, and the meetings the parties held. The
phase changes on the day of a sign that says otherwise; signs of hope change nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from pourparler.codebook import Process
from pourparler.model import (
    Cause,
    Evidence,
    MeetingHeld,
    Phase,
    PhaseName,
    PhaseSign,
    Support,
    Told,
    first_day,
)
from pourparler.process.parties import Parties
from pourparler.process.support import combine, support_of, told_since


@dataclass(frozen=True, slots=True)
class _Step:
    """A reason to think that a phase held on a day."""

    day: str
    phase: PhaseName
    support: Support
    causes: tuple[Cause, ...] = ()


def find_phases(
    signs: Iterable[Told[PhaseSign]],
    meetings: Iterable[MeetingHeld],
    process: Process | None,
    parties: Parties,
) -> list[Phase]:
    """The phases in order of time; the last is the one the process is in."""
    steps = [_of_sign(one, parties) for one in signs if _counts(one, parties)]
    steps += [step for meeting in meetings if (step := _of_meeting(meeting, parties))]
    phases: list[Phase] = []
    for step in sorted(steps, key=lambda step: (step.day, step.phase)):
        _take(step, phases, process.id if process else "")
    return phases


def _counts(one: Told[PhaseSign], parties: Parties) -> bool:
    """A sign told as reached, of talks in which a party takes part."""
    if one.item.hoped:
        return False
    named = [parties.who(mention) for mention in one.item.parties]
    return not named or any(parties.is_party(who) for who in named)


def _of_sign(one: Told[PhaseSign], parties: Parties) -> _Step:
    said_by = parties.who(one.item.said_by) if one.item.said_by else None
    causes = tuple(
        Cause(span.exact, said_by, Evidence.of(one.by.report, span)) for span in one.item.causes
    )
    support = support_of([(one.by, one.item.evidence)])
    return _Step(told_since(one.item.since, one.by), one.item.phase, support, causes)


def _of_meeting(meeting: MeetingHeld, parties: Parties) -> _Step | None:
    """A meeting held between the parties shows that they talk; of services alone, explore."""
    day = first_day(meeting.occurred) if meeting.occurred else None
    sides = {who.actor for who in meeting.participants if parties.is_party(who)}
    if meeting.status != "held" or day is None or len(sides) < 2:
        return None
    phase: PhaseName = "exploratory" if meeting.level == ("intelligence-chiefs",) else "talks"
    return _Step(day.isoformat(), phase, meeting.support)


def _take(step: _Step, phases: list[Phase], process: str) -> None:
    current = phases[-1] if phases else None
    phase = _phase_after(current.phase if current else None, step.phase)
    if current is not None and phase == current.phase:
        phases[-1] = replace(
            current,
            support=combine((current.support, step.support)),
            causes=_distinct((*current.causes, *step.causes)),
        )
        return
    if current is not None:
        phases[-1] = replace(current, until=step.day)
    phases.append(Phase(process, phase, step.day, step.support, _distinct(step.causes)))


def _phase_after(current: PhaseName | None, sign: PhaseName) -> PhaseName:
    """What a sign means where the process stands: talking after a pause is resuming, and
    exploring while talks are under way is more of the talks."""
    if sign in ("talks", "resumed"):
        if current in ("paused", "collapsed", "resumed"):
            return "resumed"
        return current if current in ("agreed", "implemented") else "talks"
    if sign == "exploratory" and current is not None:
        return current
    return sign


def _distinct(causes: Sequence[Cause]) -> tuple[Cause, ...]:
    return tuple({cause.words.casefold(): cause for cause in reversed(causes)}.values())[::-1]
