"""Phases: where talks stand, as one report tells it, and why."""

from pourparler.model import Mention, PhaseSign, Span, When, identify
from pourparler.readings.page import Page
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.reasons import causes_of
from pourparler.readings.stances.turns import Turn, find_turns
from pourparler.readings.stances.whose import parties_of

__all__ = ["find_phase_signs"]


def find_phase_signs(page: Page) -> tuple[PhaseSign, ...]:
    """The signs of a phase that a report gives, in text order; one of a kind in a sentence."""
    desk = Desk(page)
    found: dict[tuple[str, bool, int], PhaseSign] = {}
    for turn in find_turns(desk):
        key = (turn.phase, turn.hoped, desk.sentence(turn.cue).start)
        sign = _sign(desk, turn)
        held = found.get(key)
        if held is None or _weight(held) < _weight(sign):
            found[key] = sign
    return tuple(sorted(found.values(), key=lambda each: (each.evidence, each.id)))


def _weight(sign: PhaseSign) -> tuple[int, int]:
    return len(sign.causes), len(sign.parties)


def _sign(desk: Desk, turn: Turn) -> PhaseSign:
    statement = desk.statement_at(turn.cue)
    causes: tuple[Span, ...] = ()
    if turn.phase in ("paused", "collapsed", "resumed"):
        causes = tuple(causes_of(desk, turn))
    parties: tuple[Mention, ...] = tuple(parties_of(desk, turn))
    evidence = desk.stretch(turn.cue, turn.talks, turn.verb)
    return PhaseSign(
        id=identify(
            "phase",
            (desk.page.report.id, turn.phase, str(turn.hoped), evidence.start, evidence.end),
        ),
        phase=turn.phase,
        evidence=(evidence,),
        parties=parties,
        since=_since(desk, turn),
        causes=causes,
        said_by=desk.parties.teller(statement),
        hoped=turn.hoped,
        statement=None if statement is None else statement.id,
    )


def _since(desk: Desk, turn: Turn) -> When | None:
    """When the clause says it came about; None where it does not say."""
    for head in (turn.cue, turn.verb, turn.talks):
        for child in head.children:
            if child.dep_.startswith(("obl", "nmod", "advmod")):
                for time in desk.times_in(child):
                    if time.when is not None:
                        return time.when
    return None
