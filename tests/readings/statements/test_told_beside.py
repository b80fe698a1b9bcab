"""Who speaks where several might, and what only looks like a statement, with the real parse."""

from typing import Any

import pytest

from pourparler.codebook import Codebook
from pourparler.model import Report, Statement
from pourparler.readings.read import read


def statements(text: str, nlp: Any, codebook: Codebook) -> dict[str, Statement]:
    """The statements of a report, by cue."""
    found = read(Report.of(text, "2024-05-10"), nlp, codebook).statements
    return {one.cue.exact: one for one in found if one.cue is not None}


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("The summit ended, with Norway saying that no deal was near.", "saying", "Norway"),
        (
            "Norway's prime minister Anna Brandt calls for disarmament, asking all countries to"
            " begin.",
            "asking",
            "Anna Brandt",
        ),
        (
            "Anna Brandt said that children were killed and also condemned the rebels.",
            "condemned",
            "Anna Brandt",
        ),
        ("Norway's leaders reject the talks.", "reject", "unnamed Norwegian leader"),
    ],
)
def test_whose_words_they_are(
    text: str, cue: str, speaker: str, nlp: Any, codebook: Codebook
) -> None:
    statement = statements(text, nlp, codebook)[cue]
    assert statement.speaker is not None
    assert statement.speaker.name == speaker


def test_what_a_speaker_also_does_is_no_part_of_what_he_said(nlp: Any, codebook: Codebook) -> None:
    text = "Anna Brandt said that children were killed and also condemned the rebels."
    (content,) = statements(text, nlp, codebook)["said"].content
    assert content.exact == "that children were killed"


def test_what_a_relative_clause_refuses_is_no_whole_sentence(nlp: Any, codebook: Codebook) -> None:
    text = "The reason is the declaration of independence which Norway does not recognise."
    (content,) = statements(text, nlp, codebook)["recognise"].content
    assert content.exact == "the declaration of independence"


@pytest.mark.parametrize(
    "text",
    [
        "Norway: Presidential elections.",
        "Norway's parliament votes to dismiss Anna Brandt as prime minister.",
        "Anna Brandt is allowed to seek a third term.",
        "The firm restores the suspended account of former president Anna Brandt.",
        "In view of the talks in Oslo, the border stays open.",
        "Anna Brandt is admitted to a hospital in Oslo.",
        "Anna Brandt was barred from accepting the offer.",
        "Norway: The bridge at Mora fell. Nobody was hurt, and the road is closed.",
    ],
)
def test_what_says_nothing(text: str, nlp: Any, codebook: Codebook) -> None:
    assert statements(text, nlp, codebook) == {}
