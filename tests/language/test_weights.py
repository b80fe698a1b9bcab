"""What the shipped weights must do, whatever else they get right."""

import time

import pytest
from spacy.language import Language

from pourparler import language

SENTENCE = "Foreign Minister Anna Brandt said that Germany would withdraw its troops from Orsk."


def test_a_plain_report_sentence_is_read(nlp: Language) -> None:
    doc = nlp(SENTENCE)
    found = {token.text: (token.pos_, token.dep_, token.head.text, token.lemma_) for token in doc}
    assert found["said"] == ("VERB", "ROOT", "said", "say")
    assert found["Anna"] == ("PROPN", "nsubj", "said", "Anna")
    assert found["Minister"][1:3] == ("nmod:desc", "Anna")
    assert found["withdraw"] == ("VERB", "ccomp", "said", "withdraw")
    assert found["troops"][1:3] == ("obj", "withdraw")
    assert [(name.text, name.label_) for name in doc.ents][:2] == [
        ("Anna Brandt", "PER"),
        ("Germany", "LOC"),
    ]


@pytest.mark.parametrize("marks", ['""', "“”", '"”'])
def test_quotation_marks_of_any_kind_give_one_sentence(nlp: Language, marks: str) -> None:
    text = f"{marks[0]}We agree to meet in Geneva,{marks[1]} Brandt said. Envoys left."
    assert [sentence.text for sentence in nlp(text).sents] == [text[:-13], "Envoys left."]


def test_nothing_fails_on_an_empty_text(nlp: Language) -> None:
    assert len(nlp("")) == 0
    assert list(nlp(" \n\n ").sents)


@pytest.mark.parametrize(
    "unit",
    ["word ", "Anna Brandt, ", "urges Spain to ", "a\n", '" ', "\x00\u202e ", "外交部长", ". "],
)
def test_time_grows_with_length_and_no_faster(nlp: Language, unit: str) -> None:
    def seconds(length: int) -> float:
        started = time.process_time()
        assert nlp(unit * (length // len(unit))).text
        return time.process_time() - started

    seconds(2_000)
    short, long = seconds(6_000), seconds(24_000)
    assert long < 12 * short + 0.5


def test_long_texts_have_sentences_of_bounded_length(nlp: Language) -> None:
    doc = nlp("talks " * 3_000)
    assert max(len(sentence) for sentence in doc.sents) <= 700


def test_names_given_outvote_the_recognizer() -> None:
    nlp = language.load(names={"Orsk": "ORG"})
    doc = nlp("Envoys from Orsk met Brandt in Orsk.")
    assert [name.label_ for name in doc.ents if name.text == "Orsk"] == ["ORG", "ORG"]


def test_annotations_are_complete(nlp: Language) -> None:
    doc = nlp(SENTENCE)
    for layer in ("TAG", "POS", "DEP", "LEMMA", "SENT_START", "MORPH"):
        assert doc.has_annotation(layer, require_complete=layer != "MORPH")


def test_known_names_are_found_whatever_the_recognizer_saw() -> None:
    nlp = language.load(names={"Quorl Dren Accord": "ORG", "Orsk": "LOC", "OPF": "ORG"})
    doc = nlp("On Monday the Quorl Dren Accord (QDA) and Orsk Popular Front (OPF) met in Orsk.")
    found = {(name.text, name.label_) for name in doc.ents}
    assert ("Quorl Dren Accord", "ORG") in found
    assert ("Orsk", "LOC") in found
    assert ("OPF", "ORG") in found


def test_a_name_with_a_hyphen_is_whole(nlp: Language) -> None:
    doc = nlp("The envoys met party leader Kim Dae-song on Monday.")
    assert "Kim Dae-song" in [name.text for name in doc.ents]


def test_a_place_is_known_by_what_is_said_of_it(nlp: Language) -> None:
    doc = nlp("Envoys left the city of Quorlsk for the village of Dren.")
    assert [(name.text, name.label_) for name in doc.ents] == [("Quorlsk", "LOC"), ("Dren", "LOC")]


def test_names_that_a_hyphen_joins_do_not_overlap() -> None:
    plain = language.load()
    for text in ("Envoys hailed the Brandt-Kim Dae-song-Ruiz talks.", "Anna Brandt-Germany ties."):
        assert plain(text).has_annotation("ENT_IOB")
