"""CSV and TSV, row by row, with quoted fields over several lines.

The separator is the one the header uses. A quotation mark that is never closed would swallow
the rest of the file: the row it stands in is refused, and the lines after it that are whole
rows by themselves are read.
"""

import csv
from collections.abc import Iterator
from typing import BinaryIO

from pourparler.errors import ReportError
from pourparler.model import Refusal
from pourparler.reports.decoding import as_utf8, decode
from pourparler.reports.item import Item, fingerprint, refuse
from pourparler.reports.jsonlines import too_long
from pourparler.reports.limits import Limits
from pourparler.reports.lines import LongLine, lines

_SEPARATORS = ",;\t|"


def read_table(stream: BinaryIO, path: str, limits: Limits) -> Iterator[Item | Refusal]:
    """One item for each row under the header, in order; a row that is none is one refusal."""
    if csv.field_size_limit() < limits.line:
        csv.field_size_limit(limits.line)  # the library's own limit is 128 kB
    feed = _Feed(as_utf8(stream, guess=True), path, limits)
    header: list[str] | None = None
    separator = ","
    while True:
        feed.begin()
        if header is None:
            first = feed.peek()
            if first is None:
                break
            separator = max(_SEPARATORS, key=first.count)
        row, problem = _next_row(feed, separator)
        yield from feed.refused()
        if row is None and problem is None:
            break
        if row is not None and not any(field.strip() for field in row):
            continue
        if header is None:
            header = _header(row, problem)
            continue
        yield from _row(feed, header, row, problem, separator)


def _next_row(feed: "_Feed", separator: str) -> tuple[list[str] | None, str | None]:
    try:
        row = next(csv.reader(feed, delimiter=separator), None)
    except csv.Error as error:
        return None, f"it is no row of a table: {error}"
    if row is not None and feed.is_open():
        return None, "a quotation mark in it is never closed"
    return row, None


def _header(row: list[str] | None, problem: str | None) -> list[str]:
    if row is None:
        raise ReportError(f"its header cannot be read: {problem}", fix="Mend its first line.")
    names = [name.strip() or f"column {at}" for at, name in enumerate(row, start=1)]
    if len(names) < 2 or len(set(names)) < len(names):
        raise ReportError(
            f"its first line names no columns of a table: {', '.join(names)[:80]!r}",
            fix="Put the names of the columns in the first line, separated as the rows are.",
        )
    return names


def _row(
    feed: "_Feed", header: list[str], row: list[str] | None, problem: str | None, separator: str
) -> Iterator[Item | Refusal]:
    record, raw = f"line {feed.first}", feed.raw()
    if row is not None and len(row) <= len(header):
        row += [""] * (len(header) - len(row))
        yield Item(dict(zip(header, row, strict=True)), raw, record, is_row=True)
        return
    if row is not None:
        problem = f"it has {len(row)} fields where the header has {len(header)}"
    wrong = ReportError(str(problem), fix="Mend the row: quote fields that hold separators.")
    yield refuse(feed.path, wrong, record, fingerprint(raw))
    for number, line in feed.taken[1:]:
        again = next(csv.reader([line], delimiter=separator), [])
        if len(again) == len(header) and line.count('"') % 2 == 0:
            values = dict(zip(header, again, strict=True))
            yield Item(values, line.encode(), f"line {number}", is_row=True)


class _Feed:
    """The lines of a table as the csv module wants them, and which the present row took."""

    def __init__(self, stream: BinaryIO, path: str, limits: Limits) -> None:
        self.path = path
        self.taken: list[tuple[int, str]] = []
        self._limits = limits
        self._lines = lines(stream, limits.line)
        self._size = 0
        self._held: tuple[int, str] | None = None
        self._refused: list[Refusal] = []

    def begin(self) -> None:
        """Forget the last row's lines."""
        self.taken = []
        self._size = 0

    @property
    def first(self) -> int:
        """The line that the present row begins in."""
        return self.taken[0][0] if self.taken else 0

    def raw(self) -> bytes:
        """The bytes of the present row, as UTF-8."""
        return "".join(line for _, line in self.taken).encode("utf-8", "surrogatepass")

    def is_open(self) -> bool:
        """Whether the row took all that was left because a quotation was never closed."""
        return len(self.taken) > 0 and (
            sum(line.count('"') for _, line in self.taken) % 2 == 1 and self.peek() is None
        )

    def refused(self) -> Iterator[Refusal]:
        """The lines that could not be taken, since last asked."""
        refused, self._refused = self._refused, []
        yield from refused

    def peek(self) -> str | None:
        """The next line, left where it is; None at the end."""
        if self._held is None:
            self._held = self._take()
        return self._held[1] if self._held else None

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        if self.peek() is None or self._held is None:
            raise StopIteration
        if self._size and self._size + len(self._held[1]) > self._limits.line:
            raise csv.Error("a quotation in it runs on without end")
        self.taken.append(self._held)
        self._size += len(self._held[1])
        self._held = None
        return self.taken[-1][1]

    def _take(self) -> tuple[int, str] | None:
        for number, line in self._lines:
            if isinstance(line, LongLine):
                error, identity = too_long(line, self._limits), line.fingerprint
            else:
                try:
                    return number, decode(line) + "\n"
                except ReportError as wrong:
                    error, identity = wrong, fingerprint(line)
            self._refused.append(refuse(self.path, error, f"line {number}", identity))
        return None
