"""The tools of an assistant: what may be asked, each answered as plain data with its evidence.

Imported only where the `mcp` extra is installed, which brings pydantic; names and descriptions
of tools and arguments are what the assistant reads.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from typing import Annotated, Any

import msgspec
from pydantic import Field

from pourparler.app import Record
from pourparler.app.desk import Desk
from pourparler.app.warm import WarmView
from pourparler.errors import UsageError
from pourparler.views.export.citing import Cited
from pourparler.views.marks import marks_of
from pourparler.views.mcp.answers import Line, Page, Writer

MOST_LINES = 50
"""Lines of one answer at most."""

MOST_TEXT = 20_000
"""Characters of a report in one answer at most."""

MOST_FOUND = 500
"""Reports that one search looks through at most."""

Day = Annotated[
    str | None, Field(description="Only what was published up to this day, YYYY-MM-DD.")
]
Process = Annotated[
    str | None,
    Field(description="Id or name of the negotiation; `all` for everything in the record."),
]
Start = Annotated[int, Field(ge=0, description="Where to begin: `next` of the answer before.")]
Most = Annotated[int, Field(ge=1, le=MOST_LINES, description="Lines wanted at most.")]
Party = Annotated[str | None, Field(description="Only this party: id, name or part of a name.")]
Issue = Annotated[str | None, Field(description="Only this issue: id, name or part of a name.")]
Speaker = Annotated[str | None, Field(description="Only said by, or for, this actor.")]
Status = Annotated[
    str | None, Field(description="Only held, planned, proposed, postponed or cancelled ones.")
]
GivenUp = Annotated[bool, Field(description="Also those that no longer hold.")]
Held = Annotated[str | None, Field(description="Only those that hold this text.")]
Words = Annotated[str, Field(description="Words that must all stand in the report.")]
Name = Annotated[str, Field(description="A report's id or the start of it, path or file name.")]


class Tools:
    """Answers questions about one record, as of any day."""

    def __init__(self, record: Record) -> None:
        self._rows = record.rows
        self._desk = Desk(record)

    def all(self) -> tuple[Callable[..., Line], ...]:
        """Every tool."""
        return (
            self.brief,
            self.timeline,
            self.meetings,
            self.positions,
            self.preconditions,
            self.deadlocks,
            self.phases,
            self.statements,
            self.search,
            self.show_report,
        )

    def brief(self, as_of: Day = None, process: Process = None) -> Line:
        """Where the negotiation stands: phase, meetings, positions, deadlocks, what changed."""
        view, write = self._ask(as_of, process)
        return write.brief(view.brief())

    def timeline(
        self, as_of: Day = None, process: Process = None, start: Start = 0, most: Most = 30
    ) -> Line:
        """The days that matter, one line each, in order of time."""
        view, write = self._ask(as_of, process)
        return _page(write, view.timeline(), write.timeline, start, most)

    def meetings(
        self,
        status: Status = None,
        as_of: Day = None,
        process: Process = None,
        start: Start = 0,
        most: Most = 30,
    ) -> Line:
        """Meetings and calls by day: who, where, at what level, and what came of it."""
        view, write = self._ask(as_of, process)
        return _page(write, view.meetings(status=status), write.meeting, start, most)

    def positions(
        self,
        party: Party = None,
        issue: Issue = None,
        given_up: GivenUp = False,
        as_of: Day = None,
        process: Process = None,
        start: Start = 0,
        most: Most = 30,
    ) -> Line:
        """Each party's stance on each issue, in its own voice or ascribed by another."""
        view, write = self._ask(as_of, process)
        found = view.positions(party=party, issue=issue, given_up=given_up)
        return _page(write, found, write.position, start, most)

    def preconditions(
        self,
        party: Party = None,
        as_of: Day = None,
        process: Process = None,
        start: Start = 0,
        most: Most = 30,
    ) -> Line:
        """What each party wants before what; denials of a condition are marked."""
        view, write = self._ask(as_of, process)
        return _page(write, view.preconditions(party=party), write.ordering, start, most)

    def deadlocks(
        self, as_of: Day = None, process: Process = None, start: Start = 0, most: Most = 30
    ) -> Line:
        """Orderings that cannot all be met, those standing first."""
        view, write = self._ask(as_of, process)
        return _page(write, view.deadlocks(), write.deadlock, start, most)

    def phases(
        self, as_of: Day = None, process: Process = None, start: Start = 0, most: Most = 30
    ) -> Line:
        """Where the talks stood, since when, and why as it was stated; the last is the present."""
        view, write = self._ask(as_of, process)
        return _page(write, view.phases(), write.phase, start, most)

    def statements(
        self,
        speaker: Speaker = None,
        words: Held = None,
        as_of: Day = None,
        process: Process = None,
        start: Start = 0,
        most: Most = 30,
    ) -> Line:
        """Who said what, to whom, the latest first: quotations and reported speech."""
        view, write = self._ask(as_of, process)
        if speaker is None and words is None:
            some = view.statement_page(skip=start, most=most)
            page = write.part(some.items, write.statement, start=start, total=some.total)
            return _plain(page)
        found = view.statements(speaker=speaker, words=words)
        return _page(write, found[::-1], write.statement, start, most)

    def search(
        self,
        words: Words,
        as_of: Day = None,
        process: Process = None,
        start: Start = 0,
        most: Most = 10,
    ) -> Line:
        """Reports whose title or text holds the words, the best match first."""
        if not words.strip():
            raise UsageError("Expected at least one word to search for, found none.")
        view, write = self._ask(as_of, process)
        ids = self._rows.search(words, view.as_of, limit=MOST_FOUND)
        found = {report.id: report for report in self._rows.reports(view.as_of, ids=ids)}
        ranked = [found[id] for id in ids if id in found and view.telling(id)]
        page = _page(write, ranked, lambda one: write.found(one, words), start, most)
        return page | {"searched_all": len(ids) < MOST_FOUND}

    def show_report(self, report: Name, as_of: Day = None, start: Start = 0) -> Line:
        """A report's text from a character on, and what was read at which of its words."""
        view, _ = self._ask(as_of, "all")
        found = view.find_report(report)
        end = min(len(found.text), start + MOST_TEXT)
        return {
            "report": asdict(Cited.of(found)) | {"url": Cited.of(found).link},
            "start": start,
            "text": found.text[start:end],
            "next": end if end < len(found.text) else None,
            "read_there": [
                {
                    "kind": one.kind,
                    "what": one.note,
                    "start": one.start,
                    "end": one.end,
                    "exact": found.text[one.start : one.end],
                }
                for one in marks_of(found.id, view)
                if start <= one.start < end
            ],
        }

    def _ask(self, as_of: str | None, process: str | None) -> tuple[WarmView, Writer]:
        """The record as of a day, and what writes its answers."""
        view = self._desk.view(as_of, process)

        def lookup(ids: Iterable[str]) -> dict[str, Cited]:
            found = self._rows.reports(view.as_of, ids=list(ids))
            return {report.id: Cited.of(report) for report in found}

        return view, Writer(view, lookup)


def _page(
    write: Writer, found: Sequence[Any], line: Callable[[Any], Line], start: int, most: int
) -> Line:
    return _plain(write.page(found, line, start=start, most=most))


def _plain(page: Page) -> Line:
    plain: Line = msgspec.to_builtins(page)
    return plain
