"""A record of two invented states made by hand: what the pages are asked to show."""

from pathlib import Path

from pourparler.app import Record
from pourparler.model import (
    Actor,
    Event,
    Meeting,
    Mention,
    Participant,
    PhaseSign,
    Position,
    Precondition,
    Reading,
    Refusal,
    Report,
    Span,
    Statement,
)

PROCESS = """name = "Freedonia–Sylvania talks"
parties = ["freedonia", "sylvania"]
mediators = ["osterlich"]
goal = "normalisation"
"""
STATES = """id,iso,name,other_names,adjectives,people,capital,seats,led_by
freedonia,XF,Freedonia,,Freedonian,,Marxburg,,
sylvania,XS,Sylvania,,Sylvanian,,Ostra,,
osterlich,XO,Osterlich,,Osterlicher,,Lindenau,,
"""
HOSTILE = (
    'Anna Brandt said that "<script>alert(1)</script>" and <img src=x onerror=alert(2)> stay.\n'
    "She wrote \u202egnorw\u202c, rang \x07\x1b[31m and \x00 nothing, "
    "then {{ 7 * 7 }} {% raw %} &amp; javascript:alert(3).\n"
    "שלום וברכה said the other side.\n" + "w" * 5000
)
TITLE = '"><svg onload=alert(4)>\u2067title'


def codebook(folder: Path) -> Path:
    """A folder of codebook files with the process of these tests."""
    (folder / "processes").mkdir(parents=True)
    (folder / "processes" / "border.toml").write_text(PROCESS, encoding="utf-8")
    (folder / "states.csv").write_text(STATES, encoding="utf-8")
    return folder


def made(folder: Path) -> Record:
    """A record with four ordinary reports, one hostile one and one of another matter."""
    record = Record(folder / "talks.db", codebook=[codebook(folder / "codebook")])
    for number, (day, outlet, sentence) in enumerate(REPORTS):
        keep(record, number, day, outlet, sentence)
    hostile = Report.of(
        HOSTILE,
        "2024-03-05",
        outlet="<b>Wire</b>",
        title=TITLE,
        url="javascript:alert(5)",
        path="a/../../<i>.txt",
    )
    save(record, hostile, *_of_hostile(hostile))
    other = Report.of("Rain fell on Westmark.", "2024-02-01", outlet="Other Wire")
    record.store.keep(other)
    record.store.save(Reading(other.id, "1", "1"), {"westmark"})
    record.store.refuse(Refusal("broken/<x>.txt", "no date", "write one", "line 3"))
    return record


REPORTS = [
    (
        "2024-01-10",
        "North Wire",
        "Freedonia wants a withdrawal of troops before any normalisation.",
    ),
    ("2024-01-20", "South Wire", "Sylvania wants normalisation before a withdrawal of troops."),
    ("2024-02-10", "North Wire", "Ministers of Freedonia and Sylvania met in Osterlich for talks."),
    ("2024-03-01", "South Wire", "Sylvania offers a withdrawal of troops after the talks resumed."),
]
STANCES = [("freedonia", "precondition"), ("sylvania", "precondition"), None, ("sylvania", "offer")]
ACTORS = tuple(
    Actor(id, id.title(), "state", country=id) for id in ("freedonia", "sylvania", "osterlich")
)


def mention(text: str, name: str, start: int = 0) -> Mention:
    """The first mention of a state in a text."""
    at = text.index(name.title(), start)
    return Mention(Span.of(text, at, at + len(name)), name, name.title(), "name", name)


def keep(record: Record, number: int, day: str, outlet: str, sentence: str) -> Report:
    """Keep one of the ordinary reports and what is read from it."""
    report = Report.of(sentence, day, outlet=outlet, title=f"Report {number}")
    whole = Span.of(sentence, 0, len(sentence))
    first = mention(sentence, "sylvania" if sentence.startswith("Sylvania") else "freedonia")
    stance = STANCES[number]
    positions: tuple[Position, ...] = ()
    if stance is not None:
        at = sentence.index("withdrawal")
        words = (Span.of(sentence, at, at + len("withdrawal of troops")),)
        positions = (
            Position(
                f"{number}position",
                first,
                "troop-withdrawal",
                stance[1],
                words,  # type: ignore[arg-type]
                sentence,
                since=day,
            ),
        )
    orders = ()
    if number < 2:
        pair = ("troop-withdrawal", "normalisation")
        orders = (
            Precondition(
                f"{number}order", first, *(pair if number == 0 else pair[::-1]), (whole,), since=day
            ),
        )
    met = ()
    if number == 2:
        met = (
            Meeting(
                "2meeting",
                (whole,),
                (
                    Participant(mention(sentence, "freedonia")),
                    Participant(mention(sentence, "sylvania")),
                    Participant(mention(sentence, "osterlich"), "host"),
                ),
                level=("foreign-ministers",),
                place="Osterlich",
                occurred=day,
            ),
        )
    reading = Reading(
        report.id,
        "1",
        "1",
        mentions=(first,),
        actors=ACTORS if number == 0 else (),
        statements=(Statement(f"{number}said", "indirect", (whole,), "said", speaker=first),),
        events=(
            Event(
                f"{number}event",
                (whole,),
                "CONSULT",
                actors=(first,),
                occurred=day,
                recipients=(mention(sentence, "sylvania"),),
            ),
        )
        if number == 2
        else (),
        meetings=met,
        positions=positions,
        preconditions=orders,
        phases=(PhaseSign(f"{number}sign", "talks", (whole,)),) if number == 2 else (),
    )
    save(record, report, reading)
    return report


def save(record: Record, report: Report, reading: Reading) -> None:
    """Keep a report of the process and its reading."""
    record.store.keep(report)
    record.store.save(reading, {"freedonia", "sylvania"})


def _of_hostile(report: Report) -> tuple[Reading]:
    text = report.text
    start = text.index('"<script>')
    said = Span.of(text, start, text.index(" stay"))
    inner = Span.of(text, text.index("<img"), text.index(" stay"))
    across = Span.of(text, start + 4, text.index("rang"))
    huge = Span.of(text, text.index("www"), len(text))
    name = Mention(Span.of(text, 0, 11), None, "<i>Anna</i> \u202eBrandt", "name", "freedonia")
    return (
        Reading(
            report.id,
            "1",
            "1",
            mentions=(name,),
            statements=(
                Statement("hostile1", "direct", (said,), "said", speaker=name),
                Statement("hostile2", "mixed", (inner, huge), "warned", speaker=name),
            ),
            positions=(Position("hostile3", name, "ceasefire", "demand", (across,), text[:300]),),
            meetings=(
                Meeting(
                    "hostile4",
                    (across,),
                    (Participant(name),),
                    place="<u>Town</u>",
                    outcome="<script>x</script>",
                ),
            ),
        ),
    )
