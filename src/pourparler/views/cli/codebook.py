"""`pourparler codebook`: whether the codebook is well made, and making its tables anew."""

from pathlib import Path

import click


@click.group()
def codebook() -> None:
    """Check codebook files, or make the table of office holders anew."""


@codebook.command(epilog="Example: pourparler codebook check my-codebook")
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
def check(folders: tuple[Path, ...]) -> None:
    """Load the built-in codebook with FOLDERS laid over it, and say what it holds.

    What is wrong is named with file and line.
    """
    from pourparler.codebook import load

    book = load(*folders)
    click.echo(
        f"{len(book.actors):,} actors, {len(book.issues)} issues, {len(book.formats)} formats, "
        f"{len(book.processes)} processes. Fingerprint {book.fingerprint}."
    )


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
