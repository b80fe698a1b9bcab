"""What concerns one process, kept in memory, for many questions about many days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from threading import RLock

from pourparler.app.columns import StatementColumns, StatementRow
from pourparler.app.material import Material
from pourparler.codebook import Codebook, Process
from pourparler.model import Refusal, Report, Statement, Told
from pourparler.record import FOREVER, Rows, kinds
from pourparler.record.browsing import Browsing
from pourparler.record.kinds import BETWEEN


class Holding:
    """What one process's reports tell, as the record stood in one state."""

    def __init__(
        self, rows: Rows, browsing: Browsing, codebook: Codebook, process: Process | None
    ) -> None:
        self.state = browsing.state()
        self.rows = rows
        self.browsing = browsing
        self.codebook = codebook
        self.process = process
        self.last_day = rows.last_day()
        self.material = Material(rows, process)
        self.material.load()
        self.decisions = self.material.decisions
        self.telling = self.material.telling
        self.report_ids = self.material.reports(FOREVER)
        self.reader = browsing.last_reader()
        self._readings = browsing.readings_of(self.report_ids)
        self._reading = {name: RLock() for name in ("statements", "readers", "left_out")}

    @cached_property
    def statements(self) -> StatementColumns:
        """The statements of the process's reports, as columns."""
        with self._reading["statements"]:
            known: StatementColumns | None = self.__dict__.get("statements")
            return StatementColumns(self._statement_rows()) if known is None else known

    @cached_property
    def readers(self) -> list[tuple[str, str, int]]:
        """Which reader and codebook made how many readings of the record, most first."""
        with self._reading["readers"]:
            return self.__dict__.get("readers") or self.browsing.readers()

    @cached_property
    def left_out(self) -> "LeftOut":
        """What of the whole record could not be read, or was not."""
        with self._reading["left_out"]:
            return self.__dict__.get("left_out") or LeftOut(
                self.rows.refused(), self.rows.set_aside(), self.rows.failures()
            )

    def _statement_rows(self) -> Iterator[StatementRow]:
        """The columns of the statements as people's decisions leave them."""
        touched = self.decisions.reports(kinds.STATEMENTS.name)
        same = self.decisions.same
        for row in self.browsing.statement_columns(self.report_ids):
            report, number, day, party, *rest = row
            if report in touched:
                for told in self.statements_at([(report, number)]):
                    read = kinds.STATEMENTS.columns
                    values = [read[name](told.item) for name in StatementColumns.names]
                    yield (report, number, day, *values, row[-1])  # type: ignore[misc]
            else:
                parties = dict.fromkeys(same.get(one, one) for one in (party or "").split(BETWEEN))
                yield (report, number, day, BETWEEN.join(parties), *rest)  # type: ignore[misc]

    def statements_at(self, keys: Sequence[tuple[str, int]]) -> list[Told[Statement]]:
        """The statements of those keys, as people's decisions leave them."""
        return self.decisions.apply(kinds.STATEMENTS, self.browsing.statements(keys))

    def first_changed_since(self, before: "Holding") -> str:
        """The first day of which something is known otherwise; after all days for none."""
        if [one.id for one in self.decisions.all] != [one.id for one in before.decisions.all]:
            return ""
        if self.codebook.fingerprint != before.codebook.fingerprint:
            return ""
        now, then = self.telling, before.telling
        changed = [
            by.day
            for by in (*now.values(), *then.values())
            if now.get(by.report) != then.get(by.report)
            or self._readings.get(by.report) != before._readings.get(by.report)
        ]
        return min(changed, default="9999-99-99")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was refused, what was kept and not read (with the reason), and what failed."""

    refused: list[Refusal]
    set_aside: list[tuple[Report, str]]
    failures: list[tuple[str, str]]
