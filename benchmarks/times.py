"""Times beside dateparser: figures against gold and documents a second, in the same run.

    python benchmarks/times.py GOLD.jsonl... [--samples 1000] [--only-ours]

Each file has rows of `doc_id`, `dct`, `text` and `timex` (TIMEX3). dateparser's `search_dates`
gives no type and no granularity, so each date it finds is written as finely as its words say:
a year where they are four digits, a month where no day is in them, else a day. It is told the
day of publication and that dates lie in the past, its better setting on news.
"""

import argparse
import re
import time
from collections.abc import Iterable, Sequence
from datetime import datetime

from pourparler.evaluation.time_pairs import GoldTimes, PredictedTimes, Timex
from pourparler.evaluation.times import MEASURES, Reader, predict, read_gold, score


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure both and print a table."""
    options = _parser().parse_args(arguments)
    for path in options.gold:
        gold = read_gold(path)
        print(f"\n{path}: {len(gold)} documents, {sum(len(row.timex) for row in gold)} times")
        print(f"{'':14}" + "".join(f"{measure:>22}" for measure in MEASURES) + "      docs/s")
        _measure("pourparler", gold, None, options.samples)
        if not options.only_ours:
            _measure("dateparser", gold, read_with_dateparser, options.samples)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--samples", type=int, default=1000)
    parser.add_argument("--only-ours", action="store_true")
    return parser


def _measure(name: str, gold: Sequence[GoldTimes], read: Reader | None, samples: int) -> None:
    predict(gold[:1], read)  # what is loaded on first use is not counted
    started = time.process_time()
    found: tuple[PredictedTimes, ...] = predict(gold, read)
    seconds = time.process_time() - started
    scored = score(gold, found, samples=samples)
    cells = ""
    for measure in MEASURES:
        low, high = scored.intervals.get(measure, (0.0, 0.0))
        cells += f"{scored.figures[measure].f1:8.1f} ({low:.1f}-{high:.1f})".rjust(22)
    print(f"{name:14}{cells}{len(gold) / seconds:12.0f}")


def read_with_dateparser(row: GoldTimes) -> Iterable[Timex]:
    """What `search_dates` finds in a text, each at the place its words stand."""
    from dateparser.search import search_dates

    published = datetime.fromisoformat(row.dct[:10])
    settings = {"RELATIVE_BASE": published, "PREFER_DATES_FROM": "past"}
    found = search_dates(row.text, languages=["en"], settings=settings) or []
    reached = 0
    for words, moment in found:
        start = row.text.find(words, reached)
        if start < 0:
            continue
        reached = start + len(words)
        yield Timex(start, reached, "DATE", _write(words, moment))


def _write(words: str, moment: datetime) -> str:
    if re.fullmatch(r"(?:in |the )?\d{4}", words.strip()):
        return f"{moment.year:04d}"
    names_month = re.search(r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", words)
    if names_month and not re.search(r"\b\d{1,2}(?:st|nd|rd|th)?\b", words):
        return f"{moment:%Y-%m}"
    return f"{moment:%Y-%m-%d}"


if __name__ == "__main__":
    main()
