"""Names as one label a word, and the likeliest labels that make whole names.

`S` is a name of one word; `B`, `I` and `E` begin a longer one, go on with it and end it.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from pourparler.language.names import LABELS as KINDS

LABELS = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BIES"))
_NUMBER = {label: number for number, label in enumerate(LABELS)}
_NEVER = -1e4

Name = tuple[int, int, str]
"""A name of the words `start` to `end` (exclusive), and its kind."""


def labels_of(names: Iterable[Name], length: int) -> list[int]:
    """The number of each word's label, in a text of so many words."""
    found = [0] * length
    for start, end, kind in names:
        if end - start == 1:
            found[start] = _NUMBER[f"S-{kind}"]
            continue
        found[start : end - 1] = [_NUMBER[f"I-{kind}"]] * (end - start - 1)
        found[start], found[end - 1] = _NUMBER[f"B-{kind}"], _NUMBER[f"E-{kind}"]
    return found


def names_of(labels: Sequence[int]) -> list[Name]:
    """The names that the labels make."""
    names = []
    begun = 0
    for at, number in enumerate(labels):
        place, _, kind = LABELS[number].partition("-")
        if place in ("B", "S"):
            begun = at
        if place in ("E", "S"):
            names.append((begun, at + 1, kind))
    return names


def _may_follow(label: str, following: str) -> bool:
    if label[0] in "BI":
        return following[0] in "IE" and following[1:] == label[1:]
    return following[0] in "OBS"


_FOLLOWING = np.array([[0.0 if _may_follow(a, b) else _NEVER for b in LABELS] for a in LABELS])
_FIRST = np.array([0.0 if _may_follow("O", label) else _NEVER for label in LABELS])
_LAST = np.array([0.0 if _may_follow(label, "O") else _NEVER for label in LABELS])


def likeliest(scores: np.ndarray) -> list[int]:
    """Of all labels that make whole names those of the highest sum (Viterbi's algorithm).

    `scores` are logarithms of chances, `(n_words, n_labels)`.
    """
    best = scores[0] + _FIRST
    choices = []
    for row in scores[1:]:
        reached = best[:, None] + _FOLLOWING
        choices.append(reached.argmax(axis=0))
        best = reached.max(axis=0) + row
    labels = [int((best + _LAST).argmax())]
    for choice in reversed(choices):
        labels.append(int(choice[labels[-1]]))
    return labels[::-1]
