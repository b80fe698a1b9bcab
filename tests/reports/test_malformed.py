"""One test per way of being wrong: each is exactly one refusal, and the rest is read."""

import errno
import gzip
import json
import os
import sqlite3
import sys
import threading
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from pourparler.reports import Limits, kinds, read_paths
from pourparler.reports.opening import zstd

from .taking import SENTENCE, TODAY, one_refusal, one_report, take

PAGE = "<html><head><title>Norland</title></head><body>{}</body></html>"


def line(text: str = SENTENCE, published: str = "2024-07-12", **more: Any) -> str:
    return json.dumps({"published": published, "text": text, **more})


def dated(text: str = SENTENCE, published: str = "2024-07-12") -> str:
    return f" date {published} {text}"


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(dated())
    reports, refusals = take(tmp_path / "missing.txt", tmp_path / "a.txt")
    assert len(reports) == 1
    assert [refusal.reason for refusal in refusals] == ["it is not there"]


def test_a_glob_that_matches_nothing(tmp_path: Path) -> None:
    assert "matches" in one_refusal(tmp_path / "*.txt").reason


def test_a_path_with_a_nul() -> None:
    assert one_refusal("a\0b.txt").path == "a\0b.txt"


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    refusal = one_refusal(tmp_path / "a.txt")
    assert refusal.reason == "it is empty"
    assert refusal.fingerprint


def test_a_file_of_blank_lines(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n \n\n")
    assert one_refusal(tmp_path).reason == "no report is in it"


def test_an_empty_folder(tmp_path: Path) -> None:
    assert "folder" in one_refusal(tmp_path).reason


def test_a_file_that_vanishes_meanwhile(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(dated())
    outcomes = []
    for outcome in read_paths([tmp_path], today=TODAY):
        outcomes.append(outcome)
        (tmp_path / "b.txt").unlink(missing_ok=True)
    assert [type(outcome).__name__ for outcome in outcomes] == ["Report", "Refusal", "Report"]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(dated())
    (tmp_path / "b.txt").write_text(dated())
    (tmp_path / "a.txt").chmod(0)
    if os.access(tmp_path / "a.txt", os.R_OK):  # the superuser may read everything
        opened = Path.open

        def refuse(self: Path, *rest: Any, **more: Any) -> Any:
            if self.name == "a.txt":
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))
            return opened(self, *rest, **more)

        monkeypatch.setattr(Path, "open", refuse)
    reports, refusals = take(tmp_path)
    assert len(reports) == 1
    assert "chmod" in refusals[0].fix
    assert refusals[0].fingerprint is None


def test_a_folder_that_links_to_itself(tmp_path: Path) -> None:
    inner = tmp_path / "in" / "deep"
    inner.mkdir(parents=True)
    (inner / "a.txt").write_text(dated())
    (inner / "again").symlink_to(tmp_path, target_is_directory=True)
    reports, refusals = take(tmp_path)
    assert len(reports) == 1
    assert len(refusals) == 1
    assert refusals[0].path.endswith("again")


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    assert "link" in one_refusal(tmp_path).reason


def test_a_link_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert one_refusal(tmp_path).reason == "it is not there"


