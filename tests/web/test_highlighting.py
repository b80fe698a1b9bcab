"""Marks that nest, overlap and cross keep the text whole."""

from hypothesis import given
from hypothesis import strategies as some

from pourparler.views.web.highlighting import parse_places, stretches

TEXTS = some.text(max_size=60)
PLACES = some.lists(some.tuples(some.integers(-3, 70), some.integers(-3, 70)), max_size=12)


def test_overlapping_marks_are_cut_where_they_meet() -> None:
    found = stretches("abcdef", [(0, 4), (2, 6), (2, 3)])
    assert [(one.text, one.marks) for one in found] == [
        ("ab", (0,)),
        ("c", (0, 1, 2)),
        ("d", (0, 1)),
        ("ef", (1,)),
    ]
    assert found[1].anchors == ((2, 6), (2, 3))


def test_sought_words_are_marked_beside_what_was_read() -> None:
    found = stretches("abcdef", [(0, 3)], [(2, 5)])
    assert [(one.text, one.sought) for one in found] == [
        ("ab", False),
        ("c", True),
        ("de", True),
        ("f", False),
    ]
    assert found[1].anchors == ((2, 5),)


@given(TEXTS, PLACES, PLACES)
def test_the_text_stays_whole_and_every_mark_covers_its_words(
    text: str, marks: list[tuple[int, int]], sought: list[tuple[int, int]]
) -> None:
    found = stretches(text, marks, sought)
    assert "".join(one.text for one in found) == text
    for index, (start, end) in enumerate(marks):
        if 0 <= start < end <= len(text):
            covered = "".join(one.text for one in found if index in one.marks)
            assert covered == text[start:end]


@given(some.text())
def test_any_place_can_be_given(given: str) -> None:
    assert all(start >= 0 and end >= 0 for start, end in parse_places(given))


def test_places_are_numbers() -> None:
    assert parse_places("120-180,7-9") == [(120, 180), (7, 9)]
    assert parse_places("a-b,3-,²-3") == []
