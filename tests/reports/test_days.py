"""The written forms of a day, each at the precision it was written in."""

import datetime

import pytest

from pourparler.errors import ReportError
from pourparler.reports.days import AmbiguousDayError, Order, day_in_name, read_day


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("2024-07-12", "2024-07-12"),
        ("2024-07", "2024-07"),
        ("2024", "2024"),
        (2024, "2024"),
        ("2024/07/12", "2024-07-12"),
        ("20240712", "2024-07-12"),
        (20240712, "2024-07-12"),
        ("20240712T101500Z", "2024-07-12T10:15:00Z"),
        ("20240712101500", "2024-07-12T10:15:00"),
        ("2024-07-12T10:15", "2024-07-12T10:15"),
        ("2024-07-12 10:15:30.123456", "2024-07-12T10:15:30"),
        ("2024-07-12T10:15:30+0300", "2024-07-12T10:15:30+03:00"),
        ("2024-07-12T00:00:00", "2024-07-12"),
        ("2024-07-12T00:00:00.000Z", "2024-07-12"),
        ("2024-07-12T00:00:00+03:00", "2024-07-12T00:00:00+03:00"),
        ("Fri, 12 Jul 2024 10:15:00 GMT", "2024-07-12T10:15:00Z"),
        ("Fri, 12 Jul 2024 10:15:00 EST", "2024-07-12T10:15:00-05:00"),
        ("July 12, 2024", "2024-07-12"),
        ("Jul. 12 2024 3:05 PM", "2024-07-12T15:05"),
        ("12:30 a.m.", None),
        ("Friday, July 12, 2024 at 12:05 am", "2024-07-12T00:05"),
        ("Fri Jul 12 10:15:00 +0000 2024", "2024-07-12T10:15:00Z"),
        ("Fri Jul 12 10:15:00 UTC 2024", "2024-07-12T10:15:00Z"),
        ("Fri Jul 12 10:15:00 2024", "2024-07-12T10:15:00"),
        ("12 July 2024", "2024-07-12"),
        ("12th of July 2024", "2024-07-12"),
        ("12-Jul-2024", "2024-07-12"),
        ("July 2024", "2024-07"),
        ("12.07.2024", "2024-07-12"),
        ("25/07/2024", "2024-07-25"),
        ("07/25/2024", "2024-07-25"),
        ("04/04/2024", "2024-04-04"),
        ("1720779300", "2024-07-12T10:15:00Z"),
        (1720779300, "2024-07-12T10:15:00Z"),
        (1720779300.0, "2024-07-12T10:15:00Z"),
        ("1720779300000", "2024-07-12T10:15:00Z"),
        (datetime.date(2024, 7, 12), "2024-07-12"),
        (datetime.datetime(2024, 7, 12, 10, 15), "2024-07-12T10:15:00"),
        (datetime.datetime(2024, 7, 12, tzinfo=datetime.UTC), "2024-07-12"),
    ],
)
def test_written_forms(written: object, when: str | None) -> None:
    if when is None:
        with pytest.raises(ReportError):
            read_day(written)
    else:
        assert read_day(written) == when


@pytest.mark.parametrize("written", [None, "", "  ", "null", "N/A", float("nan")])
def test_no_day(written: object) -> None:
    assert read_day(written) is None


@pytest.mark.parametrize(
    "written",
    ["2024-02-30", "2024-13-01", "soon", "0", 0, "12345", True, [], "12/07/24", "99/99/2024"],
)
def test_what_is_no_day(written: object) -> None:
    with pytest.raises(ReportError):
        read_day(written)


def test_an_ambiguous_day_needs_an_order() -> None:
    with pytest.raises(AmbiguousDayError):
        read_day("03/04/2024")
    assert read_day("03/04/2024", Order.DAY_FIRST) == "2024-04-03"
    assert read_day("03/04/2024", Order.MONTH_FIRST) == "2024-03-04"


@pytest.mark.parametrize(
    ("name", "when"),
    [
        ("2024-07-12.txt", "2024-07-12"),
        ("x_20240712_2.txt", "2024-07-12"),
        ("2024-07-12-and-2024-07-13.txt", None),
        ("2024-07-12_2024-07-12.txt", "2024-07-12"),
        ("1234567890.txt", None),
        ("2024.txt", None),
    ],
)
def test_days_in_names(name: str, when: str | None) -> None:
    assert day_in_name(name) == when
