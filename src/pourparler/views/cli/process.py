"""`pourparler process`: the negotiations the codebook knows, and a draft of a new one."""

import sys
from typing import Any

import click

from pourparler.views.cli.options import format_option, open_view, record_options, warn_of
from pourparler.views.cli.output import write


@click.group()
def process() -> None:
    """List the processes of the codebook, or draft a new one from a record."""


@process.command("list", epilog="Example: pourparler process list")
@record_options
@format_option("table")
def list_(style: str, record_path: str, codebook: tuple[str, ...], model: str | None) -> None:
    """The processes of the codebook: parties, mediators, formats, span."""
    from pourparler.codebook import load

    book = load(*codebook)
    rows = [
        {
            "id": one.id,
            "name": one.name,
            "parties": list(one.parties),
            "mediators": list(one.mediators),
            "formats": list(one.formats),
            "since": one.since,
        }
        for one in book.processes.values()
    ]
    write(rows, style)
    warn_of(book)


@process.command("new", epilog="Example: pourparler process new --record talks.db > talks.toml")
@record_options
@click.option("--as-of", metavar="DAY", help="From what was known up to this day.")
def new(as_of: str | None, **where: Any) -> None:
    """Draft a process file from the actors that occur together most in a record.

    Put the draft, corrected by hand, into `processes/` of a codebook folder and name that
    folder with --codebook.
    """
    from pourparler.app.draft import draft_process

    sys.stdout.write(draft_process(open_view(**where, as_of=as_of, process="all")))
