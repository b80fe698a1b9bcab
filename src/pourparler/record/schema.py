"""The one schema of the record, for SQLite and PostgreSQL alike.

    reports ──┬── bands        what finds near-copies
              ├── readings     which reader and codebook read it
              ├── presences    which states and sides it names
              └── one table for each kind of thing read (`kinds`)
    refused        what could not be read, and why
    decisions      what a person decided, which re-reading never touches

`day` is the latest day a report may have been published; every question's as-of day is
compared with it. Rows are never changed once written, except `reports.copy_of` when an
earlier original comes in, and a report's rows when it is read again.
"""

import sqlalchemy as sql

from pourparler.record.kinds import KINDS

VERSION = 1

metadata = sql.MetaData()

meta = sql.Table(
    "meta",
    metadata,
    sql.Column("key", sql.Text, primary_key=True),
    sql.Column("value", sql.Text, nullable=False),
)

reports = sql.Table(
    "reports",
    metadata,
    sql.Column("id", sql.Text, primary_key=True),
    sql.Column("published", sql.Text, nullable=False),
    sql.Column("day", sql.Text, nullable=False, index=True),
    sql.Column("outlet", sql.Text),
    sql.Column("title", sql.Text),
    sql.Column("url", sql.Text),
    sql.Column("language", sql.Text),
    sql.Column("path", sql.Text),
    sql.Column("key", sql.Text),
    sql.Column("copy_of", sql.Text, index=True),
    sql.Column("set_aside", sql.Text),
    sql.Column("recorded", sql.Text, nullable=False),
    sql.Column("dateline", sql.Text),
    sql.Column("text", sql.Text, nullable=False),
)

bands = sql.Table(
    "bands",
    metadata,
    sql.Column("band", sql.BigInteger, nullable=False),
    sql.Column("report", sql.Text, sql.ForeignKey("reports.id"), nullable=False),
    sql.Index("bands_of", "band", "report", unique=True),
)

readings = sql.Table(
    "readings",
    metadata,
    sql.Column("report", sql.Text, sql.ForeignKey("reports.id"), primary_key=True),
    sql.Column("reader", sql.Text, nullable=False),
    sql.Column("codebook", sql.Text, nullable=False),
    sql.Column("recorded", sql.Text, nullable=False),
    sql.Column("failure", sql.Text),
    sql.Column("mentions", sql.Text, nullable=False),
)

presences = sql.Table(
    "presences",
    metadata,
    sql.Column("actor", sql.Text, nullable=False),
    sql.Column("report", sql.Text, sql.ForeignKey("reports.id"), nullable=False),
    sql.Column("day", sql.Text, nullable=False),
    sql.Index("presences_of", "actor", "day", "report"),
    sql.Index("presences_in", "report"),
)

refused = sql.Table(
    "refused",
    metadata,
    sql.Column("path", sql.Text, primary_key=True),
    sql.Column("record", sql.Text, primary_key=True),
    sql.Column("reason", sql.Text, nullable=False),
    sql.Column("fix", sql.Text, nullable=False),
    sql.Column("fingerprint", sql.Text),
    sql.Column("recorded", sql.Text, nullable=False),
)

decisions = sql.Table(
    "decisions",
    metadata,
    sql.Column("id", sql.Text, primary_key=True),
    sql.Column("recorded", sql.Text, nullable=False),
    sql.Column("content", sql.Text, nullable=False),
)


def _table_of(name: str, columns: list[str]) -> sql.Table:
    return sql.Table(
        name,
        metadata,
        sql.Column("report", sql.Text, sql.ForeignKey("reports.id"), primary_key=True),
        sql.Column("number", sql.Integer, primary_key=True),
        sql.Column("id", sql.Text, index=True),
        sql.Column("day", sql.Text, nullable=False, index=True),
        *(sql.Column(column, sql.Text) for column in columns),
        sql.Column("content", sql.Text, nullable=False),
    )


tables = {kind.name: _table_of(kind.name, list(kind.columns)) for kind in KINDS}

# Few reports are set aside or fail, and pages count them: without these, each count reads every
# text and every mention of the record.
for _column in (reports.c.set_aside, readings.c.failure):
    _few = _column.is_not(None)
    sql.Index(
        f"{_column.table.name}_{_column.name}", _column, sqlite_where=_few, postgresql_where=_few
    )
sql.Index("readings_by", readings.c.reader, readings.c.codebook)

sql.Index("statements_of_party", tables["statements"].c.party, tables["statements"].c.day)
sql.Index("positions_of_party", tables["positions"].c.party, tables["positions"].c.day)
