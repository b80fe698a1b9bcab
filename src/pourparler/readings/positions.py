"""Positions: a party's stance on an issue, as one report tells it.

A position needs a party that can hold one, a word or a form of speech that takes a stance, and
an issue of the codebook that the stance is about. What an observer thinks is nobody's position.
"""

from collections.abc import Iterable

from pourparler.model import Position, Stance, identify
from pourparler.readings.page import Page
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.frames import Want, find_wants
from pourparler.readings.stances.naming import FARTHEST
from pourparler.readings.stances.orders import find_orders
from pourparler.readings.stances.verdicts import find_verdicts
from pourparler.readings.stances.wording import summarise

__all__ = ["find_positions"]

# Of several stances that one sentence gives a party on one issue, the one that says most.
_WEIGHT: dict[Stance, int] = {
    "precondition": 6,
    "refusal": 5,
    "demand": 4,
    "offer": 3,
    "commitment": 2,
    "support": 1,
}
# What a stance on words for what an issue would end amounts to on the issue.
_AGAINST: dict[Stance, Stance] = {"refusal": "demand", "precondition": "precondition"}

# "We will return to the deal" is about the deal; what stands farther from a bare "will" is not.
_NEAR_A_MODAL = 4


def find_positions(page: Page) -> tuple[Position, ...]:
    """The positions that a report tells, in text order; one for a party, issue and sentence."""
    desk = Desk(page)
    found: dict[tuple[str | None, str, int], Position] = {}
    for want in (*find_wants(desk), *find_verdicts(desk), *_put_first(desk)):
        for position in _positions(desk, want):
            key = (desk.parties.side(want.holder), position.issue, desk.sentence(want.cue).start)
            held = found.get(key)
            if held is None or _WEIGHT[held.stance] < _WEIGHT[position.stance]:
                found[key] = position
    return tuple(sorted(found.values(), key=lambda each: (each.evidence, each.id)))


def _put_first(desk: Desk) -> Iterable[Want]:
    """What parties want before something else."""
    for order in find_orders(desk):
        if order.first is not None and order.wants is not None and not order.denied:
            yield Want(order.holder, "precondition", order.cue, order.first, "clause")


def _positions(desk: Desk, want: Want) -> Iterable[Position]:
    within = _NEAR_A_MODAL if want.slot == "clause" else FARTHEST
    for named in desk.issues.named(want.thing, within=within):
        stance: Stance | None = want.stance
        if named.against:
            stance = _AGAINST.get(want.stance)
        if stance is None or (named.anchor == want.cue and want.slot != "clause"):
            continue
        statement = desk.statement_at(want.cue)
        voice, ascribed_by = desk.parties.voice(want.holder, statement)
        if desk.parties.is_observer(ascribed_by):
            continue
        evidence = desk.phrase(want.thing, want.cue)
        party = desk.parties.side(want.holder)
        place = (desk.page.report.id, evidence.start, evidence.end)
        yield Position(
            id=identify("position", (*place, party, named.issue, stance)),
            party=want.holder,
            issue=named.issue,
            stance=stance,
            evidence=(evidence,),
            summary=summarise(desk, want, stance, against=named.against),
            voice=voice,
            ascribed_by=ascribed_by,
            since=desk.stated(statement, want.cue),
            statement=None if statement is None else statement.id,
        )
