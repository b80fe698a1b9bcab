"""Whether nothing but the time could keep two tellings of a meeting apart.

By what each tells of the medium, the level, the round, the place and who was sent.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import get_args

from pourparler.model import Level, Meeting, Told, first_day, last_day

Window = tuple[date, date]
Within = Mapping[str, frozenset[str]]
"""A town, and the names of the land it lies in: a report may tell either as the place."""

LEADERS = frozenset(("head-of-state", "head-of-government", "head"))


def may_be_one(
    first: Told[Meeting], kinds: Iterable[Told[Meeting]], told: Told[Meeting], within: Within
) -> bool:
    """Whether a telling may be of the meeting of which `kinds` hold one telling for each
    different thing told, `first` the first of all."""
    one, item = first.item, told.item
    if (one.medium, one.several) != (item.medium, item.several):
        return False
    kinds = tuple(kinds)
    here = ranks(item)
    there = {level for other in kinds for level in ranks(other.item)}
    if here and there and not here & there:
        return False
    return not any(_differ(other, told, within) for other in kinds)


def _differ(one: Told[Meeting], other: Told[Meeting], within: Within) -> bool:
    left, right = one.item, other.item
    return (
        _other_round(left, right)
        or _beside(left, right)
        or (_elsewhere(left, right, within) and not _differ_on_place(one, other))
        or _wished_higher(left, right)
        or _wished_higher(right, left)
        or _other_rank(left, right)
    )


def ranks(meeting: Meeting) -> frozenset[Level]:
    """The levels that tell meetings apart: officials of no rank are at nearly every one."""
    return frozenset(meeting.level) - {"technical"} or frozenset(meeting.level)


def highest(levels: Iterable[Level]) -> Level:
    """The highest of the levels (at least one)."""
    return min(levels, key=get_args(Level).index)


def stated_days(meeting: Meeting) -> Window | None:
    """The days that the telling itself names."""
    if not meeting.occurred:
        return None
    first, last = first_day(meeting.occurred), last_day(meeting.occurred)
    return None if first is None or last is None else (first, last)


def states_time(told: Told[Meeting]) -> bool:
    """Whether the telling says when the meeting was or is to be."""
    return stated_days(told.item) is not None


def lies_in(town: str, land: str, within: Within) -> bool:
    """Whether the town is known to lie in the land of that name."""
    return town != land and land in within.get(town, ())


def _differ_on_place(one: Told[Meeting], other: Told[Meeting]) -> bool:
    """Whether they tell of one meeting in two places: a plan that moved, or two reports that
    contradict each other on a meeting of one day. Two places told as held are else two meetings.
    """
    if not (states_time(one) and states_time(other)):
        return False
    if {one.item.status, other.item.status} != {"held"}:
        return True
    return one.item.occurred == other.item.occurred and one.by.report != other.by.report


def _wished_higher(wish: Meeting, held: Meeting) -> bool:
    """Whether one was only wished for, or expected some day, at a level at which the other was
    not told as held."""
    vague = wish.status == "planned" and not (wish.occurred or wish.place)
    if not (wish.status == "proposed" or vague) or held.status != "held":
        return False
    wished = ranks(wish) - {"technical"}
    return bool(wished) and highest(wished) not in held.level


def _other_rank(one: Meeting, other: Meeting) -> bool:
    """Whether a side sent its leader to the one and to the other somebody else it names."""
    there, here = _leaders(one), _leaders(other)
    return any(there[side] != here[side] for side in there.keys() & here.keys())


def _leaders(meeting: Meeting) -> dict[str, bool]:
    """For each side that somebody with an office came for, whether its leader did."""
    found: dict[str, bool] = {}
    for one in meeting.participants:
        post, side = one.mention.post, one.mention.represents
        if side is not None and post is not None and one.mention.form != "unnamed":
            found[side] = found.get(side, False) or post in LEADERS
    return found


def _other_round(one: Meeting, other: Meeting) -> bool:
    if one.format and other.format and one.format != other.format:
        return True
    return None not in (one.round, other.round) and one.round != other.round


def _beside(one: Meeting, other: Meeting) -> bool:
    """Whether one is a round of a format and the other ministers who met beside or after it."""
    if (one.round is None) == (other.round is None):
        return False
    numbered, plain = (other, one) if one.round is None else (one, other)
    return numbered.format is not None and bool(ranks(plain) - ranks(numbered))


def _elsewhere(one: Meeting, other: Meeting, within: Within) -> bool:
    if one.place is None or other.place is None or one.place == other.place:
        return False
    return not (lies_in(one.place, other.place, within) or lies_in(other.place, one.place, within))
