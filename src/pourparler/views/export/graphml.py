"""The network of parties as GraphML: who met whom, who did what to whom, who spoke of whom.

http://graphml.graphdrawing.org/. Gephi, yEd, visone, igraph and networkx open it. Nodes are sides
(a minister counts for his state). An edge is of one kind, carries how often it is told and the
reports that tell it. `met` has no direction, though GraphML needs two ends in some order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from xml.sax.saxutils import escape, quoteattr

from pourparler.app import View
from pourparler.model import Mention, Span, Statement, Told
from pourparler.record import kinds
from pourparler.views.export.citing import flat

_KEYS = (
    ("name", "node", "string"),
    ("kind", "node", "string"),
    ("relation", "edge", "string"),
    ("weight", "edge", "int"),
    ("first", "edge", "string"),
    ("last", "edge", "string"),
    ("reports", "edge", "string"),
    ("words", "edge", "string"),
)


@dataclass(slots=True)
class Tie:
    """What is told of two sides in one relation."""

    times: int = 0
    days: set[str] = field(default_factory=set)
    reports: dict[str, str] = field(default_factory=dict)
    """Report ids in order, each with the first words that tell it."""

    def add(self, day: str, report: str, words: str) -> None:
        """Count one telling."""
        self.times += 1
        self.days.add(day)
        self.reports.setdefault(report, words)


Ties = dict[tuple[str, str, str], Tie]


def as_graph(view: View) -> Iterator[str]:
    """The whole graph."""
    ties: Ties = {}
    _meetings(view, ties)
    for part in view.portions():
        _events(part, ties)
        _speech(part, ties)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for name, of, type in _KEYS:
        yield f'  <key id="{of}-{name}" for="{of}" attr.name="{name}" attr.type="{type}"/>\n'
    yield '  <graph edgedefault="directed">\n'
    kind = {actor.id: actor.kind for actor in view.actors()}
    for id in sorted({end for left, right, _ in ties for end in (left, right)}):
        yield f"    <node id={_quoted(id)}>{_data('node', 'name', view.actor_name(id))}"
        yield f"{_data('node', 'kind', kind.get(id, 'unknown'))}</node>\n"
    for number, ((left, right, relation), tie) in enumerate(sorted(ties.items())):
        yield f'    <edge id="e{number}" source={_quoted(left)} target={_quoted(right)}>'
        yield _data("edge", "relation", relation)
        yield _data("edge", "weight", str(tie.times))
        yield _data("edge", "first", min(tie.days)) + _data("edge", "last", max(tie.days))
        yield _data("edge", "reports", " ".join(tie.reports))
        yield _data("edge", "words", flat(next(iter(tie.reports.values())))) + "</edge>\n"
    yield "  </graph>\n</graphml>\n"


def _meetings(view: View, ties: Ties) -> None:
    for meeting in view.meetings():
        if meeting.status not in ("held", "planned") or not meeting.support.evidence:
            continue
        relation = "met" if meeting.status == "held" else "plans-to-meet"
        sides = {who.represents or who.actor for who in meeting.participants}
        known = sorted(side for side in sides if side is not None)
        proof = meeting.support.evidence[0]
        day = meeting.occurred or meeting.support.tellings[0].published
        for left, right in combinations(known, 2):
            _tie(ties, left, right, relation).add(day, proof.report, proof.exact)


def _events(view: View, ties: Ties) -> None:
    for told in view.told(kinds.EVENTS):
        event = told.item
        if event.status != "actual" or event.type in (None, "CONSULT"):
            continue
        for left in _sides(event.actors, view):
            for right in _sides(event.recipients, view) - {left}:
                tie = _tie(ties, left, right, event.type.lower())
                tie.add(told.by.published, told.by.report, event.evidence[0].exact)


def _speech(view: View, ties: Ties) -> None:
    """Who spoke to whom, and whom the words name."""
    told_in: dict[str, list[Told[Statement]]] = {}
    for told in view.told(kinds.STATEMENTS):
        told_in.setdefault(told.by.report, []).append(told)
    for report, those in told_in.items():
        mentions = view.mentions(report)
        for told in those:
            statement = told.item
            if statement.speaker is None:
                continue
            for left in _sides((statement.speaker,), view):
                if statement.addressee is not None:
                    _say(ties, left, (statement.addressee,), "spoke-to", told, view)
                named = [one for one in mentions if _inside(one, statement.content)]
                _say(ties, left, named, "spoke-of", told, view)


def _say(
    ties: Ties,
    left: str,
    those: Sequence[Mention],
    relation: str,
    told: Told[Statement],
    view: View,
) -> None:
    for right in _sides(those, view) - {left}:
        tie = _tie(ties, left, right, relation)
        tie.add(told.by.published, told.by.report, told.item.content[0].exact)


def _inside(mention: Mention, content: tuple[Span, ...]) -> bool:
    return any(
        part.start <= mention.span.start and mention.span.end <= part.end for part in content
    )


def _sides(mentions: Sequence[Mention], view: View) -> set[str]:
    return {side for one in mentions if (side := view.side(one).actor) is not None}


def _tie(ties: Ties, left: str, right: str, relation: str) -> Tie:
    return ties.setdefault((left, right, relation), Tie())


def _data(of: str, name: str, value: str) -> str:
    return f'<data key="{of}-{name}">{escape(_allowed(value))}</data>'


def _quoted(value: str) -> str:
    return quoteattr(_allowed(value))


def _allowed(text: str) -> str:
    """The text without characters that XML 1.0 cannot hold."""
    return (
        "".join(
            one for one in text if one in "\t\n\r" or (one >= " " and one not in "\ufffe\uffff")
        )
        .encode("utf-8", "replace")
        .decode()
    )
