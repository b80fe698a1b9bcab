import spacy
from spacy.language import Language

from pourparler.evaluation.names import as_json, score_rows
from pourparler.language.names import NameRow


def ruled(*patterns: tuple[str, str]) -> Language:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": text} for text, label in patterns])  # type: ignore[attr-defined]
    return nlp


ROWS = [
    NameRow("Anna Brandt left Oslo.", ((0, 11, "PER"), (17, 21, "LOC"))),
    NameRow("Tavria Press wrote.", ((0, 12, "ORG"),)),
]


def test_characters_and_label_must_both_be_right() -> None:
    nlp = ruled(("Brandt", "PER"), ("Oslo", "LOC"), ("Tavria Press", "PER"))
    scores = score_rows(nlp, ROWS)
    assert (scores.all.precision, scores.all.recall) == (100 / 3, 100 / 3)
    assert scores.labels["LOC"].f1 == 100
    assert scores.labels["ORG"].recall == 0
    assert scores.labels["PER"].precision == 0


def test_the_json_has_the_promised_keys() -> None:
    found = as_json(score_rows(ruled(("Oslo", "LOC")), ROWS))
    assert found["precision"] == 100
    assert found["recall"] == 33.33
    assert found["f1"] == 50
    assert found["count"] == 3


def test_nothing_found_is_zero_not_an_error() -> None:
    assert score_rows(spacy.blank("en"), ROWS).all.f1 == 0
