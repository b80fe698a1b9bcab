"""Meetings as iCalendar (RFC 5545): a calendar of what was held and what is planned.

A calendar wants days, and reports often know less. A meeting of a known day is an event of that
day. One known to a month, or to some days, is an event over all of them, marked free and named
"some time in": a month is never made a day. One whose time is wider or unknown is a journal entry
without a date, which calendars list or leave aside, so that nothing is lost.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from pourparler import __version__
from pourparler.app import View
from pourparler.model import MeetingHeld, first_day, last_day
from pourparler.process.timeline import describe_meeting
from pourparler.views.export.citing import Cited, citations, cited, counted, flat

WIDEST = timedelta(days=31)
"""The widest uncertainty that is drawn in a calendar."""

MOST_PROOFS = 5
"""Quotations in one description; how many more there are is said."""

_STATUS = {
    "held": "CONFIRMED",
    "planned": "CONFIRMED",
    "proposed": "TENTATIVE",
    "postponed": "CANCELLED",
    "cancelled": "CANCELLED",
}


def as_calendar(view: View) -> Iterator[str]:
    """The whole calendar."""
    reports = citations(view)
    name = view.process.name if view.process else "Everything in the record"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Pourparler//{__version__}//EN"]
    lines.append(f"X-WR-CALNAME:{_text(f'{name}, as of {view.as_of}')}")
    yield from map(_folded, lines)
    for meeting in view.meetings():
        yield from map(_folded, _entry(meeting, view, reports))
    yield _folded("END:VCALENDAR")


def _entry(meeting: MeetingHeld, view: View, reports: dict[str, Cited]) -> Iterator[str]:
    span = _days(meeting)
    kind = "VEVENT" if span else "VJOURNAL"
    summary = describe_meeting(meeting, view.format_name)
    yield f"BEGIN:{kind}"
    yield f"UID:{meeting.id}@pourparler"
    yield f"DTSTAMP:{view.as_of.replace('-', '')}T000000Z"
    if span:
        first, last = span
        if first != last:
            summary = f"Some time in {meeting.occurred}: {summary}"
        yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"
        yield "TRANSP:TRANSPARENT" if first != last else "TRANSP:OPAQUE"
        if meeting.place:
            yield f"LOCATION:{_text(meeting.place)}"
        yield f"STATUS:{_STATUS[meeting.status]}"
    yield f"SUMMARY:{_text(summary)}"
    yield f"DESCRIPTION:{_text(_described(meeting, reports))}"
    yield f"CATEGORIES:{_text(meeting.status)}"
    if meeting.occurred:
        yield f"X-POURPARLER-OCCURRED:{_text(meeting.occurred)}"
    yield f"END:{kind}"


def _days(meeting: MeetingHeld) -> tuple[date, date] | None:
    """The first and the last day it may be on, if that is narrow enough for a calendar."""
    if meeting.occurred is None:
        return None
    first, last = first_day(meeting.occurred), last_day(meeting.occurred)
    if first is None or last is None or not timedelta(0) <= last - first <= WIDEST:
        return None
    return first, last


def _described(meeting: MeetingHeld, reports: dict[str, Cited]) -> str:
    support = meeting.support
    lines = [f"Status: {meeting.status}. Time as told: {meeting.occurred or 'not told'}."]
    if meeting.outcome:
        lines.append(f"Outcome: {flat(meeting.outcome)}")
    lines.append(f"{counted(support)}:")
    lines += cited(support.evidence[:MOST_PROOFS], reports)
    more = len(support.evidence) - MOST_PROOFS
    return "\n".join([*lines, f"and {more} more"] if more > 0 else lines)


def _text(text: str) -> str:
    """A value of type TEXT (RFC 5545, 3.3.11), without control characters."""
    shown = "".join(one for one in text if (one >= " " and one != "\x7f") or one == "\n")
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        shown = shown.replace(plain, escaped)
    return shown


def _folded(line: str) -> str:
    """A content line in pieces of at most 75 octets (RFC 5545, 3.1), no character cut in two."""
    pieces, size = [""], 0
    for one in line:
        octets = len(one.encode("utf-8", "replace"))
        if size + octets > 74:
            pieces.append("")
            size = 0
        pieces[-1] += one
        size += octets
    return "\r\n ".join(pieces) + "\r\n"
