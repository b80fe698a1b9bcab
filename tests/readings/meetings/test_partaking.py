"""Who is taken to have taken part, and who only lends a name."""

from typing import Any

import pytest

from pourparler.codebook import Codebook
from pourparler.model import Report
from pourparler.readings.read import read


def sides(text: str, nlp: Any, codebook: Codebook) -> list[list[str]]:
    found = read(Report.of(text, "2024-05-10"), nlp, codebook).meetings
    return [sorted(str(one.mention.actor) for one in each.participants) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "President Anna Brandt and President Karl Lund hold talks in Geneva.",
        "Foreign Minister Anna Brandt and Foreign Minister Karl Lund hold talks in Geneva.",
        "Norwegian prime minister Anna Brandt and Swedish president Karl Lund meet in Oslo.",
    ],
)
def test_both_titled_subjects_meet(text: str, nlp: Any, codebook: Codebook) -> None:
    assert sides(text, nlp, codebook) == [["person:anna-brandt", "person:karl-lund"]]


@pytest.mark.parametrize(
    "text",
    [
        "Norway, Sweden hold talks in Geneva",
        "Norway and Sweden hold talks in Geneva.",
        "Norway and Sweden hold talks on the Belarus–Poland border.",
        "Non-NATO discussions between Norway and Sweden were held in Kyiv.",
    ],
)
def test_states_meet_and_those_in_names_do_not(text: str, nlp: Any, codebook: Codebook) -> None:
    assert sides(text, nlp, codebook) == [["norway", "sweden"]]


def test_who_backs_a_side_is_not_there(nlp: Any, codebook: Codebook) -> None:
    found = sides("Rwanda-backed rebels held a meeting with Angola in Luanda.", nlp, codebook)
    assert all("rwanda" not in each for each in found)


def test_a_congress_of_a_land_is_that_lands(nlp: Any, codebook: Codebook) -> None:
    text = "The summit of the Congress of France with Poland was held in Paris."
    (found,) = sides(text, nlp, codebook)
    assert [one.partition(".")[0] for one in found] == ["france", "poland"]


def test_a_land_named_before_the_subject_is_not_there(nlp: Any, codebook: Codebook) -> None:
    text = "After elections in Finland, Norway met Sweden in Oslo."
    assert sides(text, nlp, codebook) == [["norway", "sweden"]]


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Norway and Sweden end with no breakthrough over fish.",
        "Norway and Sweden commence talks about the future of the border region.",
        "Norway–Sweden talks resume in Geneva.",
        "The Norwegian delegation said after talks with Sweden that an agreement was near.",
        "Norway said that peace talks with Sweden in Geneva, Switzerland, have failed.",
        "The meeting between Norway and Sweden on the conflict between Kenya and Mali was held.",
        "Norway and Sweden held talks in Nairobi, Kenya, on Monday.",
    ],
)
def test_however_it_is_told_the_same_two_meet(text: str, nlp: Any, codebook: Codebook) -> None:
    assert sides(text, nlp, codebook) == [["norway", "sweden"]]


def test_who_speaks_at_a_news_conference_with_another_met_him(nlp: Any, codebook: Codebook) -> None:
    text = "President Anna Brandt said at a news conference with President Karl Lund in Oslo: No."
    assert sides(text, nlp, codebook) == [["person:anna-brandt", "person:karl-lund"]]


def test_ministers_from_several_lands_stand_for_all_of_them(nlp: Any, codebook: Codebook) -> None:
    text = "Representatives from Norway, Sweden and Denmark meet in Geneva."
    (found,) = sides(text, nlp, codebook)
    assert {"norway", "sweden", "denmark"} <= set(found)


def test_those_named_together_before_are_meant_by_the_three(nlp: Any, codebook: Codebook) -> None:
    text = "Norway, Sweden and Denmark want peace. The three met in Geneva on Monday."
    assert sides(text, nlp, codebook) == [["denmark", "norway", "sweden"]]


