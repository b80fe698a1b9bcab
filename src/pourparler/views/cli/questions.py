"""The commands that ask the record a question and write the answers."""

import sys
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from pourparler.errors import UsageError
from pourparler.views.cli.options import open_view, question_options
from pourparler.views.cli.output import write

if TYPE_CHECKING:
    from pourparler.app import View
    from pourparler.views.tables import Layout

_NO_FORMAT = (
    "No report tells of a format's members or rounds; `pourparler codebook list formats` lists "
    "those that the codebook knows."
)


def answer(
    question: str,
    answers: Iterable[Struct],
    view: "View",
    style: str,
    layout: "Layout | None" = None,
    *,
    empty: str = "Nothing found.",
) -> None:
    """Write what a question was answered; tables for people in a `layout`, if there is one."""
    from pourparler.views.export.answers import csv_of
    from pourparler.views.tables import plain

    if style in ("table", "md") and layout is not None:
        write((layout(answer, view) for answer in answers), style, empty=empty)
    elif style == "csv":
        sys.stdout.writelines(csv_of(question, answers, view))
    else:
        write(plain(answers), style)


@click.command(epilog="Example: pourparler timeline --record talks.db --as-of 2024-08-01")
@question_options
def timeline(style: str, **where: Any) -> None:
    """The days that matter, one line each: meetings, turns of the talks, events."""
    from pourparler.views.tables import timeline_row

    view = open_view(**where)
    answer("timeline", view.timeline(), view, style, timeline_row)


@click.command(epilog="Example: pourparler meetings --record talks.db --status held")
@click.option(
    "--status",
    type=click.Choice(["held", "planned", "proposed", "postponed", "cancelled"]),
    help="Only meetings of which this became.",
)
@question_options
def meetings(style: str, status: str | None, **where: Any) -> None:
    """Meetings and calls by day, each merged from all the reports that tell of it."""
    from pourparler.views.tables import meeting_row

    view = open_view(**where)
    answer("meetings", view.meetings(status=status), view, style, meeting_row)


@click.command(epilog="Example: pourparler positions --record talks.db --issue withdrawal")
@click.option("--party", metavar="NAME", help="Only this party's, by id, name or part of one.")
@click.option("--issue", metavar="NAME", help="Only on this issue, by id, name or part of one.")
@click.option("--given-up", is_flag=True, help="Also those that no longer hold.")
@question_options
def positions(
    style: str, party: str | None, issue: str | None, given_up: bool, **where: Any
) -> None:
    """Each party's stance on each issue, in its own voice or ascribed by another."""
    from pourparler.views.tables import position_row

    view = open_view(**where)
    answers = view.positions(party=party, issue=issue, given_up=given_up)
    answer("positions", answers, view, style, position_row)


@click.command(epilog="Example: pourparler preconditions --record talks.db --party syria")
@click.option("--party", metavar="NAME", help="Only this party's, by id, name or part of one.")
@question_options
def preconditions(style: str, party: str | None, **where: Any) -> None:
    """What each party wants before what; denials of a condition are marked."""
    from pourparler.views.tables import ordering_row

    view = open_view(**where)
    answer("preconditions", view.preconditions(party=party), view, style, ordering_row)


@click.command(epilog="Example: pourparler deadlocks --record talks.db --as-of 2024-12-01")
@question_options
def deadlocks(style: str, **where: Any) -> None:
    """Orderings that cannot all be met, each told in one sentence."""
    from pourparler.views.tables import deadlock_row

    view = open_view(**where)
    answer("deadlocks", view.deadlocks(), view, style, deadlock_row)


@click.command(epilog="Example: pourparler phases --record talks.db")
@question_options
def phases(style: str, **where: Any) -> None:
    """Where the talks stood, since when, and why as it was stated."""
    from pourparler.views.tables import phase_row

    view = open_view(**where)
    answer("phases", view.phases(), view, style, phase_row)


@click.command(epilog="Example: pourparler signals --record talks.db")
@question_options
def signals(style: str, **where: Any) -> None:
    """Offers, hopes and invitations between the parties, and whether they were answered."""
    from pourparler.views.tables import signal_row

    view = open_view(**where)
    answer("signals", view.signals(), view, style, signal_row)


@click.command(epilog="Example: pourparler changes --record talks.db --since 2024-07-01")
@click.option("--since", metavar="DAY", help="The earlier day. Default: thirty days before.")
@question_options
def changes(style: str, since: str | None, **where: Any) -> None:
    """What is known and was not, or was otherwise, on an earlier day; newest first."""
    from pourparler.views.tables import change_row

    view = open_view(**where)
    answers = view.changes(since)
    if since and date.fromisoformat(since) > date.fromisoformat(view.as_of):
        raise UsageError(f"--since {since} is after {view.as_of}, the day the record is asked of.")
    answer("changes", answers, view, style, change_row)


@click.command(epilog="Example: pourparler statements --record talks.db --speaker Lavrov")
@click.option("--speaker", metavar="NAME", help="Only by, or for, this actor.")
@click.option("--words", metavar="TEXT", help="Only those whose content holds this text.")
@question_options
def statements(style: str, speaker: str | None, words: str | None, **where: Any) -> None:
    """Who said what, to whom, when: quotations and reported speech."""
    from pourparler.views.tables import statement_row

    view = open_view(**where)
    answer("statements", view.statements(speaker=speaker, words=words), view, style, statement_row)


@click.command(epilog="Example: pourparler sayings --record talks.db --speaker Lavrov")
@click.option("--speaker", metavar="NAME", help="Only by, or for, this actor.")
@click.option("--words", metavar="TEXT", help="Only those of which a version holds this text.")
@click.option("--all", "all_", is_flag=True, help="Also those that one report alone tells.")
@question_options
def sayings(style: str, speaker: str | None, words: str | None, all_: bool, **where: Any) -> None:
    """Statements told by several reports, each once, with its versions one below the other."""
    from pourparler.views.tables import saying_rows

    view = open_view(**where)
    found = view.sayings(speaker=speaker, words=words, several=not all_)
    if style in ("table", "md"):
        write((row for one in found for row in saying_rows(one, view)), style)
    else:
        answer("sayings", found, view, style)


@click.command(epilog="Example: pourparler events --record talks.db --type CONSULT")
@click.option("--type", "type_", metavar="TYPE", help="Only of this PLOVER type.")
@question_options
def events(style: str, type_: str | None, **where: Any) -> None:
    """Who did what to whom, as each report tells it."""
    from pourparler.views.tables import event_row

    view = open_view(**where)
    answer("events", view.events(type=type_), view, style, event_row)


@click.command(epilog="Example: pourparler formats --record talks.db")
@question_options
def formats(style: str, **where: Any) -> None:
    """Formats of talks as reports tell of them: members and roles, since when, rounds.

    `pourparler codebook list formats` lists those that the codebook knows, told of or not.
    """
    from pourparler.views.tables import format_row

    view = open_view(**where)
    answer("formats", view.formats(), view, style, format_row, empty=_NO_FORMAT)
