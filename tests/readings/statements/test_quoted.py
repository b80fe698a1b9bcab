"""Who said the words in quotation marks, on the pipeline's own parse."""

from typing import Any

from tests.readings.statements.desk import read, told


def outermost(nlp: Any, text: str) -> list[tuple[str | None, list[str]]]:
    return [
        (statement.speaker.span.exact if statement.speaker else None, told(statement))
        for statement in read(nlp, text)
        if statement.nested_in is None
    ]


def test_a_quotation_before_its_tag(nlp: Any) -> None:
    assert outermost(nlp, '"We will meet again," she said.') == [("she", ['"We will meet again,"'])]


def test_a_tag_with_the_verb_first(nlp: Any) -> None:
    ((speaker, parts),) = outermost(nlp, '"The border is open," said the minister.')
    assert speaker is not None
    assert "minister" in speaker
    assert parts == ['"The border is open,"']


def test_a_quotation_after_a_colon(nlp: Any) -> None:
    ((speaker, parts),) = outermost(nlp, 'He said: "The border is open."')
    assert (speaker, parts) == ("He", ['"The border is open."'])


def test_an_interrupted_quotation_is_one_statement(nlp: Any) -> None:
    ((speaker, parts),) = outermost(nlp, '"The border," he said, "is open."')
    assert (speaker, parts) == ("he", ['"The border,"', '"is open."'])


def test_what_floats_after_a_tag_belongs_to_it(nlp: Any) -> None:
    text = '"The border is open," he said. "It will stay open all year."'
    assert outermost(nlp, text) == [
        ("he", ['"The border is open,"']),
        ("he", ['"It will stay open all year."']),
    ]


def test_what_goes_on_in_the_tags_own_sentence_is_one_statement(nlp: Any) -> None:
    text = '"The border is open," he said, but "it may close again in winter."'
    ((_, parts),) = outermost(nlp, text)
    assert len(parts) == 2


def test_a_paragraph_that_is_one_quotation_goes_on_with_the_speaker(nlp: Any) -> None:
    text = '"The border is open," he said.\n\n"It will stay open all year."'
    assert [speaker for speaker, _ in outermost(nlp, text)] == ["he", "he"]


def test_a_quotation_over_paragraphs_is_one_statement(nlp: Any) -> None:
    text = 'She said: "The border is open.\n\n"It will stay open all year."'
    ((speaker, parts),) = outermost(nlp, text)
    assert speaker == "She"
    assert parts == ['"The border is open.', '"It will stay open all year."']


def test_marks_that_do_not_match(nlp: Any) -> None:
    assert outermost(nlp, '"We will meet again,” she added.') == [
        ("she", ['"We will meet again,”'])
    ]


def test_we_in_quoted_words_is_the_speaker(nlp: Any) -> None:
    statements = read(nlp, '"We believe that the talks will resume," Brandt said.')
    outer = next(found for found in statements if found.nested_in is None)
    inner = next(found for found in statements if found.nested_in == outer.id)
    assert inner.attitude == "belief"
    assert inner.speaker is not None
    assert outer.speaker is not None
    assert inner.speaker.name == outer.speaker.name


def test_a_quotation_signed_with_a_dash(nlp: Any) -> None:
    ((speaker, parts),) = outermost(nlp, '"Peace needs patience and many meetings." – Anna Brandt')
    assert speaker is not None
    assert "Brandt" in speaker
    assert parts == ['"Peace needs patience and many meetings."']


def test_from_and_a_colon_names_the_speaker(nlp: Any) -> None:
    ((speaker, parts),) = outermost(nlp, 'And from the ministry: "The border is open again."')
    assert speaker is not None
    assert "ministry" in speaker
    assert parts == ['"The border is open again."']


def test_unquoted_scare_words_are_no_statement(nlp: Any) -> None:
    assert outermost(nlp, 'The "border" runs along the river.') == []


def test_a_demand_after_the_tag_is_the_speakers(nlp: Any) -> None:
    text = '"We have no conditions," the minister said, but the guests must leave the valley.'
    ((speaker, parts),) = outermost(nlp, text)
    assert speaker is not None
    assert speaker.endswith("minister")
    assert parts == ['"We have no conditions,"', "but the guests must leave the valley"]


def test_what_another_does_after_the_tag_is_not_said(nlp: Any) -> None:
    text = '"We have no conditions," the minister said, but the guests left the valley.'
    ((_, parts),) = outermost(nlp, text)
    assert parts == ['"We have no conditions,"']
