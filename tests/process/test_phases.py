"""Phases, their beginnings and their causes."""

from msgspec.structs import replace

from pourparler.model import Event, Phase, PhaseSign, Told
from pourparler.process.meetings import merge_meetings
from pourparler.process.phases import find_phases
from tests.process.making import PARTIES, PROCESS, event, meeting, mention, sign

BOTH = "freedonia sylvania"


def phases(
    signs: list[Told[PhaseSign]], *meetings: str, signed: tuple[str, ...] = ()
) -> list[Phase]:
    """The phases that signs, and meetings and treaties of both parties on some days, tell."""
    held = merge_meetings([meeting(day, BOTH, day) for day in meetings], PARTIES)
    told = [*signs, *(sign("agreed", day, of=BOTH) for day in signed)]
    return find_phases(told, held, PROCESS, PARTIES)


def test_talks_pause_for_a_cause_and_resume() -> None:
    meetings = merge_meetings(
        [
            meeting("2023-05-10", "freedonia sylvania", "2023-05-10"),
            meeting("2024-09-01", "freedonia sylvania", "2024-09-01"),
        ],
        PARTIES,
    )
    signs = [sign("paused", "2024-07-12", "differing positions"), sign("paused", "2024-07-20")]
    found = find_phases(signs, meetings, PROCESS, PARTIES)
    assert [(one.phase, one.since, one.until) for one in found] == [
        ("talks", "2023-05-10", "2024-07-12"),
        ("paused", "2024-07-12", "2024-09-01"),
        ("resumed", "2024-09-01", None),
    ]
    assert [cause.words for cause in found[1].causes] == ["differing positions"]
    assert found[1].support.reports == 2


def test_a_week_told_later_is_the_day_it_was_told_on() -> None:
    signs = [
        sign("talks", "2016-09-01"),
        sign("paused", "2016-10-02"),
        sign("paused", "2016-11-12", since="2016-09-26/2016-10-02"),
        sign("resumed", "2016-11-12"),
    ]
    found = phases(signs)
    assert [(one.phase, one.since, one.until) for one in found] == [
        ("talks", "2016-09-01", "2016-10-02"),
        ("paused", "2016-10-02", "2016-11-12"),
        ("resumed", "2016-11-12", None),
    ]


def test_hope_changes_nothing() -> None:
    signs = [sign("paused", "2024-07-12"), sign("resumed", "2024-08-01", hoped=True)]
    assert [one.phase for one in find_phases(signs, [], PROCESS, PARTIES)] == ["paused"]


def test_services_meeting_alone_are_soundings() -> None:
    told = meeting("2022-09-16", "freedonia sylvania", "2022-09-10", level=("intelligence-chiefs",))
    found = find_phases([], merge_meetings([told], PARTIES), PROCESS, PARTIES)
    assert [one.phase for one in found] == ["exploratory"]


def test_what_is_recalled_of_an_earlier_year_moves_nothing_now() -> None:
    found = phases([sign("paused", "2024-06-01", since="2023")], "2023-05-10", "2024-05-10")
    assert [(one.phase, one.since) for one in found] == [
        ("talks", "2023-05-10"),
        ("paused", "2023"),
        ("resumed", "2024-05-10"),
    ]


def test_one_voice_makes_a_pause_and_two_a_collapse() -> None:
    alone = [sign("collapsed", "2024-06-01", outlet="Levant Wire")]
    assert phases(alone, "2024-05-10")[-1].phase == "paused"
    again = [*alone, sign("collapsed", "2024-06-02", outlet="Levant Wire")]
    assert phases(again, "2024-05-10")[-1].phase == "paused"
    both = [*alone, sign("collapsed", "2024-06-02", outlet="Boreal")]
    assert phases(both, "2024-05-10")[-1].phase == "collapsed"


def test_a_collapse_of_these_parties_talks_needs_no_second_voice() -> None:
    found = phases([sign("collapsed", "2024-06-01", of="freedonia sylvania")], "2024-05-10")
    assert found[-1].phase == "collapsed"


def test_other_talks_do_not_count() -> None:
    for others in ("freedonia ruritania", "ruritania osterlich"):
        signs = [
            sign("collapsed", "2024-06-01", of=others),
            sign("paused", "2024-06-02", of=others),
        ]
        assert [one.phase for one in phases(signs, "2024-05-10")] == ["talks"]


def test_a_partys_talks_with_a_mediator_are_not_the_talks() -> None:
    assert phases([sign("talks", "2024-06-01", of="freedonia osterlich")]) == []
    off = sign("paused", "2024-06-01", of="freedonia osterlich")
    assert [one.phase for one in phases([off], "2024-05-10")] == ["talks"]


