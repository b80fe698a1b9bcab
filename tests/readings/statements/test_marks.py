"""Where quotation marks open and close."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from pourparler.readings.statements.marks import find_quotations


def quoted(text: str) -> list[str]:
    return [text[found.start : found.end] for found in find_quotations(text)]


def test_straight_and_typographic_marks() -> None:
    assert quoted("\"Yes,\" she said. “No,” he said. ``Well,'' said a third.") == [
        '"Yes,"',
        "“No,”",
        "``Well,''",
    ]


def test_a_mark_of_another_shape_closes() -> None:
    assert quoted('"We will meet again,” she said.') == ['"We will meet again,”']
    assert quoted('“We will meet again," she said.') == ['“We will meet again,"']


def test_marks_inside_a_quotation_do_not_end_it() -> None:
    assert quoted("“He called it ‘a start’ and left,” she said.") == [
        "“He called it ‘a start’ and left,”"
    ]


def test_single_marks_quote_and_apostrophes_do_not() -> None:
    text = "The parties' envoys said it was 'too early' for Brandt's plan."
    (found,) = find_quotations(text)
    assert text[found.start : found.end] == "'too early'"
    assert found.single


def test_a_quotation_never_closed_ends_with_its_paragraph() -> None:
    text = '"We will go on, she said.\n\nThe talks ended.'
    (found,) = find_quotations(text)
    assert text[found.start : found.end] == '"We will go on, she said.'
    assert not found.closed
    assert not found.continues


def test_a_quotation_runs_on_where_the_next_paragraph_opens_with_a_mark() -> None:
    first, second = find_quotations('"First point.\n\n"Second point," she said.')
    assert (first.closed, first.continues) == (False, True)
    assert second.closed


def test_a_mark_that_opens_again_ends_what_was_open() -> None:
    assert quoted('"We agreed, he said. "We did not," she said.') == [
        '"We agreed, he said.',
        '"We did not,"',
    ]


@given(st.text(alphabet="ab. ,\n\"'“”‘’«»", max_size=200))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    found = find_quotations(text)
    for quotation in found:
        assert 0 <= quotation.start < quotation.end <= len(text)
        assert "\n" not in text[quotation.start : quotation.end]
    for left, right in itertools.pairwise(found):
        assert left.end <= right.start
