"""One meeting, told by many reports: planned, postponed, held, with every difference kept.

Two tellings are of one meeting when nothing they say keeps them apart (medium, level, round,
time, place) and enough brings them together: the same round of a format, or mostly the same
participants at times that may coincide. A plan joins the meeting it came true in.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from msgspec.structs import replace

from pourparler.model import (
    Evidence,
    Meeting,
    MeetingHeld,
    MeetingStatus,
    StatusTold,
    Told,
    When,
    Who,
    first_day,
    last_day,
    may_coincide,
)
from pourparler.process.accounts import accounts_of
from pourparler.process.parties import Parties
from pourparler.process.support import in_order, support_of

Value = TypeVar("Value", str, int)

PLANS_LAST = timedelta(days=120)
"""How long a plan without a day may wait for the meeting it came true in."""

_UNDECIDED: frozenset[MeetingStatus] = frozenset({"planned", "proposed", "postponed", "cancelled"})


@dataclass(slots=True)
class _Cluster:
    """Tellings taken to be of one meeting."""

    tellings: list[Told[Meeting]] = field(default_factory=list)
    actors: set[str] = field(default_factory=set)

    def add(self, told: Told[Meeting], actors: Iterable[str]) -> None:
        self.tellings.append(told)
        self.actors.update(actors)


def merge_meetings(
    told: Iterable[Told[Meeting]], parties: Parties, formats: Sequence[str] = ()
) -> list[MeetingHeld]:
    """The meetings of a process, by day.

    A meeting is the process's own when two who take part were there, a party among them, or
    when it was one of the process's `formats`.
    """
    clusters: dict[str | None, list[_Cluster]] = defaultdict(list)
    for one in in_order(told):
        those = [parties.who(participant.mention) for participant in one.item.participants]
        if not (parties.concern(those) or one.item.format in formats):
            continue
        actors = {who.actor for who in those if who.actor is not None}
        key = one.item.medium
        cluster = next((c for c in clusters[key] if _is_same(c, one, actors)), None)
        if cluster is None:
            cluster = _Cluster()
            clusters[key].append(cluster)
        cluster.add(one, actors)
    merged = [_merged(cluster, parties) for group in clusters.values() for cluster in group]
    return sorted(merged, key=_when)


def _is_same(cluster: _Cluster, told: Told[Meeting], actors: set[str]) -> bool:
    return _is_round(cluster, told.item) or (
        _share_participants(cluster.actors, actors)
        and all(_may_be_same(other, told) for other in cluster.tellings)
    )


def _is_round(cluster: _Cluster, meeting: Meeting) -> bool:
    """Whether the cluster holds the same numbered round of the same format."""
    return meeting.round is not None and any(
        other.item.round == meeting.round and other.item.format == meeting.format
        for other in cluster.tellings
    )


def _share_participants(left: set[str], right: set[str]) -> bool:
    common = len(left & right)
    return common >= 2 and common / len(left | right) >= 0.5


def _may_be_same(left: Told[Meeting], right: Told[Meeting]) -> bool:
    one, other = left.item, right.item
    if one.several != other.several:
        return False
    if one.round is not None and other.round is not None and one.round != other.round:
        return False
    if one.level and other.level and not set(one.level) & set(other.level):
        return False
    if one.occurred and other.occurred:
        return _near(one.occurred, other.occurred, slack=_slack(one, other))
    return _within_reach(left, right)


def _slack(one: Meeting, other: Meeting) -> timedelta:
    """A plan may slip; two tellings of what was held differ by a day at most."""
    slips = {one.status, other.status} & _UNDECIDED
    return PLANS_LAST if slips and one.level and one.level == other.level else timedelta(days=1)


def _near(left: When, right: When, *, slack: timedelta) -> bool:
    if may_coincide(left, right):
        return True
    gaps = [
        abs(a - b)
        for a, b in ((first_day(left), last_day(right)), (last_day(left), first_day(right)))
        if a is not None and b is not None
    ]
    return bool(gaps) and min(gaps) <= slack


def _within_reach(left: Told[Meeting], right: Told[Meeting]) -> bool:
    """Tellings of which one has no day: published close enough to the other's time."""
    days = [_day_of(left), _day_of(right)]
    return abs(days[0] - days[1]) <= PLANS_LAST / 4


def _day_of(told: Told[Meeting]) -> date:
    occurred = first_day(told.item.occurred) if told.item.occurred else None
    return occurred or date.fromisoformat(told.by.day)


def _merged(cluster: _Cluster, parties: Parties) -> MeetingHeld:
    tellings = cluster.tellings
    status = _status(tellings)
    decisive = [one for one in tellings if one.item.status == status] or tellings
    items = [one.item for one in decisive]
    return MeetingHeld(
        id=tellings[0].item.id,
        participants=_participants(tellings, parties),
        level=tuple(dict.fromkeys(level for one in tellings for level in one.item.level)),
        format=_most_told(one.item.format for one in tellings),
        round=_most_told(one.item.round for one in tellings),
        place=_most_told(item.place for item in items),
        occurred=_finest(item.occurred for item in items),
        status=status,
        medium=tellings[0].item.medium,
        outcome=_most_told(one.item.outcome for one in tellings),
        several=tellings[0].item.several,
        support=support_of((one.by, one.item.evidence) for one in tellings),
        life=_life(tellings),
        accounts=accounts_of(tellings),
    )


def _status(tellings: Sequence[Told[Meeting]]) -> MeetingStatus:
    """What became of it: held once anyone tells so, else what was told last."""
    if any(one.item.status == "held" for one in tellings):
        return "held"
    return tellings[-1].item.status


def _participants(tellings: Sequence[Told[Meeting]], parties: Parties) -> tuple[Who, ...]:
    """Everyone told to have been there: persons by name, and a side by its own name only where
    no report names who came for it."""
    sides: dict[str, dict[str, Who]] = defaultdict(dict)
    for one in tellings:
        for participant in one.item.participants:
            side = parties.who(participant.mention)
            who = parties.person(participant.mention) or side
            those = sides[side.actor or side.name]
            known = those.get(who.actor or who.name)
            role = participant.role or (known.role if known else None)
            those[who.actor or who.name] = replace(who, role=role)
    return tuple(
        who
        for side, those in sides.items()
        for who in those.values()
        if len(those) == 1 or (who.actor or who.name) != side
    )


def _life(tellings: Sequence[Told[Meeting]]) -> tuple[StatusTold, ...]:
    life: list[StatusTold] = []
    for one in tellings:
        if not life or life[-1].status != one.item.status:
            evidence = Evidence.of(one.by.report, one.item.evidence[0])
            life.append(StatusTold(one.item.status, one.by.published, evidence))
    return tuple(life)


def _most_told(values: Iterable[Value | None]) -> Value | None:
    counts = Counter(value for value in values if value is not None)
    return max(counts, key=lambda value: counts[value], default=None)


def _finest(times: Iterable[When | None]) -> When | None:
    """The time told most precisely, and among those most often."""
    counts = Counter(time for time in times if time is not None)
    return max(counts, key=lambda time: (len(time.split("/")[0]), counts[time]), default=None)


def _when(meeting: MeetingHeld) -> tuple[str, str]:
    day = first_day(meeting.occurred) if meeting.occurred else None
    return (day.isoformat() if day else meeting.life[0].published, meeting.id)
