import json
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span

from pourparler.errors import LanguageError
from pourparler.language.names import HAND_ANNOTATED, LABELS, NameRow, join_names, read_names
from pourparler.language.voting import NameVotes


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


def named(words: str, *names: tuple[int, int, str], proper: str = "") -> Doc:
    """A document of blank-separated words, its capitalised words tagged as proper nouns."""
    forms = words.split()
    doc = Doc(
        spacy.blank("en").vocab,
        words=forms,
        pos=["PROPN" if form[0].isupper() else "NOUN" for form in forms],
        sent_starts=[index == 0 for index in range(len(forms))],
    )
    doc.set_ents([Span(doc, start, end, label=label) for start, end, label in names])
    return doc


def found(doc: Doc) -> list[tuple[str, str]]:
    return [(name.text, name.label_) for name in doc.ents]


def test_a_title_makes_a_person() -> None:
    doc = named("the Foreign Minister Anna Brandt left", (3, 5, "ORG"))
    assert found(NameVotes()(doc)) == [("Anna Brandt", "PER")]


def test_a_title_finds_a_person_the_recognizer_missed() -> None:
    doc = named("the spokesman Anna Brandt left")
    assert found(NameVotes()(doc)) == [("Anna Brandt", "PER")]


def test_a_title_is_no_part_of_the_name() -> None:
    doc = named("then President Anna Brandt left", (1, 4, "PER"))
    assert found(NameVotes()(doc)) == [("Anna Brandt", "PER")]


def test_a_surname_is_the_person_named_before() -> None:
    doc = named("then Anna Brandt left and Brandt spoke", (1, 3, "PER"), (5, 6, "ORG"))
    assert found(NameVotes()(doc)) == [("Anna Brandt", "PER"), ("Brandt", "PER")]


def test_the_document_outvotes_one_mention() -> None:
    doc = named("from Orsk to Orsk via Orsk", (1, 2, "LOC"), (3, 4, "PER"), (5, 6, "LOC"))
    assert {label for _, label in found(NameVotes()(doc))} == {"LOC"}


def test_given_names_outvote_all() -> None:
    votes = NameVotes()
    votes.give({"Orsk": "ORG"})
    doc = named("Minister Orsk of Orsk", (1, 2, "PER"))
    assert found(votes(doc)) == [("Orsk", "ORG"), ("Orsk", "ORG")]


def test_a_form_of_address_outvotes_a_given_name() -> None:
    votes = NameVotes()
    votes.give({"Orsk": "LOC"})
    doc = named("Mr. Orsk of Orsk", (1, 2, "LOC"))
    assert found(votes(doc)) == [("Orsk", "PER"), ("Orsk", "LOC")]


def test_given_labels_are_checked() -> None:
    with pytest.raises(ValueError, match="found GPE"):
        NameVotes().give({"Orsk": "GPE"})


@pytest.mark.parametrize("names", [[(1, 3, "ORG")], [(1, 3, "ORG"), (4, 5, "LOC")]])
def test_capitals_in_brackets_are_the_organisation_before(
    names: list[tuple[int, int, str]],
) -> None:
    doc = named("the Tavria Forces ( TF ) left", *names)
    assert found(NameVotes()(doc)) == [("Tavria Forces", "ORG"), ("TF", "ORG")]
