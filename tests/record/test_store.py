"""The record keeps what it is given, once, and shows nothing later than it is asked."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.errors import RecordError
from pourparler.model import Mention, Reading, Refusal, Report, Span, Statement
from pourparler.record import Rows, open_store
from pourparler.record.kinds import STATEMENTS


def report(text: str, published: str = "2024-07-12") -> Report:
    return Report.of(text, published, outlet="Levant Wire")


def reading(of: Report) -> Reading:
    span = Span.of(of.text, 0, 5)
    speaker = Mention(span, "freedonia", "Freedonia", "name")
    return Reading(
        of.id, "1", "abc", statements=(Statement("s1", "indirect", (span,), speaker=speaker),)
    )


def same_words(later: str, earlier: str) -> bool:
    return later.split()[-3:] == earlier.split()[-3:]


def test_a_report_is_kept_once(tmp_path: Path) -> None:
    store = open_store(tmp_path / "talks.db", create=True)
    assert store.keep(report("Talks went on."))
    assert not store.keep(report("Talks went on."))
    assert Rows(store.engine).count("reports") == 1


def test_what_was_read_comes_back_equal(tmp_path: Path) -> None:
    store = open_store(tmp_path / "talks.db", create=True)
    kept = report("Talks went on.")
    store.keep(kept)
    store.save(reading(kept), ["freedonia"])
    store.save(reading(kept), ["freedonia"])
    told = Rows(store.engine).told(STATEMENTS)
    assert [one.item for one in told] == list(reading(kept).statements)
    assert told[0].by.outlet == "Levant Wire"


def test_a_later_report_is_not_seen(tmp_path: Path) -> None:
    store = open_store(tmp_path / "talks.db", create=True)
    for published in ("2024-07", "2024-08-01"):
        kept = report(f"Talks went on in {published}.", published)
        store.keep(kept)
        store.save(reading(kept), [])
    rows = Rows(store.engine)
    assert len(rows.told(STATEMENTS, "2024-07-30")) == 0, "the month may end on the 31st"
    assert len(rows.told(STATEMENTS, "2024-07-31")) == 1
    assert len(rows.told(STATEMENTS, "2024-08-01")) == 2


@settings(deadline=None, max_examples=25)
@given(order=st.permutations(range(5)))
def test_a_copy_points_to_the_earliest_original_in_any_order(order: list[int]) -> None:
    reports = [report(f"Lead {day}. The same old words", f"2024-07-0{day + 1}") for day in range(5)]
    store = open_store("sqlite://", create=True)
    for index in order:
        store.keep(reports[index], [7], same_words)
    copies = {kept.id: copy for kept, copy in Rows(store.engine).each_report()}
    assert copies == {reports[0].id: None} | {one.id: reports[0].id for one in reports[1:]}


def test_pending_reports_are_those_not_yet_read(tmp_path: Path) -> None:
    store = open_store(tmp_path / "talks.db", create=True)
    first, second = report("One."), report("Two words.", "2024-07-13")
    store.keep(second)
    store.keep(first)
    store.keep(report("Drei.", "2024-07-14"), set_aside="not English")
    assert [one.text for one in store.pending("1", "abc")] == ["One.", "Two words."]
    store.save(Reading(first.id, "1", "abc"), [])
    assert [one.text for one in store.pending("1", "abc")] == ["Two words."]
    assert [one.text for one in store.pending("2", "abc", stale=True)] == ["One.", "Two words."]


def test_a_mended_file_loses_its_refusal(tmp_path: Path) -> None:
    store = open_store(tmp_path / "talks.db", create=True)
    refusal = Refusal("a.jsonl", "broken JSON", "mend the line", "line 7")
    store.refuse(refusal)
    store.refuse(refusal)
    assert Rows(store.engine).refused() == [refusal]
    store.forgive("a.jsonl", ["line 7"])
    assert Rows(store.engine).refused() == []


def test_words_are_found_without_their_accents(tmp_path: Path) -> None:
    store = open_store(tmp_path / "talks.db", create=True)
    kept = report("Erdoğan hopes for talks.")
    store.keep(kept)
    assert Rows(store.engine).search("erdogan talks") == [kept.id]
    assert Rows(store.engine).search('"erdogan" AND (') == []


def test_a_missing_record_is_named_with_what_to_try(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="pourparler read"):
        open_store(tmp_path / "none.db")


def test_a_file_that_is_no_record_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("not a database at all " * 100)
    with pytest.raises(RecordError, match="cannot be opened as a record"):
        open_store(tmp_path / "text.db")
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE t (a)")
    other.close()
    with pytest.raises(RecordError, match="not a Pourparler record"):
        open_store(tmp_path / "other.db")


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_a_database_of_another_program_is_left_as_it_is(mode: str, tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA journal_mode = {mode}")
        other.execute("CREATE TABLE t (a)")
    before = path.read_bytes()
    for create in (True, False):
        with pytest.raises(RecordError, match="not a Pourparler record"):
            open_store(path, create=create)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["other.db"]


def test_a_database_with_a_table_named_like_ours_is_no_record(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE meta (key, value)")
    with pytest.raises(RecordError, match="not a Pourparler record"):
        open_store(path, create=True)


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    (tmp_path / "talks.db").touch()
    open_store(tmp_path / "talks.db", create=True).close()
    open_store(tmp_path / "talks.db").close()


def test_a_record_that_lost_a_table_is_told_as_damaged(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    store = open_store(path, create=True)
    with closing(sqlite3.connect(path)) as broken:
        broken.execute("DROP TABLE positions")
    told = rf"{path} is damaged: .*positions.* read the reports anew"
    with pytest.raises(RecordError, match=told):
        Rows(store.engine).count("positions", "2024-01-01")
    with pytest.raises(RecordError, match=told):
        open_store(path)


def test_what_another_run_reads_meanwhile_is_passed_over(tmp_path: Path) -> None:
    store, other = (open_store(tmp_path / "talks.db", create=True) for _ in range(2))
    for number in range(120):
        store.keep(Report.of(f"Report {number}.", "2024-07-12"))
    taken = []
    for report in store.pending("1", "abc"):
        taken.append(report.id)
        store.save(Reading(report.id, "1", "abc"), [])
        if len(taken) == 1:
            for one in list(other.pending("1", "abc"))[60:]:
                other.save(Reading(one.id, "1", "abc"), [])
    assert 60 <= len(taken) <= 60 + 25
    assert len(set(taken)) == len(taken)
    assert store.count_pending("1", "abc") == 0
