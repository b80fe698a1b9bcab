import json
from pathlib import Path

import pytest

from pourparler.errors import LanguageError
from pourparler.language.names import HAND_ANNOTATED, LABELS, NameRow, join_names, read_names


def write(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_rows_are_read(tmp_path: Path) -> None:
    path = write(tmp_path / "n.jsonl", {"text": "Brandt left.", "entities": [[0, 6, "PER"]]})
    assert read_names(path) == [NameRow("Brandt left.", ((0, 6, "PER"),))]


@pytest.mark.parametrize(
    "row",
    [
        {"text": "x"},
        {"text": "x", "entities": [[0, 9, "PER"]]},
        {"text": "x", "entities": [[0, 1]]},
    ],
)
def test_a_wrong_row_is_named_by_its_line(tmp_path: Path, row: object) -> None:
    good = {"text": "x", "entities": []}
    with pytest.raises(LanguageError, match="line 2"):
        read_names(write(tmp_path / "n.jsonl", good, row))


def test_annotations_are_joined_with_their_texts(tmp_path: Path) -> None:
    items = write(tmp_path / "i.jsonl", {"id": "b", "text": "no"}, {"id": "a", "text": "In Rome"})
    marks = write(
        tmp_path / "m.jsonl",
        {"id": "a", "part": "test", "names": [[3, 7, "LOC"]]},
        {"id": "b", "part": "train", "names": []},
    )
    assert join_names(marks, items, part="test") == [NameRow("In Rome", ((3, 7, "LOC"),))]


def test_annotations_without_their_text_are_an_error(tmp_path: Path) -> None:
    items = write(tmp_path / "i.jsonl", {"id": "b", "text": "no"})
    marks = write(tmp_path / "m.jsonl", {"id": "a", "part": "test", "names": []})
    with pytest.raises(LanguageError, match="lacks 1 of the 1 items"):
        join_names(marks, items)


def test_the_hand_annotated_set_holds_offsets_and_no_text() -> None:
    rows = [json.loads(line) for line in HAND_ANNOTATED.read_text().splitlines()]
    assert len({row["id"] for row in rows}) == len(rows) == 1500
    assert sum(row["part"] == "test" for row in rows) == 500
    for row in rows:
        assert set(row) == {"id", "part", "names"}
        at = 0
        for start, end, label in row["names"]:
            assert at <= start < end
            assert label in LABELS
            at = end
