"""From CLEAR relations and OntoNotes name labels to the vocabulary readings use.

Pipelines such as `en_core_web_sm` hang a noun on its preposition, a predicate on its copula and
each conjunct on the one before. This component turns such trees into Universal Dependencies, as
far as readings look: the labels of arguments and clauses, prepositions as `case`, copulas as
`cop`, conjuncts on the first.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.tokens import Doc, Span

_CLEAR_ONLY = frozenset(("dobj", "nsubjpass", "pobj", "auxpass", "relcl"))

_RELATIONS = {
    "dobj": "obj",
    "dative": "iobj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "relcl": "acl:relcl",
    "poss": "nmod:poss",
    "nn": "compound",
    "prt": "compound:prt",
    "nummod": "nummod",
    "predet": "det:predet",
    "preconj": "cc:preconj",
    "neg": "advmod",
    "npadvmod": "obl:unmarked",
    "oprd": "xcomp",
    "acomp": "xcomp",
    "attr": "xcomp",
    "intj": "discourse",
    "quantmod": "advmod",
    "meta": "dep",
    "pcomp": "advcl",
}

_NAMES = {
    "PERSON": "PER",
    "PER": "PER",
    "ORG": "ORG",
    "GPE": "LOC",
    "LOC": "LOC",
    "FAC": "LOC",
}

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET"))
_MOVED_TO_PREDICATE = frozenset(
    (
        "nsubj", "csubj", "aux", "neg", "mark", "advmod", "prep", "punct", "advcl", "ccomp",
        "parataxis", "cc", "conj", "npadvmod", "expl", "intj", "dep", "agent",
    )
)  # fmt: skip


def speaks_clear(labels: Iterable[str]) -> bool:
    """Whether a pipeline's labels are CLEAR relations."""
    return bool(set(labels) & _CLEAR_ONLY)


def speaks_ontonotes(labels: Iterable[str]) -> bool:
    """Whether a pipeline's labels are OntoNotes names."""
    return "PERSON" in set(labels)


@Language.factory(
    "pourparler_relations",
    assigns=["token.dep", "token.head", "doc.ents"],
    default_config={"trees": True},
)
def create_translator(nlp: Language, name: str, trees: bool) -> Callable[[Doc], Doc]:
    """A component that translates names and, with `trees`, relations."""
    return partial(translate, trees=trees)


def translate(doc: Doc, *, trees: bool = True) -> Doc:
    """The same document with PER, ORG and LOC names and, with `trees`, UD relations."""
    if trees and len(doc):
        _translate_tree(doc)
    doc.ents = [
        Span(doc, name.start, name.end, label=_NAMES[name.label_])
        for name in doc.ents
        if name.label_ in _NAMES
    ]
    return doc


def _translate_tree(doc: Doc) -> None:
    heads = [token.head.i for token in doc]
    labels = [token.dep_ for token in doc]
    spans = [(sentence.start, sentence.end) for sentence in doc.sents]
    for start, end in spans:
        _prepositions(doc, heads, labels, start, end)
        _copulas(doc, heads, labels, start, end)
        _conjuncts(heads, labels, start, end)
    names = [_RELATIONS.get(label, label) for label in labels]
    values = [
        [(head - index) & 0xFFFFFFFFFFFFFFFF, doc.vocab.strings.add(name)]
        for index, (head, name) in enumerate(zip(heads, names, strict=True))
    ]
    annotations: Any = np.array(values, dtype="uint64")
    doc.from_array([HEAD, DEP], annotations)


def _prepositions(doc: Doc, heads: list[int], labels: list[str], start: int, end: int) -> None:
    """`met <prep in <pobj Moscow` becomes `met <obl Moscow <case in`."""
    for index in range(start, end):
        if labels[index] == "nmod":
            labels[index] = "compound"
    for index in range(start, end):
        if labels[index] not in ("pobj", "pcomp"):
            continue
        preposition = heads[index]
        if labels[preposition] not in ("prep", "agent", "dative", "case"):
            continue
        governor = heads[preposition]
        passive = labels[preposition] == "agent"
        nominal_governor = doc[governor].pos_ in _NOMINAL
        if labels[index] == "pcomp":
            labels[index] = "acl" if nominal_governor else "advcl"
            labels[preposition] = "mark"
        else:
            labels[index] = "obl:agent" if passive else "nmod" if nominal_governor else "obl"
            labels[preposition] = "case"
        heads[index], heads[preposition] = governor, index


def _copulas(doc: Doc, heads: list[int], labels: list[str], start: int, end: int) -> None:
    """`is <attr minister` becomes `minister <cop is`, with the clause's parts on `minister`."""
    for index in range(start, end):
        copula = heads[index]
        if labels[index] not in ("attr", "acomp") or doc[copula].lemma_ != "be":
            continue
        if labels[copula] in ("aux", "cop"):
            continue
        heads[index] = copula if heads[copula] == copula else heads[copula]
        labels[index] = labels[copula]
        root = heads[copula] == copula
        for other in range(start, end):
            moves = labels[other] in _MOVED_TO_PREDICATE and other not in (index, copula)
            if moves and heads[other] == copula:
                heads[other] = index
        if root:
            heads[index] = index
        heads[copula], labels[copula] = index, "cop"


def _conjuncts(heads: list[int], labels: list[str], start: int, end: int) -> None:
    """Every conjunct hangs on the first, every `cc` on the conjunct that follows it."""
    last: dict[int, int] = {}
    for index in range(end - 1, start - 1, -1):
        if labels[index] == "conj":
            last[heads[index]] = index
        elif labels[index] == "cc":
            heads[index] = last.get(heads[index], heads[index])
    for index in range(start, end):
        if labels[index] != "conj":
            continue
        first = heads[index]
        while labels[first] == "conj" and heads[first] < first:
            first = heads[first]
        heads[index] = first
