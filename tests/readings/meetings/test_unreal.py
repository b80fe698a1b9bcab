"""Meetings that words merely think of are never held; those that verbs tell are."""

from typing import Any

import pytest

from pourparler.codebook import Codebook
from pourparler.model import Report
from pourparler.readings.read import read


def statuses(text: str, nlp: Any, codebook: Codebook) -> list[str]:
    return [one.status for one in read(Report.of(text, "2024-05-10"), nlp, codebook).meetings]


@pytest.mark.parametrize(
    "text",
    [
        "Norway does not need to talk with Sweden.",
        "Norway refused to meet with Sweden in Oslo.",
        "Norway failed to meet Sweden in Oslo.",
        "Norway and Sweden are trying to meet in Oslo.",
        "Norway and Sweden have yet to meet.",
        "Norway rejects negotiations with Sweden in Oslo.",
        "Norway will only meet Sweden if Swedish troops withdraw from the islands.",
        "Norway will not meet Sweden unless its troops leave the islands.",
        "If Norway and Sweden meet in Oslo, Denmark will join.",
        "Officials are still working on a potential meeting between Norway and Sweden.",
        "Denmark works on organizing a potential meeting between Norway and Sweden in Oslo.",
        "An eventual meeting between Norway and Sweden depends on the withdrawal.",
        "Work on a meeting between Norway and Sweden continues.",
        "It is too early to speak of a meeting between Norway and Sweden.",
        "The Norway-Sweden meeting in Oslo would be a mistake, Denmark said.",
        "Denmark hopes the meeting between Norway and Sweden takes place in Oslo.",
        "Norway demands a withdrawal before a meeting with Sweden.",
        "Without a meeting between Norway and Sweden there will be no peace.",
        "Norway is open to meeting Sweden in Oslo.",
        "Norway needs to see steps before meeting Sweden.",
        "Norway may cancel the summit with Sweden in Oslo.",
        "Norway warns that it might call off talks with Sweden.",
        "Norway threatens to suspend negotiations with Sweden.",
        "Norway Open To Meeting Sweden In Oslo",
    ],
)
def test_what_is_not_told_as_done_was_not_held(text: str, nlp: Any, codebook: Codebook) -> None:
    assert "held" not in statuses(text, nlp, codebook)


@pytest.mark.parametrize(
    "text",
    [
        "Norway met with Sweden in Oslo on Monday.",
        "Norway and Sweden began to hold talks in Oslo.",
        "Denmark protested after Norway met Sweden in Oslo.",
        "Norway opened the talks with Sweden in Oslo.",
        "Foreign Minister Anna Brandt becomes the first minister to meet with Sweden in Oslo.",
        "Norway hopes for peace after it met Sweden in Oslo.",
        "If Denmark agrees, Norway and Sweden, who met in Oslo on Monday, will sign.",
    ],
)
def test_what_is_told_as_done_stays_held(text: str, nlp: Any, codebook: Codebook) -> None:
    assert statuses(text, nlp, codebook) == ["held"]


def test_what_hangs_on_a_condition_is_proposed(nlp: Any, codebook: Codebook) -> None:
    text = "Norway will only meet Sweden if Swedish troops withdraw from the islands."
    assert statuses(text, nlp, codebook) == ["proposed"]


def test_two_levels_told_by_one_report_are_two_meetings(nlp: Any, codebook: Codebook) -> None:
    text = (
        "The foreign ministers of Norway and Sweden met on Monday. "
        "The defence ministers of Norway and Sweden met on Monday."
    )
    assert statuses(text, nlp, codebook) == ["held", "held"]


def test_a_planned_summit_named_by_lands_is_planned(nlp: Any, codebook: Codebook) -> None:
    text = "Denmark tries to disrupt peace before the planned Norway–Sweden summit."
    assert statuses(text, nlp, codebook) == ["planned"]


