"""One event, told by many reports: counted once, with every report that tells it as support.

Two tellings are of one event when type, actors and recipients agree, their times may coincide
and they were published within a week of each other (or both name the day).
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from pourparler.model import Event, Happening, Mention, Told, Who, first_day, may_coincide
from pourparler.process.parties import Parties
from pourparler.process.support import in_order, support_of

NEWS_LASTS = timedelta(days=7)
"""How long after its first telling an event without a day is still told as news."""

Key = tuple[str | None, str | None, frozenset[str], frozenset[str]]


def merge_events(told: Iterable[Told[Event]], parties: Parties) -> list[Happening]:
    """The events of those who take part, by the day they occurred or were first told."""
    groups: dict[Key, list[list[Told[Event]]]] = defaultdict(list)
    for one in in_order(told):
        actors = _sides(one.item.actors, parties)
        recipients = _sides(one.item.recipients, parties)
        if not parties.concern([*actors.values(), *recipients.values()]):
            continue
        key = (one.item.type, one.item.status, frozenset(actors), frozenset(recipients))
        same = next((group for group in groups[key] if _is_same(group, one)), None)
        if same is None:
            groups[key].append([one])
        else:
            same.append(one)
    merged = [_merged(group, parties) for those in groups.values() for group in those]
    return sorted(merged, key=lambda one: (one.occurred or "", one.id))


def _is_same(group: list[Told[Event]], told: Told[Event]) -> bool:
    return all(_may_be_same(one, told) for one in group)


def _may_be_same(one: Told[Event], other: Told[Event]) -> bool:
    if one.item.place and other.item.place and one.item.place != other.item.place:
        return False
    if one.by.report == other.by.report:
        # A report that tells of two events of one kind tells of two.
        return one.item.occurred == other.item.occurred and one.item.cameo == other.item.cameo
    if one.item.occurred and other.item.occurred:
        return may_coincide(one.item.occurred, other.item.occurred)
    return abs(_day(one) - _day(other)) <= NEWS_LASTS


def _day(told: Told[Event]) -> date:
    occurred = first_day(told.item.occurred) if told.item.occurred else None
    return occurred or date.fromisoformat(told.by.day)


def _merged(group: list[Told[Event]], parties: Parties) -> Happening:
    items = [one.item for one in group]
    first = next((item for item in items if item.claimed_by is None), items[0])
    claims = [item.claimed_by for item in items]
    claimed = [] if None in claims else [parties.who(one) for one in claims if one is not None]
    return Happening(
        id=items[0].id,
        type=first.type,
        mode=next((item.mode for item in items if item.mode), None),
        cameo=next((item.cameo for item in items if item.cameo), None),
        status=first.status,
        actors=tuple(_sides(first.actors, parties).values()),
        recipients=tuple(_sides(first.recipients, parties).values()),
        place=next((item.place for item in items if item.place), None),
        occurred=_finest(items),
        words=first.evidence[0].exact,
        support=support_of((one.by, one.item.evidence) for one in group),
        claimed_by=tuple({who.name: who for who in claimed}.values()),
    )


def _finest(items: Iterable[Event]) -> str | None:
    times = [item.occurred for item in items if item.occurred]
    return max(times, key=lambda time: len(time.split("/")[0]), default=None)


def _sides(mentions: Iterable[Mention], parties: Parties) -> dict[str, Who]:
    sides = (parties.who(mention) for mention in mentions)
    return {who.actor or who.name: who for who in sides}
