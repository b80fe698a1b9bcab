"""One line that tells a position in plain words."""

import re

from pourparler.model import Stance
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.frames import Want
from pourparler.readings.stances.grammar import is_infinitive

LONGEST = 160

_VERBS: dict[Stance, str] = {
    "demand": "demands",
    "precondition": "wants first",
    "offer": "offers",
    "refusal": "refuses",
    "commitment": "commits to",
    "support": "supports",
}


def summarise(desk: Desk, want: Want, stance: Stance, *, against: bool = False) -> str:
    """The party, its stance and what it is about, at most `LONGEST` characters.

    `against`: the words name what the party wants ended, which it then rejects.
    """
    phrase = _tidy(_phrase(desk, want))
    verb = _VERBS[stance]
    if against:
        verb = "wants ended first" if stance == "precondition" else "rejects"
    if is_infinitive(want.thing) and stance in ("offer", "refusal", "commitment"):
        verb, link = verb.removesuffix(" to"), " "
    else:
        link = ": " if _is_clause(want) else " "
    return _shorten(f"{desk.parties.name(want.holder)} {verb}{link}{phrase}")


def _is_clause(want: Want) -> bool:
    return want.slot in ("clause", "subject", "that") or want.thing.pos_ in ("VERB", "AUX", "ADJ")


def _phrase(desk: Desk, want: Want) -> str:
    """The words of the thing, less the conjunction or preposition they begin with."""
    thing = want.thing
    span = desk.phrase(thing)
    if want.cue.head == thing and want.cue.dep_ in ("acl", "amod"):
        span = desk.stretch(thing.left_edge, thing)
    if want.slot == "subject" and thing.i < want.cue.i:
        helpers = [child for child in want.cue.children if child.dep_ in ("cop", "aux", "aux:pass")]
        end = min((child.i for child in helpers if child.i > thing.i), default=want.cue.i)
        span = desk.stretch(thing.left_edge, want.cue.doc[end - 1])
    opening = [
        child
        for child in thing.children
        if child.dep_ in ("case", "mark", "cc") and child.i < thing.i and child.pos_ != "PART"
    ]
    start = span.start
    for child in sorted(opening, key=lambda each: each.i):
        if child.idx <= start:
            start = child.idx + len(child)
    return desk.page.report.text[start : span.end]


def _tidy(phrase: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r'["“”«»]', "", phrase)).strip()


def _shorten(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return text[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
