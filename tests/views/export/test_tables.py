"""Tables as files: what is written reads back as it was, in the programs that open it."""

import csv
import io
import json
import runpy
import sys
from pathlib import Path
from typing import Any

import frictionless
import pandas
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as some

from pourparler.app import Record, View
from pourparler.errors import MissingExtraError, UnknownNameError, UsageError
from pourparler.views.export import EXPORTS, rows_of
from pourparler.views.export.cells import plain_cell, safe_cell
from pourparler.views.export.fields import TABLES, Group, Many, Type
from pourparler.views.export.flat import Flat
from pourparler.views.export.registry import as_text, stream, write_file


@pytest.mark.parametrize("kind", EXPORTS)
def test_rows_are_as_described(kind: str, view: View) -> None:
    table = TABLES[kind]
    rows = list(rows_of(kind, view))
    for row in rows:
        assert list(row) == [field.name for field in table.fields]
        for field in table.fields:
            assert row[field.name] is not None or not field.always, (field.name, row)
            assert fits(row[field.name], field.type), (field.name, row[field.name])
    if table.key:
        assert len({row[table.key] for row in rows}) == len(rows)


def fits(value: Any, type: Type) -> bool:
    """Whether a value is of a described type."""
    if value is None:
        return True
    if isinstance(type, Many):
        return isinstance(value, list | tuple) and all(fits(one, type.of) for one in value)
    if isinstance(type, Group):
        return set(value) == set(type) and all(fits(value[name], type[name]) for name in type)
    return isinstance(value, {"string": str, "integer": int, "boolean": bool}[type])


@pytest.mark.parametrize("kind", EXPORTS)
def test_a_streamed_table_is_the_whole_table(kind: str, sample: Record, view: View) -> None:
    for asked in (view, sample.as_of("2024-08-01", process="all")):
        if kind != "phases" or asked.process:
            assert list(stream(kind, asked)) == list(rows_of(kind, asked))


@pytest.mark.parametrize("kind", EXPORTS)
def test_every_format_reads_back_alike(kind: str, view: View, tmp_path: Path) -> None:
    rows = json.loads(json.dumps(list(rows_of(kind, view))))
    lines = "".join(as_text(kind, view, "jsonl")).splitlines()
    assert [json.loads(line) for line in lines] == rows
    assert json.loads("".join(as_text(kind, view, "json"))) == rows
    write_file(kind, view, tmp_path / "a.parquet", "parquet")
    assert pyarrow.parquet.read_table(tmp_path / "a.parquet").to_pylist() == rows
    frame = pandas.read_parquet(tmp_path / "a.parquet")
    assert len(frame) == len(rows)
    table = list(csv.DictReader(io.StringIO("".join(as_text(kind, view, "csv")), newline="")))
    flat = Flat(TABLES[kind])
    assert [back(row, flat) for row in table] == [flat.row(row) for row in rows]


def back(row: dict[str, str], flat: Flat) -> dict[str, Any]:
    """A line of CSV as the flat row it was."""
    read: dict[str, Any] = {}
    for field in flat.table.fields:
        text = row[field.name]
        if text == "" and not field.always:
            read[field.name] = None
        else:
            read[field.name] = plain_cell(text) if field.type == "string" else json.loads(text)
    return read


@pytest.mark.parametrize("style", ["csv", "parquet"])
def test_a_package_is_valid_and_its_keys_lead_somewhere(
    style: str, view: View, tmp_path: Path
) -> None:
    write_file("package", view, tmp_path / "out", style)
    described = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in described["resources"]] == list(EXPORTS)
    if style == "csv":
        report = frictionless.validate(str(tmp_path / "out" / "datapackage.json"))
        assert report.valid, report.flatten(["title", "fieldName", "message"])
        counts = {task.name: task.stats.get("rows", 0) for task in report.tasks}
        assert counts["statements"] == len(view.statements()) > 100
    else:
        assert not list(frictionless.Package.metadata_validate(described))
        files = {one["path"] for one in described["resources"]}
        assert files == {path.name for path in (tmp_path / "out").glob("*.parquet")}


def test_a_broken_row_is_found_by_the_descriptor(view: View, tmp_path: Path) -> None:
    write_file("package", view, tmp_path, "csv")
    with (tmp_path / "statements.csv").open("a", encoding="utf-8") as out:
        blank = dict.fromkeys(field.name for field in Flat(TABLES["statements"]).table.fields)
        told = {"id": "x1", "report": "nowhere", "published": "2024", "kind": "direct"}
        csv.writer(out).writerow((blank | told | {"act": "said", "attitude": "speech"}).values())
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert [error.type for task in report.tasks for error in task.errors] == ["foreign-key"]


def test_hostile_text_runs_nowhere_and_is_kept(hostile: View) -> None:
    text = "".join(as_text("reports", hostile, "csv"))
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    for name in ("text", "title", "outlet"):
        assert row[name].startswith("'")
    (exact,) = rows_of("reports", hostile)
    for name in ("text", "title", "outlet"):
        assert plain_cell(row[name]) == exact[name]


@given(some.text(alphabet="=+-@'\t\r\n a＝", max_size=6) | some.text(max_size=20))
def test_no_cell_begins_a_formula_and_none_is_lost(text: str) -> None:
    cell = safe_cell(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert plain_cell(cell) == text


def test_a_failing_export_leaves_the_old_file(view: View, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("old", encoding="utf-8")
    with pytest.raises(UsageError, match="jsonl, json, csv, parquet"):
        write_file("reports", view, file, "xlsx")
    assert file.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_what_is_not_known_is_said(view: View) -> None:
    with pytest.raises(UnknownNameError, match="statements"):
        as_text("statments", view)
    with pytest.raises(UsageError, match="-o FILE"):
        as_text("reports", view, "parquet")


def test_without_pyarrow_the_extra_is_named(
    view: View, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"pourparler\[parquet\]"):
        write_file("reports", view, tmp_path / "a.parquet", "parquet")


def test_the_reference_page_is_as_generated() -> None:
    docs = Path(__file__).parents[3] / "docs"
    reference = runpy.run_path(str(docs / "make_export_reference.py"))["reference"]
    page = (docs / "reference" / "export.md").read_text(encoding="utf-8")
    assert page == reference(), "run: python docs/make_export_reference.py"
