"""From reports to readings, on one core or several.

A reading is a pure function of a report, the reader's version and the codebook, so batches go
to worker processes without further ado; results come back in the order of the reports.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from pourparler import codebook as codebooks
from pourparler import language
from pourparler.codebook import Codebook
from pourparler.model import Reading, Report
from pourparler.readings import VERSION, read_all

if TYPE_CHECKING:
    from spacy.language import Language

BATCH = 64
"""Reports handed to a worker at a time: enough to keep the parser busy, few enough to lose."""

WORTH_WORKERS = 400
"""Below this many reports, starting workers takes longer than they save."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A report that the reader could not get through: a fault of ours, kept with its message."""

    reading: Reading
    message: str


class Reader:
    """Reads reports with one pipeline and one codebook, both loaded when first needed."""

    def __init__(self, model: str | None = None, folders: Sequence[Path | str] = ()) -> None:
        self.model = model
        self.folders = tuple(map(str, folders))
        self.codebook: Codebook = codebooks.load(*self.folders)
        self._pipeline: Language | None = None

    @property
    def version(self) -> str:
        """What names this reader in the record: its code's version and its pipeline."""
        return VERSION if self.model is None else f"{VERSION}+{self.model}"

    def read(self, reports: Iterable[Report]) -> Iterator[Reading | Failed]:
        """One reading for each report, in their order, made in this process."""
        if self._pipeline is None:
            self._pipeline = language.load(self.model)
        for result in read_all(reports, self._pipeline, self.codebook, version=self.version):
            yield result if isinstance(result, Reading) else self._failed(*result)

    def read_many(
        self, reports: Iterable[Report], *, jobs: int | None = None, expected: int | None = None
    ) -> Iterator[Reading | Failed]:
        """The same with `jobs` worker processes; None decides by what is `expected`."""
        if jobs is None:
            jobs = (os.cpu_count() or 1) if (expected or 0) >= WORTH_WORKERS else 1
        if jobs == 1:
            yield from self.read(reports)
        else:
            yield from self._read_with_workers(iter(reports), jobs)

    def _read_with_workers(
        self, reports: Iterator[Report], jobs: int
    ) -> Iterator[Reading | Failed]:
        context = get_context("spawn")
        with ProcessPoolExecutor(jobs, context, _start, (self.model, self.folders)) as pool:
            waiting: list[Future[list[Reading | Failed]]] = []
            while True:
                while len(waiting) < 2 * jobs and (batch := list(islice(reports, BATCH))):
                    waiting.append(pool.submit(_read, batch))
                if not waiting:
                    return
                yield from waiting.pop(0).result()

    def _failed(self, report: str, error: Exception) -> Failed:
        empty = Reading(report, self.version, self.codebook.fingerprint)
        return Failed(empty, f"{type(error).__name__}: {error}")


_worker: Reader | None = None


def _start(model: str | None, folders: Sequence[str]) -> None:
    global _worker
    _worker = Reader(model, folders)


def _read(reports: list[Report]) -> list[Reading | Failed]:
    assert _worker is not None
    return list(_worker.read(reports))
