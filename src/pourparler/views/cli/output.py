"""Writing answers: a table to look at, or JSON, JSONL, CSV and Markdown for programs."""

import csv
import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

import msgspec
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

Row = Mapping[str, Any]

_WHOLE_WORDS = range(22, 4, -1)
"""Lengths of a word (a span of days is one of 21) up to which a table does not break it: the
first for which every column still fits the screen."""

_GAP = 2
"""Columns of the screen between two columns of a table."""


def console() -> Console:
    """The terminal. In a pipe: plain text of a width that keeps rows on one line."""
    piped = not sys.stdout.isatty()
    return Console(
        highlight=False, soft_wrap=piped, width=200 if piped else None, emoji=False, markup=False
    )


def write(
    rows: Iterable[Row], style: str, *, columns: Sequence[str] = (), empty: str = "Nothing found."
) -> None:
    """Write rows to standard output in a style of `options.FORMATS`.

    `columns` are those a table shows, in order; other styles write every field.
    """
    out = sys.stdout
    if style == "jsonl":
        for row in rows:
            out.write(_json(row) + "\n")
    elif style == "json":
        out.write(msgspec.json.format(_json(list(rows)), indent=2) + "\n")
    elif style == "csv":
        _write_csv(rows, out)
    else:
        _write_table(list(rows), style, columns, empty)


def _write_csv(rows: Iterable[Row], out: TextIO) -> None:
    from pourparler.views.export.cells import cell

    writer = csv.writer(out, lineterminator="\n")
    header: list[str] | None = None
    for row in rows:
        if header is None:
            header = list(row)
            writer.writerow(header)
        writer.writerow(cell(row.get(name)) for name in header)


def _write_table(rows: list[Row], style: str, columns: Sequence[str], empty: str) -> None:
    if not rows:
        console().print(empty)
        return
    names = list(columns or rows[0])
    lines = [[_words(row.get(name)) for name in names] for row in rows]
    if style == "md":
        heads = [name.replace("_", " ") for name in names]
        for line in (heads, ["---"] * len(names), *lines):
            sys.stdout.write("| " + " | ".join(_escaped(cell) for cell in line) + " |\n")
        return
    _print_table(names, lines)


def _print_table(names: list[str], lines: list[list[str]]) -> None:
    """A table on the screen, without the columns in which nothing stands."""
    out = console()
    told = [n for n in range(len(names)) if any(line[n] for line in lines)]
    heads = [names[n].replace("_", " ") for n in told]
    cells = [[line[n] for n in told] for line in lines]
    columns = list(zip(heads, *cells, strict=True))
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="bold")
    for head, width in zip(heads, _widths(columns, out.width), strict=True):
        table.add_column(head, overflow="fold", width=width)
    for line in cells:
        table.add_row(*map(Text, line))
    out.print(table)


def _widths(columns: list[tuple[str, ...]], screen: int) -> list[int]:
    """How wide each column is: its words whole where that fits, then by what it has to say."""
    longest = [max(len(word) for cell in column for word in cell.split()) for column in columns]
    natural = [max(map(cell_len, column)) for column in columns]
    room = screen - _GAP * len(columns)
    for most in _WHOLE_WORDS:
        widths = [min(length, most) for length in longest]
        if sum(widths) <= room:
            break
    for _ in range(min(room, sum(natural)) - sum(widths)):
        # By the root of its text, so that the longest texts leave short ones on one line.
        wanting = [n for n, width in enumerate(widths) if width < natural[n]]
        widths[max(wanting, key=lambda n: math.sqrt(natural[n]) / widths[n])] += 1
    return widths


def _words(value: object) -> str:
    """A value as a person reads it in a table cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, Mapping):
        return str(value.get("name") or value.get("exact") or value.get("text") or "")
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_words, value)))
    return str(value)


def _escaped(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
