"""The brief as styled lines: where a process stands, on one screen.

Each line ends in the reports that support it: how many, how many independent, and which to
look at first. Where the screen's width is known, what a line says is cut to fit it, never the
reports; on a narrow screen, where too little would be left, it may take several lines.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from rich.text import Text

from pourparler.app import View
from pourparler.model import Brief, MeetingHeld, Phase, PositionHeld
from pourparler.process.timeline import describe_meeting
from pourparler.views.tables import (
    SHORT_ID,
    Row,
    because_of,
    change_row,
    deadlock_row,
    in_words,
    meeting_row,
    one_report,
    phase_row,
    position_row,
    reports_of,
)

MOST_POSITIONS = 4
"""Positions shown for each party: conditions first, then those told most recently."""

MOST_LINES = 3
"""Causes, changes and signals shown."""

SILENT = timedelta(days=180)
"""After which the day of a phase's last sign is shown."""

_QUIET = "dim"
_SHORTEST = 28

_NARROW = 100
"""Columns below which a line is wrapped, not cut: beside its reports too little would stand."""

_MOST_WRAPPED = 3
"""Lines of a narrow screen that one line of the brief may take."""


class BriefWriter:
    """Writes one brief as lines for a screen `width` columns wide (None: as long as it takes).

    `options` are those that a further question needs to be asked of the same record and day.
    """

    def __init__(
        self, brief: Brief, view: View, width: int | None = None, options: str = ""
    ) -> None:
        self._brief = brief
        self._view = view
        self._width = width
        self._options = options

    def lines(self) -> Iterator[Text]:
        """The lines of the brief, headings in bold."""
        brief = self._brief
        yield Text(brief.name, style="bold") + Text(f"  as of {brief.as_of}", style=_QUIET)
        if not brief.reports:
            yield from map(Text, nothing_of(self._view))
            return
        counts = _count(brief.reports, "report")
        if brief.outlets:
            counts += f", {_count(brief.outlets, 'outlet')}"
        yield Text(f"{counts}, {brief.first_day} to {brief.last_day}")
        yield from self._phase()
        yield from self._meeting("Last meeting", brief.last_meeting)
        yield from self._meeting("Next meeting", brief.next_meeting)
        yield from self._formats()
        yield from self._positions()
        yield from self._deadlocks()
        yield from self._signals()
        yield from self._changes()
        yield from self._decisions()

    def _phase(self) -> Iterator[Text]:
        brief, phase = self._brief, self._brief.phase
        yield _heading("Phase")
        if phase is None:
            yield Text("  No report tells where the talks stand.")
            return
        text = f"{phase.phase} since {phase.since}{silence(phase, brief.as_of)}"
        yield self._line(text, reports_of(phase.support), whole=True)
        for cause in phase.causes[:MOST_LINES]:
            says = f" (says {cause.said_by.described})" if cause.said_by else ""
            text = f"{because_of(cause.words)}{cause.words}{says}"
            yield self._line(text, one_report(cause.evidence), indent=4)

    def _meeting(self, label: str, meeting: MeetingHeld | None) -> Iterator[Text]:
        if meeting is None:
            return
        yield _heading(label)
        when = f"{in_words(meeting.occurred)}: " if meeting.occurred else ""
        text = f"{when}{describe_meeting(meeting, self._view.format_name)}"
        yield self._line(text, reports_of(meeting.support))

    def _formats(self) -> Iterator[Text]:
        for facts in self._brief.formats:
            roles: dict[str, list[str]] = {}
            for who, _ in facts.members:
                roles.setdefault(who.role or "member", []).append(who.name)
            told = [f"{role} {', '.join(names)}" for role, names in roles.items()]
            if facts.since:
                told.append(f"since {facts.since}")
            if facts.rounds:
                told.append(f"{facts.rounds} rounds by {facts.rounds_by}")
            if told:
                yield _heading("Format")
                yield self._line(f"{facts.name}: {'; '.join(told)}", reports_of(facts.support))

    def _positions(self) -> Iterator[Text]:
        order = self._view.process.actors if self._view.process else ()
        rank = {actor: number for number, actor in enumerate(order)}

        def place(one: PositionHeld) -> tuple[int, str]:
            return rank.get(one.party.actor or "", len(rank)), one.party.name

        if self._brief.positions:
            yield _heading("Positions")
        for (_, name), those in groupby(sorted(self._brief.positions, key=place), key=place):
            held = sorted(those, key=_told_last, reverse=True)
            yield Text(f"  {name}", style="italic")
            for position in held[:MOST_POSITIONS]:
                yield self._position(position)
            left = len(held) - MOST_POSITIONS
            if left > 0:
                text = f"    and {left} more: pourparler positions --party '{name}'{self._options}"
                yield Text(text, style=_QUIET)

    def _position(self, position: PositionHeld) -> Text:
        issue = self._view.issue_name(position.issue)
        told = f" (as told by {position.ascribed_by.described})" if position.ascribed_by else ""
        text = f"{issue}, since {position.since}: {position.summary}{told}"
        return self._line(text, reports_of(position.support), indent=4)

    def _deadlocks(self) -> Iterator[Text]:
        yield _heading("Deadlocks")
        if not self._brief.deadlocks:
            yield Text("  None is known.")
        for deadlock in self._brief.deadlocks:
            text = f"since {deadlock.since}: {deadlock.sentence}"
            yield self._line(text, reports_of(deadlock.support), whole=True)

    def _signals(self) -> Iterator[Text]:
        if not self._brief.signals:
            return
        yield _heading("Signals")
        for signal in self._brief.signals[-MOST_LINES:]:
            name = f"{signal.party.name}: " if signal.party.name else ""
            answer = f" → {signal.answer}" if signal.answer else ""
            text = f"{signal.published}  {name}{signal.words}{answer}"
            yield self._line(text, one_report(signal.evidence))

    def _changes(self) -> Iterator[Text]:
        changes = self._brief.changes
        yield _heading("Changed in the last 30 days")
        if not changes:
            yield Text("  Nothing.")
        for change in changes[:MOST_LINES]:
            yield self._line(f"{change.published}  {change.text}", reports_of(change.support))
        if len(changes) > MOST_LINES:
            text = f"  and {len(changes) - MOST_LINES} more: pourparler changes{self._options}"
            yield Text(text, style=_QUIET)

    def _decisions(self) -> Iterator[Text]:
        """What people decided that had effect: a reading rejected is not seen otherwise."""
        decisions = self._brief.decisions
        if not decisions:
            return
        yield _heading("Decisions that had effect")
        for one in decisions[-MOST_LINES:]:
            what = f" “{one.anchor.exact}”" if one.anchor else f" {one.item}"
            text = f"{one.recorded[:10]}  {one.author}: {one.verdict} {one.kind}{what}"
            yield self._line(f"{text} ({one.reason})", f"decision {one.id[:SHORT_ID]}")
        if len(decisions) > MOST_LINES:
            text = f"  and {len(decisions) - MOST_LINES} more: pourparler decisions list"
            yield Text(text, style=_QUIET)

    def _room(self, indent: int, tail: int) -> int:
        """How long the text of a line may be, beside its reports."""
        assert self._width is not None
        if self._width >= _NARROW:
            return max(_SHORTEST, self._width - indent - tail)
        # The second and later lines are set in by two more, and each may end in a gap.
        return max(_SHORTEST, _MOST_WRAPPED * (self._width - indent - 8) - tail)

    def _line(self, text: str, reports: str, *, indent: int = 2, whole: bool = False) -> Text:
        tail = f"  [{reports}]"
        if self._width is not None and not whole:
            text = _cut(text, self._room(indent, len(tail)))
        return Text(" " * indent + " ".join(text.split())) + Text(tail, style=_QUIET)


