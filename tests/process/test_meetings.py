"""Meetings merged across reports."""

from datetime import date, timedelta

from msgspec.structs import replace

from pourparler.codebook import Format, Member
from pourparler.model import Meeting, Participant, Told
from pourparler.process.meetings import merge_meetings
from pourparler.process.parties import Parties
from tests.process.making import ACTORS, PARTIES, meeting, mention

BOTH = "freedonia sylvania"
FORMATS = {
    "border-format": Format(
        "border-format",
        "Border format",
        members=(Member("freedonia", "party"), Member("sylvania", "party")),
    )
}


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
    (merged,) = merge_meetings(told, PARTIES, FORMATS)
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
        "participants": "agreed",
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


def test_held_without_a_day_was_held_by_its_publication_and_stands_there() -> None:
    told = [
        meeting("2024-06-20", BOTH, "2024-06-20"),
        meeting("2024-04-25", BOTH),
        meeting("2024-04-26", BOTH, place="Geneva"),
    ]
    merged = merge_meetings(told, PARTIES)
    assert [one.occurred for one in merged] == ["../2024-04-25", "2024-06-20"]
    assert merged[0].support.reports == 2


def test_what_is_told_after_a_meeting_as_still_to_come_is_the_next() -> None:
    told = [
        meeting("2024-05-01", BOTH, None, status="planned"),
        meeting("2024-05-11", BOTH, "2024-05-10"),
        meeting("2024-05-12", BOTH, None, status="planned"),
    ]
    assert [one.status for one in merge_meetings(told, PARTIES)] == ["held", "planned"]


def test_an_old_meeting_recalled_is_no_new_one() -> None:
    told = [
        meeting("2024-05-10", BOTH, "2024-05-10"),
        meeting("2024-06-01", BOTH),
        meeting("2024-09-01", BOTH, "2024-05"),
    ]
    (merged,) = merge_meetings(told, PARTIES)
    assert merged.support.reports == 3


def test_talks_with_a_mediator_alone_are_not_those_with_the_other_party() -> None:
    told = [
        meeting("2024-05-01", f"{BOTH} osterlich", None, status="proposed"),
        meeting("2024-05-10", "sylvania osterlich", "2024-05-10"),
    ]
    assert [one.status for one in merge_meetings(told, PARTIES)] == ["proposed", "held"]


def test_the_tellings_of_one_report_join() -> None:
    told = [
        meeting("2024-05-10", BOTH, "2024-05-10", report="a"),
        meeting("2024-05-10", f"{BOTH} osterlich", report="a", level=("foreign-ministers",)),
    ]
    (merged,) = merge_meetings(told, PARTIES)
    assert (merged.support.reports, merged.occurred) == (1, "2024-05-10")


def test_a_side_meeting_belongs_to_its_round() -> None:
    told = [
        meeting("2024-06-20", BOTH, "2024-06-20", format="border-format", round=20),
        meeting("2024-06-20", BOTH, "2024-06-20", level=("deputies",), report="b"),
    ]
    round, side = sorted(merge_meetings(told, PARTIES, FORMATS), key=lambda one: one.round or 99)
    assert (side.level, side.beside) == (("deputies",), round.id)


def test_a_numbered_meeting_of_members_of_one_format_is_a_round_of_it() -> None:
    told = [
        meeting("2024-01-01", BOTH, "2024-07/2024-12", status="planned", round=21),
        meeting("2024-09-01", BOTH, "2024-08-31", format="border-format", round=21),
    ]
    (merged,) = merge_meetings(told, PARTIES, FORMATS)
    assert [told.status for told in merged.life] == ["planned", "held"]


def test_a_first_meeting_since_long_ago_is_no_first_round() -> None:
    (merged,) = merge_meetings([meeting("2024-05-10", BOTH, round=1)], PARTIES)
    assert merged.round is None


def test_lists_of_participants_that_leave_out_each_others_contradict() -> None:
    told = [
        meeting("2024-05-10", BOTH, "2024-05-10", report="a", level=("deputies",)),
        meeting("2024-05-10", f"{BOTH} osterlich", "2024-05-10", report="b"),
        meeting("2024-05-10", f"{BOTH} ruritania", "2024-05-10", report="c"),
    ]
    (merged,) = merge_meetings(told, PARTIES)
    assert [one.point for one in merged.differences] == ["participants"]


