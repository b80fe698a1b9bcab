"""Events in the columns of three event datasets, one row an actor and a recipient.

`polecat` follows POLECAT (Halterman et al. 2023) with PLOVER's types, `icews` the ICEWS coded event
data with CAMEO codes, `acled` the export of ACLED. They are like them, not the same: columns that
cannot be known from a report alone (coordinates, intensity, fatalities) are left out rather than
guessed, and columns that lead to the proof are added.
"""

from collections.abc import Iterable, Iterator
from itertools import product

from pourparler.app import View
from pourparler.model import Actor, Event, Mention, Telling, Told, first_day, last_day
from pourparler.record import kinds
from pourparler.views.export.fields import TEXT, WHOLE, Field, Table
from pourparler.views.export.tables import Row

_QUADS = {
    "VERBAL COOPERATION": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "MATERIAL COOPERATION": ("COOPERATE", "AID", "RETREAT"),
    "VERBAL CONFLICT": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "MATERIAL CONFLICT": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
QUADS = {type: quad for quad, types in _QUADS.items() for type in types}
"""PLOVER's four classes, by type."""

_PROOF = (
    Field("Report", TEXT, "id of the report that tells it", True),
    Field("Start", WHOLE, "where its words start in the report's text (code points)", True),
    Field("End", WHOLE, "where they end", True),
    Field("Exact", TEXT, "the words", True),
)

_ACTOR = "who did it; null where nobody is named"
_RECIPIENT = "to or with whom; null where nobody is named"

TABLES: dict[str, Table] = {
    "polecat": Table(
        "Events in POLECAT's columns: one row an actor and a recipient, types of PLOVER.",
        (
            Field("Event ID", TEXT, "id of the event; several rows if several took part", True),
            Field("Event Date", TEXT, "when, cut to what is known"),
            Field("Event Type", TEXT, "PLOVER type"),
            Field("Event Mode", TEXT, "PLOVER mode"),
            Field("Quad Code", TEXT, "PLOVER's four classes, after the type"),
            Field("Contexts", TEXT, "what is told of its reality: future, hypothetical, denied"),
            Field("Actor Name", TEXT, _ACTOR),
            Field("Actor Country", TEXT, "ISO 3166 code of the actor's state"),
            Field("Primary Actor Sector", TEXT, "our kind of actor"),
            Field("Actor Name Raw", TEXT, "the report's words for the actor"),
            Field("Recipient Name", TEXT, _RECIPIENT),
            Field("Recipient Country", TEXT, "ISO 3166 code of the recipient's state"),
            Field("Primary Recipient Sector", TEXT, "our kind of actor"),
            Field("Recipient Name Raw", TEXT, "the report's words for the recipient"),
            Field("Placename", TEXT, "where"),
            Field("Source", TEXT, "the outlet"),
            Field("Publication Date", TEXT, "when the report was published", True),
            *_PROOF,
        ),
        key=None,
    ),
    "icews": Table(
        "Events in ICEWS's columns: one row a source and a target, codes of CAMEO.",
        (
            Field("Event ID", TEXT, "id of the event; several rows if several took part", True),
            Field("Event Date", TEXT, "when, cut to what is known"),
            Field("Source Name", TEXT, _ACTOR),
            Field("Source Sectors", TEXT, "our kind of actor"),
            Field("Source Country", TEXT, "name of its state"),
            Field("Event Text", TEXT, "the CAMEO code in words"),
            Field("CAMEO Code", TEXT, "the CAMEO code; a text, as zeros lead", True),
            Field("Target Name", TEXT, _RECIPIENT),
            Field("Target Sectors", TEXT, "our kind of actor"),
            Field("Target Country", TEXT, "name of its state"),
            Field("Story ID", TEXT, "id of the report", True),
            Field("Publisher", TEXT, "the outlet"),
            Field("Place", TEXT, "where"),
            Field(
                "Status", TEXT, "actual, planned, proposed, denied, conditional, called-for", True
            ),
            *_PROOF[1:],
        ),
        key=None,
    ),
    "acled": Table(
        "Violence, protest and what changes a conflict, in ACLED's columns. Only what a report "
        "tells as having happened, at a time known to the month.",
        (
            Field("event_id_cnty", TEXT, "id of the event", True),
            Field("event_date", TEXT, "the first day it may have been", True),
            Field("year", WHOLE, "its year", True),
            Field("time_precision", WHOLE, "1 the day is known, 2 the week, 3 the month", True),
            Field("event_type", TEXT, "ACLED's event type", True),
            Field("sub_event_type", TEXT, "ACLED's sub-event type, where it can be told"),
            Field("actor1", TEXT, _ACTOR),
            Field("actor2", TEXT, _RECIPIENT),
            Field("location", TEXT, "where"),
            Field("source", TEXT, "the outlet"),
            Field("notes", TEXT, "the words of the report", True),
            Field("report", TEXT, "id of the report", True),
            Field("start", WHOLE, "where its words start in the report's text", True),
            Field("end", WHOLE, "where they end", True),
        ),
        key=None,
    ),
}

_CONTEXTS = {
    "planned": "future",
    "proposed": "hypothetical",
    "called-for": "hypothetical",
    "conditional": "hypothetical",
    "denied": "denied",
}

_STRATEGIC, _PROTESTS, _BATTLES = "Strategic developments", "Protests", "Battles"
_REMOTE, _CIVILIANS = "Explosions/Remote violence", "Violence against civilians"

_ACLED: dict[tuple[str | None, str | None], tuple[str, str | None]] = {
    ("PROTEST", None): (_PROTESTS, None),
    ("PROTEST", "riot"): ("Riots", "Violent demonstration"),
    ("ASSAULT", None): (_BATTLES, None),
    ("ASSAULT", "fight"): (_BATTLES, "Armed clash"),
    ("ASSAULT", "firearms"): (_BATTLES, "Armed clash"),
    ("ASSAULT", "aerial"): (_REMOTE, "Air/drone strike"),
    ("ASSAULT", "heavy-weapons"): (_REMOTE, "Shelling/artillery/missile attack"),
    ("ASSAULT", "explosives"): (_REMOTE, "Remote explosive/landmine/IED"),
    ("ASSAULT", "abduct"): (_CIVILIANS, "Abduction/forced disappearance"),
    ("ASSAULT", "beat"): (_CIVILIANS, "Attack"),
    ("ASSAULT", "assassinate"): (_CIVILIANS, "Attack"),
    ("COERCE", "arrest"): (_STRATEGIC, "Arrests"),
    ("COERCE", "seize"): (_STRATEGIC, "Looting/property destruction"),
    ("COERCE", "destroy"): (_STRATEGIC, "Looting/property destruction"),
    ("AGREE", "sign"): (_STRATEGIC, "Agreement"),
    ("AGREE", "ceasefire"): (_STRATEGIC, "Agreement"),
    ("RETREAT", "ceasefire"): (_STRATEGIC, "Agreement"),
    ("RETREAT", "withdraw"): (_STRATEGIC, "Non-violent transfer of territory"),
}
"""ACLED's type and sub-type by PLOVER type and mode; (type, None) holds for its other modes.
Source: ACLED codebook (2023), event types; modes as `frames.toml` names them."""


def rows_of(kind: str, view: View) -> Iterator[Row]:
    """The rows of one of `TABLES`, by day of publication."""
    write = {"polecat": _polecat, "icews": _icews, "acled": _acled}[kind]
    actors = {actor.id: actor for actor in view.actors()}
    for part in view.portions():
        for told in part.told(kinds.EVENTS):
            for left, right in _pairs(told.item):
                row = write(told, _Side(left, view, actors), _Side(right, view, actors), view)
                if row is not None:
                    yield row


class _Side:
    """An actor or a recipient, as the columns of a dataset want it."""

    def __init__(self, mention: Mention | None, view: View, actors: dict[str, Actor]) -> None:
        actor = actors.get(mention.actor) if mention and mention.actor else None
        country = actor.country if actor else mention.represents if mention else None
        state = view.codebook.actors.states.get(country) if country else None
        self.name = mention.name if mention else None
        self.raw = mention.span.exact if mention else None
        self.sector = actor.kind if actor else None
        self.iso = state.iso if state else None
        self.country = state.name if state else None


def _pairs(event: Event) -> Iterator[tuple[Mention | None, Mention | None]]:
    yield from product(_once(event.actors) or (None,), _once(event.recipients) or (None,))


def _once(mentions: Iterable[Mention]) -> list[Mention]:
    """Each actor once, by its first mention."""
    once: dict[str, Mention] = {}
    for mention in mentions:
        once.setdefault(mention.actor or mention.name, mention)
    return list(once.values())


def _polecat(told: Told[Event], actor: _Side, recipient: _Side, view: View) -> Row | None:
    event = told.item
    if event.type is None:
        return None
    return {
        "Event ID": event.id,
        "Event Date": event.occurred,
        "Event Type": event.type,
        "Event Mode": event.mode,
        "Quad Code": QUADS.get(event.type),
        "Contexts": _CONTEXTS.get(event.status),
        "Actor Name": actor.name,
        "Actor Country": actor.iso,
        "Primary Actor Sector": actor.sector,
        "Actor Name Raw": actor.raw,
        "Recipient Name": recipient.name,
        "Recipient Country": recipient.iso,
        "Primary Recipient Sector": recipient.sector,
        "Recipient Name Raw": recipient.raw,
        "Placename": event.place,
        "Source": told.by.outlet,
        "Publication Date": told.by.published,
        "Report": told.by.report,
    } | _proof(event)


def _icews(told: Told[Event], source: _Side, target: _Side, view: View) -> Row | None:
    event = told.item
    if event.cameo is None:
        return None
    return {
        "Event ID": event.id,
        "Event Date": event.occurred,
        "Source Name": source.name,
        "Source Sectors": source.sector,
        "Source Country": source.country,
        "Event Text": _in_words(event.cameo, view),
        "CAMEO Code": event.cameo,
        "Target Name": target.name,
        "Target Sectors": target.sector,
        "Target Country": target.country,
        "Story ID": told.by.report,
        "Publisher": told.by.outlet,
        "Place": event.place,
        "Status": event.status,
    } | _proof(event)


def _acled(told: Told[Event], actor: _Side, recipient: _Side, view: View) -> Row | None:
    event, by = told.item, told.by
    found = _ACLED.get((event.type, event.mode)) or _ACLED.get((event.type, None))
    time = _acled_time(event, by)
    if found is None or time is None or event.status != "actual":
        return None
    day, precision = time
    span = event.evidence[0]
    return {
        "event_id_cnty": event.id,
        "event_date": day,
        "year": int(day[:4]),
        "time_precision": precision,
        "event_type": found[0],
        "sub_event_type": found[1],
        "actor1": actor.name,
        "actor2": recipient.name,
        "location": event.place,
        "source": by.outlet,
        "notes": span.exact,
        "report": by.report,
        "start": span.start,
        "end": span.end,
    }


def _acled_time(event: Event, by: Telling) -> tuple[str, int] | None:
    """The first day it may have been and ACLED's precision; None if not even the month is known."""
    when = event.occurred
    first, last = (first_day(when), last_day(when)) if when else (None, None)
    if first is None or last is None:
        return None
    width = (last - first).days
    precision = next((code for most, code in ((0, 1), (6, 2), (30, 3)) if 0 <= width <= most), None)
    return (first.isoformat(), precision) if precision else None


def _in_words(code: str, view: View) -> str | None:
    codes = view.codebook.frames.codes
    for length in range(len(code), 1, -1):
        if code[:length] in codes:
            return codes[code[:length]].name
    return None


def _proof(event: Event) -> Row:
    span = event.evidence[0]
    return {"Start": span.start, "End": span.end, "Exact": span.exact}
