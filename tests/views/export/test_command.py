"""`pourparler export` as a person or a script calls it."""

import json
from pathlib import Path

import pytest

from pourparler.app import Record
from pourparler.views.cli import main
from pourparler.views.export.registry import KINDS


def run(*arguments: object) -> int:
    """Run a command line; its exit status."""
    with pytest.raises(SystemExit) as stopped:
        main([str(argument) for argument in ("export", *arguments)])
    return int(stopped.value.code or 0)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written_in_every_format(kind: str, sample: Record, tmp_path: Path) -> None:
    where = ("--record", sample.path, "--as-of", "2024-11-15")
    for style in KINDS[kind].formats:
        file = tmp_path / style
        assert run(kind, *where, "--format", style, "-o", file) == 0
        assert file.exists()
        assert [path for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_day_and_a_process_hold(sample: Record, capsys: pytest.CaptureFixture[str]) -> None:
    where = ("--record", sample.path, "--as-of", "2023-06-01")
    assert run("annotations", *where) == 0
    texts = {report.id for report in sample.rows.reports("2023-06-01")}
    lines = capsys.readouterr().out.splitlines()
    named = {json.loads(line)["target"]["source"]["id"].rpartition(":")[2] for line in lines}
    assert named
    assert named <= texts
    assert run("timeline", *where, "--process", "russia-ukraine") == 0
    assert "Ukraine" in json.loads(capsys.readouterr().out)["title"]["text"]["headline"]


def test_what_cannot_be_done_is_told(
    sample: Record, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--record", sample.path)
    assert run("dna", *where) == 2
    assert "-o FILE" in capsys.readouterr().err
    assert run("calendar", *where, "--format", "csv") == 2
    assert "Its formats: ical." in capsys.readouterr().err
    assert run("statments", *where) == 1
    assert "statements" in capsys.readouterr().err


def test_a_table_can_be_looked_at(sample: Record, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("meetings", "--record", sample.path, "--format", "md") == 0
    assert capsys.readouterr().out.startswith("| id | participants |")
