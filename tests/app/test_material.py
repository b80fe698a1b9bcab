"""What a process's reports tell is read once, and every day is a cut of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pourparler.app import Record
from pourparler.app.material import Material
from pourparler.model import Event, Reading, Report, Span
from pourparler.record.kinds import EVENTS, KINDS

SIGNED = "057"
WHO = {"author": "Ada", "reason": "read again"}


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """Two reports of two days, each of one event."""
    with Record(tmp_path / "talks.db") as record:
        for day, cameo in (("2024-05-01", SIGNED), ("2024-05-09", "036")):
            report = Report.of(f"They signed on {day}.", day)
            where = (Span.of(report.text, 0, 11),)
            event = Event(f"event {day}", where, "AGREE", cameo=cameo)
            record.store.keep(report)
            record.store.save(Reading(report.id, "1", "c", events=(event,)), [])
        yield record


def test_an_earlier_day_is_a_cut_through_what_was_read(record: Record) -> None:
    until = Material(record.rows, None)
    for day in ("2024-04-30", "2024-05-01", "2024-05-09"):
        alone = Material(record.rows, None, day)
        assert until.tellings(day) == alone.tellings(day)
        for kind in KINDS:
            assert until.told(kind, day) == alone.told(kind, day), kind.name


def test_a_view_of_an_earlier_day_sees_nothing_later(record: Record) -> None:
    view = record.as_of("2024-05-09", process="all")
    assert len(view.events()) == 2
    assert len(view.at("2024-05-08").events()) == 1
    assert len(view.at("2024-05-08").at("2024-05-09").events()) == 2


@pytest.mark.parametrize("asked_before", [True, False])
def test_only_what_has_a_value_is_told(record: Record, asked_before: bool) -> None:
    material = Material(record.rows, None)
    if asked_before:
        material.told(EVENTS, "2024-05-09")
    (signed,) = material.told(EVENTS, "2024-05-09", cameo=SIGNED)
    assert signed.item.id == "event 2024-05-01"


def test_a_corrected_value_is_the_one_that_counts(record: Record) -> None:
    deciding = record.deciding()
    deciding.decide("correct", "event 2024-05-01", change={"cameo": "036"}, **WHO)
    deciding.decide("correct", "event 2024-05-09", change={"cameo": SIGNED}, **WHO)
    (signed,) = Material(record.rows, None).told(EVENTS, "2024-05-09", cameo=SIGNED)
    assert signed.item.id == "event 2024-05-09"
