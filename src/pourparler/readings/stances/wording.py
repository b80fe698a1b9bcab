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


def summarise(desk: Desk, want: Want, stance: Stance) -> str:
    """The party, its stance and what it is about, at most `LONGEST` characters."""
    phrase = desk.phrase(want.thing).exact
    text = f"{desk.parties.name(want.holder)} {_VERBS[stance]}{_link(want)}{_tidy(phrase)}"
    return _shorten(text)


def _link(want: Want) -> str:
    if want.slot in ("clause", "subject", "that"):
        return ": "
    if is_infinitive(want.thing) and want.slot == "to":
        return ": " if want.stance == "commitment" else " "
    return " "


def _tidy(phrase: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r'["“”«»]', "", phrase)).strip()


def _shorten(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return text[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
