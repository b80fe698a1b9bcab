"""`pourparler read` and `reread`: reports into a record, with what could not be read counted."""

import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from pourparler.errors import RecordError, UsageError
from pourparler.views.cli.options import open_record, record_options

if TYPE_CHECKING:
    from pourparler.app.intake import Intake, Watch

_STAGES = {"reports": "Taking in", "readings": "Reading"}


def _workers_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--jobs` and `--cluster`: who reads."""
    command = click.option(
        "--cluster",
        metavar="ADDRESS",
        help="Read with the workers of a Dask cluster, by its scheduler's address.",
    )(command)
    return click.option(
        "--jobs", type=click.IntRange(1), help="Processes to read with. Default: by the work."
    )(command)


@click.command(
    epilog="Example: pourparler read reports/ news.jsonl.gz --record talks.db --map published=when"
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@record_options
@click.option("--published", metavar="DAY", help="When reports that carry no date were published.")
@click.option("--outlet", metavar="NAME", help="Who published reports that do not say.")
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="OURS=THEIRS",
    help="Which of the file's columns is which of ours, as in published=when. May be repeated.",
)
@_workers_options
@click.option("--strict", is_flag=True, help="Exit with 1 when anything was refused.")
def read(
    paths: tuple[str, ...],
    published: str | None,
    outlet: str | None,
    columns: tuple[str, ...],
    jobs: int | None,
    cluster: str | None,
    strict: bool,
    **where: Any,
) -> int:
    """Read reports from files, folders, globs, standard input (-) or a feed's URL.

    Takes dated text, JSONL, JSON, CSV, TSV (packed or not), Parquet, HTML, RSS, Atom and WARC.
    Reading the same reports again changes nothing; what cannot be read is kept aside with its
    reason (`pourparler refused`) and the rest is read.
    """
    from pourparler.record import without_password

    mapping = dict(_pair(text) for text in columns)
    _look(paths, where["record_path"])
    _check(mapping, published, where["model"])
    with open_record(**where, create=True) as record, _progress() as watch:
        intake = record.read(
            paths,
            columns=mapping,
            published=published,
            outlet=outlet,
            jobs=jobs,
            cluster=cluster,
            watch=watch,
        )
        outdated = record.outdated()
    _summarise(intake, outdated, without_password(where["record_path"]))
    if intake.found == 0 or (strict and intake.refused):
        return 1
    return 0


@click.command(epilog="Example: pourparler reread --record talks.db")
@record_options
@_workers_options
def reread(jobs: int | None, cluster: str | None, **where: Any) -> None:
    """Read again what an older reader or another codebook has read. Decisions are kept."""
    with open_record(**where) as record, _progress() as watch:
        intake = record.reread(jobs=jobs, cluster=cluster, watch=watch)
    click.echo(f"Read {intake.read:,} reports again.")


def _look(paths: tuple[str, ...], record: str) -> None:
    """Stop before a record is made for paths at which there is nothing to read."""
    from pourparler.reports import nothing_at

    if "://" in record or Path(record).exists():
        return
    if reasons := nothing_at(paths):
        told = "; ".join(f"{one.path}: {one.reason}" for one in reasons[:3])
        raise RecordError(f"there is nothing to read, so no record was made. {told}")


def _check(columns: dict[str, str], published: str | None, model: str | None) -> None:
    """Raise what is wrong in the options before a record is made."""
    from pourparler.reports import read_paths

    read_paths((), columns=columns, published=published)
    if model is not None:
        from pourparler import language

        language.load(model)


def _pair(text: str) -> tuple[str, str]:
    ours, equals, theirs = text.partition("=")
    if not (ours and equals and theirs):
        raise UsageError(f"--map {text} should be OURS=THEIRS, as in --map published=when.")
    return ours, theirs


@contextmanager
def _progress() -> Iterator["Watch | None"]:
    """A bar for each stage on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        tasks: dict[str, TaskID] = {}

        def watch(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = progress.add_task(_STAGES[stage], total=total, rate="")
            speed = progress.tasks[tasks[stage]].speed
            rate = f"{speed:,.0f}/s" if speed else ""
            progress.update(tasks[stage], completed=done, total=total, rate=rate)

        yield watch


def _summarise(intake: "Intake", outdated: int, record: str) -> None:
    where = f" --record {shlex.quote(record)}"
    parts = [f"{intake.new:,} new"]
    if intake.known:
        parts.append(f"{intake.known:,} known")
    if intake.set_aside:
        parts.append(f"{intake.set_aside:,} set aside (not in English)")
    click.echo(f"{_reports(intake.found)} ({', '.join(parts)}); {intake.read:,} read into {record}")
    if intake.elsewhere:
        click.echo(f"{intake.elsewhere:,} were read meanwhile by another run on the same record.")
    if intake.seconds and intake.words:
        rate = intake.words / intake.seconds
        click.echo(f"{intake.words:,} words in {intake.seconds:.1f} s ({rate:,.0f} words/s)")
    if intake.failed:
        click.echo(f"{intake.failed:,} could not be read through; see `pourparler refused{where}`.")
    if intake.refused:
        click.echo(
            f"{intake.refused:,} refused; `pourparler refused{where}` tells which, why and what "
            "to try:"
        )
        for reason, count in sorted(intake.reasons.items(), key=lambda one: -one[1])[:5]:
            click.echo(f"  {count:,} × {reason}. {intake.fixes[reason]}")
    if outdated:
        click.echo(
            f"{outdated:,} readings were made by an older reader or another codebook; "
            f"`pourparler reread{where}` brings them up to date."
        )


def _reports(count: int) -> str:
    return "1 report" if count == 1 else f"{count:,} reports"
