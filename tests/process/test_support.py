"""What counts as independent."""

from pourparler.model import Span
from pourparler.process.support import combine, support_of, told_since
from tests.process.making import telling

HERE = (Span(0, 5, "words"),)


def test_copies_and_one_outlet_count_once() -> None:
    support = support_of(
        [
            (telling("2024-01-01", "a", "Levant Wire"), HERE),
            (telling("2024-01-02", "b", "Levant Wire"), HERE),
            (telling("2024-01-02", "c", "Boreal", copy_of="a"), HERE),
            (telling("2024-01-03", "d"), HERE),
        ]
    )
    assert (support.reports, support.independent) == (4, 2)


def test_what_is_told_of_a_month_holds_from_its_publication() -> None:
    assert told_since("2023-05", telling("2024-01-01")) == "2024-01-01"
    assert told_since("2023-05-10", telling("2024-01-01")) == "2023-05-10"
    assert told_since("2024-05-10", telling("2024-01-01")) == "2024-01-01"


def test_supports_add_up_by_report() -> None:
    first = support_of([(telling("2024-01-01", "a", "Boreal"), HERE)])
    both = support_of(
        [(telling("2024-01-01", "a", "Boreal"), HERE), (telling("2024-01-02", "b"), HERE)]
    )
    together = combine([first, both])
    assert (together.reports, together.independent, len(together.evidence)) == (2, 2, 2)
