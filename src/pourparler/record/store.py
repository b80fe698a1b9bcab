"""Keeping reports and readings: each report is one transaction, so that a killed process
loses at most the report in hand, and doing anything twice changes nothing.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sql

from pourparler.model import Reading, Refusal, Report, last_day
from pourparler.record import schema
from pourparler.record.connection import connect
from pourparler.record.kinds import KINDS, Kind
from pourparler.record.rows import as_report

_BATCH = 25
"""Reports fetched at a time to be read."""


def open_store(record: str | Path, *, create: bool = False) -> "Store":
    """The record at a path or database URL. Raises RecordError as `connect` does."""
    return Store(connect(record, create=create))


class Store:
    """Writes the record. `rows.Rows` reads it."""

    def __init__(self, engine: sql.Engine) -> None:
        self.engine = engine
        self._writing = engine.execution_options(writes=True)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def keep(
        self,
        report: Report,
        bands: Iterable[int] = (),
        is_copy: Callable[[str, str], bool] | None = None,
        *,
        set_aside: str | None = None,
    ) -> bool:
        """Keep a report; False when the record already has it.

        `bands` are the keys by which near-copies find each other, `is_copy(later, earlier)`
        judges two texts. A copy points to the earliest report it nearly repeats, in whatever
        order they come in. `set_aside` is why the report is kept but not read.
        """
        day = last_day(report.published)
        if day is None:
            raise ValueError(f"report {report.id} has no calendar day: {report.published!r}")
        row = {
            **msgspec.structs.asdict(report),
            "dateline": _json(report.dateline) if report.dateline else None,
            "day": day.isoformat(),
            "set_aside": set_aside,
            "recorded": _now(),
        }
        keys = sorted(set(bands))
        with self._writing.begin() as connection:
            known = sql.select(schema.reports.c.id).where(schema.reports.c.id == report.id)
            if connection.execute(known).first():
                return False
            copies = _copies(connection, report, row["day"], keys, is_copy) if is_copy else {}
            row["copy_of"] = copies.pop(report.id, None)
            connection.execute(schema.reports.insert().values(row))
            for copy, original in copies.items():
                connection.execute(
                    schema.reports.update()
                    .where(schema.reports.c.id == copy)
                    .values(copy_of=original)
                )
            if keys:
                connection.execute(
                    schema.bands.insert(), [{"band": key, "report": report.id} for key in keys]
                )
        return True

    def refuse(self, refusal: Refusal) -> None:
        """Keep what could not be read; the same refusal again replaces itself."""
        row = {**msgspec.structs.asdict(refusal), "record": refusal.record or ""}
        with self._writing.begin() as connection:
            _forget(connection, refusal.path, row["record"])
            connection.execute(schema.refused.insert().values(**row, recorded=_now()))

    def forgive(self, path: str, records: Iterable[str | None]) -> None:
        """Drop the refusals of items of a file that have since been read."""
        with self._writing.begin() as connection:
            for record in records:
                _forget(connection, path, record or "")

    def pending(self, reader: str, codebook: str, *, stale: bool = False) -> Iterator[Report]:
        """Reports without a reading; `stale` adds those that another reader version or codebook
        read.

        They come in batches whose order is left to chance: of two runs on one record, each then
        passes over what the other has read meanwhile, and seldom do both read the same.
        """
        todo = _todo(reader, codebook, stale=stale)
        ids = self._ids(todo)
        batches = [ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH)]
        random.shuffle(batches)
        for batch in batches:
            left = todo.with_only_columns(schema.reports).where(schema.reports.c.id.in_(batch))
            with self.engine.connect() as connection:
                rows = connection.execute(left).all()
            yield from map(as_report, rows)

    def count_pending(self, reader: str, codebook: str, *, stale: bool = False) -> int:
        """How many reports `pending` would give."""
        return len(self._ids(_todo(reader, codebook, stale=stale)))

    def _ids(self, query: sql.Select[Any]) -> list[str]:
        with self.engine.connect() as connection:
            return list(connection.execute(query).scalars())

    def save(self, reading: Reading, presences: Iterable[str]) -> None:
        """Keep a reading in place of any earlier one of its report.

        `presences` are the states and sides the report names, for finding what concerns a
        process.
        """
        self._replace(reading.report, reading, presences, None)

    def fail(self, reading: Reading, failure: str) -> None:
        """Keep that a report could not be read through, and why."""
        self._replace(reading.report, reading, (), failure)

    def _replace(
        self, report: str, reading: Reading, presences: Iterable[str], failure: str | None
    ) -> None:
        with self._writing.begin() as connection:
            day = connection.execute(
                sql.select(schema.reports.c.day).where(schema.reports.c.id == report)
            ).scalar_one()
            for table in (*schema.tables.values(), schema.presences, schema.readings):
                connection.execute(table.delete().where(table.c.report == report))
            connection.execute(
                schema.readings.insert().values(
                    report=report,
                    reader=reading.reader,
                    codebook=reading.codebook,
                    recorded=_now(),
                    failure=failure,
                    mentions=_json(reading.mentions),
                )
            )
            for kind in KINDS:
                rows = [_row(kind, report, day, *pair) for pair in enumerate(kind.of(reading))]
                if rows:
                    connection.execute(schema.tables[kind.name].insert(), rows)
            present = [
                {"actor": actor, "report": report, "day": day} for actor in sorted(set(presences))
            ]
            if present:
                connection.execute(schema.presences.insert(), present)


def _todo(reader: str, codebook: str, *, stale: bool) -> sql.Select[Any]:
    """The ids of the reports still to be read, by day of publication."""
    done, reports = schema.readings, schema.reports
    unread = done.c.report.is_(None)
    outdated = (done.c.reader != reader) | (done.c.codebook != codebook)
    return (
        sql.select(reports.c.id)
        .outerjoin(done, done.c.report == reports.c.id)
        .where(unread | outdated if stale else unread, reports.c.set_aside.is_(None))
        .order_by(reports.c.day, reports.c.id)
    )


def _copies(
    connection: sql.Connection,
    report: Report,
    day: str,
    bands: list[int],
    is_copy: Callable[[str, str], bool],
) -> dict[str, str]:
    """Which reports are copies of which, now that `report` comes in: copy id → original id."""
    reports = schema.reports
    near = sql.select(schema.bands.c.report).where(schema.bands.c.band.in_(bands))
    query = (
        sql.select(reports.c.id, reports.c.day, reports.c.text, reports.c.copy_of)
        .where(reports.c.id.in_(near))
        .order_by(reports.c.day, reports.c.id)
    )
    copies: dict[str, str] = {}
    order = {}
    for other in connection.execute(query):
        order[other.id] = (other.day, other.id)
        if order[other.id] < (day, report.id):
            if report.id not in copies and is_copy(report.text, other.text):
                copies[report.id] = other.id
        elif is_copy(other.text, report.text):
            original = other.copy_of
            if original is None or _place(connection, original) > (day, report.id):
                copies[other.id] = report.id
    return copies


def _place(connection: sql.Connection, report: str) -> tuple[str, str]:
    reports = schema.reports
    day = connection.execute(sql.select(reports.c.day).where(reports.c.id == report)).scalar_one()
    return day, report


def _forget(connection: sql.Connection, path: str, record: str) -> None:
    refused = schema.refused
    connection.execute(
        refused.delete().where((refused.c.path == path) & (refused.c.record == record))
    )


def _row(kind: Kind, report: str, day: str, number: int, item: msgspec.Struct) -> Mapping[str, Any]:
    row: dict[str, Any] = {name: read(item) for name, read in kind.columns.items()}
    row |= {"report": report, "number": number, "day": day, "content": _json(item)}
    row["id"] = getattr(item, "id", None)
    return row


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
