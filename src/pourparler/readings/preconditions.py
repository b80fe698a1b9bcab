"""Preconditions: what a party wants before what, as one report tells it."""

from pourparler.model import Precondition, identify
from pourparler.readings.page import Page
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.orders import Order, find_orders

__all__ = ["find_preconditions"]


def find_preconditions(page: Page, desk: Desk | None = None) -> tuple[Precondition, ...]:
    """The preconditions that a report tells, in text order; a denied one is kept as that.

    `desk` is the page's, where one is laid already.
    """
    desk = desk or Desk(page)
    found: dict[tuple[str | None, str | None, str | None, int], Precondition] = {}
    for order in find_orders(desk):
        _, teller = desk.parties.voice(order.holder, desk.statement_at(order.cue))
        if desk.parties.is_observer(teller):
            continue
        side = desk.parties.side(order.holder)
        key = (side, order.wants, order.before, desk.sentence(order.cue).start)
        found.setdefault(key, _precondition(desk, order))
    kept = [each for key, each in found.items() if not _is_covered(key, found)]
    return tuple(sorted(kept, key=lambda each: (each.evidence, each.id)))


_Key = tuple[str | None, str | None, str | None, int]


def _is_covered(key: _Key, found: dict[_Key, Precondition]) -> bool:
    """Whether the same sentence tells the same order with more: what comes after as well."""
    side, wants, before, sentence = key
    if wants is not None and before is not None:
        return False
    return any(
        other != key
        and (other[0], other[3]) == (side, sentence)
        and (wants is None or other[1] == wants)
        and (before is None or other[2] == before)
        and other[1:3].count(None) < key[1:3].count(None)
        for other in found
    )


def _precondition(desk: Desk, order: Order) -> Precondition:
    statement = desk.statement_at(order.cue)
    voice, ascribed_by = desk.parties.voice(order.holder, statement)
    ends = [token for token in (order.first, order.after) if token is not None]
    evidence = desk.phrases(order.cue, ends)
    party = desk.parties.side(order.holder)
    place = (desk.page.report.id, evidence.start, evidence.end)
    told = (*place, party, order.wants, order.before, str(order.denied))
    return Precondition(
        id=identify("precondition", told),
        party=order.holder,
        wants=order.wants,
        before=order.before,
        evidence=(evidence,),
        denied=order.denied,
        voice=voice,
        ascribed_by=ascribed_by,
        since=desk.stated(statement, order.cue),
        statement=None if statement is None else statement.id,
    )
