"""The timeline as TimelineJS shows it: days that matter as slides, phases as eras.

Format: https://timeline.knightlab.com/docs/json-format.html. A date holds only what is known (a
month has no day). TimelineJS takes texts for HTML, so all that comes from reports is escaped.
"""

from collections.abc import Iterator
from html import escape
from typing import Any

import msgspec

from pourparler.app import View
from pourparler.model import Phase, TimelineEntry, When
from pourparler.views.export.citing import Cited, citations, counted, flat

MOST_PROOFS = 3
"""Quotations on one slide."""


def as_timeline(view: View) -> Iterator[str]:
    """The whole timeline as one JSON object."""
    reports = citations(view)
    name = view.process.name if view.process else "Everything in the record"
    intro = f"As of {view.as_of}, from {len(reports)} reports."
    found: dict[str, Any] = {
        "title": {"text": {"headline": escape(name), "text": escape(intro)}},
        "events": [_slide(number, one, reports) for number, one in enumerate(view.timeline())],
        "eras": [_era(one, view.as_of) for one in view.phases()],
    }
    yield msgspec.json.format(msgspec.json.encode(found), indent=1).decode() + "\n"


def _slide(number: int, entry: TimelineEntry, reports: dict[str, Cited]) -> dict[str, Any]:
    start, *end = _points(entry.when)
    slide: dict[str, Any] = {
        "start_date": _date(start),
        "display_date": entry.when,
        "unique_id": f"{entry.kind}-{number}",
        "group": entry.kind,
        "text": {"headline": escape(flat(entry.text)), "text": _proofs(entry, reports)},
        "autolink": False,
    }
    if end:
        slide["end_date"] = _date(end[0])
    return slide


def _era(phase: Phase, as_of: str) -> dict[str, Any]:
    since = _points(phase.since)[0]
    until = _points(phase.until)[-1] if phase.until else as_of
    return {
        "start_date": _date(since),
        "end_date": _date(max(since, until)),
        "text": {"headline": phase.phase},
    }


def _points(when: When) -> list[When]:
    """The points that bound a time: one, or two of an interval; an open side has none."""
    return [point for point in when.split("/") if point != ".."]


def _date(when: When) -> dict[str, int]:
    """A point in time, cut to what is known."""
    parts = when.partition("T")[0].split("-")
    return {name: int(part) for name, part in zip(("year", "month", "day"), parts, strict=False)}


def _proofs(entry: TimelineEntry, reports: dict[str, Cited]) -> str:
    support = entry.support
    lines = [f"<p>{counted(support)}</p>"]
    for one in support.evidence[:MOST_PROOFS]:
        report = reports[one.report]
        where = escape(report.line)
        if report.link:
            where = f'<a href="{escape(report.link)}">{where}</a>'
        lines.append(f"<blockquote>{escape(flat(one.exact))}<br>{where}</blockquote>")
    return "".join(lines)
