import time
from itertools import pairwise

import pytest
import spacy
from spacy.tokens import Doc

from pourparler.language.sentences import (
    LONGEST_SENTENCE,
    dateline_end,
    settle_sentence_ends,
)
from pourparler.language.tokens import build_tokenizer

TOKENIZER = build_tokenizer(spacy.blank("en"))


def settled(text: str) -> Doc:
    return settle_sentence_ends(TOKENIZER(text))


def starts(doc: Doc) -> list[str]:
    return [token.text for token in doc[1:] if token.is_sent_start]


def denied(doc: Doc) -> list[str]:
    return [token.text for token in doc[1:] if token.is_sent_start is False]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("MOSCOW, November 1. /TASS/. Envoys met.", "Envoys met."),
        ("ANKARA (Reuters) - Envoys met.", "Envoys met."),
        ("NEW YORK — Envoys met.", "Envoys met."),
        ("GENEVA, Switzerland, Nov. 3, 2019 (AP) -- Envoys met.", "Envoys met."),
        ("TEHRAN, June 5 (MNA) – Envoys met.", "Envoys met."),
    ],
)
def test_a_dateline_ends_where_the_body_begins(text: str, body: str) -> None:
    assert text[dateline_end(text) :] == body
    assert starts(settled(text))[0] == "Envoys"


@pytest.mark.parametrize(
    "text", ["", "Envoys met in MOSCOW.", "UN envoys met.", "U.S. envoys - all - met.", "NATO said"]
)
def test_other_openings_are_no_dateline(text: str) -> None:
    assert dateline_end(text) == 0


def test_an_empty_line_starts_a_sentence() -> None:
    assert starts(settled("Talks on Monday\n\nEnvoys met")) == ["Envoys"]


def test_a_line_end_settles_nothing() -> None:
    assert starts(settled("Talks on\nMonday")) == []


@pytest.mark.parametrize("name", ["Gen. Berg", "Mr. Berg", "Anna F. Berg", "St. Anne"])
def test_titles_and_initials_do_not_end_a_sentence(name: str) -> None:
    doc = settled(f"He met {name}.")
    assert name.split()[-1] in denied(doc)


def test_a_closing_quotation_mark_stays_with_its_sentence() -> None:
    doc = settled('"We agree." He left. “Fine.” She stayed.')
    assert denied(doc).count('"') == 1
    assert "”" in denied(doc)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('"We agree," Brandt said.', "Brandt"),
        ("“We agree,” Brandt said.", "Brandt"),
        ('"We agree,” Brandt said.', "Brandt"),
        ('"Do we agree?" she asked.', "she"),
    ],
)
def test_a_sentence_goes_on_after_its_quotation(text: str, word: str) -> None:
    assert word in denied(settled(text))


def test_a_name_is_not_cut() -> None:
    assert "Brandt" in denied(settled("then President Anna Brandt spoke"))
    assert "Envoys" not in denied(settled("Heading\n\nTalks Envoys met"))


def test_a_new_sentence_may_follow_a_quotation() -> None:
    assert "Brandt" not in denied(settled('"We agree." Brandt left. "'))


def test_a_sentence_without_end_is_cut() -> None:
    doc = settled("talk, " * 1000)
    edges = [0, *(token.i for token in doc if token.i and token.is_sent_start), len(doc)]
    assert max(b - a for a, b in pairwise(edges)) <= LONGEST_SENTENCE + 2


def test_a_sentence_without_any_mark_is_cut() -> None:
    doc = settled("talk " * 3000)
    edges = [0, *(token.i for token in doc if token.i and token.is_sent_start), len(doc)]
    assert max(b - a for a, b in pairwise(edges)) <= 2 * LONGEST_SENTENCE + 2


@pytest.mark.parametrize("text", ["A" * 150 + " ", "A B " * 60, "AB, " * 50, "A.-'" * 60])
def test_a_hostile_opening_costs_little(text: str) -> None:
    started = time.process_time()
    dateline_end(text * 50)
    assert time.process_time() - started < 1


def test_a_pages_label_stands_alone() -> None:
    assert "Norway" in starts(settled("It ended.\n\nCategories: Norway and Sweden"))
    assert "Norway" not in starts(settled("It ended in categories: Norway and Sweden"))
