"""What a person decided about what was read."""

from typing import Literal

from msgspec import Struct

from pourparler.model.report import identify
from pourparler.model.span import Evidence

Verdict = Literal["confirm", "reject", "correct", "unsure", "merge", "split", "withdraw"]


class Decision(Struct, frozen=True, gc=False):
    """One decision, with its author, time and reason; never changed, only followed by another.

    `item` is the id of what it is about and `kind` the kind of thing that is (`statements`,
    `actors`, …; for `withdraw` the item is an earlier decision). `change` gives corrected fields
    their new values; for `merge` and `split` its `into` is the other actor. `anchor` finds the
    item again after a re-reading that gave it another id, and `was` is what it said at the time.
    """

    id: str
    verdict: Verdict
    kind: str
    item: str
    author: str
    reason: str
    recorded: str
    change: dict[str, str | None] = {}
    anchor: Evidence | None = None
    was: str | None = None

    @classmethod
    def of(
        cls,
        verdict: Verdict,
        kind: str,
        item: str,
        *,
        author: str,
        reason: str,
        recorded: str,
        change: dict[str, str | None] | None = None,
        anchor: Evidence | None = None,
        was: str | None = None,
    ) -> "Decision":
        """A decision under the id that what it says gives it."""
        changed = change or {}
        parts = [f"{name}={value}" for name, value in sorted(changed.items())]
        id = identify("decision", (verdict, kind, item, author, reason, recorded, *parts))
        return cls(id, verdict, kind, item, author, reason, recorded, changed, anchor, was)
