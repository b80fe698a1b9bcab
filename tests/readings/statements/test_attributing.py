"""Phrases that attribute without a verb of saying, and what they leave out."""

from typing import Any

from tests.readings.statements.desk import read, told


def test_in_his_words_attributes_what_stands_around(nlp: Any) -> None:
    text = "The most important step, in the minister's words, is a new constitution."
    (statement,) = read(nlp, text)
    assert statement.speaker is not None
    assert statement.speaker.span.exact.endswith("minister")
    assert told(statement) == ["The most important step", "is a new constitution"]


def test_words_that_are_no_aside_attribute_nothing(nlp: Any) -> None:
    found = read(nlp, "The committee found an error in his words about the bridge.")
    assert not any("committee" in part for statement in found for part in told(statement))


def test_as_he_was_quoted_as_saying_closes_what_was_said(nlp: Any) -> None:
    text = "The withdrawal is the first matter to be settled, he was quoted as saying."
    (statement,) = read(nlp, text)
    assert told(statement) == ["The withdrawal is the first matter to be settled"]


def test_nothing_before_goes_on_to_what_comes_first(nlp: Any) -> None:
    text = "The envoy told reporters on Tuesday that nothing can be built before the army leaves."
    (statement,) = read(nlp, text)
    assert told(statement) == ["that nothing can be built before the army leaves"]


def test_an_account_in_a_paper_is_the_papers(nlp: Any) -> None:
    (statement,) = read(nlp, "The talks failed, according to an account in the Gazette.")
    assert statement.speaker is not None
    assert statement.speaker.span.exact.endswith("Gazette")


def test_who_stands_beside_the_words_quoted_says_them(nlp: Any) -> None:
    text = 'An invitation to the guests may go out "at any moment," the minister said on Friday.'
    (statement,) = [one for one in read(nlp, text) if one.kind != "indirect"]
    assert statement.speaker is not None
    assert statement.speaker.span.exact.endswith("minister")
    assert told(statement) == ['An invitation to the guests may go out "at any moment,"']


def test_a_sentence_after_a_quotation_ends_in_the_next_one(nlp: Any) -> None:
    text = '"Better days await us." The ban must end "as soon as possible," the minister said.'
    assert 'The ban must end "as soon as possible,"' in [
        part for statement in read(nlp, text) for part in told(statement)
    ]


def test_an_aside_between_commas_does_not_hide_what_was_proposed(nlp: Any) -> None:
    text = "The envoy proposed, as the round drew to a close, that it be declared the last one."
    assert ["that it be declared the last one"] in [told(one) for one in read(nlp, text)]


def test_where_a_report_was_written_says_nothing(nlp: Any) -> None:
    (statement,) = read(nlp, "GENEVA: Norway's foreign minister said that a deal is close.")
    assert told(statement) == ["that a deal is close"]
