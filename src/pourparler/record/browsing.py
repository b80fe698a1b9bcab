"""Questions that page through a large record without taking all of it into memory as objects.

They ask for keys and plain columns; `Rows` gives the items themselves.
"""

import time
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import sqlalchemy as sql
from sqlalchemy import event

from pourparler.model import Statement, Telling, Told
from pourparler.record import schema
from pourparler.record.concerning import among
from pourparler.record.connection import is_sqlite

StatementKey = tuple[str, int]
"""A statement's report, and its number in it."""

MOST_MATCHES = 20_000
"""Statements that one search looks at; `Browsing.matches` says when there are more."""

_STEPS = 20_000
"""SQLite instructions between two looks at the clock."""


class Browsing:
    """Reads keys and columns. Holds no state but the engine, so that threads may share it."""

    def __init__(self, engine: sql.Engine) -> None:
        self._engine = engine

    def state(self) -> str:
        """Names what the record holds: another state, another name. Quick at any size."""
        tables = (schema.reports, schema.readings, schema.tables["statements"], schema.decisions)
        if is_sqlite(self._engine):
            marks = [sql.select(sql.func.max(sql.text("rowid"))).select_from(one) for one in tables]
        else:
            marks = [
                sql.select(sql.func.max(one.c.recorded)) for one in tables if "recorded" in one.c
            ]
        counted = sql.select(sql.func.count()).select_from(schema.decisions)
        with self._engine.connect() as connection:
            found = [connection.execute(query).scalar() for query in (*marks, counted)]
        return "-".join(str(mark or 0) for mark in found)

    def statement_columns(
        self, reports: Sequence[str] | None
    ) -> Iterator[tuple[str, int, str, str | None, str, str, str, str | None]]:
        """Report, number, day, party, act, kind, attitude and text of every statement of some
        reports, by day, report and place in the text; for all reports without the text."""
        table = schema.tables["statements"]
        names = ("report", "number", "day", "party", "act", "kind", "attitude")
        text = sql.null().label("text") if reports is None else table.c.text
        query = sql.select(*(table.c[name] for name in names), text)
        if reports is not None:
            query = query.where(table.c.report.in_(among(self._engine, reports)))
        query = query.order_by(table.c.day, table.c.report, table.c.number)
        with self._engine.connect() as connection:
            for row in connection.execution_options(yield_per=5000).execute(query):
                yield tuple(row)

    def statements(self, keys: Sequence[StatementKey]) -> list[Told[Statement]]:
        """The statements of those keys, in their order."""
        table, reports = schema.tables["statements"], schema.reports
        decode = msgspec.json.Decoder(Statement).decode
        wanted = set(keys)
        query = (
            sql.select(
                table.c.report,
                table.c.number,
                table.c.content,
                reports.c.published,
                reports.c.day,
                reports.c.outlet,
                reports.c.copy_of,
            )
            .join(reports, reports.c.id == table.c.report)
            .where(table.c.report.in_(sorted({report for report, _ in keys})))
        )
        with self._engine.connect() as connection:
            found = {
                (row.report, row.number): Told(
                    decode(row.content),
                    Telling(row.report, row.published, row.day, row.outlet, row.copy_of),
                )
                for row in connection.execute(query)
                if (row.report, row.number) in wanted
            }
        return [found[key] for key in keys if key in found]

    def matches(
        self, words: str, reports: Sequence[str] | None = None
    ) -> tuple[list[StatementKey], bool]:
        """The statements whose content holds all the words, the latest kept first, and whether
        there are more than could be looked at."""
        table = schema.tables["statements"]
        wanted = words.split()
        query = sql.select(table.c.report, table.c.number)
        if is_sqlite(self._engine):
            quoted = " ".join('"' + word.replace('"', '""') + '"' for word in wanted)
            found = sql.text(
                "SELECT rowid FROM statement_search WHERE statement_search MATCH :words"
            ).bindparams(words=quoted)
            query = query.where(sql.literal_column("statements.rowid").in_(found))
        else:
            query = query.where(*(table.c.text.icontains(word, autoescape=True) for word in wanted))
        if reports is not None:
            query = query.where(_unindexed(table.c.report).in_(among(self._engine, reports)))
        with self._engine.connect() as connection:
            rows = connection.execute(query.limit(MOST_MATCHES + 1)).all()
        return [(row.report, row.number) for row in rows[:MOST_MATCHES]], len(rows) > MOST_MATCHES

    def readings_of(self, reports: Sequence[str] | None) -> dict[str, str]:
        """What names the present reading of each report: another reading, another name."""
        table = schema.readings
        mark = sql.literal_column("readings.rowid") if is_sqlite(self._engine) else sql.literal(0)
        query = sql.select(table.c.report, table.c.recorded, mark.label("mark"))
        if reports is not None:
            query = query.where(table.c.report.in_(among(self._engine, reports)))
        with self._engine.connect() as connection:
            return {row.report: f"{row.recorded} {row.mark}" for row in connection.execute(query)}

    def languages(self, reports: Sequence[str] | None, as_of: str) -> list[tuple[str | None, int]]:
        """How many reports are in each language, most first."""
        column, count = schema.reports.c.language, sql.func.count().label("reports")
        query = sql.select(column, count).where(schema.reports.c.day <= as_of)
        if reports is not None:
            query = query.where(schema.reports.c.id.in_(among(self._engine, reports)))
        with self._engine.connect() as connection:
            rows = connection.execute(query.group_by(column).order_by(count.desc(), column))
            return [(row[0], row[1]) for row in rows]

    def last_reader(self) -> tuple[str, str] | None:
        """Which reader and codebook made the latest reading."""
        table = schema.readings
        last = (
            sql.text("readings.rowid DESC") if is_sqlite(self._engine) else table.c.recorded.desc()
        )
        query = sql.select(table.c.reader, table.c.codebook).order_by(last).limit(1)
        with self._engine.connect() as connection:
            found = connection.execute(query).first()
        return None if found is None else (found[0], found[1])

    def readers(self) -> list[tuple[str, str, int]]:
        """Which reader and codebook made how many readings, most first."""
        table = schema.readings
        count = sql.func.count().label("readings")
        query = sql.select(table.c.reader, table.c.codebook, count)
        query = query.group_by(table.c.reader, table.c.codebook).order_by(count.desc())
        with self._engine.connect() as connection:
            return [(row[0], row[1], row[2]) for row in connection.execute(query)]


def bound_in_time(engine: sql.Engine, seconds: float) -> None:
    """From now on, no use of a connection of this engine works longer than `seconds`.

    Only for SQLite, which then raises OperationalError ("interrupted"); another database has a
    setting of its own (`statement_timeout`).
    """
    if not is_sqlite(engine):
        return

    def out(connection: Any, _record: Any, _proxy: Any) -> None:
        end = time.monotonic() + seconds
        connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)

    def back(connection: Any, _record: Any) -> None:
        if connection is not None:
            connection.set_progress_handler(None, 0)

    event.listen(engine, "checkout", out)
    event.listen(engine, "checkin", back)


def _unindexed(column: sql.Column[Any]) -> sql.ColumnElement[Any]:
    """The column so that SQLite tests it row by row instead of looking it up in an index."""
    return column.op("||")("")
