from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy

from pourparler.language.names import NameRow
from pourparler.language.vectors import NormVectors

pytest.importorskip("torch", reason="PyTorch is not installed: the wide recognizer was not taught")

from pourparler.language.wide.teaching import WideSettings, sure_names

SETTINGS = WideSettings(width=16, layers=1, passes=30, words=40, learn_rate=0.01, sure=0.5)
ROWS = [
    NameRow(f"{person} left {place}.", ((0, len(person), "PER"), (len(person) + 6,
            len(person) + 6 + len(place), "LOC")))
    for person in ("Anna", "Hans", "Vera", "Emil")
    for place in ("Orsk", "Brenz", "Talva", "Kirm")
]  # fmt: skip


def pipeline() -> Any:
    nlp = spacy.blank("en")
    keys = [nlp.vocab.strings.add(word) for word in ("anna", "hans", "orsk", "brenz")]
    data = np.random.default_rng(1).normal(size=(4, 8)).astype("float32")
    nlp.vocab.vectors = NormVectors(strings=nlp.vocab.strings, data=data, keys=keys, attr="NORM")
    return nlp


def found(keep: Path, lines: list[str], texts: list[str]) -> list[NameRow]:
    rows = sure_names(
        pipeline(), {"ours": ROWS, "theirs": ROWS[:2]}, texts, SETTINGS,
        like="ours", seed=1, keep=keep, report=lines.append,
    )  # fmt: skip
    return list(rows)


def test_what_was_taught_is_found_in_other_texts(tmp_path: Path) -> None:
    lines: list[str] = []
    rows = found(tmp_path / "wide.pt", lines, ["Vera left Orsk.", "It left."])
    assert rows == [NameRow("Vera left Orsk.", ((0, 4, "PER"), (10, 14, "LOC")))]
    assert lines
    again: list[str] = []
    assert found(tmp_path / "wide.pt", again, ["Vera left Orsk.", ""]) == rows
    assert not again
