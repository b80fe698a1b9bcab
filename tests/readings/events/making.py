"""Small parses by hand: one line a token, as "text lemma POS relation head [tag] [name]"."""

from spacy.tokens import Doc
from spacy.vocab import Vocab

from pourparler.codebook import Codebook
from pourparler.model import Report
from pourparler.readings.page import Page

_VOCAB = Vocab()


def parsed(lines: str) -> Doc:
    """The document of those tokens; heads are counted from 1, the root's is its own."""
    rows = [line.split() for line in lines.strip().splitlines()]
    tags = [row[5] if len(row) > 5 else "" for row in rows]
    names = [f"B-{row[6]}" if len(row) > 6 else "" for row in rows]
    return Doc(
        _VOCAB,
        words=[row[0] for row in rows],
        lemmas=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        deps=["ROOT" if row[3] == "root" else row[3] for row in rows],
        heads=[int(row[4]) - 1 for row in rows],
        tags=[tag if tag != "-" else "" for tag in tags],
        ents=names,
    )


def page_of(lines: str, codebook: Codebook, published: str = "2024-05-10") -> Page:
    """A page that holds the parse and nothing else."""
    doc = parsed(lines)
    return Page(Report.of(doc.text, published), doc, codebook)
