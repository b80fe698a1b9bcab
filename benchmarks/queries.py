"""How long every conclusion takes for one process, over a record of a million statements.

    python -m benchmarks.queries big.db [--reports 100000]

Makes the record if it is not there (`benchmarks.web build`: ten statements a report, one report
in twenty of the process asked for). Each question is asked in three ways: cold, of a view just
opened on a day nobody asked for yet, which reads its rows from the record; of what the server
holds in memory, for a new day; and of that day again. `opening` is what laying that out costs,
once. Times are of the processor, so that what else the machine does is not counted.
"""

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from operator import methodcaller
from pathlib import Path
from typing import Any

from benchmarks.web import HEAD, PROCESS, STATES, build
from pourparler.app import Record, View
from pourparler.app.holding import Holding
from pourparler.app.warm import Days
from pourparler.record.browsing import Browsing

LIMIT = 0.2
QUESTIONS: dict[str, Callable[[View], Any]] = {
    name: methodcaller("happenings" if name == "events" else name)
    for name in (
        "meetings",
        "positions",
        "preconditions",
        "phases",
        "deadlocks",
        "signals",
        "events",
        "timeline",
        "changes",
        "formats",
        "brief",
    )
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the record if need be, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("record", type=Path)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--days", type=int, default=3, help="as-of days to ask about")
    options = parser.parse_args(arguments)
    if not options.record.exists():
        build(options.record, options.reports)
    with tempfile.TemporaryDirectory() as folder:
        measure(options.record, write_codebook(Path(folder)), options.days)


def write_codebook(folder: Path) -> Path:
    """The invented states of the record, and their talks."""
    (folder / "processes").mkdir()
    (folder / "processes" / "invented.toml").write_text(PROCESS, encoding="utf-8")
    rows = [f"{one},,{one.title()},,{one.title()}an,,,," for one in STATES]
    (folder / "states.csv").write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    return folder


def measure(path: Path, codebook: Path, days: int) -> None:
    """Ask every question as of the last day and of some before it."""
    with Record(path, codebook=[codebook]) as record:
        print(f"{record.rows.count('statements'):,} statements")
        view = record.as_of(process="invented")
        assert view.process is not None

        def opened(day: str) -> View:
            return record.as_of(day, process="invented")

        year = int(view.as_of[:4])
        asked = [view.as_of, *(f"{year - back}-06-30" for back in range(1, days))]
        cold = {name: timed(ask, opened, asked) for name, ask in QUESTIONS.items()}
        browsing = Browsing(record.rows.engine)
        began = time.process_time()
        held = Days(Holding(record.rows, browsing, record.codebook, view.process))
        print(f"opening: {time.process_time() - began:.2f} s")
        for name, ask in QUESTIONS.items():
            first, again = timed(ask, held.view, asked), timed(ask, held.view, asked)
            worst = max(cold[name])
            print(
                f"{name:14} cold {1000 * statistics.median(cold[name]):4.0f} ms"
                f" (worst {1000 * worst:.0f}), held {1000 * statistics.median(first):4.0f} ms,"
                f" again {1000 * statistics.median(again):4.1f} ms"
                f"{'' if worst < LIMIT else '  TOO SLOW'}"
            )
        print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def timed(ask: Callable[[View], Any], view: Callable[[str], View], days: list[str]) -> list[float]:
    """Seconds of the processor that a question takes on each day, with getting the view."""
    found = []
    for day in days:
        began = time.process_time()
        ask(view(day))
        found.append(time.process_time() - began)
    return found


if __name__ == "__main__":
    main()
