"""A parsed page from words and heads written by hand, or from the pipeline."""

from typing import Any

import spacy
from spacy.tokens import Doc

from pourparler import codebook as codebooks
from pourparler.model import Report, Statement
from pourparler.readings.page import Page
from pourparler.readings.statements import find_statements

_VOCAB = spacy.blank("en").vocab


def parsed(rows: str) -> Page:
    """A page of `word/POS/relation/head` rows, head a word's number from 0, `_` for no blank after.

    A row that begins with `|` opens a sentence.
    """
    words, spaces, tags, relations, heads, starts = [], [], [], [], [], []
    for row in rows.split():
        starts.append(row.startswith("|") or not words)
        word, tag, relation, head = row.lstrip("|").rsplit("/", 3)
        spaces.append(not word.endswith("_"))
        words.append(word.removesuffix("_"))
        tags.append(tag)
        relations.append(relation)
        heads.append(int(head))
    doc = Doc(
        _VOCAB,
        words=words,
        spaces=spaces,
        tags=[_form(word, tag) for word, tag in zip(words, tags, strict=True)],
        pos=tags,
        deps=relations,
        heads=heads,
        sent_starts=starts,
    )
    return Page(Report.of(doc.text, "2024-06-12"), doc, codebooks.load())


def _form(word: str, tag: str) -> str:
    """The Penn tag of a verb by its ending, enough for regular ones and "said"."""
    if tag != "VERB":
        return "MD" if word in ("will", "would") else ""
    endings = {"ing": "VBG", "ed": "VBD", "said": "VBD", "s": "VBZ"}
    return next((form for ending, form in endings.items() if word.endswith(ending)), "VB")


def read(nlp: Any, text: str) -> tuple[Statement, ...]:
    """The statements of a text, read with the pipeline and without a cast."""
    report = Report.of(text, "2024-06-12")
    return find_statements(Page(report, nlp(text), codebooks.load()))


def told(statement: Statement) -> list[str]:
    """The parts of a statement's content."""
    return [part.exact for part in statement.content]
