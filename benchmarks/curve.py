"""How reading time grows with the text, however bad the text is, and how fast news is read.

    python -m benchmarks.curve [--most 200000] [--speed GOLD.jsonl]

Each kind of text is made of invented words and read from 1,000 words on: the processor's seconds
that the parse takes, those of times, actors and statements together, and words a second of all.
What grows with the words keeps its words a second; what grows with their square halves them at
each doubling. `--speed` reads the texts of a gold file instead, with one process and with two.
"""

import argparse
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from multiprocessing import get_context

from spacy.tokens import Doc

from pourparler import codebook, language
from pourparler.app.workers import one_thread
from pourparler.evaluation.statements import read_rows
from pourparler.model import Report
from pourparler.readings.mentions import find_mentions
from pourparler.readings.page import Page
from pourparler.readings.statements import find_statements
from pourparler.readings.times import find_times

SIZES = (1_000, 10_000, 50_000, 200_000)
_SENTENCE = (
    "Foreign Minister Anna Brandt said on Monday that Norland would withdraw its troops by May, "
    "and her counterpart from Sutland, who had asked for it, called the offer late. "
)


def _repeated(text: str, words: int) -> str:
    return text * (words // len(text.split()) + 1)


TEXTS: Mapping[str, Callable[[int], str]] = {
    "news": lambda words: _repeated(_SENTENCE, words),
    "one endless sentence": lambda words: _repeated(_SENTENCE.replace(". ", " and "), words),
    "all capitals": lambda words: _repeated(_SENTENCE.upper(), words),
    "no punctuation": lambda words: _repeated("Brandt said that Norland said that ", words),
    "a mark left open on every line": lambda words: _repeated(f'"{_SENTENCE}\n', words),
    "right-to-left, emoji, control characters": lambda words: _repeated(
        "قال الوزير \U0001f54a said \x07 that \u202eنورلاند said \u200b; ", words
    ),
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--most", type=int, default=SIZES[-1])
    parser.add_argument("--speed", metavar="GOLD")
    options = parser.parse_args(arguments)
    if options.speed:
        texts = [row["text"] for row in read_rows(options.speed)]
        for processes in (1, 2):
            clock, processor = _speed(texts, processes)
            print(
                f"{processes} process(es): {clock:,.0f} words a second of the clock, "
                f"{processor:,.0f} a second of one processor"
            )
        return
    pipeline, book = language.load(), codebook.load()
    _read(_SENTENCE, pipeline(_SENTENCE), book)  # what is made once is made before the clock
    print(f"{'text':42}{'words':>8}{'parse s':>9}{'rest s':>8}{'statements':>11}{'words/s':>9}")
    for name, made in TEXTS.items():
        for size in SIZES:
            if size <= options.most:
                text = made(size)
                started = time.process_time()
                doc = pipeline(text)
                parsed = time.process_time()
                found = _read(text, doc, book)
                ended = time.process_time()
                rate = size / (ended - started)
                print(
                    f"{name:42}{size:8,}{parsed - started:9.2f}{ended - parsed:8.2f}"
                    f"{found:11,}{rate:9,.0f}",
                    flush=True,
                )


def _read(text: str, doc: Doc, book: codebook.Codebook) -> int:
    """Times, actors and statements of a parsed text; how many statements."""
    page = Page(Report.of(text, "2024-06-12"), doc, book)
    page = replace(page, times=find_times(page))
    page = replace(page, cast=find_mentions(page))
    return len(find_statements(page))


def _speed(texts: Sequence[str], processes: int) -> tuple[float, float]:
    """Words a second with so many processes, each with the pipeline loaded before the clock: of
    the clock, which other work on the machine slows, and of a processor's time."""
    shares = [texts[start::processes] for start in range(processes)]
    one_thread()  # here, since a started process loads NumPy before it is told anything
    with get_context("spawn").Pool(processes) as pool:
        pool.map(_read_all, [texts[:2]] * processes, chunksize=1)
        started = time.perf_counter()
        busy = sum(pool.map(_read_all, shares, chunksize=1))
        taken = time.perf_counter() - started
    words = sum(len(text.split()) for text in texts)
    return words / taken, words / busy


def _read_all(texts: Sequence[str]) -> float:
    """Reads the texts; the processor's seconds it took, without the loading."""
    pipeline, book = language.load(), codebook.load()
    started = time.process_time()
    for text, doc in zip(texts, pipeline.pipe(texts), strict=True):
        _read(text, doc, book)
    return time.process_time() - started


if __name__ == "__main__":
    main()
