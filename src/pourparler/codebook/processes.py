"""Processes: one negotiation each, told by its parties, formats, issues and span of time."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from pourparler.codebook.files import Entry, read_files
from pourparler.model import When

_KEYS = ("name", "parties", "mediators", "formats", "issues", "goal", "since", "until", "topics")


class Process(Struct, frozen=True):
    """One negotiation.

    `parties` negotiate with each other; `mediators` help, host or guarantee. `issues` narrows
    what counts (empty: every issue). `goal` is the issue the process as a whole is about, which
    an open-ended "first" or "later" refers to. `topics` are words that mark a report as being of
    this process even where only one party is named.
    """

    id: str
    name: str
    parties: tuple[str, ...]
    mediators: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    goal: str | None = None
    since: When | None = None
    until: When | None = None
    topics: tuple[str, ...] = ()

    @property
    def actors(self) -> tuple[str, ...]:
        """Parties first, then mediators."""
        return self.parties + self.mediators


def load_processes(folders: Iterable[Path]) -> dict[str, Process]:
    """The processes of `processes/*.toml`. Raises CodebookError for one that is wrong."""
    return {id: _process(entry) for id, entry in read_files("processes", folders).items()}


def _process(entry: Entry) -> Process:
    entry.expect_keys(_KEYS)
    parties = entry.texts("parties")
    if len(parties) < 2:
        raise entry.error(
            f"`parties` should name at least two actors, and names {len(parties)}.",
            'Write it as parties = ["turkey", "syria"].',
        )
    return Process(
        id=entry.id,
        name=entry.text("name"),
        parties=parties,
        mediators=entry.texts("mediators"),
        formats=entry.texts("formats"),
        issues=entry.texts("issues"),
        goal=entry.values.get("goal"),
        since=entry.values.get("since"),
        until=entry.values.get("until"),
        topics=entry.texts("topics"),
    )
