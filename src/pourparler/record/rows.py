"""Reading the record back: typed rows, as of a day.

Every question here takes `as_of`, an ISO day, and sees only reports whose latest possible
day of publication is not after it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import sqlalchemy as sql

from pourparler.model import Dateline, Mention, Refusal, Report, Telling, Told
from pourparler.record import schema
from pourparler.record.concerning import among
from pourparler.record.connection import is_sqlite
from pourparler.record.kinds import Kind

FOREVER = "9999-12-31"
"""The as-of day that sees every report."""

Chosen = sql.Select[Any] | Sequence[str] | None
"""The ids of some reports, a query for them, or None for every report."""


class Rows:
    """Reads the record. Holds no state but the engine, so that threads may share it."""

    def __init__(self, engine: sql.Engine) -> None:
        self.engine = engine

    def told(
        self,
        kind: Kind,
        as_of: str = FOREVER,
        *,
        by: Sequence[Telling] | None = None,
        **equals: str,
    ) -> list[Told[Any]]:
        """The items of a kind as they were read, by day, report and text order.

        `by` narrows to the reports of those tellings, and gives their order; `equals` narrows to
        rows whose plain column has that value. What people decided is not applied here.
        """
        table = schema.tables[kind.name]
        query = sql.select(table.c.report, table.c.content).where(table.c.day <= as_of)
        if by is not None:
            query = query.where(table.c.report.in_(among(self.engine, [one.report for one in by])))
        for column, value in equals.items():
            query = query.where(table.c[column] == value)
        decode = msgspec.json.Decoder(kind.type).decode
        found: dict[str, list[Any]] = defaultdict(list)
        with self.engine.connect() as connection:
            rows = connection.execute(query.order_by(table.c.report, table.c.number))
            for report, content in rows:
                found[report].append(decode(content))
        tellings = self.tellings(list(found), as_of) if by is None else by
        return [Told(item, one) for one in tellings for item in found.get(one.report, ())]

    def starting(self, kind: Kind, start_of_id: str) -> list[Told[Any]]:
        """The items of a kind, as read, whose id starts so; at most ten."""
        table = schema.tables[kind.name]
        # Not LIKE, which would look at every row; ids are hexadecimal, so that "z" comes after.
        named = table.c.id.between(start_of_id, start_of_id + "z")
        query = _telling_of(sql.select(table.c.content)).where(named).limit(10)
        query = query.join_from(table, schema.reports, table.c.report == schema.reports.c.id)
        decode = msgspec.json.Decoder(kind.type).decode
        with self.engine.connect() as connection:
            rows = connection.execute(query)
            return [Told(decode(content), Telling(*telling)) for content, *telling in rows]

    def reports(self, as_of: str = FOREVER, *, ids: Chosen = None) -> list[Report]:
        """Reports by day of publication, or those of `ids` among them."""
        return [report for report, _ in self.each_report(as_of, ids=ids)]

    def each_report(
        self, as_of: str = FOREVER, *, ids: Chosen = None
    ) -> Iterator[tuple[Report, str | None]]:
        """Reports and what each is a copy of, streamed by day of publication."""
        table = schema.reports
        query = sql.select(table).where(table.c.day <= as_of).order_by(table.c.day, table.c.id)
        query = self._narrowed(query, table.c.id, ids)
        with self.engine.connect() as connection:
            for row in connection.execution_options(yield_per=500).execute(query):
                yield as_report(row), row.copy_of

    def paths(self, as_of: str = FOREVER, *, ids: Chosen = None) -> dict[str, str | None]:
        """The path of each report, by id."""
        table = schema.reports
        query = sql.select(table.c.id, table.c.path).where(table.c.day <= as_of)
        query = self._narrowed(query, table.c.id, ids)
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

    def tellings(self, reports: Chosen, as_of: str = FOREVER) -> list[Telling]:
        """What weighing their evidence needs to know of some reports, by day."""
        table = schema.reports
        query = _telling_of(sql.select()).where(table.c.day <= as_of)
        query = self._narrowed(query, table.c.id, reports).order_by(table.c.day, table.c.id)
        with self.engine.connect() as connection:
            return [Telling(*row) for row in connection.execute(query)]

    def count_of(self, reports: sql.Select[Any]) -> int:
        """How many reports a query finds."""
        query = sql.select(sql.func.count()).select_from(reports.subquery())
        with self.engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def present(self, as_of: str, *, reports: Chosen = None) -> list[str]:
        """The actors named as of a day in some reports."""
        table = schema.presences
        query = sql.select(table.c.actor).distinct().where(table.c.day <= as_of)
        query = self._narrowed(query, table.c.report, reports)
        with self.engine.connect() as connection:
            return list(connection.execute(query.order_by(table.c.actor)).scalars())

    def last_day(self) -> str | None:
        """The latest day of publication in the record."""
        with self.engine.connect() as connection:
            return connection.execute(sql.select(sql.func.max(schema.reports.c.day))).scalar()

    def days(self) -> tuple[str, str] | None:
        """The first and the last day of publication in the record; None for an empty one."""
        day = schema.reports.c.day
        with self.engine.connect() as connection:
            first, last = connection.execute(sql.select(sql.func.min(day), sql.func.max(day))).one()
        return (first, last) if first else None

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

    def _narrowed(
        self, query: sql.Select[Any], column: sql.Column[Any], reports: Chosen
    ) -> sql.Select[Any]:
        if reports is None:
            return query
        chosen = reports if isinstance(reports, sql.Select) else among(self.engine, reports)
        return query.where(column.in_(chosen))

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


def _telling_of(query: sql.Select[Any]) -> sql.Select[Any]:
    """The query with the columns of a `Telling`, in its order."""
    table = schema.reports
    telling = table.c.id, table.c.published, table.c.day, table.c.outlet, table.c.copy_of
    return query.add_columns(*telling)
