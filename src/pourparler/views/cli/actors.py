"""`pourparler actors`: who is named, and decisions on who is whom."""

from typing import Any

import click

from pourparler.views.cli.decisions import decision_options, tell_decision
from pourparler.views.cli.options import (
    open_record,
    open_view,
    question_options,
    record_options,
)
from pourparler.views.cli.output import write
from pourparler.views.cli.questions import answer


@click.group(
    invoke_without_command=True,
    epilog="Example: pourparler actors --record talks.db --format csv",
)
@question_options
@click.pass_context
def actors(context: click.Context, /, style: str, **where: Any) -> None:
    """Everyone the reports name, with kind, country and offices."""
    if context.invoked_subcommand is None:
        from pourparler.views.tables import actor_row

        view = open_view(**where)
        answer("actors", view.actors(), view, style, actor_row)


@actors.command(
    epilog="Example: pourparler actors merge person:f-mekdad faisal-mekdad "
    "--reason 'same man' --record talks.db"
)
@click.argument("actor")
@click.argument("into")
@decision_options
@record_options
def merge(actor: str, into: str, author: str, reason: str, **where: Any) -> None:
    """Decide that ACTOR is the same as INTO, in every report, also when read again."""
    with open_record(**where) as record:
        decision = record.deciding().merge(actor, into, author=author, reason=reason)
    tell_decision(decision)


@actors.command(
    epilog="Example: pourparler actors split person:f-mekdad faisal-mekdad "
    "--reason 'his brother' --record talks.db"
)
@click.argument("actor")
@click.argument("into")
@decision_options
@record_options
def split(actor: str, into: str, author: str, reason: str, **where: Any) -> None:
    """Decide that ACTOR is not INTO after all: the merge loses its effect, and stays on file."""
    with open_record(**where) as record:
        decision = record.deciding().split(actor, into, author=author, reason=reason)
    tell_decision(decision)


@actors.command(epilog="Example: pourparler actors suggest --record talks.db")
@question_options
def suggest(style: str, **where: Any) -> None:
    """Persons who may be the same, with a score from 0 to 1 and why: merge or split them."""
    from pourparler.views.tables import likeness_row, plain

    view = open_view(**where)
    found = view.same_actors()
    if style in ("table", "md"):
        write((likeness_row(one, view) for one in found), style)
    else:
        write(plain(found), style)
