"""Whether a turn of the talks is told as reached, hoped for or denied, and as news or recalled."""

from spacy.tokens import Token

from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.grammar import (
    VERBAL,
    auxiliaries,
    children,
    clauses_above,
    is_infinitive,
    is_negated,
    own_subjects,
)

_LEADING_TO = frozenset(("for", "to", "of", "at", "towards", "toward", "in", "on"))
_RECALLING = frozenset(("since", "after", "following"))
_NOMINAL = frozenset(("obj", "obl", "nmod", "nsubj", "nsubj:pass", "amod", "xcomp"))


def predicate_of(cue: Token) -> Token:
    """The nearest verb or predicate over a noun or adjective that tells the phase."""
    token = cue
    while token.pos_ not in VERBAL and token.dep_ in _NOMINAL:
        token = token.head
    return token


def is_hoped(desk: Desk, cue: Token, verb: Token) -> bool | None:
    """False for what is told as reached, True for what is hoped for, None for what is denied."""
    words = desk.stances.phase_words
    hoped = False
    token = cue
    while True:
        if _is_denied(desk, token, cue):
            return None
        lemma = token.lemma_.lower()
        if token != cue and lemma in words["doubting"]:
            return None
        if token != cue and lemma in words["hoping"]:
            hoped = True
        begun = token.dep_ == "xcomp" and token.head.lemma_.lower() in words["beginning"]
        if auxiliaries(token) & words["hoping"] or (is_infinitive(token) and not begun):
            hoped = True
        marks = {child.lower_ for child in children(token, "mark", "case")}
        if marks & words["supposing"]:
            return None
        if token.dep_ == "ccomp":
            above = token.head.lemma_.lower()
            return None if above in words["doubting"] else hoped or above in words["hoping"]
        judged = token.head.pos_ == "ADJ" and bool(children(token.head, "cop"))
        if token == cue and token.pos_ == "NOUN" and token.dep_ == "nsubj" and judged:
            hoped = True  # "the signing is conditional on …" tells of one to come
        if token.dep_ == "ROOT" or token.dep_ in ("parataxis", "acl:relcl"):
            return hoped
        if token.dep_ == "conj" and (token.pos_ not in VERBAL or _is_finite(token)):
            return hoped
        if token.dep_ == "advcl" and _is_finite(token) and not marks & _LEADING_TO:
            return hoped
        if token.dep_ in ("nsubj", "nsubj:pass") and token != verb and token.head != verb:
            return hoped
        token = token.head


def _is_finite(verb: Token) -> bool:
    """Whether a clause tells its own time and not that of the clause above it."""
    if is_infinitive(verb):
        return False
    return bool(auxiliaries(verb)) or verb.tag_ in ("VBD", "VBZ", "VBP") or bool(own_subjects(verb))


def _is_denied(desk: Desk, token: Token, cue: Token) -> bool:
    negating = desk.words["negating"]
    if is_negated(token, negating):
        return True
    return any(
        is_negated(each, negating)
        for each in (*own_subjects(token), *children(token, "obj", "nsubj:pass"))
        if each.i <= token.i or each == cue
    )


def is_recalled(desk: Desk, cue: Token, verb: Token) -> bool:
    """Whether the turn is background and no news: "had been suspended", "the talks, which broke
    down", "since the collapse of the talks"."""
    for noun in _nouns_up(cue, verb):
        if {child.lower_ for child in children(noun, "case", "mark")} & _RECALLING:
            return True
    if verb.tag_ == "VBN" and "had" in auxiliaries(verb) and desk.statement_at(cue) is None:
        return True  # in what somebody said, "had" is the tense of telling
    clause = next(clauses_above(verb))
    past = verb.tag_ in ("VBD", "VBN") and "have" not in {
        child.lemma_.lower() for child in children(verb, "aux") if child.tag_ != "VBD"
    }
    since = {child.lower_ for child in children(clause, "mark")} & {"since"}
    return past and (clause.dep_ == "acl:relcl" or bool(since))


def _nouns_up(cue: Token, verb: Token) -> list[Token]:
    """The cue and the nouns over it, up to the verb."""
    found = []
    token = cue
    while token.pos_ not in VERBAL:
        found.append(token)
        if token == verb or token.dep_ == "ROOT":
            break
        token = token.head
    return found
