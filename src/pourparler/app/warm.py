"""Views that are quick to ask again: days asked for, and their conclusions, are remembered."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from threading import RLock
from typing import Any, TypeVar

from pourparler.app.answers import Answers
from pourparler.app.holding import Holding
from pourparler.app.view import View
from pourparler.model import (
    Actor,
    Brief,
    Change,
    FormatFacts,
    Report,
    Statement,
    Telling,
    TimelineEntry,
    Told,
)

DAYS_KEPT = 64
"""Days whose conclusions are remembered, those asked for last."""

Result = TypeVar("Result")

_STAMPS = count()


class WarmView(View):
    """The same questions as `View`, answered from a `Holding`.

    Views of one `stamp` give the same answers: there is only one.
    """

    def __init__(self, days: "Days", as_of: str) -> None:
        held = days.holding
        super().__init__(held.rows, held.codebook, as_of, held.process, held.material)
        self._days = days
        self.stamp = next(_STAMPS)
        self._lock = RLock()
        self._known: dict[object, Any] = {}

    def brief(self) -> Brief:
        return self._once("brief", super().brief)

    def timeline(self) -> Answers[TimelineEntry]:
        return self._once("timeline", super().timeline)

    def formats(self) -> Answers[FormatFacts]:
        return self._once("formats", super().formats)

    def actors(self) -> Answers[Actor]:
        return self._once("actors", super().actors)

    def changes(self, since: str | None = None) -> Answers[Change]:
        before = super().changes
        return self._once(("changes", since), lambda: before(since))

    @property
    def holding(self) -> Holding:
        """What the view is a cut of."""
        return self._days.holding

    def move_to(self, days: "Days") -> None:
        """Rest on a later state, in which nothing up to this view's day has changed."""
        self._days, self._drawn.material = days, days.holding.material

    def at(self, as_of: str) -> "WarmView":
        return self._days.view(as_of)

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

    def _once(self, name: object, ask: Callable[[], Result]) -> Result:
        with self._lock:
            if name not in self._known:
                self._known[name] = ask()
            found: Result = self._known[name]
            return found


class Days:
    """The days of a holding that were asked for last."""

    def __init__(self, holding: Holding) -> None:
        self.holding = holding
        self._lock = RLock()
        self._views: OrderedDict[str, WarmView] = OrderedDict()

    def view(self, as_of: str) -> WarmView:
        """The process as of a day; the same object while it is remembered."""
        with self._lock:
            view = self._views.pop(as_of, None) or WarmView(self, as_of)
            self._views[as_of] = view
            while len(self._views) > DAYS_KEPT:
                self._views.popitem(last=False)
            return view

    def known(self, as_of: str | None) -> WarmView | None:
        """The view of a day (None: the last) if it is remembered. Never waits."""
        return self._views.get(as_of or self.holding.last_day or "")

    def keep_from(self, before: "Days") -> None:
        """Take over the days of an earlier state that nothing since has changed.

        A view depends on the reports up to its day alone, so what comes in leaves all earlier
        days as they were.
        """
        changed = self.holding.first_changed_since(before.holding)
        with before._lock:
            kept = {day: view for day, view in before._views.items() if day < changed}
        for view in kept.values():
            view.move_to(self)
        with self._lock:
            self._views = OrderedDict(kept) | self._views

    def asked(self) -> list[str]:
        """The days still remembered, those asked for last at the end."""
        with self._lock:
            return list(self._views)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many reports of the process are in each language, and all reports of the record."""

    languages: list[tuple[str | None, int]]
    reports: int


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
