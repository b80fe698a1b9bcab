"""Who is taken to have taken part, and who only lends a name."""

from typing import Any

import pytest

from pourparler.codebook import Codebook
from pourparler.model import Report
from pourparler.readings.read import read


def sides(text: str, nlp: Any, codebook: Codebook) -> list[list[str | None]]:
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
    assert sides(text, nlp, codebook) == [["france", "poland"]]


def test_a_land_named_before_the_subject_is_not_there(nlp: Any, codebook: Codebook) -> None:
    text = "After elections in Finland, Norway met Sweden in Oslo."
    assert sides(text, nlp, codebook) == [["norway", "sweden"]]
