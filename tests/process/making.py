"""Rows made by hand for the process tests: two invented states, a mediator, an agency."""

from pourparler.codebook import Process
from pourparler.model import (
    Actor,
    Event,
    Meeting,
    Mention,
    Participant,
    PhaseSign,
    Position,
    Precondition,
    Span,
    Statement,
    Telling,
    Told,
)
from pourparler.process.parties import Parties

ACTORS = {
    "freedonia": Actor("freedonia", "Freedonia", "state", country="freedonia"),
    "sylvania": Actor("sylvania", "Sylvania", "state", country="sylvania"),
    "osterlich": Actor("osterlich", "Osterlich", "state", country="osterlich"),
    "freedonia.opposition": Actor(
        "freedonia.opposition",
        "Freedonian opposition",
        "opposition",
        country="freedonia",
        part_of="freedonia",
    ),
    "anna-brandt": Actor("anna-brandt", "Anna Brandt", "person", country="freedonia"),
}
PROCESS = Process(
    "border",
    "Freedonia–Sylvania talks",
    ("freedonia", "sylvania"),
    mediators=("osterlich",),
    goal="normalisation",
)
PARTIES = Parties(PROCESS, ACTORS)


def mention(actor: str, represents: str | None = None) -> Mention:
    """A mention of an actor, its words its id."""
    return Mention(Span(0, len(actor), actor), actor, actor, "name", represents=represents)


def telling(
    day: str, report: str | None = None, outlet: str | None = None, copy_of: str | None = None
) -> Telling:
    """A report published on a day, named after it unless named."""
    return Telling(report or f"r{day}", day, day, outlet, copy_of)


def position(
    party: str, issue: str, stance: str, day: str, *, by: str | None = None, report: str = ""
) -> Told[Position]:
    """A stance told on a day; `by` another who ascribes it."""
    words = f"{party} {stance} {issue} {day}"
    item = Position(
        id=f"p-{words}",
        party=mention(party),
        issue=issue,
        stance=stance,  # type: ignore[arg-type]
        evidence=(Span(0, len(words), words),),
        summary=words,
        voice="ascribed" if by else "own",
        ascribed_by=mention(by) if by else None,
    )
    return Told(item, telling(day, report or None))


def precondition(
    party: str, wants: str | None, before: str | None, day: str, *, denied: bool = False
) -> Told[Precondition]:
    """An ordering told on a day."""
    words = f"{party} wants {wants} before {before} ({denied})"
    item = Precondition(
        f"o-{words}", mention(party), wants, before, (Span(0, len(words), words),), denied=denied
    )
    return Told(item, telling(day))


def meeting(
    day: str, actors: str, occurred: str | None = None, report: str | None = None, **fields: object
) -> Told[Meeting]:
    """A meeting of the actors named, told on a day."""
    words = f"meeting of {actors}"
    item = Meeting(
        id=f"m-{day}-{words}",
        evidence=(Span(0, len(words), words),),
        participants=tuple(Participant(mention(actor)) for actor in actors.split()),
        occurred=occurred,
        **fields,  # type: ignore[arg-type]
    )
    return Told(item, telling(day, report))


def event(
    day: str, type: str, actors: str, recipients: str, occurred: str | None = None, **fields: object
) -> Told[Event]:
    """An event between the actors named, told on a day."""
    words = f"{actors} {type} {recipients}"
    item = Event(
        id=f"e-{day}-{words}",
        evidence=(Span(0, len(words), words),),
        type=type,
        actors=tuple(map(mention, actors.split())),
        recipients=tuple(map(mention, recipients.split())),
        occurred=occurred,
        **fields,  # type: ignore[arg-type]
    )
    return Told(item, telling(day))


def sign(
    phase: str,
    day: str,
    cause: str | None = None,
    *,
    hoped: bool = False,
    since: str | None = None,
    of: str = "",
    outlet: str | None = None,
    fallen: str | None = None,
    **fields: object,
) -> Told[PhaseSign]:
    """A sign of a phase told on a day; `of` names those whose talks they are."""
    words = f"the talks: {phase}"
    item = PhaseSign(
        id=f"s-{phase}-{day}",
        fallen=mention(fallen) if fallen else None,
        phase=phase,  # type: ignore[arg-type]
        evidence=(Span(0, len(words), words),),
        parties=tuple(map(mention, of.split())),
        causes=(Span(0, len(cause), cause),) if cause else (),
        since=since,
        hoped=hoped,
        **fields,  # type: ignore[arg-type]
    )
    return Told(item, telling(day, outlet=outlet))


def statement(
    day: str, speaker: str, words: str, report: str = "", **fields: object
) -> Told[Statement]:
    """Words of a speaker told on a day."""
    item = Statement(
        id=f"q-{day}-{report}",
        kind="indirect",
        content=(Span(0, len(words), words),),
        speaker=mention(speaker),
        **fields,  # type: ignore[arg-type]
    )
    return Told(item, telling(day, report or None))
