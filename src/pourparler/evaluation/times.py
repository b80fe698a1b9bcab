"""How well times are found and valued, against gold in TIMEX3.

As in TempEval-3, each found time pairs with at most one gold time: the same offsets first, then
the largest overlap. `strict` counts pairs of the same span (spaces and punctuation at the edges
set aside), `relaxed` every pair, `type` and `value` the pairs that agree in it, `strict_value`
those that agree in span and value. Precision is over what was found, recall over the gold.
"""

import random
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from pourparler.errors import UsageError
from pourparler.model import Time
from pourparler.readings.times import read_times

MEASURES = ("strict", "relaxed", "type", "value", "strict_value")
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


class Figure(msgspec.Struct, frozen=True):
    """Precision, recall and F1 in percent, to two decimals."""

    precision: float
    recall: float
    f1: float


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


class TimesScore(msgspec.Struct, frozen=True):
    """The figures of one comparison. `intervals` bounds each F1 at 95%, where asked for."""

    gold: int
    found: int
    figures: dict[str, Figure]
    misses: tuple[Miss, ...] = ()
    intervals: dict[str, tuple[float, float]] = {}


Reader = Callable[[GoldTimes], Iterable[Timex]]


def read_gold(path: Path | str) -> tuple[GoldTimes, ...]:
    """The rows of a gold file (JSON Lines with `doc_id`, `dct`, `text`, `timex`).

    Raises UsageError, naming the line, for a row of another form.
    """
    return _read_rows(Path(path), GoldTimes)


def read_predictions(path: Path | str) -> tuple[PredictedTimes, ...]:
    """The rows of a prediction file (JSON Lines with `doc_id` and `timex`)."""
    return _read_rows(Path(path), PredictedTimes)


_Row = TypeVar("_Row", GoldTimes, PredictedTimes)


def _read_rows(path: Path, row_type: type[_Row]) -> tuple[_Row, ...]:
    rows: list[_Row] = []
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if not line.strip():
            continue
        try:
            rows.append(msgspec.json.decode(line, type=row_type))
        except msgspec.DecodeError as error:
            fields = ", ".join(row_type.__struct_fields__)
            raise UsageError(
                f"{path}, line {number}: expected an object with {fields}; {error}."
            ) from error
    return tuple(rows)


def predict(gold: Iterable[GoldTimes], read: Reader | None = None) -> tuple[PredictedTimes, ...]:
    """What `read` (ours, unless given) finds in each gold text, in gold order."""
    reader = read or _read_ours
    return tuple(PredictedTimes(row.doc_id, tuple(reader(row))) for row in gold)


def _read_ours(row: GoldTimes) -> Iterable[Timex]:
    return map(as_timex, read_times(row.text, row.dct))


def as_timex(time: Time) -> Timex:
    """A time of a reading in the form of the gold."""
    return Timex(time.span.start, time.span.end, time.type, time.value)


def score(
    gold: Sequence[GoldTimes],
    predicted: Iterable[PredictedTimes],
    types: Collection[str] | None = None,
    *,
    samples: int = 0,
    seed: int = 0,
) -> TimesScore:
    """How far `predicted` agrees with `gold`; texts without a prediction count as empty.

    With `types` only times of these types count, on both sides. `samples` is how many times
    documents are drawn anew, with replacement, for the intervals; 0 for none.
    """
    rows = {row.doc_id: row for row in predicted}
    counts: list[Counter[str]] = []
    misses: list[Miss] = []
    for document in {row.doc_id: row for row in gold}.values():
        found = rows[document.doc_id].timex if document.doc_id in rows else ()
        count, missed = _compare(document, found, types)
        counts.append(count)
        misses.extend(missed)
    total = _total(counts)
    return TimesScore(
        gold=total["gold"],
        found=total["found"],
        figures={measure: _figure(total, measure) for measure in MEASURES},
        misses=tuple(misses),
        intervals=_intervals(counts, samples, seed) if samples else {},
    )


def score_by_type(
    gold: Sequence[GoldTimes], predicted: Sequence[PredictedTimes]
) -> dict[str, TimesScore]:
    """The score of each type on its own, in the order DATE, TIME, DURATION, SET."""
    kinds = ("DATE", "TIME", "DURATION", "SET")
    return {kind: score(gold, predicted, {kind}) for kind in kinds}


def worst_misses(scored: TimesScore, limit: int = 20) -> list[tuple[Miss, int]]:
    """The commonest disagreements with how often each occurs, whatever document they are in."""
    counted = Counter(
        msgspec.structs.replace(miss, doc_id="", gold=_plain(miss.gold), found=_plain(miss.found))
        for miss in scored.misses
    )
    return counted.most_common(limit)


def _plain(words: str | None) -> str | None:
    return None if words is None else " ".join(words.split()).lower()


def _compare(
    document: GoldTimes, found: Sequence[Timex], types: Collection[str] | None
) -> tuple[Counter[str], list[Miss]]:
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


def _total(counts: Iterable[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count)
    return total


def _figure(count: Mapping[str, int], measure: str) -> Figure:
    right, found, gold = count[measure], count["found"], count["gold"]
    precision = right / found if found else 0.0
    recall = right / gold if gold else 0.0
    both = precision + recall
    f1 = round(200 * precision * recall / both, 2) if both else 0.0
    return Figure(round(100 * precision, 2), round(100 * recall, 2), f1)


def _intervals(
    counts: Sequence[Counter[str]], samples: int, seed: int
) -> dict[str, tuple[float, float]]:
    """The 2.5th and 97.5th percentile of each F1 over documents drawn anew."""
    draw = random.Random(seed)
    drawn: dict[str, list[float]] = {measure: [] for measure in MEASURES}
    for _ in range(samples):
        total = _total(draw.choices(counts, k=len(counts)))
        for measure in MEASURES:
            drawn[measure].append(_figure(total, measure).f1)
    low, high = int(0.025 * samples), min(samples - 1, int(0.975 * samples))
    return {
        measure: (sorted(values)[low], sorted(values)[high]) for measure, values in drawn.items()
    }
