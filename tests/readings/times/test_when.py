"""The calendar times that values are."""

import pytest

from pourparler.readings.times import read_times
from pourparler.readings.times.calendar_times import to_when

TUESDAY = "2023-05-09"


@pytest.mark.parametrize(
    ("value", "mod", "when"),
    [
        ("2023-05-09", None, "2023-05-09"),
        ("2023-05", None, "2023-05"),
        ("2023-05", "END", "2023-05-21/2023-05-31"),
        ("2023", "START", "2023-01/2023-04"),
        ("2023-W18", None, "2023-05-01/2023-05-07"),
        ("2023-W18-WE", None, "2023-05-06/2023-05-07"),
        ("2023-Q3", None, "2023-07/2023-09"),
        ("2023-H2", None, "2023-07/2023-12"),
        ("2023-WI", None, "2023-12/2024-02"),
        ("199", None, "1990/1999"),
        ("199", "START", "1990/1993"),
        ("19", None, "1900/1999"),
        ("2023-05-09TMO", None, "2023-05-09"),
        ("2023-05-09T24:00", None, "2023-05-10T00:00"),
        ("2023-W60", None, None),
        ("P2W", None, None),
        ("PAST_REF", None, None),
        ("XXXX-05", None, None),
        ("BC0490", None, None),
    ],
)
def test_values_as_calendar_times(value: str, mod: str | None, when: str | None) -> None:
    assert to_when(value, mod) == when


def test_a_week_of_a_month_is_its_days() -> None:
    weeks = read_times("It was the first week of April or the last week of April.", TUESDAY)
    assert [time.when for time in weeks][::2] == ["2023-04-01/2023-04-07", "2023-04-24/2023-04-30"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The unit has been there since 2017.", "2017/.."),
        ("They must leave by the end of the year.", "../2023-12"),
        ("They stay until June 20.", "../2023-06-20"),
        ("They met earlier this month.", "2023-05/2023-05-09"),
        ("They will meet later this year.", "2023-05-09/2023"),
        ("They spoke at 14:30 GMT.", "2023-05-09T14:30Z"),
        ("They spoke at 14:30 UTC+3.", "2023-05-09T14:30+03:00"),
        ("They spoke at 2 p.m. Moscow time.", "2023-05-09T14:00+03:00"),
    ],
)
def test_words_around_a_time_open_or_cut_it(text: str, when: str) -> None:
    assert read_times(text, TUESDAY)[0].when == when
