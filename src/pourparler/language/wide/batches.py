"""Sentences as arrays of numbers, sentences of like length together."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from pourparler.language.wide.labels import labels_of

PAD, UNKNOWN = 0, 1
_LONGEST_WORD = 20
_WORD_STARTS, _WORD_ENDS = "\x02", "\x03"
_RARE_WORD, _RARE_LETTER = 3, 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text's words, the guidelines (a number) by which its names count, and their labels."""

    forms: list[str]
    norms: list[str]
    guidelines: int
    labels: list[int]


def sentence_of(doc: Doc, guidelines: int) -> Sentence:
    """A document's words with the names it has."""
    names = [(name.start, name.end, name.label_) for name in doc.ents]
    forms, norms = [token.text for token in doc], [token.norm_ for token in doc]
    return Sentence(forms, norms, guidelines, labels_of(names, len(doc)))


@dataclass(frozen=True, slots=True)
class Known:
    """The numbers of the words and letters that were seen often enough to be learned."""

    words: dict[str, int]
    letters: dict[str, int]


def known_in(sentences: Iterable[Sentence]) -> Known:
    """What these sentences hold."""
    words: Counter[str] = Counter()
    letters: Counter[str] = Counter((_WORD_STARTS, _WORD_ENDS) * _RARE_LETTER)
    for sentence in sentences:
        words.update(sentence.norms)
        for form in sentence.forms:
            letters.update(form)
    return Known(_numbered(words, _RARE_WORD), _numbered(letters, _RARE_LETTER))


def _numbered(counts: Counter[str], least: int) -> dict[str, int]:
    kept = sorted(item for item, count in counts.items() if count >= least)
    return {item: number for number, item in enumerate(kept, UNKNOWN + 1)}


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences side by side, `(n_sentences, n_words)`, 0 where a shorter one has ended.

    `spelled` tells for each word its row in `letters`, `(n_different_words, n_letters)`.
    """

    lengths: np.ndarray
    words: np.ndarray
    vectors: np.ndarray
    spelled: np.ndarray
    letters: np.ndarray
    labels: np.ndarray
    guidelines: np.ndarray


def batches(
    sentences: Sequence[Sentence], words: int, chance: random.Random | None = None
) -> Iterator[list[int]]:
    """The numbers of sentences of like length that together have so many words.

    With `chance`, in another order and other company every time.
    """
    noise = [chance.random() * 8 if chance else 0.0 for _ in sentences]
    order = sorted(range(len(sentences)), key=lambda at: len(sentences[at].forms) + noise[at])
    made: list[list[int]] = [[]]
    size = 0
    for at in order:
        made[-1].append(at)
        size += len(sentences[at].forms)
        if size >= words:
            made.append([])
            size = 0
    if chance:
        chance.shuffle(made)
    return (batch for batch in made if batch)


def batch_of(sentences: Sequence[Sentence], known: Known, vectors: dict[str, int]) -> Batch:
    """The sentences as arrays; `vectors` gives the row of each word that has a vector."""
    longest = max(len(sentence.forms) for sentence in sentences)
    shape = (len(sentences), longest)
    words, rows, spelled, labels = (np.zeros(shape, dtype="int64") for _ in range(4))
    different: dict[str, int] = {}
    for at, sentence in enumerate(sentences):
        here = slice(0, len(sentence.forms))
        words[at, here] = [known.words.get(norm, UNKNOWN) for norm in sentence.norms]
        rows[at, here] = [vectors.get(norm, UNKNOWN) for norm in sentence.norms]
        spelled[at, here] = [different.setdefault(f, len(different)) for f in sentence.forms]
        labels[at, here] = sentence.labels
    return Batch(
        lengths=np.array([len(sentence.forms) for sentence in sentences]),
        words=words,
        vectors=rows,
        spelled=spelled,
        letters=_letters(list(different), known),
        labels=labels,
        guidelines=np.array([sentence.guidelines for sentence in sentences]),
    )


def _letters(forms: Sequence[str], known: Known) -> np.ndarray:
    """The letters of each word; of a long one its beginning and its last ones."""
    found = np.zeros((len(forms), _LONGEST_WORD + 2), dtype="int64")
    for row, form in zip(found, forms, strict=True):
        if len(form) > _LONGEST_WORD:
            form = form[: _LONGEST_WORD - 8] + form[-8:]
        spelled = f"{_WORD_STARTS}{form}{_WORD_ENDS}"
        row[: len(spelled)] = [known.letters.get(letter, UNKNOWN) for letter in spelled]
    return found
