"""More names to learn from: news items on which two recognizers agree.

A recognizer trained on few names and one trained again from the same start err in different
places. Where both mark the same names in an item, the item is taken as if annotated; it shows
the final recognizer many more names in the places where news puts them.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language

from pourparler.language.learning import Report
from pourparler.language.names import NameRow, read_names

_KEPT = "silver.jsonl"


def silver_rows(
    nlp: Language,
    judges: Iterable[Callable[[], None]],
    texts: Sequence[str],
    *,
    work: Path,
    report: Report,
) -> list[NameRow]:
    """Those of the texts in which all judges find the same names.

    Each of `judges` puts its weights into the pipeline's recognizer. The rows are kept in `work`,
    so that a stopped run need not find them again.
    """
    path: Path = work / _KEPT
    if path.exists():
        return read_names(path)
    answers = []
    for take_seat in judges:
        take_seat()
        answers.append(list(found_names(nlp, texts)))
    agreed = list(agreed_rows(texts, answers))
    report(f"judges: {len(agreed)} of {len(texts)} news items taken as annotated")
    work.mkdir(parents=True, exist_ok=True)
    lines = (
        json.dumps({"text": row.text, "entities": row.names}, ensure_ascii=False) for row in agreed
    )
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return agreed


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
