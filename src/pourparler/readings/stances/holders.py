"""Whose stance it is: who does what a word of stance tells, or whose noun it is."""

from spacy.tokens import Token

from pourparler.codebook.stances import Frame
from pourparler.model import Mention
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.doers import parties_doing
from pourparler.readings.stances.grammar import (
    agents,
    alike,
    cases,
    children,
    controllers,
    is_passive,
    own_subjects,
)
from pourparler.readings.stances.real import is_real

_WHOSE = frozenset(("by", "from", "between", "among"))


def holders(desk: Desk, cue: Token, frame: Frame) -> list[Mention]:
    heads = _noun_holders(desk, cue) if frame.kind == "nouns" else _verb_holders(desk, cue)
    found: dict[str | None, Mention] = {}
    for mention in parties_doing(desk, cue, heads):
        if not mention.span.start <= cue.idx < mention.span.end:
            found.setdefault(desk.parties.side(mention), mention)
    return list(found.values())


def _verb_holders(desk: Desk, cue: Token) -> list[Token]:
    if cue.pos_ == "ADP":
        return []
    shares_voice = cue.dep_ == "conj" and is_passive(cue.head)
    if cue.pos_ == "VERB" and agents(cue) and (cue.tag_ == "VBN" or shares_voice):
        return agents(cue)
    if is_passive(cue):
        if any(frame.kind == "adjectives" for frame in desk.stances.frames.get(cue.lower_, ())):
            return [each for s in children(cue, "nsubj:pass") for each in alike(s)]
        return []
    if cue.dep_ == "amod" or _is_of_a_document(desk, cue):
        return []
    return controllers(cue, desk.words["continuing"], desk.words["expressing"])


def _is_of_a_document(desk: Desk, cue: Token) -> bool:
    """`rejected the resolution, |calling| for a truce`: it may be the resolution that calls."""
    verb = cue.head
    if cue.dep_ != "advcl" or cue.tag_ != "VBG" or verb.i > cue.i or cue.lemma_ == "insist":
        return False
    refused = any(f.stance == "refusal" for f in desk.stances.frames.get(verb.lemma_.lower(), ()))
    return refused and any(
        thing.lemma_.lower() in desk.words["documents"]
        and thing.right_edge.i + 2 == cue.i
        and not children(thing, "acl", "acl:relcl")  # of which it has told already
        for thing in children(verb, "obj")
    )


def _noun_holders(desk: Desk, cue: Token) -> list[Token]:
    """Whose a noun of stance is: its possessor, else who expresses it."""
    for child in cue.children:
        if child.dep_ in ("nmod:poss", "amod", "compound") and desk.parties.of(child):
            return [child]
        # What is announced of an agreement between others binds them, not who announces it.
        if child.dep_ == "nmod" and cases(child) & _WHOSE and desk.parties.of(child):
            return alike(child)
    verb = cue.head
    if "in" in cases(cue) and cue.dep_ in ("nmod", "obl", "acl"):  # "officials in favour of"
        return [verb] if verb.pos_ in ("NOUN", "PROPN") else own_subjects(verb)
    expressed = verb.lemma_.lower() in desk.words["expressing"]
    if cue.dep_ in ("obj", "ccomp", "obl", "conj") and expressed:
        if not is_real(desk, verb):
            return []
        if is_passive(verb) or (verb.tag_ == "VBN" and agents(verb)):
            return agents(verb)
        return controllers(verb, desk.words["continuing"], desk.words["expressing"])
    if cue.dep_ == "nsubj:pass" and expressed:
        return agents(verb)
    return []
