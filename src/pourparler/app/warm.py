"""Views that are quick to ask for another day: what concerns one process, kept in memory.

Whether a report concerns a process depends on the report alone, so everything the process needs
is read once, and a day is a cut through it.
"""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from threading import RLock
from typing import Any, TypeVar

from pourparler.app.answers import Answers
from pourparler.app.columns import StatementColumns, StatementRow
from pourparler.app.view import View
from pourparler.codebook import Codebook, Process
from pourparler.model import (
    Actor,
    Brief,
    Change,
    FormatFacts,
    Refusal,
    Report,
    Signal,
    Statement,
    Telling,
    TimelineEntry,
    Told,
)
from pourparler.process.parties import Parties
from pourparler.record import FOREVER, Rows, kinds
from pourparler.record.browsing import Browsing
from pourparler.record.decisions import load_decisions
from pourparler.record.kinds import Kind

DAYS_KEPT = 64
"""Days whose conclusions are remembered, those asked for last."""

_KEPT = (
    kinds.EVENTS,
    kinds.MEETINGS,
    kinds.POSITIONS,
    kinds.PRECONDITIONS,
    kinds.PHASE_SIGNS,
    kinds.MEMBERSHIPS,
)

Result = TypeVar("Result")


class Holding:
    """What one process's reports tell, as the record stood in one state."""

    def __init__(
        self, rows: Rows, browsing: Browsing, codebook: Codebook, process: Process | None
    ) -> None:
        self.state = browsing.state()
        self.decisions = load_decisions(rows.engine)
        self.rows = rows
        self.browsing = browsing
        self.codebook = codebook
        self.process = process
        self.lock = RLock()
        self._reading = {name: RLock() for name in ("statements", "readers", "left_out")}
        self.last_day = rows.last_day()
        concerned = rows.concerning(process, FOREVER) if process else None
        self._tellings = _Dated(rows.tellings(concerned, FOREVER), lambda by: by.day)
        ids = [by.report for by in self._tellings.all]
        self.report_ids: Sequence[str] | None = None if process is None else ids
        self.telling: dict[str, Telling] = {by.report: by for by in self._tellings.all}
        self._told = {
            kind.name: _Dated(rows.told(kind, reports=concerned), lambda told: told.by.day)
            for kind in _KEPT
        }
        self.reader = browsing.last_reader()
        self.readings = browsing.readings_of(self.report_ids)
        self._introduced = _Dated(rows.introduced(), lambda told: told.by.day)
        self._views: OrderedDict[str, WarmView] = OrderedDict()

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
                yield (report, number, day, same.get(party or "", party), *rest)  # type: ignore[misc]

    def statements_at(self, keys: Sequence[tuple[str, int]]) -> list[Told[Statement]]:
        """The statements of those keys, as people's decisions leave them."""
        return self.decisions.apply(kinds.STATEMENTS, self.browsing.statements(keys))

    def view(self, as_of: str) -> "WarmView":
        """The process as of a day; the same object while it is remembered."""
        with self.lock:
            view = self._views.pop(as_of, None) or WarmView(self, as_of)
            self._views[as_of] = view
            while len(self._views) > DAYS_KEPT:
                self._views.popitem(last=False)
            return view

    def known(self, as_of: str | None) -> "WarmView | None":
        """The view of a day (None: the last) if it is remembered. Never waits."""
        return self._views.get(as_of or self.last_day or "")

    def keep_from(self, before: "Holding") -> None:
        """Take over the days of an earlier state that nothing since has changed.

        A view depends on the reports up to its day alone, so what comes in leaves all earlier
        days as they were.
        """
        changed = self._first_changed_since(before)
        with before.lock:
            kept = {day: view for day, view in before._views.items() if day < changed}
        for view in kept.values():
            view.holding = self
        with self.lock:
            self._views = OrderedDict(kept) | self._views

    def _first_changed_since(self, before: "Holding") -> str:
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
            or self.readings.get(by.report) != before.readings.get(by.report)
        ]
        changed += self._introduced.differing(before._introduced)
        return min(changed, default="9999-99-99")

    def days(self) -> list[str]:
        """The days still remembered, those asked for last at the end."""
        with self.lock:
            return list(self._views)

    def told(self, kind: Kind, as_of: str) -> list[Told[Any]] | None:
        """The items of a kind as of a day; None for a kind that is not kept in memory."""
        found = self._told.get(kind.name)
        return None if found is None else found.until(as_of)

    def tellings(self, as_of: str) -> list[Telling]:
        """The reports of the process as of a day."""
        return self._tellings.until(as_of)

    def introduced(self, as_of: str) -> list[Told[Actor]]:
        """The actors that reports introduce, as of a day."""
        return self._introduced.until(as_of)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many reports of the process are in each language, and all reports of the record."""

    languages: list[tuple[str | None, int]]
    reports: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was refused, what was kept and not read (with the reason), and what failed."""

    refused: list[Refusal]
    set_aside: list[tuple[Report, str]]
    failures: list[tuple[str, str]]


_STAMPS = count()


