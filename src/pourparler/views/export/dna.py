"""Positions as the Discourse Network Analyzer holds statements: a database that it opens.

https://github.com/leifeld/dna, version 3: File > Open DNA database, or "Import from DNA database"
into another. Each position that a party tells of itself becomes a "DNA Statement" on its words:
person, organization (the side the person speaks for), concept (our issue) and agreement (no for a
refusal, yes for every other stance). What one party ascribes to another is left out, as there a
statement is its speaker's own. Only positions are taken: reported speech as such has no concept.

DNA counts UTF-16 code units in its texts (it is written in Java) and dates in seconds since 1970;
a day known only to the month or year counts from its first day, which DNA cannot say otherwise:
the document's notes hold the date as known.
"""

import base64
import hashlib
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from pourparler.app import View
from pourparler.model import Position, Report, Span, Told, first_day
from pourparler.record import kinds
from pourparler.views.export.citing import Cited, flat

PASSWORD = "pourparler"
"""Of the file's one coder, Admin; change it in DNA."""

_LONGEST = 190
"""Characters of a short text in DNA at most."""

_PERMISSIONS = (
    "AddDocuments",
    "EditDocuments",
    "DeleteDocuments",
    "ImportDocuments",
    "AddStatements",
    "EditStatements",
    "DeleteStatements",
    "EditAttributes",
    "EditRegex",
    "EditStatementTypes",
    "EditCoders",
    "EditCoderRelations",
    "ViewOthersDocuments",
    "EditOthersDocuments",
    "ViewOthersStatements",
    "EditOthersStatements",
)

_ID = "ID INTEGER NOT NULL PRIMARY KEY"
_COLOUR = ", ".join(f"{name} INTEGER NOT NULL DEFAULT 0" for name in ("Red", "Green", "Blue"))
_SHORT = "TEXT NOT NULL DEFAULT ''"


def _to(table: str, column: str) -> str:
    return f"{column} INTEGER NOT NULL REFERENCES {table}(ID) ON DELETE CASCADE"


_VALUE = f"{_ID}, {_to('STATEMENTS', 'StatementId')}, {_to('VARIABLES', 'VariableId')}"
_ONCE = "UNIQUE (StatementId, VariableId)"

_TABLES = {
    "SETTINGS": "Property TEXT PRIMARY KEY, Value TEXT NOT NULL",
    "CODERS": f"{_ID}, Name TEXT NOT NULL, {_COLOUR}, Refresh INTEGER NOT NULL DEFAULT 0, "
    "FontSize INTEGER NOT NULL DEFAULT 14, Password TEXT NOT NULL, PopupWidth INTEGER DEFAULT 300, "
    "ColorByCoder INTEGER NOT NULL DEFAULT 0, PopupDecoration INTEGER NOT NULL DEFAULT 0, "
    "PopupAutoComplete INTEGER NOT NULL DEFAULT 1, "
    + ", ".join(f"Permission{name} INTEGER NOT NULL DEFAULT 1" for name in _PERMISSIONS),
    "DOCUMENTS": f"{_ID}, Title TEXT NOT NULL, Text TEXT NOT NULL, {_to('CODERS', 'Coder')}, "
    + ", ".join(f"{name} {_SHORT}" for name in ("Author", "Source", "Section", "Notes", "Type"))
    + ", Date INTEGER NOT NULL",
    "STATEMENTTYPES": f"{_ID}, Label TEXT NOT NULL, {_COLOUR}",
    "VARIABLES": f"{_ID}, Variable TEXT NOT NULL, DataType TEXT NOT NULL DEFAULT 'short text', "
    f"{_to('STATEMENTTYPES', 'StatementTypeId')}, UNIQUE (Variable, StatementTypeId)",
    "VARIABLELINKS": f"{_ID}, {_to('VARIABLES', 'SourceVariableId')}, "
    f"{_to('VARIABLES', 'TargetVariableId')}",
    "REGEXES": f"Label TEXT PRIMARY KEY, {_COLOUR}",
    "CODERRELATIONS": f"{_ID}, {_to('CODERS', 'Coder')}, {_to('CODERS', 'OtherCoder')}, "
    "viewStatements INTEGER NOT NULL DEFAULT 1, editStatements INTEGER NOT NULL DEFAULT 1, "
    "viewDocuments INTEGER NOT NULL DEFAULT 1, editDocuments INTEGER NOT NULL DEFAULT 1",
    "STATEMENTS": f"{_ID}, {_to('STATEMENTTYPES', 'StatementTypeId')}, "
    f"{_to('DOCUMENTS', 'DocumentId')}, Start INTEGER NOT NULL, Stop INTEGER NOT NULL, "
    f"{_to('CODERS', 'Coder')}, CHECK (0 <= Start AND Start < Stop)",
    "DATABOOLEAN": f"{_VALUE}, Value INTEGER NOT NULL DEFAULT 1, {_ONCE}",
    "DATAINTEGER": f"{_VALUE}, Value INTEGER NOT NULL DEFAULT 0, {_ONCE}",
    "ENTITIES": f"{_ID}, {_to('VARIABLES', 'VariableId')}, Value {_SHORT}, {_COLOUR}, "
    "ChildOf INTEGER REFERENCES ENTITIES(ID) ON DELETE CASCADE, UNIQUE (VariableId, Value)",
    "DATASHORTTEXT": f"{_VALUE}, {_to('ENTITIES', 'Entity')}, {_ONCE}",
    "DATALONGTEXT": f"{_VALUE}, Value TEXT DEFAULT '', {_ONCE}",
    "ATTRIBUTEVARIABLES": f"{_ID}, {_to('VARIABLES', 'VariableId')}, "
    "AttributeVariable TEXT NOT NULL, UNIQUE (VariableId, AttributeVariable)",
    "ATTRIBUTEVALUES": f"{_ID}, {_to('ENTITIES', 'EntityId')}, "
    f"{_to('ATTRIBUTEVARIABLES', 'AttributeVariableId')}, AttributeValue TEXT NOT NULL DEFAULT '', "
    "UNIQUE (EntityId, AttributeVariableId)",
}
"""DNA 3's tables and columns."""

