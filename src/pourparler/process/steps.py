"""What tells that a phase began: a report's sign, a meeting, an agreement, fighting, a fall."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from pourparler.codebook import Process
from pourparler.model import (
    Cause,
    Event,
    Evidence,
    MeetingHeld,
    PhaseName,
    PhaseSign,
    Support,
    Told,
    When,
    first_day,
    last_day,
)
from pourparler.process.meetings import day_of
from pourparler.process.parties import Parties
from pourparler.process.support import support_by, support_of, told_since

QUIET = timedelta(days=180)
"""How long two parties have not fought for their fighting to be a turn: in a war that goes on
while they talk, a further attack is none."""

TOLD_AGAIN = timedelta(days=30)
"""Within which a second report must tell of fighting, for it to be more than an incident."""

FALLS_ONCE = timedelta(days=730)
"""Within which what is told of a government's fall is told of the same fall."""

_FRUITLESS = re.compile(
    r"(?:early |abruptly )?(?:without|with no|in) (?:an? |any )?"
    r"(?:agreement|deal|accord|result|results|breakthrough|success|failure|deadlock|stalemate)\b",
    re.IGNORECASE,
)
"""How the outcome of a meeting begins that had none."""

FORCE = "ASSAULT"
"""The PLOVER type of the use of force."""

UNSPECIFIED = "190"
"""CAMEO: use conventional force, of no kind told: most often a war that is only named."""

_ON_THE_WAY: dict[PhaseName, PhaseName] = {
    "exploratory": "talks",
    "talks": "talks",
    "paused": "paused",
    "resumed": "resumed",
    "agreed": "talks",
    "implemented": "talks",
    "collapsed": "paused",
}
"""What the turn of an agreement on one matter tells of the talks."""


@dataclass(frozen=True, slots=True)
class Step:
    """A reason to think that a phase held from a day.

    `firm`: it needs no other to bear it out, being told of these very parties or seen to happen.
    `broken` holds for fighting, which pauses talks and ends an agreement.
    """

    day: str
    since: When
    phase: PhaseName
    support: Support
    firm: bool
    causes: tuple[Cause, ...] = ()
    kind: Literal["told", "met", "fought", "fell"] = "told"


def of_signs(
    signs: Iterable[Told[PhaseSign]], process: Process | None, parties: Parties
) -> Iterator[Step]:
    """The steps that signs tell, each fall once."""
    fallen: dict[str | None, date] = {}
    for one in sorted(signs, key=lambda one: (begun(one), one.by.report)):
        sign = one.item
        if sign.hoped or (sign.recalled and sign.since is None):
            continue
        if sign.fallen is not None:
            side, day = parties.who(sign.fallen).actor, date.fromisoformat(begun(one)[0])
            if side not in parties.negotiating or day - fallen.get(side, date.min) < FALLS_ONCE:
                continue
            fallen[side] = day
            yield _of_sign(one, parties, "collapsed", kind="fell")
        elif sign.partial:
            # An agreement on one matter is a step on the way: it shows that they talk, and its
            # end that they do not.
            stalls = sign.phase == "paused" and sign.issue is not None
            if is_agreement(sign, parties) and not stalls:
                yield _of_sign(one, parties, _ON_THE_WAY[sign.phase])
        elif _counts(sign, process, parties):
            yield _of_sign(one, parties, sign.phase, firm=_is_goal(sign, process))


def is_agreement(sign: PhaseSign, parties: Parties) -> bool:
    """Whether it tells of something reached, or lost, between two parties of the process."""
    sides = {who.actor for who in map(parties.who, sign.parties) if parties.is_party(who)}
    return len(sides) >= 2


def _is_goal(sign: PhaseSign, process: Process | None) -> bool:
    """Whether the agreement told of is the one the process is about."""
    return process is not None and sign.issue is not None and sign.issue == process.goal


def _counts(sign: PhaseSign, process: Process | None, parties: Parties) -> bool:
    """Whether a sign is of these talks.

    Talks whose parties are told must be those of two parties of the process, or of one with
    nobody else; that one of them talks with a mediator says nothing of the talks between them,
    but that such talks broke off or resumed, or that it talks with several, does. A state that
    mediates has talks of its own with each of them. Who leaves an agreement leaves this one only
    if both parties are told, or it is the one the process is about.
    """
    named = {who.actor: who for who in map(parties.who, sign.parties) if parties.can_meet(who)}
    inside = [who for who in named.values() if parties.is_party(who)]
    if len(inside) >= 2:
        return True
    if sign.issue is not None:
        return _is_goal(sign, process) and (bool(inside) or not named)
    if not named:
        return True
    others = [who for who in named.values() if who not in inside]
    helped = all(parties.takes_part(who) for who in others)
    alone = len(others) == 1 and (sign.phase == "talks" or parties.is_state(others[0]))
    return bool(inside) and (not others or (helped and not alone))


