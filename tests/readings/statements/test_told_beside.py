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
        "No group has claimed responsibility for the attack.",
        "President Karl Lund calls in the army to end the riots.",
        "The Oslo court issues the maximum fine on the firm for fraud.",
        "Norway meets Sweden in Oslo for talks about its ports.",
        "The parliament votes to dismiss judges of the court.",
        "Norway changed its budget after declining growth in 2018.",
        "Ruling Peoples Party of Orsk wins a majority.",
        "The rule (known as the alarm) came to allow officials to set hours.",
        "Presidential hopeful Karl Lund scores two more victories in Oslo.",
        "Anna Brandt was barred from accepting the offer.",
        "Norway: The bridge at Mora fell. Nobody was hurt, and the road is closed.",
    ],
)
def test_what_says_nothing(text: str, nlp: Any, codebook: Codebook) -> None:
    assert statements(text, nlp, codebook) == {}


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "Karl Lund has ordered the army to seize Oslo, prompting the council to resign.",
            "ordered",
            "the army to seize Oslo",
        ),
        (
            "Norway vows to help Sweden with its gas as Karl Lund underlines his concerns.",
            "vows",
            "to help Sweden with its gas",
        ),
        (
            "Norwegian Civil War: Sweden has left the talks, President Karl Lund has told envoys.",
            "told",
            "Sweden has left the talks",
        ),
        (
            "Norway adopts the declaration, calling for a ceasefire in the war, the release of "
            "hostages, the return of the Front, and renewed talks.",
            "calling",
            "a ceasefire in the war, the release of hostages, the return of the Front, and "
            "renewed talks",
        ),
        (
            "The commission says the vote was won by Lund, but monitors say that it fell short.",
            "says",
            "the vote was won by Lund",
        ),
        (
            "Karl Lund requests that Norway release all prisoners, describing the camps as bad.",
            "requests",
            "that Norway release all prisoners",
        ),
        (
            "Officials call it a threat with Karl Lund vowing to punish those responsible.",
            "call",
            "it a threat",
        ),
        (
            "Anna Brandt urges respect for the status quo for Oslo and calls for talks.",
            "urges",
            "respect for the status quo for Oslo",
        ),
        (
            "The party decides to vote for the budget, likely forcing the fall of the cabinet.",
            "decides",
            "to vote for the budget",
        ),
        (
            "Norway and Sweden agree to restart visits, to hold talks early next year, and to "
            "work toward a treaty.",
            "agree",
            "to restart visits, to hold talks early next year, and to work toward a treaty",
        ),
        (
            "Norway seizes a ship on accusations that the sale of it violated sanctions, and "
            "flies the crew to Oslo.",
            "accusations",
            "that the sale of it violated sanctions",
        ),
    ],
)
def test_what_came_of_it_or_went_on_beside_it_is_no_part_of_it(
    text: str, cue: str, content: str, nlp: Any, codebook: Codebook
) -> None:
    assert [part.exact for part in statements(text, nlp, codebook)[cue].content] == [content]


def test_who_calls_somebody_to_thank_him_thanks_him(nlp: Any, codebook: Codebook) -> None:
    found = statements("Brandt called Prime Minister Karl Lund to express thanks.", nlp, codebook)
    assert "called" not in found
    assert found["express"].speaker is not None
    assert found["express"].speaker.name == "Brandt"


def test_those_who_are_counted_speak(nlp: Any, codebook: Codebook) -> None:
    text = "Tens of thousands of protesters demand that he leave."
    speaker = statements(text, nlp, codebook)["demand"].speaker
    assert speaker is not None
    assert speaker.name == "Tens of thousands of protesters"


def test_words_in_marks_are_not_said_by_who_wishes_to_replace_them(
    nlp: Any, codebook: Codebook
) -> None:
    text = 'Norway has delivered no alternative to the "northern plan" which Brandt wishes to drop.'
    found = statements(text, nlp, codebook)
    assert all("plan" not in part.exact for one in found.values() for part in one.content)


@pytest.mark.parametrize(
    ("text", "cue", "said"),
    [
        ("Brandt says that the law is harsh and calls for calm.", "calls", "calm"),
        ("Brandt says that troops left Oslo and calls for a truce.", "calls", "a truce"),
        ("Brandt says that the army will leave and calls for talks.", "calls", "talks"),
        (
            "Brandt says that there were camps but declines to say where.",
            "declines",
            "to say where",
        ),
        (
            "Brandt denies the claims, saying that the men were arrested in Oslo, and demands "
            "their release.",
            "demands",
            "their release",
        ),
    ],
)
def test_what_a_speaker_goes_on_to_do_is_his(
    text: str, cue: str, said: str, nlp: Any, codebook: Codebook
) -> None:
    found = statements(text, nlp, codebook)
    assert found[cue].speaker is not None
    assert found[cue].speaker.name == "Brandt"
    assert [part.exact for part in found[cue].content] == [said]
    before = [one for name, one in found.items() if name != cue]
    assert all(cue not in part.exact for one in before for part in one.content)


def test_what_a_denial_says_is_said(nlp: Any, codebook: Codebook) -> None:
    text = "Brandt denies the claims, saying that the men were arrested in Oslo."
    (content,) = statements(text, nlp, codebook)["saying"].content
    assert content.exact == "that the men were arrested in Oslo"


def test_no_sentence_stands_around_a_phrase_in_a_relative_clause(
    nlp: Any, codebook: Codebook
) -> None:
    text = "Brandt noted that talks need a result, which according to him has already come."
    assert set(statements(text, nlp, codebook)) == {"noted"}
