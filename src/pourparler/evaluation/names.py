"""How well a pipeline finds names, against rows of annotated names, from raw text.

A name is right with exactly its characters and its label. Scores are in percent.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from pourparler.language.names import LABELS, NameRow, read_names


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 over `count` names."""

    precision: float
    recall: float
    f1: float
    count: int


@dataclass(frozen=True, slots=True)
class NameScores:
    """The figures over all names, and by label."""

    rows: int
    all: Figures
    labels: Mapping[str, Figures]


def score(nlp: Language, path: Path) -> NameScores:
    """The pipeline's scores on a JSONL file of `text` and `entities [[start, end, label]]`."""
    return score_rows(nlp, read_names(path))


def score_rows(nlp: Language, rows: Sequence[NameRow]) -> NameScores:
    """The pipeline's scores on rows of names, each row read on its own."""
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for row, doc in zip(rows, nlp.pipe(row.text for row in rows), strict=True):
        ours = {(name.start_char, name.end_char, name.label_) for name in doc.ents}
        theirs = set(row.names)
        for counts, names in ((found, ours), (gold, theirs), (right, ours & theirs)):
            counts.update(label for _, _, label in names)
    return NameScores(
        rows=len(rows),
        all=_figures(right.total(), found.total(), gold.total()),
        labels={label: _figures(right[label], found[label], gold[label]) for label in LABELS},
    )


def _figures(right: int, found: int, gold: int) -> Figures:
    return Figures(
        precision=100 * right / found if found else 0.0,
        recall=100 * right / gold if gold else 0.0,
        f1=200 * right / (found + gold) if found + gold else 0.0,
        count=gold,
    )


def as_json(scores: NameScores) -> dict[str, object]:
    """The scores as a JSON object, figures cut to two decimals."""
    return {
        "rows": scores.rows,
        **_plain(scores.all),
        "labels": {label: _plain(figures) for label, figures in scores.labels.items()},
    }


def _plain(figures: Figures) -> dict[str, object]:
    return {
        "precision": round(figures.precision, 2),
        "recall": round(figures.recall, 2),
        "f1": round(figures.f1, 2),
        "count": figures.count,
    }
