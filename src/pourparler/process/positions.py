"""Each party's stance on each issue, from when it was told to when it was given up.

A position holds until the party takes another. Stances fall into three families (wanting a
thing, being willing, refusing); a telling in the same family bears the position out, one in
another replaces it. What a party says itself outranks what others ascribe to it.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby

from msgspec.structs import replace

from pourparler.model import Position, PositionHeld, Shift, Stance, Told, Who
from pourparler.process.parties import Parties
from pourparler.process.support import in_order, support_of, told_since

_FAMILY: dict[Stance, str] = {
    "demand": "wants",
    "precondition": "wants",
    "offer": "is willing",
    "commitment": "is willing",
    "support": "is willing",
    "refusal": "refuses",
}
_STRENGTH: dict[Stance, int] = {
    "support": 0,
    "offer": 1,
    "commitment": 2,
    "demand": 0,
    "precondition": 1,
    "refusal": 0,
}
_ONE_LINE = 140
"""Characters of a summary that is read at a glance."""

_HARDNESS = {"is willing": 0, "wants": 1, "refuses": 2}


def positions_held(told: Iterable[Told[Position]], parties: Parties) -> list[PositionHeld]:
    """The positions of those who take part, by party, issue and day."""
    threads: dict[tuple[str, str], list[tuple[Who, Told[Position]]]] = defaultdict(list)
    for one in in_order(told):
        who = parties.who(one.item.party)
        if who.actor is not None and parties.takes_part(who):
            threads[who.actor, one.item.issue].append((who, one))
    held: list[PositionHeld] = []
    for _, thread in sorted(threads.items()):
        held += _follow(thread, parties)
    return held


def holding(positions: Iterable[PositionHeld]) -> list[PositionHeld]:
    """Those that have not been given up."""
    return [position for position in positions if position.until is None]


def _follow(thread: list[tuple[Who, Told[Position]]], parties: Parties) -> list[PositionHeld]:
    """One party's stances on one issue: runs of one family, each replacing the one before."""
    kept = _outranked_left_out([one for _, one in thread])
    runs = [list(run) for _, run in groupby(kept, key=lambda one: _FAMILY[one.item.stance])]
    who = thread[0][0]
    held: list[PositionHeld] = []
    for run in runs:
        position = _held(who, run, held[-1] if held else None, parties)
        if held:
            held[-1] = _ended(held[-1], position)
        held.append(position)
    return held


def _outranked_left_out(thread: list[Told[Position]]) -> list[Told[Position]]:
    """Without what others ascribe to a party against its own last word."""
    kept: list[Told[Position]] = []
    own: Stance | None = None
    for one in thread:
        if one.item.voice == "own":
            own = one.item.stance
        elif own is not None and _FAMILY[own] != _FAMILY[one.item.stance]:
            continue
        kept.append(one)
    return kept


def _held(
    who: Who, run: list[Told[Position]], before: PositionHeld | None, parties: Parties
) -> PositionHeld:
    best = max(run, key=_worth)
    ascriber = best.item.ascribed_by
    return PositionHeld(
        id=run[0].item.id,
        party=Who(who.actor, who.name),
        issue=best.item.issue,
        stance=best.item.stance,
        summary=best.item.summary,
        voice="own" if any(one.item.voice == "own" for one in run) else "ascribed",
        since=min(told_since(one.item.since, one.by) for one in run),
        told_on=max(one.by.day for one in run),
        support=support_of(run),
        ascribed_by=parties.teller(ascriber) if ascriber is not None else None,
        shift=_shift(before, best.item.stance),
        replaces=before.id if before else None,
    )


def _worth(told: Told[Position]) -> tuple[bool, int, bool, str]:
    """What makes a telling the one to show: the party's own voice, the firmest stance, plain
    words (a summary with a colon quotes a clause whole), the latest."""
    item = told.item
    plain = ":" not in item.summary and len(item.summary) <= _ONE_LINE
    return item.voice == "own", _STRENGTH[item.stance], plain, told.by.day


def _shift(before: PositionHeld | None, stance: Stance) -> Shift:
    if before is None:
        return "new"
    was, now = _FAMILY[before.stance], _FAMILY[stance]
    if {was, now} == {"is willing", "refuses"}:
        return "reversed"
    return "hardened" if _HARDNESS[now] > _HARDNESS[was] else "softened"


def _ended(position: PositionHeld, by: PositionHeld) -> PositionHeld:
    return replace(position, until=by.since)
