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
