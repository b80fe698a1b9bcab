"""Reading whatever the user names: every item a report or a refusal, and nothing raised.

The end of the line for every error of an input. Errors of the call itself are raised at once,
before anything is read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from pourparler.errors import MissingExtraError, ReportError
from pourparler.model import Refusal, Report
from pourparler.reports.building import Builder
from pourparler.reports.columns import Columns, MissingColumnError
from pourparler.reports.days import AmbiguousDayError, Order, order_shown
from pourparler.reports.finding import explain, find
from pourparler.reports.item import Item, fingerprint, refuse
from pourparler.reports.kinds import reader_of
from pourparler.reports.limits import Limits
from pourparler.reports.opening import Source

Progress = Callable[[int, int], None]
_HELD = 1000
_NOTHING: Mapping[str, str] = MappingProxyType({})


def read_paths(
    paths: Iterable[str | Path] | str | Path,
    *,
    columns: Mapping[str, str] = _NOTHING,
    published: str | None = None,
    outlet: str | None = None,
    today: date | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Iterator[Report | Refusal]:
    """Each report under `paths` and each thing that could not be read, in a fixed order.

    `paths` are files, folders, globs, `-` for standard input and addresses of feeds. `columns`
    names columns by field (`{"published": "when"}`); `published` is the day, `outlet` the
    outlet of what carries none. `today` bounds the days that are believed: by default the
    latest day it now is anywhere on earth. `progress` hears bytes read and bytes in all (as
    they lie on disk; a pipe counts nothing). Raises UsageError, at the call, for columns or a
    day that cannot be meant; a path that is not there is a refusal like any other.
    """
    if isinstance(paths, str | Path):
        paths = [paths]  # the one path that is meant, not its letters
    limits = limits or Limits()
    builder = Builder(
        Columns(columns),
        published=published,
        outlet=outlet,
        today=today or (datetime.now(UTC) + timedelta(hours=14)).date(),
        limits=limits,
    )
    return _read_all([str(path) for path in paths], builder, limits, progress)


def _read_all(
    paths: list[str], builder: Builder, limits: Limits, progress: Progress | None
) -> Iterator[Report | Refusal]:
    advance = _advance(paths, limits, progress)
    for found in find(paths, limits):
        if isinstance(found, Refusal):
            yield found
        else:
            yield from _read_source(found, builder, limits, advance)


def _advance(
    paths: list[str], limits: Limits, progress: Progress | None
) -> Callable[[int], None] | None:
    """Adds up bytes for `progress`; the sum of all sizes takes one look at every file."""
    if progress is None:
        return None
    total = sum(found.size for found in find(paths, limits) if isinstance(found, Source))
    done = 0

    def advance(count: int) -> None:
        nonlocal done
        done += count
        progress(min(done, total), total)

    return advance


def _read_source(
    source: Source,
    builder: Builder,
    limits: Limits,
    advance: Callable[[int], None] | None,
) -> Iterator[Report | Refusal]:
    """The reports of one source; whatever ends it early is its last refusal."""
    rows = _Rows(source, builder, limits)
    try:
        with source.open(limits, advance) as stream:
            yield from rows.outcomes(_items(stream, source.path, limits))
    except ReportError as error:
        yield from rows.held
        yield refuse(source.path, error, None, source.fingerprint())
    except MissingExtraError as error:
        # Without a fingerprint: once the part is installed, the same bytes are to be read.
        said, _, fix = str(error).partition(". ")
        yield Refusal(path=source.path, reason=said, fix=fix)
    except OSError as error:
        yield from rows.held
        yield refuse(source.path, explain(error), None, source.fingerprint())
    except Exception as error:  # of a library below, on input nobody thought of: the rest is read
        yield from rows.held
        failed = ReportError(
            f"reading it failed ({type(error).__name__}: {str(error)[:120]})",
            fix="Leave it out or convert it, and report this as a bug of Pourparler.",
        )
        yield refuse(source.path, failed, None, source.fingerprint())


def _items(stream: BinaryIO, path: str, limits: Limits) -> Iterator[Item | Refusal]:
    peek = getattr(stream, "peek", None)
    head: bytes = peek(1 << 16)[: 1 << 16] if peek else b""
    return reader_of(path, head)(stream, path, limits)


class _Rows:
    """The items of one source into reports; a day read in two ways is settled by all rows."""

    def __init__(self, source: Source, builder: Builder, limits: Limits) -> None:
        self._source = source
        self._builder = builder
        self._limits = limits
        self._order: Order | None = None
        self._is_settled = False
        # Refusals for a column that no item had so far: each is told only once some item has it.
        self.held: list[Refusal] = []

    def outcomes(self, items: Iterable[Item | Refusal]) -> Iterator[Report | Refusal]:
        """The report or refusal of each item, in order.

        Raises ReportError when there is no item, and MissingColumnError when all there are
        (or the first thousand) lack the same column: that is told once, of the file.
        """
        missing: MissingColumnError | None = None
        is_empty = True
        for item in items:
            outcome = item if isinstance(item, Refusal) else self._take(item)
            if isinstance(outcome, MissingColumnError) and isinstance(item, Item):
                refusal = refuse(self._source.path, outcome, item.record, fingerprint(item.raw))
                if is_empty or (missing is not None and missing.reason == outcome.reason):
                    missing, is_empty = outcome, False
                    self.held.append(refusal)
                    if item.is_row or len(self.held) > _HELD:
                        break
                    continue
                outcome = refusal
            if missing is not None:
                yield from self.held
                self.held, missing = [], None
            is_empty = False
            if not isinstance(outcome, MissingColumnError):
                yield outcome
        if missing is not None:
            self.held = []
            raise missing
        if is_empty:
            raise ReportError("no report is in it", fix="Leave it out.")

    def _take(self, item: Item) -> Report | Refusal | MissingColumnError:
        try:
            try:
                return self._builder.build(item, self._source.path, self._order)
            except AmbiguousDayError:
                if self._is_settled:
                    raise
                self._order, self._is_settled = self._settle(), True
                return self._builder.build(item, self._source.path, self._order)
        except MissingColumnError as error:
            return error
        except ReportError as error:
            return refuse(self._source.path, error, item.record, fingerprint(item.raw))

    def _settle(self) -> Order | None:
        """The one order that the file's other rows show; None where they differ or are silent."""
        if self._source.once is not None:
            return None
        shown = set()
        try:
            with self._source.open(self._limits) as stream:
                for item in _items(stream, self._source.path, self._limits):
                    if isinstance(item, Item):
                        shown.add(order_shown(self._builder.fields(item).get("published")))
        except (ReportError, OSError):
            pass  # what broke off is told by the reading itself; what stood before it counts
        shown.discard(None)
        return shown.pop() if len(shown) == 1 else None
