"""The options that commands share, and what they open."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from pourparler.app import Record, View
    from pourparler.codebook import Codebook

Function = TypeVar("Function", bound=Callable[..., Any])

FORMATS = ("table", "json", "jsonl", "csv", "md")


codebook_option = click.option(
    "--codebook",
    multiple=True,
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False),
    help="A folder of codebook files laid over the built-in ones. May be repeated.",
)
"""Which codebook beside the built-in one."""


def record_options(function: Function) -> Function:
    """`--record`, `--codebook`, `--model`: which record, read by what."""
    for option in reversed(
        (
            click.option(
                "--record",
                "record_path",
                default=lambda: os.environ.get("POURPARLER_RECORD", "pourparler.db"),
                metavar="FILE",
                help="The record: a file or database URL. Default: $POURPARLER_RECORD, "
                "else pourparler.db here.",
            ),
            codebook_option,
            click.option(
                "--model",
                metavar="NAME",
                help="Another spaCy pipeline to read with, by name or folder.",
            ),
        )
    ):
        function = option(function)
    return function


def question_options(function: Function) -> Function:
    """`--as-of`, `--process`, `--format`: of which day, of which talks, how it is written."""
    return day_options(format_option("table")(function))


def day_options(function: Function) -> Function:
    """`--as-of` and `--process` beside the options of the record."""
    for option in reversed(
        (
            click.option(
                "--as-of",
                metavar="DAY",
                help="What was known up to and including this day (YYYY-MM-DD).",
            ),
            click.option(
                "--process",
                metavar="NAME",
                help="The negotiation, by id or name; `all` for everything. Default: the one "
                "that most reports concern.",
            ),
        )
    ):
        function = option(function)
    return record_options(function)


def format_option(default: str) -> Callable[[Function], Function]:
    """`--format`, with what it is unless given."""
    return click.option(
        "--format",
        "style",
        type=click.Choice(FORMATS),
        default=default,
        show_default=True,
        help="How the answer is written.",
    )


def open_record(
    record_path: str, codebook: tuple[str, ...], model: str | None, *, create: bool = False
) -> "Record":
    """The record that the shared options name."""
    from pourparler.app import Record

    record = Record(record_path, create=create, model=model, codebook=codebook)
    warn_of(record.codebook)
    return record


def warn_of(codebook: "Codebook") -> None:
    """Name, on standard error, the entries of a codebook that are wrong and were left out."""
    for problem in codebook.problems:
        click.echo(f"Left out: {problem}", err=True)


def open_view(
    record_path: str,
    codebook: tuple[str, ...],
    model: str | None,
    as_of: str | None,
    process: str | None,
) -> "View":
    """The record as of the day, for the process, that the shared options name."""
    return open_record(record_path, codebook, model).as_of(as_of, process=process)
