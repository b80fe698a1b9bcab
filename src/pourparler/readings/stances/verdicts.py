"""Stances taken without a word of their own, by who speaks: "they must leave", "we will come",
"a summit is premature"."""

from collections.abc import Iterator
from itertools import product

from spacy.tokens import Token

from pourparler.model import Mention, Stance
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.frames import Want
from pourparler.readings.stances.grammar import (
    agents,
    auxiliaries,
    children,
    is_infinitive,
    is_negated,
    is_passive,
    is_supposed,
    own_subjects,
)

_SELF = frozenset(("we", "i"))


def find_verdicts(desk: Desk) -> Iterator[Want]:
    """What a party says must be, will be or may not be, in its own words.

    Only inside a statement whose speaker speaks for a party: what a report foresees on its own
    account is nobody's position.
    """
    for token in desk.tokens:
        if token.pos_ in ("VERB", "AUX") or token.lower_ in desk.stances.verdicts:
            statement = desk.statement_at(token)
            if statement is None:
                continue
            speakers = desk.parties.speakers(statement)
            if speakers and not is_supposed(token):
                yield from _by_modal(desk, token, speakers)
                yield from _by_adjective(desk, token, speakers)


def _by_modal(desk: Desk, verb: Token, speakers: list[Mention]) -> Iterator[Want]:
    modals = _modals(verb)
    exists = verb.pos_ == "AUX" and bool(children(verb, "expl"))
    if not modals or takes_stance(desk, verb) or not (verb.pos_ == "VERB" or exists):
        return
    if any(mark.lower_ == "as" for mark in children(verb, "mark")):
        return  # "as far as he could see" holds nothing out
    negated = is_negated(verb, desk.words["negating"])
    stance: Stance | None = None
    own = own_of(desk, verb, speakers)
    if own:
        speakers = own
        if modals & desk.words["intending"]:
            stance = "refusal" if negated else "commitment"
        elif modals & desk.words["possible"] and not negated:
            guessed = verb.tag_ == "VBG" or "have" in auxiliaries(verb)  # "may be building one"
            stance = "offer" if not (is_passive(verb) or guessed) else None
        elif modals & {"can", "ca", "cannot", "could"}:
            stance = "refusal"
    elif modals & (desk.words["obliging"] - {"have", "need"}):
        stance = "refusal" if negated else "demand"
    elif negated and modals & {"can", "ca", "cannot"}:
        stance = "refusal"
    if stance is not None and not _is_inverted(verb):
        for speaker in speakers:
            yield Want(speaker, stance, verb, verb, "clause")


def _modals(verb: Token) -> set[str]:
    """The auxiliaries of the verb, or of the one it is coordinated with ("must stop and leave")."""
    found = auxiliaries(verb)
    shares = verb.dep_ == "conj" or (verb.dep_ == "parataxis" and verb.i > verb.head.i)
    if not found and shares and verb.tag_ == "VB" and not children(verb, "nsubj"):
        return auxiliaries(verb.head)
    return found


def _is_inverted(verb: Token) -> bool:
    """`should the guests leave`: a condition, or a question."""
    subjects = children(verb, "nsubj", "nsubj:pass")
    helpers = children(verb, "aux")
    if children(verb, "expl") or not (subjects and helpers):
        return False
    return helpers[0].i < subjects[0].i


def takes_stance(desk: Desk, verb: Token) -> bool:
    """Whether the verb itself is a word of stance, which then decides ("will support")."""
    return any(frame.kind == "verbs" for frame in desk.stances.frames.get(verb.lemma_.lower(), ()))


def own_of(desk: Desk, verb: Token, speakers: list[Mention]) -> list[Mention]:
    """Those of the speakers whose own side does what the verb tells."""
    subjects = own_subjects(verb) or (
        own_subjects(verb.head) if verb.dep_ in ("conj", "xcomp") else []
    )
    if is_passive(verb):
        subjects = agents(verb)
    if any(subject.lower_ in _SELF for subject in subjects):
        return speakers
    sides = {desk.parties.side(party) for subject in subjects for party in _named_by(desk, subject)}
    return [speaker for speaker in speakers if desk.parties.side(speaker) in sides]


def _named_by(desk: Desk, subject: Token) -> list[Mention]:
    """Who does it: a "they" of several speakers is all of them, else the first that is named."""
    found = desk.parties.all_of(subject)
    return found if subject.lower_ == "they" else found[:1]


def _by_adjective(desk: Desk, adjective: Token, speakers: list[Mention]) -> Iterator[Want]:
    stance = desk.stances.verdicts.get(adjective.lower_)
    if stance is None or adjective.dep_ in ("amod", "advmod", "acl"):
        return
    negated = is_negated(adjective, desk.words["negating"])
    if negated and stance == "refusal":
        return
    if negated:
        stance = "refusal"
    things = [thing for thing in _judged(adjective) if not (negated and _is_past(adjective))]
    for speaker, thing in product(speakers, things):
        yield Want(speaker, stance, adjective, thing, "subject")


def _is_past(adjective: Token) -> bool:
    """`it was not necessary for them to leave`: what is said of what they have done already."""
    copulas = children(adjective, "cop")
    told_of = bool(children(adjective, "csubj", "advcl", "xcomp", "ccomp"))
    return told_of and any(copula.tag_ == "VBD" for copula in copulas)


def _judged(adjective: Token) -> list[Token]:
    """What is called so: the subject, the clause after "it is …", the object of "call"."""
    clauses = [
        child
        for child in children(adjective, "csubj", "ccomp", "xcomp", "advcl")
        if is_infinitive(child) or child.dep_ == "csubj"
    ]
    subjects = [s for s in own_subjects(adjective) if s.pos_ in ("NOUN", "PROPN", "VERB")]
    if subjects:
        return subjects
    if clauses:
        return clauses
    if adjective.dep_ in ("xcomp", "obl", "advcl") and adjective.head.lemma_ in (
        "call", "describe", "deem", "consider", "find", "brand", "term",
    ):  # fmt: skip
        return children(adjective.head, "obj")
    return []
