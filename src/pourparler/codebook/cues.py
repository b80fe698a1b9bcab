"""Cues: words a person writes down in the codebook, and where they stand in a sentence.

A cue is words in a row. A word stands for its lemma or its form, `a|b` for either, `word*` for
what begins so, `@name` for a set of words, `%post` for a person named in that post and `%state`
for a state. A hyphen counts as a space. Parts joined by ` + ` stand near each other, in any
order; the first part is the place the cue counts at.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple

NEAR = 8
"""How many words may lie between the parts of a cue."""

Words = tuple[str, ...]
Element = tuple[Words, ...]
Part = tuple[Element, ...]


class Cue(NamedTuple):
    """A cue as read: its parts, each a row of elements, each a choice of words in a row."""

    text: str
    parts: tuple[Part, ...]


class Hit(NamedTuple):
    """A cue found: whose it is, the words of its first part, and all the words it took."""

    key: str
    start: int
    end: int
    words: tuple[int, ...]


def parse_cue(text: str, sets: Mapping[str, Sequence[str]]) -> Cue:
    """The cue that `text` writes. Raises ValueError, saying what is wrong with it."""
    parts = tuple(_part(part, sets) for part in text.lower().split(" + "))
    return Cue(text, parts)


def _part(text: str, sets: Mapping[str, Sequence[str]]) -> Part:
    elements = text.split()
    if not elements:
        raise ValueError("has a part without words")
    return tuple(_element(element, sets) for element in elements)


def _element(text: str, sets: Mapping[str, Sequence[str]]) -> Element:
    choices: list[Words] = []
    for choice in text.split("|"):
        if choice.startswith("@"):
            if choice[1:] not in sets:
                raise ValueError(f"names the set of words {choice}, which word-sets.toml lacks")
            choices.extend(_words(word) for word in sets[choice[1:]])
        else:
            choices.append(_words(choice))
    return tuple(sorted(set(choices), key=lambda words: (-len(words), words)))


def _words(choice: str) -> Words:
    words = (choice,) if choice.startswith("%") else tuple(choice.replace("-", " ").split())
    if not words or any(word.strip("*") == "" or "*" in word[:-1] for word in words):
        raise ValueError(f"has {choice!r}, which is no word")
    return words


class CueIndex:
    """Many cues, found at once. `cues` are pairs of the key a hit carries and its cue."""

    def __init__(self, cues: Iterable[tuple[str, Cue]]) -> None:
        self._cues = tuple(cues)
        self._parts = tuple(dict.fromkeys(part for _, cue in self._cues for part in cue.parts))
        numbers = {part: number for number, part in enumerate(self._parts)}
        self._rows = tuple(tuple(numbers[part] for part in cue.parts) for _, cue in self._cues)
        self._by_first: dict[int, list[int]] = defaultdict(list)
        for rank, row in enumerate(self._rows):
            self._by_first[row[0]].append(rank)
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._prefix: dict[str, list[int]] = defaultdict(list)
        for number, part in enumerate(self._parts):
            for word in {words[0] for words in part[0]}:
                table = self._prefix if word.endswith("*") else self._exact
                table[word.rstrip("*")].append(number)
        self._lengths = sorted({len(prefix) for prefix in self._prefix})

    def find(self, sentence: Sequence[Set[str]]) -> list[Hit]:
        """The cues of a sentence, in its order. Each word is the set of its forms, lower case.

        Where cues share their first part's words, the one that takes most words is kept, of
        equals the one whose words stand closest, then the one that was given last.
        """
        places = self._places(sentence)
        hits = [
            (rank, hit)
            for first in places
            for rank in self._by_first.get(first, ())
            if all(number in places for number in self._rows[rank])
            for hit in _join(self._cues[rank][0], [places[part] for part in self._rows[rank]])
        ]
        return _best(hits)

    def _places(self, sentence: Sequence[Set[str]]) -> dict[int, list[tuple[int, int]]]:
        places: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for start, forms in enumerate(sentence):
            for number in sorted(self._starting(forms)):
                end = _match(self._parts[number], sentence, start)
                if end is not None:
                    places[number].append((start, end))
        return places

    def _starting(self, forms: Set[str]) -> set[int]:
        found: set[int] = set()
        for form in forms:
            found.update(self._exact.get(form, ()))
            for length in self._lengths:
                if length > len(form):
                    break
                found.update(self._prefix.get(form[:length], ()))
        return found


def _match(part: Part, sentence: Sequence[Set[str]], start: int) -> int | None:
    end = start
    for element in part:
        for words in element:
            if _holds(words, sentence, end):
                end += len(words)
                break
        else:
            return None
    return end


def _holds(words: Words, sentence: Sequence[Set[str]], start: int) -> bool:
    if start + len(words) > len(sentence):
        return False
    for word, forms in zip(words, sentence[start : start + len(words)], strict=True):
        if word.endswith("*"):
            if not any(form.startswith(word[:-1]) for form in forms):
                return False
        elif word not in forms:
            return False
    return True


def _join(key: str, rows: list[list[tuple[int, int]]]) -> Iterable[Hit]:
    for start, end in rows[0]:
        words = list(range(start, end))
        for row in rows[1:]:
            near = _nearest(row, start, end)
            if near is None:
                break
            words.extend(range(*near))
        else:
            yield Hit(key, start, end, tuple(sorted(set(words))))


def _nearest(row: list[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """The place of `row` nearest to the words from `start` to `end`, none of them its own."""
    first = bisect_left(row, (start - NEAR - 4, 0))
    best: tuple[int, int] | None = None
    gap = NEAR + 1
    for place in row[first : first + 2 * NEAR + 8]:
        distance = place[0] - end if place[0] >= end else start - place[1]
        if 0 <= distance < gap:
            best, gap = place, distance
    return best


def _best(hits: list[tuple[int, Hit]]) -> list[Hit]:
    taken: set[int] = set()
    kept: list[Hit] = []
    for _, hit in sorted(hits, key=_preference):
        if not taken.issuperset(range(hit.start, hit.end)):
            taken.update(hit.words)
            kept.append(hit)
    return sorted(kept, key=lambda hit: (hit.start, hit.end))


def _preference(ranked: tuple[int, Hit]) -> tuple[int, int, int]:
    """Most words first, then the closest together, then the last given."""
    rank, hit = ranked
    return -len(hit.words), hit.words[-1] - hit.words[0], -rank
