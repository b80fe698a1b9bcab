"""More names to learn from: news items on which two recognizers agree.

A recognizer trained on few names and one trained again from the same start err in different
places. Where both mark the same names in an item, the item is taken as if annotated; it shows
the final recognizer many more names in the places where news puts them.
"""

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.language import Language

from pourparler.language.examples import name_examples
from pourparler.language.learning import Report, Stage, learn
from pourparler.language.names import NameRow, read_names

_JUDGES = 2
_KEPT = "silver.jsonl"


def silver_rows(
    nlp: Language,
    rows: Sequence[NameRow],
    texts: Sequence[str],
    stage: Stage,
    *,
    seed: int,
    count: int,
    work: Path,
    report: Report,
) -> list[NameRow]:
    """Of `count` of the texts, those on which recognizers trained on `rows` agree.

    The pipeline's `ner` is trained anew for each and left as it was found. The rows are kept in
    `work`, so that a stopped run need not find them again.
    """
    path = work / _KEPT
    if path.exists():
        return read_names(path)
    sample = random.Random(seed).sample(list(texts), min(count, len(texts)))
    model = nlp.get_pipe("ner").model  # type: ignore[attr-defined]
    untrained = model.to_bytes()
    answers = []
    for judge in range(_JUDGES):
        model.from_bytes(untrained)
        variants = [name_examples(nlp, rows, seed=seed + judge)]
        one = replace(stage, name=f"{stage.name}-{judge + 1}")
        learn(nlp, one, variants, seed=seed + judge, checkpoint=work, report=report)
        answers.append(list(found_names(nlp, sample)))
    model.from_bytes(untrained)
    agreed = list(agreed_rows(sample, answers))
    report(f"{stage.name}: {len(agreed)} of {len(sample)} news items taken as annotated")
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
