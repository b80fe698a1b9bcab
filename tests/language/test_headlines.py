import random

import pytest
import spacy

from pourparler.language import examples
from pourparler.language.headlines import in_present, is_article, third_person
from pourparler.language.treebank import Word, documents_from_lines

PAST = "Mood=Ind|Number={}|Person=3|Tense=Past|VerbForm=Fin"
LINES = """\
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_
2\tenvoys\tenvoy\tNOUN\tNNS\t_\t3\tnsubj\t_\t_
3\theld\thold\tVERB\tVBD\tMood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin\t0\troot\t_\t_
4\tthe\tthe\tDET\tDT\t_\t5\tdet\t_\t_
5\ttalks\ttalk\tNOUN\tNNS\t_\t3\tobj\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_
"""


def verb(form: str, lemma: str, number: str) -> Word:
    return Word(0, len(form), form, lemma, "VERB", "VBD", PAST.format(number), 0, "root")


def test_a_past_verb_is_put_in_the_present_of_its_subject() -> None:
    one, many = in_present(verb("met", "meet", "Sing")), in_present(verb("met", "meet", "Plur"))
    assert one
    assert (one.form, one.xpos) == ("meets", "VBZ")
    assert many
    assert (many.form, many.xpos) == ("meet", "VBP")
    assert "Tense=Pres" in one.feats


def test_a_verb_of_unknown_subject_is_left_alone() -> None:
    assert in_present(Word(0, 3, "met", "meet", "VERB", "VBD", "Tense=Past", 0, "root")) is None


def test_third_persons_are_spelled_as_english_spells_them() -> None:
    forms = [third_person(word) for word in ("hold", "press", "try", "stay", "go", "have")]
    assert forms == ["holds", "presses", "tries", "stays", "goes", "has"]


def test_only_articles_are_left_out() -> None:
    article = Word(0, 3, "the", "the", "DET", "DT", "_", 1, "det")
    assert is_article(article)
    assert not is_article(Word(0, 4, "this", "this", "DET", "DT", "_", 1, "det"))


def test_a_treebank_sentence_becomes_a_headline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examples, "_HEADLINES", 1.0)
    [document] = documents_from_lines(LINES.splitlines(keepends=True))
    doc = examples.reference_doc(spacy.blank("en").vocab, document, 0, 6, chance=random.Random(3))
    assert [token.lower_ for token in doc] == ["the", "envoys", "hold", "talks", "."]
    assert [token.head.lower_ for token in doc] == ["envoys", "hold", "hold", "hold", "hold"]
    assert doc[2].tag_ == "VBP"
