"""The questions that the HTTP API answers: one table that the routes and the description share."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from pourparler.app.warm import WarmView
from pourparler.model import (
    Act,
    Actor,
    Brief,
    Change,
    Deadlock,
    Event,
    FormatFacts,
    MeetingHeld,
    MeetingStatus,
    Ordering,
    Phase,
    PositionHeld,
    Report,
    Saying,
    Signal,
    Statement,
    StatementKind,
    TimelineEntry,
    Told,
)
from pourparler.model.reading import Attitude

Args = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of the query: what it means and which values it may have."""

    name: str
    meaning: str
    values: tuple[str, ...] = ()
    format: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A page of answers, and how many there are in all."""

    items: Sequence[Any]
    total: int


Ask = Callable[[WarmView, Args, int, int], Found]


@dataclass(frozen=True, slots=True)
class Operation:
    """A question: its name in the path, what it answers, of which type, with what parameters."""

    name: str
    meaning: str
    answer: Any
    ask: Ask
    parameters: tuple[Parameter, ...] = ()


AS_OF = Parameter(
    "as_of", "What was known up to and including this day; the last day if left out.", format="date"
)
PROCESS = Parameter(
    "process",
    "The negotiation, by its id; `all` for everything; the likeliest if left out.",
)


def _all(ask: Callable[[WarmView, Args], Sequence[Any]]) -> Ask:
    """A question whose answers are all in memory: the page is a cut."""

    def paged(view: WarmView, args: Args, offset: int, limit: int) -> Found:
        every = ask(view, args)
        return Found(every[offset : offset + limit], len(every))

    return paged


def _positions(view: WarmView, args: Args) -> Sequence[PositionHeld]:
    party, issue = args.get("party"), args.get("issue")
    return [
        one
        for one in view.positions(given_up=args.get("given_up") == "true")
        if party in (None, one.party.actor) and issue in (None, one.issue)
    ]


def _orderings(view: WarmView, args: Args) -> Sequence[Ordering]:
    party = args.get("party")
    return [one for one in view.preconditions() if party in (None, one.party.actor)]


def _statements(view: WarmView, args: Args, offset: int, limit: int) -> Found:
    wanted = {name: args.get(name) for name in ("party", "act", "kind", "attitude")}
    found = view.statement_page(skip=offset, most=limit, words=args.get("words"), **wanted)
    return Found(found.items, found.total)


def _sayings(view: WarmView, args: Args) -> Sequence[Saying]:
    party, several = args.get("party"), args.get("several") == "true"
    return [
        one
        for one in view.sayings(several=several)
        if party in (None, one.speaker.actor, one.speaker.represents)
    ]


def _reports(view: WarmView, args: Args, offset: int, limit: int) -> Found:
    outlet = args.get("outlet")
    every = [by for by in view.tellings() if outlet in (None, by.outlet)]
    return Found(view.reports_of(every[offset : offset + limit]), len(every))


_PARTY = Parameter("party", "Only this actor's, by its id.")

OPERATIONS: tuple[Operation, ...] = (
    Operation(
        "timeline", "The days that matter.", TimelineEntry, _all(lambda view, args: view.timeline())
    ),
    Operation(
        "meetings",
        "Meetings and calls, each merged from all that tell of it.",
        MeetingHeld,
        _all(lambda view, args: view.meetings(status=args.get("status"))),
        (Parameter("status", "Only those of which this became.", get_args(MeetingStatus)),),
    ),
    Operation(
        "positions",
        "Each party's stance on each issue.",
        PositionHeld,
        _all(_positions),
        (
            _PARTY,
            Parameter("issue", "Only on this issue, by its id."),
            Parameter("given_up", "Also those that no longer hold.", ("true", "false")),
        ),
    ),
    Operation(
        "preconditions", "What each party wants before what.", Ordering, _all(_orderings), (_PARTY,)
    ),
    Operation(
        "deadlocks",
        "Orderings that cannot all be met.",
        Deadlock,
        _all(lambda view, args: view.deadlocks(dissolved=args.get("dissolved") != "false")),
        (Parameter("dissolved", "Whether to tell also of dissolved ones.", ("true", "false")),),
    ),
    Operation(
        "phases",
        "Where the process stood, since when and why.",
        Phase,
        _all(lambda view, args: view.phases()),
    ),
    Operation(
        "signals",
        "Offers and hopes, and their answers.",
        Signal,
        _all(lambda view, args: view.signals()),
    ),
    Operation(
        "changes",
        "What changed since an earlier day, newest first.",
        Change,
        _all(lambda view, args: view.changes(args.get("since"))),
        (Parameter("since", "The earlier day; thirty days before if left out.", format="date"),),
    ),
    Operation(
        "statements",
        "Who said what, the latest first.",
        Told[Statement],
        _statements,
        (
            _PARTY,
            Parameter("words", "Only those whose content holds all these words."),
            Parameter("act", "Only of this act.", get_args(Act)),
            Parameter("kind", "Only of this form.", get_args(StatementKind)),
            Parameter("attitude", "Only of this attitude.", get_args(Attitude)),
        ),
    ),
    Operation(
        "sayings",
        "What was said, each saying once with its versions in the reports that tell it, by day.",
        Saying,
        _all(_sayings),
        (
            _PARTY,
            Parameter("several", "Only those told by several reports.", ("true", "false")),
        ),
    ),
    Operation(
        "events",
        "Who did what to whom, as each report tells it.",
        Told[Event],
        _all(lambda view, args: view.events(type=args.get("type"))),
        (Parameter("type", "Only of this PLOVER type."),),
    ),
    Operation(
        "actors", "Everyone the reports name.", Actor, _all(lambda view, args: view.actors())
    ),
    Operation(
        "formats",
        "Formats of talks: members, roles, rounds.",
        FormatFacts,
        _all(lambda view, args: view.formats()),
    ),
    Operation(
        "reports",
        "The reports of the process, with their text, by day.",
        Report,
        _reports,
        (Parameter("outlet", "Only those of this outlet."),),
    ),
)

SINGLE: dict[str, tuple[str, Any]] = {"brief": ("Where the process stands.", Brief)}
"""Questions with one answer."""
