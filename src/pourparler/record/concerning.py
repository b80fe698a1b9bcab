"""Which reports concern a process. It depends on each report alone, never on the others."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
import sqlalchemy as sql
from sqlalchemy.dialects import postgresql

from pourparler.codebook import Process
from pourparler.model import first_day, last_day
from pourparler.record import schema
from pourparler.record.connection import is_sqlite


def concerning(engine: sql.Engine, process: Process, as_of: str) -> sql.Select[Any]:
    """A query for the ids of reports that concern a process: published in its span, they name
    two of its parties, or one of them beside one of its topics."""
    table, reports = schema.presences, schema.reports
    named = (
        sql.select(table.c.report)
        .where(table.c.actor.in_(process.parties), table.c.day.between(*_span(process, as_of)))
        .group_by(table.c.report)
    )
    together = named.having(sql.func.count() >= 2)
    if not process.topics:
        return together
    on_topic = _holding(engine, process.topics)
    alone = sql.select(reports.c.id).where(reports.c.id.in_(named), on_topic)
    either = sql.union(together, alone).subquery()
    return sql.select(either.c[0])


def among(engine: sql.Engine, reports: Sequence[str]) -> sql.Select[Any]:
    """The ids as one parameter of a query: a list of thousands would be thousands of them."""
    ids = msgspec.json.encode(list(reports)).decode()
    if is_sqlite(engine):
        values = sql.func.json_each(ids).table_valued("value")
    else:
        # Text first: a JSON parameter would be encoded once more.
        text = sql.cast(sql.literal(ids, sql.Text), postgresql.JSON)
        values = sql.func.json_array_elements_text(text).table_valued("value")
    return sql.select(values.c.value)


def _holding(engine: sql.Engine, topics: Iterable[str]) -> sql.ColumnElement[bool]:
    """Whether a report holds one of the topics, its last word perhaps longer."""
    if not is_sqlite(engine):
        text = schema.reports.c.text
        return sql.or_(*(text.icontains(topic, autoescape=True) for topic in topics))
    phrases = " OR ".join('"' + topic.replace('"', '""') + '" *' for topic in topics)
    found = sql.text("SELECT rowid FROM report_search WHERE report_search MATCH :topics")
    rows = found.bindparams(topics=phrases).columns(sql.column("rowid"))
    return sql.literal_column("reports.rowid").in_(rows)


def _span(process: Process, as_of: str) -> tuple[str, str]:
    """The first and the last ISO day of a process, as of a day."""
    since = first_day(process.since) if process.since else None
    until = last_day(process.until) if process.until else None
    first = since.isoformat() if since else ""
    return first, min(as_of, until.isoformat()) if until else as_of
