"""How long every conclusion takes for one process, over a record of a million statements.

    python -m benchmarks.queries big.db [--reports 100000]

Makes the record if it is not there (`benchmarks.web build`: ten statements a report, one report
in twenty of the process asked for). Each question is asked twice of a view that is kept, as the
server and a notebook keep theirs: the first time from the rows that the process's reports hold,
then again; `opening` is what loading those rows costs, once. Times are of the processor, so that
what else the machine does is not counted.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.web import HEAD, PROCESS, STATES, build
from pourparler.app import Record, View
from pourparler.app.warm import Holding
from pourparler.record.browsing import Browsing

LIMIT = 0.2
QUESTIONS: dict[str, Callable[[View], Any]] = {
    "meetings": View.meetings,
    "positions": View.positions,
    "preconditions": View.preconditions,
    "phases": View.phases,
    "deadlocks": View.deadlocks,
    "signals": View.signals,
    "events": View.happenings,
    "timeline": View.timeline,
    "changes": View.changes,
    "formats": View.formats,
    "brief": View.brief,
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
        began = time.process_time()
        holding = Holding(record.rows, Browsing(record.rows.engine), record.codebook, view.process)
        print(f"opening: {time.process_time() - began:.2f} s")
        year = int(view.as_of[:4])
        asked = [view.as_of, *(f"{year - back}-06-30" for back in range(1, days))]
        for name, question in QUESTIONS.items():
            first: list[float] = []
            again: list[float] = []
            for day in asked:
                for times in (first, again):
                    began = time.process_time()
                    answer = question(holding.view(day))
                    times.append(time.process_time() - began)
            worst = max(first)
            size = len(answer) if hasattr(answer, "__len__") else 1
            print(
                f"{name:14} first {1000 * statistics.median(first):6.0f} ms"
                f" (worst {1000 * worst:.0f}), again {1000 * statistics.median(again):6.1f} ms"
                f", {size} answers{'' if worst < LIMIT else '  TOO SLOW'}"
            )


if __name__ == "__main__":
    main()
