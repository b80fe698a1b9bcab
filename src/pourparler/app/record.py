"""A record as a person holds it: open it, read reports into it, ask it as of a day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from pourparler import codebook as codebooks
from pourparler.app.deciding import Deciding
from pourparler.app.select import calendar_day, matching
from pourparler.app.view import View
from pourparler.app.workers import Workers
from pourparler.codebook import Codebook, Process
from pourparler.errors import UsageError
from pourparler.record import Rows, open_store
from pourparler.record.concerning import concerning
from pourparler.record.kinds import INTRODUCTIONS

if TYPE_CHECKING:
    from pourparler.app.intake import Intake, Watch
    from pourparler.app.reader import Reader


class Record:
    """One record: reports, what was read from them, and the questions it answers."""

    def __init__(
        self,
        path: str | Path,
        *,
        create: bool = True,
        model: str | None = None,
        codebook: Sequence[str | Path] = (),
    ) -> None:
        self.path = path
        # First: a wrong codebook leaves no empty record behind.
        self.codebook: Codebook = codebooks.load(*codebook)
        self.store = open_store(path, create=create)
        self.rows = Rows(self.store.engine)
        self._model = model
        self._folders = tuple(codebook)

    @cached_property
    def reader(self) -> "Reader":
        """What reads reports into this record. Imported late: asking needs no parser."""
        from pourparler.app.reader import Reader

        return Reader(self._model, self._folders)

    def __enter__(self) -> "Record":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    def read(
        self,
        paths: str | Path | Iterable[str | Path],
        *,
        columns: Mapping[str, str] | None = None,
        published: str | None = None,
        outlet: str | None = None,
        jobs: int | None = None,
        cluster: str | None = None,
        watch: "Watch | None" = None,
    ) -> "Intake":
        """Read reports from files, folders, globs or a feed's URL; what is known is left alone.

        `columns` maps our names to the file's (`{"published": "when"}`), `published` and
        `outlet` hold for reports that carry none. `jobs` processes read (None: by the work), or
        the workers of the Dask `cluster` of that address. What cannot be read is in `refused()`.
        """
        from pourparler.app.intake import take_in
        from pourparler.reports import read_paths

        chosen = [paths] if isinstance(paths, str | Path) else list(paths)
        items = read_paths(chosen, columns=columns or {}, published=published, outlet=outlet)
        workers = Workers(jobs, cluster)
        return take_in(self.store, items, self.reader, workers=workers, watch=watch)

    def reread(
        self,
        *,
        jobs: int | None = None,
        cluster: str | None = None,
        watch: "Watch | None" = None,
    ) -> "Intake":
        """Read again what an older reader, or another codebook, has read."""
        from pourparler.app.intake import Intake, read_pending

        intake = Intake()
        workers = Workers(jobs, cluster)
        read_pending(self.store, self.reader, intake, workers=workers, stale=True, watch=watch)
        return intake

    def outdated(self) -> int:
        """How many readings were made by an older reader or another codebook."""
        reader, codebook = self.reader.version, self.codebook.fingerprint
        unread = self.store.count_pending(reader, codebook)
        return self.store.count_pending(reader, codebook, stale=True) - unread

    def as_of(self, day: str | date | None = None, *, process: str | None = None) -> View:
        """The record as it was known on a day (None: with every report).

        `process` is an id or name of the codebook's; None takes the process that most reports
        of the record concern. Raises UsageError for what is no day, UnknownNameError for an
        unknown process.
        """
        as_of = self._day(day)
        return View(self.rows, self.codebook, as_of, self._process(process, as_of))

    def concerned(self, as_of: str) -> list[tuple[Process, int]]:
        """The processes that reports up to a day concern, and how many, most first."""
        counted = [
            (one, self.rows.count_of(concerning(self.store.engine, one, as_of)))
            for one in self.codebook.processes.values()
        ]
        return sorted((pair for pair in counted if pair[1]), key=lambda pair: -pair[1])

    def deciding(self) -> Deciding:
        """Takes decisions on what was read: reject, confirm, correct, merge, split, withdraw."""
        introduced = {one.item.id: one.item for one in self.rows.told(INTRODUCTIONS)}
        known = self.codebook.actors.and_these(introduced)
        return Deciding(self.rows, {id: (one.name, *one.aliases) for id, one in known.items()})

    def _day(self, day: str | date | None) -> str:
        if day is None:
            return self.rows.last_day() or date.today().isoformat()
        return calendar_day(str(day))

    def _process(self, name: str | None, as_of: str) -> Process | None:
        processes = self.codebook.processes
        if name is None:
            return next((process for process, _ in self.concerned(as_of)), None)
        if name == "all":
            return None
        found = matching("process", name, {id: (one.name,) for id, one in processes.items()})
        if not found or len(found) > 1:
            names = ", ".join(sorted(found or ()))
            raise UsageError(f"{name!r} may mean several processes: {names}. Name one of them.")
        return processes[found.pop()]
