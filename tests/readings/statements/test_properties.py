"""What holds of every statement, whatever the text."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from pourparler import codebook as codebooks
from pourparler.model import Report
from pourparler.readings.page import Page
from pourparler.readings.statements import find_statements
from tests.readings.statements.desk import _VOCAB

_WORDS = ["Brandt", "said", "told", "that", "talks", '"', "“", "”", ",", ".", ":", "\n\n", "claim"]
_TAGS = {"said": "VERB", "told": "VERB", "that": "SCONJ", "Brandt": "PROPN", "\n\n": "SPACE"}
_RELATIONS = ["nsubj", "ccomp", "obj", "parataxis", "acl:relcl", "conj", "obl", "punct", "mark"]


def page_of(words: list[str], heads: list[int], relations: list[str]) -> Page:
    tags = [_TAGS.get(word, "NOUN" if word.isalpha() else "PUNCT") for word in words]
    doc = Doc(_VOCAB, words=words, pos=tags, heads=heads, deps=relations)
    return Page(Report.of(doc.text, "2024-06-12"), doc, codebooks.load())


@st.composite
def pages(draw: st.DrawFn) -> Page:
    words = draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=40))
    size = len(words)
    # Heads to the left make any sequence a tree, so that only the readers are under test.
    heads = [0, *(draw(st.integers(0, index - 1)) for index in range(1, size))]
    relations = draw(st.lists(st.sampled_from(_RELATIONS), min_size=size, max_size=size))
    return page_of(words, heads, relations)


@settings(max_examples=150, deadline=None)
@given(pages())
def test_every_span_slices_back_and_nesting_has_no_circle(page: Page) -> None:
    statements = find_statements(page)
    seen: set[str] = set()
    for statement in statements:
        assert statement.content
        assert all(part.holds_in(page.report.text) for part in statement.content)
        assert statement.cue is None or statement.cue.holds_in(page.report.text)
        assert statement.nested_in is None or statement.nested_in in seen
        seen.add(statement.id)


@settings(max_examples=30, deadline=None)
@given(pages())
def test_reading_twice_gives_the_same(page: Page) -> None:
    assert find_statements(page) == find_statements(page)


def seconds_for(count: int) -> float:
    words = ["“", "Brandt", "said", "that", "talks", ","] * count
    heads = [index // 6 * 6 + 2 for index in range(len(words))]
    page = page_of(words, heads, ["nsubj"] * len(words))
    begin = time.process_time()
    find_statements(page)
    return time.process_time() - begin


def test_broken_marks_without_a_stop_take_linear_time() -> None:
    seconds_for(100)
    short, long = seconds_for(500), seconds_for(5000)
    assert long < 40 * short + 0.5
