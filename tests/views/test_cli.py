"""The command line as a person or a script meets it: what is written, and the exit status."""

import csv
import io
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from rich.console import Console

from pourparler import codebook
from pourparler.app import Record
from pourparler.model import Report
from pourparler.reports import read_paths
from pourparler.views.cli import COMMANDS, main, output
from pourparler.views.export import EXPORTS
from pourparler.views.tables import in_words

SHORT = (
    " date 2024-07-12 OSTERLICH CITY (Levant Wire) – Talks between Freedonia and Sylvania resumed."
)
QUESTIONS = (
    "timeline",
    "meetings",
    "positions",
    "preconditions",
    "deadlocks",
    "phases",
    "signals",
    "changes",
    "statements",
    "events",
    "actors",
    "formats",
)


def run(*arguments: str | Path) -> int:
    """Run a command line; its exit status."""
    with pytest.raises(SystemExit) as stopped:
        main([str(argument) for argument in arguments])
    return int(stopped.value.code or 0)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(name, "--help") == 0
    out = capsys.readouterr().out
    assert "Usage: pourparler" in out
    if name not in ("process", "decisions", "codebook", "evaluate", "train"):
        assert "Example: pourparler" in out


def test_help_imports_neither_parser_nor_database() -> None:
    code = (
        "import sys\n"
        "from pourparler.views.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'sqlalchemy', 'trafilatura', 'numpy'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_reading_twice_is_known_the_second_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(SHORT, encoding="utf-8")
    record = tmp_path / "talks.db"
    assert run("read", tmp_path / "a.txt", "--record", record) == 0
    assert "1 report (1 new); 1 read" in capsys.readouterr().out
    assert run("read", tmp_path / "a.txt", "--record", record) == 0
    assert "1 report (0 new, 1 known); 0 read" in capsys.readouterr().out


def test_nothing_read_is_1_and_a_refusal_is_1_only_when_strict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(SHORT, encoding="utf-8")
    bad.write_text("No day anywhere.", encoding="utf-8")
    assert run("read", bad, "--record", tmp_path / "a.db") == 1
    assert run("read", good, bad, "--record", tmp_path / "b.db") == 0
    assert run("read", good, bad, "--record", tmp_path / "b.db", "--strict") == 1
    capsys.readouterr()
    assert run("refused", "--record", tmp_path / "b.db", "--format", "jsonl") == 0
    (row,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert row["path"].endswith("bad.txt")
    assert "--published" in row["try"]


def test_a_mended_file_is_taken_and_leaves_the_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, record = tmp_path / "a.txt", tmp_path / "a.db"
    file.write_text("Talks between Freedonia and Sylvania resumed.", encoding="utf-8")
    run("read", file, "--record", record)
    assert run("read", file, "--record", record, "--published", "2024-07-12") == 0
    capsys.readouterr()
    run("refused", "--record", record)
    assert "Nothing was refused." in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ("brief", "--as-of", "12 July"),
        ("changes", "--since", "12 July"),
        ("changes", "--as-of", "2024-01-01", "--since", "2024-02-01"),
        ("read", "x.txt", "--map", "published"),
        ("positions", "--no-such-option"),
        ("no-such-command",),
    ],
)
def test_wrong_use_is_2(
    arguments: tuple[str, ...], sample: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    options = () if arguments[0] == "no-such-command" else ("--record", str(sample.path))
    assert run(*arguments, *options) == 2
    assert capsys.readouterr().err


def test_an_unknown_name_lists_the_nearest(
    sample: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("positions", "--record", sample.path, "--party", "Turkye") == 1
    assert "turkey" in capsys.readouterr().err.lower()


def test_a_missing_record_says_how_to_make_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("brief", "--record", tmp_path / "none.db") == 1
    assert "pourparler read" in capsys.readouterr().err


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_in_every_format(
    question: str, sample: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--record", sample.path, "--as-of", "2024-11-15", "--process", "turkey-syria")
    outputs = {}
    for style in ("table", "md", "json", "jsonl", "csv"):
        assert run(question, *where, "--format", style) == 0
        outputs[style] = capsys.readouterr().out
    rows = json.loads(outputs["json"])
    assert [json.loads(line) for line in outputs["jsonl"].splitlines()] == rows
    assert len(list(csv.DictReader(io.StringIO(outputs["csv"])))) == len(rows)
    if rows:
        assert len(outputs["md"].splitlines()) == len(rows) + 2


@pytest.mark.parametrize("kind", EXPORTS)
def test_every_kind_is_exported(
    kind: str, sample: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", kind, "--record", sample.path) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows or kind == "deadlocks"


def test_show_prints_a_report_with_what_was_read(
    sample: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    report = sample.rows.reports()[0]
    assert report.path is not None
    assert run("show", Path(report.path).name, "--record", sample.path) == 0
    out = capsys.readouterr().out
    assert report.text.split("\n")[0][:60] in out
    assert "Statements" in out


def test_a_draft_process_names_the_two_sides(
    sample: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("process", "new", "--record", sample.path) == 0
    draft = capsys.readouterr().out
    assert '"syria"' in draft
    assert '"turkey"' in draft


def test_a_draft_process_may_be_of_a_government_and_rebels(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "talks.txt"
    report.write_text(" date 2016-06-23 \nColombia and FARC met in Havana.", encoding="utf-8")
    assert run("read", report, "--record", tmp_path / "r.db") == 0
    capsys.readouterr()
    assert run("process", "new", "--record", tmp_path / "r.db") == 0
    assert '["colombia", "farc"]' in capsys.readouterr().out


def test_a_slip_in_a_command_or_a_name_is_asked_about_and_nonsense_is_not(
    sample: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("meetigns") == 2
    assert "Did you mean: meetings?" in capsys.readouterr().err
    assert run("positions", "--record", sample.path, "--issue", "withdrawl") == 1
    assert "troop-withdrawal" in capsys.readouterr().err
    assert run("positions", "--record", sample.path, "--party", "zqxwv") == 1
    assert "did you mean" not in capsys.readouterr().err


def test_a_table_fits_the_screen_and_keeps_words_whole(
    sample: Record, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "console", lambda: Console(width=80))
    assert run("meetings", "--record", sample.path) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 80
    assert "participants" in lines[0]
    assert "reports" in lines[0]
    assert any("1 report:" in line for line in lines)
    assert not any(line.endswith("independ") for line in lines)


def test_an_open_span_of_days_is_told_in_words() -> None:
    assert in_words("../2024-12-02") == "by 2024-12-02"
    assert in_words("2024-12-02/..") == "from 2024-12-02"
    assert in_words("2024-07-08/2024-07-14") == "2024-07-08/2024-07-14"
    assert in_words(None) == ""


def test_the_brief_names_further_questions_that_can_be_pasted(
    sample: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("brief", "--record", sample.path) == 0
    hints = [line for line in capsys.readouterr().out.splitlines() if " more: pourparler " in line]
    assert hints
    assert all(f"--record {sample.path}" in line for line in hints)


def test_what_another_reading_still_has_to_read_is_not_outdated(tmp_path: Path) -> None:
    (tmp_path / "2024-07-12-one.txt").write_text(SHORT)
    with Record(tmp_path / "one.db") as record:
        for item in read_paths([tmp_path / "2024-07-12-one.txt"]):
            assert isinstance(item, Report)
            record.store.keep(item, (), None)
        assert record.outdated() == 0


def test_the_kept_sample_is_asked_further_by_what_the_demo_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Record(tmp_path / "sample.db"):
        pass
    assert run("demo", "--keep", tmp_path / "sample.db", "--as-of", "2000-01-01") == 0
    assert f"timeline --record {tmp_path / 'sample.db'}" in capsys.readouterr().out
    assert run("demo", "--keep", tmp_path / "sample.db") == 0
    again = capsys.readouterr().out
    assert "Read 0" not in again
    assert f"pourparler changes --record {tmp_path / 'sample.db'}" in again


def test_a_record_where_nothing_can_be_written_is_asked_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "2024-07-12-one.txt").write_text(SHORT)
    folder = tmp_path / "a shelf?"
    folder.mkdir()
    with Record(folder / "one.db") as record:
        (report,) = read_paths([tmp_path / "2024-07-12-one.txt"])
        assert isinstance(report, Report)
        record.store.keep(report)
    monkeypatch.setattr("pourparler.record.connection.os.access", lambda *_: False)
    assert run("statements", "--record", folder / "one.db") == 0
    assert [path.name for path in folder.iterdir()] == ["one.db"]
    assert capsys.readouterr().out == "Nothing found.\n"


def test_a_saying_is_told_with_all_its_versions(
    sample: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--record", sample.path, "--process", "turkey-syria")
    assert run("sayings", *where, "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found
    assert all(one["support"]["reports"] > 1 for one in found)
    assert run("sayings", *where, "--format", "md") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2 + sum(len(one["versions"]) for one in found)


def test_no_record_is_made_for_what_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = tmp_path / "talks.db"
    (tmp_path / "empty").mkdir()
    for path in (tmp_path / "nowhere", tmp_path / "empty", tmp_path / "*.txt"):
        assert run("read", path, "--record", record) == 1
        assert "no record was made" in capsys.readouterr().err
    assert not record.exists()


def test_what_cannot_be_read_says_what_to_try_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "talks.pdf").write_bytes(b"%PDF-1.7 and so on")
    assert run("read", tmp_path / "talks.pdf", "--record", tmp_path / "talks.db") == 1
    assert "pdftotext" in capsys.readouterr().out


def test_a_folder_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(SHORT, encoding="utf-8")
    monkeypatch.setattr("pourparler.record.connection.os.access", lambda *_: False)
    assert run("read", tmp_path / "a.txt", "--record", tmp_path / "talks.db") == 1
    assert f"may not write to the folder {tmp_path}" in capsys.readouterr().err


def test_a_brief_names_the_other_processes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = tmp_path / "talks.db"
    texts = ["Syria and Turkey talked.", "Turkey and Syria met.", "Armenia and Azerbaijan met."]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(f" date 2024-07-1{number} {text}")
    assert run("read", tmp_path, "--record", record) == 0
    capsys.readouterr()
    assert run("brief", "--record", record) == 0
    assert "Also in this record: Armenia–Azerbaijan" in capsys.readouterr().out
    assert run("brief", "--record", record, "--process", "armenia") == 0
    assert "Also in this record" not in capsys.readouterr().out


def test_a_brief_tells_a_decision_by_its_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = tmp_path / "talks.db"
    text = " date 2024-07-10 Syria and Turkey met. The talks will go on, Minister Anna Brandt said."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert run("read", tmp_path / "a.txt", "--record", record) == 0
    capsys.readouterr()
    assert run("statements", "--record", record, "--format", "json") == 0
    said = json.loads(capsys.readouterr().out)[0]["item"]
    assert run("decisions", "reject", said["id"], "--reason", "a test", "--record", record) == 0
    capsys.readouterr()
    assert run("brief", "--record", record) == 0
    out = capsys.readouterr().out
    assert f"reject statements “{said['content'][0]['exact']}” (a test)" in out


def test_who_may_be_whom_is_suggested_until_somebody_decides(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = tmp_path / "talks.db"
    with Record(record) as kept:
        for day, name in (("12", "Anna Karapetian"), ("13", "Anna Karapetyan")):
            file = tmp_path / f"{day}.txt"
            file.write_text(
                f" date 2024-07-{day} Chadian Foreign Minister {name} said talks began."
            )
            kept.read(file)
    assert run("actors", "suggest", "--record", record, "--process", "all", "--format", "json") == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert {found["actor"], found["into"]} == {"person:anna-karapetian", "person:anna-karapetyan"}
    assert "surname in other letters" in found["reasons"]
    decided = ("--author", "A. Reader", "--reason", "one person", "--record", record)
    assert run("actors", "merge", found["actor"], found["into"], *decided) == 0
    capsys.readouterr()
    assert run("actors", "suggest", "--record", record, "--process", "all", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("processes/x.toml", 'name = "X"\nparties = [\n', "x.toml"),
        ("processes/x.toml", 'name = "X"\npartys = ["chad", "sudan"]\n', "x.toml, line 2"),
        ("processes/x.toml", 'name = "X"\nparties = ["chad"]\n', "x.toml, line 2"),
        (
            "processes/x.toml",
            'name = "X"\nparties = ["chad", "sudan"]\ngoal = "banana"\n',
            "line 3",
        ),
        ("formats.toml", '[f]\nname = "F"\nmembers = { party = ["chat"] }\n', "line 3"),
        ("x.toml", 'name = "X"\nparties = ["chad", "sudan"]\n', "not read"),
        ("states.csv", "x,y\n1,2\n", "states.csv, line 1"),
    ],
)
def test_a_codebook_is_checked_whole(
    file: str, text: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "processes").mkdir()
    (tmp_path / "processes" / "good.toml").write_text(
        'name = "Border talks"\nparties = ["chad", "sudan"]\n'
    )
    assert run("codebook", "check", tmp_path) == 0
    assert capsys.readouterr().err == ""
    codebook._load.cache_clear()  # The same folder, with another file in it.
    (tmp_path / file).write_text(text)
    assert run("codebook", "check", tmp_path) == 1
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    ("kind", "id"), [("formats", "astana-format"), ("issues", "normalisation")]
)
def test_the_ids_of_the_codebook_are_listed(
    kind: str, id: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("codebook", "list", kind, "--format", "jsonl") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert id in {row["id"] for row in rows}


def test_formats_of_which_no_report_tells_are_found_in_the_codebook(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(SHORT, encoding="utf-8")
    run("read", tmp_path / "a.txt", "--record", tmp_path / "talks.db")
    capsys.readouterr()
    assert run("formats", "--record", tmp_path / "talks.db", "--process", "all") == 0
    assert "pourparler codebook list formats" in capsys.readouterr().out


@pytest.mark.parametrize(
    "options",
    [("--published", "2024-99-01"), ("--map", "nothing=x"), ("--model", "no_such_pipeline")],
)
def test_no_record_is_made_with_options_that_are_wrong(
    options: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(SHORT, encoding="utf-8")
    assert run("read", tmp_path / "a.txt", "--record", tmp_path / "talks.db", *options) != 0
    assert options[1].partition("=")[0] in capsys.readouterr().err
    assert not (tmp_path / "talks.db").exists()


def test_a_wrong_codebook_leaves_no_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(SHORT, encoding="utf-8")
    (tmp_path / "cues.toml").write_text("[said]\nno_such_key = 1\n")
    record = tmp_path / "talks.db"
    assert run("read", tmp_path / "a.txt", "--record", record, "--codebook", tmp_path) == 1
    assert "cues.toml" in capsys.readouterr().err
    assert not record.exists()


def test_reports_are_not_read_into_the_database_of_another_program(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(SHORT, encoding="utf-8")
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE t (a)")
    before = (tmp_path / "other.db").read_bytes()
    assert run("read", tmp_path / "a.txt", "--record", tmp_path / "other.db") == 1
    assert "not a Pourparler record" in capsys.readouterr().err
    assert (tmp_path / "other.db").read_bytes() == before


def test_a_damaged_record_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "talks.db"
    Record(path).close()
    with closing(sqlite3.connect(path)) as broken:
        broken.execute("DROP TABLE positions")
    for command in ("brief", "positions", "reread", "serve"):
        assert run(command, "--record", path) == 1
        (line,) = capsys.readouterr().err.splitlines()
        assert f"{path} is damaged: it has no table positions" in line


def test_a_brief_of_an_empty_record_says_how_to_fill_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.txt").write_text("No day anywhere.", encoding="utf-8")
    assert run("read", tmp_path / "bad.txt", "--record", tmp_path / "talks.db") == 1
    capsys.readouterr()
    assert run("brief", "--record", tmp_path / "talks.db", "--process", "turkey-syria") == 0
    told = capsys.readouterr().out
    assert "The record is empty" in told
    assert "pourparler read PATH" in told
    assert "concerns" not in told


def test_a_brief_with_nothing_to_tell_says_of_which_days_the_record_is(
    tmp_path: Path, sample: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    days = sample.rows.days()
    assert days is not None
    range_ = f"published from {days[0]} to {days[1]}"
    where = ("--record", sample.path, "--as-of", "2001-01-01")
    assert run("brief", *where, "--process", "turkey-syria") == 0
    told = capsys.readouterr().out
    assert range_ in told
    assert f"Those before {sample.codebook.processes['turkey-syria'].since}" in told
    assert run("brief", *where) == 0
    told = capsys.readouterr().out
    assert range_ in told
    assert "published up to 2001-01-01" in told


def test_an_unknown_process_lists_the_known_ones(
    sample: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("brief", "--record", sample.path, "--process", "cyprus") == 1
    told = capsys.readouterr().err
    assert all(id in told for id in sample.codebook.processes)
    assert run("brief", "--record", sample.path, "--process", "turkey-siria") == 1
    assert "did you mean: turkey-syria?" in capsys.readouterr().err


def test_armed_groups_are_no_mediators_of_a_draft(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = ["Colombia and FARC met.", "FARC and the ELN met in Colombia.", "Colombia met Cuba."]
    for number, text in enumerate((texts[0], *texts)):
        (tmp_path / f"{number}.txt").write_text(f" date 2016-06-2{number} {text}")
    run("read", tmp_path, "--record", tmp_path / "r.db")
    capsys.readouterr()
    assert run("process", "new", "--record", tmp_path / "r.db") == 0
    draft = capsys.readouterr().out
    assert 'parties = ["colombia", "farc"]' in draft
    assert 'mediators = ["cuba"]' in draft
