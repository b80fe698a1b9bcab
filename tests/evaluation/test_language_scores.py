import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pourparler.evaluation.language import as_json, score_documents
from pourparler.language.treebank import TreebankDocument, documents_from_lines


def row(number: int, form: str, lemma: str, upos: str, head: int, relation: str) -> str:
    return f"{number}\t{form}\t{lemma}\t{upos}\tX\t_\t{head}\t{relation}\t_\t_"


@pytest.fixture
def document() -> TreebankDocument:
    [document] = documents_from_lines(
        [
            row(1, "Envoys", "envoy", "NOUN", 2, "nsubj"),
            row(2, "said", "say", "VERB", 0, "root"),
            row(3, "talks", "talk", "NOUN", 4, "nsubj"),
            row(4, "resumed", "resume", "VERB", 2, "ccomp"),
            "",
        ]
    )
    return document


class Answers:
    """A pipe that gives every document the same annotation."""

    def __init__(self, heads: list[int], relations: list[str], upos: list[str]) -> None:
        self.heads, self.relations, self.upos = heads, relations, upos

    def __call__(self, doc: Doc) -> Doc:
        return Doc(
            doc.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            heads=self.heads,
            deps=self.relations,
            pos=self.upos,
            tags=["X"] * len(doc),
        )


def pipeline(heads: list[int], relations: list[str], upos: list[str]) -> Language:
    Language.factory("answers", func=lambda nlp, name: Answers(heads, relations, upos))
    nlp = spacy.blank("en")
    nlp.add_pipe("answers")
    return nlp


def test_the_treebank_itself_scores_full_marks(document: TreebankDocument) -> None:
    nlp = pipeline(
        [1, 1, 3, 1], ["nsubj", "ROOT", "nsubj", "ccomp"], ["NOUN", "VERB", "NOUN", "VERB"]
    )
    scores = score_documents(nlp, [document])
    assert (scores.upos, scores.uas, scores.las, scores.sents_f) == (100, 100, 100, 100)
    assert (scores.speech_subject_f, scores.speech_clause_f) == (100, 100)


def test_a_wrong_label_costs_las_and_a_wrong_head_both(document: TreebankDocument) -> None:
    nlp = pipeline(
        [1, 1, 1, 1], ["nsubj", "ROOT", "nsubj", "xcomp"], ["NOUN", "VERB", "NOUN", "NOUN"]
    )
    scores = score_documents(nlp, [document])
    assert scores.upos == 75
    assert scores.uas == 75
    assert scores.las == 50
    assert scores.relations["nsubj"] == (50, 2)
    assert scores.speech_clause_f == 0


def test_words_cut_otherwise_are_not_found(document: TreebankDocument) -> None:
    document.words[0].end = 3
    nlp = pipeline(
        [1, 1, 3, 1], ["nsubj", "ROOT", "nsubj", "ccomp"], ["NOUN", "VERB", "NOUN", "VERB"]
    )
    scores = score_documents(nlp, [document])
    assert scores.tokens_f == 75
    assert scores.las == 75
    assert scores.sents_f == 100


def test_the_json_has_the_promised_keys(document: TreebankDocument) -> None:
    nlp = pipeline(
        [1, 1, 3, 1], ["nsubj", "ROOT", "nsubj", "ccomp"], ["NOUN", "VERB", "NOUN", "VERB"]
    )
    found = as_json(score_documents(nlp, [document]))
    assert {"upos", "uas", "las", "sents_f"} <= set(found)
    assert found["relations"] == {
        "nsubj": {"f1": 100, "count": 2},
        "root": {"f1": 100, "count": 1},
        "ccomp": {"f1": 100, "count": 1},
    }


def test_no_documents_score_nothing() -> None:
    assert score_documents(spacy.blank("en"), []).las == 0
