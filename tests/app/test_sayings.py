"""One statement as several reports tell it, asked of a record."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pourparler.app import Record, View
from pourparler.errors import UnknownNameError
from pourparler.model import Mention, Reading, Report, Span, Statement
from pourparler.views.tables import saying_rows

FIRST = "the border posts will open once the patrols have left the valley"
AGAIN = "border posts will open once the patrols have left"


@pytest.fixture
def view(tmp_path: Path) -> Iterator[View]:
    """Two outlets and a copy of one tell a saying, one outlet another, and one nobody's."""
    with Record(tmp_path / "talks.db") as record:
        _tell(record, "a", "2024-05-01", "First Wire", FIRST)
        _tell(record, "b", "2024-05-02", "Second Wire", AGAIN)
        _tell(record, "c", "2024-05-03", "Third Wire", FIRST, copy=True)
        _tell(record, "d", "2024-05-04", "First Wire", "prisoners should be exchanged by winter")
        _tell(record, "e", "2024-05-05", "First Wire", FIRST, actor=None)
        yield record.as_of(process="all")


def _tell(
    record: Record,
    id: str,
    day: str,
    outlet: str,
    words: str,
    *,
    actor: str | None = "anna-brandt",
    copy: bool = False,
) -> None:
    report = Report.of(f"Brandt said {words}. ({id})", day, outlet=outlet)
    speaker = Mention(Span.of(report.text, 0, 6), actor, "Anna Brandt", "name")
    content = (Span.of(report.text, 12, 12 + len(words)),)
    record.store.keep(report, [7], lambda *_: copy)
    said = Statement(id, "indirect", content, speaker=speaker)
    record.store.save(Reading(report.id, "1", "c", statements=(said,)), [])


def test_versions_stand_together_and_copies_are_counted_apart(view: View) -> None:
    (saying,) = view.sayings(several=True)
    assert [one.item.id for one in saying.versions] == ["a", "b", "c"]
    assert (saying.support.reports, saying.support.independent) == (3, 2)
    rows = list(saying_rows(saying, view))
    assert [row["told_by"] for row in rows] == ["3 reports, 2 independent", "", ""]
    assert rows[2]["outlet"] == "Third Wire (copy)"
    assert rows[2]["words"] == f"(the words of {rows[0]['report']})"


def test_sayings_are_found_by_the_words_of_any_version(view: View) -> None:
    assert len(view.sayings()) == 2
    assert [one.id for one in view.sayings(words="border posts will")] == ["a"]
    assert [one.id for one in view.sayings(words="prisoners")] == ["d"]


@pytest.mark.parametrize(("id", "versions"), [("b", 3), ("d", 1), ("e", 1)])
def test_any_version_leads_to_its_saying(view: View, id: str, versions: int) -> None:
    found = view.saying(id)
    assert len(found.versions) == versions
    assert found in [*view.sayings(), view.saying("e")]


def test_a_later_version_is_not_known_before(view: View) -> None:
    early = view.at("2024-05-01")
    assert len(early.saying("a").versions) == 1
    with pytest.raises(UnknownNameError):
        early.saying("b")
