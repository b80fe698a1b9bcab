"""The fall of a government: "rebels toppled the regime", "the president fled the country"."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from pourparler.model import Mention
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.grammar import (
    agents,
    cases,
    children,
    is_passive,
    own_subjects,
)

_RULERS = frozenset(("head-of-state", "head-of-government"))
_GOVERNMENTS = frozenset(("state", "government"))
_NEAR = 600
"""Characters back within which "the regime" stands for one that was named."""


class Fall(NamedTuple):
    """The word that tells of a fall, what is told to have fallen, and whose it was."""

    cue: Token
    fallen: Token
    side: Mention


def falls_told(desk: Desk, token: Token) -> Iterator[Fall]:
    """The fall that the word tells, if it tells one of a government.

    A cabinet that loses a vote falls too, but another of the same state carries on.
    """
    words = desk.stances.phase_words
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma in words["toppling"]:
        fallen = [each for each in children(token, "obj", "nsubj:pass") if each.i != token.i]
        if token.tag_ == "VBN" and not fallen and token.dep_ == "acl" and agents(token):
            fallen = [token.head]
    elif token.pos_ == "VERB" and lemma in words["falling"] and not is_passive(token):
        fallen = [s for s in own_subjects(token) if _is_government(desk, s)]
    elif token.pos_ == "VERB" and lemma in words["fleeing"] and _goes_abroad(token):
        fallen = [s for s in own_subjects(token) if not _is_government(desk, s)]
    elif token.pos_ == "NOUN" and lemma in words["falls"]:
        of = [child for child in children(token, "nmod") if "of" in cases(child)]
        fallen = [*of, *children(token, "nmod:poss")]
    else:
        return
    if any(part.lower_ in words["voting"] for part in desk.sentence(token)):
        return
    for each in fallen:
        side = _government(desk, each)
        if side is not None:
            yield Fall(token, each, side)
            return


def _is_government(desk: Desk, token: Token) -> bool:
    return token.lemma_.lower() in desk.stances.phase_words["governments"]


def _goes_abroad(verb: Token) -> bool:
    """Whether somebody leaves his country: "fled the country", "fled abroad"."""
    if any(child.lemma_.lower() in ("country", "nation") for child in children(verb, "obj")):
        return True
    return any(child.lower_ in ("abroad", "exile") for child in children(verb, "advmod", "obl"))


def _government(desk: Desk, token: Token) -> Mention | None:
    """The party whose ruler or government the phrase names."""
    party = desk.parties.of(token)
    if _is_government(desk, token):
        return party or _spoken_of(desk, token)
    if party is None or party.actor == party.represents:
        return None
    return party if party.post in _RULERS else None


def _spoken_of(desk: Desk, token: Token) -> Mention | None:
    """Whose an unnamed "regime" is: of the state or ruler named last that is not the speaker's."""
    speaker = desk.parties.side(desk.parties.speaker(desk.statement_at(token)))
    for mention in reversed(desk.page.cast.within(token.idx - _NEAR, token.idx)):
        side = desk.parties.side(mention)
        if side is None or side == speaker or mention.form == "demonym":
            continue
        if desk.parties.kind(side) in _GOVERNMENTS:
            return mention
    return None
