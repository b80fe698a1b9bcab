"""Whether a report tells of a meeting that is already known.

Every telling has a window of days in which the meeting lay or is to lie: the time it states, or
else what news implies (what is told as held without a day has just been; a plan without a day
is for the coming months). A plan joins the meeting it came true in; once a meeting has been
held, what is told afterwards as still to come is the next one. Only a meeting that is told as
held without a word of when, where or with what outcome stays open: a later report that it is
still proposed, or was put off, means that it was not.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from pourparler.model import Level, Meeting, Told
from pourparler.process.same_meeting import (
    Window,
    Within,
    may_be_one,
    ranks,
    stated_days,
    states_time,
)

DAY = timedelta(days=1)
JUST_HELD = timedelta(days=7)
"""How far back from its publication a meeting told without a day may lie."""
RECALLED = timedelta(days=30)
"""How long after a meeting a report that names no day is taken to recall it."""
PLANS_LAST = timedelta(days=120)
"""How long a plan without a day, or one that was postponed, may wait to come true."""
SLIPS = timedelta(days=14)
"""How far a plan for a day may slip without a word of its being postponed."""

_PERIOD = 30
"""Days in one drawer of the register: tellings are compared within reach of each other only."""


@dataclass(slots=True)
class Encounter:
    """Tellings taken to be of one meeting, and what they say together."""

    tellings: list[Told[Meeting]] = field(default_factory=list)
    kinds: dict[object, Told[Meeting]] = field(default_factory=dict)
    """One telling for each different thing told of status, level, format, place and time."""
    sides: set[str] = field(default_factory=set)
    levels: set[Level] = field(default_factory=set)
    held: Window | None = None
    surely: bool = False
    planned: Window | None = None
    due: date | None = None
    """The last day it was told to be planned for."""
    postponed: bool = False

    def add(self, told: Told[Meeting], sides: frozenset[str]) -> None:
        """Count one more telling in."""
        self.tellings.append(told)
        item = told.item
        told_of = item.status, item.level, item.format, item.round, item.place, item.occurred
        self.kinds.setdefault(told_of, told)
        self.sides |= sides
        self.levels |= ranks(told.item)
        window = window_of(told)
        if told.item.status != "held":
            self.postponed |= told.item.status == "postponed"
            self.planned = window
            if told.item.status == "planned" and states_time(told):
                self.due = window[1]
        else:
            self.surely |= is_sure(told.item)
            if self.held is None or _length(window) < _length(self.held):
                self.held = window


class Register:
    """The meetings known so far, by the time in which another telling of them may lie."""

    def __init__(self, parties: frozenset[str], within: Within) -> None:
        self._parties = parties
        self._within = within
        self._drawers: dict[int, list[Encounter]] = {}
        self._rounds: dict[tuple[str | None, int], Encounter] = {}
        self.all: list[Encounter] = []

    def file(self, told: Told[Meeting], sides: frozenset[str]) -> None:
        """Add a telling to the meeting it is of, or else as a new one."""
        found = self._find(told, sides)
        if found is None:
            found = Encounter()
            self.all.append(found)
        found.add(told, sides)
        if told.item.round is not None and told.item.format is not None:
            self._rounds.setdefault((told.item.format, told.item.round), found)
        reach = RECALLED if told.item.status == "held" else PLANS_LAST
        for period in _periods(window_of(told), reach):
            drawer = self._drawers.setdefault(period, [])
            if found not in drawer[-1:]:
                drawer.append(found)

    def _find(self, told: Told[Meeting], sides: frozenset[str]) -> Encounter | None:
        if told.item.round is not None and told.item.format is not None:
            known = self._rounds.get((told.item.format, told.item.round))
            if known is not None:
                return known
        window = window_of(told)
        near = {
            id(known): known
            for period in _periods(window)
            for known in self._drawers.get(period, ())
        }
        best: tuple[tuple[timedelta, bool, int], Encounter] | None = None
        for known in near.values():
            gap = _gap(known, told, window)
            if gap is None or (best is not None and best[0][0] < gap):
                continue
            if known.sides != sides and _is_only_near(known, told):
                continue
            if self._together(known, told, sides) and may_be_one(
                known.tellings[0], known.kinds.values(), told, self._within
            ):
                unsure = told.item.status == "held" and not known.surely
                rank = gap, unsure, len(known.sides ^ sides)
                if best is None or rank < best[0]:
                    best = rank, known
        return best[1] if best else None

    def _together(self, known: Encounter, told: Told[Meeting], sides: frozenset[str]) -> bool:
        """Whether mostly the same took part. Which mediators were there is often left out; a
        party is left out only by some who tell of what was held."""
        common = known.sides & sides
        here, there = sides & self._parties, known.sides & self._parties
        if here == there and len(here) >= 2:
            return True
        if here != there:
            held = told.item.status == "held" and known.held is not None
            if not (held and known.levels & ranks(told.item)):
                return False
        return len(common) >= 2 and 2 * len(common) >= len(known.sides | sides)


def window_of(told: Told[Meeting]) -> Window:
    """The days on which the meeting lay, or is to lie."""
    day = date.fromisoformat(told.by.day)
    stated = stated_days(told.item)
    held = told.item.status == "held"
    # What is only proposed on a day has not been; the day is that of the proposal.
    if stated is not None and (held or told.item.status == "planned" or stated[1] > day):
        return stated
    return (day - JUST_HELD, day) if held else (day, day + PLANS_LAST)


def is_sure(meeting: Meeting) -> bool:
    """Whether more is told of a meeting held than that it was."""
    return meeting.status == "held" and bool(
        stated_days(meeting) or meeting.place or meeting.outcome or meeting.round
    )


def _is_only_near(known: Encounter, told: Told[Meeting]) -> bool:
    """Whether both are told as held, neither with a day, by reports of different days: then
    only those with the same sides are one meeting."""
    if told.item.status != "held" or states_time(told) or known.held is None:
        return False
    if any(states_time(one) for one in known.tellings):
        return False
    last = date.fromisoformat(known.tellings[-1].by.day)
    return date.fromisoformat(told.by.day) - last > DAY


def _gap(known: Encounter, told: Told[Meeting], window: Window) -> timedelta | None:
    """How far apart in time the two are; None where they cannot be one meeting."""
    if told.item.status != "held":
        return _gap_of_plan(known, told, window)
    if known.held is not None:
        gap = _apart(known.held, window)
        if gap > DAY and ranks(told.item) and not known.levels:
            return None  # leaders are not recalled by who does not say that leaders met
        return gap if gap <= (DAY if states_time(told) else RECALLED) else None
    assert known.planned is not None
    told_first = date.fromisoformat(known.tellings[0].by.day)
    if window[1] < told_first - DAY:
        return None
    if known.due is not None:
        if not states_time(told) and window[1] < known.due - DAY:
            return None  # what was planned for a later day is not what has just been
        if not known.postponed and window[0] > known.due + SLIPS:
            return None
    gap = _apart(known.planned, window)
    return gap if gap <= _slip(known, told) else None


def _gap_of_plan(known: Encounter, told: Told[Meeting], window: Window) -> timedelta | None:
    since = date.fromisoformat(told.by.day) - date.fromisoformat(known.tellings[-1].by.day)
    if known.held is not None:
        if not known.surely and told.item.status != "planned" and since > timedelta():
            return since if since <= PLANS_LAST else None
        early = date.fromisoformat(told.by.day) <= known.held[1] + DAY
        gap = _apart(known.held, window)
        return gap if states_time(told) and early and gap <= DAY else None
    assert known.planned is not None
    if states_time(told) and any(states_time(one) for one in known.tellings):
        gap = _apart(known.planned, window)
        return gap if gap <= _slip(known, told) else None
    return since if since <= PLANS_LAST else None


def _slip(known: Encounter, told: Told[Meeting]) -> timedelta:
    """How far a plan may slip: a postponed one far, one without a day no further than it lasts."""
    if known.postponed or told.item.status == "postponed":
        return PLANS_LAST
    return SLIPS if any(states_time(one) for one in known.tellings) else timedelta()


def _apart(one: Window, other: Window) -> timedelta:
    return max(one[0] - other[1], other[0] - one[1], timedelta())


def _length(window: Window) -> timedelta:
    return window[1] - window[0]


def _periods(window: Window, reach: timedelta = timedelta()) -> range:
    """The drawers a window touches; one of years is filed by its last year."""
    first = max(window[0].toordinal(), window[1].toordinal() - 366) - reach.days
    return range(first // _PERIOD, (window[1].toordinal() + reach.days) // _PERIOD + 1)
