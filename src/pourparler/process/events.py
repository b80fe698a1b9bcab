"""One event, told by many reports: counted once, with every report that tells it as support.

Two tellings are of one event when type, actors and recipients agree, their times may coincide
and they were published within a week of each other (or both name the day).
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from pourparler.model import Event, Happening, Mention, Told, Who, first_day, is_day, may_coincide
from pourparler.process.parties import Parties
from pourparler.process.support import in_order, support_of

NEWS_LASTS = timedelta(days=7)
"""How long after its first telling an event without a day is still told as news."""

_RECENT = 64
"""How many of the last events of one kind between the same sides a telling without their exact
time is compared with: a week has fewer, so that the work grows with the tellings alone."""

Key = tuple[str | None, str | None, frozenset[str], frozenset[str]]


class _Group:
    """Tellings of one event, and what they say together of when and where."""

    def __init__(self) -> None:
        self.tellings: list[Told[Event]] = []
        self._times: set[str] = set()
        self._on: str | None = None
        self._places: set[str] = set()
        self._days: list[date] = []
        self._undated: list[date] = []
        self._reports: dict[str, tuple[str | None, str | None]] = {}

    def add(self, told: Told[Event]) -> None:
        item, day = told.item, _day(told)
        self.tellings.append(told)
        self._days = [min([*self._days, day]), max([*self._days, day])]
        if item.occurred:
            self._times.add(item.occurred)
            self._on = item.occurred if is_day(item.occurred) else self._on
        else:
            self._undated = [min([*self._undated, day]), max([*self._undated, day])]
        if item.place:
            self._places.add(item.place)
        self._reports[told.by.report] = item.occurred, item.cameo

    def may_hold(self, told: Told[Event]) -> bool:
        """Whether all of the tellings may be of the same event as `told`."""
        item = told.item
        if self._on and item.occurred and self._on != item.occurred and is_day(item.occurred):
            return False
        if item.place and self._places - {item.place}:
            return False
        # A report that tells of two events of one kind tells of two.
        if self._reports.get(told.by.report, (item.occurred, item.cameo)) != (
            item.occurred,
            item.cameo,
        ):
            return False
        occurred = item.occurred
        if occurred and not all(may_coincide(time, occurred) for time in self._times):
            return False
        near = self._undated if occurred else self._days
        day = _day(told)
        return all(abs(other - day) <= NEWS_LASTS for other in near)


def merge_events(told: Iterable[Told[Event]], parties: Parties) -> list[Happening]:
    """The events of those who take part, by the day they occurred or were first told."""
    groups: dict[Key, list[_Group]] = defaultdict(list)
    latest: dict[tuple[Key, str | None], _Group] = {}
    for one in in_order(told):
        actors = _sides(one.item.actors, parties)
        recipients = _sides(one.item.recipients, parties)
        if not parties.concern([*actors.values(), *recipients.values()]):
            continue
        key = (one.item.type, one.item.status, frozenset(actors), frozenset(recipients))
        likely = latest.get((key, one.item.occurred))
        recent = groups[key][-_RECENT:]
        those = recent if likely is None else [*recent, likely]
        group = next((group for group in reversed(those) if group.may_hold(one)), None)
        if group is None:
            group = _Group()
            groups[key].append(group)
        group.add(one)
        latest[key, one.item.occurred] = group
    merged = [_merged(group.tellings, parties) for those in groups.values() for group in those]
    return sorted(merged, key=lambda one: (one.occurred or "", one.id))


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
        support=support_of(group),
        claimed_by=tuple({who.name: who for who in claimed}.values()),
    )


def _finest(items: Iterable[Event]) -> str | None:
    times = [item.occurred for item in items if item.occurred]
    return max(times, key=lambda time: len(time.split("/")[0]), default=None)


def _sides(mentions: Iterable[Mention], parties: Parties) -> dict[str, Who]:
    sides = (parties.who(mention) for mention in mentions)
    return {who.actor or who.name: who for who in sides}
