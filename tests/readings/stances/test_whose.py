"""Whose a position is, with names and titles as the reader finds them."""

from typing import Any

import pytest

from pourparler.codebook import Codebook
from pourparler.model import Position, Report
from pourparler.readings.read import read


def positions(text: str, nlp: Any, codebook: Codebook) -> tuple[Position, ...]:
    return read(Report.of(text, "2024-05-10"), nlp, codebook).positions


@pytest.mark.parametrize(
    "text",
    [
        "Politicians in Norway demand a ceasefire.",
        "Norwegian judges reject a ceasefire.",
        "Norwegian senator Karl Lund demands a ceasefire.",
        "Radical Norwegian cleric Karl Lund demands a ceasefire.",
        "It is expected that the president of Norway will call for a ceasefire.",
        "The mayor of Oslo in Norway, Karl Lund, announces that he will resign.",
        "Bergen governor Karl Lund of Norway rejects a ceasefire.",
        "Forces loyal to Norwegian president Karl Lund say they accept a ceasefire.",
        "Thousands protest in the capital Oslo calling for Sweden's president to resign.",
        "Norwegians reject a referendum on the law.",
        "Prominent Norwegians demand an apology.",
        "Norway says that its allies retain the majority needed to amend the constitution.",
        "Norwegian envoy Karl Lund urges president Nils Berg of Sweden to hold a meeting on fish.",
        "Norway's Catholic bishops call on the president to resign.",
        "Norway's envoy was sacked after he made an unauthorised offer of talks.",
    ],
)
def test_a_private_person_speaks_for_no_state(text: str, nlp: Any, codebook: Codebook) -> None:
    assert positions(text, nlp, codebook) == ()


def test_an_opposition_leader_speaks_for_the_opposition(nlp: Any, codebook: Codebook) -> None:
    text = "Norwegian opposition leader Karl Lund demands a ceasefire."
    (position,) = positions(text, nlp, codebook)
    assert position.party.represents == "norway.opposition"


def test_what_he_will_do_is_told_by_his_name(nlp: Any, codebook: Codebook) -> None:
    text = "Norwegian president Karl Lund says that he will meet the president of Sweden."
    (position,) = positions(text, nlp, codebook)
    assert position.summary.startswith("Norway says that Karl Lund will meet the president")


def test_whose_restraint_is_praised_is_not_who_praises(nlp: Any, codebook: Codebook) -> None:
    text = (
        "Norwegian president Karl Lund met Swedish president Nils Berg, praising him for his"
        " respect for the constitution."
    )
    parties = {one.party.represents for one in positions(text, nlp, codebook)}
    assert parties <= {"sweden"}


def test_an_agreement_between_others_binds_them(nlp: Any, codebook: Codebook) -> None:
    text = "Qatar announces an agreement between Norway and Sweden to extend the ceasefire."
    parties = {one.party.represents for one in positions(text, nlp, codebook)}
    assert parties == {"norway", "sweden"}


def test_what_a_rejected_resolution_calls_for_is_not_who_rejects(
    nlp: Any, codebook: Codebook
) -> None:
    text = "Norway rejected UNSC Resolution 1706, calling for a new peacekeeping force."
    assert "demand" not in {one.stance for one in positions(text, nlp, codebook)}


def test_they_whom_the_parties_speak_of_are_the_parties(nlp: Any, codebook: Codebook) -> None:
    text = (
        "Norwegian president Karl Lund and Swedish president Nils Berg conclude talks. The parties"
        " say they have been unable to agree on human rights issues but pledge to hold more talks."
    )
    found = positions(text, nlp, codebook)
    assert found
    assert {one.voice for one in found} == {"own"}


def test_what_a_report_adds_of_another_is_ascribed_to_nobody(nlp: Any, codebook: Codebook) -> None:
    text = (
        "Norwegian president Karl Lund visits Oslo to attempt to discuss peace with the Taliban,"
        " which has declined such talks."
    )
    (position,) = positions(text, nlp, codebook)
    assert (position.party.represents, position.voice) == ("taliban", "own")


def test_what_was_not_necessary_for_another_is_not_refused(nlp: Any, codebook: Codebook) -> None:
    text = (
        "Norwegian president Karl Lund says that it was not necessary for Brandt to leave the"
        " country as Norway had hoped for a power-sharing government."
    )
    assert "refusal" not in {one.stance for one in positions(text, nlp, codebook)}


def test_a_bracket_that_is_not_closed_is_left_out(nlp: Any, codebook: Codebook) -> None:
    text = (
        "An envoy of Norway rejects a truce offered by the Council of Northern Towns (CNT) and"
        " says that it comes too late."
    )
    summaries = {one.summary for one in positions(text, nlp, codebook)}
    assert "Norway rejects a truce offered by the Council of Northern Towns" in summaries


def test_the_accused_are_they_not_who_accuses(nlp: Any, codebook: Codebook) -> None:
    text = (
        "Norwegian president Karl Lund accuses Brazil and China of using their proposed peace plan"
        " for ending the war to increase their power."
    )
    assert "norway" not in {one.party.represents for one in positions(text, nlp, codebook)}


def test_a_plan_that_is_not_accepted_is_not_its_makers_refusal(
    nlp: Any, codebook: Codebook
) -> None:
    text = "Norwegian president Karl Lund says he will not accept any Swedish plan for peace."
    assert {one.party.represents for one in positions(text, nlp, codebook)} <= {"norway"}


def test_a_president_who_calls_for_a_meeting_wants_none_of_presidents(
    nlp: Any, codebook: Codebook
) -> None:
    text = "Norwegian president Karl Lund calls for a security meeting in Oslo."
    assert positions(text, nlp, codebook) == ()
