"""Whose talks they are."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from pourparler.model import Mention
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.grammar import (
    agents,
    children,
    conjuncts,
    controllers,
    is_passive,
)
from pourparler.readings.stances.turns import Turn


def parties_of(desk: Desk, turn: Turn) -> list[Mention]:
    """The parties whose talks they are: those the phrase names ("talks between A and B"), those
    who hold or resume them, else a pair named together in the sentence."""
    found = _distinct(desk, turn.talks.subtree)
    if len(found) < 2 and turn.cue.pos_ in ("VERB", "AUX") and turn.talks.dep_ in ("obj", "obl"):
        words = desk.words
        if is_passive(turn.cue):
            subjects = agents(turn.cue)
        else:
            subjects = controllers(
                turn.cue, words["continuing"] | desk.stances.phase_words["hoping"],
                words["expressing"],
            )  # fmt: skip
        found = _distinct(desk, [*subjects, *turn.talks.subtree])
    if len(found) < 2:
        pair = next(_pairs(desk, desk.sentence(turn.talks)), [])
        found = pair or found
    return found


def _pairs(desk: Desk, sentence: Span) -> Iterator[list[Mention]]:
    """The parties that are coordinated with one another in the sentence."""
    for token in sentence:
        nominal = token.pos_ in ("NOUN", "PROPN", "ADJ")
        if nominal and token.dep_ != "conj" and children(token, "conj"):
            group = conjuncts(token)
            found = _distinct(desk, group)
            if len(found) < 2:
                found = _distinct(desk, [part for each in group for part in each.subtree])
            if len(found) >= 2 and len(found) <= 6:
                yield found


def _distinct(desk: Desk, tokens: "Iterator[Token] | list[Token]") -> list[Mention]:
    found: dict[str, Mention] = {}
    for token in tokens:
        if token.pos_ in ("NOUN", "PROPN", "ADJ", "PRON"):
            party = desk.parties.of(token)
            side = desk.parties.side(party)
            if party is not None and side is not None:
                found.setdefault(side, party)
    return list(found.values())
