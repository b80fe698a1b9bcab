"""On what terms a stance is taken: "will return if the sanctions are lifted"."""

from spacy.tokens import Token

from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.grammar import children

_OPENING_WORDS = 3


def terms_of(desk: Desk, cue: Token, thing: Token) -> Token | None:
    """The clause that says on which terms; None where none does."""
    for head in (thing, cue, *children(thing, "conj")):
        for clause in children(head, "advcl", "obl"):
            words = [token.lower_ for token in _opening(clause)]
            opening = " ".join(words) + " "
            if any(opening.startswith(f"{one} ") for one in desk.stances.orderings["terms"]):
                return clause
    return None


def _opening(clause: Token) -> list[Token]:
    start = clause.left_edge.i
    found = [
        token for token in clause.doc[start : start + _OPENING_WORDS + 1] if not token.is_punct
    ]
    return found[:_OPENING_WORDS]