def test_years_of_weekly_meetings_merge_apart() -> None:
    days = [date(2000, 1, 1) + timedelta(days=number) for number in range(0, 3500, 7)]
    told = [
        meeting(day.isoformat(), BOTH, day.isoformat(), report=f"{day}-{number}")
        for day in days
        for number in range(3)
    ]
    assert len(merge_meetings(told, PARTIES)) == len(days)


def test_held_without_when_or_where_does_not_stand_against_a_later_proposal() -> None:
    told = [
        meeting("2024-05-10", BOTH, None, status="proposed"),
        meeting("2024-05-20", BOTH),
        meeting("2024-06-10", BOTH, None, status="proposed"),
    ]
    assert [one.status for one in merge_meetings(told[:2], PARTIES)] == ["held"]
    assert [one.status for one in merge_meetings(told, PARTIES)] == ["proposed"]


def test_the_office_of_later_years_does_not_raise_the_level_of_a_meeting() -> None:
    told = [
        meeting("2024-05-10", BOTH, "2024-05-09", level=("intelligence-chiefs",)),
        meeting("2024-06-01", BOTH, "2024-05", level=("intelligence-chiefs", "foreign-ministers")),
    ]
    assert [one.level for one in merge_meetings(told, PARTIES)] == [("intelligence-chiefs",)]


def test_who_was_there_is_told_by_those_who_tell_it_was_held() -> None:
    told = [
        meeting("2024-05-01", f"{BOTH} osterlich", None, status="planned"),
        meeting("2024-05-10", BOTH, "2024-05-10"),
    ]
    (merged,) = merge_meetings(told, PARTIES)
    assert {who.actor for who in merged.participants} == {"freedonia", "sylvania"}


def test_what_is_only_wished_for_does_not_join_what_was_held_at_another_level() -> None:
    wish = meeting("2024-05-01", BOTH, None, status="proposed", level=("leaders",))
    held = meeting("2024-05-10", BOTH, "2024-05-09")
    assert len(merge_meetings([wish, held], PARTIES)) == 2
    lower = meeting("2024-05-10", BOTH, "2024-05-09", level=("foreign-ministers",))
    assert len(merge_meetings([wish, lower], PARTIES)) == 2
    both = meeting(
        "2024-05-01", BOTH, None, status="proposed", level=("leaders", "foreign-ministers")
    )
    assert len(merge_meetings([both, lower], PARTIES)) == 2
    same = meeting("2024-05-10", BOTH, "2024-05-09", level=("leaders",))
    assert [one.status for one in merge_meetings([wish, same], PARTIES)] == ["held"]


def test_two_places_told_as_held_are_two_meetings() -> None:
    here = meeting("2024-05-10", BOTH, "2024-05-09", "a", place="Geneva")
    for other in (
        meeting("2024-05-10", BOTH, "2024-05-09", "a", place="Vienna"),
        meeting("2024-05-10", BOTH, "2024-05-08", "b", place="Vienna"),
        meeting("2024-05-10", BOTH, None, "b", place="Vienna"),
    ):
        assert len(merge_meetings([here, other], PARTIES)) == 2


def test_two_reports_that_contradict_each_other_on_the_place_tell_of_one_meeting() -> None:
    told = [
        meeting("2024-05-10", BOTH, "2024-05-09", "a", place="Geneva"),
        meeting("2024-05-10", BOTH, "2024-05-09", "b", place="Vienna"),
    ]
    (merged,) = merge_meetings(told, PARTIES)
    assert [one.point for one in merged.differences] == ["place"]


def test_undated_news_of_different_sides_days_apart_is_of_two_meetings() -> None:
    told = [
        meeting("2024-05-10", "freedonia osterlich"),
        meeting("2024-05-15", f"{BOTH} osterlich"),
    ]
    assert len(merge_meetings(told, PARTIES)) == 2


def test_a_day_is_finer_than_one_of_two() -> None:
    told = [
        meeting("2024-05-10", BOTH, "2024-05-09/2024-05-10"),
        meeting("2024-05-11", BOTH, "2024-05-09/2024-05-10"),
        meeting("2024-05-12", BOTH, "2024-05-10"),
    ]
    (merged,) = merge_meetings(told, PARTIES)
    assert merged.occurred == "2024-05-10"


