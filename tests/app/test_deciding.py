"""Decisions are kept, applied to every answer, survive re-reading, and can be withdrawn."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pourparler.app import Record
from pourparler.errors import UnknownNameError, UsageError
from pourparler.model import Mention, Reading, Report, Span, Statement
from pourparler.record.kinds import STATEMENTS

WHO = {"author": "Ada", "reason": "checked against the video"}
REPORT = Report.of("The minister said talks would resume.", "2024-07-12")


def reading(said: str = "anna-brandt", *, id: str = "s1") -> Reading:
    """A reading of one statement by somebody."""
    text = REPORT.text
    speaker = Mention(Span.of(text, 4, 12), said, said, "title", represents="freedonia")
    content = (Span.of(text, 18, 36),)
    return Reading(
        REPORT.id, "1", "c", statements=(Statement(id, "indirect", content, speaker=speaker),)
    )


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "talks.db") as record:
        record.store.keep(REPORT)
        record.store.save(reading(), [])
        yield record


def speakers(record: Record) -> list[str | None]:
    found = record.as_of(process="all").told(STATEMENTS)
    return [told.item.speaker.actor if told.item.speaker else None for told in found]


def test_what_is_rejected_disappears_and_returns_when_withdrawn(record: Record) -> None:
    decision = record.deciding().decide("reject", "s1", **WHO)
    assert speakers(record) == []
    record.deciding().withdraw(decision.id[:6], **WHO)
    assert speakers(record) == ["anna-brandt"]
    assert [one.state for one in record.deciding().standing()] == ["withdrawn", "holds"]


def test_a_correction_survives_re_reading_under_another_id(record: Record) -> None:
    record.deciding().decide("correct", "s1", change={"speaker": "kofi-annan"}, **WHO)
    assert speakers(record) == ["kofi-annan"]
    record.store.save(reading(id="s2"), [])
    assert speakers(record) == ["kofi-annan"]
    (told,) = record.as_of(process="all").told(STATEMENTS)
    assert told.decided is not None


def test_the_last_decision_on_an_item_holds(record: Record) -> None:
    record.deciding().decide("reject", "s1", **WHO)
    record.deciding().decide("confirm", "s1", **WHO)
    assert speakers(record) == ["anna-brandt"]
    assert [one.state for one in record.deciding().standing()] == ["followed", "holds"]


def test_a_reading_that_says_something_else_now_is_told(record: Record) -> None:
    record.deciding().decide("confirm", "s1", **WHO)
    record.store.save(reading("ban-ki-moon"), [])
    (standing,) = record.deciding().standing()
    assert standing.state == "reading changed"


def test_a_decision_on_what_is_no_longer_read_is_lost_not_forgotten(record: Record) -> None:
    record.deciding().decide("confirm", "s1", **WHO)
    record.store.save(Reading(REPORT.id, "2", "c"), [])
    (standing,) = record.deciding().standing()
    assert standing.state == "lost"


def test_merged_actors_are_one_until_split(record: Record) -> None:
    known = {"anna-brandt": ("Anna Brandt",), "kofi-annan": ("Kofi Annan",)}
    deciding = type(record.deciding())(record.rows, known)
    deciding.merge("Anna Brandt", "Kofi Annan", **WHO)
    assert speakers(record) == ["kofi-annan"]
    deciding.split("Anna Brandt", "Kofi Annan", **WHO)
    assert speakers(record) == ["anna-brandt"]


def test_decisions_travel_to_another_record(record: Record, tmp_path: Path) -> None:
    record.deciding().decide("reject", "s1", **WHO)
    with Record(tmp_path / "other.db") as other:
        other.store.keep(REPORT)
        other.store.save(reading(), [])
        shared = list(record.deciding().each())
        assert other.deciding().take(shared) == 1
        assert other.deciding().take(shared) == 0
        assert speakers(other) == []


def test_what_cannot_be_decided_is_named(record: Record) -> None:
    with pytest.raises(UnknownNameError, match="zzz"):
        record.deciding().decide("reject", "zzz", **WHO)
    with pytest.raises(UsageError, match="has no field 'colour'"):
        record.deciding().decide("correct", "s1", change={"colour": "red"}, **WHO)
    with pytest.raises(UsageError, match="shouted"):
        record.deciding().decide("correct", "s1", change={"act": "shouted"}, **WHO)
    with pytest.raises(UsageError, match="author and a reason"):
        record.deciding().decide("reject", "s1", author="", reason="because")
