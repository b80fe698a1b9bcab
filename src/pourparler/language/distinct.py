"""Each distinct word of a batch embedded once.

What the embedding layers say of a word depends on its form alone, and a page of news repeats most
of its words. The rows are those that the layers give word by word, at a third of their cost.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from spacy.attrs import NORM, ORTH, PREFIX, SHAPE, SPACY, SUFFIX
from spacy.ml.models.tok2vec import MultiHashEmbed
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab
from thinc.api import Model

# All that embedding layers ask of a word; the first three settle the others.
_ATTRIBUTES = (ORTH, NORM, SPACY, PREFIX, SUFFIX, SHAPE)
_NUMBERS = {"ORTH": 0, "NORM": 1, "SPACY": 2, "PREFIX": 3, "SUFFIX": 4, "SHAPE": 5}
_COLUMNS = {attribute: column for column, attribute in enumerate(_ATTRIBUTES)}


class DistinctWords:
    """The distinct words of some documents, as embedding layers read a document."""

    def __init__(self, vocab: Vocab, rows: np.ndarray) -> None:
        self.vocab = vocab
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def to_array(self, attributes: Any) -> np.ndarray:
        """The attributes (one, or a sequence of them) of every word, as `Doc.to_array` has them."""
        if isinstance(attributes, (str, int)):
            return self._rows[:, _column(attributes)]
        return self._rows[:, [_column(attribute) for attribute in attributes]]


def _column(attribute: str | int) -> int:
    return _NUMBERS[attribute] if isinstance(attribute, str) else _COLUMNS[attribute]


def distinct_words(docs: Sequence[Doc]) -> tuple[DistinctWords, np.ndarray]:
    """The distinct words of the documents, and where among them each word of the text is."""
    rows = np.concatenate([doc.to_array(list(_ATTRIBUTES)) for doc in docs])
    # One number a word, since numpy finds equal numbers much faster than equal rows. The factors
    # add up to an odd one, so that no two forms that are their own norm share a number.
    keys = rows[:, 0] * np.uint64(5) + rows[:, 1] * np.uint64(2) + rows[:, 2]
    _, first, place = np.unique(keys, return_index=True, return_inverse=True)
    return DistinctWords(docs[0].vocab, rows[first]), place


@registry.architectures("pourparler.MultiHashEmbed.v1")  # type: ignore[untyped-decorator]
def embed_distinct(
    width: int, attrs: list[str], rows: list[int], include_static_vectors: bool
) -> Model[Any, Any]:
    """spaCy's `MultiHashEmbed.v2`, its weights the same, which reads each distinct word once."""
    embed = MultiHashEmbed(width, attrs, rows, include_static_vectors)
    word_by_word = embed._func

    def forward(
        model: Model[Any, Any], docs: Sequence[Doc], is_train: bool
    ) -> tuple[list[np.ndarray], Callable[[Any], Any]]:
        if is_train:
            # Dropout makes every word another one in training.
            result: tuple[Any, Any] = word_by_word(model, docs, is_train)
            return result
        words, place = distinct_words(docs)
        [found], _ = word_by_word(model, [words], False)
        ends = np.cumsum([len(doc) for doc in docs])[:-1]
        return np.split(found[place], ends), lambda gradient: []

    embed._func = forward
    return embed
