import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pourparler.language.names import LABELS as KINDS
from pourparler.language.wide.labels import LABELS, Name, labels_of, likeliest, names_of


@st.composite
def names_in_order(draw: st.DrawFn) -> list[Name]:
    edges = sorted(draw(st.sets(st.integers(0, 12), max_size=8)))
    return [
        (start, end, draw(st.sampled_from(KINDS)))
        for start, end in zip(edges[::2], edges[1::2], strict=False)
    ]


@given(names_in_order())
def test_names_are_found_again_in_their_labels(names: list[Name]) -> None:
    assert names_of(labels_of(names, 12)) == names


def test_labels_say_where_in_a_name_a_word_stands() -> None:
    labels = labels_of([(0, 1, "LOC"), (2, 5, "ORG")], 6)
    assert [LABELS[label] for label in labels] == ["S-LOC", "O", "B-ORG", "I-ORG", "E-ORG", "O"]


def test_a_name_that_does_not_end_is_none_however_likely() -> None:
    scores = np.zeros((2, len(LABELS)))
    scores[:, LABELS.index("B-PER")] = 3
    scores[1, LABELS.index("E-PER")] = 2
    assert [LABELS[label] for label in likeliest(scores)] == ["B-PER", "E-PER"]


@given(st.integers(1, 9), st.integers(0, 1000))
def test_the_likeliest_labels_make_whole_names(length: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(length, len(LABELS)))
    labels = likeliest(scores)
    assert labels_of(names_of(labels), length) == labels
