"""The comparison of times with gold, on pairs made by hand."""

from pathlib import Path

import pytest

from pourparler.errors import UsageError
from pourparler.evaluation.time_pairs import GoldTimes, PredictedTimes, Timex
from pourparler.evaluation.times import (
    Figure,
    predict,
    read_gold,
    score,
    score_by_type,
    worst_misses,
)

TEXT = "They met on Monday, and again on 3 May."
GOLD = GoldTimes(
    "one",
    "2023-05-09",
    TEXT,
    (Timex(12, 18, "DATE", "2023-05-08"), Timex(33, 38, "DATE", "2023-05-03")),
)


def test_pairs_count_by_span_type_and_value() -> None:
    found = PredictedTimes(
        "one",
        (
            Timex(12, 19, "DATE", "2023-05-08"),  # the comma at the edge does not count
            Timex(35, 38, "TIME", "2023-05"),
            Timex(0, 4, "DATE", "PRESENT_REF"),
        ),
    )
    scored = score([GOLD], [found])
    assert (scored.gold, scored.found) == (2, 3)
    assert scored.figures["strict"] == Figure(33.33, 50.0, 40.0)
    assert scored.figures["relaxed"] == Figure(66.67, 100.0, 80.0)
    assert scored.figures["type"] == Figure(33.33, 50.0, 40.0)
    assert scored.figures["value"] == Figure(33.33, 50.0, 40.0)
    assert [(miss.kind, miss.gold, miss.found) for miss in scored.misses] == [
        ("value", "3 May", "May"),
        ("extra", None, "They"),
    ]
    assert worst_misses(scored, 1)[0][1] == 1


def test_a_text_without_prediction_counts_as_missed() -> None:
    scored = score([GOLD], [])
    assert scored.figures["relaxed"] == Figure(0.0, 0.0, 0.0)
    assert [miss.kind for miss in scored.misses] == ["missed", "missed"]


def test_our_own_reading_of_the_text_is_right() -> None:
    scored = score([GOLD], predict([GOLD]), samples=20)
    assert scored.figures["strict_value"] == Figure(100.0, 100.0, 100.0)
    assert scored.intervals["value"] == (100.0, 100.0)
    assert score_by_type([GOLD], predict([GOLD]))["DATE"].gold == 2


def test_a_wrong_row_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(
        '{"doc_id": "one", "dct": "2023-05-09", "text": "", "timex": []}\n{"doc_id": 1}\n'
    )
    with pytest.raises(UsageError, match="line 2"):
        read_gold(path)
