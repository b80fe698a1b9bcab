"""JSON Lines, JSON, CSV, TSV and Parquet: columns found or named, days of one column settled."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from pourparler.errors import UsageError
from pourparler.reports import read_paths
from pourparler.reports.opening import zstd

from .taking import SENTENCE, one_report, take

ITEM = {
    "pubDate": "Fri, 12 Jul 2024 10:15:00 GMT",
    "articleBody": SENTENCE,
    "headline": "Talks go on",
    "source": {"id": None, "name": "Levant Wire"},
    "link": "https://example.org/1",
    "lang": "eng",
    "guid": 17,
}


def test_usual_names_are_found(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(ITEM))
    report = one_report(tmp_path)
    assert report.published == "2024-07-12T10:15:00Z"
    assert report.text == SENTENCE
    assert report.title == "Talks go on"
    assert report.outlet == "Levant Wire"
    assert report.url == "https://example.org/1"
    assert report.language == "en"
    assert report.key == "17"


@pytest.mark.parametrize("shape", ["list", "articles", "response", "one", "keyed", "lines"])
def test_shapes_of_json(tmp_path: Path, shape: str) -> None:
    second = {**ITEM, "guid": 18}
    shapes: dict[str, Any] = {
        "list": [ITEM, second],
        "articles": {"status": "ok", "total": 2, "articles": [ITEM, second]},
        "response": {"response": {"pages": 1, "results": [ITEM, second]}},
        "keyed": {"17": ITEM, "18": second},
        "one": ITEM,
    }
    written = f"{json.dumps(ITEM)}\n{json.dumps(second)}\n"
    if shape != "lines":
        written = json.dumps(shapes[shape], indent=1)
    (tmp_path / "a.json").write_text(written)
    reports, refusals = take(tmp_path)
    assert refusals == []
    assert [report.key for report in reports] == (["17"] if shape == "one" else ["17", "18"])


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".zst", zstd.compress)])
@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv", "a.txt", "a"])
def test_packed_files_of_every_kind(tmp_path: Path, name: str, suffix: str, pack: Any) -> None:
    written = json.dumps({"published": "2024-07-12", "text": SENTENCE})
    if name == "a.csv":
        written = f"published,text\n2024-07-12,{SENTENCE}\n"
    if name == "a.txt":
        written = f" date 2024-07-12 {SENTENCE}"
    (tmp_path / (name + suffix)).write_bytes(pack(written.encode()))
    assert one_report(tmp_path).text == SENTENCE


def test_gzip_of_several_members(tmp_path: Path) -> None:
    rows = [json.dumps({"published": "2024-07-12", "text": SENTENCE, "id": n}) for n in "abc"]
    packed = b"".join(gzip.compress(f"{row}\n".encode()) for row in rows)
    (tmp_path / "a.jsonl.gz").write_bytes(packed)
    reports, refusals = take(tmp_path)
    assert [report.key for report in reports] == ["a", "b", "c"]
    assert refusals == []


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators(tmp_path: Path, separator: str) -> None:
    rows = [
        ["Date", "Body", "Source"],
        ["2024-07-12", '"He said, ""no""\nand left; so|it\tis"', "X"],
    ]
    written = "\r\n".join(separator.join(row) for row in rows)
    (tmp_path / "a.csv").write_text(written, newline="")
    report = one_report(tmp_path)
    assert report.text == 'He said, "no"\nand left; so|it\tis'
    assert report.outlet == "X"


def test_a_table_in_utf16(tmp_path: Path) -> None:
    written = "date\ttext\r\n2024-07-12\tÇelik said so.\r\n"
    (tmp_path / "a.tsv").write_bytes(written.encode("utf-16"))
    assert one_report(tmp_path).text == "Çelik said so."


def test_a_table_in_windows_1252(tmp_path: Path) -> None:
    rows = "".join(f"2024-07-12,“We wait” – said François {n} of the ministry.\n" for n in range(9))
    (tmp_path / "a.csv").write_bytes(f"date,text\n{rows}".encode("cp1252"))
    reports, refusals = take(tmp_path)
    assert refusals == []
    assert reports[8].text == "“We wait” – said François 8 of the ministry."


def test_columns_the_user_names(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("When,date,what,text\n2024-07-12,x,The talks.,y\n")
    report = one_report(tmp_path, columns={"published": "when", "text": "what"})
    assert (report.published, report.text) == ("2024-07-12", "The talks.")


def test_an_empty_column_gives_way_to_the_next(tmp_path: Path) -> None:
    item = {"published": None, "date": "2024-07-12", "text": "", "description": SENTENCE}
    (tmp_path / "a.jsonl").write_text(json.dumps(item))
    assert one_report(tmp_path).text == SENTENCE


def test_a_field_that_reports_do_not_have() -> None:
    with pytest.raises(UsageError, match="'when'"):
        read_paths([], columns={"when": "published"})


@pytest.mark.parametrize("day", ["2024-02-30", "2999-01-01", "", "soon"])
def test_a_given_day_that_cannot_be_meant(day: str) -> None:
    with pytest.raises(UsageError, match="--published"):
        read_paths([], published=day)


def test_outlets_in_a_list_are_joined(tmp_path: Path) -> None:
    item = {"published": "2024-07-12", "text": SENTENCE, "outlets": ["TASS", "Anadolu"]}
    (tmp_path / "a.jsonl").write_text(json.dumps(item))
    assert one_report(tmp_path).outlet == "TASS; Anadolu"


def test_paragraphs_in_a_list_are_joined(tmp_path: Path) -> None:
    item = {"published": "2024-07-12", "text": ["One.", "Two."]}
    (tmp_path / "a.jsonl").write_text(json.dumps(item))
    assert one_report(tmp_path).text == "One.\n\nTwo."


def rows_of_days(path: Path, *days: str) -> None:
    path.write_text("date,text\n" + "".join(f"{day},Talks go on.\n" for day in days))


def test_another_row_settles_which_is_the_month(tmp_path: Path) -> None:
    rows_of_days(tmp_path / "a.csv", "03/04/2024", "05/06/2024", "25/04/2024")
    reports, refusals = take(tmp_path)
    assert [report.published for report in reports] == ["2024-04-03", "2024-06-05", "2024-04-25"]
    assert refusals == []
    rows_of_days(tmp_path / "a.csv", "03/04/2024", "04/25/2024")
    reports, _ = take(tmp_path)
    assert [report.published for report in reports] == ["2024-03-04", "2024-04-25"]


def test_rows_that_differ_settle_nothing(tmp_path: Path) -> None:
    rows_of_days(tmp_path / "a.csv", "03/04/2024", "25/04/2024", "04/25/2024", "04/04/2024")
    reports, refusals = take(tmp_path)
    assert [report.published for report in reports] == ["2024-04-25", "2024-04-25", "2024-04-04"]
    assert [refusal.record for refusal in refusals] == ["line 2"]


def test_parquet(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    import datetime

    import pyarrow
    from pyarrow import parquet

    days = [datetime.datetime(2024, 7, 12, 10, 15), datetime.datetime(2024, 7, 13), None]
    table = pyarrow.table({"published_at": days, "body": [SENTENCE] * 3, "id": [1, 2, 3]})
    parquet.write_table(table, tmp_path / "a.parquet")
    reports, refusals = take(tmp_path)
    assert [report.published for report in reports] == ["2024-07-12T10:15:00", "2024-07-13"]
    assert [report.key for report in reports] == ["1", "2"]
    assert [refusal.record for refusal in refusals] == ["row 3"]


def test_parquet_with_a_missing_column(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    import pyarrow
    from pyarrow import parquet

    parquet.write_table(pyarrow.table({"body": [SENTENCE] * 3}), tmp_path / "a.parquet")
    reports, refusals = take(tmp_path)
    assert (len(reports), len(refusals)) == (0, 1)
