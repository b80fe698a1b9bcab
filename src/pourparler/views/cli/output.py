"""Writing answers: a table to look at, or JSON, JSONL, CSV and Markdown for programs."""

import csv
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

Row = Mapping[str, Any]


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
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for name in names:
        table.add_column(name.replace("_", " "), overflow="fold")
    for line in lines:
        table.add_row(*map(Text, line))
    console().print(table)


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