def is_silent(phase: Phase, as_of: str) -> bool:
    """Whether nothing has been heard of the talks for long."""
    return date.fromisoformat(as_of) - date.fromisoformat(phase.last_told) > SILENT


def nothing_of(view: View) -> Iterator[str]:
    """Why a brief has nothing to tell: the record is empty, or none of its reports concern the
    process as of the day."""
    days = view.record_days()
    if days is None:
        yield "The record is empty: no report has been read into it."
        yield (
            "Read some with `pourparler read PATH… --record FILE`; what could not be read is "
            "listed by `pourparler refused`."
        )
        return
    first, last = days
    process = view.process
    if process is None:
        yield f"No report of the record was published up to {view.as_of}."
    else:
        yield "No report of the record concerns it."
    yield f"The record's reports were published from {first} to {last}."
    if process and process.since:
        yield f"Those before {process.since}, when {process.name} begins, do not count."


def brief_rows(brief: Brief, view: View) -> Iterator[Row]:
    """One line for each thing that a brief tells, as a table."""
    told: list[tuple[str, Row]] = []
    if brief.phase:
        told.append(("phase", phase_row(brief.phase, view)))
    if brief.last_meeting:
        told.append(("last meeting", meeting_row(brief.last_meeting, view)))
    if brief.next_meeting:
        told.append(("next meeting", meeting_row(brief.next_meeting, view)))
    told += [("position", position_row(one, view)) for one in brief.positions]
    told += [("deadlock", deadlock_row(one, view)) for one in brief.deadlocks]
    told += [("change", change_row(one, view)) for one in brief.changes]
    for kind, row in told:
        text = "; ".join(
            f"{name}: {value}" for name, value in row.items() if value and name != "reports"
        )
        yield {"what": kind, "text": text, "reports": row["reports"]}


def silence(phase: Phase, as_of: str) -> str:
    """What follows the day of a phase where nothing has been heard of the talks for long."""
    if not is_silent(phase, as_of):
        return ""
    return f", last sign on {phase.last_told}, nothing since"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def _heading(text: str) -> Text:
    return Text(text, style="bold")


def _told_last(position: PositionHeld) -> tuple[bool, str]:
    return position.stance == "precondition", position.told_on


def _cut(text: str, most: int) -> str:
    """The text cut at a word, with an ellipsis where something is left out."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    return flat[: most - 2].rsplit(" ", 1)[0] + " …"
