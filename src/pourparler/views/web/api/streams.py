"""Everything of one kind, a row at a time: any number of rows in little memory."""

from collections.abc import Iterator
from typing import Any

from pourparler.app.warm import WarmView
from pourparler.views.export import EXPORTS, rows_of

_BATCH = 250
"""Reports whose rows are in memory at a time."""

_WHOLE = frozenset({"sayings", "meetings", "deadlocks", "phases", "formats", "actors"})
"""Kinds that are concluded from all reports together."""


def stream_rows(kind: str, view: WarmView) -> Iterator[dict[str, Any]]:
    """The export rows of a kind, by day of publication; as `rows_of`, which makes them."""
    if kind not in EXPORTS or kind in _WHOLE:
        yield from rows_of(kind, view)
        return
    for part in view.portions(_BATCH):
        yield from rows_of(kind, part)
