"""The days that matter: bands to see the shape, and a list to read."""

from datetime import date

from pourparler.errors import UsageError
from pourparler.model import TimelineEntry, first_day, last_day
from pourparler.views.tables import plain, timeline_row
from pourparler.views.web.asking import Page, Question, part_of
from pourparler.views.web.charts.bands import bands_of

KINDS = ("meeting", "phase", "event")


def timeline(question: Question) -> Page:
    """Entries between `since` and `until`, of one `kind`, the latest first unless `order=old`."""
    view = question.view
    kind = question.choice("kind", KINDS)
    order = question.choice("order", ("old",))
    since, until = _day(question, "since"), _day(question, "until")
    every = [
        entry
        for entry in view.timeline()
        if kind in (None, entry.kind) and _within(entry, since, until)
    ]
    listed = every if order else list(reversed(every))
    shown = part_of(question, listed)
    return Page(
        "timeline.html",
        "Timeline",
        items=plain(shown.items),
        rows=lambda: (timeline_row(one, view) for one in listed),
        context={
            "part": shown,
            "kind": kind,
            "kinds": KINDS,
            "order": order,
            "bands": bands_of(question, since, until),
            "since": since.isoformat() if since else "",
            "until": until.isoformat() if until else "",
        },
        total=shown.total,
        next=shown.after,
    )


def _day(question: Question, name: str) -> date | None:
    given = question.get(name)
    found = (first_day if name == "since" else last_day)(given) if given else None
    if given and found is None:
        raise UsageError(f"{name}={given!r} is not a day. Expected YYYY-MM-DD, as in 2024-08-01.")
    return found


def _within(entry: TimelineEntry, since: date | None, until: date | None) -> bool:
    first, last = first_day(entry.when), last_day(entry.when)
    return (since is None or last is None or last >= since) and (
        until is None or first is None or first <= until
    )
