"""Where the process stood, and since when: exploratory, talks, paused, resumed, agreed, ….

Four things tell it: what reports say of the talks as a whole (signs), the meetings the parties
held, the fighting that broke out between them and the fall of a party's government. Signs of
hope change nothing, and long silence is none. An agreement on one matter is a step on the way,
which the timeline shows; what settles the whole is the phase "agreed".
"""

import dataclasses
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from pourparler.codebook import Process
from pourparler.model import (
    Cause,
    Event,
    MeetingHeld,
    Phase,
    PhaseName,
    PhaseSign,
    Told,
    When,
    first_day,
    last_day,
)
from pourparler.process.parties import Parties
from pourparler.process.steps import Step, of_fighting, of_meetings, of_signs
from pourparler.process.support import combine

BORNE_OUT = timedelta(days=30)
"""How far apart two reports of a turn may lie to bear each other out."""

CARRIED_OUT = timedelta(days=365)
"""How long after its last sign an agreement's parties still meet to carry it out; later they
talk of other things."""

SILENCE = timedelta(days=365)
"""How long after their last sign talks that are told of again are no longer the same talks."""

_WEIGHTY = frozenset({"agreed", "implemented", "collapsed"})

_TALKING = ("talks", "resumed")
_ENDING_IN_SILENCE = (*_TALKING, "paused", "collapsed")
"""Phases after which, when nothing was heard for long, a sounding is a new beginning."""

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


def find_phases(
    signs: Iterable[Told[PhaseSign]],
    meetings: Iterable[MeetingHeld],
    process: Process | None,
    parties: Parties,
    events: Iterable[Told[Event]] = (),
) -> list[Phase]:
    """The phases in order of time; the last is the one the process is in."""
    steps = [
        *of_signs(signs, process, parties),
        *of_meetings(meetings, parties),
        *of_fighting(events, parties),
    ]
    start = first_day(process.since) if process and process.since else None
    steps = [step for step in steps if start is None or step.day >= start.isoformat()]
    steps.sort(key=lambda step: (step.day, _ORDER.index(step.phase)))
    turns: list[_Turn] = []
    for step in _weighed(steps):
        _take(step, turns)
    for turn, following in pairwise(turns):
        turn.until = following.since
    return [turn.as_phase(process.id if process else "") for turn in turns]


class _Turn:
    """A phase while its steps are taken in."""

    def __init__(self, phase: PhaseName, step: Step) -> None:
        self.phase = phase
        self.since = step.since
        self.until: When | None = None
        self.last_told = step.day
        self._steps: list[Step] = []
        self.take(step)

    def take(self, step: Step) -> None:
        """Count a step in that bears the phase out."""
        told = (by.day for by in step.support.tellings)
        self.last_told = max((self.last_told, *told)) if self._steps else max(told)
        if _is_finer(step.since, self.since):
            self.since = step.since
        self._steps.append(step)

    def as_phase(self, process: str) -> Phase:
        """The phase with all that bears it out."""
        support = combine(step.support for step in self._steps)
        causes = [cause for step in self._steps for cause in step.causes]
        return Phase(process, self.phase, self.since, support, _distinct(causes), self.until)


def _weighed(steps: Sequence[Step]) -> Iterable[Step]:
    """The steps, each for what it is worth.

    That talks were agreed, carried out or broken off for good is taken from reports that do not
    name whose talks they were only where two independent ones tell it within a month; a failure
    told by one alone is no more than a pause.
    """
    weighty: dict[PhaseName, list[Step]] = defaultdict(list)
    for step in steps:
        if step.phase in _WEIGHTY:
            weighty[step.phase].append(step)
    for step in steps:
        if step.firm or step.phase not in _WEIGHTY or _is_borne_out(step, weighty[step.phase]):
            yield step
        elif step.phase == "collapsed":
            yield dataclasses.replace(step, phase="paused")


def _is_borne_out(step: Step, alike: Sequence[Step]) -> bool:
    """Whether two independent reports tell of such a step within a month; `alike` are by day."""
    day = date.fromisoformat(step.day)
    first, last = (day - BORNE_OUT).isoformat(), (day + BORNE_OUT).isoformat()
    start = bisect_left(alike, first, key=lambda other: other.day)
    end = bisect_right(alike, last, key=lambda other: other.day)
    return combine(other.support for other in alike[start:end]).independent >= 2


def _take(step: Step, turns: list[_Turn]) -> None:
    current = turns[-1] if turns else None
    phase = _phase_after(current, step)
    if phase is None:
        return
    again = current is not None and phase in _TALKING and _is_after_silence(step, current)
    if current is not None and phase == current.phase and not again:
        current.take(step)
    elif current is not None and (current.since, current.phase) == (step.since, "exploratory"):
        # Soundings of the very day on which the talks begin are part of them.
        current.phase = phase
        current.take(step)
    else:
        turns.append(_Turn(phase, step))


def _phase_after(current: _Turn | None, step: Step) -> PhaseName | None:
    """What a step means where the process stands; None for nothing.

    Talking after a pause is resuming, and exploring while talks are under way is more of the
    talks. What was never agreed is not carried out, and what is over does not pause. Fighting
    breaks off talks that were held, and an agreement for good.
    """
    before = current.phase if current else None
    if step.kind == "fought":
        if before in ("agreed", "implemented"):
            return "collapsed"
        return "paused" if before in ("talks", "resumed", "paused") else None
    if step.phase in _TALKING:
        if before in ("paused", "collapsed", "resumed"):
            return "resumed"
        if current is not None and before == "talks" and _is_after_silence(step, current):
            return "resumed"
        return before if current is not None and _carries_out(step, current) else "talks"
    if step.phase == "exploratory" and current is not None:
        anew = before in _ENDING_IN_SILENCE and _is_after_silence(step, current)
        return "exploratory" if anew else before
    if step.phase == "implemented" and before != "agreed":
        return before
    if step.phase == "paused" and current is None:
        return None if step.kind == "met" else "paused"
    if step.phase == "paused" and current is not None and before == "collapsed":
        # Talks that stall so long after had come back, though no report told of it.
        return "paused" if _gap(step, current) > SILENCE else None
    return step.phase


def _is_after_silence(step: Step, current: _Turn) -> bool:
    """Whether talks are told of for the first time in long, nobody having broken them off."""
    return step.phase in (*_TALKING, "exploratory") and _gap(step, current) > SILENCE


def _carries_out(step: Step, current: _Turn) -> bool:
    return current.phase in ("agreed", "implemented") and _gap(step, current) <= CARRIED_OUT


def _gap(step: Step, current: _Turn) -> timedelta:
    """How long the step came after the last sign of the phase."""
    return date.fromisoformat(step.day) - date.fromisoformat(current.last_told)


def _is_finer(when: When, other: When) -> bool:
    """Whether a time lies within a longer one."""
    first, last = first_day(other), last_day(other)
    start, end = first_day(when), last_day(when)
    if first is None or last is None or start is None or end is None:
        return False
    return first <= start <= end <= last and end - start < last - first


def _distinct(causes: Sequence[Cause]) -> tuple[Cause, ...]:
    return tuple({cause.words.casefold(): cause for cause in reversed(causes)}.values())[::-1]
