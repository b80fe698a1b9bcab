"""From reports to readings, in this process or by workers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from pourparler import codebook as codebooks
from pourparler import language
from pourparler.app.workers import Workers
from pourparler.codebook import Codebook
from pourparler.errors import UsageError
from pourparler.model import Reading, Report
from pourparler.readings import VERSION, read_all

if TYPE_CHECKING:
    from spacy.language import Language


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
            self._pipeline = language.load(self.model, names=self.codebook.actors.known_names)
        for result in read_all(reports, self._pipeline, self.codebook, version=self.version):
            yield result if isinstance(result, Reading) else self._failed(*result)

    def read_with(
        self, workers: Workers, reports: Iterable[Report], expected: int
    ) -> Iterator[Reading | Failed]:
        """The same by `workers`, where `expected` reports are worth them.

        Raises UsageError for workers that cannot be had, or read otherwise than this reader.
        """
        if not workers.needed(expected):
            yield from self.read(reports)
            return
        task = partial(_read_batch, self.model, self.folders)
        for results in workers.map(task, reports, expected):
            for result in results:
                self._check(result if isinstance(result, Reading) else result.reading)
                yield result

    def _check(self, reading: Reading) -> None:
        theirs, ours = (reading.reader, reading.codebook), (self.version, self.codebook.fingerprint)
        if theirs != ours:
            raise UsageError(
                f"A worker reads with version {theirs[0]} and codebook {theirs[1]}; here it is "
                f"{ours[0]} and {ours[1]}. Give it the same Pourparler and codebook folders."
            )

    def _failed(self, report: str, error: Exception) -> Failed:
        empty = Reading(report, self.version, self.codebook.fingerprint)
        return Failed(empty, f"{type(error).__name__}: {error}")


_reader = lru_cache(maxsize=1)(Reader)
_turn = Lock()


def _read_batch(
    model: str | None, folders: tuple[str, ...], reports: list[Report]
) -> list[Reading | Failed]:
    """What a worker does. Threads of one worker take turns: they share the one pipeline."""
    with _turn:
        return list(_reader(model, folders).read(reports))
