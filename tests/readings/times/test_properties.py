"""What holds for every text: spans slice back, none overlaps, and the time taken is linear."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pourparler.readings.times import read_times
from pourparler.readings.times.lexicon import word_set

_WORDS = st.sampled_from(
    sorted(
        word_set(
            "May Friday 10 2023 the of to - , . ; ' last next week two weeks ago early end 10:30 "
            "p.m. 1/2/2023 morning '98 1990s first quarter half and a year 9 B.C. BC GMT +3 since "
            "2024-13-45 31 February 29 0 9999 every noon summer latter ( ) % $ now future é 😀"
        )
        | {"\n\n"}
    )
)


@given(st.lists(_WORDS, max_size=40).map(" ".join), st.sampled_from(["2023-05-09", "2023", ""]))
@settings(max_examples=300, deadline=None)
def test_spans_slice_back_in_order(text: str, published: str) -> None:
    times = read_times(text, published)
    assert all(one.span.holds_in(text) for one in times)
    assert all(left.span.end <= right.span.start for left, right in pairwise(times))
    assert all(one.value for one in times)


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    assert all(one.span.holds_in(text) for one in read_times(text, "2023-05-09"))


@pytest.mark.parametrize(
    "unit",
    [
        "twenty ",
        "1.",
        "10 May ",
        "the ",
        "'98 ",
        "two-",
        "1,",
        "\n",
        "- ",
        "of the ",
        "MAY ",
        "1:1",
    ],
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    """Ten times the text stays far from the hundred times as long that squares would take."""

    def seconds(count: int) -> float:
        text = unit * count
        started = time.process_time()
        read_times(text, "2023-05-09")
        return time.process_time() - started

    seconds(500)
    short = min(seconds(2_000) for _ in range(3))
    long = min(seconds(20_000) for _ in range(2))
    assert long < 40 * short + 0.2
