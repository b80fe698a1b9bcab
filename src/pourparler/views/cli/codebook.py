"""`pourparler codebook`: whether the codebook is well made, what it holds, and making its tables
anew."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pourparler.views.cli.options import codebook_option, format_option, warn_of
from pourparler.views.cli.output import Row, write

if TYPE_CHECKING:
    from pourparler.codebook import Codebook


@click.group()
def codebook() -> None:
    """Check codebook files, list what they hold, or make the table of office holders anew."""


@codebook.command(epilog="Example: pourparler codebook check my-codebook")
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
def check(folders: tuple[Path, ...]) -> int:
    """Load the built-in codebook with FOLDERS laid over it, and say what it holds.

    What is wrong is named with file and line, and the exit status is 1 then.
    """
    from pourparler.codebook import load, unread_files

    book = load(*folders)
    click.echo(
        f"{len(book.actors):,} actors, {len(book.issues)} issues, {len(book.formats)} formats, "
        f"{len(book.processes)} processes. Fingerprint {book.fingerprint}."
    )
    warn_of(book)
    unread = [problem for folder in folders for problem in unread_files(folder)]
    for problem in unread:
        click.echo(f"Left out: {problem}", err=True)
    return 1 if book.problems or unread else 0


@codebook.command("list", epilog="Example: pourparler codebook list formats")
@click.argument("kind", type=click.Choice(["formats", "issues"]))
@codebook_option
@format_option("table")
def list_(kind: str, style: str, codebook: tuple[str, ...]) -> None:
    """The ids that a process file may name: formats of talks with their members, or issues."""
    from pourparler.codebook import load

    book = load(*codebook)
    write(_formats(book) if kind == "formats" else _issues(book), style)
    warn_of(book)


def _formats(book: "Codebook") -> Iterator[Row]:
    for one in book.formats.values():
        members = [f"{member.actor} ({member.role})" for member in one.members]
        yield {"id": one.id, "name": one.name, "members": members, "since": one.since}


def _issues(book: "Codebook") -> Iterator[Row]:
    for one in book.issues.values():
        yield {"id": one.id, "name": one.name, "parent": one.parent}


@codebook.command(epilog="Example: pourparler codebook rebuild lists/ --write")
@click.argument("source", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--write", is_flag=True, help="Write the tables, instead of showing the difference.")
def rebuild(source: Path, write: bool) -> None:
    """Make the tables of persons and offices anew from public lists in SOURCE.

    Shows how they differ from those in use. docs/how-to/extend-actors.md tells which lists.
    """
    from pourparler.codebook.files import BUILT_IN
    from pourparler.codebook.rebuild import rebuild as rebuild_tables

    rebuilt = rebuild_tables(source)
    for line in rebuilt.difference:
        click.echo(line)
    if write:
        rebuilt.write(BUILT_IN)
        click.echo(f"{len(rebuilt.tables)} tables written.")