def test_a_treaty_is_an_agreement_and_talks_long_after_are_on_other_things() -> None:
    found = phases([], "2024-05-10", "2024-07-01", "2025-08-01", signed=("2024-06-01",))
    assert [(one.phase, one.since) for one in found] == [
        ("talks", "2024-05-10"),
        ("agreed", "2024-06-01"),
        ("talks", "2025-08-01"),
    ]


def test_an_agreement_on_one_matter_is_a_step_on_the_way() -> None:
    swap = sign("agreed", "2024-06-01", of=BOTH, partial=True)
    assert [(one.phase, one.since) for one in phases([swap])] == [("talks", "2024-06-01")]
    ended = sign("collapsed", "2024-07-01", of=BOTH, partial=True)
    assert [one.phase for one in phases([swap, ended])] == ["talks", "paused"]


def test_an_agreement_of_others_is_none_of_this_process() -> None:
    for of in ("freedonia osterlich", "freedonia ruritania"):
        assert phases([sign("agreed", "2024-06-01", of=of, issue="energy")]) == []


def test_what_the_process_is_about_is_agreed_though_a_report_names_no_parties() -> None:
    found = phases([sign("agreed", "2024-06-01", issue="normalisation")])
    assert [one.phase for one in found] == ["agreed"]


def test_a_pause_recalled_without_a_day_is_no_turn() -> None:
    assert phases([sign("paused", "2024-06-01", recalled=True)], "2024-05-10")[-1].phase == "talks"
    dated = sign("paused", "2024-06-01", recalled=True, since="2024-05-20")
    assert phases([dated], "2024-05-10")[-1].since == "2024-05-20"


def test_the_fall_of_a_partys_government_ends_the_process_once() -> None:
    falls = [
        sign("collapsed", "2024-06-01", "the regime fell", fallen="freedonia"),
        sign("collapsed", "2024-09-01", fallen="freedonia"),
        sign("collapsed", "2024-10-01", fallen="osterlich"),
    ]
    found = phases(falls, "2024-05-10", "2024-07-10")
    assert [(one.phase, one.since) for one in found] == [
        ("talks", "2024-05-10"),
        ("collapsed", "2024-06-01"),
        ("resumed", "2024-07-10"),
    ]
    assert [cause.words for cause in found[1].causes] == ["the regime fell"]


def fights(*days: str, cameo: str = "194") -> list[Told[Event]]:
    """Attacks of one party on the other, each told on its day."""
    return [event(day, "ASSAULT", "freedonia", "sylvania", cameo=cameo) for day in days]


def test_fighting_that_breaks_out_pauses_talks_and_ends_an_agreement() -> None:
    held = merge_meetings([meeting("2024-05-10", BOTH, "2024-05-10")], PARTIES)
    both = fights("2024-06-01", "2024-06-03")
    found = find_phases([], held, PROCESS, PARTIES, both)
    assert [(one.phase, one.since) for one in found][1:] == [("paused", "2024-06-01")]
    treaty = [sign("agreed", "2024-05-20", of=BOTH)]
    assert find_phases(treaty, held, PROCESS, PARTIES, both)[-1].phase == "collapsed"
    alone = find_phases([], held, PROCESS, PARTIES, fights("2024-06-01"))
    assert [one.phase for one in alone] == ["talks"]


def test_an_attack_that_the_attacker_tells_counts_and_one_that_the_other_side_claims_does_not() -> (
    None
):
    held = merge_meetings([meeting("2024-05-10", BOTH, "2024-05-10")], PARTIES)
    for by, expected in (("freedonia", "paused"), ("sylvania", "talks")):
        claimed = event("2024-06-01", "ASSAULT", "freedonia", "sylvania", cameo="195")
        claimed = Told(replace(claimed.item, claimed_by=mention(by)), claimed.by)
        named = fights("2024-06-05", cameo="190")
        found = find_phases([], held, PROCESS, PARTIES, [claimed, *named])
        assert found[-1].phase == expected


def test_fighting_that_goes_on_and_a_war_that_is_only_named_are_no_turns() -> None:
    held = merge_meetings([meeting("2024-05-10", BOTH, "2024-05-10")], PARTIES)
    for events in (
        fights("2024-03-01", "2024-03-02", "2024-06-01", "2024-06-03"),
        fights("2024-06-01", "2024-06-03", cameo="190"),
    ):
        found = find_phases([], held, PROCESS, PARTIES, events)
        assert [one.phase for one in found] == ["talks"]