@pytest.mark.parametrize(
    "text",
    [
        "Norway's leader visits the summit of Mount Kenya with the Swedish army.",
        "President Anna Brandt receives the Johnson vaccine.",
        "Norway is to hold a second round of elections on June 17.",
        "The Norwegian negotiator was appointed envoy to talks between Kenya and Mali.",
    ],
)
def test_what_only_sounds_like_a_meeting_is_none(text: str, nlp: Any, codebook: Codebook) -> None:
    assert sides(text, nlp, codebook) == []


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("The meeting that brought together Norway and Sweden was held in Geneva.", set()),
        (
            "The Norwegian foreign minister will meet Sweden in the presence of Denmark.",
            {"sweden", "denmark"},
        ),
    ],
)
def test_those_brought_together_or_present_took_part(
    text: str, present: set[str], nlp: Any, codebook: Codebook
) -> None:
    found = read(Report.of(text, "2024-05-10"), nlp, codebook).meetings
    sides = {one.mention.represents or one.mention.actor for one in found[0].participants}
    assert sides == {"norway", "sweden"} | present


@pytest.mark.parametrize(
    "text",
    [
        "Incoming special envoy Anna Brandt meets with President Karl Lund in an effort to agree.",
        "Talks were held in Nairobi between President Anna Brandt and President Karl Lund.",
    ],
)
def test_a_subject_the_parse_lost_still_met(text: str, nlp: Any, codebook: Codebook) -> None:
    assert sides(text, nlp, codebook) == [["person:anna-brandt", "person:karl-lund"]]


def test_those_who_only_brokered_talks_did_not_hold_them(nlp: Any, codebook: Codebook) -> None:
    text = "It was the second round of negotiations brokered by Norway and Sweden."
    assert sides(text, nlp, codebook) == []


def test_who_was_absent_did_not_take_part(nlp: Any, codebook: Codebook) -> None:
    text = "Norway and Sweden met in Geneva without the participation of Denmark."
    assert sides(text, nlp, codebook) == [["norway", "sweden"]]


@pytest.mark.parametrize(
    "text",
    [
        "After meeting with Norway, Sweden says that a truce is near.",
        "Norway and Sweden agreed to a truce after peace talks in Geneva.",
    ],
)
def test_who_says_or_agrees_after_talks_held_them(text: str, nlp: Any, codebook: Codebook) -> None:
    assert sides(text, nlp, codebook) == [["norway", "sweden"]]


def test_whose_visit_it_is_meets_not_who_is_told_beside(nlp: Any, codebook: Codebook) -> None:
    text = (
        "Kenya tightens security at its stations ahead of President Anna Brandt's visit to "
        "Nairobi for her summit with President Karl Lund."
    )
    assert sides(text, nlp, codebook) == [["person:anna-brandt", "person:karl-lund"]]


def test_what_talks_end_with_takes_no_part(nlp: Any, codebook: Codebook) -> None:
    text = "The annual APEC meeting in Hanoi concludes with a call for trade with Norway."
    assert sides(text, nlp, codebook) == [["apec"]]


def test_who_only_reports_takes_no_part(nlp: Any, codebook: Codebook) -> None:
    text = "An agreement was reached in talks with Norway in Oslo, the TASS news agency reported."
    assert all("tass" not in each for each in sides(text, nlp, codebook))


def test_nobody_meets_at_home_for_consultations(nlp: Any, codebook: Codebook) -> None:
    text = "Norwegian envoy Anna Brandt returned to Oslo on Wednesday for consultations."
    assert sides(text, nlp, codebook) == []


def test_of_who_only_tells_of_talks_his_side_took_part(nlp: Any, codebook: Codebook) -> None:
    text = (
        "Norwegian president Anna Brandt tweets that progress is being made in talks with Sweden."
    )
    (meeting,) = read(Report.of(text, "2024-05-10"), nlp, codebook).meetings
    assert [one.mention.actor for one in meeting.participants] == ["norway", "sweden"]
    assert meeting.level == ()


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Sweden were unable to come to terms during their meeting in Oslo.",
        "Leaders of Norway and Sweden failed to find a solution at a crisis meeting held in Oslo.",
    ],
)
def test_those_who_did_not_agree_at_a_meeting_met(text: str, nlp: Any, codebook: Codebook) -> None:
    (meeting,) = read(Report.of(text, "2024-05-10"), nlp, codebook).meetings
    assert {one.mention.represents for one in meeting.participants} == {"norway", "sweden"}
    assert (meeting.status, meeting.place) == ("held", "Oslo")


