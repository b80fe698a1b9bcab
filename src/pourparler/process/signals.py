"""Signals: offers, hopes and invitations between parties, and whether they were answered."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from pourparler.model import Evidence, MeetingHeld, PhaseSign, Position, Signal, Told, Who, last_day
from pourparler.process.meetings import day_of
from pourparler.process.parties import Parties
from pourparler.process.support import in_order

ANSWERS_COME = timedelta(days=60)
"""How long after a signal another party's word, or a meeting, is taken as its answer."""

SAID_AGAIN = timedelta(days=7)
"""Within which a party's signals on one issue are one signal."""

_OPENING = frozenset({"offer", "commitment", "support"})
_OFF = frozenset({"paused", "collapsed"})
"""Who speaks of a pause to come threatens: that is no signal of openness."""

Answer = tuple[str, str, Evidence]
"""The day of an answer, what it is in words, and what proves it."""


def find_signals(
    hopes: Iterable[Told[PhaseSign]],
    positions: Iterable[Told[Position]],
    meetings: Iterable[MeetingHeld],
    parties: Parties,
    about: frozenset[str],
) -> list[Signal]:
    """Signals in order of publication.

    Who takes part signals by offering or backing one of the issues `about` (talks, the process's
    goal), or by hoping for talks. Its answer is the first stance on one of them that another
    party takes in its own voice, or the first meeting of the parties, in the two months after.
    """
    stances = [one for one in in_order(positions) if one.item.issue in about]
    answers = _answers(stances, meetings, parties)
    found = [signal for one in stances if (signal := _of_position(one, parties))]
    found += [signal for one in in_order(hopes) if (signal := _of_hope(one, parties))]
    found.sort(key=lambda signal: (signal.published, signal.id))
    return [_answered(signal, answers) for signal in _once(found)]


def _of_position(one: Told[Position], parties: Parties) -> Signal | None:
    party = parties.who(one.item.party)
    if one.item.stance not in _OPENING or not _signals(party, parties):
        return None
    words = one.item.summary.removeprefix(parties.name(party.actor or "")).strip()
    return _signal(one, party, _others(party, parties), words)


def _of_hope(one: Told[PhaseSign], parties: Parties) -> Signal | None:
    sign = one.item
    speaker = sign.said_by or next(iter(sign.parties), None)
    party = parties.who(speaker) if speaker is not None else None
    if not sign.hoped or sign.phase in _OFF or party is None or not _signals(party, parties):
        return None
    named = tuple(who for who in map(parties.who, sign.parties) if who.actor != party.actor)
    return _signal(one, party, named or _others(party, parties), sign.evidence[0].exact)


def _signal(
    one: Told[Position] | Told[PhaseSign], party: Who, towards: tuple[Who, ...], words: str
) -> Signal:
    evidence = Evidence.of(one.by.report, one.item.evidence[0])
    return Signal(one.item.id, party, towards, words, one.by.published, evidence)


def _signals(party: Who, parties: Parties) -> bool:
    return party.actor is not None and parties.takes_part(party)


def _others(party: Who, parties: Parties) -> tuple[Who, ...]:
    """The parties a signal is meant for where none is named: all the others."""
    others = sorted(parties.negotiating - {party.actor or ""})
    return tuple(Who(actor, parties.name(actor)) for actor in others)


def _once(signals: Iterable[Signal]) -> Iterable[Signal]:
    """Without what a party says again within days."""
    last: dict[str | None, date] = {}
    for signal in signals:
        day = _day_of(signal)
        before = last.get(signal.party.actor)
        if before is None or day - before > SAID_AGAIN:
            last[signal.party.actor] = day
            yield signal


def _answers(
    stances: Sequence[Told[Position]], meetings: Iterable[MeetingHeld], parties: Parties
) -> list[tuple[str | None, Answer]]:
    """What may answer a signal, by day: the party that answers (None: they met) and how."""
    found: list[tuple[str | None, Answer]] = []
    for one in stances:
        who = parties.who(one.item.party)
        if one.item.voice == "own" and who.actor in parties.negotiating:
            evidence = Evidence.of(one.by.report, one.item.evidence[0])
            found.append((who.actor, (one.by.day, one.item.summary, evidence)))
    for meeting in meetings:
        there = {who.represents or who.actor for who in meeting.participants}
        if meeting.status == "held" and len(there & parties.negotiating) >= 2:
            told = meeting.life[-1].evidence
            day = day_of(meeting)[:10]
            found.append((None, (day, f"They met by {day}", told)))
    return sorted(found, key=lambda answer: answer[1])


def _answered(signal: Signal, answers: Sequence[tuple[str | None, Answer]]) -> Signal:
    towards = {who.actor for who in signal.towards}
    given = _day_of(signal)
    first, last = given.isoformat(), (given + ANSWERS_COME).isoformat()
    for who, (day, words, evidence) in answers:
        if first < day <= last and (who is None or who in towards):
            return replace(signal, answer=words, answered_by=evidence)
    return signal


def _day_of(signal: Signal) -> date:
    """The day by which it was published."""
    return last_day(signal.published) or date.max
