"""`pourparler brief`: where a process stands, on one screen."""

import shlex
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource
from rich.console import Console
from rich.text import Text

from pourparler.views.cli.options import open_record, question_options
from pourparler.views.cli.output import console, write

if TYPE_CHECKING:
    from pourparler.app import Record, View

_SHARED = {"record_path": "--record", "as_of": "--as-of", "process": "--process"}
"""The parameters that a further question needs too, and their options."""

_MOST_OTHERS = 5
"""Other processes named at most."""

_SMALL_SHARE = 0.1
"""Of the reports; a process that fewer concern is not what the record is about."""


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
    if process is None and style == "table":
        for line in _rest(record, view):
            console().print(line)


def print_brief(view: "View", style: str = "table", *, options: str = "") -> None:
    """Write the brief of a view to standard output; `options` follow the commands it names."""
    from pourparler.views.brief import BriefWriter, brief_rows
    from pourparler.views.tables import plain

    answer = view.brief()
    if style == "table":
        out = console()
        width = out.width if out.is_terminal else None
        for line in BriefWriter(answer, view, width, options).lines():
            for piece in _hanging(line, out) if width else (line,):
                out.print(piece)
    elif style == "md":
        for line in BriefWriter(answer, view, options=options).lines():
            sys.stdout.write(_markdown(line.plain))
    elif style == "csv":
        write(brief_rows(answer, view), style)
    else:
        write(plain([answer]), style)


def _rest(record: "Record", view: "View") -> Iterator[str]:
    """What else the record holds, where the process was not chosen but found."""
    concerned = {one.id: (one, count) for one, count in record.concerned(view.as_of)}
    count = record.rows.count("reports", view.as_of)
    if view.process and concerned.pop(view.process.id)[1] < count * _SMALL_SHARE:
        yield (
            f"Most of the record's {count:,} reports tell of something else; "
            "`pourparler process new` drafts a process from them."
        )
    others = [f"{one.name} ({one.id}, {count:,})" for one, count in concerned.values()]
    if others:
        more = f" and {len(others) - _MOST_OTHERS} more" if len(others) > _MOST_OTHERS else ""
        yield f"Also in this record: {', '.join(others[:_MOST_OTHERS])}{more}. See --process."


def _hanging(line: Text, out: Console) -> Iterator[Text]:
    """A line of the brief as those of the screen, the second and later ones set in."""
    text = line.plain
    if line.cell_len <= out.width:
        yield line
        return
    indent = len(text) - len(text.lstrip())
    for number, piece in enumerate(line[indent:].wrap(out, out.width - indent - 2)):
        piece.rstrip()
        yield Text(" " * (indent + 2 * (number > 0))) + piece


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
