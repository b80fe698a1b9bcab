"""One meeting, told by many reports: planned, postponed, held, with every difference kept."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from msgspec.structs import replace

from pourparler.codebook import Format
from pourparler.model import (
    Evidence,
    Level,
    Meeting,
    MeetingHeld,
    MeetingStatus,
    StatusTold,
    Told,
    When,
    Who,
    first_day,
    last_day,
)
from pourparler.process.accounts import accounts_of
from pourparler.process.encounters import Encounter, Register, is_sure
from pourparler.process.parties import Parties
from pourparler.process.same_meeting import Within, lies_in, states_time
from pourparler.process.support import support_of

Value = TypeVar("Value", str, int)

_OPEN: frozenset[MeetingStatus] = frozenset({"proposed", "postponed", "cancelled"})


def merge_meetings(
    told: Iterable[Told[Meeting]],
    parties: Parties,
    formats: Mapping[str, Format] | None = None,
    within: Within | None = None,
) -> list[MeetingHeld]:
    """The meetings of a process, by day.

    A meeting is the process's own when two who take part were there, a party among them, or
    when it was one of the process's `formats`; without a process every one is, but a
    call of which one side alone is known. `within` names the lands that towns lie in.
    """
    formats, within = formats or {}, within or {}
    register = Register(parties.negotiating, within)
    for one in sorted(told, key=_widest_first):
        sides = _sides(one.item, parties)
        # one side's "call" is as often a call for something
        alone = bool(sides) and parties.are_any and one.item.medium == "in-person"
        if alone or parties.concern(sides.values()) or one.item.format in formats:
            register.file(_in_its_format(one, sides, formats), frozenset(sides))
    merged = [_merged(encounter, parties, within) for encounter in register.all]
    return sorted(_beside_rounds(merged), key=lambda one: (day_of(one), one.id))


def day_of(meeting: MeetingHeld) -> str:
    """The ISO day by which a meeting is put in order: its first, or the last it may have been on,
    or else that of the first report of it."""
    when = meeting.occurred
    day = (first_day(when) or last_day(when)) if when else None
    return day.isoformat() if day else meeting.life[0].published


def _widest_first(told: Told[Meeting]) -> tuple[str, str, int]:
    """Within a report, the telling that names the most comes first and the others join it."""
    return told.by.day, told.by.report, -len(told.item.participants)


def _sides(meeting: Meeting, parties: Parties) -> dict[str, Who]:
    """The named sides that took part, by actor."""
    found = (parties.who(participant.mention) for participant in meeting.participants)
    return {who.actor: who for who in found if who.actor and parties.can_meet(who)}


def _in_its_format(
    told: Told[Meeting], sides: Iterable[str], formats: Mapping[str, Format]
) -> Told[Meeting]:
    """A numbered meeting of members of just one of the formats is a round of that one."""
    meeting = told.item
    if meeting.format is not None or meeting.round is None:
        return told
    if meeting.round == 1:
        # "The first meeting since the war began" is no first round.
        return replace(told, item=replace(meeting, round=None))
    those = [
        format.id
        for format in formats.values()
        if len({member.actor for member in format.members}.intersection(sides)) >= 2
    ]
    return replace(told, item=replace(meeting, format=those[0])) if len(those) == 1 else told


def _merged(encounter: Encounter, parties: Parties, within: Within) -> MeetingHeld:
    tellings = encounter.tellings
    status = _status(tellings)
    decisive = [one for one in tellings if one.item.status == status] or tellings
    return MeetingHeld(
        id=tellings[0].item.id,
        participants=_participants(decisive, parties),
        level=_levels(decisive) or _levels(tellings),
        format=_most_told(one.item.format for one in tellings),
        round=_most_told(one.item.round for one in tellings),
        place=_place(decisive, within) or _place(tellings, within),
        occurred=_occurred(decisive)
        or (_held_by(decisive, tellings) if status == "held" else None),
        status=status,
        medium=tellings[0].item.medium,
        outcome=_most_told(one.item.outcome for one in tellings),
        several=tellings[0].item.several,
        support=support_of(tellings),
        life=_life(tellings),
        accounts=accounts_of(tellings, parties),
    )


def _status(tellings: Sequence[Told[Meeting]]) -> MeetingStatus:
    """What became of it: held once anyone tells so and nothing speaks against, else what was
    told last."""
    if any(is_sure(one.item) for one in tellings):
        return "held"
    last = max((one.by.day for one in tellings if one.item.status == "held"), default=None)
    if last is None:
        return tellings[-1].item.status
    after = [one.item.status for one in tellings if one.by.day > last]
    return next((status for status in reversed(after) if status in _OPEN), "held")


def _occurred(tellings: Iterable[Told[Meeting]]) -> When | None:
    """The time told most precisely, and among those most often."""
    counts = Counter(one.item.occurred for one in tellings if states_time(one))
    return max(counts, key=lambda time: (*_fineness(time or ""), counts[time]), default=None)


def _held_by(held: Sequence[Told[Meeting]], tellings: Iterable[Told[Meeting]]) -> When:
    """When it was held that is told as held, but not when: on the day that it had been planned
    for, were it not put off, or else by the day of its first report."""
    first = date.fromisoformat(held[0].by.day)
    plans = [one for one in tellings if one not in held]
    if all(one.item.status == "planned" for one in plans):
        due = [one for one in plans if (day := last_day(one.item.occurred or "")) and day <= first]
        if when := _occurred(due):
            return when
    return f"../{first}"


def _place(tellings: Sequence[Told[Meeting]], within: Within) -> str | None:
    """The place told most often, a town before the land it lies in."""
    places = [one.item.place for one in tellings if one.item.place is not None]
    towns = [
        place for place in places if not any(lies_in(other, place, within) for other in places)
    ]
    return _most_told(towns)


def _fineness(time: str) -> tuple[int, bool]:
    """How precise a time is: to the day, and one day rather than one of several."""
    return len(time.split("/")[0]), "/" not in time


def _participants(tellings: Sequence[Told[Meeting]], parties: Parties) -> tuple[Who, ...]:
    """Everyone told to have been there, the sides told most often first: persons by name, and a
    side by its own name only where no report names who came for it."""
    sides: dict[str, dict[str, Who]] = defaultdict(dict)
    told: Counter[str] = Counter()
    for one in tellings:
        for participant in one.item.participants:
            side = parties.who(participant.mention)
            if not parties.can_meet(side):
                continue
            who = parties.person(participant.mention) or side
            name = side.actor or side.name
            told[name] += 1
            known = sides[name].get(who.actor or who.name)
            role = participant.role or (known.role if known else None)
            sides[name][who.actor or who.name] = replace(who, role=role)
    return tuple(
        who
        for side, _ in told.most_common()
        for who in sides[side].values()
        if len(sides[side]) == 1 or (who.actor or who.name) != side
    )


def _levels(tellings: Sequence[Told[Meeting]]) -> tuple[Level, ...]:
    """The levels told, without those that few tell beside many others: a report of later years
    knows a participant by the office that came after."""
    counts = Counter(level for one in tellings for level in one.item.level)
    most = max(counts.values(), default=0)
    return tuple(level for level in counts if 2 * counts[level] > most)


def _life(tellings: Sequence[Told[Meeting]]) -> tuple[StatusTold, ...]:
    life: list[StatusTold] = []
    for one in tellings:
        if not life or life[-1].status != one.item.status:
            evidence = Evidence.of(one.by.report, one.item.evidence[0])
            life.append(StatusTold(one.item.status, one.by.published, evidence))
    return tuple(life)


def _beside_rounds(meetings: Sequence[MeetingHeld]) -> Iterable[MeetingHeld]:
    """The meetings, those held at a round of a format, but apart from it, with that round."""
    rounds = [one for one in meetings if one.format and one.round and one.status == "held"]
    for one in meetings:
        around = None if one.format else next((each for each in rounds if _hosts(each, one)), None)
        yield one if around is None else replace(one, beside=around.id)


def _hosts(round: MeetingHeld, meeting: MeetingHeld) -> bool:
    if meeting.status != "held" or meeting.medium != "in-person":
        return False
    if round.place and meeting.place and round.place != meeting.place:
        return False
    apart = abs(date.fromisoformat(day_of(round)[:10]) - date.fromisoformat(day_of(meeting)[:10]))
    return apart.days <= 1 and len(_represented(round) & _represented(meeting)) >= 2


def _represented(meeting: MeetingHeld) -> set[str | None]:
    return {who.represents or who.actor for who in meeting.participants}


def _most_told(values: Iterable[Value | None]) -> Value | None:
    counts = Counter(value for value in values if value is not None)
    return max(counts, key=lambda value: counts[value], default=None)