def _of_sign(
    one: Told[PhaseSign],
    parties: Parties,
    phase: PhaseName,
    *,
    firm: bool = False,
    kind: Literal["told", "fell"] = "told",
) -> Step:
    sign = one.item
    said_by = parties.teller(sign.said_by) if sign.said_by else None
    causes = tuple(
        Cause(span.exact, said_by, Evidence.of(one.by.report, span)) for span in sign.causes
    )
    inside = {who.actor for who in map(parties.who, sign.parties) if parties.is_party(who)}
    day, since = begun(one)
    firm = firm or kind == "fell" or len(inside) >= 2
    support = support_of([one])
    return Step(day, since, phase, support, firm, causes, kind)


def begun(one: Told[PhaseSign]) -> tuple[str, When]:
    """The day by which a turn had come about, and its time as far as it is told.

    What a report recalls of an earlier week, month or year had come about by the end of it, and
    not only when it was recalled.
    """
    since, told = told_since(one.item.since, one.by), one.item.since
    ended = last_day(told) if told else None
    if told and ended is not None and ended.isoformat() < max(since, one.by.day):
        return ended.isoformat(), told
    return since, since


def of_meetings(meetings: Iterable[MeetingHeld], parties: Parties) -> Iterator[Step]:
    """The steps that meetings of two parties tell.

    A meeting held shows that they talk; of services or officials alone, a call, one that is
    spoken of, or of which nothing more is told, that they feel their way; one called off, though
    held later, or held to no result, that the talks pause.
    """
    for meeting in meetings:
        there = {who.represents or who.actor for who in meeting.participants}
        sides = there & parties.negotiating if parties.negotiating else there
        if meeting.several or len(sides) < 2:
            continue
        phase: PhaseName = "talks"
        day = day_of(meeting)[:10]
        if meeting.status == "cancelled":
            phase, day = "paused", meeting.life[-1].published[:10]
        elif meeting.status != "held":
            phase, day = "exploratory", min(by.day for by in meeting.support.tellings)
        elif _is_slight(meeting):
            phase = "exploratory"
        yield Step(day, day, phase, meeting.support, firm=True, kind="met")
        if meeting.status == "held":
            yield from _setbacks(meeting, day)


def _setbacks(meeting: MeetingHeld, day: str) -> Iterator[Step]:
    """The pauses that a meeting held tells of: when it had been called off, and how it ended."""
    called_off = next((told for told in meeting.life if told.status == "cancelled"), None)
    if called_off is not None:
        support = support_by(meeting.support, called_off.evidence.report)
        off = called_off.published[:10]
        yield Step(off, off, "paused", support, firm=True, kind="met")
    if meeting.outcome is not None and _FRUITLESS.match(meeting.outcome):
        yield Step(day, day, "paused", meeting.support, firm=True, kind="met")


def _is_slight(meeting: MeetingHeld) -> bool:
    """Whether it is a call, or of officials alone, or one voice alone tells that it was, and
    neither when, where nor with what outcome."""
    low = bool(meeting.level) and set(meeting.level) <= {"intelligence-chiefs", "technical"}
    dated = meeting.occurred is not None and first_day(meeting.occurred) is not None
    told = dated or meeting.place or meeting.outcome or meeting.round
    bare = not told and meeting.support.independent < 2
    return low or meeting.medium != "in-person" or bare


def of_fighting(events: Iterable[Told[Event]], parties: Parties) -> Iterator[Step]:
    """The days on which two parties who had not fought for long began to.

    Two reports within a month must tell it, one of them a deed and not only that there is war.
    """
    fought = sorted(
        (one for one in events if _is_fighting(one.item, parties)),
        key=lambda one: (_fought_on(one), one.by.report),
    )
    last: date | None = None
    for place, one in enumerate(fought):
        day = _fought_on(one)
        if last is not None and day - last < QUIET:
            last = day
            continue
        run = []
        for other in fought[place:]:
            if _fought_on(other) - day > TOLD_AGAIN:
                break
            run.append(other)
        last = day
        seen = [each for each in run if each.item.cameo != UNSPECIFIED]
        support = support_of(run)
        if support.independent < 2 or not seen:
            continue
        one = seen[0]
        span = one.item.evidence[0]
        cause = Cause(span.exact, None, Evidence.of(one.by.report, span))
        since = day.isoformat()
        yield Step(since, since, "paused", support, firm=True, causes=(cause,), kind="fought")


def _is_fighting(event: Event, parties: Parties) -> bool:
    """Whether two parties fight, told by the report itself or by the side that attacks."""
    if event.type != FORCE or event.status != "actual":
        return False
    actors = {parties.who(one).actor for one in event.actors} & parties.negotiating
    others = {parties.who(one).actor for one in event.recipients} & parties.negotiating
    told = event.claimed_by is None or parties.who(event.claimed_by).actor in actors
    return told and bool(actors and others) and len(actors | others) >= 2


def _fought_on(one: Told[Event]) -> date:
    told = date.fromisoformat(one.by.day)
    occurred = first_day(one.item.occurred) if one.item.occurred else None
    return min(occurred, told) if occurred else told
