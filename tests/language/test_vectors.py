from pathlib import Path

import numpy as np
import spacy
from spacy.attrs import NORM

from pourparler.language.vectors import NormVectors


def test_vectors_keep_their_key_attribute_when_written(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    key = nlp.vocab.strings.add("talks")
    nlp.vocab.vectors = NormVectors(
        strings=nlp.vocab.strings, data=np.ones((1, 4), dtype="float32"), keys=[key], attr="NORM"
    )
    nlp.to_disk(tmp_path / "model")
    vectors = spacy.load(tmp_path / "model").vocab.vectors
    assert vectors.attr == NORM
    assert vectors.find(key=key) == 0
