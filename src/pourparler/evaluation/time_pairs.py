"""Pairs of gold and found times, as TempEval-3 makes them, and where the two disagree."""

from collections import Counter
from collections.abc import Collection, Sequence

import msgspec

_OPENING = " \t\r\n\"'(,.;:"
_CLOSING = " \t\r\n\"'),;:"


class Timex(msgspec.Struct, frozen=True):
    """One time in a gold or prediction file; offsets are code points into the row's text."""

    start: int
    end: int
    type: str | None = None
    value: str | None = None


class GoldTimes(msgspec.Struct, frozen=True):
    """One row of a gold file: a text, its day of publication (`dct`) and its times."""

    doc_id: str
    dct: str
    text: str
    timex: tuple[Timex, ...]


class PredictedTimes(msgspec.Struct, frozen=True):
    """One row of a prediction file."""

    doc_id: str
    timex: tuple[Timex, ...]


class Miss(msgspec.Struct, frozen=True):
    """One disagreement: a gold time not found, a time not in the gold, or another value."""

    kind: str
    doc_id: str
    gold: str | None = None
    gold_type: str | None = None
    gold_value: str | None = None
    found: str | None = None
    found_type: str | None = None
    found_value: str | None = None


def compare(
    document: GoldTimes, found: Sequence[Timex], types: Collection[str] | None
) -> tuple[Counter[str], list[Miss]]:
    """How many times of a document there are, are found, pair and agree; and each disagreement."""
    text = document.text
    golds = [(one, _trim(one, text)) for one in document.timex if not types or one.type in types]
    founds: list[tuple[Timex, tuple[int, int]]] = []
    seen = set()
    for one in found:
        span = _trim(one, text)
        if (not types or one.type in types) and span not in seen and span[0] < span[1]:
            seen.add(span)
            founds.append((one, span))
    pairs = _pair([span for _, span in golds], [span for _, span in founds])
    count = Counter(gold=len(golds), found=len(founds), relaxed=len(pairs))
    misses = []
    for left, right in pairs:
        one, other = golds[left][0], founds[right][0]
        same_span = golds[left][1] == founds[right][1]
        same_value = (one.value or "") == (other.value or "")
        count["strict"] += same_span
        count["type"] += one.type == other.type
        count["value"] += same_value
        count["strict_value"] += same_span and same_value
        if not same_value:
            misses.append(_miss("value", document, one, other))
    lone_golds = set(range(len(golds))) - {left for left, _ in pairs}
    lone_founds = set(range(len(founds))) - {right for _, right in pairs}
    misses += [_miss("missed", document, golds[index][0], None) for index in sorted(lone_golds)]
    misses += [_miss("extra", document, None, founds[index][0]) for index in sorted(lone_founds)]
    return count, misses


def _miss(kind: str, document: GoldTimes, gold: Timex | None, found: Timex | None) -> Miss:
    text = document.text
    return Miss(
        kind,
        document.doc_id,
        text[gold.start : gold.end] if gold else None,
        gold.type if gold else None,
        gold.value if gold else None,
        text[found.start : found.end] if found else None,
        found.type if found else None,
        found.value if found else None,
    )


def _trim(one: Timex, text: str) -> tuple[int, int]:
    start, end = one.start, one.end
    if text:
        while start < end and text[start] in _OPENING:
            start += 1
        while end > start and text[end - 1] in _CLOSING:
            end -= 1
    return start, end


def _pair(
    golds: Sequence[tuple[int, int]], founds: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """One-to-one pairs (gold, found): equal spans first, then the largest overlap."""
    places: dict[tuple[int, int], int] = {span: index for index, span in enumerate(founds)}
    pairs: list[tuple[int, int]] = []
    for index, span in enumerate(golds):
        if span in places:
            pairs.append((index, places.pop(span)))
    open_golds = set(range(len(golds))) - {left for left, _ in pairs}
    open_founds = set(range(len(founds))) - {right for _, right in pairs}
    candidates = []
    for left in open_golds:
        start, end = golds[left]
        for right in open_founds:
            other_start, other_end = founds[right]
            overlap = min(end, other_end) - max(start, other_start)
            if overlap > 0:
                candidates.append((-overlap, start, other_start, left, right))
    for _, _, _, left, right in sorted(candidates):
        if left in open_golds and right in open_founds:
            pairs.append((left, right))
            open_golds.discard(left)
            open_founds.discard(right)
    return pairs
