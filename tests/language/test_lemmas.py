from typing import Any

import pytest
import spacy
from spacy.language import Language

from pourparler.language.lemmas import Lemmas, count_lemmas, regular_lemma
from pourparler.language.listing import words
from pourparler.language.treebank import Word

BASES = words(
    """
    v:hope v:hop v:propose v:agree v:stop v:make v:urge v:visit v:talk v:study v:lead v:unite
    n:unit n:bureau n:focus a:large a:big
    """
)


def word(form: str, lemma: str, upos: str, xpos: str) -> Word:
    return Word(0, len(form), form, lemma, upos, xpos, "_", 0, "root")


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("hoping", "VBG", "hope"),
        ("hopping", "VBG", "hop"),
        ("proposed", "VBD", "propose"),
        ("agreed", "VBN", "agree"),
        ("stopped", "VBD", "stop"),
        ("studies", "VBZ", "study"),
        ("urges", "VBZ", "urge"),
        ("visited", "VBD", "visit"),
        # Known to no table: spelling alone.
        ("negotiating", "VBG", "negotiate"),
        ("condemned", "VBD", "condemn"),
        ("reaffirming", "VBG", "reaffirm"),
        ("reiterated", "VBD", "reiterate"),
        ("emphasizing", "VBG", "emphasize"),
        ("refusing", "VBG", "refuse"),
        ("announced", "VBD", "announce"),
        ("involved", "VBN", "involve"),
        ("convened", "VBD", "convene"),
        ("besieging", "VBG", "besiege"),
        ("united", "VBN", "unite"),
    ],
)
def test_verbs(form: str, tag: str, lemma: str) -> None:
    assert regular_lemma(form, "VERB", tag, BASES) == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("talks", "talk"),
        ("parties", "party"),
        ("processes", "process"),
        ("crosses", "cross"),
        ("branches", "branch"),
        ("boxes", "box"),
        ("vetoes", "veto"),
        ("crisis", "crisis"),
        ("consensus", "consensus"),
        ("houses", "house"),
        ("bureaus", "bureau"),
        ("focuses", "focus"),
    ],
)
def test_plurals(form: str, lemma: str) -> None:
    assert regular_lemma(form, "NOUN", "NNS", BASES) == lemma


def test_degrees() -> None:
    assert regular_lemma("larger", "ADJ", "JJR", BASES) == "large"
    assert regular_lemma("biggest", "ADJ", "JJS", BASES) == "big"
    assert regular_lemma("earlier", "ADV", "RBR", BASES) == "early"


def test_the_table_keeps_only_what_the_rules_get_wrong() -> None:
    table, bases = count_lemmas(
        [
            word("met", "meet", "VERB", "VBD"),
            word("talked", "talk", "VERB", "VBD"),
            word("talk", "talk", "VERB", "VB"),
        ]
    )
    assert table == {"met/VERB/VBD": "meet"}
    assert bases == ["v:talk"]


def test_irregular_forms_need_no_treebank() -> None:
    lemmas = Lemmas(spacy.blank("en").vocab.strings)
    assert lemmas.lemma("Said", "VERB", "VBD") == "say"
    assert lemmas.lemma("withdrew", "VERB", "VBD") == "withdraw"
    assert lemmas.lemma("spokesmen", "NOUN", "NNS") == "spokesman"
    assert lemmas.lemma("Ankara", "PROPN", "NNP") == "Ankara"


def test_the_same_form_is_told_apart_by_its_tag() -> None:
    lemmas = Lemmas(spacy.blank("en").vocab.strings)
    assert lemmas.lemma("found", "VERB", "VBD") == "find"
    assert lemmas.lemma("found", "VERB", "VBP") == "found"


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("expelled", "VBD", "expel"),
        ("installed", "VBD", "install"),
        ("retaken", "VBN", "retake"),
        ("recapturing", "VBG", "recapture"),
        ("deplored", "VBD", "deplore"),
        ("freed", "VBN", "free"),
        ("trafficking", "VBG", "traffic"),
        ("refuses", "VBZ", "refuse"),
    ],
)
def test_verbs_of_news_have_their_base_form(nlp: Language, form: str, tag: str, lemma: str) -> None:
    lemmas: Any = nlp.get_pipe("pourparler_lemmas")
    assert lemmas.lemma(form, "VERB", tag) == lemma


def test_men_are_men_whatever_they_do(nlp: Language) -> None:
    lemmas: Any = nlp.get_pipe("pourparler_lemmas")
    assert lemmas.lemma("railwaymen", "NOUN", "NNS") == "railwayman"
