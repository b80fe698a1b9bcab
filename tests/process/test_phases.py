"""Phases, their beginnings and their causes."""

from pourparler.process.meetings import merge_meetings
from pourparler.process.phases import find_phases
from tests.process.making import PARTIES, PROCESS, meeting, sign


def test_talks_pause_for_a_cause_and_resume() -> None:
    meetings = merge_meetings(
        [
            meeting("2023-05-10", "freedonia sylvania", "2023-05-10"),
            meeting("2024-09-01", "freedonia sylvania", "2024-09-01"),
        ],
        PARTIES,
    )
    signs = [sign("paused", "2024-07-12", "differing positions"), sign("paused", "2024-07-20")]
    phases = find_phases(signs, meetings, PROCESS, PARTIES)
    assert [(one.phase, one.since, one.until) for one in phases] == [
        ("talks", "2023-05-10", "2024-07-12"),
        ("paused", "2024-07-12", "2024-09-01"),
        ("resumed", "2024-09-01", None),
    ]
    assert [cause.words for cause in phases[1].causes] == ["differing positions"]
    assert phases[1].support.reports == 2


def test_hope_changes_nothing() -> None:
    signs = [sign("paused", "2024-07-12"), sign("resumed", "2024-08-01", hoped=True)]
    assert [one.phase for one in find_phases(signs, [], PROCESS, PARTIES)] == ["paused"]


def test_services_meeting_alone_are_soundings() -> None:
    told = meeting("2022-09-16", "freedonia sylvania", "2022-09-10", level=("intelligence-chiefs",))
    phases = find_phases([], merge_meetings([told], PARTIES), PROCESS, PARTIES)
    assert [one.phase for one in phases] == ["exploratory"]
