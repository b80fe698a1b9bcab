"""Reading the codebook's tables: CSV files a person edits, with the line of each row.

A line that starts with `#` is a comment, an empty one nothing; lists are separated by `|`.
The file of a later folder adds rows; who reads them decides which replace earlier ones.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pourparler.errors import CodebookError


class Row(NamedTuple):
    """One row: its values in the order of the columns asked for, and where it stands."""

    values: tuple[str, ...]
    file: str
    line: int

    def error(self, problem: str, fix: str = "") -> CodebookError:
        """The error that names this row's file and line."""
        return CodebookError(problem, file=self.file, line=self.line, fix=fix)


def read_rows(name: str, folders: Iterable[Path], columns: Sequence[str]) -> Iterator[Row]:
    """The rows of table `name` in each folder that has it, in order.

    A file may leave columns out (they are empty then), save the first.
    Raises CodebookError for a column that means nothing here or a row of another width.
    """
    for folder in folders:
        path = folder / name
        if path.is_file():
            yield from _rows_of(path, columns)


def listed(value: str) -> tuple[str, ...]:
    """The items of a list written with `|`."""
    return tuple(item.strip() for item in value.split("|") if item.strip()) if value else ()


def _rows_of(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise CodebookError(f"not UTF-8: {error}.", file=str(path), fix="Save it so.") from error
    reader = csv.reader("" if line.startswith("#") else line for line in lines)
    header: list[str] = next((row for row in reader if row), [])
    file = str(path)
    if not header:
        return
    _check_header(header, columns, file, reader.line_num)
    places = [header.index(column) if column in header else None for column in columns]
    plain = header == list(columns)
    width = len(header)
    for row in reader:
        if not row:
            continue
        if len(row) != width:
            raise CodebookError(
                f"{len(row)} values, and {width} columns.",
                file=file,
                line=reader.line_num,
                fix='Put a value that holds a comma in "quotation marks".',
            )
        values = row if plain else ["" if place is None else row[place] for place in places]
        yield Row(tuple(values), file, reader.line_num)


def _check_header(header: Sequence[str], columns: Sequence[str], file: str, line: int) -> None:
    for column in header:
        if column not in columns:
            raise CodebookError(
                f"column `{column}` is not known here.",
                file=file,
                line=line,
                fix=f"Known are: {', '.join(columns)}.",
            )
    if columns[0] not in header:
        raise CodebookError(f"no column `{columns[0]}`.", file=file, line=line, fix="Add it.")
