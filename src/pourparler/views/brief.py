"""The brief as styled lines: where a process stands, on one screen.

Each line ends in the reports that support it: how many, how many independent, and which to
look at first.
"""

from collections.abc import Iterator

from rich.text import Text

from pourparler.app import View
from pourparler.model import Brief, MeetingHeld, Phase, PositionHeld, Support
from pourparler.process.timeline import describe_meeting
from pourparler.views.tables import one_report, reports_of

MOST_POSITIONS = 6
"""Positions shown for each party, those told most recently first."""

MOST_LINES = 4
"""Changes and signals shown."""

_QUIET = "dim"


def brief_lines(brief: Brief, view: View) -> Iterator[Text]:
    """The lines of the brief, headings in bold."""
    yield Text(brief.name, style="bold") + Text(f"  as of {brief.as_of}", style=_QUIET)
    if not brief.reports:
        yield Text("No report of the record concerns it.")
        return
    outlets = f", {brief.outlets} outlets" if brief.outlets else ""
    yield Text(f"{brief.reports} reports{outlets}, {brief.first_day} to {brief.last_day}")
    yield from _phase(brief.phase)
    yield from _meeting("Last meeting", brief.last_meeting, view)
    yield from _meeting("Next meeting", brief.next_meeting, view)
    yield from _formats(brief)
    yield from _positions(brief, view)
    yield from _deadlocks(brief)
    yield from _signals(brief)
    yield from _changes(brief)


def _phase(phase: Phase | None) -> Iterator[Text]:
    yield _heading("Phase")
    if phase is None:
        yield Text("  No report tells where the talks stand.")
        return
    yield _line(f"{phase.phase} since {phase.since}", phase.support)
    for cause in phase.causes[:3]:
        who = f" (says {cause.said_by.name})" if cause.said_by else ""
        yield Text(f"    because of: {_short(cause.words)}{who}  ") + Text(
            f"[{one_report(cause.evidence)}]", style=_QUIET
        )


def _meeting(label: str, meeting: MeetingHeld | None, view: View) -> Iterator[Text]:
    if meeting is None:
        return
    yield _heading(label)
    when = f"{meeting.occurred}: " if meeting.occurred else ""
    yield _line(f"{when}{describe_meeting(meeting, view.format_name)}", meeting.support)


def _formats(brief: Brief) -> Iterator[Text]:
    for facts in brief.formats:
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
            yield _line(f"{facts.name}: {'; '.join(told)}", facts.support)


def _positions(brief: Brief, view: View) -> Iterator[Text]:
    by_party: dict[str, list[PositionHeld]] = {}
    for position in sorted(brief.positions, key=lambda one: one.told_on, reverse=True):
        by_party.setdefault(position.party.name, []).append(position)
    if by_party:
        yield _heading("Positions")
    for name in sorted(by_party, key=lambda name: -len(by_party[name])):
        yield Text(f"  {name}")
        for position in by_party[name][:MOST_POSITIONS]:
            yield _position(position, view)
        left = len(by_party[name]) - MOST_POSITIONS
        if left > 0:
            yield Text(f"    and {left} more: pourparler positions --party '{name}'", style=_QUIET)


def _position(position: PositionHeld, view: View) -> Text:
    told = f", as {position.ascribed_by.name} tells it" if position.ascribed_by else ""
    issue = view.issue_name(position.issue)
    text = f"{issue}: {position.stance} since {position.since}{told}: {_short(position.summary)}"
    return _line(text, position.support, indent=4)


def _deadlocks(brief: Brief) -> Iterator[Text]:
    yield _heading("Deadlocks")
    if not brief.deadlocks:
        yield Text("  None is known.")
    for deadlock in brief.deadlocks:
        yield _line(f"since {deadlock.since}: {deadlock.sentence}", deadlock.support)


def _signals(brief: Brief) -> Iterator[Text]:
    if not brief.signals:
        return
    yield _heading("Signals")
    for signal in brief.signals[-MOST_LINES:]:
        name = f"{signal.party.name}: " if signal.party.name else ""
        answer = f" → {_short(signal.answer)}" if signal.answer else ""
        yield Text(f"  {signal.published}  {name}{_short(signal.words)}{answer}  ") + Text(
            f"[{one_report(signal.evidence)}]", style=_QUIET
        )


def _changes(brief: Brief) -> Iterator[Text]:
    yield _heading("Changed in the last 30 days")
    if not brief.changes:
        yield Text("  Nothing.")
    for change in brief.changes[:MOST_LINES]:
        yield _line(f"{change.published}  {_short(change.text)}", change.support)
    left = len(brief.changes) - MOST_LINES
    if left > 0:
        yield Text(f"  and {left} more: pourparler changes", style=_QUIET)


def _heading(text: str) -> Text:
    return Text(text, style="bold")


def _line(text: str, support: Support, *, indent: int = 2) -> Text:
    return Text(" " * indent + text + "  ") + Text(f"[{reports_of(support)}]", style=_QUIET)


def _short(text: str, most: int = 110) -> str:
    """The text on one line, cut at a word, with an ellipsis where something is left out."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    return flat[:most].rsplit(" ", 1)[0] + " …"