class WarmView(View):
    """The same questions as `View`, answered from a `Holding`.

    Views of one `stamp` give the same answers: there is only one.
    """

    def __init__(self, holding: Holding, as_of: str) -> None:
        super().__init__(holding.rows, holding.codebook, as_of, holding.process)
        self.holding = holding
        self.stamp = next(_STAMPS)
        self._lock = RLock()
        self._known: dict[object, Any] = {}

    def brief(self) -> Brief:
        return self._once("brief", super().brief)

    def timeline(self) -> Answers[TimelineEntry]:
        return self._once("timeline", super().timeline)

    def signals(self) -> Answers[Signal]:
        return self._once("signals", super().signals)

    def formats(self) -> Answers[FormatFacts]:
        return self._once("formats", super().formats)

    def actors(self) -> Answers[Actor]:
        return self._once("actors", super().actors)

    def changes(self, since: str | None = None) -> Answers[Change]:
        before = super().changes
        return self._once(("changes", since), lambda: before(since))

    def told(self, kind: Kind) -> list[Told[Any]]:
        found = self.holding.told(kind, self.as_of)
        return super().told(kind) if found is None else found

    def at(self, as_of: str) -> "WarmView":
        return self.holding.view(as_of)

    def telling(self, report: str) -> Telling | None:
        """What is known of a report of the process, None if it is none or of a later day."""
        found = self.holding.telling.get(report)
        return found if found is not None and found.day <= self.as_of else None

    def report_of(self, id: str) -> Report | None:
        """The report of the record with exactly that id, None if there is none as of the day."""
        return next(iter(self._rows.reports(self.as_of, ids=[id])), None)

    def reports_of(self, tellings: Sequence[Telling]) -> list[Report]:
        """The reports of those tellings, in their order."""
        found = {
            report.id: report
            for report in self._rows.reports(self.as_of, ids=[by.report for by in tellings])
        }
        return [found[by.report] for by in tellings if by.report in found]

    def tellings(self) -> list[Telling]:
        """The reports of the process, by day: outlet, day and what each is a copy of."""
        return self._tellings

    def statement_page(
        self, *, skip: int, most: int, words: str | None = None, **wanted: str | None
    ) -> "StatementPage":
        """Statements, the latest first, from the `skip`-th on; `wanted` is a value for each
        column to narrow by (party, act, kind, attitude)."""
        columns = self.holding.statements
        matching, cut = None, False
        if words and words.strip() and columns.holds_text:
            matching = columns.with_words(words)
        elif words and words.strip():
            keys, cut = self.holding.browsing.matches(words, self.holding.report_ids)
            matching = columns.places(keys)
        found = columns.find(self.as_of, wanted, matching)
        keys = columns.keys(found[skip : skip + most])
        return StatementPage(
            self.holding.statements_at(keys),
            len(found),
            {name: columns.counts(name, self.as_of, wanted, matching) for name in columns.names},
            cut,
        )

    def coverage(self) -> "Coverage":
        """What the record holds up to the day: languages of the process's reports, and how many
        reports there are in all."""
        holding = self.holding

        def ask() -> Coverage:
            languages = holding.browsing.languages(holding.report_ids, self.as_of)
            return Coverage(languages, holding.rows.count("reports", self.as_of))

        return self._once(("coverage", holding.state), ask)

    def portion(self, reports: Sequence[str]) -> View:
        """The same day and process, of which only some reports are told."""
        return _Portion(self, reports)

    def _once(self, name: object, ask: Callable[[], Result]) -> Result:
        with self._lock:
            if name not in self._known:
                self._known[name] = ask()
            found: Result = self._known[name]
            return found

    @cached_property
    def _tellings(self) -> list[Telling]:
        return self.holding.tellings(self.as_of)

    @cached_property
    def _actors(self) -> dict[str, Actor]:
        introduced = {one.item.id: one.item for one in self.holding.introduced(self.as_of)}
        return introduced | dict(self.codebook.actors)


class _Portion(View):
    """What some reports tell, for taking a large record in pieces."""

    def __init__(self, whole: WarmView, reports: Sequence[str]) -> None:
        super().__init__(whole.holding.rows, whole.codebook, whole.as_of, whole.process)
        self._whole = whole
        self._ids = reports

    def paths(self) -> dict[str, str | None]:
        return {one.id: one.path for one in self._rows.reports(self.as_of, ids=self._ids)}

    @cached_property
    def _concerned(self) -> Any:
        return self._ids

    @cached_property
    def _parties(self) -> Parties:
        return self._whole._parties


class StatementPage:
    """A page of statements, how many there are, and how many of each value there would be.

    `cut` tells that the words match more statements than a search looks at.
    """

    def __init__(
        self,
        items: list[Told[Statement]],
        total: int,
        facets: dict[str, list[tuple[str, int]]],
        cut: bool,
    ) -> None:
        self.items = items
        self.total = total
        self.facets = facets
        self.cut = cut


class _Dated:
    """Things in order of a day, and the cut of them up to one."""

    def __init__(self, things: list[Any], day: Callable[[Any], str]) -> None:
        self.all = things
        self._days = [day(thing) for thing in things]

    def differing(self, other: "_Dated") -> list[str]:
        """The day of the first thing that is not the same in both, if any."""
        same = 0
        for ours, theirs in zip(self.all, other.all, strict=False):
            if ours != theirs:
                break
            same += 1
        return [*self._days[same : same + 1], *other._days[same : same + 1]]

    def until(self, as_of: str) -> list[Any]:
        """Those of that day and before."""
        return self.all[: bisect_right(self._days, as_of)]
