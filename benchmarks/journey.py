"""The whole journey: reports a second, words a second, peak memory, and how quickly it answers.

    python -m benchmarks.journey [REPORTS.jsonl.gz] [--items 5000]

Reads the sample, and the first items of a file of reports where one is given, each in a process
of its own (peak memory is of that process). As a yardstick in the same run, the same pipeline
parses the same texts and does nothing else: machines differ, the ratio much less. Then asks
every question once of the record made.
"""

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "examples" / "turkey-syria"
QUESTIONS = ("brief", "timeline", "meetings", "positions", "deadlocks", "phases", "statements")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("reports", nargs="?", type=Path)
    parser.add_argument("--items", type=int, default=5000)
    parser.add_argument("--worker", choices=("read", "parse"), help=argparse.SUPPRESS)
    parser.add_argument("--record", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.worker:
        _work(options.worker, options.reports, options.record)
        return
    with tempfile.TemporaryDirectory() as folder:
        _compare("sample", SAMPLE, Path(folder) / "sample.db")
        if options.reports:
            part = Path(folder) / "part.jsonl"
            _cut(options.reports, part, options.items)
            _compare(f"{options.items} items", part, Path(folder) / "items.db")
        _ask(Path(folder) / "sample.db")


def _compare(name: str, reports: Path, record: Path) -> None:
    read = _run("read", reports, record)
    parse = _run("parse", reports, record)
    ratio = read["seconds"] / parse["seconds"]
    print(
        f"{name}: {read['reports']:,} reports, {read['words']:,} words; "
        f"{read['reports'] / read['seconds']:,.0f} reports/s, "
        f"{read['words'] / read['seconds']:,.0f} words/s on one core, "
        f"peak {read['peak']:,.0f} MB; {ratio:.2f} × the parse alone"
    )


def _run(worker: str, reports: Path, record: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.journey", str(reports)]
    command += ["--worker", worker, "--record", str(record)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _work(worker: str, reports: Path, path: Path) -> None:
    """Read or parse, after loading what both need; print the figures as JSON."""
    from pourparler import language
    from pourparler.app import Record
    from pourparler.model import Report
    from pourparler.reports import read_paths

    if worker == "read":
        record = Record(path)
        list(record.reader.read([Report.of("A first report.", "2024-01-01")]))
        started = time.perf_counter()
        intake = record.read(reports, jobs=1)
        count, words = intake.read, intake.words
    else:
        pipeline = language.load()
        texts = [one.text for one in read_paths([reports]) if isinstance(one, Report)]
        started = time.perf_counter()
        words = sum(len(doc.text.split()) for doc in pipeline.pipe(texts))
        count = len(texts)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"reports": count, "words": words, "seconds": seconds, "peak": peak}))


def _cut(source: Path, target: Path, items: int) -> None:
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        target.write_text("".join(islice(lines, items)), encoding="utf-8")


def _ask(record: Path) -> None:
    """How long a command takes from the prompt to its answer."""
    for question in ("--help", *QUESTIONS):
        options = [] if question == "--help" else ["--record", str(record)]
        started = time.perf_counter()
        command = [sys.executable, "-m", "pourparler", question, *options]
        subprocess.run(command, check=True, capture_output=True)
        print(f"pourparler {question}: {time.perf_counter() - started:.2f} s")


if __name__ == "__main__":
    main()
