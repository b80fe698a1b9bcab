"""Reading the record back: typed rows, as of a day.

Every question here takes `as_of`, an ISO day, and sees only reports whose latest possible
day of publication is not after it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

import msgspec
import sqlalchemy as sql
from msgspec import Struct

from pourparler.codebook import Process
from pourparler.model import (
    Actor,
    Dateline,
    Mention,
    Refusal,
    Report,
    Telling,
    Told,
    first_day,
    last_day,
)
from pourparler.record import schema
from pourparler.record.connection import is_sqlite
from pourparler.record.decisions import load_decisions
from pourparler.record.kinds import INTRODUCTIONS, Kind

Item = TypeVar("Item", bound=Struct)

FOREVER = "9999-12-31"
"""The as-of day that sees every report."""


class Rows:
    """Reads the record. Holds no state but the engine, so that threads may share it."""

    def __init__(self, engine: sql.Engine) -> None:
        self.engine = engine

    def told(
        self,
        kind: Kind,
        as_of: str = FOREVER,
        *,
        reports: sql.Select[Any] | Sequence[str] | None = None,
        **equals: str | None,
    ) -> list[Told[Any]]:
        """The items of a kind and the reports that tell them, by day, report and text order.

        `reports` narrows to some reports, `equals` to rows whose plain column has that value.
        People's decisions are applied: what was rejected is left out, what was corrected is so.
        """
        table = schema.tables[kind.name]
        query = _with_telling(table, table.c.content).where(table.c.day <= as_of)
        if reports is not None:
            query = query.where(table.c.report.in_(reports))
        for column, value in equals.items():
            if value is not None:
                query = query.where(table.c[column] == value)
        found = self._items(kind, query.order_by(table.c.day, table.c.report, table.c.number))
        decisions = load_decisions(self.engine)
        return decisions.apply(kind, found) if decisions else found

    def as_read(self, kind: Kind) -> list[Told[Any]]:
        """The items of a kind as they were read, whatever was decided on them."""
        table = schema.tables[kind.name]
        return self._items(kind, _with_telling(table, table.c.content))

    def starting(self, kind: Kind, start_of_id: str) -> list[Told[Any]]:
        """The items of a kind, as read, whose id starts so; at most ten."""
        table = schema.tables[kind.name]
        named = table.c.id.startswith(start_of_id, autoescape=True)
        return self._items(kind, _with_telling(table, table.c.content).where(named).limit(10))

    def _items(self, kind: Kind, query: sql.Select[Any]) -> list[Told[Any]]:
        decode = msgspec.json.Decoder(kind.type).decode
        with self.engine.connect() as connection:
            return [Told(decode(row.content), _telling(row)) for row in connection.execute(query)]

    def reports(self, as_of: str = FOREVER, *, ids: Iterable[str] | None = None) -> list[Report]:
        """Reports by day of publication, or those of `ids` among them."""
        query = sql.select(schema.reports).where(schema.reports.c.day <= as_of)
        if ids is not None:
            query = query.where(schema.reports.c.id.in_(list(ids)))
        with self.engine.connect() as connection:
            return [
                as_report(row)
                for row in connection.execute(
                    query.order_by(schema.reports.c.day, schema.reports.c.id)
                )
            ]

    def each_report(
        self, as_of: str = FOREVER, *, reports: sql.Select[Any] | None = None
    ) -> Iterator[tuple[Report, str | None]]:
        """Reports (None: every one) and what each is a copy of, streamed by publication."""
        table = schema.reports
        query = sql.select(table).where(table.c.day <= as_of).order_by(table.c.day, table.c.id)
        if reports is not None:
            query = query.where(table.c.id.in_(reports))
        with self.engine.connect() as connection:
            for row in connection.execution_options(yield_per=500).execute(query):
                yield as_report(row), row.copy_of

    def paths(self, as_of: str = FOREVER) -> dict[str, str | None]:
        """The path of each report, by id."""
        table = schema.reports
        query = sql.select(table.c.id, table.c.path).where(table.c.day <= as_of)
        with self.engine.connect() as connection:
            return {row.id: row.path for row in connection.execute(query)}

    def find_reports(self, start_of_id: str, as_of: str = FOREVER) -> list[Report]:
        """Reports whose id starts so, or whose path or file name is that, at most ten."""
        reports = schema.reports
        query = (
            sql.select(reports)
            .where(
                reports.c.id.startswith(start_of_id, autoescape=True)
                | (reports.c.path == start_of_id)
                | reports.c.path.endswith("/" + start_of_id, autoescape=True)
                | (reports.c.key == start_of_id),
                reports.c.day <= as_of,
            )
            .limit(10)
        )
        with self.engine.connect() as connection:
            return [as_report(row) for row in connection.execute(query)]

    def tellings(self, reports: sql.Select[Any] | None, as_of: str) -> list[Telling]:
        """What weighing their evidence needs to know of some reports (None: of all), by day."""
        table = schema.reports
        query = _telling_of(sql.select()).where(table.c.day <= as_of)
        if reports is not None:
            query = query.where(table.c.id.in_(reports))
        with self.engine.connect() as connection:
            return [
                _telling(row) for row in connection.execute(query.order_by(table.c.day, table.c.id))
            ]

    def concerning(self, process: Process, as_of: str) -> sql.Select[Any]:
        """A query for the ids of reports that concern a process: published in its span, they
        name two of its parties, or one of them beside one of its topics."""
        table, reports = schema.presences, schema.reports
        named = (
            sql.select(table.c.report)
            .where(table.c.actor.in_(process.parties), table.c.day.between(*_span(process, as_of)))
            .group_by(table.c.report)
        )
        together = named.having(sql.func.count() >= 2)
        if not process.topics:
            return together
        on_topic = self._holding(process.topics)
        alone = sql.select(reports.c.id).where(reports.c.id.in_(named), on_topic)
        either = sql.union(together, alone).subquery()
        return sql.select(either.c[0])

    def _holding(self, topics: Iterable[str]) -> sql.ColumnElement[bool]:
        """Whether a report holds one of the topics, its last word perhaps longer."""
        if not is_sqlite(self.engine):
            text = schema.reports.c.text
            return sql.or_(*(text.icontains(topic, autoescape=True) for topic in topics))
        phrases = " OR ".join('"' + topic.replace('"', '""') + '" *' for topic in topics)
        found = sql.text("SELECT rowid FROM report_search WHERE report_search MATCH :topics")
        rows = found.bindparams(topics=phrases).columns(sql.column("rowid"))
        return sql.literal_column("reports.rowid").in_(rows)

    def count_of(self, reports: sql.Select[Any]) -> int:
        """How many reports a query finds."""
        query = sql.select(sql.func.count()).select_from(reports.subquery())
        with self.engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def present(self, as_of: str, *, reports: sql.Select[Any] | None = None) -> list[str]:
        """The actors named as of a day, in some reports (None: in any)."""
        table = schema.presences
        query = sql.select(table.c.actor).distinct().where(table.c.day <= as_of)
        if reports is not None:
            query = query.where(table.c.report.in_(reports))
        with self.engine.connect() as connection:
            return list(connection.execute(query.order_by(table.c.actor)).scalars())

    def last_day(self) -> str | None:
        """The latest day of publication in the record."""
        with self.engine.connect() as connection:
            return connection.execute(sql.select(sql.func.max(schema.reports.c.day))).scalar()

    def together(self, as_of: str, *, limit: int) -> list[tuple[str, str, int]]:
        """The pairs of actors named in the most reports together, and in how many."""
        left, right = schema.presences.alias(), schema.presences.alias()
        count = sql.func.count().label("reports")
        query = (
            sql.select(left.c.actor, right.c.actor, count)
            .join(right, (left.c.report == right.c.report) & (left.c.actor < right.c.actor))
            .where(left.c.day <= as_of)
            .group_by(left.c.actor, right.c.actor)
            .order_by(count.desc(), left.c.actor, right.c.actor)
            .limit(limit)
        )
        with self.engine.connect() as connection:
            return [(row[0], row[1], row[2]) for row in connection.execute(query)]

    def mentions(self, report: str) -> tuple[Mention, ...]:
        """The mentions of one report, in text order; none when it has not been read."""
        query = sql.select(schema.readings.c.mentions).where(schema.readings.c.report == report)
        with self.engine.connect() as connection:
            found = connection.execute(query).scalar()
        if found is None:
            return ()
        return msgspec.json.decode(found, type=tuple[Mention, ...])

    def introduced(self, as_of: str = FOREVER) -> list[Told[Actor]]:
        """The actors that reports introduce themselves."""
        return self.told(INTRODUCTIONS, as_of)

    def refused(self) -> list[Refusal]:
        """What could not be read, by file and item."""
        table = schema.refused
        query = sql.select(table).order_by(table.c.path, table.c.record)
        with self.engine.connect() as connection:
            return [
                Refusal(row.path, row.reason, row.fix, row.record or None, row.fingerprint)
                for row in connection.execute(query)
            ]

    def set_aside(self) -> list[tuple[Report, str]]:
        """Reports kept but not read, and why, by day of publication."""
        table = schema.reports
        query = (
            sql.select(table)
            .where(table.c.set_aside.is_not(None))
            .order_by(table.c.day, table.c.id)
        )
        with self.engine.connect() as connection:
            return [(as_report(row), row.set_aside) for row in connection.execute(query)]

    def failures(self) -> list[tuple[str, str]]:
        """Reports that a reader failed on, and how."""
        table = schema.readings
        query = sql.select(table.c.report, table.c.failure).where(table.c.failure.is_not(None))
        with self.engine.connect() as connection:
            return [(row.report, row.failure) for row in connection.execute(query)]

    def count(self, table: str, as_of: str = FOREVER) -> int:
        """How many rows a table holds as of a day."""
        found = schema.metadata.tables[table]
        query = sql.select(sql.func.count()).select_from(found)
        if "day" in found.c:
            query = query.where(found.c.day <= as_of)
        with self.engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def search(self, words: str, as_of: str = FOREVER, *, limit: int = 100) -> list[str]:
        """Ids of reports whose title or text holds the words, the best match first."""
        table = schema.reports
        if is_sqlite(self.engine):
            quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
            query = sql.text(
                "SELECT reports.id FROM report_search JOIN reports"
                " ON reports.rowid = report_search.rowid"
                " WHERE report_search MATCH :words AND reports.day <= :day"
                " ORDER BY rank LIMIT :limit"
            ).bindparams(words=quoted, day=as_of, limit=limit)
        else:
            matches = (table.c.text.icontains(word, autoescape=True) for word in words.split())
            query = sql.select(table.c.id).where(*matches, table.c.day <= as_of).limit(limit)  # type: ignore[assignment]
        with self.engine.connect() as connection:
            return [row[0] for row in connection.execute(query)]


def as_report(row: Any) -> Report:
    """The report that a row of the table `reports` holds."""
    dateline = msgspec.json.decode(row.dateline, type=Dateline) if row.dateline else None
    return Report(
        id=row.id,
        published=row.published,
        text=row.text,
        outlet=row.outlet,
        title=row.title,
        url=row.url,
        language=row.language,
        dateline=dateline,
        path=row.path,
        key=row.key,
    )


def _span(process: Process, as_of: str) -> tuple[str, str]:
    """The first and the last ISO day of a process, as of a day."""
    since = first_day(process.since) if process.since else None
    until = last_day(process.until) if process.until else None
    first = since.isoformat() if since else ""
    return first, min(as_of, until.isoformat()) if until else as_of


def _with_telling(table: sql.Table, *columns: sql.Column[Any]) -> sql.Select[Any]:
    query = _telling_of(sql.select(*columns))
    return query.join_from(table, schema.reports, table.c.report == schema.reports.c.id)


def _telling_of(query: sql.Select[Any]) -> sql.Select[Any]:
    table = schema.reports
    return query.add_columns(
        table.c.id.label("telling"),
        table.c.published,
        table.c.day.label("telling_day"),
        table.c.outlet,
        table.c.copy_of,
    )


def _telling(row: Any) -> Telling:
    return Telling(row.telling, row.published, row.telling_day, row.outlet, row.copy_of)