PERSON, ORGANIZATION, CONCEPT, AGREEMENT = 1, 2, 3, 4
_VARIABLES = ((PERSON, "person"), (ORGANIZATION, "organization"), (CONCEPT, "concept"))


def write_dna(view: View, path: Path) -> None:
    """Write a DNA database of the view's reports and positions."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA foreign_keys = ON")
        for name, columns in _TABLES.items():
            database.execute(f"CREATE TABLE {name} ({columns})")
        _settle(database)
        _Filler(database, view).fill()
        database.commit()


def _settle(database: sqlite3.Connection) -> None:
    """What DNA puts into a new file: version, coder, statement type, variables."""
    settings = (("version", "3.0.7"), ("date", "2022-06-10"))
    database.executemany("INSERT INTO SETTINGS VALUES (?, ?)", settings)
    database.execute(
        "INSERT INTO CODERS (ID, Name, Red, Green, Password) VALUES (1, 'Admin', 255, 255, ?)",
        (_sealed(PASSWORD, b"pourparler-salt!"),),
    )
    database.execute("INSERT INTO STATEMENTTYPES VALUES (1, 'DNA Statement', 239, 208, 51)")
    insert = "INSERT INTO VARIABLES VALUES (?, ?, ?, 1)"
    for number, name in _VARIABLES:
        database.execute(insert, (number, name, "short text"))
        for attribute in ("Type", "Alias", "Notes"):
            database.execute(
                "INSERT INTO ATTRIBUTEVARIABLES (VariableId, AttributeVariable) VALUES (?, ?)",
                (number, attribute),
            )
        # DNA expects an empty value of each variable, for statements that leave it open.
        database.execute("INSERT INTO ENTITIES (VariableId, Value) VALUES (?, '')", (number,))
    database.execute(insert, (AGREEMENT, "agreement", "boolean"))


class _Filler:
    """Fills a DNA database with a view's reports and positions."""

    def __init__(self, database: sqlite3.Connection, view: View) -> None:
        self._database = database
        self._view = view
        found = database.execute("SELECT VariableId, Value, ID FROM ENTITIES")
        self._entities: dict[tuple[int, str], int] = {(row[0], row[1]): row[2] for row in found}

    def fill(self) -> None:
        """Every report, and the positions told in it."""
        for part in self._view.portions():
            told_in: dict[str, list[Told[Position]]] = {}
            for told in part.told(kinds.POSITIONS):
                if told.item.voice == "own":
                    told_in.setdefault(told.by.report, []).append(told)
            for report, _ in part.each_report():
                document = self._document(report)
                for told in told_in.get(report.id, ()):
                    self._statement(document, report, told.item)

    def _document(self, report: Report) -> int:
        by = Cited.of(report)
        title = flat(report.title or report.text[:80])
        notes = f"{by.line}\npublished {report.published}" + (f"\n{by.link}" if by.link else "")
        day = first_day(report.published)
        moment = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
        values = (
            title[:_LONGEST],
            report.text,
            (report.outlet or "")[:_LONGEST],
            notes,
            int(moment.timestamp()) if moment else 0,
        )
        return self._insert(
            "INSERT INTO DOCUMENTS (Title, Text, Coder, Source, Notes, Date) VALUES (?,?,1,?,?,?)",
            values,
        )

    def _statement(self, document: int, report: Report, position: Position) -> None:
        start, stop = _units(report.text, position.evidence[0])
        id = self._insert(
            "INSERT INTO STATEMENTS (StatementTypeId, DocumentId, Start, Stop, Coder) "
            "VALUES (1, ?, ?, ?, 1)",
            (document, start, stop),
        )
        party = position.party
        side = self._view.side(party)
        person = party.name if party.actor != side.actor and party.actor else ""
        issue = self._view.issue_name(position.issue)
        for variable, value in ((PERSON, person), (ORGANIZATION, side.name), (CONCEPT, issue)):
            self._insert(
                "INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) VALUES (?, ?, ?)",
                (id, variable, self._entity(variable, value[:_LONGEST])),
            )
        self._insert(
            "INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (?, ?, ?)",
            (id, AGREEMENT, int(position.stance != "refusal")),
        )

    def _entity(self, variable: int, value: str) -> int:
        if (variable, value) not in self._entities:
            self._entities[variable, value] = self._insert(
                "INSERT INTO ENTITIES (VariableId, Value) VALUES (?, ?)", (variable, value)
            )
        return self._entities[variable, value]

    def _insert(self, command: str, values: tuple[object, ...]) -> int:
        id = self._database.execute(command, values).lastrowid
        assert id is not None
        return id


def _units(text: str, span: Span) -> tuple[int, int]:
    """Where a span starts and ends in UTF-16 code units."""
    start = _length(text[: span.start])
    return start, start + _length(span.exact)


def _length(text: str) -> int:
    return len(text) + sum(one > "\uffff" for one in text)


def _sealed(password: str, salt: bytes) -> str:
    """A password as DNA checks it: salted SHA-256, 100,000 times over, in base64."""
    digest = hashlib.sha256(salt + password.encode()).digest()
    for _ in range(99_999):
        digest = hashlib.sha256(digest).digest()
    return base64.b64encode(salt + digest).decode()
