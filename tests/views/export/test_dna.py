"""Positions in a file of the Discourse Network Analyzer, read as DNA reads it."""

import base64
import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pourparler.app import View
from pourparler.record import kinds
from pourparler.views.export.dna import PASSWORD
from pourparler.views.export.registry import write_file

READ = """
SELECT d.Text, d.Date, d.Notes, s.Start, s.Stop, p.Value, o.Value, c.Value, b.Value
FROM STATEMENTS s JOIN DOCUMENTS d ON d.ID = s.DocumentId
JOIN DATASHORTTEXT dp ON dp.StatementId = s.ID AND dp.VariableId = 1
JOIN ENTITIES p ON p.ID = dp.Entity
JOIN DATASHORTTEXT do ON do.StatementId = s.ID AND do.VariableId = 2
JOIN ENTITIES o ON o.ID = do.Entity
JOIN DATASHORTTEXT dc ON dc.StatementId = s.ID AND dc.VariableId = 3
JOIN ENTITIES c ON c.ID = dc.Entity
JOIN DATABOOLEAN b ON b.StatementId = s.ID AND b.VariableId = 4 ORDER BY s.ID
"""
"""As DNA joins a statement with its variables."""


@pytest.fixture
def database(view: View, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    write_file("dna", view, tmp_path / "a.dna")
    with closing(sqlite3.connect(tmp_path / "a.dna")) as opened:
        yield opened


def test_every_own_position_is_a_statement_on_its_words(
    view: View, database: sqlite3.Connection
) -> None:
    own = [told.item for told in view.told(kinds.POSITIONS) if told.item.voice == "own"]
    found = database.execute(READ).fetchall()
    assert len(found) == len(own) > 0
    assert database.execute("SELECT count(*) FROM DOCUMENTS").fetchone()[0] == len(view.reports())
    for position, row in zip(own, found, strict=True):
        text, _, _, start, stop, person, organization, concept, agreement = row
        units = text.encode("utf-16-le")
        words = units[2 * start : 2 * stop].decode("utf-16-le")
        assert words == position.evidence[0].exact
        assert organization == view.side(position.party).name
        assert person in ("", position.party.name)
        assert concept == view.issue_name(position.issue)
        assert agreement == (position.stance != "refusal")


def test_dna_would_open_it(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert dict(database.execute("SELECT Property, Value FROM SETTINGS"))["version"] == "3.0.7"
    (sealed,) = database.execute("SELECT Password FROM CODERS").fetchone()
    raw = base64.b64decode(sealed)
    salt, digest = raw[:16], raw[16:]
    tried = hashlib.sha256(salt + PASSWORD.encode()).digest()
    for _ in range(99_999):
        tried = hashlib.sha256(tried).digest()
    assert tried == digest


def test_offsets_are_of_utf_16(hostile: View, tmp_path: Path) -> None:
    write_file("dna", hostile, tmp_path / "a.dna")
    own = [told.item for told in hostile.told(kinds.POSITIONS) if told.item.voice == "own"]
    assert own
    with closing(sqlite3.connect(tmp_path / "a.dna")) as database:
        rows = database.execute(READ).fetchall()
    for position, row in zip(own, rows, strict=True):
        assert row[3] > position.evidence[0].start
        units = row[0].encode("utf-16-le")[2 * row[3] : 2 * row[4]]
        assert units.decode("utf-16-le") == position.evidence[0].exact
