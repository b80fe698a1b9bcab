"""Meetings merged across reports."""

from pourparler.process.meetings import merge_meetings
from tests.process.making import PARTIES, meeting

BOTH = "freedonia sylvania"


def test_two_tellings_of_one_day_are_one_meeting() -> None:
    (merged,) = merge_meetings(
        [
            meeting("2024-05-10", BOTH, "2024-05-10"),
            meeting("2024-05-11", f"{BOTH} osterlich", "2024-05"),
        ],
        PARTIES,
    )
    assert merged.occurred == "2024-05-10"
    assert merged.support.reports == 2
    assert {who.actor for who in merged.participants} == {"freedonia", "sylvania", "osterlich"}


def test_a_plan_and_its_postponement_belong_to_the_meeting_held() -> None:
    (merged,) = merge_meetings(
        [
            meeting("2024-03-01", BOTH, "2024-03-15", status="planned", level=("deputies",)),
            meeting("2024-03-14", BOTH, None, status="postponed", level=("deputies",)),
            meeting("2024-04-04", BOTH, "2024-04-03", status="held", level=("deputies",)),
        ],
        PARTIES,
    )
    assert merged.status == "held"
    assert [told.status for told in merged.life] == ["planned", "postponed", "held"]
    assert merged.occurred == "2024-04-03"


def test_two_levels_are_two_meetings() -> None:
    assert (
        len(
            merge_meetings(
                [
                    meeting("2024-05-10", BOTH, "2024-05-10", level=("foreign-ministers",)),
                    meeting("2024-05-10", BOTH, "2024-05-10", level=("deputies",)),
                ],
                PARTIES,
            )
        )
        == 2
    )


def test_a_call_is_no_meeting() -> None:
    told = [
        meeting("2024-05-10", BOTH, "2024-05-10"),
        meeting("2024-05-10", BOTH, "2024-05-10", medium="phone"),
    ]
    assert {one.medium for one in merge_meetings(told, PARTIES)} == {"in-person", "phone"}


def test_the_same_round_is_one_meeting_and_its_two_days_are_a_difference() -> None:
    told = [
        meeting("2024-06-20", BOTH, "2024-06-20", format="border-format", round=20),
        meeting("2024-06-22", "osterlich", "2024-06-21", format="border-format", round=20),
    ]
    (merged,) = merge_meetings(told, PARTIES, ["border-format"])
    (difference,) = merged.differences
    assert [value for value, _ in difference.values] == ["2024-06-20", "2024-06-21"]


def test_months_apart_are_two_meetings() -> None:
    told = [
        meeting("2024-01-10", BOTH, "2024-01-10"),
        meeting("2024-05-10", BOTH, "2024-05-10"),
    ]
    assert len(merge_meetings(told, PARTIES)) == 2


def test_strangers_meetings_are_left_out() -> None:
    assert merge_meetings([meeting("2024-01-10", "ruritania osterlich")], PARTIES) == []


def test_accounts_tell_what_all_say_and_what_one_says() -> None:
    (merged,) = merge_meetings(
        [
            meeting("2024-05-10", BOTH, "2024-05-10", place="Geneva"),
            meeting("2024-05-11", BOTH, "2024-05", outcome="agreed to meet again"),
        ],
        PARTIES,
    )
    told = {one.point: one.agreement for one in merged.accounts}
    assert told == {
        "status": "agreed",
        "occurred": "agreed",
        "place": "told-by-one",
        "outcome": "told-by-one",
    }


def test_held_and_cancelled_contradict() -> None:
    (merged,) = merge_meetings(
        [
            meeting("2024-05-11", BOTH, "2024-05-10"),
            meeting("2024-05-11", BOTH, "2024-05-10", status="cancelled", report="b"),
        ],
        PARTIES,
    )
    assert [one.point for one in merged.differences] == ["status"]
