"""Parses written by hand, for the rules that repair them."""

import spacy
from spacy.tokens import Doc

_VOCAB = spacy.blank("en").vocab


def parsed(rows: str) -> Doc:
    """One sentence; rows are `form/POS/TAG/relation/head` a word, blanks between."""
    parts = [row.split("/") for row in rows.split()]
    return Doc(
        _VOCAB,
        words=[part[0] for part in parts],
        lemmas=[part[0].lower().removesuffix("ed").removesuffix("ing") for part in parts],
        pos=[part[1] for part in parts],
        tags=[part[2] for part in parts],
        deps=[part[3] for part in parts],
        heads=[int(part[4]) for part in parts],
        sent_starts=[at == 0 for at in range(len(parts))],
    )


def relations(doc: Doc) -> list[tuple[str, str]]:
    """Each word's relation and its head's form."""
    return [(token.dep_, token.head.text) for token in doc]
