"""Word vectors learned from plain text, as the static features of the pipeline.

They are what lets a parser trained on few reports know that `Raqqah` stands where `Aleppo`
stands. Words are keyed by their NORM: lower case, with one kind of quotation mark.
"""

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.vectors import Vectors

from pourparler.errors import MissingExtraError


@dataclass(frozen=True, slots=True)
class VectorSettings:
    """How the vectors are learned: skip-gram with subwords, the `words` most frequent kept."""

    width: int
    window: int
    epochs: int
    negatives: int
    min_count: int
    words: int


class NormVectors(Vectors):  # type: ignore[misc]
    """Vectors keyed by NORM that stay so when written: spaCy forgets the attribute."""

    def _get_cfg(self) -> dict[str, Any]:
        return {**super()._get_cfg(), "attr": self.attr}


def learn_vectors(
    nlp: Language, texts: Iterable[str], settings: VectorSettings, *, keep: Path
) -> None:
    """Sets the pipeline's vectors, learned from the texts, or read from `keep` if it exists."""
    if not keep.exists():
        words, rows = _learn(nlp, texts, settings)
        keep.parent.mkdir(parents=True, exist_ok=True)
        np.savez(keep, words=np.array(words), rows=rows)
    with np.load(keep) as stored:
        words, rows = [str(word) for word in stored["words"]], stored["rows"]
    words, rows = words[: settings.words], rows[: settings.words]
    # One as the mean square length keeps the features on the scale of the learned ones.
    rows = rows / np.sqrt((rows**2).sum(axis=1).mean())
    nlp.vocab.vectors = NormVectors(
        strings=nlp.vocab.strings,
        data=rows.astype("float32"),
        keys=[nlp.vocab.strings.add(word) for word in words],
        attr="NORM",
        name="en_norm_vectors",
    )


def _learn(
    nlp: Language, texts: Iterable[str], settings: VectorSettings
) -> tuple[list[str], np.ndarray]:
    try:
        import floret  # type: ignore[import-untyped]
    except ImportError as error:
        raise MissingExtraError("training word vectors", "train") from error
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus.txt"
        with corpus.open("w", encoding="utf-8") as lines:
            for text in texts:
                norms = (token.norm_ for token in nlp.make_doc(text) if not token.is_space)
                lines.write(" ".join(norm.replace(" ", "_") for norm in norms) + "\n")
        model = floret.train_unsupervised(
            str(corpus),
            model="skipgram",
            dim=settings.width,
            ws=settings.window,
            epoch=settings.epochs,
            neg=settings.negatives,
            minCount=settings.min_count,
            minn=3,
            maxn=5,
            bucket=200_000,
            thread=1,
            lr=0.05,
            verbose=0,
        )
        words = list(model.words)
        return words, np.array([model.get_word_vector(word) for word in words], dtype="float32")
