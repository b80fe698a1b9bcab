"""`pourparler export KIND`: one kind of thing, as files for other programs."""

from typing import Any

import click

from pourparler.views.cli.options import day_options, format_option, open_view
from pourparler.views.cli.output import write


@click.command(
    epilog="Example: pourparler export statements --record talks.db --format jsonl > said.jsonl"
)
@click.argument("kind", metavar="KIND")
@format_option("jsonl")
@day_options
def export(kind: str, style: str, process: str | None, **where: Any) -> None:
    """Write every row of a KIND: reports, statements, events, meetings, positions,
    preconditions, deadlocks, phases, formats, times or actors.

    Of the whole record, unless --process names one negotiation; JSONL unless --format says
    otherwise. docs/reference/export.md describes the fields.
    """
    from pourparler.views.export import rows_of

    # Phases are of one process, whichever the record is about.
    chosen = process or (None if kind == "phases" else "all")
    view = open_view(**where, process=chosen)
    write(rows_of(kind, view), style)
