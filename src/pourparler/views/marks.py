"""What was read from one report, as marks on its text."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from pourparler.app import View
from pourparler.model import Meeting, PhaseSign, Position, Precondition, Span, Statement
from pourparler.record import kinds
from pourparler.views.tables import because_of

STYLES = {
    "statements": "cyan",
    "meetings": "green",
    "positions": "yellow",
    "preconditions": "bold red",
    "phases": "magenta",
}
"""The kinds marked, and the colour of each; later ones are laid over earlier."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text (code points, end-exclusive), what was read there, and its id."""

    kind: str
    start: int
    end: int
    note: str
    item: str


def marks_of(report: str, view: View) -> list[Mark]:
    """The marks of a report, by kind and place in the text."""
    return marks_from(lambda kind: view.told_by(report, kind), view)


def marks_from(told: Callable[[kinds.Kind], Iterable[Any]], view: View) -> list[Mark]:
    """The marks of the report of which `told` gives the items of a kind, in text order."""
    marks: list[Mark] = []
    for item in told(kinds.STATEMENTS):
        marks += _marks("statements", item, item.content, _of_statement(item))
    for item in told(kinds.MEETINGS):
        marks += _marks("meetings", item, item.evidence, _of_meeting(item))
    for item in told(kinds.POSITIONS):
        marks += _marks("positions", item, item.evidence, _of_position(item, view))
    for item in told(kinds.PRECONDITIONS):
        marks += _marks("preconditions", item, item.evidence, _of_precondition(item, view))
    for item in told(kinds.PHASE_SIGNS):
        marks += _marks("phases", item, item.evidence, _of_sign(item))
    return marks


def _marks(kind: str, item: Any, spans: Iterable[Span], note: str) -> list[Mark]:
    return [Mark(kind, span.start, span.end, note, item.id) for span in spans]


def _of_statement(statement: Statement) -> str:
    speakers = (statement.speaker, *statement.joint)
    speaker = ", ".join(one.name for one in speakers if one) or "someone unknown"
    to = f" to {statement.addressee.name}" if statement.addressee else ""
    return f"{speaker} {statement.act}{to} ({statement.kind})"


def _of_meeting(meeting: Meeting) -> str:
    names = ", ".join(one.mention.name for one in meeting.participants) or "not named"
    when = f", {meeting.occurred}" if meeting.occurred else ""
    return f"{meeting.status} meeting of {names}{when}"


def _of_position(position: Position, view: View) -> str:
    who = position.party.name
    by = f", as {position.ascribed_by.name} tells it" if position.ascribed_by else ""
    return f"{who}: {position.stance} on {view.issue_name(position.issue).lower()}{by}"


def _of_precondition(one: Precondition, view: View) -> str:
    wants = view.issue_name(one.wants).lower() if one.wants else "the rest"
    before = view.issue_name(one.before).lower() if one.before else "the rest"
    wish = "does not want" if one.denied else "wants"
    return f"{one.party.name} {wish} {wants} before {before}"


def _of_sign(sign: PhaseSign) -> str:
    hoped = " hoped for" if sign.hoped else ""
    causes = "; ".join(f"{because_of(cause.exact)}{cause.exact}" for cause in sign.causes)
    return f"{sign.phase}{hoped}" + (f", {causes}" if causes else "")
