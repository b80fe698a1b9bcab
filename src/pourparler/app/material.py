"""What the reports of one process tell: each kind of thing is read once, a day is a cut through it.

Whether a report concerns a process depends on that report alone, so what holds up to a later day
holds an earlier one as well.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from threading import RLock
from typing import Any, Generic, TypeVar

from pourparler.codebook import Process
from pourparler.model import Actor, Telling, Told
from pourparler.record import FOREVER, Rows, kinds
from pourparler.record.concerning import concerning
from pourparler.record.decisions import Decisions, load_decisions
from pourparler.record.kinds import Kind

Thing = TypeVar("Thing")

KEPT = (
    kinds.EVENTS,
    kinds.MEETINGS,
    kinds.POSITIONS,
    kinds.PRECONDITIONS,
    kinds.PHASE_SIGNS,
    kinds.MEMBERSHIPS,
    kinds.INTRODUCTIONS,
)
"""What conclusions are drawn from: kept once read. Statements and times are too many."""


class Material:
    """What the reports of a process (None: all reports) published up to a day tell."""

    def __init__(self, rows: Rows, process: Process | None, until: str = FOREVER) -> None:
        self.rows = rows
        self.process = process
        self.until = until
        self._reading = RLock()
        self._told: dict[object, Dated[Told[Any]]] = {}

    @cached_property
    def decisions(self) -> Decisions:
        """What people decided."""
        return load_decisions(self.rows.engine)

    @cached_property
    def telling(self) -> dict[str, Telling]:
        """The reports, by id: outlet, day and what each is a copy of."""
        return {by.report: by for by in self._by_day.all}

    def tellings(self, as_of: str) -> list[Telling]:
        """The reports as of a day, by day."""
        return self._by_day.until(as_of)

    def reports(self, as_of: str) -> list[str] | None:
        """The ids of the reports as of a day; None for every report of the record."""
        return None if self.process is None else [by.report for by in self.tellings(as_of)]

    def told(self, kind: Kind, as_of: str, **equals: str) -> list[Told[Any]]:
        """The items of a kind as of a day, as people's decisions leave them.

        `equals` narrows to those that have that value in a plain column of their own.
        """
        if kind not in KEPT:
            return self._read(kind, as_of, **equals)
        if equals and (self.decisions or (kind.name,) in self._told):
            # What a person corrected has another value than its row.
            read = kind.columns
            return [
                one
                for one in self.told(kind, as_of)
                if all(read[name](one.item) == value for name, value in equals.items())
            ]
        key = kind.name, *equals.items()
        with self._reading:
            if key not in self._told:
                self._told[key] = Dated(self._read(kind, self.until, **equals), _day_told)
            return self._told[key].until(as_of)

    def told_by(self, kind: Kind, by: Sequence[Telling]) -> list[Told[Any]]:
        """The items of a kind that some reports tell, as people's decisions leave them."""
        return self.decisions.apply(kind, self.rows.told(kind, by=by))

    def introduced(self, as_of: str) -> dict[str, Actor]:
        """The actors whom the reports introduce, by id, and those into whom a person merged one."""
        found = {one.item.id: one.item for one in self.told(kinds.INTRODUCTIONS, as_of)}
        for actor in sorted(set(self.decisions.same.values()) - set(found)):
            elsewhere = self.rows.told(kinds.INTRODUCTIONS, as_of, actor=actor)
            found |= {one.item.id: one.item for one in elsewhere}
        return found

    def load(self) -> None:
        """Read all that conclusions are drawn from now, for many days to come."""
        for kind in KEPT:
            self.told(kind, self.until)

    def of(self, tellings: Sequence[Telling]) -> "Material":
        """What some of the reports tell."""
        part = _Part(self.rows, self.process, self.until)
        part.__dict__["_by_day"] = Dated(tellings, _day_published)
        return part

    def _read(self, kind: Kind, as_of: str, **equals: str) -> list[Told[Any]]:
        whole = self.reports(as_of) is None
        by = None if whole else self.tellings(as_of)
        found = self.rows.told(kind, as_of, by=by, **equals)
        return self.decisions.apply(kind, found) if self.decisions else found

    @cached_property
    def _by_day(self) -> "Dated[Telling]":
        process, engine = self.process, self.rows.engine
        wanted = None if process is None else concerning(engine, process, self.until)
        return Dated(self.rows.tellings(wanted, self.until), _day_published)


class _Part(Material):
    """What some reports tell, whether they are those of a process or not."""

    def reports(self, as_of: str) -> list[str] | None:
        return [by.report for by in self.tellings(as_of)]


class Dated(Generic[Thing]):
    """Things in order of a day, and the cut of them up to one."""

    def __init__(self, things: Sequence[Thing], day: Callable[[Thing], str]) -> None:
        self.all = things
        self._days = [day(thing) for thing in things]

    def until(self, as_of: str) -> list[Thing]:
        """Those of that day and before."""
        return list(self.all[: bisect_right(self._days, as_of)])


def _day_told(told: Told[Any]) -> str:
    return told.by.day


def _day_published(by: Telling) -> str:
    return by.day
