"""What every table of the export holds: each field's name, type and meaning, in one place.

The reference page, the Frictionless descriptor and the Parquet schema are all made from here.
`docs/make_export_reference.py` writes the page; tests hold the rows to it.
"""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Plain = Literal["string", "integer", "boolean"]
Type: TypeAlias = "Plain | Many | Group"

TEXT: Final[Plain] = "string"
WHOLE: Final[Plain] = "integer"
TRUTH: Final[Plain] = "boolean"


@dataclass(frozen=True, slots=True)
class Many:
    """A list of things of one type."""

    of: "Type"


class Group(dict[str, "Type"]):
    """Named parts, each of its type."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column: unknown is null, unless it `always` has a value."""

    name: str
    type: Type
    meaning: str
    always: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a kind, what one row is, and which column tells rows apart."""

    meaning: str
    fields: tuple[Field, ...]
    key: str | None = "id"


WHO = Group(actor=TEXT, name=TEXT)
NAMED = Group(actor=TEXT, name=TEXT, text=TEXT, represents=TEXT)
SPEAKER = Group(**NAMED, form=TEXT, start=WHOLE, end=WHOLE)
WORDS = Group(start=WHOLE, end=WHOLE, exact=TEXT)
VERSION = Group(
    statement=TEXT,
    report=TEXT,
    published=TEXT,
    outlet=TEXT,
    duplicate_of=TEXT,
    kind=TEXT,
    words=TEXT,
)
PROOF = Group(report=TEXT, start=WHOLE, end=WHOLE, exact=TEXT)

ID = Field("id", TEXT, "stays the same for the same report, reader version and codebook", True)
_REPORT = Field("report", TEXT, "id of the report that tells it", True)
_PATH = Field("path", TEXT, "where that report lies")
_PUBLISHED = Field("published", TEXT, "when the report was published", True)
_EVIDENCE = Field("evidence", Many(PROOF), "the words of the reports that prove it", True)
_DECIDED = Field("decided", TEXT, "id of a person's decision that confirmed or corrected it")
SUPPORT = (
    Field("reports", WHOLE, "how many reports tell it", True),
    Field("independent", WHOLE, "how many of them are neither copies nor of the same outlet", True),
    _EVIDENCE,
    Field("decided", Many(TEXT), "ids of people's decisions that it rests on", True),
)
_ASCRIBED = (
    Field("voice", TEXT, "own, or ascribed by another", True),
    Field("ascribed_by", WHO, "who tells it, where that is not the party itself"),
    Field("since", TEXT, "since when it holds, as stated"),
    _PUBLISHED,
    _EVIDENCE,
    _DECIDED,
)

TABLES: dict[str, Table] = {
    "reports": Table(
        "One row a report.",
        (
            Field("id", TEXT, "a hash of what it says and when it was published", True),
            _PATH,
            Field("key", TEXT, "the item's own id in its file"),
            Field("published", TEXT, "when it was published", True),
            Field("outlet", TEXT, "who published it"),
            Field("title", TEXT, "its headline"),
            Field("url", TEXT, "where it was published"),
            Field("language", TEXT, "ISO 639 code"),
            Field("duplicate_of", TEXT, "id of the earlier report that it nearly repeats"),
            Field("text", TEXT, "its text, which all offsets count in", True),
        ),
    ),
    "statements": Table(
        "One row a piece of reported speech.",
        (
            ID,
            _REPORT,
            _PATH,
            _PUBLISHED,
            Field("kind", TEXT, "direct, indirect, mixed", True),
            Field(
                "act",
                TEXT,
                "said, demanded, promised, offered, refused, denied, asked, warned, accused, "
                "agreed, thanked, expected",
                True,
            ),
            Field("attitude", TEXT, "speech, or a belief or plan that the reporter tells of", True),
            Field("speaker", SPEAKER, "who speaks, for whom, and the words that name him or her"),
            Field("cue", Group(text=TEXT, start=WHOLE, end=WHOLE), "the word that tells of it"),
            Field("content", Many(WORDS), "what is said; several parts if interrupted", True),
            Field("addressee", WHO, "to whom"),
            Field("venue", TEXT, "where"),
            Field("stated", TEXT, "when it was said"),
            Field("nested_in", TEXT, "id of the statement that tells of this one"),
            Field("via", Many(WHO), "who handed it on, nearest to the report first", True),
            Field("joint", Many(NAMED), "who says it together with the speaker", True),
            _DECIDED,
        ),
    ),
    "sayings": Table(
        "One row a statement, with its versions in all the reports that tell it.",
        (
            Field("id", TEXT, "that of the statement in the first report that tells it", True),
            Field("speaker", WHO, "who said it", True),
            Field("words", TEXT, "the fullest version", True),
            Field("stated", TEXT, "when it was said"),
            Field("versions", Many(VERSION), "what each report gives of it, the first first", True),
            *SUPPORT,
        ),
    ),
    "events": Table(
        "One row a telling: who did what to whom.",
        (
            ID,
            _REPORT,
            _PATH,
            _PUBLISHED,
            Field("actors", Many(NAMED), "who did it", True),
            Field("recipients", Many(NAMED), "to or with whom", True),
            Field("type", TEXT, "PLOVER type"),
            Field("mode", TEXT, "PLOVER mode, or what happened outside PLOVER's types"),
            Field("cameo", TEXT, "CAMEO code"),
            Field(
                "status", TEXT, "actual, planned, proposed, denied, conditional, called-for", True
            ),
            Field("occurred", TEXT, "when"),
            Field("place", TEXT, "where"),
            Field("claimed_by", WHO, "who says so, where the report itself does not"),
            _EVIDENCE,
            _DECIDED,
        ),
    ),
    "meetings": Table(
        "One row a meeting or call, merged from all reports that tell of it.",
        (
            ID,
            Field(
                "participants",
                Many(Group(actor=TEXT, name=TEXT, role=TEXT, post=TEXT, represents=WHO)),
                "who took part, in what role (party, guarantor, mediator, host, observer), from "
                "what post, for whom",
                True,
            ),
            Field(
                "level",
                Many(TEXT),
                "leaders, foreign-ministers, defence-ministers, intelligence-chiefs, deputies, "
                "technical",
                True,
            ),
            Field("format", TEXT, "id of the format of talks"),
            Field("round", WHOLE, "which round of the format"),
            Field("place", TEXT, "where"),
            Field("occurred", TEXT, "when"),
            Field("status", TEXT, "held, planned, proposed, postponed, cancelled", True),
            Field("medium", TEXT, "in-person, phone, video", True),
            Field("several", TRUTH, "whether a series is told as one", True),
            Field("outcome", TEXT, "what came of it, as told"),
            *SUPPORT,
        ),
    ),
    "positions": Table(
        "One row a telling of a party's stance on an issue.",
        (
            ID,
            Field("party", Group(actor=TEXT, name=TEXT, text=TEXT), "who holds it", True),
            Field("issue", TEXT, "id of the issue in the codebook", True),
            Field(
                "stance", TEXT, "demand, precondition, offer, refusal, commitment, support", True
            ),
            Field("summary", TEXT, "one line in our words and the report's", True),
            *_ASCRIBED,
        ),
    ),
    "preconditions": Table(
        "One row a telling that a party wants one thing before another.",
        (
            ID,
            Field("party", Group(actor=TEXT, name=TEXT, text=TEXT), "who wants it", True),
            Field("wants", TEXT, "id of the issue wanted first; null is what is left open"),
            Field("before", TEXT, "id of the issue that is to wait; null is what is left open"),
            Field("denied", TRUTH, "whether it is said not to be a condition", True),
            *_ASCRIBED,
        ),
    ),
    "deadlocks": Table(
        "One row a ring of orderings that cannot all be met.",
        (
            ID,
            Field("parties", Many(WHO), "who stand in it", True),
            Field("sentence", TEXT, "what each wants before what, in one sentence", True),
            Field(
                "orderings",
                Many(Group(party=TEXT, wants=TEXT, before=TEXT)),
                "the orderings that lock",
                True,
            ),
            Field("since", TEXT, "since when", True),
            Field("until", TEXT, "until when; null while it stands"),
            Field("dissolved", TEXT, "what ended it"),
            *SUPPORT,
        ),
    ),
    "phases": Table(
        "One row a stretch of time in which the talks of one process stood so.",
        (
            Field("process", TEXT, "id of the process", True),
            Field(
                "phase",
                TEXT,
                "exploratory, talks, paused, resumed, agreed, implemented, collapsed",
                True,
            ),
            Field("since", TEXT, "since when", True),
            Field("until", TEXT, "until when; null for the present phase"),
            Field("cause", Many(TEXT), "why, as it was stated"),
            *SUPPORT,
        ),
        key=None,
    ),
    "formats": Table(
        "One row a standing arrangement of talks.",
        (
            Field("id", TEXT, "id of the format in the codebook", True),
            Field("name", TEXT, "its name", True),
            Field(
                "members",
                Many(Group(actor=TEXT, name=TEXT, role=TEXT)),
                "who belongs to it, in what role",
                True,
            ),
            Field("since", TEXT, "since when"),
            Field("rounds", WHOLE, "how many rounds it had"),
            Field("rounds_by", TEXT, "by when it had so many"),
            *SUPPORT,
        ),
    ),
    "times": Table(
        "One row an expression of time.",
        (
            _REPORT,
            _PATH,
            Field("start", WHOLE, "where its words start", True),
            Field("end", WHOLE, "where they end", True),
            Field("text", TEXT, "the words", True),
            Field("type", TEXT, "DATE, TIME, DURATION, SET", True),
            Field("value", TEXT, "as TIMEX3 writes it", True),
            Field("when", TEXT, "the calendar time it is, if it is one"),
            Field("anchor", TEXT, "what it was resolved against"),
            Field("rule", TEXT, "which rule read it", True),
            Field("alternative", TEXT, "the other value it could have had"),
        ),
        key=None,
    ),
    "actors": Table(
        "One row an actor that the reports name.",
        (
            Field(
                "id", TEXT, "id of the codebook, or given by the report that introduces it", True
            ),
            Field("name", TEXT, "the name used here", True),
            Field("kind", TEXT, "state, government, ministry, army, person, …", True),
            Field("country", TEXT, "id of the state it belongs to"),
            Field("part_of", TEXT, "id of what it is a part of"),
            Field("aliases", Many(TEXT), "its other names", True),
            Field(
                "offices",
                Many(Group(post=TEXT, actor=TEXT, title=TEXT, since=TEXT, until=TEXT)),
                "posts of a person, each for an actor",
                True,
            ),
        ),
    ),
}
"""The kinds of `rows.EXPORTS`, in their order."""
