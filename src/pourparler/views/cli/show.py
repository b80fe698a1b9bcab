"""`pourparler show REPORT`: a report with what was read from it marked in its words."""

from typing import TYPE_CHECKING, Any

import click

from pourparler.views.cli.options import open_view, question_options
from pourparler.views.cli.output import console, write

if TYPE_CHECKING:
    from pourparler.app import View
    from pourparler.model import Report


@click.command(epilog="Example: pourparler show 3f2a --record talks.db")
@click.argument("report", metavar="REPORT")
@question_options
def show(report: str, style: str, **where: Any) -> None:
    """Print a REPORT with its evidence marked: by the start of its id, its path or file name.

    Statements, meetings, positions, preconditions and signs of a phase are marked in colour;
    under the text each is listed with its id, for `pourparler decisions`, and what was read.
    """
    view = open_view(**where)
    found = view.find_report(report)
    if style in ("table", "md"):
        _print(found, view)
    else:
        from pourparler.views.marks import marks_of

        write(
            (
                {
                    "kind": mark.kind,
                    "start": mark.start,
                    "end": mark.end,
                    "id": mark.item,
                    "read": mark.note,
                }
                for mark in marks_of(found.id, view)
            ),
            style,
        )


def _print(report: "Report", view: "View") -> None:
    from rich.text import Text

    from pourparler.views.marks import STYLES, marks_of
    from pourparler.views.tables import SHORT_ID

    out = console()
    marks = marks_of(report.id, view)
    out.print(Text(report.title or report.path or report.id, style="bold"))
    outlet = report.outlet or "unknown outlet"
    out.print(Text(f"{report.published}  {outlet}  report {report.id}", style="dim"))
    out.print()
    text = Text(report.text)
    for mark in marks:
        text.stylize(STYLES[mark.kind], mark.start, mark.end)
    out.print(text)
    out.print()
    for kind, style in STYLES.items():
        of_kind = [mark for mark in marks if mark.kind == kind]
        if of_kind:
            out.print(Text(kind.capitalize(), style=style))
            for mark in of_kind:
                out.print(Text(f"  {mark.start}–{mark.end}  {mark.item[:SHORT_ID]}  {mark.note}"))