def test_who_urges_whom_during_a_meeting_met(nlp: Any, codebook: Codebook) -> None:
    text = "During a meeting in Oslo, President Anna Brandt urges President Karl Lund to pay."
    assert sides(text, nlp, codebook) == [["person:anna-brandt", "person:karl-lund"]]


def test_talks_on_a_matter_are_between_those_named_behind_it(nlp: Any, codebook: Codebook) -> None:
    text = "Talks on migration between Norway and Sweden will resume."
    assert sides(text, nlp, codebook) == [["norway", "sweden"]]
    text = "Talks on the border between Norway and Sweden will resume."
    assert ["norway", "sweden"] not in sides(text, nlp, codebook)


def test_a_body_meets_at_its_summit(nlp: Any, codebook: Codebook) -> None:
    text = "At its summit in Hanoi, APEC condemned the attack."
    assert sides(text, nlp, codebook) == [["apec"]]


def test_they_are_not_whoever_tells_of_them(nlp: Any, codebook: Codebook) -> None:
    text = "Norway said the rebels would face sanctions if they held talks with Sweden."
    assert all("norway" not in each for each in sides(text, nlp, codebook))


def test_on_a_map_nobody_meets(nlp: Any, codebook: Codebook) -> None:
    text = "The fire began on the river where Norway and Sweden meet."
    assert sides(text, nlp, codebook) == []


def test_what_led_to_talks_is_not_what_came_of_them(nlp: Any, codebook: Codebook) -> None:
    text = "Norway and Sweden met in Oslo after they agreed on a ceasefire."
    (meeting,) = read(Report.of(text, "2024-05-10"), nlp, codebook).meetings
    assert meeting.outcome is None


def test_who_sends_an_envoy_is_not_there(nlp: Any, codebook: Codebook) -> None:
    text = "Norway freed a man after talks with Anna Brandt's envoy Karl Lund."
    (meeting,) = read(Report.of(text, "2024-05-10"), nlp, codebook).meetings
    assert {one.mention.name for one in meeting.participants} == {"Norway", "Karl Lund"}


def test_a_president_elect_is_the_person(nlp: Any, codebook: Codebook) -> None:
    text = "Norwegian President Anna Brandt meets with President-elect Karl Lund in Oslo."
    (meeting,) = read(Report.of(text, "2024-05-10"), nlp, codebook).meetings
    assert [one.mention.name for one in meeting.participants] == ["Anna Brandt", "Karl Lund"]


@pytest.mark.parametrize(
    "text",
    [
        "Denmark cancels a planned meeting with Norway and Sweden for Friday.",
        "Denmark is calling off the summit with Norway and Sweden.",
    ],
)
def test_those_after_with_are_one_side(text: str, nlp: Any, codebook: Codebook) -> None:
    assert sides(text, nlp, codebook) == [["denmark", "norway", "sweden"]]


def test_who_speaks_ahead_of_meetings_with_others_meets_them(nlp: Any, codebook: Codebook) -> None:
    text = "Anna Brandt calls for calm ahead of meetings with Norwegian and Swedish leaders."
    (meeting,) = read(Report.of(text, "2024-05-10"), nlp, codebook).meetings
    assert meeting.status == "planned"
    assert "Anna Brandt" in {one.mention.name for one in meeting.participants}


def test_what_opens_in_answer_to_a_meeting_is_another(nlp: Any, codebook: Codebook) -> None:
    text = "A conference opens in response to President Anna Brandt's summit with Sweden in Oslo."
    (meeting,) = read(Report.of(text, "2024-05-10"), nlp, codebook).meetings
    assert meeting.occurred is None
    assert {one.mention.name for one in meeting.participants} == {"Anna Brandt", "Sweden"}


