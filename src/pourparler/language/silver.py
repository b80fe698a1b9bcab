"""More names to learn from: news items whose names are taken as if annotated.

They show the pipeline's recognizer many more names in the places where news puts them. They are
those of which a better reader is sure (`wide`), or on which two recognizers agree: one trained on
few names and one trained again from the same start err in different places.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language

from pourparler.language.names import NameRow, read_names

_KEPT = "silver.jsonl"


def kept_rows(work: Path, make: Callable[[], Iterable[NameRow]]) -> list[NameRow]:
    """The rows that `make` gives, kept in `work`: a stopped run need not find them again."""
    path = work / _KEPT
    if not path.exists():
        work.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        with partial.open("w", encoding="utf-8") as lines:
            for row in make():
                made = {"text": row.text, "entities": row.names}
                lines.write(json.dumps(made, ensure_ascii=False) + "\n")
        partial.replace(path)
    return read_names(path)


def agreed_names(
    nlp: Language, judges: Iterable[Callable[[], None]], texts: Sequence[str]
) -> Iterator[NameRow]:
    """Those of the texts in which all judges find the same names.

    Each of `judges` puts its weights into the pipeline's recognizer.
    """
    answers = []
    for take_seat in judges:
        take_seat()
        answers.append(list(found_names(nlp, texts)))
    yield from agreed_rows(texts, answers)


def found_names(nlp: Language, texts: Iterable[str]) -> Iterator[tuple[tuple[int, int, str], ...]]:
    """The names that the pipeline's recognizer alone finds in each text."""
    with nlp.select_pipes(enable=["ner"]):
        for doc in nlp.pipe(texts):
            yield tuple((name.start_char, name.end_char, name.label_) for name in doc.ents)


def agreed_rows(
    texts: Sequence[str], answers: Sequence[Sequence[tuple[tuple[int, int, str], ...]]]
) -> Iterator[NameRow]:
    """The texts in which all the answers mark the same names, and mark some."""
    for text, *found in zip(texts, *answers, strict=True):
        if found[0] and all(names == found[0] for names in found):
            yield NameRow(text, found[0])
