"""Processes: one negotiation each, told by its parties, formats, issues and span of time."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from pourparler.codebook.files import Entry, read_files
from pourparler.codebook.problems import Problems, nearest
from pourparler.errors import CodebookError
from pourparler.model import When, first_day, last_day

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


def load_processes(
    folders: Iterable[Path],
    known: Mapping[str, Mapping[str, object]],
    problems: Problems | None = None,
) -> dict[str, Process]:
    """The processes of `processes/*.toml`, those that are wrong left out, with why, or raised
    as CodebookError where no `problems` are kept.

    `known` holds the actors, formats and issues that a process may name, under those words.
    """
    problems = problems or Problems(strict=True)
    processes = {}
    for id, entry in read_files("processes", folders, problems).items():
        try:
            processes[id] = _process(entry, known)
        except CodebookError as error:
            problems.add(error)
    return processes


def _process(entry: Entry, known: Mapping[str, Mapping[str, object]]) -> Process:
    entry.expect_keys(_KEYS)
    parties = entry.texts("parties")
    if len(set(parties)) < 2:
        raise entry.error(
            f"`parties` should name at least two actors, and names {len(set(parties))}.",
            'Write it as parties = ["turkey", "syria"].',
            at="parties",
        )
    goal = entry.text("goal") if "goal" in entry.values else None
    process = Process(
        id=entry.id,
        name=entry.text("name"),
        parties=parties,
        mediators=entry.texts("mediators"),
        formats=entry.texts("formats"),
        issues=entry.texts("issues"),
        goal=goal,
        since=_time(entry, "since"),
        until=_time(entry, "until"),
        topics=entry.texts("topics"),
    )
    _check_span(entry, process)
    _check_names(entry, "actor", process.actors, known["actors"])
    _check_names(entry, "format", process.formats, known["formats"])
    _check_names(entry, "issue", process.issues + ((goal,) if goal else ()), known["issues"])
    return process


def _time(entry: Entry, key: str) -> When | None:
    if key not in entry.values:
        return None
    time = entry.text(key)
    if "/" in time or first_day(time) is None:
        raise entry.error(
            f"`{key}` should be a day, month or year, and is {time!r}.",
            f'Write it as {key} = "2022-08".',
            at=key,
        )
    return time


def _check_span(entry: Entry, process: Process) -> None:
    first = first_day(process.since) if process.since else None
    last = last_day(process.until) if process.until else None
    if first is not None and last is not None and last < first:
        raise entry.error(
            f"it ends ({process.until}) before it begins ({process.since}).",
            "Look whether the two are exchanged.",
            at="until",
        )


def _check_names(
    entry: Entry, kind: str, names: Iterable[str], known: Mapping[str, object]
) -> None:
    for name in names:
        if name not in known:
            raise entry.error(
                f"`{name}` is no {kind} of the codebook.",
                nearest(name, known) or f"Add the {kind}, or take the name out.",
                at=f'"{name}"',
            )
