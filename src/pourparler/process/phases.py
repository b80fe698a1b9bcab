"""Where the process stood, and since when: exploratory, talks, paused, resumed, agreed, ….

Three things tell it: what reports say of the talks as a whole (signs), the meetings the parties
held, and the agreements they signed. Signs of hope change nothing, and long silence is none.
"""

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from msgspec.structs import replace

from pourparler.codebook import Process
from pourparler.model import (
    Cause,
    Evidence,
    Happening,
    MeetingHeld,
    Phase,
    PhaseName,
    PhaseSign,
    Support,
    Told,
    When,
    first_day,
    last_day,
)
from pourparler.process.meetings import day_of
from pourparler.process.parties import Parties
from pourparler.process.support import combine, support_of, told_since

BORNE_OUT = timedelta(days=30)
"""How far apart two reports of a turn may lie to bear each other out."""

CARRIED_OUT = timedelta(days=90)
"""How long after an agreement the parties still meet to carry it out: a truce, or an agreement on
one matter, is followed by talks on the others."""

SIGNED = "057"
"""CAMEO: sign formal agreement."""

_WEIGHTY = frozenset({"agreed", "implemented", "collapsed"})

_ORDER: tuple[PhaseName, ...] = (
    "exploratory",
    "talks",
    "resumed",
    "agreed",
    "implemented",
    "paused",
    "collapsed",
)
"""Of two turns on one day the later here came last: what broke off was going on before."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A reason to think that a phase held from a day.

    `firm`: it needs no other to bear it out, being told of these very parties or seen to happen.
    """

    day: str
    since: When
    phase: PhaseName
    support: Support
    firm: bool
    causes: tuple[Cause, ...] = ()


def find_phases(
    signs: Iterable[Told[PhaseSign]],
    meetings: Iterable[MeetingHeld],
    process: Process | None,
    parties: Parties,
    events: Iterable[Happening] = (),
) -> list[Phase]:
    """The phases in order of time; the last is the one the process is in."""
    steps = [_of_sign(one, parties) for one in signs if _counts(one.item, parties)]
    steps += [step for meeting in meetings if (step := _of_meeting(meeting, parties))]
    steps += [step for event in events if (step := _of_event(event, parties))]
    start = first_day(process.since) if process and process.since else None
    steps = [step for step in steps if start is None or step.day >= start.isoformat()]
    steps.sort(key=lambda step: (step.day, _ORDER.index(step.phase)))
    phases: list[Phase] = []
    for step in _weighed(steps):
        _take(step, phases, process.id if process else "")
    return phases


def _counts(sign: PhaseSign, parties: Parties) -> bool:
    """A sign told as reached, of these talks.

    Talks whose parties are told must be those of two parties of the process, or of one with
    nobody else; that one of them talks with a mediator says nothing of the talks between them,
    but that such talks broke off or resumed does.
    """
    if sign.hoped:
        return False
    named = {who.actor: who for who in map(parties.who, sign.parties) if parties.can_meet(who)}
    inside = [who for who in named.values() if parties.is_party(who)]
    if not named or len(inside) >= 2:
        return True
    others = [who for who in named.values() if who not in inside]
    helped = sign.phase != "talks" and all(parties.takes_part(who) for who in others)
    return bool(inside) and (not others or helped)


def _of_sign(one: Told[PhaseSign], parties: Parties) -> _Step:
    sign = one.item
    said_by = parties.who(sign.said_by) if sign.said_by else None
    causes = tuple(
        Cause(span.exact, said_by, Evidence.of(one.by.report, span)) for span in sign.causes
    )
    inside = {who.actor for who in map(parties.who, sign.parties) if parties.is_party(who)}
    day, since = _begun(one)
    support = support_of([(one.by, sign.evidence)])
    return _Step(day, since, sign.phase, support, len(inside) >= 2, causes)


def _begun(one: Told[PhaseSign]) -> tuple[str, When]:
    """The day by which a turn had come about, and its time as far as it is told.

    What a report recalls of an earlier month or year had come about by the end of it, and not
    only when it was recalled.
    """
    since = told_since(one.item.since, one.by)
    ended = last_day(one.item.since) if one.item.since else None
    if ended is not None and one.item.since and ended.isoformat() < since:
        return ended.isoformat(), one.item.since
    return since, since


