"""Parties by issues: what each holds on each, and what it means where nothing stands."""

from dataclasses import dataclass
from typing import Literal

from pourparler.app.warm import WarmView
from pourparler.model import PositionHeld

State = Literal["held", "given-up", "mentioned", "silent"]
"""`mentioned`: reports tell of the party and the issue, and no stance; `silent`: none do."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one party holds on one issue."""

    party: str
    issue: str
    state: State
    position: PositionHeld | None = None
    earlier: int = 0


@dataclass(frozen=True, slots=True)
class Matrix:
    """Issues in rows, parties in columns; those with the most positions first."""

    parties: tuple[tuple[str, str], ...]
    issues: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def cells(self) -> list[Cell]:
        """All cells, row by row."""
        return [cell for row in self.rows for cell in row]


def matrix_of(view: WarmView) -> Matrix:
    """The matrix of a view: its process's parties and mediators, and every issue told of."""
    threads: dict[tuple[str, str], list[PositionHeld]] = {}
    for position in view.positions(given_up=True):
        if position.party.actor:
            threads.setdefault((position.issue, position.party.actor), []).append(position)
    mentioned = {
        (issue, ordering.party.actor)
        for ordering in view.preconditions()
        for issue in (ordering.wants, ordering.before)
        if issue is not None and ordering.party.actor
    }
    parties = _most_first([party for _, party in (*threads, *mentioned)])
    if view.process is not None:
        named = [actor for actor in view.process.actors if actor in parties]
        quiet = [actor for actor in view.process.parties if actor not in parties]
        parties = named + quiet + [actor for actor in parties if actor not in named]
    issues = _most_first([issue for issue, _ in (*threads, *mentioned)])
    return Matrix(
        tuple((party, view.actor_name(party)) for party in parties),
        tuple((issue, view.issue_name(issue)) for issue in issues),
        tuple(
            tuple(
                _cell(party, issue, threads.get((issue, party), []), (issue, party) in mentioned)
                for party in parties
            )
            for issue in issues
        ),
    )


def _cell(party: str, issue: str, thread: list[PositionHeld], mentioned: bool) -> Cell:
    if not thread:
        return Cell(party, issue, "mentioned" if mentioned else "silent")
    last = thread[-1]
    return Cell(party, issue, "held" if last.until is None else "given-up", last, len(thread) - 1)


def _most_first(values: list[str]) -> list[str]:
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return sorted(counts, key=lambda value: -counts[value])
