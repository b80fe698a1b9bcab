"""What each part of the English pipeline costs, and the whole beside spaCy's own loops.

    python -m benchmarks.pipeline [--words 40000]

Reads the sample's reports, joined to some 440 words each, on one core. The yardstick in the same
run is the same pipeline as spaCy would run it: its own loops of parser and recognizer, and every
word embedded anew. Machines differ and are busy; the ratio differs much less.
"""

import argparse
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer
from spacy.tokens import Doc
from thinc.layers.chain import forward as word_by_word

from pourparler import codebook, language
from pourparler.app.workers import one_thread
from pourparler.language.distinct import embed_distinct
from pourparler.reports import read_paths

SAMPLE = Path(__file__).parents[1] / "examples" / "turkey-syria"
_LONG, _BATCH, _TIMES = 2_600, 9, 5


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--words", type=int, default=40_000)
    options = parser.parse_args(arguments)
    with ProcessPoolExecutor(1, get_context("spawn"), one_thread) as executor:
        for line in executor.submit(_measure, options.words).result():
            print(line)


def _measure(words: int) -> list[str]:
    known = codebook.load().actors.known_names
    started = time.perf_counter()
    nlp = language.load(names=known)
    load = time.perf_counter() - started
    texts = list(_texts(words))
    words = sum(len(doc) for doc in nlp.pipe(texts))
    lines = [
        f"load {load:.2f} s; {_megabytes():.0f} MB with {words:,} words read",
        f"microseconds a word: {', '.join(_parts(nlp, texts, words))}",
    ]
    ours = words / _best(lambda: _read(nlp, texts))
    theirs = words / _best(lambda: _read(_as_spacy_runs_it(nlp), texts))
    return [
        *lines,
        f"{ours:,.0f} words a second; as spaCy runs it {theirs:,.0f}; {ours / theirs:.2f} times",
    ]


def _texts(words: int) -> Iterator[str]:
    """The sample's reports over and over, in texts of one length, until they hold the words."""
    whole = "\n\n".join(report.text for report in read_paths([SAMPLE]) if hasattr(report, "text"))
    whole *= words * 7 // len(whole) + 1
    for start in range(0, words * 6, _LONG):
        yield whole[start : start + _LONG]


def _read(nlp: Language, texts: Sequence[str]) -> None:
    for _ in nlp.pipe(texts):
        pass


def _best(run: Callable[[], None]) -> float:
    """The least processor time of some runs: others on the machine slow a run, nothing hastens."""
    least = float("inf")
    for _ in range(_TIMES):
        started = time.process_time()
        run()
        least = min(least, time.process_time() - started)
    return least


def _parts(nlp: Language, texts: Sequence[str], words: int) -> Iterator[str]:
    """The tokenizer's cost and each component's, batch by batch as `pipe` feeds them."""
    costs: dict[str, float] = {}
    for _ in range(_TIMES):
        for name, seconds in _once(nlp, texts).items():
            costs[name] = min(seconds, costs.get(name, seconds))
    for name, seconds in costs.items():
        yield f"{name.removeprefix('pourparler_')} {1e6 * seconds / words:.1f}"


def _once(nlp: Language, texts: Sequence[str]) -> dict[str, float]:
    started = time.process_time()
    docs: list[Doc] = [nlp.make_doc(text) for text in texts]
    costs = {"tokenizer": time.process_time() - started}
    for name, component in nlp.pipeline:
        pipe: Any = component
        started = time.process_time()
        if hasattr(pipe, "pipe"):
            docs = list(pipe.pipe(docs, batch_size=_BATCH))
        else:
            docs = [pipe(doc) for doc in docs]
        costs[name] = time.process_time() - started
    return costs


def _as_spacy_runs_it(nlp: Language) -> Language:
    """The same weights with spaCy's own loops and its own way to embed words."""
    for name, spacys in (("parser", DependencyParser), ("ner", EntityRecognizer)):
        ours: Any = nlp.get_pipe(name)
        ours_type: Any = type(ours)
        ours_type.pipe, ours_type.greedy_parse = spacys.pipe, spacys.greedy_parse
    for name in ("tok2vec", "ner"):
        pipe: Any = nlp.get_pipe(name)
        for layer in pipe.model.walk():
            if layer._func.__module__ == embed_distinct.__module__:
                layer._func = word_by_word
    return nlp


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
