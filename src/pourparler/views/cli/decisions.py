"""`pourparler decisions`: what a person decided on what was read."""

import getpass
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec

from pourparler.errors import UsageError
from pourparler.views.cli.options import format_option, open_record, record_options
from pourparler.views.cli.output import write

if TYPE_CHECKING:
    from pourparler.model import Decision, Verdict

Function = TypeVar("Function", bound=Callable[..., Any])


def decision_options(function: Function) -> Function:
    """`--author` and `--reason`, which every decision keeps."""
    author = click.option(
        "--author",
        default=_user,
        help="Who decides. Default: $POURPARLER_AUTHOR, else the user's name.",
    )
    reason = click.option("--reason", required=True, help="Why.")
    return author(reason(function))


def _user() -> str:
    """Who that is, as far as the machine knows: empty where it does not."""
    try:
        return os.environ.get("POURPARLER_AUTHOR") or getpass.getuser()
    except (KeyError, OSError):
        return ""


def tell_decision(decision: "Decision") -> None:
    """Say what was kept, and how to take it back."""
    click.echo(
        f"Kept: {decision.verdict} {decision.item} ({decision.kind}) as decision {decision.id}. "
        f"To take it back: pourparler decisions withdraw {decision.id[:8]} --reason …"
    )


@click.group()
def decisions() -> None:
    """Reject, confirm or correct what was read, and share such decisions.

    Decisions are kept beside the readings with author, time and reason, survive re-reading and
    can be withdrawn. Ids are those that exports and `show` print.
    """


@decisions.command("list", epilog="Example: pourparler decisions list --record talks.db")
@record_options
@format_option("table")
def list_(style: str, **where: Any) -> None:
    """Every decision and how it stands: in effect, withdrawn, followed by another, about
    something no longer read, or about a reading that now says something else."""
    with open_record(**where) as record:
        rows = [
            {
                "id": one.decision.id,
                "recorded": one.decision.recorded,
                "author": one.decision.author,
                "verdict": one.decision.verdict,
                "kind": one.decision.kind,
                "item": one.decision.item,
                "change": ", ".join(f"{k}={v}" for k, v in one.decision.change.items()),
                "reason": one.decision.reason,
                "state": one.state,
            }
            for one in record.deciding().standing()
        ]
    write(rows, style, empty="Nothing was decided.")


def _deciding(verdict: "Verdict", text: str) -> None:
    """A command that takes one verdict on one item."""

    @decisions.command(
        verdict,
        help=text,
        epilog=f"Example: pourparler decisions {verdict} 3f2a9c --reason 'read it' "
        "--record talks.db",
    )
    @click.argument("item")
    @decision_options
    @record_options
    def decide(item: str, author: str, reason: str, **where: Any) -> None:
        with open_record(**where) as record:
            tell_decision(record.deciding().decide(verdict, item, author=author, reason=reason))


_deciding("reject", "Decide that ITEM was read wrongly: it disappears from every answer.")
_deciding("confirm", "Decide that ITEM was read rightly.")
_deciding("unsure", "Note that ITEM could not be decided on.")


@decisions.command(
    epilog="Example: pourparler decisions correct 3f2a9c speaker=sergey-lavrov "
    "--reason 'his words' --record talks.db"
)
@click.argument("item")
@click.argument("changes", nargs=-1, required=True, metavar="FIELD=VALUE…")
@decision_options
@record_options
def correct(item: str, changes: tuple[str, ...], author: str, reason: str, **where: Any) -> None:
    """Decide what ITEM should say: fields as in the export, actors by their id; an empty value
    is unknown."""
    change = dict(_field(text) for text in changes)
    with open_record(**where) as record:
        decision = record.deciding().decide(
            "correct", item, author=author, reason=reason, change=change
        )
    tell_decision(decision)


@decisions.command(epilog="Example: pourparler decisions withdraw 7be1 --reason 'my mistake'")
@click.argument("decision")
@decision_options
@record_options
def withdraw(decision: str, author: str, reason: str, **where: Any) -> None:
    """Take back a DECISION; it stays on file, without effect."""
    with open_record(**where) as record:
        tell_decision(record.deciding().withdraw(decision, author=author, reason=reason))


@decisions.command("export", epilog="Example: pourparler decisions export > decisions.jsonl")
@record_options
def export_(**where: Any) -> None:
    """Write every decision as JSONL, to share."""
    with open_record(**where) as record:
        for decision in record.deciding().each():
            sys.stdout.write(msgspec.json.encode(decision).decode() + "\n")


@decisions.command("import", epilog="Example: pourparler decisions import decisions.jsonl")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@record_options
def import_(file: Path, **where: Any) -> None:
    """Keep the decisions of a FILE that `decisions export` wrote; those known are left alone."""
    from pourparler.model import Decision

    found = []
    for number, line in enumerate(file.read_bytes().splitlines(), 1):
        try:
            found.append(msgspec.json.decode(line, type=Decision))
        except msgspec.MsgspecError as error:
            raise UsageError(
                f"{file}, line {number}: not a decision ({error}). Expected a line of "
                "`pourparler decisions export`."
            ) from error
    with open_record(**where) as record:
        new = record.deciding().take(found)
    click.echo(f"{len(found)} decisions, {new} of them new.")


def _field(text: str) -> tuple[str, str | None]:
    name, equals, value = text.partition("=")
    if not (name and equals):
        raise UsageError(f"{text!r} should be FIELD=VALUE, as in speaker=sergey-lavrov.")
    return name, value or None
