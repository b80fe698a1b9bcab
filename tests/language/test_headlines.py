import random

import pytest
import spacy

from pourparler.language import examples, headlines
from pourparler.language.headlines import (
    could_be_headline,
    headline,
    in_present,
    is_article,
    third_person,
)
from pourparler.language.treebank import TreebankDocument, Word, documents_from_lines

PAST = "Mood=Ind|Number={}|Person=3|Tense=Past|VerbForm=Fin"
MET = """\
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_
2\tenvoys\tenvoy\tNOUN\tNNS\t_\t3\tnsubj\t_\t_
3\theld\thold\tVERB\tVBD\tMood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin\t0\troot\t_\t_
4\tthe\tthe\tDET\tDT\t_\t5\tdet\t_\t_
5\ttalks\ttalk\tNOUN\tNNS\t_\t3\tobj\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_
"""
SAID = """\
1\tOfficials\tofficial\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
2\tsaid\tsay\tVERB\tVBD\tMood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin\t0\troot\t_\t_
3\tthat\tthat\tSCONJ\tIN\t_\t6\tmark\t_\t_
4\ttroops\ttroop\tNOUN\tNNS\t_\t6\tnsubj\t_\t_
5\twould\twould\tAUX\tMD\t_\t6\taux\t_\t_
6\tleave\tleave\tVERB\tVB\t_\t2\tccomp\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""
WILL = """\
1\tSpain\tSpain\tPROPN\tNNP\t_\t3\tnsubj\t_\t_
2\twill\twill\tAUX\tMD\t_\t3\taux\t_\t_
3\tleave\tleave\tVERB\tVB\t_\t0\troot\t_\t_
4\tOrsk\tOrsk\tPROPN\tNNP\t_\t3\tobj\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_
"""
ARE = """\
1\tSpain\tSpain\tPROPN\tNNP\t_\t5\tnsubj\t_\t_
2\tand\tand\tCCONJ\tCC\t_\t3\tcc\t_\t_
3\tItaly\tItaly\tPROPN\tNNP\t_\t1\tconj\t_\t_
4\tare\tbe\tAUX\tVBP\t_\t5\taux\t_\t_
5\tmeeting\tmeet\tVERB\tVBG\t_\t0\troot\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_
"""
WAS = """\
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_
2\ttruce\ttruce\tNOUN\tNN\t_\t4\tnsubj:pass\t_\t_
3\twas\tbe\tAUX\tVBD\t_\t4\taux:pass\t_\t_
4\tbroken\tbreak\tVERB\tVBN\t_\t0\troot\t_\t_
5\ttwice\ttwice\tADV\tRB\t_\t4\tadvmod\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_
"""


@pytest.fixture(autouse=True)
def _always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every headline has all its marks, save capitals."""
    for name in ("_TURNED", "_TO_COME", "_WITHOUT_BE", "_SIDE_BY_SIDE"):
        monkeypatch.setattr(headlines, name, 1)
    for name in ("_VERB_LAST", "_CAPITALS"):
        monkeypatch.setattr(headlines, name, 0)


def read(lines: str) -> TreebankDocument:
    [document] = documents_from_lines(lines.splitlines(keepends=True))
    return document


def made_of(lines: str) -> TreebankDocument:
    document = read(lines)
    return headline(document, document.sentences[0], random.Random(1))


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


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (MET, "Envoys to hold talks"),
        (SAID, "Troops would leave, say officials"),
        (WILL, "Spain to leave Orsk"),
        (WAS, "Truce broken twice"),
        (ARE, "Spain, Italy meeting"),
    ],
)
def test_a_sentence_becomes_a_headline(lines: str, text: str) -> None:
    made = made_of(lines)
    assert made.text == text
    assert [made.text[word.start : word.end] for word in made.words] == [w.form for w in made.words]


def test_the_verb_may_stand_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headlines, "_VERB_LAST", 1)
    assert made_of(SAID).text == "Troops would leave, officials say"


def test_what_is_not_to_come_stands_in_the_present(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headlines, "_TO_COME", 0)
    assert made_of(MET).text == "Envoys hold talks"


def test_words_keep_their_heads() -> None:
    made = made_of(SAID)
    found = {word.form: (made.words[word.head].form, word.relation) for word in made.words}
    assert found == {
        "Troops": ("leave", "nsubj"),
        "would": ("leave", "aux"),
        "leave": ("say", "ccomp"),
        ",": ("leave", "punct"),
        "say": ("say", "root"),
        "officials": ("say", "nsubj"),
    }


def test_capitals_spare_small_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headlines, "_CAPITALS", 1)
    assert made_of(WILL).text == "Spain to Leave Orsk"


def test_what_a_speaker_says_of_himself_is_no_headline() -> None:
    document = read(WILL)
    assert could_be_headline(document, document.sentences[0])
    document.words[0].form = "We"
    assert not could_be_headline(document, document.sentences[0])


def test_treebank_sentences_come_as_headlines_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examples, "_HEADLINES", 1)
    found = examples.parse_examples(spacy.blank("en"), [read(WILL)])
    assert [len(example.reference) for example in found] == [5, 4]
