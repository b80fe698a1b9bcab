"""Near-copies: the same wire copy with a changed lead, an added paragraph or a cut tail.

Texts are compared by their five-word shingles. Two numbers matter: how much of the smaller
text stands in the larger (a cut copy keeps all of its words), and how much of the larger
that is (a sentence quoted in a long account does not make the account a copy). Candidates
are found by bands of a minhash signature. All hashing is defined here, so that bands kept in
a record mean the same on every machine and in every release; the thresholds were measured
by benchmarks/reports.py.
"""

import re
import unicodedata
import zlib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

_WORDS = re.compile(r"\w+")
_SHINGLE = 5
_BANDS = 24
_ROWS = 2
_PRIME = np.uint64((1 << 31) - 1)
_KEEP = np.uint64((1 << 31) - 1)
_LEAST_OF_SMALLER = 0.5
_LEAST_OF_LARGER = 0.2
_LEAST_OF_NUMBERS = 0.7
# Short items are made from one pattern ("Norland reports its first case of …"): with fewer
# shingles than this nearly all must agree, and every name and number with them.
_SHORT = 40
_LEAST_OF_SHORT = 0.9
# Below this (twelve words) the same words on another day are another event: "Talks resume in
# Lakeview." Such a text is nobody's copy.
_FEWEST = 8


def _constants(count: int, salt: int) -> "np.ndarray[tuple[int], np.dtype[np.uint64]]":
    """Fixed odd-looking numbers below 2**31 - 1, by a generator that never changes."""
    state, numbers = salt, []
    for _ in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        numbers.append((state >> 33) % ((1 << 31) - 2) + 1)
    return np.array(numbers, dtype=np.uint64)


_FACTORS = _constants(_BANDS * _ROWS, 1)
_OFFSETS = _constants(_BANDS * _ROWS, 2)


@dataclass(frozen=True, slots=True)
class Signature:
    """What of a text is compared: its shingles and their minhash, its numbers and names."""

    shingles: frozenset[int]
    numbers: frozenset[str]
    names: frozenset[str]
    minima: tuple[int, ...]


@lru_cache(maxsize=128)
def signature(text: str) -> Signature:
    """The signature of `text`, the same on every machine and in every run.

    The last ones are kept: a new report is held against each of its candidates.
    """
    written = _words(text)
    shingles = _shingles([word.lower() for word in written])
    numbers = frozenset(word for word in written if word[0].isdigit())
    names = frozenset(word for word in written if word[0].isupper())
    return Signature(shingles, numbers, names, _minima(shingles))


def bands(of: Signature) -> tuple[int, ...]:
    """The keys (signed 64-bit) by which near-copies find each other: any one in common.

    Empty for a text too short to be anyone's copy. Two texts that share a fifth of their
    shingles meet with a chance of six in ten, at three tenths nine in ten, at half practically
    always.
    """
    keys: list[int] = []
    if len(of.shingles) < _FEWEST:
        return ()
    for band in range(len(of.minima) // _ROWS):
        first, second = of.minima[band * _ROWS : (band + 1) * _ROWS]
        keys.append((band << 58) ^ (first << 31 ^ second) & ((1 << 62) - 1))
    return tuple(keys)


def bands_of(text: str) -> tuple[int, ...]:
    """The bands of a text."""
    return bands(signature(text))


def similarity(left: "str | Signature", right: "str | Signature") -> float:
    """The share of five-word runs that two texts have in common: 0 to 1 (Jaccard)."""
    ours, theirs = _as_signature(left).shingles, _as_signature(right).shingles
    if not ours or not theirs:
        return 0.0
    common = len(ours & theirs)
    return common / (len(ours) + len(theirs) - common)


def is_copy(later_text: "str | Signature", earlier_text: "str | Signature") -> bool:
    """Whether the later text nearly repeats the earlier one, whole, cut or added to."""
    later, earlier = _as_signature(later_text), _as_signature(earlier_text)
    small, large = sorted((later, earlier), key=lambda side: len(side.shingles))
    if len(small.shingles) < _FEWEST:
        return False
    common = len(small.shingles & large.shingles)
    if len(small.shingles) < _SHORT:
        least = _LEAST_OF_SHORT
        is_same = small.numbers <= large.numbers and small.names <= large.names
    else:
        least = _LEAST_OF_SMALLER
        kept = len(small.numbers & large.numbers)
        # The daily count, told in the same words every day, has other numbers.
        is_same = kept >= min(len(small.numbers) - 1, _LEAST_OF_NUMBERS * len(small.numbers))
    return (
        is_same
        and common >= least * len(small.shingles)
        and common >= _LEAST_OF_LARGER * len(large.shingles)
    )


def _as_signature(text: "str | Signature") -> Signature:
    return signature(text) if isinstance(text, str) else text


def _words(text: str) -> list[str]:
    """The words without accents: "Erdoğan" and "Erdogan" are one."""
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in apart if not unicodedata.combining(char))
    return _WORDS.findall(text)


def _shingles(words: list[str]) -> frozenset[int]:
    runs = max(1, len(words) - _SHINGLE + 1) if words else 0
    return frozenset(zlib.crc32(" ".join(words[at : at + _SHINGLE]).encode()) for at in range(runs))


def _minima(shingles: frozenset[int]) -> tuple[int, ...]:
    """The smallest value of each of the hash functions (a*x + b mod a prime)."""
    if not shingles:
        return ()
    smallest = np.full(_BANDS * _ROWS, _PRIME, dtype=np.uint64)
    values = np.fromiter(shingles, dtype=np.uint64, count=len(shingles)) % _PRIME
    for at in range(0, len(values), 4096):  # memory stays flat for a text of any length
        hashed = (values[at : at + 4096, None] * _FACTORS + _OFFSETS) % _PRIME
        smallest = np.minimum(smallest, hashed.min(axis=0))
    return tuple(int(value) for value in smallest)
