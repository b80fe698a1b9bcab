"""Opening the record's database: one SQLite file, or a PostgreSQL URL.

SQLite runs in write-ahead mode, so that pages are read while reports come in, and a killed
process leaves a whole file. Writers take the write lock when their transaction begins and
wait for one another; without that, two could each read, then both try to write, and one fail.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sql
from sqlalchemy import event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DatabaseError

from pourparler.errors import MissingExtraError, RecordError
from pourparler.record import schema

WAIT_FOR_WRITER = 60.0
"""Seconds a writer waits for another before it gives up."""

_MALFORMED = "disk image is malformed"
_DAMAGE = (
    "no such table",
    "no such column",
    "has no column named",
    _MALFORMED,
    "file is not a database",
)
"""What SQLite says of a file of which a part is gone."""

_SEARCH = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS report_search USING fts5"
    "(title, text, content='reports', tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER IF NOT EXISTS report_search_insert AFTER INSERT ON reports BEGIN"
    " INSERT INTO report_search(rowid, title, text) VALUES (new.rowid, new.title, new.text);"
    " END",
    "CREATE VIRTUAL TABLE IF NOT EXISTS statement_search USING fts5"
    "(text, content='statements', tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER IF NOT EXISTS statement_search_insert AFTER INSERT ON statements BEGIN"
    " INSERT INTO statement_search(rowid, text) VALUES (new.rowid, new.text); END",
    "CREATE TRIGGER IF NOT EXISTS statement_search_delete AFTER DELETE ON statements BEGIN"
    " INSERT INTO statement_search(statement_search, rowid, text)"
    " VALUES ('delete', old.rowid, old.text); END",
)


def connect(record: str | Path, *, create: bool) -> sql.Engine:
    """An engine on the record at a path or database URL, its tables in place.

    Raises RecordError when there is none and `create` is false, when the file is not a record,
    is damaged, or was made by another version; MissingExtraError for a URL without its driver.
    Later, what is found to be damaged as it is asked raises RecordError too.
    """
    engine = _engine(record, create=create)
    shown = without_password(record)
    try:
        with engine.connect() as connection:
            present = sql.inspect(connection).has_table("meta")
        if present:
            _check_version(engine, shown)
            _check_tables(engine, shown)
        elif create:
            _create(engine)
        else:
            raise _no_record(shown)
    except DatabaseError as error:
        if _MALFORMED in str(error.orig):
            raise _damaged(shown, str(error.orig)) from error
        expected = (
            "Expected a file made by `pourparler read … --record FILE`"
            if is_sqlite(engine)
            else "Expected a database that a server has made and lets you write to"
        )
        raise RecordError(
            f"{shown} cannot be opened as a record: {error.orig}. {expected}; "
            "name another with --record."
        ) from error
    event.listen(
        engine, "handle_error", lambda failing: _damage_told_by(failing, shown), retval=True
    )
    return engine


def without_password(record: str | Path) -> str:
    """The path or URL of a record, as it may be shown."""
    if not _is_url(record):
        return str(record)
    return sql.make_url(str(record)).render_as_string(hide_password=True)


def is_sqlite(engine: sql.Engine) -> bool:
    """Whether the record is the embedded SQLite file."""
    return engine.dialect.name == "sqlite"


def _engine(record: str | Path, *, create: bool) -> sql.Engine:
    if _is_url(record):
        return _by_url(str(record))
    path = Path(record)
    if not path.exists() and not create:
        raise RecordError(
            f"there is no record at {path}. Make one with `pourparler read PATH… --record {path}`, "
            "or name another with --record or POURPARLER_RECORD."
        )
    if not path.parent.is_dir():
        raise RecordError(f"the folder {path.parent} for the record does not exist.")
    if create and not os.access(path if path.exists() else path.parent, os.W_OK):
        raise RecordError(
            f"{path} cannot be written: this user may not write to "
            f"{'it' if path.exists() else f'the folder {path.parent}'}. "
            "Allow it, or name a record elsewhere with --record."
        )
    if _is_of_others(path):
        raise _no_record(str(path))
    if not create and _is_shelved(path):
        # Write-ahead mode keeps two files beside the record, which cannot be made here.
        as_it_is = {"mode": "ro", "immutable": "1", "uri": "true"}
        file = f"file:{quote(str(path))}"
        return sql.create_engine(sql.URL.create("sqlite", database=file, query=as_it_is))
    # Not as text: a `?` in the path would cut it short.
    url = sql.URL.create("sqlite", database=str(path))
    engine = sql.create_engine(url, connect_args={"timeout": WAIT_FOR_WRITER})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _is_url(record: str | Path) -> bool:
    return isinstance(record, str) and "://" in record


def _by_url(record: str) -> sql.Engine:
    scheme, _, rest = record.partition("://")
    if scheme == "sqlite":
        return sql.create_engine(record)
    if scheme not in {"postgresql", "postgres", "postgresql+psycopg"}:
        raise RecordError(
            f"{scheme}:// is no place for a record. Expected a file, or a PostgreSQL database as "
            "postgresql://USER@HOST/DATABASE."
        )
    try:
        return sql.create_engine(f"postgresql+psycopg://{rest}")
    except ModuleNotFoundError as error:
        raise MissingExtraError("A record on a PostgreSQL server", "postgres") from error


def _no_record(record: str) -> RecordError:
    return RecordError(
        f"{record} is a database, but not a Pourparler record. Nothing was written to it; "
        "name another with --record."
    )


def _is_of_others(path: Path) -> bool:
    """Whether the file is a database of another program.

    Asked before an engine opens it, which would set the way the file is written.
    """
    if not path.exists():
        return False
    # Write-ahead mode keeps two files beside it: read so that none is made.
    how = "mode=ro" if Path(f"{path}-wal").exists() else "mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path))}?{how}", uri=True)) as database:
            tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    except sqlite3.Error:
        return False  # The engine will say what is wrong.
    return bool(tables) and schema.meta.name not in tables


def _is_shelved(path: Path) -> bool:
    """Whether the record lies, whole, in a folder where nothing can be written."""
    return not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists()


def _prepare(connection: Any, _: Any) -> None:
    # The driver must not open transactions by itself: `_begin` does, knowing who writes.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA cache_size = -64000")
    cursor.close()


def _begin(connection: sql.Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _create(engine: sql.Engine) -> None:
    with engine.execution_options(writes=True).begin() as connection:
        schema.metadata.create_all(connection)
        if is_sqlite(engine):
            for statement in _SEARCH:
                connection.exec_driver_sql(statement)
        known = connection.execute(sql.select(schema.meta.c.value)).first()
        if known is None:
            connection.execute(
                schema.meta.insert().values(key="version", value=str(schema.VERSION))
            )


def _check_version(engine: sql.Engine, record: str) -> None:
    with engine.connect() as connection:
        found = connection.execute(
            sql.select(schema.meta.c.value).where(schema.meta.c.key == "version")
        ).scalar()
    if found is None:
        raise _no_record(record)
    if found != str(schema.VERSION):
        raise RecordError(
            f"{record} is of version {found}, and this program reads version {schema.VERSION}. "
            "Read the reports again into a new file."
        )


def _check_tables(engine: sql.Engine, record: str) -> None:
    missing = schema.metadata.tables.keys() - set(sql.inspect(engine).get_table_names())
    if missing:
        raise _damaged(record, f"it has no table {', '.join(sorted(missing))}")


def _damaged(record: str, problem: str) -> RecordError:
    return RecordError(
        f"{record} is damaged: {problem}. Put a copy of it in its place, or read the reports "
        "anew into another file (`pourparler read PATH… --record FILE`)."
    )


def _damage_told_by(failing: ExceptionContext, record: str) -> RecordError | None:
    """What to raise in place of what the driver says of a damaged file; None for other faults."""
    said = str(failing.original_exception)
    is_told = isinstance(failing.original_exception, sqlite3.Error) and any(
        sign in said for sign in _DAMAGE
    )
    return _damaged(record, said) if is_told else None
