"""`pourparler export KIND`: the record, or a part of it, as files for other programs."""

import sys
from pathlib import Path
from typing import Any

import click

from pourparler.views.cli.options import day_options, open_view
from pourparler.views.cli.output import write

_FOR_PEOPLE = ("table", "md")
"""How tables are written for a person to look at; the brief has its own Markdown."""


@click.command(
    epilog="Example: pourparler export statements --record talks.db --format csv -o said.csv"
)
@click.argument("kind", metavar="KIND")
@click.option(
    "--format",
    "style",
    metavar="FORMAT",
    help="jsonl, json, csv, parquet, table or md for tables; others have their own. "
    "Default: the first that docs/how-to/exports.md names for the kind.",
)
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="The file to write (for a package: the folder). Default: standard output.",
)
@day_options
def export(
    kind: str, style: str | None, output: Path | None, process: str | None, **where: Any
) -> None:
    """Write a KIND of thing for other programs.

    \b
    Tables: reports, statements, events, meetings, positions, preconditions,
    deadlocks, phases, formats, times, actors (docs/reference/export.md).
    All tables in a folder, described: package (needs -o FOLDER).
    For other programs: see docs/how-to/exports.md.

    Of the whole record, unless --process names one negotiation or the kind is of one.
    """
    from pourparler.views.export.registry import as_text, kind_named, stream, write_file

    found = kind_named(kind)
    view = open_view(**where, process=process or (None if found.of_process else "all"))
    if style in _FOR_PEOPLE and style not in found.formats and "csv" in found.texts:
        write(stream(kind, view), style)
    elif output is None:
        sys.stdout.writelines(as_text(kind, view, style))
    else:
        write_file(kind, view, output, style)
