"""On what terms a stance is taken: "will return if the sanctions are lifted", "with conditions".

A clause of terms is asked of the parse. A phrase of them ("conditional on the release of all
prisoners") hangs anywhere in one, so it is looked for in the words that follow.
"""

from spacy.tokens import Token

from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.grammar import VERBAL, children

_OPENING_WORDS = 3
_WITH = frozenset(("with", "under", "on"))
_BEFORE_CONDITIONS = frozenset(("certain", "some", "several", "strict", "its", "specific", "the"))
# "Talks on conditions in the camps": how things are, no terms.
_OF_THINGS = frozenset(("in", "of", "at"))
_ENDING = frozenset((",", ";", ":", "."))


def terms_of(desk: Desk, cue: Token, thing: Token) -> Token | None:
    """The head of the clause or phrase that says on which terms; None where none does."""
    for head in (thing, cue, *children(thing, "conj")):
        for clause in children(head, "advcl", "obl"):
            words = [token.lower_ for token in _opening(clause)]
            opening = " ".join(words) + " "
            if any(opening.startswith(f"{one} ") for one in desk.stances.orderings["terms"]):
                return clause
    return _phrase_after(desk, cue, thing)


def wording_of(desk: Desk, terms: Token) -> str:
    """The terms in the report's words."""
    first = _start(desk, terms)
    if first is None:
        return desk.phrase(terms).exact
    sentence = desk.sentence(terms)
    last = terms
    while last.i + 1 < sentence.end and last.nbor(1).text not in _ENDING:
        last = last.nbor(1)
    return desk.stretch(first, last).exact


def follows_terms(desk: Desk, thing: Token) -> bool:
    """Whether the thing itself is what a stance is made conditional on."""
    first = thing.left_edge.i
    before = thing.doc[first - 1] if first else thing
    link = thing.doc[first].lower_
    if before.lower_ in desk.stances.orderings["contingent"]:
        return link in ("on", "upon", "to")
    return link == "that" and before.lemma_.lower() == "condition"


def _phrase_after(desk: Desk, cue: Token, thing: Token) -> Token | None:
    """The word of terms that follows in the same clause, up to the next verb."""
    if thing.pos_ not in ("NOUN", "PROPN", "ADJ") or thing.i < cue.i:
        return None
    for token in thing.doc[cue.i + 1 : desk.sentence(cue).end]:
        if token.pos_ in VERBAL and token.tag_ not in ("VBG", "VBN", "VB"):
            return None
        if token.i >= thing.i and _start(desk, token) is not None:
            return token
    return None


def _start(desk: Desk, token: Token) -> Token | None:
    """Where a phrase of terms with this word in it starts: `|but| with conditions`; None where
    the word makes none."""
    doc, sentence = token.doc, desk.sentence(token)
    after = doc[token.i + 1].lower_ if token.i + 1 < sentence.end else ""
    if token.lower_ in desk.stances.orderings["contingent"]:
        return token if after in ("on", "upon", "to") else None
    if token.lemma_.lower() != "condition" or after in _OF_THINGS:
        return None
    place = token.i - 1
    if place > sentence.start and (doc[place].lower_ in _BEFORE_CONDITIONS or doc[place].like_num):
        if doc[place].lower_ == "the" and after != "that":
            return None
        place -= 1
    if place < sentence.start or doc[place].lower_ not in _WITH:
        return None
    while place > sentence.start and doc[place - 1].lower_ in ("but", "only"):
        place -= 1
    return doc[place]


def _opening(clause: Token) -> list[Token]:
    start = clause.left_edge.i
    found = [
        token for token in clause.doc[start : start + _OPENING_WORDS + 1] if not token.is_punct
    ]
    return found[:_OPENING_WORDS]