def test_a_planned_meeting_that_is_called_off_is_a_pause() -> None:
    told = [
        meeting("2024-05-10", BOTH, "2024-05-10"),
        meeting("2024-06-01", BOTH, "2024-06-20", status="planned"),
        meeting("2024-06-10", BOTH, "2024-06-20", status="cancelled"),
    ]
    found = find_phases([], merge_meetings(told, PARTIES), PROCESS, PARTIES)
    assert [(one.phase, one.since) for one in found][-1] == ("paused", "2024-06-10")


def test_what_was_never_agreed_is_not_carried_out() -> None:
    signs = [sign("implemented", "2024-06-01", of=BOTH)]
    assert [one.phase for one in phases(signs, "2024-05-10")] == ["talks"]
    assert phases(signs, signed=("2024-05-20",))[-1].phase == "implemented"


def test_silence_is_no_sign() -> None:
    assert [one.phase for one in phases([], "2004-05-10")] == ["talks"]


def test_what_came_before_the_process_is_no_phase_of_it() -> None:
    process = replace(PROCESS, since="2024-05")
    held = merge_meetings(
        [meeting(day, BOTH, day) for day in ("2021-10-01", "2024-06-01")], PARTIES
    )
    assert [one.since for one in find_phases([], held, process, PARTIES)] == ["2024-06-01"]


def test_a_meeting_spoken_of_is_a_sounding() -> None:
    told = [
        meeting("2024-05-01", BOTH, status="proposed"),
        meeting("2024-09-01", BOTH, "2024-09-01"),
    ]
    found = find_phases([], merge_meetings(told, PARTIES), PROCESS, PARTIES)
    assert [(one.phase, one.since) for one in found] == [
        ("exploratory", "2024-05-01"),
        ("talks", "2024-09-01"),
    ]


def test_soundings_on_the_day_the_talks_begin_are_part_of_them() -> None:
    told = [
        meeting("2024-05-01", BOTH, "2024-05-01", level=("technical",)),
        meeting("2024-05-01", BOTH, "2024-05-01", level=("leaders",), report="b"),
    ]
    (found,) = find_phases([], merge_meetings(told, PARTIES), PROCESS, PARTIES)
    assert (found.phase, found.support.reports) == ("talks", 2)


def test_a_meeting_of_which_one_voice_tells_nothing_more_is_a_sounding() -> None:
    bare = meeting("2024-05-01", BOTH)
    (found,) = find_phases([], merge_meetings([bare], PARTIES), PROCESS, PARTIES)
    assert found.phase == "exploratory"
    again = [bare, meeting("2024-05-02", BOTH)]
    (found,) = find_phases([], merge_meetings(again, PARTIES), PROCESS, PARTIES)
    assert found.phase == "talks"


def test_talks_told_of_again_after_a_year_of_silence_have_resumed() -> None:
    found = phases([], "2022-05-10", "2022-06-10", "2024-05-10")
    assert [(one.phase, one.since) for one in found] == [
        ("talks", "2022-05-10"),
        ("resumed", "2024-05-10"),
    ]
    assert found[0].last_told == "2022-06-10"
    sounding = merge_meetings([meeting("2026-01-10", BOTH, status="proposed")], PARTIES)
    late = find_phases([sign("paused", "2024-06-01", of=BOTH)], sounding, PROCESS, PARTIES)
    assert [one.phase for one in late] == ["paused", "exploratory"]


def test_a_meeting_called_off_paused_the_talks_though_it_was_held_later() -> None:
    told = [
        meeting("2024-05-01", BOTH, "2024-06-12", status="planned"),
        meeting("2024-05-24", BOTH, None, status="cancelled"),
        meeting("2024-06-12", BOTH, "2024-06-12"),
    ]
    before = meeting("2024-03-10", BOTH, "2024-03-10")
    merged = merge_meetings([before, *told], PARTIES)
    found = find_phases([], merged, PROCESS, PARTIES)
    assert [(one.phase, one.since) for one in found] == [
        ("talks", "2024-03-10"),
        ("paused", "2024-05-24"),
        ("resumed", "2024-06-12"),
    ]
    assert found[1].support.reports == 1


def test_a_summit_that_ends_without_a_deal_is_a_pause() -> None:
    told = meeting("2024-06-12", BOTH, "2024-06-12", outcome="without an agreement")
    found = find_phases([], merge_meetings([told], PARTIES), PROCESS, PARTIES)
    assert [one.phase for one in found] == ["talks", "paused"]
