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

import msgspec

from pourparler.errors import UsageError
from pourparler.evaluation.rows import read_json_lines
from pourparler.evaluation.time_pairs import GoldTimes, Miss, PredictedTimes, Timex, compare
from pourparler.model import Time
from pourparler.readings.times import read_times

MEASURES = ("strict", "relaxed", "type", "value", "strict_value")


class Figure(msgspec.Struct, frozen=True):
    """Precision, recall and F1 in percent, to two decimals."""

    precision: float
    recall: float
    f1: float


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
    rows: list[GoldTimes] = []
    for number, row in read_json_lines(path, GoldTimes.__struct_fields__):
        try:
            rows.append(msgspec.convert(row, GoldTimes))
        except msgspec.ValidationError as error:
            raise UsageError(f"{path}, line {number}: {error}.") from error
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
        count, missed = compare(document, found, types)
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
