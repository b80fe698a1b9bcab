"""A record laid out for many readers at once, while reports still come in.

Each process's part of the record is held in memory (`Holding`). When the record changes, the
next state is laid out beside the old one and then takes its place: readers never wait for it,
and may see an answer that is as old as the last laying out (seconds; at most some minutes).
"""

import time
from datetime import date
from threading import Lock, Thread

from pourparler.app.holding import Holding
from pourparler.app.record import Record
from pourparler.app.warm import Days, WarmView
from pourparler.errors import UnknownNameError, UsageError
from pourparler.record.browsing import Browsing

PATIENCE = 5.0
"""Seconds between two looks at whether the record has changed."""

SHARE = 0.1
"""Of the time at most this share goes into laying out: a large record is laid out less often."""

LONGEST = 120.0
"""Seconds that an answer may be older than the record at most, beside the laying out itself."""

_WARMED = 3
"""Days whose conclusions are drawn again before a new state is shown."""


class Desk:
    """Gives views of a record, each as of a day and for a process."""

    def __init__(self, record: Record, *, patience: float = PATIENCE) -> None:
        self.record = record
        self.browsing = Browsing(record.store.engine)
        self._patience = patience
        self._lock = Lock()
        self._laying: dict[str, Lock] = {}
        self._held: dict[str, Days] = {}
        self._next_look: dict[str, float] = {}
        self._names: dict[str, str] = {}

    def view(self, as_of: str | None = None, process: str | None = None) -> WarmView:
        """The record as of a day (None: the last) for a process (None: the likeliest).

        `process` is an id or `all`. Raises UnknownNameError for another word, UsageError for
        what is no day.
        """
        days = self.days(process)
        return days.view(self._day(as_of, days.holding))

    def days(self, process: str | None = None) -> Days:
        """What is held of a process, at most a little older than the record."""
        name = self._name(process)
        found = self._held.get(name)
        if found is None:
            return self._lay_out(name)
        if time.monotonic() > self._next_look[name]:
            self._next_look[name] = float("inf")
            Thread(target=self._refresh, args=(name, found), daemon=True).start()
        return found

    def ready(self, process: str | None = None) -> Days | None:
        """What is held of a process if it needs no waiting for."""
        name = process or self._names.get("")
        return self.days(process) if name in self._held else None

    def lay_out(self) -> None:
        """Lay out the likeliest process and draw its conclusions, before anyone asks."""
        view = self.view()
        view.brief()
        view.timeline()
        len(view.holding.statements)

    def refresh(self) -> None:
        """Look at the record now: what is shown next knows of every change so far."""
        for name, days in list(self._held.items()):
            self._refresh(name, days)

    def _refresh(self, name: str, held: Days) -> None:
        started = time.monotonic()
        try:
            if self.browsing.state() != held.holding.state:
                self._lay_out(name, instead_of=held)
        finally:
            self._rest(name, started)

    def _rest(self, name: str, started: float) -> None:
        """Look again after a while, the later the longer the last look took."""
        now = time.monotonic()
        pause = min((now - started) / SHARE, LONGEST) if self._patience else 0.0
        self._next_look[name] = now + max(self._patience, pause)

    def _lay_out(self, name: str, instead_of: Days | None = None) -> Days:
        with self._lock:
            laying = self._laying.setdefault(name, Lock())
        with laying:
            started = time.monotonic()
            found = self._held.get(name)
            if found is not None and found is not instead_of:
                return found
            view = self.record.as_of(process=name)
            rows, codebook = self.record.rows, self.record.codebook
            days = Days(Holding(rows, self.browsing, codebook, view.process))
            if instead_of is not None:
                days.keep_from(instead_of)
                self._warm(days, instead_of)
                if view.process is None:
                    self._names.pop("", None)
            self._held[name] = days
            self._rest(name, started)
            return days

    def _warm(self, now: Days, before: Days) -> None:
        last, was_last = now.holding.last_day, before.holding.last_day
        for day in before.asked()[-_WARMED:]:
            again = last if day == was_last else day
            if again is not None:
                view = now.view(again)
                view.brief()
                view.timeline()
        for name in ("statements", "readers", "left_out"):
            if name in before.holding.__dict__:
                getattr(now.holding, name)

    def _name(self, process: str | None) -> str:
        """The id of the process that is asked for (None: the likeliest); "all" for none."""
        if process is not None:
            processes = self.record.codebook.processes
            if process != "all" and process not in processes:
                raise UnknownNameError("process", process, known=processes)
            return process
        known = self._names.get("")
        if known is None:
            found = self.record.as_of().process
            known = self._names[""] = found.id if found else "all"
        return known

    def _day(self, as_of: str | None, holding: Holding) -> str:
        if as_of is None:
            return holding.last_day or date.today().isoformat()
        try:
            return date.fromisoformat(as_of).isoformat()
        except ValueError:
            raise UsageError(
                f"{as_of!r} is not a day. Expected YYYY-MM-DD, as in 2024-08-01."
            ) from None
