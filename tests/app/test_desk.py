"""What is held in memory answers as the record itself does, on every day and after changes."""

from pathlib import Path

import pytest

from pourparler.app import Record
from pourparler.app.desk import Desk
from pourparler.errors import PourparlerError
from pourparler.record import kinds
from tests.web import making

DAYS = ["2023-12-31", "2024-01-10", "2024-01-15", "2024-02-10", "2024-03-04", "2024-03-05"]


@pytest.fixture
def record(tmp_path: Path):  # type: ignore[no-untyped-def]
    with making.made(tmp_path) as record:
        yield record


@pytest.mark.parametrize("process", ["border", "all"])
@pytest.mark.parametrize("day", DAYS)
def test_a_warm_view_answers_as_the_record_does(record: Record, day: str, process: str) -> None:
    warm, cold = Desk(record).view(day, process), record.as_of(day, process=process)
    assert warm.brief() == cold.brief()
    assert warm.timeline() == cold.timeline()
    assert warm.positions(given_up=True) == cold.positions(given_up=True)
    assert warm.actors() == cold.actors()
    assert warm.changes("2024-01-12") == cold.changes("2024-01-12")
    for kind in kinds.KINDS:
        assert warm.told(kind) == cold.told(kind), kind.name
    said = warm.statement_page(skip=0, most=100)
    assert sorted(one.item.id for one in said.items) == sorted(
        one.item.id for one in cold.statements()
    )
    assert said.total == len(said.items)


def test_what_is_read_in_is_seen_after_a_refresh(record: Record) -> None:
    desk = Desk(record)
    before = desk.view()
    assert len(before.tellings()) == 5
    making.keep(record, 3, "2024-04-01", "Third Wire", making.REPORTS[3][2])
    assert len(desk.view().tellings()) == 5
    desk.refresh()
    after = desk.view()
    assert after.as_of == "2024-04-01"
    assert len(after.tellings()) == 6
    assert len(before.tellings()) == 5


def test_nothing_is_laid_out_again_without_a_change(record: Record) -> None:
    desk = Desk(record)
    days = desk.days()
    desk.refresh()
    assert desk.days() is days


@pytest.mark.parametrize(("day", "process"), [("2024-13-01", None), ("x", None), (None, "nowhere")])
def test_what_cannot_be_asked_raises(record: Record, day: str | None, process: str | None) -> None:
    with pytest.raises(PourparlerError):
        Desk(record).view(day, process)


def test_the_same_view_is_remembered(record: Record) -> None:
    desk = Desk(record)
    assert desk.view("2024-02-10") is desk.view("2024-02-10")


def test_days_before_a_change_are_kept_and_later_ones_are_not(record: Record) -> None:
    desk = Desk(record)
    early, late = desk.view("2024-02-10"), desk.view("2024-03-05")
    assert early.brief()
    making.keep(record, 3, "2024-02-20", "Third Wire", making.REPORTS[3][2])
    desk.refresh()
    assert desk.view("2024-02-10") is early
    again = desk.view("2024-03-05")
    assert again is not late
    assert again.brief() == record.as_of("2024-03-05").brief()
    assert early.brief() == record.as_of("2024-02-10").brief()
    assert early.holding is desk.days().holding


def test_a_decision_touches_every_day(record: Record) -> None:
    desk = Desk(record)
    before = desk.view("2024-02-10")
    assert len(before.positions()) == 2
    record.deciding().decide("reject", "0position", author="Ada", reason="not said")
    desk.refresh()
    after = desk.view("2024-02-10")
    assert after is not before
    assert len(after.positions()) == 1
