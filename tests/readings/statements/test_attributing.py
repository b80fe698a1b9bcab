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