def test_a_town_and_its_land_are_one_place() -> None:
    told = [
        meeting("2024-05-01", BOTH, "2024-05-09", "a", place="Borduria", status="planned"),
        meeting("2024-05-10", BOTH, None, "b", place="Szohod"),
    ]
    assert len(merge_meetings(told, PARTIES)) == 2
    (merged,) = merge_meetings(told, PARTIES, within={"Szohod": frozenset({"Borduria"})})
    assert merged.place == "Szohod"


def test_what_is_expected_some_day_is_not_the_next_talk_of_officials() -> None:
    hope = meeting("2024-05-01", BOTH, None, status="planned", level=("leaders",))
    talk = meeting("2024-05-10", BOTH)
    assert [one.status for one in merge_meetings([hope, talk], PARTIES)] == ["planned", "held"]


def test_what_was_planned_for_a_later_day_has_not_just_been() -> None:
    told = [
        meeting("2024-05-01", BOTH, "2024-06-12", status="planned"),
        meeting("2024-05-25", BOTH),
        meeting("2024-06-12", BOTH, "2024-06-12"),
    ]
    merged = merge_meetings(told, PARTIES)
    assert [one.occurred for one in merged] == ["../2024-05-25", "2024-06-12"]


def test_a_plan_does_not_come_true_months_after_its_day() -> None:
    told = [
        meeting("2024-05-01", BOTH, "2024-06", status="planned"),
        meeting("2024-05-20", BOTH, None, status="proposed"),
        meeting("2024-08-10", BOTH, "2024-08-09"),
    ]
    assert len(merge_meetings(told, PARTIES)) == 2


def test_a_year_recalls_the_meeting_that_is_sure() -> None:
    told = [
        meeting("2024-03-01", BOTH),
        meeting("2024-06-12", BOTH, "2024-06-12"),
        meeting("2025-02-01", BOTH, "2024"),
    ]
    merged = merge_meetings(told, PARTIES)
    assert [len(one.accounts[1].values) for one in merged[1:]] == [2]


def _by(told: Told[Meeting], person: str, post: str) -> Told[Meeting]:
    """The telling with a person in office for the first of its sides."""
    first, *others = told.item.participants
    side = first.mention.actor
    named = replace(mention(person, side), post=post)  # type: ignore[arg-type]
    return replace(told, item=replace(told.item, participants=(Participant(named), *others)))


def test_a_leader_and_a_minister_of_one_side_are_at_two_meetings() -> None:
    leader = meeting("2024-05-01", BOTH, None, status="planned", level=("leaders",))
    minister = meeting("2024-05-10", BOTH, None, level=("leaders", "foreign-ministers"))
    told = [
        _by(leader, "anna-brandt", "head-of-state"),
        _by(minister, "karl-lund", "foreign-minister"),
    ]
    assert [one.status for one in merge_meetings(told, PARTIES)] == ["planned", "held"]


def test_leaders_are_not_recalled_by_who_tells_of_no_leaders() -> None:
    told = [
        meeting("2024-05-10", BOTH, "2024-05-09"),
        meeting("2024-06-01", BOTH, None, level=("leaders",)),
    ]
    assert len(merge_meetings(told, PARTIES)) == 2


def test_without_a_process_who_is_known_counts_alone() -> None:
    everyone = Parties(None, ACTORS)
    (merged,) = merge_meetings([meeting("2024-01-10", "osterlich")], everyone)
    assert {who.actor for who in merged.participants} == {"osterlich"}
    assert merge_meetings([meeting("2024-01-10", "freedonia")], PARTIES) == []
    call = meeting("2024-01-10", "osterlich")
    call = replace(call, item=replace(call.item, medium="phone"))
    assert merge_meetings([call], everyone) == []


def test_what_was_planned_and_then_held_was_held_as_planned() -> None:
    plan = meeting("2024-06-09", BOTH, "2024-06-15", status="planned")
    plan = replace(plan, item=replace(plan.item, place="Oslo"))
    (merged,) = merge_meetings([plan, meeting("2024-06-15", BOTH)], PARTIES)
    assert (merged.status, merged.occurred, merged.place) == ("held", "2024-06-15", "Oslo")
