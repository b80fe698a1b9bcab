"""Several who speak together: each is a speaker, and each holds what they say."""

from typing import Any

import pytest

from pourparler.codebook import Codebook
from pourparler.model import Reading, Report
from pourparler.readings.read import read


def _read(text: str, nlp: Any, codebook: Codebook) -> Reading:
    return read(Report.of(text, "2031-05-20"), nlp, codebook)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Peru, Chile and Bolivia said that the border would open in June.",
            ["peru", "chile", "bolivia"],
        ),
        ("Peru said that the border would open in June.", ["peru"]),
        (
            "The presidents of Peru and Chile said that the border would open in June.",
            ["peru", "chile"],
        ),
    ],
)
def test_everybody_who_speaks_is_kept(
    text: str, speakers: list[str], nlp: Any, codebook: Codebook
) -> None:
    (statement,) = _read(text, nlp, codebook).statements
    assert statement.speaker is not None
    found = (statement.speaker, *statement.joint)
    assert [one.represents or one.actor for one in found] == speakers


def test_each_of_them_holds_what_they_say(nlp: Any, codebook: Codebook) -> None:
    text = "Peru and Chile said they will withdraw their troops from the valley."
    reading = _read(text, nlp, codebook)
    held = {
        (one.party.represents or one.party.actor, one.issue, one.stance, one.voice)
        for one in reading.positions
    }
    assert held == {
        ("peru", "troop-withdrawal", "commitment", "own"),
        ("chile", "troop-withdrawal", "commitment", "own"),
    }


def test_each_of_them_wants_what_they_put_first(nlp: Any, codebook: Codebook) -> None:
    text = "Peru and Chile said there would be no talks until the prisoners are released."
    found = _read(text, nlp, codebook).preconditions
    held = {(one.party.represents or one.party.actor, one.wants, one.before) for one in found}
    assert held == {("peru", "prisoners", "talks"), ("chile", "prisoners", "talks")}
