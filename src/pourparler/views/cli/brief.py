"""`pourparler brief`: where a process stands, on one screen."""

import shlex
import sys
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from pourparler.views.cli.options import open_record, question_options
from pourparler.views.cli.output import console, write

if TYPE_CHECKING:
    from pourparler.app import View
    from pourparler.codebook import Process

_SHARED = {"record_path": "--record", "as_of": "--as-of", "process": "--process"}
"""The parameters that a further question needs too, and their options."""

_MOST_OTHERS = 5
"""Other processes named at most."""


@click.command(epilog="Example: pourparler brief --record talks.db --as-of 2024-08-01")
@question_options
def brief(style: str, as_of: str | None, process: str | None, **where: Any) -> None:
    """Where a process stands: phase, meetings, positions, deadlocks, what changed.

    Each line ends in the reports that support it: how many, how many of them independent, and
    the first of them, which `pourparler show` prints.
    """
    record = open_record(**where)
    view = record.as_of(as_of, process=process)
    print_brief(view, style, options=_given())
    others = (
        [] if process else [one for one in record.concerned(view.as_of) if one[0] != view.process]
    )
    if others and style == "table":
        console().print(_naming(others))


def print_brief(view: "View", style: str = "table", *, options: str = "") -> None:
    """Write the brief of a view to standard output; `options` follow the commands it names."""
    from pourparler.views.brief import BriefWriter
    from pourparler.views.tables import plain

    answer = view.brief()
    if style == "table":
        out = console()
        width = out.width if out.is_terminal else None
        for line in BriefWriter(answer, view, width, options).lines():
            out.print(line)
    elif style == "md":
        for line in BriefWriter(answer, view, options=options).lines():
            sys.stdout.write(_markdown(line.plain))
    else:
        write(plain([answer]), style)


def _naming(others: "list[tuple[Process, int]]") -> str:
    """The other processes that the record tells of, and how to ask for one."""
    named = [f"{one.name} ({count:,}: {one.id})" for one, count in others[:_MOST_OTHERS]]
    more = f" and {len(others) - _MOST_OTHERS} more" if len(others) > _MOST_OTHERS else ""
    return f"Also in this record, by reports: {', '.join(named)}{more}. Ask with --process NAME."


def _given() -> str:
    """The options of this call that another question needs to be asked of the same."""
    context = click.get_current_context()
    given = ""
    for name, option in _SHARED.items():
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            given += f" {option} {shlex.quote(context.params[name])}"
    return given


def _markdown(line: str) -> str:
    """A line of the brief as Markdown: headings stand at the margin, items are indented."""
    text = line.strip()
    depth = (len(line) - len(line.lstrip())) // 2
    if depth == 0:
        return f"\n**{text}**\n\n"
    return f"{'  ' * (depth - 1)}- {text}\n"
