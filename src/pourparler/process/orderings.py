"""What each party wants before what, merged across the reports that tell it."""

from collections import defaultdict
from collections.abc import Iterable

from pourparler.model import Ordering, Precondition, Told
from pourparler.process.parties import Parties
from pourparler.process.support import in_order, support_of, told_since


def orderings(told: Iterable[Told[Precondition]], parties: Parties) -> list[Ordering]:
    """The orderings of those who take part, by the day they were first told."""
    groups: dict[tuple[str, str | None, str | None, bool], list[Told[Precondition]]]
    groups = defaultdict(list)
    for one in in_order(told):
        who = parties.who(one.item.party)
        if who.actor is not None and parties.takes_part(who):
            groups[who.actor, one.item.wants, one.item.before, one.item.denied].append(one)
    merged = [_ordering(group, parties) for group in groups.values()]
    return sorted(merged, key=lambda ordering: (ordering.since or "", ordering.id))


def _ordering(group: list[Told[Precondition]], parties: Parties) -> Ordering:
    own = next((one for one in group if one.item.voice == "own"), group[0])
    ascriber = own.item.ascribed_by
    return Ordering(
        id=group[0].item.id,
        party=parties.who(own.item.party),
        wants=own.item.wants,
        before=own.item.before,
        voice=own.item.voice,
        since=min(told_since(one.item.since, one.by) for one in group),
        support=support_of(group),
        ascribed_by=parties.teller(ascriber) if ascriber is not None else None,
        denied=own.item.denied,
    )
