"""Write docs/reference/export.md from the description of the tables.

Run: python docs/make_export_reference.py
"""

from collections.abc import Iterator
from pathlib import Path
from textwrap import fill

from pourparler.views.export import eventdata
from pourparler.views.export.fields import TABLES, Table
from pourparler.views.export.flat import Flat
from pourparler.views.export.package import words
from pourparler.views.export.registry import KINDS
from pourparler.views.export.rows import EXPORTS

PAGE = Path(__file__).parent / "reference" / "export.md"

HEAD = """\
# Export

Generated from the code by `python docs/make_export_reference.py`; a test keeps it true.

    pourparler export KIND --record FILE --format jsonl

writes one JSON object a line; `-o FILE` writes to a file, whole or not at all. Rows are of the
whole record, unless `--process` names one negotiation; `--as-of DAY` leaves out what was published
later. The fields keep their names. How to open each kind in the program it is for:
[exports](../how-to/exports.md).

Times are ISO 8601, cut to what is known (`2023-05` is a month), intervals as `start/end`. Unknown
is `null`. `start` and `end` are code points into the report's text, end-exclusive; `exact` is the
slice. An actor is `{actor, name}`: `actor` is `null` where nobody could be resolved. Fields marked
* always have a value.

CSV is flat. Of a nested value each part is a column, `speaker` its name and `speaker_actor` its
id; items of a list are joined with `; `, part by part in one order (an unknown one is left empty
between two others). Quoted words (`content`, `evidence`) that lie in several places are joined with
` … `, and their `_start`, `_end` and `_report` are those of the first. The columns of each table
stand below it. JSON, JSONL and Parquet stay nested. With `--format csv`, `pourparler statements`,
`sayings`, `events`, `meetings`, `deadlocks`, `phases`, `formats` and `actors` write the same
columns; `timeline`, `positions`, `preconditions`, `signals` and `changes` are flat in the same way.

In CSV, a text that a spreadsheet would take for a formula (it begins with
`=`, `+`, `-` or `@`, or with a tab or a line end) gets an apostrophe before it; a text that began
with apostrophes before such a character gets one more, so that taking one away always gives the
text back (`pourparler.views.export.cells.plain_cell`). JSON and Parquet hold texts as they are.
"""

EVENTS = """\
## Event datasets

The columns of `polecat`, `icews` and `acled`; how far they are those datasets:
[exports](../how-to/exports.md).
"""


def reference() -> str:
    """The page."""
    parts = [HEAD]
    for kind in EXPORTS:
        parts += _section(kind, TABLES[kind], KINDS[kind].formats)
    parts.append(EVENTS)
    for kind, table in eventdata.TABLES.items():
        parts += _section(kind, table, KINDS[kind].formats)
    return "\n".join(parts)


def _section(kind: str, table: Table, formats: tuple[str, ...]) -> Iterator[str]:
    yield f"## {kind}\n\n{table.meaning} Formats: {', '.join(formats)}.\n"
    lines = ["| field | type | what it is |", "|---|---|---|"]
    for field in table.fields:
        mark = " *" if field.always else ""
        lines.append(f"| `{field.name}`{mark} | {words(field.type)} | {field.meaning} |")
    yield "\n".join(lines) + "\n"
    columns = [field.name for field in Flat(table).table.fields]
    if columns != [field.name for field in table.fields]:
        yield fill(f"In CSV: {', '.join(columns)}.", 100, break_on_hyphens=False) + "\n"


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
