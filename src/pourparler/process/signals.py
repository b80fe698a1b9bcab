"""Signals: offers, hopes and invitations between parties, and whether they were answered."""

from collections.abc import Iterable, Sequence

from pourparler.model import Evidence, PhaseSign, Position, Signal, Told, Who
from pourparler.process.parties import Parties
from pourparler.process.support import in_order

_OPENING = frozenset({"offer", "commitment", "support"})


def find_signals(
    hopes: Iterable[Told[PhaseSign]],
    positions: Iterable[Told[Position]],
    parties: Parties,
    about: frozenset[str],
) -> list[Signal]:
    """Signals in order of publication.

    A party signals when it offers or backs one of the issues `about` (talks, the process's
    goal), or when talks are told to be hoped for. The first stance that another party takes on
    one of them afterwards is its answer.
    """
    stances = [one for one in in_order(positions) if one.item.issue in about]
    signals = [
        _of_position(one, stances, parties)
        for one in stances
        if one.item.stance in _OPENING and parties.is_party(parties.who(one.item.party))
    ]
    signals += [_of_hope(one, parties) for one in hopes if one.item.hoped]
    return sorted(signals, key=lambda signal: (signal.published, signal.id))


def _of_position(
    one: Told[Position], stances: Sequence[Told[Position]], parties: Parties
) -> Signal:
    party = parties.who(one.item.party)
    answer = next((other for other in stances if _answers(other, one, party, parties)), None)
    return Signal(
        id=one.item.id,
        party=party,
        towards=(parties.who(answer.item.party),) if answer else (),
        words=one.item.evidence[0].exact,
        published=one.by.published,
        evidence=Evidence.of(one.by.report, one.item.evidence[0]),
        answer=answer.item.summary if answer else None,
        answered_by=Evidence.of(answer.by.report, answer.item.evidence[0]) if answer else None,
    )


def _answers(other: Told[Position], signal: Told[Position], party: Who, parties: Parties) -> bool:
    """Whether another party, in its own voice, spoke to the matter afterwards."""
    who = parties.who(other.item.party)
    return (
        other.by.day > signal.by.day
        and other.item.voice == "own"
        and parties.is_party(who)
        and who.actor != party.actor
    )


def _of_hope(one: Told[PhaseSign], parties: Parties) -> Signal:
    sign = one.item
    party = parties.who(sign.said_by) if sign.said_by else Who(None, "")
    if not sign.said_by and sign.parties:
        party = parties.who(sign.parties[0])
    return Signal(
        id=sign.id,
        party=party,
        towards=tuple(who for who in map(parties.who, sign.parties) if who.actor != party.actor),
        words=sign.evidence[0].exact,
        published=one.by.published,
        evidence=Evidence.of(one.by.report, sign.evidence[0]),
    )
