"""Events told by many reports."""

from datetime import date, timedelta
from time import perf_counter

from pourparler.process.events import merge_events
from tests.process.making import PARTIES, event, mention


def test_ten_reports_of_one_event_are_one_with_ten_supports() -> None:
    told = [
        event(f"2024-03-{day:02}", "REQUEST", "osterlich", "sylvania", "2024-03-01")
        for day in range(1, 11)
    ]
    (merged,) = merge_events(told, PARTIES)
    assert merged.support.reports == 10


def test_the_same_deed_a_month_later_is_another() -> None:
    told = [
        event("2024-03-01", "REQUEST", "osterlich", "sylvania"),
        event("2024-04-15", "REQUEST", "osterlich", "sylvania"),
    ]
    assert len(merge_events(told, PARTIES)) == 2


def test_done_and_planned_are_not_one() -> None:
    told = [
        event("2024-03-01", "AID", "osterlich", "sylvania"),
        event("2024-03-01", "AID", "osterlich", "sylvania", status="planned"),
    ]
    assert {one.status for one in merge_events(told, PARTIES)} == {"actual", "planned"}


def test_what_only_speakers_tell_stays_their_claim() -> None:
    claim = event("2024-03-01", "ASSAULT", "freedonia", "sylvania", claimed_by=mention("sylvania"))
    (merged,) = merge_events([claim], PARTIES)
    assert [who.actor for who in merged.claimed_by] == ["sylvania"]
    fact = event("2024-03-02", "ASSAULT", "freedonia", "sylvania")
    (merged,) = merge_events([claim, fact], PARTIES)
    assert merged.claimed_by == ()


def test_strangers_events_are_left_out() -> None:
    assert merge_events([event("2024-03-01", "AID", "osterlich", "ruritania")], PARTIES) == []


def test_years_of_one_kind_of_event_merge_in_little_time() -> None:
    first = date(2010, 1, 1)
    told = [
        event(str(first + timedelta(days=day // 4)), "REQUEST", "osterlich", "sylvania", occurred)
        for day in range(8000)
        for occurred in (None, f"{first.year + day // 1460}-01" if day % 3 else None)
    ]
    started = perf_counter()
    merged = merge_events(told, PARTIES)
    assert perf_counter() - started < 10
    assert sum(one.support.reports for one in merged) >= 2000
