"""What counts as independent."""

from pourparler.model import Position, Telling, Told
from pourparler.process.support import combine, support_of, told_since
from tests.process.making import position, telling


def told(by: Telling, decided: str | None = None) -> Told[Position]:
    """A stance as one report tells it."""
    return Told(position("freedonia", "talks", "offer", by.day).item, by, decided)


def test_copies_and_one_outlet_count_once() -> None:
    support = support_of(
        [
            told(telling("2024-01-01", "a", "Levant Wire")),
            told(telling("2024-01-02", "b", "Levant Wire")),
            told(telling("2024-01-02", "c", "Boreal", copy_of="a")),
            told(telling("2024-01-03", "d")),
        ]
    )
    assert (support.reports, support.independent) == (4, 2)


def test_what_is_told_of_a_month_holds_from_its_publication() -> None:
    assert told_since("2023-05", telling("2024-01-01")) == "2024-01-01"
    assert told_since("2023-05-10", telling("2024-01-01")) == "2023-05-10"
    assert told_since("2024-05-10", telling("2024-01-01")) == "2024-01-01"


def test_supports_add_up_by_report() -> None:
    first = support_of([told(telling("2024-01-01", "a", "Boreal"))])
    both = support_of(
        [told(telling("2024-01-01", "a", "Boreal")), told(telling("2024-01-02", "b"))]
    )
    together = combine([first, both])
    assert (together.reports, together.independent, len(together.evidence)) == (2, 2, 2)


def test_decisions_that_a_thing_rests_on_are_kept() -> None:
    day = telling("2024-01-01", "a")
    one = support_of([told(day, "d1"), told(telling("2024-01-02", "b"))])
    assert one.decided == ("d1",)
    assert combine([one, support_of([told(day, "d2")]), one]).decided == ("d1", "d2")
