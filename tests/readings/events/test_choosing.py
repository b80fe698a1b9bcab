"""What is an event and what only sounds like one."""

from typing import Any

import pytest

from pourparler.codebook import Codebook
from pourparler.model import Event, Report
from pourparler.readings.read import read


def events(text: str, nlp: Any, codebook: Codebook) -> list[Event]:
    return list(read(Report.of(text, "2024-05-10"), nlp, codebook).events)


@pytest.mark.parametrize(
    "text",
    [
        "At least eleven people are killed in a fire at a hotel in Norway.",
        "Five people are killed after a bus overturns near Oslo.",
        "A hurricane kills seven people in Kenya.",
        "A cholera outbreak kills at least 16 people in Kenya.",
        "It is the first fatal shark attack in Kenya since 2003.",
        "The economy of Kenya struggles since the Ethiopian invasion of Somalia.",
        "The vigil is held on the anniversary of the attack on the parliament of Kenya.",
    ],
)
def test_accidents_and_anniversaries_are_no_attacks(
    text: str, nlp: Any, codebook: Codebook
) -> None:
    assert not [one for one in events(text, nlp, codebook) if one.type == "ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Five soldiers are killed in a bomb attack on a bus in Kenya.",
        "Rebels kill seven villagers near the mine in Kenya.",
    ],
)
def test_violence_beside_a_bus_or_a_mine_is_an_attack(
    text: str, nlp: Any, codebook: Codebook
) -> None:
    assert [one.type for one in events(text, nlp, codebook)] == ["ASSAULT"]


def test_a_verb_of_a_headline_taken_for_a_noun_is_read(nlp: Any, codebook: Codebook) -> None:
    (event,) = events("Kenyan police arrest 121 protesters over the march.", nlp, codebook)
    assert event.type == "COERCE"


def test_killed_in_a_land_is_not_killed_by_it(nlp: Any, codebook: Codebook) -> None:
    (event,) = events("Three aid workers were shot dead in Kenya.", nlp, codebook)
    assert event.actors == ()
