"""What must hold of any record, whatever was read: evidence, order, repetition, as-of."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pourparler.app import Record, View
from pourparler.model import Evidence, Span
from pourparler.record import KINDS
from pourparler.views.export import EXPORTS, rows_of
from tests.conftest import SAMPLE

DAYS = ("2022-12-30", "2023-05-31", "2024-08-01")


def spans_in(value: object) -> Iterator[Span | Evidence]:
    """Every span anywhere inside a value."""
    if isinstance(value, Span | Evidence):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spans_in(getattr(value, name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from spans_in(item)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_span_slices_back_to_its_words(sample: Record, kind: Any) -> None:
    texts = {report.id: report.text for report in sample.rows.reports()}
    for told in sample.rows.told(kind):
        for span in spans_in(told.item):
            assert texts[told.by.report][span.start : span.end] == span.exact


def test_every_mention_slices_back_to_its_words(sample: Record) -> None:
    for report in sample.rows.reports():
        for mention in sample.rows.mentions(report.id):
            assert mention.span.holds_in(report.text)


def test_every_conclusion_has_evidence_that_slices_back(sample: Record) -> None:
    texts = {report.id: report.text for report in sample.rows.reports()}
    view = sample.as_of(process="turkey-syria")
    conclusions = [
        *view.positions(given_up=True),
        *view.preconditions(),
        *view.deadlocks(),
        *view.phases(),
        *view.meetings(),
        *view.timeline(),
        *view.signals(),
        *view.changes("2023-01-01"),
        *view.formats(),
    ]
    assert len(conclusions) > 50
    for conclusion in conclusions:
        found = list(spans_in(conclusion))
        assert found, conclusion
        for evidence in found:
            assert isinstance(evidence, Evidence)
            assert texts[evidence.report][evidence.start : evidence.end] == evidence.exact


def answers(view: View) -> list[Any]:
    """Everything a view can be asked for."""
    return [view.brief(), *(list(rows_of(kind, view)) for kind in EXPORTS)]


@pytest.mark.parametrize("day", DAYS)
def test_a_later_report_changes_no_earlier_answer(sample: Record, day: str, tmp_path: Path) -> None:
    """A record of what was published by a day answers as the whole record does as of that day."""
    early = [path for path in sorted(SAMPLE.glob("*.txt")) if path.name[:10] <= day]
    with Record(tmp_path / "early.db") as record:
        record.read(early)
        then = record.as_of(day, process="turkey-syria")
        assert answers(then) == answers(sample.as_of(day, process="turkey-syria"))


def test_reading_order_does_not_matter_and_twice_is_once(sample: Record, tmp_path: Path) -> None:
    paths = sorted(SAMPLE.glob("*.txt"))
    with Record(tmp_path / "backwards.db") as record:
        for start in range(len(paths), 0, -20):
            record.read(list(reversed(paths[max(0, start - 20) : start])))
        again = record.read(paths)
        assert (again.new, again.read, again.known) == (0, 0, len(paths))
        assert answers(record.as_of()) == answers(sample.as_of())