def test_what_is_called_off_after_talks_is_not_the_talks(nlp: Any, codebook: Codebook) -> None:
    text = "The strike by miners was called off after lengthy talks between Norway and Sweden."
    assert statuses(text, nlp, codebook) == ["held"]
    text = "Norway called off the talks with Sweden after the attack."
    assert statuses(text, nlp, codebook) == ["cancelled"]


def test_talks_somebody_is_asked_to_join_are_proposed(nlp: Any, codebook: Codebook) -> None:
    text = "Denmark called on Norway to re-engage in the talks with Sweden."
    assert statuses(text, nlp, codebook) == ["proposed"]
    assert statuses("Norway participated in talks with Sweden.", nlp, codebook) == ["held"]


def test_what_will_not_be_this_month_is_put_off(nlp: Any, codebook: Codebook) -> None:
    text = "The meeting of Norway and Sweden will not take place this month."
    assert statuses(text, nlp, codebook) == ["postponed"]


def test_what_is_pledged_at_a_meeting_leaves_it_real(nlp: Any, codebook: Codebook) -> None:
    text = "Norway and Sweden pledge to continue close relations in their first meeting."
    assert statuses(text, nlp, codebook) == ["held"]


@pytest.mark.parametrize(
    "text",
    [
        "The bill rules out extending trade talks with Sweden beyond 31 December 2024.",
        "A January decision to freeze Norwegian Union membership talks will be kept.",
        "Norway and Sweden discuss Denmark's meeting with Finland in Oslo.",
        "The Parliament of Norway meets to elect a speaker with the votes of Denmark.",
        "Anna Brandt decides not to travel to Oslo and attend the forthcoming conference.",
        "President Anna Brandt boycotts the summit with Sweden in Oslo.",
        "President Anna Brandt pulls out of a meeting with Sweden in Oslo.",
        "NATO attacked the parliament as it met for the first time this year.",
        "Anna Brandt dismisses calls from Sweden for a vote on the islands.",
        "The Oslo Bears and the Bergen Lions will meet in the Super Cup.",
    ],
)
def test_what_tells_of_no_meeting_makes_none(text: str, nlp: Any, codebook: Codebook) -> None:
    assert statuses(text, nlp, codebook) == []


def test_those_attending_talks_hold_them(nlp: Any, codebook: Codebook) -> None:
    text = "Rebels from Norway, attending a meeting hosted by Sweden in Oslo, agree to a truce."
    assert statuses(text, nlp, codebook) == ["held"]


def test_talks_that_are_frozen_are_put_off(nlp: Any, codebook: Codebook) -> None:
    assert statuses("Norway freezes talks with Sweden.", nlp, codebook) == ["postponed"]
    assert statuses("Norway is calling off talks with Sweden.", nlp, codebook) == ["cancelled"]
    assert statuses("Norway halts attacks for talks with Sweden.", nlp, codebook) == []


def test_what_somebody_stays_away_from_is_not_off(nlp: Any, codebook: Codebook) -> None:
    text = "Denmark will not attend the summit between Norway and Sweden in Oslo."
    assert statuses(text, nlp, codebook) == ["planned"]
    text = "The dispute will not interfere with the talks between Norway and Sweden."
    assert statuses(text, nlp, codebook) == ["planned"]


def test_what_is_put_off_for_a_meeting_is_not_the_meeting(nlp: Any, codebook: Codebook) -> None:
    text = "Anna Brandt postpones her trip to Norway to focus on Denmark's meeting with Sweden."
    assert "postponed" not in statuses(text, nlp, codebook)


def test_who_is_ready_to_do_this_and_hold_talks_has_held_none(nlp: Any, codebook: Codebook) -> None:
    text = "Norway showed a readiness to disarm and enter talks with Sweden."
    assert statuses(text, nlp, codebook) == ["proposed"]


def test_what_a_cancelled_trip_was_to_include_is_cancelled(nlp: Any, codebook: Codebook) -> None:
    text = "Norway cancels its trip to Denmark, where talks were to be held with Sweden."
    assert statuses(text, nlp, codebook) == ["cancelled"]
