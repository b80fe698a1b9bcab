"""Flat tables: each part of a nested value in a column of its own, and nothing as JSON."""

import csv
import io
import json
from pathlib import Path

import pytest

from pourparler.app import Record, View
from pourparler.views.cli import main
from pourparler.views.export import EXPORTS, rows_of
from pourparler.views.export.fields import (
    NAMED,
    PROOF,
    TABLES,
    TEXT,
    WHO,
    WHOLE,
    WORDS,
    Field,
    Group,
    Many,
    Table,
)
from pourparler.views.export.flat import Flat
from pourparler.views.export.registry import as_text


def flat(value: object, type: Group | Many) -> dict[str, object]:
    """What one nested value becomes."""
    return Flat(Table("", (Field("it", type, ""),), key=None)).row({"it": value})


def test_parts_of_a_group_are_columns() -> None:
    who = {"actor": "sylvania", "name": "Sylvania"}
    assert flat(who, WHO) == {"it": "Sylvania", "it_actor": "sylvania"}
    assert flat(None, WHO) == {"it": None, "it_actor": None}
    cue = {"text": "said", "start": 3, "end": 7}
    assert flat(cue, Group(text=TEXT, start=WHOLE, end=WHOLE)) == {
        "it": "said",
        "it_start": 3,
        "it_end": 7,
    }


def test_words_in_several_places_are_joined_and_the_first_place_is_given() -> None:
    parts = [{"start": 3, "end": 7, "exact": "we will"}, {"start": 9, "end": 12, "exact": "talk"}]
    assert flat(parts, Many(WORDS)) == {"it": "we will … talk", "it_start": 3, "it_end": 7}
    assert flat([], Many(WORDS)) == {"it": None, "it_start": None, "it_end": None}
    (proof,) = [{"report": "r1", "start": 3, "end": 7, "exact": "we will"}]
    assert flat([proof], Many(PROOF))["it_report"] == "r1"


def test_items_of_a_list_stay_in_one_order() -> None:
    names = [
        {"actor": None, "name": "Zog", "text": "Zog", "represents": "freedonia"},
        {"actor": "b-brandt", "name": "Brandt", "text": "she", "represents": None},
    ]
    assert flat(names, Many(NAMED)) == {
        "it": "Zog; Brandt",
        "it_actor": "; b-brandt",
        "it_text": "Zog; she",
        "it_represents": "freedonia; ",
    }
    assert flat(["a", "b"], Many(TEXT)) == {"it": "a; b"}


def test_a_group_within_a_group_follows_its_name() -> None:
    side = Many(Group(actor=TEXT, name=TEXT, represents=WHO))
    one = {"actor": "z", "name": "Zog", "represents": {"actor": "freedonia", "name": "Freedonia"}}
    assert flat([one], side) == {
        "it": "Zog",
        "it_actor": "z",
        "it_represents": "Freedonia",
        "it_represents_actor": "freedonia",
    }


@pytest.mark.parametrize("kind", EXPORTS)
def test_no_cell_is_json(kind: str, view: View) -> None:
    rows = list(csv.DictReader(io.StringIO("".join(as_text(kind, view, "csv")), newline="")))
    names = [field.name for field in Flat(TABLES[kind]).table.fields]
    assert len(set(names)) == len(names)
    for row in rows:
        assert list(row) == names
        assert not any(cell.startswith(("[{", '{"', '["', "[]")) for cell in row.values())


QUESTIONS = ("statements", "sayings", "events", "meetings", "deadlocks", "phases", "formats")


@pytest.mark.parametrize(
    "question", [*QUESTIONS, "actors", "positions", "preconditions", "timeline", "signals"]
)
def test_a_question_is_answered_in_the_table_of_the_export(
    question: str, sample: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--record", str(sample.path), "--process", "turkey-syria", "--as-of", "2024-11-15")
    with pytest.raises(SystemExit):
        main([question, *where, *(("--all",) if question == "sayings" else ()), "--format", "csv"])
    told = capsys.readouterr().out
    rows = list(csv.DictReader(io.StringIO(told, newline="")))
    assert "{" not in "".join(name for row in rows for name in row)
    assert rows or question in ("deadlocks", "formats")
    assert not any(cell.startswith(("[{", '{"')) for row in rows for cell in row.values())
    if question in QUESTIONS:
        asked = sample.as_of("2024-11-15", process="turkey-syria")
        assert told == "".join(as_text(question, asked, "csv"))


def test_a_question_for_programs_stays_nested(
    sample: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["statements", "--record", str(sample.path), "--format", "jsonl"])
    assert {"item", "by"} <= set(json.loads(capsys.readouterr().out.splitlines()[0]))


def test_every_line_of_statements_leads_to_its_words(view: View, tmp_path: Path) -> None:
    texts = {row["id"]: row["text"] for row in rows_of("reports", view)}
    flat_table = Flat(TABLES["statements"])
    for row in map(flat_table.row, rows_of("statements", view)):
        words = texts[row["report"]][row["content_start"] : row["content_end"]]
        assert row["content"].startswith(words)
