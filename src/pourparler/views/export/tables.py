"""Rows as files: JSON Lines, JSON, CSV and Parquet, a row at a time and in little memory."""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from pourparler.errors import MissingExtraError
from pourparler.views.export.cells import cell
from pourparler.views.export.fields import Group, Many, Table, Type
from pourparler.views.export.flat import Flat

Row = dict[str, Any]

_BATCH = 2_000
"""Rows of one Parquet row group in memory at a time."""


def as_jsonl(rows: Iterable[Row]) -> Iterator[str]:
    """One JSON object a line."""
    for row in rows:
        yield msgspec.json.encode(row).decode() + "\n"


def as_json(rows: Iterable[Row]) -> Iterator[str]:
    """One JSON list, a row a line."""
    yield "["
    for number, row in enumerate(rows):
        yield (",\n" if number else "\n") + msgspec.json.encode(row).decode()
    yield "\n]\n"


def as_csv(rows: Iterable[Row], table: Table) -> Iterator[str]:
    """A header and a line a row; nested values are laid flat, text is safe for a spreadsheet."""
    flat = Flat(table)
    names = [field.name for field in flat.table.fields]
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([cell(value) for value in flat.row(row).values()])
        yield line.getvalue()
        line.seek(0)
        line.truncate()
    yield line.getvalue()


def write_parquet(rows: Iterable[Row], table: Table, path: Path) -> None:
    """A Parquet file with nested columns as they are. Raises MissingExtraError."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtraError("Parquet", "parquet") from error

    schema = pyarrow.schema(
        [
            pyarrow.field(one.name, _arrow(one.type, pyarrow), not one.always)
            for one in table.fields
        ],
        {"description": table.meaning},
    )
    remaining = iter(rows)
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        while batch := list(islice(remaining, _BATCH)):
            writer.write_table(pyarrow.Table.from_pylist(batch, schema))


def _arrow(type: Type, pyarrow: Any) -> Any:
    if isinstance(type, Many):
        return pyarrow.list_(_arrow(type.of, pyarrow))
    if isinstance(type, Group):
        return pyarrow.struct([(name, _arrow(part, pyarrow)) for name, part in type.items()])
    return {"string": pyarrow.string, "integer": pyarrow.int64, "boolean": pyarrow.bool_}[type]()
