from hypothesis import given
from hypothesis import strategies as st

from pourparler.language.reader import LONGEST_PIECE, ReportEnglish, pieces


@given(st.text("ab .\n", max_size=300), st.integers(4, 40))
def test_pieces_add_up_and_are_bounded(text: str, longest: int) -> None:
    found = pieces(text, longest)
    assert "".join(found) == text
    assert all(len(piece) <= longest for piece in found)


def test_pieces_end_between_paragraphs_before_sentences() -> None:
    text = "One two. Three.\n\nFour five. Six seven eight."
    assert pieces(text, 30)[0] == "One two. Three.\n\n"
    assert pieces("One two. Three four five", 14)[0] == "One two. "


def long_text() -> str:
    return "Envoys met in Geneva. " * (LONGEST_PIECE // 10)


def test_a_long_text_is_one_document_again() -> None:
    nlp = ReportEnglish()
    nlp.add_pipe("sentencizer")
    doc = nlp(long_text())
    assert doc.text == long_text()
    assert len(list(doc.sents)) == LONGEST_PIECE // 10


def test_texts_keep_their_order_and_context() -> None:
    nlp = ReportEnglish()
    nlp.add_pipe("sentencizer")
    texts = ["Short.", long_text(), "", "Last."]
    found = list(nlp.pipe(zip(texts, "abcd", strict=True), as_tuples=True))
    assert [(doc.text, context) for doc, context in found] == list(zip(texts, "abcd", strict=True))
