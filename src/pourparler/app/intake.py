"""Taking reports into the record: kept once, copies marked, refusals with their reasons."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from time import perf_counter

from pourparler.app.presence import presences
from pourparler.app.reader import Failed, Reader
from pourparler.app.workers import Workers
from pourparler.model import Reading, Refusal, Report
from pourparler.record import Rows, Store
from pourparler.reports import bands_of, is_copy

Watch = Callable[[str, int, int | None], None]
"""Told of progress: the stage ("reports", "readings"), how many are done, of how many."""


@dataclass(slots=True)
class Intake:
    """What came of one run of reading: counts, and the seconds it took.

    `reasons` counts the refusals by reason, `fixes` says what to try for each. `elsewhere` are
    reports that another run, going on at the same time, read meanwhile.
    """

    new: int = 0
    known: int = 0
    refused: int = 0
    set_aside: int = 0
    read: int = 0
    failed: int = 0
    elsewhere: int = 0
    words: int = 0
    seconds: float = 0.0
    reasons: dict[str, int] = field(default_factory=dict)
    fixes: dict[str, str] = field(default_factory=dict)

    @property
    def found(self) -> int:
        """How many reports there were, new or known."""
        return self.new + self.known


def take_in(
    store: Store,
    items: Iterable[Report | Refusal],
    reader: Reader,
    *,
    workers: Workers,
    watch: Watch | None = None,
) -> Intake:
    """Keep what `items` brings, then read every report that has no reading yet."""
    started = perf_counter()
    intake = Intake()
    _keep(store, items, intake, watch)
    read_pending(store, reader, intake, workers=workers, watch=watch)
    intake.seconds = perf_counter() - started
    return intake


def read_pending(
    store: Store,
    reader: Reader,
    intake: Intake,
    *,
    workers: Workers,
    stale: bool = False,
    watch: Watch | None = None,
) -> None:
    """Read the reports that have no reading (with `stale`: none by this reader) and keep it."""
    version, fingerprint = reader.version, reader.codebook.fingerprint
    expected = store.count_pending(version, fingerprint, stale=stale)

    handed = 0

    def pending() -> Iterable[Report]:
        nonlocal handed
        for report in store.pending(version, fingerprint, stale=stale):
            handed += 1
            intake.words += len(report.text.split())
            yield report

    for result in reader.read_with(workers, pending(), expected):
        if isinstance(result, Reading):
            store.save(result, presences(result, reader.codebook))
            intake.read += 1
        else:
            _fail(store, result, intake)
        if watch is not None:
            watch("readings", intake.read + intake.failed, expected)
    intake.elsewhere += expected - handed


def _keep(
    store: Store, items: Iterable[Report | Refusal], intake: Intake, watch: Watch | None
) -> None:
    paths: set[str] = set()
    refused: set[tuple[str, str | None]] = set()
    for item in items:
        if item.path is not None:
            paths.add(item.path)
        if isinstance(item, Refusal):
            store.refuse(item)
            refused.add((item.path, item.record))
            intake.refused += 1
            intake.reasons[item.reason] = intake.reasons.get(item.reason, 0) + 1
            intake.fixes.setdefault(item.reason, item.fix)
        else:
            _keep_report(store, item, intake)
        if watch is not None:
            watch("reports", intake.found + intake.refused, None)
    _forgive(store, paths, refused)


def _keep_report(store: Store, report: Report, intake: Intake) -> None:
    aside = _reason_to_set_aside(report)
    if not store.keep(report, bands_of(report.text), is_copy, set_aside=aside):
        intake.known += 1
        return
    intake.new += 1
    intake.set_aside += aside is not None


def _reason_to_set_aside(report: Report) -> str | None:
    if report.language in (None, "en"):
        return None
    return f"not in English (language: {report.language})"


def _forgive(store: Store, paths: set[str], refused: set[tuple[str, str | None]]) -> None:
    """Drop the refusals of files that were looked at again and gave no such refusal."""
    for old in Rows(store.engine).refused():
        if old.path in paths and (old.path, old.record) not in refused:
            store.forgive(old.path, [old.record])


def _fail(store: Store, failed: Failed, intake: Intake) -> None:
    store.fail(failed.reading, failed.message)
    intake.failed += 1
