"""`pourparler refused`: what could not be read, why, and what to try."""

from typing import Any

import click

from pourparler.views.cli.options import format_option, open_record, record_options
from pourparler.views.cli.output import write


@click.command(epilog="Example: pourparler refused --record talks.db --format csv")
@record_options
@format_option("table")
def refused(style: str, **where: Any) -> None:
    """List what could not be read, and what to try; also what was set aside, and why.

    Mend the file and read it again: only what was missing is read.
    """
    with open_record(**where) as record:
        rows = [
            {
                "path": refusal.path,
                "record": refusal.record,
                "reason": refusal.reason,
                "try": refusal.fix,
            }
            for refusal in record.rows.refused()
        ]
        rows += [
            {
                "path": report.path,
                "record": report.key or report.id,
                "reason": f"kept, not read: {reason}",
                "try": "Read a translation of it.",
            }
            for report, reason in record.rows.set_aside()
        ]
        rows += [
            {
                "path": None,
                "record": report,
                "reason": f"the reader failed: {failure}",
                "try": "Please report this; `pourparler reread` tries again.",
            }
            for report, failure in record.rows.failures()
        ]
    write(rows, style, empty="Nothing was refused.")
