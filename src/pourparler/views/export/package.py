"""A Frictionless Data Package: every table as a file, and a descriptor that says what they hold.

Follows the Data Package and Table Schema standards (version 1). The descriptor is made from
`fields`, so that it says what the reference page says.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from pourparler import __version__
from pourparler.app import View
from pourparler.views.export.fields import Field, Group, Many, Table, Type
from pourparler.views.export.flat import Flat
from pourparler.views.export.tables import Row, as_csv, write_parquet

CSV_NOTE = (
    "A text that a spreadsheet would take for a formula (it begins with =, +, - or @) has an "
    "apostrophe before it, which is not part of the text. Of a nested value each part is a "
    "column; items of a list are joined with “; ”, quoted words in several places with “ … ”."
)


def write_package(
    tables: Mapping[str, Table],
    rows: Mapping[str, Iterable[Row]],
    view: View,
    folder: Path,
    *,
    style: str = "csv",
) -> None:
    """Write each table to a file in `folder` (made if missing), and `datapackage.json`.

    `style` is `csv` or `parquet`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for kind, table in tables.items():
        path = folder / f"{kind}.{style}"
        if style == "parquet":
            write_parquet(rows[kind], table, path)
        else:
            with path.open("w", encoding="utf-8", errors="replace", newline="") as out:
                out.writelines(as_csv(rows[kind], table))
    described = msgspec.json.encode(descriptor(tables, view, style=style))
    (folder / "datapackage.json").write_bytes(msgspec.json.format(described, indent=2) + b"\n")


def descriptor(tables: Mapping[str, Table], view: View, *, style: str = "csv") -> dict[str, Any]:
    """The `datapackage.json` of those tables."""
    of_process = f"-{view.process.id}" if view.process else ""
    about = view.process.name if view.process else "everything in the record"
    return {
        "profile": "data-package",
        "name": f"pourparler{of_process}",
        "title": f"The record of {about}, as of {view.as_of}",
        "description": (
            "What dated news reports say, each line with the words that prove it. Times are "
            "ISO 8601 cut to what is known (2023-05 is a month), intervals as start/end. Offsets "
            "count code points of the report's text, end-exclusive. "
            + (CSV_NOTE if style == "csv" else "")
        ).strip(),
        "version": view.as_of,
        "sources": [{"title": f"Pourparler {__version__}"}],
        "resources": [_resource(kind, table, tables, style) for kind, table in tables.items()],
    }


def _resource(kind: str, table: Table, tables: Mapping[str, Table], style: str) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": kind,
        "path": f"{kind}.{style}",
        "format": style,
        "description": table.meaning,
    }
    if style == "csv":
        described |= {
            "profile": "tabular-data-resource",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": {"delimiter": ",", "lineTerminator": "\n"},
            "schema": table_schema(Flat(table).table, tables),
        }
    return described


def table_schema(table: Table, tables: Mapping[str, Table]) -> dict[str, Any]:
    """The Table Schema of a table; `report` columns refer to the table of reports."""
    schema: dict[str, Any] = {"fields": [_field(one) for one in table.fields]}
    if table.key:
        schema["primaryKey"] = [table.key]
    names = {one.name for one in table.fields}
    if "reports" in tables and "report" in names:
        to = {"resource": "reports", "fields": ["id"]}
        schema["foreignKeys"] = [{"fields": ["report"], "reference": to}]
    return schema


def _field(one: Field) -> dict[str, Any]:
    described: dict[str, Any] = {"name": one.name, "type": _kind(one.type)}
    described["description"] = f"{one.meaning} ({words(one.type)})"
    if one.always:
        described["constraints"] = {"required": True}
    return described


def _kind(type: Type) -> str:
    if isinstance(type, Many):
        return "array"
    return "object" if isinstance(type, Group) else type


def words(type: Type) -> str:
    """A type in words: `string`, `{actor, name}`, `list of string`."""
    if isinstance(type, Many):
        return f"list of {words(type.of)}"
    if isinstance(type, Group):
        parts = (
            name if isinstance(part, str) else f"{name} {words(part)}"
            for name, part in type.items()
        )
        return "{" + ", ".join(parts) + "}"
    return type
