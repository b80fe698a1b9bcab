import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pourparler.errors import LanguageError
from pourparler.language.treebank import documents_from_lines, read_conllu


def row(
    number: str, form: str, head: int = 0, relation: str = "root", misc: str = "_", upos: str = "X"
) -> str:
    return f"{number}\t{form}\t{form}\t{upos}\tX\t_\t{head}\t{relation}\t_\t{misc}"


SAMPLE = [
    "# newdoc id = GUM_news_border",
    "# newpar",
    row("1", "Envoys", 2, "nsubj"),
    row("2", "met", misc="SpaceAfter=No"),
    row("3", ".", 2, "punct"),
    "",
    row("1-2", "don't"),
    row("1", "do", 3, "aux"),
    row("2", "n't", 3, "advmod"),
    row("3", "wait"),
    "",
    "# newpar",
    row("1", "Talks"),
    "",
]


def test_text_is_rebuilt_with_paragraphs_apart() -> None:
    [document] = documents_from_lines(SAMPLE)
    assert document.text == "Envoys met. don't wait\n\nTalks"
    assert document.genre == "news"


def test_words_stand_where_they_are_in_the_text() -> None:
    [document] = documents_from_lines(SAMPLE)
    slices = [document.text[word.start : word.end] for word in document.words]
    assert slices == ["Envoys", "met", ".", "do", "n't", "wait", "Talks"]


def test_heads_are_indexes_into_the_document() -> None:
    [document] = documents_from_lines(SAMPLE)
    assert [word.head for word in document.words] == [1, 1, 1, 5, 5, 5, 6]
    assert [(s.first, s.last) for s in document.sentences] == [(0, 3), (3, 6), (6, 7)]


def test_contraction_that_its_words_do_not_spell_is_shared_out() -> None:
    lines = [row("1-2", "won't"), row("1", "will", 2, "aux"), row("2", "not"), ""]
    [document] = documents_from_lines(lines)
    spans = [(word.start, word.end) for word in document.words]
    assert document.text == "won't"
    assert spans == [(0, 4), (4, 5)]


def test_empty_nodes_are_left_out() -> None:
    lines = [row("1", "Go"), row("1.1", "you"), ""]
    [document] = documents_from_lines(lines)
    assert document.text == "Go"


def test_a_row_without_ten_columns_is_named_by_its_line() -> None:
    with pytest.raises(LanguageError, match=r"sample, line 2: .*10 columns.*this one has 2"):
        list(documents_from_lines([row("1", "Go"), "2\tnow"], name="sample"))


def test_a_head_that_is_no_number_is_an_error() -> None:
    bad = row("1", "Go").replace("\t0\t", "\t_\t")
    with pytest.raises(LanguageError, match="head of 'Go'"):
        list(documents_from_lines([bad, ""]))


def test_a_head_outside_its_sentence_is_an_error() -> None:
    with pytest.raises(LanguageError, match="outside"):
        list(documents_from_lines([row("1", "Go", 7, "dep"), ""]))


def test_gzipped_files_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu.gz"
    path.write_bytes(gzip.compress("\n".join(SAMPLE).encode()))
    assert len(read_conllu(path)) == 1


def test_an_absent_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match="no treebank at"):
        read_conllu(tmp_path / "none.conllu")


@given(st.lists(st.tuples(st.text("abc.", min_size=1, max_size=4), st.booleans()), min_size=1))
def test_every_word_slices_back_to_its_form(words: list[tuple[str, bool]]) -> None:
    lines = [
        row(str(number), form, misc="_" if spaced else "SpaceAfter=No", head=min(number - 1, 1))
        for number, (form, spaced) in enumerate(words, 1)
    ]
    [document] = documents_from_lines([*lines, ""])
    for word, (form, _) in zip(document.words, words, strict=True):
        assert document.text[word.start : word.end] == form
