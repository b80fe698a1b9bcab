"""What came of a meeting: what those who met did at it or after it."""

from typing import Any

import pytest

from pourparler.codebook import Codebook
from pourparler.model import Report
from pourparler.readings.read import read


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (
            "Norway and Sweden resume talks aimed at mending relations and agree to open a road.",
            "agree to open a road",
        ),
        (
            "At a summit in Oslo, Norway and Sweden agree to open a road.",
            "agree to open a road",
        ),
        (
            "As a result of talks between Norwegian Admiral Anna Brandt and Swedish Admiral "
            "Karl Lund about a ship, Norway and Sweden agree to open a road.",
            "agree to open a road",
        ),
        (
            "Rebels from Norway, attending a meeting hosted by Sweden in Oslo, agree to a truce.",
            "agree to a truce",
        ),
        (
            "Norway, Sweden and Denmark meet in Oslo. All three agree that the road must open.",
            "All three agree that the road must open",
        ),
        ("In Oslo, Norway and Sweden conclude talks.", None),
        ("After talks between Norway and Sweden, Denmark agrees to open a road.", None),
        (
            "At a summit of Norway and Sweden in Oslo, both sides did not agree to open a road.",
            None,
        ),
    ],
)
def test_what_several_agree_at_a_meeting_came_of_it(
    text: str, outcome: str | None, nlp: Any, codebook: Codebook
) -> None:
    (meeting,) = read(Report.of(text, "2024-05-10"), nlp, codebook).meetings
    assert meeting.outcome == outcome
