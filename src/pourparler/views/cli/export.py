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
    help="jsonl (default), json, csv, parquet, table or md for tables; md for the brief; "
    "docs/how-to/exports.md names the others. A wrong one lists those of the kind.",
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
    Tables         reports, statements, sayings, events, meetings, positions,
                   preconditions, deadlocks, phases, formats, times, actors
    All of them    package (a folder, with a descriptor; needs -o FOLDER)
    Event data     polecat, icews, acled
    Programs       annotations, followthemoney, dna, network, timeline,
                   calendar, bibliography
    To read        brief

    docs/reference/export.md describes the fields of tables, docs/how-to/exports.md the others.
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
