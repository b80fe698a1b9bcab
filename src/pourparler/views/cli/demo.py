"""`pourparler demo`: the sample, read and briefed, with nothing to prepare."""

import shlex
import shutil
import sys
import tempfile
from pathlib import Path

import click

from pourparler.errors import UsageError

_FOLDERS = (
    Path(__file__).parents[2] / "sample",
    Path(__file__).parents[4] / "examples" / "turkey-syria",
)
"""Where the sample lies: in the installed package, or in a checkout."""


@click.command(epilog="Example: pourparler demo --keep sample.db")
@click.option("--keep", metavar="FILE", type=click.Path(), help="Keep the record in this file.")
@click.option("--as-of", metavar="DAY", help="The brief as of this day.")
def demo(keep: str | None, as_of: str | None) -> None:
    """Read the sample reports on the Turkey–Syria talks and print the brief."""
    from pourparler.app import Record
    from pourparler.views.cli.brief import print_brief

    with tempfile.TemporaryDirectory() as folder:
        path = keep or str(Path(folder) / "sample.db")
        with Record(path) as record:
            intake = record.read(sorted(_sample().glob("*.txt")))
            if intake.read and intake.seconds:
                rate = intake.words / intake.seconds
                click.echo(
                    f"Read {intake.read} sample reports, {intake.words:,} words, "
                    f"in {intake.seconds:.1f} s ({rate:,.0f} words/s).\n"
                )
            kept = f" --record {shlex.quote(keep)}" if keep else ""
            print_brief(record.as_of(as_of, process="turkey-syria"), options=kept)
    program = _program()
    first = "" if keep else f"{program} demo --keep sample.db && "
    click.echo(f"\nRead your own reports:  {program} read FOLDER --record talks.db")
    click.echo(
        f"Ask the sample more:    {first}{program} timeline{kept or ' --record sample.db'}   "
        "(also meetings, positions, statements, show REPORT, --help)"
    )


def _program() -> str:
    """What to type to call this program: its path where its name alone is not found."""
    return "pourparler" if shutil.which("pourparler") else sys.argv[0]


def _sample() -> Path:
    for folder in _FOLDERS:
        if folder.is_dir():
            return folder
    raise UsageError("the sample is missing from this installation; install Pourparler again.")
