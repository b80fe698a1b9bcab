"""Positions: a party's stance on an issue, as one report tells it.

A position needs a party that can hold one, a word or a form of speech that takes a stance, and
an issue of the codebook that the stance is about. What an observer thinks is nobody's position.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from pourparler.model import Position, Stance, identify
from pourparler.readings.page import Page
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.frames import Want, find_wants
from pourparler.readings.stances.naming import FARTHEST
from pourparler.readings.stances.orders import find_orders
from pourparler.readings.stances.terms import terms_of
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

_JUST_NOW = 300
"""Characters back within which "the proposal" is what was told last."""

_ON_TERMS: frozenset[Stance] = frozenset(("commitment", "offer", "support"))

# "We will return to the deal" is about the deal; what stands farther from a bare "will" is not.
_NEAR_A_MODAL = 4


def find_positions(page: Page, desk: Desk | None = None) -> tuple[Position, ...]:
    """The positions that a report tells, in text order; one for a party, issue and sentence.

    `desk` is the page's, where one is laid already.
    """
    desk = desk or Desk(page)
    found: dict[tuple[str | None, str, int], Position] = {}
    wants = (*find_wants(desk), *find_verdicts(desk), *_put_first(desk))
    for want in sorted(wants, key=lambda want: desk.sentence(want.cue).start):
        positions = list(_positions(desk, want)) or list(_of_terms(desk, want, found.values()))
        for position in positions:
            key = (desk.parties.side(want.holder), position.issue, desk.sentence(want.cue).start)
            held = found.get(key)
            if held is None or _WEIGHT[held.stance] < _WEIGHT[position.stance]:
                found[key] = position
    return tuple(sorted(found.values(), key=lambda each: (each.evidence, each.id)))


def _of_terms(desk: Desk, want: Want, told: Iterable[Position]) -> Iterator[Position]:
    """What rejecting "the proposal" or "these terms" rejects: what another has just asked for."""
    if want.stance != "refusal" or want.thing.lemma_.lower() not in desk.words["terms"]:
        return
    start = desk.sentence(want.cue).start_char
    party = desk.parties.side(want.holder)
    for each in told:
        asked = each.evidence[0]
        near = start - _JUST_NOW <= asked.start < want.cue.idx
        theirs = desk.parties.side(each.party) not in (None, party)
        if near and theirs and each.stance in ("precondition", "demand"):
            yield _position(desk, want, "refusal", each.issue, None, against=False)


def _put_first(desk: Desk) -> Iterable[Want]:
    """What parties want before something else."""
    for order in find_orders(desk):
        if order.first is not None and order.wants is not None and not order.denied:
            yield Want(order.holder, "precondition", order.cue, order.first, "clause")


def _positions(desk: Desk, want: Want) -> Iterable[Position]:
    within = _NEAR_A_MODAL if want.slot == "clause" else FARTHEST
    terms = terms_of(desk, want.cue, want.thing) if want.stance in _ON_TERMS else None
    for named in desk.issues.named(want.thing, within=within):
        stance: Stance | None = want.stance
        if named.against:
            stance = _AGAINST.get(want.stance)
        if terms is not None and stance in ("commitment", "support"):
            stance = "offer"  # what is done only if something else is, is held out
        if stance is None or (named.anchor == want.cue and want.slot != "clause"):
            continue
        position = _position(desk, want, stance, named.issue, terms, against=named.against)
        if not desk.parties.is_observer(position.ascribed_by):
            yield position


def _position(
    desk: Desk, want: Want, stance: Stance, issue: str, terms: Token | None, *, against: bool
) -> Position:
    statement = desk.statement_at(want.cue)
    voice, ascribed_by = desk.parties.voice(want.holder, statement)
    evidence = desk.phrases(want.cue, [want.thing, *([terms] if terms is not None else [])])
    party = desk.parties.side(want.holder)
    place = (desk.page.report.id, evidence.start, evidence.end)
    return Position(
        id=identify("position", (*place, party, issue, stance)),
        party=want.holder,
        issue=issue,
        stance=stance,
        evidence=(evidence,),
        summary=summarise(desk, want, stance, against=against, terms=terms),
        voice=voice,
        ascribed_by=ascribed_by,
        since=desk.stated(statement, want.cue),
        statement=None if statement is None else statement.id,
    )