def test_a_folder_named_like_a_file(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    (tmp_path / "x.txt" / "a.txt").write_text(dated())
    assert one_report(tmp_path).text == SENTENCE


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "pipe" in one_refusal(tmp_path).reason


def test_text_with_nuls(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(dated().encode() + b"\0\0 and more")
    assert "NUL" in one_refusal(tmp_path).reason


def test_a_line_with_an_escaped_nul(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(line("Talks\0ended.") + "\n" + line())
    reports, refusals = take(tmp_path)
    assert (len(reports), len(refusals)) == (1, 1)
    assert refusals[0].record == "line 1"
    assert "NUL" in refusals[0].reason


def test_utf8_with_broken_bytes(tmp_path: Path) -> None:
    text = dated("Türkiye and Sudria’s élite — so said Çelik and Şahin — agreed.")
    (tmp_path / "a.txt").write_bytes(text.encode() + b"\xff\xfe\xfa and on.")
    assert "UTF-8" in one_refusal(tmp_path).reason


def test_bytes_in_no_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b" date 2024-07-12 " + bytes(range(128, 256)) * 40)
    assert "UTF-8" in one_refusal(tmp_path).reason


def test_utf16_cut_in_the_middle(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(dated().encode("utf-16")[:-1])
    assert "utf-16" in one_refusal(tmp_path).reason


@pytest.mark.parametrize(
    ("head", "what"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "picture"),
        (b"PK\x03\x04", "ZIP"),
    ],
)
def test_a_binary_file(tmp_path: Path, head: bytes, what: str) -> None:
    (tmp_path / "a.txt").write_bytes(head + bytes(1000))
    (tmp_path / "b").write_bytes(head + bytes(1001))
    _, refusals = take(tmp_path)
    assert len(refusals) == 2
    for refusal in refusals:
        assert what in refusal.reason
        assert "not a format that is read" in refusal.reason


def test_a_sqlite_database(tmp_path: Path) -> None:
    base = sqlite3.connect(tmp_path / "talks.db")
    base.execute("create table reports (text)")
    base.commit()
    base.close()
    assert "SQLite" in one_refusal(tmp_path).reason


def test_a_file_of_an_unknown_kind(tmp_path: Path) -> None:
    (tmp_path / "style.css").write_text("body { colour: red }")
    assert one_refusal(tmp_path).reason == "it is not a format that is read"


def test_no_day(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    refusal = one_refusal(tmp_path)
    assert "day" in refusal.reason
    assert "--published" in refusal.fix
    assert "--map" in refusal.fix


def test_a_day_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(dated(published="2024-02-30"))
    assert "2024-02-30" in one_refusal(tmp_path).reason


def test_a_day_in_the_future(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(dated(published="2025-01-02"))
    assert "future" in one_refusal(tmp_path).reason


def test_the_file_name_contradicts_the_header(tmp_path: Path) -> None:
    (tmp_path / "2024-07-13-talks.txt").write_text(dated(published="2024-07-12"))
    reason = one_refusal(tmp_path).reason
    assert "2024-07-12" in reason
    assert "2024-07-13" in reason


def test_the_given_day_contradicts_the_header(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(dated())
    assert "--published" in one_refusal(tmp_path, published="2024-07-14").reason


def test_a_day_that_may_be_two(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(line(published="03/04/2024"))
    assert "month first" in one_refusal(tmp_path).reason


def test_a_header_that_is_no_yaml(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("---\npublished: [2024\n---\n" + SENTENCE)
    assert "YAML" in one_refusal(tmp_path).reason


def test_a_header_and_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" date 2024-07-12 \n")
    assert one_refusal(tmp_path).reason == "it has no text"


def test_a_text_beyond_all_measure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(dated("Talks. " * 1000))
    assert "characters" in one_refusal(tmp_path, limits=Limits(report=5000)).reason
    (tmp_path / "a.txt").write_text(dated("Talks go on. " * 100_000))
    assert "MB" in one_refusal(tmp_path, limits=Limits(whole=1 << 20)).reason


def test_broken_json_on_line_seven(tmp_path: Path) -> None:
    rows = [line(key=number) for number in range(1, 11)]
    rows[6] = rows[6][:-9]
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    reports, refusals = take(tmp_path)
    assert [report.key for report in reports] == ["1", "2", "3", "4", "5", "6", "8", "9", "10"]
    assert len(refusals) == 1
    assert refusals[0].record == "line 7"
    assert "JSON" in refusals[0].reason


def test_a_line_that_is_no_object(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(line() + "\n42\n")
    reports, refusals = take(tmp_path)
    assert (len(reports), len(refusals)) == (1, 1)
    assert refusals[0].record == "line 2"


def test_json_nested_without_end(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text":' + "[" * 100_000 + "\n" + line())
    reports, refusals = take(tmp_path)
    assert (len(reports), len(refusals)) == (1, 1)
    (tmp_path / "a.jsonl").unlink()
    (tmp_path / "a.json").write_text("[" * 100_000)
    assert "JSON" in one_refusal(tmp_path).reason


def test_a_json_array_that_breaks_off(tmp_path: Path) -> None:
    whole = f"[{line()},\n{line(key='b')},\n{line()}]"
    (tmp_path / "a.json").write_text(whole[:-20])
    reports, refusals = take(tmp_path)
    assert [report.key for report in reports] == [None, "b"]
    assert len(refusals) == 1
    assert "line 3" in refusals[0].reason


def test_json_without_reports(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"version": 3}')
    assert "list" in one_refusal(tmp_path).reason


def test_an_item_without_text(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(line("") + "\n" + line(" \n ") + "\n" + line())
    reports, refusals = take(tmp_path)
    assert len(reports) == 1
    assert [refusal.record for refusal in refusals] == ["line 1", "line 2"]


def test_a_text_that_is_a_number(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"published": "2024-07-12", "text": 42}')
    assert "int" in one_refusal(tmp_path).reason


def test_a_missing_column(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("when,body\n2024-07-12,Talks go on.\n2024-07-13,They end.\n")
    refusal = one_refusal(tmp_path)
    assert refusal.record is None
    assert "when, body" in refusal.reason
    assert "--map published=COLUMN" in refusal.fix


def test_a_name_that_is_missing_from_every_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f'{{"quotes": 1, "doc": "{SENTENCE}"}}\n' * 1500)
    refusal = one_refusal(tmp_path)
    assert refusal.record is None
    assert "quotes, doc" in refusal.reason


def test_a_name_that_is_missing_from_some_lines(tmp_path: Path) -> None:
    other = f'{{"text": "{SENTENCE}"}}'
    (tmp_path / "a.jsonl").write_text("\n".join([other, other, line(), other]))
    reports, refusals = take(tmp_path)
    assert len(reports) == 1
    assert [refusal.record for refusal in refusals] == ["line 1", "line 2", "line 4"]


def test_a_name_that_is_missing_before_a_break(tmp_path: Path) -> None:
    packed = gzip.compress(f'{{"text": "{SENTENCE}"}}\n'.encode() * 3)
    (tmp_path / "a.jsonl.gz").write_bytes(packed + packed[:-9])
    _, refusals = take(tmp_path)
    assert [refusal.record for refusal in refusals[:3]] == ["line 1", "line 2", "line 3"]
    assert "breaks off" in refusals[-1].reason


def test_a_mapped_column_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("date,body\n2024-07-12,Talks go on.\n")
    refusal = one_refusal(tmp_path, columns={"published": "when"})
    assert "'when'" in refusal.reason


def test_a_row_with_too_many_fields(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("date,text\n2024-07-12,One, two\n2024-07-13,Three.\n")
    reports, refusals = take(tmp_path)
    assert [report.text for report in reports] == ["Three."]
    assert [refusal.record for refusal in refusals] == ["line 2"]


def test_a_quotation_mark_that_is_never_closed(tmp_path: Path) -> None:
    rows = ["date,text", "2024-07-11,First.", '2024-07-12,"Open', "2024-07-13,After.", "x"]
    (tmp_path / "a.csv").write_text("\n".join(rows))
    reports, refusals = take(tmp_path)
    assert [report.text for report in reports] == ["First.", "After."]
    assert [refusal.record for refusal in refusals] == ["line 3"]


def test_a_table_without_a_header(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("only one column\nand its text\n")
    assert "columns" in one_refusal(tmp_path).reason


def test_a_line_beyond_the_limit_takes_no_memory(tmp_path: Path) -> None:
    with (tmp_path / "a.jsonl").open("wb") as file:
        file.write(line().encode() + b"\n" + b'{"text": "')
        for _ in range(40):
            file.write(b"x" * (1 << 20))
        file.write(b'"}\n' + line(key="last").encode())
    tracemalloc.start()
    reports, refusals = take(tmp_path, limits=Limits(line=1 << 20))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [report.key for report in reports] == [None, "last"]
    assert [refusal.record for refusal in refusals] == ["line 2"]
    assert "40 MB" in refusals[0].reason
    assert peak < 12 << 20


def test_gzip_that_breaks_off(tmp_path: Path) -> None:
    rows = "\n".join(line(f"{SENTENCE} {os.urandom(60).hex()}") for _ in range(500))
    packed = gzip.compress(rows.encode())
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    reports, refusals = take(tmp_path)
    assert 200 < len(reports) < 300
    assert len(refusals) == 1
    assert refusals[0].record is None
    assert "breaks off" in refusals[0].reason


def test_gzip_that_is_damaged(tmp_path: Path) -> None:
    rows = "\n".join(line(f"{SENTENCE} {os.urandom(60).hex()}") for _ in range(500))
    packed = bytearray(gzip.compress(rows.encode()))
    packed[-6] ^= 0xFF
    (tmp_path / "a.jsonl.gz").write_bytes(packed)
    _, refusals = take(tmp_path)
    assert len(refusals) == 1
    assert "damaged" in refusals[0].reason


def test_gzip_cut_to_its_header(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(dated().encode())[:8])
    assert "breaks off" in one_refusal(tmp_path).reason


def test_zstd_that_breaks_off(tmp_path: Path) -> None:
    rows = "\n".join(line(f"{SENTENCE} {os.urandom(600).hex()}") for _ in range(800))
    packed = zstd.compress(rows.encode())
    (tmp_path / "a.jsonl.zst").write_bytes(packed[: len(packed) // 2])
    reports, refusals = take(tmp_path)
    assert len(reports) > 50
    assert len(refusals) == 1
    assert "breaks off" in refusals[0].reason


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress])
def test_a_decompression_bomb(tmp_path: Path, pack: Any) -> None:
    bomb = pack(b"x" * (64 << 20))
    (tmp_path / "a.jsonl.gz").write_bytes(bomb)
    tracemalloc.start()
    refusal = one_refusal(tmp_path, limits=Limits(unpacked_free=1 << 20))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "200 times" in refusal.reason
    assert peak < 40 << 20


def test_a_page_with_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE.format("<nav><a href='/'>Home</a></nav>"))
    assert "no article" in one_refusal(tmp_path).reason


def test_a_page_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<" * 5000 + "!--")
    assert one_refusal(tmp_path).fix


def test_a_feed_that_breaks_off(tmp_path: Path) -> None:
    day = "<pubDate>Fri, 12 Jul 2024 10:15:00 GMT</pubDate>"
    entry = f"<item><title>Talks</title>{day}<description>{SENTENCE}</description></item>"
    (tmp_path / "a.rss").write_text(f'<rss version="2.0"><channel>{entry}{entry[:90]}')
    reports, refusals = take(tmp_path)
    assert len(reports) == 1
    assert len(refusals) == 1
    assert "breaks off" in refusals[0].reason


def test_a_feed_of_entities_within_entities(tmp_path: Path) -> None:
    nested = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 10))
    (tmp_path / "a.rss").write_text(
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">{nested}]>'
        '<rss version="2.0"><channel><item><description>&e9;</description></item></channel></rss>'
    )
    reports, refusals = take(tmp_path)
    assert reports == []
    assert len(refusals) == 1


def test_a_parquet_file_that_is_damaged(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "a.parquet").write_bytes(b"PAR1" + bytes(100) + b"PAR1")
    assert "damaged" in one_refusal(tmp_path).reason


@pytest.mark.parametrize(
    ("module", "name", "extra"),
    [("pyarrow", "a.parquet", "parquet"), ("fastwarc.warc", "a.warc", "warc")],
)
def test_an_extra_that_is_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / name).write_bytes(b"PAR1" if extra == "parquet" else b"WARC/1.0\r\n")
    (tmp_path / "z.txt").write_text(dated())
    reports, refusals = take(tmp_path)
    assert len(reports) == 1
    assert f"pourparler[{extra}]" in refusals[0].fix
    assert refusals[0].fingerprint is None


def test_an_address_that_does_not_answer() -> None:
    refusal = one_refusal("http://127.0.0.1:9/feed.xml", limits=Limits(timeout=2.0))
    assert "cannot be read" in refusal.reason


def test_an_endless_sentence_takes_linear_time(tmp_path: Path) -> None:
    hostile = "DATE 2024 " * 100_000 + "(" * 50_000 + "\n" * 50_000 + " date" * 50_000
    (tmp_path / "a.txt").write_text(dated(hostile))
    done = threading.Event()
    worker = threading.Thread(target=lambda: (take(tmp_path), done.set()), daemon=True)
    worker.start()
    assert done.wait(10)


def test_what_nobody_thought_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("a library's own")

    monkeypatch.setitem(kinds._BY_SUFFIX, ".csv", fail)
    (tmp_path / "a.csv").write_text("date,text")
    (tmp_path / "b.txt").write_text(dated())
    reports, refusals = take(tmp_path)
    assert len(reports) == 1
    assert "ZeroDivisionError" in refusals[0].reason
