"""A deadlock as a drawing: a column for each thing wanted, a row with an arrow for each wish."""

import textwrap
from dataclasses import dataclass

from pourparler.app import View
from pourparler.model import Deadlock

COLUMN = 176.0
HEAD = 64.0
ROW = 58.0
BOX = 160.0
_LETTERS = 20


@dataclass(frozen=True, slots=True)
class Column:
    """A thing wanted: where its line stands, and its name in lines of text."""

    x: float
    lines: list[str]


@dataclass(frozen=True, slots=True)
class Arrow:
    """From what a party wants first to what may come after."""

    y: float
    start: float
    end: float
    party: str
    words: str
    ascribed: bool


@dataclass(frozen=True, slots=True)
class Lock:
    """The whole drawing."""

    width: float
    height: float
    columns: list[Column]
    arrows: list[Arrow]
    box: float = BOX


def lock_of(deadlock: Deadlock, view: View) -> Lock:
    """The drawing of a deadlock."""
    wanted: list[str | None] = []
    for ordering in deadlock.orderings:
        for issue in (ordering.wants, ordering.before):
            if issue not in wanted:
                wanted.append(issue)
    places = {issue: COLUMN * (index + 0.5) for index, issue in enumerate(wanted)}
    columns = [Column(places[one], textwrap.wrap(_name(one, view), _LETTERS)[:3]) for one in wanted]
    arrows = [
        Arrow(
            y=HEAD + ROW * (index + 0.75),
            start=places[one.wants],
            end=places[one.before],
            party=one.party.name,
            words=f"{one.party.name} wants {_name(one.wants, view).lower()} "
            f"before {_name(one.before, view).lower()}",
            ascribed=one.voice == "ascribed",
        )
        for index, one in enumerate(deadlock.orderings)
    ]
    height = HEAD + ROW * (len(arrows) + 0.4)
    return Lock(COLUMN * max(1, len(wanted)), round(height, 1), columns, arrows)


def _name(issue: str | None, view: View) -> str:
    return view.issue_name(issue) if issue else "The rest"
