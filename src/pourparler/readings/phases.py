"""Phases: where talks stand, as one report tells it, and why."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace
from spacy.tokens import Token

from pourparler.model import Mention, PhaseSign, Span, Time, When, identify
from pourparler.readings.page import Page
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.falls import Fall, falls_told
from pourparler.readings.stances.grammar import cases
from pourparler.readings.stances.reality import is_hoped, is_recalled, predicate_of
from pourparler.readings.stances.reasons import causes_of
from pourparler.readings.stances.turns import Turn, find_turns
from pourparler.readings.stances.whose import parties_of

__all__ = ["find_phase_signs"]

_BACK = frozenset(("talks", "resumed"))
_OFF = frozenset(("paused", "collapsed"))
# Before a time these tell when something else was, or how long, not when it came about.
_ELSEWHEN = frozenset(("until", "till", "for", "before", "by", "than"))


def find_phase_signs(page: Page, desk: Desk | None = None) -> tuple[PhaseSign, ...]:
    """The signs of a phase that a report gives, in text order; one of a kind in a sentence.

    `desk` is the page's, where one is laid already.
    """
    desk = desk or Desk(page)
    found: dict[tuple[str, bool, int], PhaseSign] = {}
    for sentence, sign in (*_of_talks(desk), *_of_falls(desk)):
        key = (sign.phase, sign.hoped, sentence)
        held = found.get(key)
        if held is None or _weight(held) < _weight(sign):
            found[key] = sign
    signs = sorted(found.values(), key=lambda each: (each.evidence, each.id))
    return tuple(_as_background(signs))


def _weight(sign: PhaseSign) -> tuple[bool, int, int]:
    return not sign.partial, len(sign.causes), len(sign.parties)


def _as_background(signs: Iterable[PhaseSign]) -> Iterator[PhaseSign]:
    """A pause without a time, in a report that talks resume, or on which day they will, came
    before they do."""
    told = tuple(signs)
    goes_on = any(
        sign.phase in _BACK and (not sign.hoped or sign.since is not None)
        for sign in told
        if not sign.recalled
    )
    for sign in told:
        undated = sign.phase in _OFF and sign.since is None and not sign.hoped
        resumed = goes_on and undated and sign.fallen is None
        yield replace(sign, recalled=True) if resumed else sign


def _of_talks(desk: Desk) -> Iterator[tuple[int, PhaseSign]]:
    for turn in find_turns(desk):
        parties = tuple(parties_of(desk, turn))
        if turn.needs_both and len(parties) < 2:
            continue
        causes: tuple[Span, ...] = ()
        if turn.phase in ("paused", "collapsed", "resumed"):
            causes = tuple(causes_of(desk, turn))
        evidence = desk.stretch(turn.cue, turn.talks, turn.verb)
        if turn.phase == "agreed":
            evidence = desk.phrase(turn.talks, turn.cue, turn.verb)
        sign = _sign(desk, turn, evidence, parties, causes)
        yield desk.sentence(turn.cue).start, sign


def _sign(
    desk: Desk, turn: Turn, evidence: Span, parties: tuple[Mention, ...], causes: tuple[Span, ...]
) -> PhaseSign:
    statement = desk.statement_at(turn.cue)
    place = (desk.page.report.id, turn.phase, str(turn.hoped), evidence.start, evidence.end)
    return PhaseSign(
        id=identify("phase", place),
        phase=turn.phase,
        evidence=(evidence,),
        parties=parties,
        since=_since(desk, turn.cue, turn.verb, turn.talks),
        causes=causes,
        said_by=desk.parties.teller(statement),
        hoped=turn.hoped,
        statement=None if statement is None else statement.id,
        recalled=turn.recalled,
        issue=turn.issue,
        partial=turn.partial,
    )


def _of_falls(desk: Desk) -> Iterator[tuple[int, PhaseSign]]:
    for token in desk.tokens:
        for fall in falls_told(desk, token):
            verb = predicate_of(fall.cue)
            if is_hoped(desk, fall.cue, verb) is False:
                yield desk.sentence(token).start, _fallen(desk, fall, verb)


def _fallen(desk: Desk, fall: Fall, verb: Token) -> PhaseSign:
    statement = desk.statement_at(fall.cue)
    named = (fall.fallen.left_edge, fall.fallen, fall.fallen.right_edge, fall.cue)
    evidence = desk.stretch(*(token for token in named if not token.is_punct))
    since = _since(desk, fall.cue, verb)
    place = (desk.page.report.id, "fallen", evidence.start, evidence.end)
    return PhaseSign(
        id=identify("phase", place),
        phase="collapsed",
        evidence=(evidence,),
        parties=(fall.side,),
        since=since,
        causes=(evidence,),
        said_by=desk.parties.teller(statement),
        statement=None if statement is None else statement.id,
        recalled=is_recalled(desk, fall.cue, verb) or fall.cue.pos_ == "NOUN",
        fallen=fall.side,
    )


def _since(desk: Desk, *heads: Token) -> When | None:
    """When the clause says it came about; None where it does not say.

    The time is that of a phrase of the clause itself ("in 2021", "since 2022"), or what the
    clause is told of ("since 2022, when the talks were suspended").
    """
    for head in heads:
        counted = False  # "since the vote three years ago": so long ago was the vote
        for child in head.children:
            if counted and head.i < child.i:
                counted = False
                continue
            counted = "since" in cases(child) and not any(True for _ in desk.times_in(child))
            is_phrase = child.dep_.startswith(("obl", "nmod", "advmod", "nummod"))
            # "the February talks broke down"
            is_phrase = is_phrase or (child.dep_ == "compound" and child.pos_ == "PROPN")
            if is_phrase and not cases(child) & _ELSEWHEN:
                for time in desk.times_in(child):
                    if _is_it(time, child):
                        return time.when
        if head.dep_ in ("acl:relcl", "acl", "advcl"):
            for time in desk.times_between(head.head.idx, head.head.idx + len(head.head)):
                if time.when is not None and time.type == "DATE":
                    return time.when
    return None


def _is_it(time: Time, phrase: Token) -> bool:
    """Whether the time is what the phrase says, and not that of something named in it."""
    if time.when is None or time.type not in ("DATE", "TIME"):
        return False
    return time.span.start <= phrase.idx < time.span.end
