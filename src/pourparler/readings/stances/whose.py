"""Whose talks they are."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from pourparler.model import Mention
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.doers import parties_doing
from pourparler.readings.stances.grammar import (
    agents,
    cases,
    children,
    conjuncts,
    controllers,
    is_passive,
)
from pourparler.readings.stances.turns import Turn

_COMPLEMENTS = ("obj", "obl", "xcomp", "advcl")
_OF_TALKS = frozenset(("between", "with", "among", "amongst", "of", "involving"))
_BROKERED = ("brokered", "mediated", "led", "backed", "sponsored", "hosted", "facilitated")


def parties_of(desk: Desk, turn: Turn) -> list[Mention]:
    """The parties whose talks they are: those the phrase names ("talks between A and B"), those
    who hold or resume them, else a pair named together in the sentence."""
    found = _distinct(desk, _named_in(turn.talks))
    is_object = turn.cue.pos_ in ("VERB", "AUX") and turn.talks.dep_ in _COMPLEMENTS
    if is_object and not any("between" in cases(each) for each in turn.talks.children):
        withs = [child for child in children(turn.cue, "obl") if cases(child) & _OF_TALKS]
        others = _distinct(desk, [*_with_conjuncts(withs), *_named_in(turn.talks)])
        found = _once(desk, [*_doing(desk, turn.cue), *others])
    if len(found) < 2:
        pair = next(_pairs(desk, desk.sentence(turn.talks)), [])
        found = pair or found
    return found


def _doing(desk: Desk, verb: Token) -> list[Mention]:
    """The parties that resume or hold them."""
    return parties_doing(desk, verb, _doers(desk, verb))


def _doers(desk: Desk, verb: Token) -> list[Token]:
    """Who resumes or holds them; who is urged to, where somebody is."""
    if is_passive(verb):
        return agents(verb)
    if verb.dep_ in ("xcomp", "advcl") and (urged := children(verb.head, "obj")):
        return _with_conjuncts(urged)
    shared = desk.words["continuing"] | desk.stances.phase_words["hoping"]
    return controllers(verb, shared, desk.words["expressing"])


def _named_in(talks: Token) -> list[Token]:
    """Who the phrase says takes part: "A-B talks", "talks with A", not "A-brokered talks in B"."""
    found: list[Token] = []
    for child in talks.children:
        if child.dep_ in ("amod", "compound", "nmod:poss", "nmod:desc"):
            if not child.lower_.endswith(_BROKERED):
                found.extend(part for part in child.subtree if part.dep_ != "case")
        elif child.dep_ in ("nmod", "obl") and cases(child) & _OF_TALKS:
            found.extend(_with_conjuncts([child]))
    if talks.dep_ == "nmod" and talks.head.pos_ == "NOUN":  # "a round of talks between A and B"
        beside = [each for each in children(talks.head, "nmod") if cases(each) & _OF_TALKS]
        found.extend(_with_conjuncts(beside))
    return found


def _with_conjuncts(heads: list[Token]) -> list[Token]:
    return [each for head in heads for each in conjuncts(head)]


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


def _distinct(desk: Desk, tokens: Iterable[Token]) -> list[Mention]:
    named = (token for token in tokens if token.pos_ in ("NOUN", "PROPN", "ADJ", "PRON"))
    return _once(desk, [party for token in named for party in desk.parties.all_of(token)])


def _once(desk: Desk, parties: list[Mention]) -> list[Mention]:
    """Each side once."""
    found: dict[str, Mention] = {}
    for party in parties:
        side = desk.parties.side(party)
        if side is not None:
            found.setdefault(side, party)
    return list(found.values())
