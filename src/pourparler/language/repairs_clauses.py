"""Clauses that a preposition was taken from: `after envoys |left|`.

*After*, *before*, *since*, *until* and *as* open a phrase or a clause. Where a finite verb without
a subject follows their noun, they open its clause, and the noun is its subject.
"""

from spacy.tokens import Token

from pourparler.language.tree_edits import Tree

_CONJUNCTIONS = ("after", "before", "since", "until", "as")
_LOOSE = ("advcl", "conj", "ccomp", "parataxis", "acl")
_FINITE = ("VBZ", "VBP", "VBD")
_WITHIN = ("ADP", "NOUN", "PROPN", "DET", "PART")
_NOMINAL = ("NOUN", "PROPN", "PRON")


def repair_clause(tree: Tree, verb: Token) -> None:
    """Gives the verb the conjunction, and the subject, that the parse took for a phrase."""
    if verb.tag_ not in _FINITE:
        return
    subject = next((child for child in verb.lefts if child.dep_.startswith("nsubj")), None)
    if subject is not None and verb.dep_ == "advcl":
        opening = next((child for child in subject.lefts if child.dep_ != "punct"), None)
        if opening is not None and _opens(opening):
            tree.attach(opening.i, verb.i, "mark")
    elif subject is None and verb.dep_ in _LOOSE and _stands_alone(verb):
        _with_subject(tree, verb)


def _opens(word: Token) -> bool:
    return word.dep_ == "case" and word.lower_ in _CONJUNCTIONS


def _stands_alone(verb: Token) -> bool:
    taken = ("cc", "mark", "aux", "aux:pass", "expl", "csubj")
    return all(child.dep_ not in taken for child in verb.lefts)


def _with_subject(tree: Tree, verb: Token) -> None:
    noun = _noun_before(verb)
    if noun is None or verb.i in (noun.head.i, noun.i) or verb.is_ancestor(noun):
        return
    above = noun.head
    while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
        above = above.head
    if above.i == verb.i or verb.is_ancestor(above):
        return
    opening = next(child for child in noun.lefts if _opens(child))
    tree.attach(noun.i, verb.i, "nsubj")
    tree.attach(opening.i, verb.i, "mark")
    tree.attach(verb.i, above.i, "advcl")
    for between in tree.doc[noun.i + 1 : verb.i]:
        if between.dep_ == "nmod" and between.head.i < noun.i:
            tree.attach(between.i, noun.i, "nmod")


def _noun_before(verb: Token) -> Token | None:
    """The noun whose phrase ends right before the verb and begins with a conjunction."""
    at = verb.i - 1
    while at > verb.sent.start and verb.doc[at].pos_ in _WITHIN:
        noun = verb.doc[at]
        if noun.pos_ in _NOMINAL and any(_opens(child) for child in noun.lefts):
            return noun
        at -= 1
    return None