def test_a_governor_beside_his_president_met_nobody(nlp: Any, codebook: Codebook) -> None:
    text = (
        "President of Norway Anna Brandt, speaking at a joint press conference with "
        "Bergen state governor Karl Lund, promised houses."
    )
    assert sides(text, nlp, codebook) == []


@pytest.mark.parametrize(
    "text",
    [
        "In Oslo, Norway and Sweden conclude talks.",
        "Delegations from Norway and Sweden gather in Oslo.",
    ],
)
def test_places_and_matters_are_nobody(text: str, nlp: Any, codebook: Codebook) -> None:
    (found,) = sides(text, nlp, codebook)
    assert {one for one in found if one != "None"} == {"norway", "sweden"}


def test_what_experts_know_of_is_nobody(nlp: Any, codebook: Codebook) -> None:
    text = "Norway held talks with experts on Sweden in Oslo."
    assert all("sweden" not in found for found in sides(text, nlp, codebook))


@pytest.mark.parametrize(
    "text",
    [
        "Norway frees two men, following negotiations with Sweden.",
        "Norway and Sweden agree on a deal following talks in Brussels.",
    ],
)
def test_what_follows_talks_is_done_by_those_who_held_them(
    text: str, nlp: Any, codebook: Codebook
) -> None:
    assert sides(text, nlp, codebook) == [["norway", "sweden"]]


def test_who_speaks_prior_to_a_meeting_is_to_meet(nlp: Any, codebook: Codebook) -> None:
    text = "Prior to a meeting with President Karl Lund, President Anna Brandt announces aid."
    (meeting,) = read(Report.of(text, "2024-05-10"), nlp, codebook).meetings
    assert meeting.status == "planned"
    assert {one.mention.name for one in meeting.participants} == {"Anna Brandt", "Karl Lund"}


def test_representatives_of_somebody_are_there_without_her(nlp: Any, codebook: Codebook) -> None:
    text = "Representatives of President of Norway Anna Brandt meet with Sweden in Oslo."
    (meeting,) = read(Report.of(text, "2024-05-10"), nlp, codebook).meetings
    assert "Anna Brandt" not in {one.mention.name for one in meeting.participants}


def test_leaders_of_one_body_meet(nlp: Any, codebook: Codebook) -> None:
    text = "European Union leaders meet to discuss the budget."
    (meeting,) = read(Report.of(text, "2024-05-10"), nlp, codebook).meetings
    assert (meeting.status, meeting.level) == ("held", ("leaders",))


def test_who_mediated_may_be_told_at_the_end(nlp: Any, codebook: Codebook) -> None:
    text = (
        "Norway opens an embassy after a meeting between the newly elected Norwegian President "
        "Anna Brandt and Swedish President Karl Lund in Nairobi, mediated by Denmark."
    )
    (meeting,) = read(Report.of(text, "2024-05-10"), nlp, codebook).meetings
    assert meeting.place == "Nairobi"
    assert [one.mention.name for one in meeting.participants if one.role == "mediator"] == [
        "Denmark"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Sweden hold a round of talks in Nairobi, Kenya, and agree on a truce.",
        "Norway and Sweden hold talks amid an escalation in the dispute with Denmark.",
    ],
)
def test_a_land_of_the_place_or_of_the_matter_is_nobody(
    text: str, nlp: Any, codebook: Codebook
) -> None:
    assert sides(text, nlp, codebook) == [["norway", "sweden"]]


def test_who_speaks_of_his_own_summit_is_there(nlp: Any, codebook: Codebook) -> None:
    text = "President Karl Lund announces that his summit with Sweden will take place in Oslo."
    (meeting,) = read(Report.of(text, "2024-05-10"), nlp, codebook).meetings
    assert {one.mention.name for one in meeting.participants} == {"Karl Lund", "Sweden"}
