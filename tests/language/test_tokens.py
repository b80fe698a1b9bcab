import time
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokenizer import Tokenizer

from pourparler.language.tokens import LONGEST_WORD, build_tokenizer

TOKENIZER: Tokenizer = build_tokenizer(spacy.blank("en"))


def cut(text: str) -> list[str]:
    return [token.text for token in TOKENIZER(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("pro-government non-state", ["pro-government", "non-state"]),
        ("UN-backed U.S.–led", ["UN", "-", "backed", "U.S.", "–", "led"]),
        ("Syria-Turkey relations", ["Syria", "-", "Turkey", "relations"]),
        ("What?!!", ["What", "?!!"]),
        ("at 7:30PM", ["at", "7:30", "PM"]),
        ("$10bn", ["$", "10", "bn"]),
        ("/TASS/. Envoys", ["/", "TASS", "/", ".", "Envoys"]),
        ("Gen. Adams met Lt. Col. Berg.", ["Gen.", "Adams", "met", "Lt.", "Col.", "Berg", "."]),
        ("call 713-555-0101", ["call", "713-555-0101"]),
        ("2015–2019", ["2015", "–", "2019"]),
        ("Brandt’s 'yes'", ["Brandt", "’s", "'", "yes", "'"]),
        ("won't cannot", ["wo", "n't", "can", "not"]),
        ("can`t he`s", ["ca", "n`t", "he", "`s"]),
        ("soon, News.Az reports", ["soon", ",", "News.Az", "reports"]),
        ("Moon Jae-in said", ["Moon", "Jae-in", "said"]),
        ("Jung Hong-won said", ["Jung", "Hong-won", "said"]),
        ("COVID-19 mid-2003", ["COVID", "-", "19", "mid-2003"]),
        ("and/or", ["and", "/", "or"]),
        ("", []),
    ],
)
def test_words_are_cut_as_in_the_treebanks(text: str, words: list[str]) -> None:
    assert cut(text) == words


@given(st.text(max_size=400))
def test_no_character_is_lost(text: str) -> None:
    assert "".join(token.text_with_ws for token in TOKENIZER(text)) == text


@pytest.mark.parametrize("unit", ["x", "!", "-", "a.", "(", "/", "'", "9-", "\u202e", "界"])
def test_a_word_without_end_takes_linear_time(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    started = time.process_time()
    doc = TOKENIZER(text)
    assert time.process_time() - started < 5
    assert doc.text == text
    assert max(len(token) for token in doc) <= LONGEST_WORD


def test_a_folder_keeps_no_rules_of_its_own(tmp_path: Path) -> None:
    tokenizer = build_tokenizer(spacy.blank("en"))
    tokenizer.to_disk(tmp_path / "tokenizer")
    assert not list(tmp_path.iterdir())
    tokenizer.from_disk(tmp_path / "tokenizer")
    assert [token.text for token in tokenizer("STS-1 can`t")] == ["STS", "-", "1", "ca", "n`t"]
