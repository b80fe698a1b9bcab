"""Every kind of export: what it is, and what writes it in which format."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

from pourparler.app import View
from pourparler.errors import UnknownNameError, UsageError
from pourparler.views.export import eventdata
from pourparler.views.export.annotations import as_collection, as_lines
from pourparler.views.export.bibtex import as_bibliography
from pourparler.views.export.briefs import as_markdown, as_page
from pourparler.views.export.dna import write_dna
from pourparler.views.export.fields import TABLES, Table
from pourparler.views.export.followthemoney import as_entities, as_statements
from pourparler.views.export.graphml import as_graph
from pourparler.views.export.ical import as_calendar
from pourparler.views.export.package import write_package
from pourparler.views.export.rows import EXPORTS, Row, rows_of
from pourparler.views.export.tables import as_csv, as_json, as_jsonl, write_parquet
from pourparler.views.export.timelinejs import as_timeline

TextWriter: TypeAlias = Callable[[View], Iterator[str]]
FileWriter: TypeAlias = Callable[[View, Path], None]

_PER_REPORT = frozenset({"statements", "events", "positions", "preconditions", "times"})
"""Kinds of which each report tells its own, so that a large record is taken in pieces."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of export. `texts` may go to a pipe, `files` need a path; the first format holds
    unless another is asked for. `of_process`: of one negotiation unless all are asked for."""

    what: str
    texts: dict[str, TextWriter]
    files: dict[str, FileWriter]
    of_process: bool = False

    @property
    def formats(self) -> tuple[str, ...]:
        """The names of its formats, the usual one first."""
        return (*self.texts, *self.files)


def kind_named(name: str) -> Kind:
    """The kind of that name. Raises UnknownNameError."""
    if name not in KINDS:
        raise UnknownNameError("kind of export", name, KINDS)
    return KINDS[name]


def as_text(name: str, view: View, style: str | None = None) -> Iterator[str]:
    """A kind in a format (None: its usual one), in pieces. Raises UsageError for a format that
    needs a file, or that the kind does not have."""
    kind = kind_named(name)
    style = style or kind.formats[0]
    if style in kind.files:
        raise UsageError(f"{name} as {style} is no text: name a file to write it to (-o FILE).")
    return _writer(name, kind.texts, style)(view)


def write_file(name: str, view: View, path: Path, style: str | None = None) -> None:
    """Write a kind to a file (or folder), whole or not at all: an old file stays until then."""
    kind = kind_named(name)
    style = style or kind.formats[0]
    if style in kind.files and name == "package":
        kind.files[style](view, path)
        return
    draft = path.with_name(f".{path.name}.part")
    try:
        if style in kind.files:
            kind.files[style](view, draft)
        else:
            with draft.open("w", encoding="utf-8", errors="replace", newline="") as out:
                out.writelines(_writer(name, kind.texts, style)(view))
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _writer(name: str, texts: dict[str, TextWriter], style: str) -> TextWriter:
    if style not in texts:
        known = ", ".join(kind_named(name).formats)
        raise UsageError(f"{name} cannot be written as {style}. Its formats: {known}.")
    return texts[style]


def stream(name: str, view: View) -> Iterator[Row]:
    """The rows of a table, those of a few reports in memory at a time where that can be."""
    if name not in _PER_REPORT:
        yield from rows_of(name, view)
        return
    for part in view.portions():
        yield from rows_of(name, part)


def _table(name: str, rows: Callable[[View], Iterator[Row]], table: Table) -> Kind:
    return Kind(
        table.meaning,
        {
            "jsonl": lambda view: as_jsonl(rows(view)),
            "json": lambda view: as_json(rows(view)),
            "csv": lambda view: as_csv(rows(view), table),
        },
        {"parquet": lambda view, path: write_parquet(rows(view), table, path)},
        of_process=name == "phases",
    )


def _package(view: View, folder: Path, style: str) -> None:
    tables = {name: TABLES[name] for name in EXPORTS if name != "phases" or view.process}
    rows = {name: stream(name, view) for name in tables}
    write_package(tables, rows, view, folder, style=style)


KINDS: dict[str, Kind] = {
    **{name: _table(name, partial(stream, name), TABLES[name]) for name in EXPORTS},
    **{
        name: _table(name, partial(eventdata.rows_of, name), table)
        for name, table in eventdata.TABLES.items()
    },
    "annotations": Kind(
        "Evidence as W3C Web Annotations.", {"jsonl": as_lines, "jsonld": as_collection}, {}
    ),
    "followthemoney": Kind(
        "Entities of FollowTheMoney, or the statements that make them.",
        {"entities": as_entities, "statements": as_statements},
        {},
    ),
    "dna": Kind(
        "Positions as a database of the Discourse Network Analyzer.", {}, {"dna": write_dna}
    ),
    "bibliography": Kind("Reports as BibTeX.", {"bibtex": as_bibliography}, {}),
    "calendar": Kind("Meetings as iCalendar.", {"ical": as_calendar}, {}, of_process=True),
    "timeline": Kind(
        "The timeline for TimelineJS.", {"timelinejs": as_timeline}, {}, of_process=True
    ),
    "network": Kind("Who deals with whom, as GraphML.", {"graphml": as_graph}, {}, of_process=True),
    "brief": Kind(
        "Where the process stands, as a document.",
        {"html": as_page, "md": as_markdown},
        {},
        of_process=True,
    ),
    "package": Kind(
        "Every table and a Frictionless descriptor of them, in a folder.",
        {},
        {"csv": partial(_package, style="csv"), "parquet": partial(_package, style="parquet")},
        of_process=True,
    ),
}
