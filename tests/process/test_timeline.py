"""The days that matter."""

from msgspec import structs

from pourparler.model import Span, Told
from pourparler.process.agreements import find_agreements
from pourparler.process.events import merge_events
from pourparler.process.meetings import merge_meetings
from pourparler.process.timeline import MOST, describe_meeting, timeline
from tests.process.making import PARTIES, event, meeting, sign

BOTH = "freedonia sylvania"


def test_an_agreement_on_one_matter_is_a_line_told_once() -> None:
    words = "freedonia and sylvania agree to swap prisoners"
    swap = sign("agreed", "2024-06-01", of=BOTH, partial=True, issue="prisoners")
    again = sign("agreed", "2024-06-02", of=BOTH, partial=True, issue="prisoners")
    other = sign("agreed", "2024-06-01", of="freedonia ruritania", partial=True)
    hoped = sign("agreed", "2024-06-01", of=BOTH, partial=True, hoped=True)
    told = [
        structs.replace(one.item, evidence=(Span(0, len(words), words),)) for one in (swap, again)
    ]
    signs = [Told(item, one.by) for item, one in zip(told, (swap, again), strict=True)]
    agreed = find_agreements([*signs, other, hoped], PARTIES)
    (line,) = timeline([], [], [], str, agreed)
    assert (line.when, line.text) == ("2024-06-01", f"Freedonia, Sylvania: {words}")
    assert line.support.reports == 2


def test_a_day_that_later_reports_return_to_weighs_more() -> None:
    told = [
        meeting("2024-05-10", BOTH, "2024-05-10"),
        meeting("2024-08-10", BOTH, "2024-05-10"),
        meeting("2024-06-20", BOTH, "2024-06-20"),
        meeting("2024-06-21", BOTH, "2024-06-20"),
    ]
    first, second = timeline(merge_meetings(told, PARTIES), [], [], str)
    assert (first.when, second.when) == ("2024-05-10", "2024-06-20")
    assert first.weight > second.weight


def test_a_meeting_without_a_day_stands_by_its_publication() -> None:
    told = [
        meeting("2024-06-20", BOTH, "2024-06-20"),
        meeting("2024-04-25", BOTH),
    ]
    found = timeline(merge_meetings(told, PARTIES), [], [], str)
    assert [one.when for one in found] == ["../2024-04-25", "2024-06-20"]


def test_only_the_weightiest_lines_are_told() -> None:
    told = [
        event(f"{year}-03-{day:02}", "AID", "freedonia", "sylvania", f"{year}-03-{day:02}")
        for year in range(2000, 2010)
        for day in range(1, 29)
    ]
    assert len(timeline([], [], merge_events(told, PARTIES), str)) == MOST
    held = merge_meetings([meeting(one.by.day, BOTH, one.by.day) for one in told], PARTIES)
    assert len(timeline(held, [], [], str)) == MOST


def test_the_line_of_a_meeting_ends_with_what_came_of_it() -> None:
    told = meeting("2024-05-10", BOTH, "2024-05-10", place="Geneva", outcome="without a deal")
    (merged,) = merge_meetings([told], PARTIES)
    line = describe_meeting(merged, str)
    assert line == "Meeting of Freedonia, Sylvania, Geneva; without a deal"