def _of_meeting(meeting: MeetingHeld, parties: Parties) -> _Step | None:
    """A meeting held between the parties shows that they talk; of services or officials alone,
    a call, one that is spoken of, or of which nothing more is told, that they feel their way."""
    there = {who.represents or who.actor for who in meeting.participants}
    sides = there & parties.negotiating if parties.negotiating else there
    if meeting.several or len(sides) < 2:
        return None
    if meeting.status != "held":
        day = min(telling.day for telling in meeting.support.tellings)
        return _Step(day, day, "exploratory", meeting.support, firm=True)
    low = set(meeting.level) <= {"intelligence-chiefs", "technical"} and meeting.level
    slight = low or meeting.medium != "in-person" or _is_bare(meeting)
    phase: PhaseName = "exploratory" if slight else "talks"
    day = day_of(meeting)[:10]
    return _Step(day, day, phase, meeting.support, firm=True)


def _is_bare(meeting: MeetingHeld) -> bool:
    """Whether one voice alone tells that it was, and neither when, where nor with what outcome."""
    dated = meeting.occurred is not None and first_day(meeting.occurred) is not None
    told = dated or meeting.place or meeting.outcome or meeting.round
    return not told and meeting.support.independent < 2


def _of_event(event: Happening, parties: Parties) -> _Step | None:
    """An agreement that two parties are told to have signed."""
    day = first_day(event.occurred) if event.occurred else None
    sides = {who.actor for who in (*event.actors, *event.recipients) if parties.is_party(who)}
    if event.cameo != SIGNED or event.status != "actual" or event.claimed_by or len(sides) < 2:
        return None
    by = min(telling.day for telling in event.support.tellings)
    since = min(by, day.isoformat()) if day else by
    return _Step(since, since, "agreed", event.support, firm=True)


def _weighed(steps: Sequence[_Step]) -> Iterable[_Step]:
    """The steps, each for what it is worth.

    That talks were agreed, carried out or broken off for good is taken from reports that do not
    name whose talks they were only where two independent ones tell it within a month; a failure
    told by one alone is no more than a pause.
    """
    weighty = [step for step in steps if step.phase in _WEIGHTY]
    for step in steps:
        if step.firm or step.phase not in _WEIGHTY or _is_borne_out(step, weighty):
            yield step
        elif step.phase == "collapsed":
            yield dataclasses.replace(step, phase="paused")


def _is_borne_out(step: _Step, weighty: Sequence[_Step]) -> bool:
    day = date.fromisoformat(step.day)
    near = (
        other.support
        for other in weighty
        if other.phase == step.phase and abs(date.fromisoformat(other.day) - day) <= BORNE_OUT
    )
    return combine(near).independent >= 2


def _take(step: _Step, phases: list[Phase], process: str) -> None:
    current = phases[-1] if phases else None
    phase = _phase_after(current, step)
    if phase is None:
        return
    if current is not None and phase == current.phase:
        phases[-1] = replace(
            current,
            support=combine((current.support, step.support)),
            causes=_distinct((*current.causes, *step.causes)),
        )
        return
    if current is not None and current.since == step.since and current.phase == "exploratory":
        # Soundings of the very day on which the talks begin are part of them.
        step = dataclasses.replace(step, support=combine((current.support, step.support)))
        phases.pop()
    elif current is not None:
        phases[-1] = replace(current, until=step.since)
    phases.append(Phase(process, phase, step.since, step.support, _distinct(step.causes)))


def _phase_after(current: Phase | None, step: _Step) -> PhaseName | None:
    """What a step means where the process stands; None for nothing.

    Talking after a pause is resuming, and exploring while talks are under way is more of the
    talks. What was never agreed is not carried out, and what is over does not pause.
    """
    before = current.phase if current else None
    if step.phase in ("talks", "resumed"):
        if before in ("paused", "collapsed", "resumed"):
            return "resumed"
        return before if current is not None and _carries_out(step, current) else "talks"
    if step.phase == "exploratory" and before is not None:
        return before
    if step.phase == "implemented" and before != "agreed":
        return before
    if step.phase == "paused" and before == "collapsed":
        return before
    return step.phase


def _carries_out(step: _Step, current: Phase) -> bool:
    if current.phase == "implemented":
        return True
    day = max((telling.day for telling in current.support.tellings), default=current.since)
    gap = date.fromisoformat(step.day) - date.fromisoformat(day)
    return current.phase == "agreed" and gap <= CARRIED_OUT


def _distinct(causes: Sequence[Cause]) -> tuple[Cause, ...]:
    return tuple({cause.words.casefold(): cause for cause in reversed(causes)}.values())[::-1]
