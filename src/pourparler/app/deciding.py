"""Deciding on what was read: reject, confirm, correct, merge, split, withdraw, share."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

import msgspec

from pourparler.app.select import matching
from pourparler.errors import UnknownNameError, UsageError
from pourparler.model import Decision, Told, Verdict
from pourparler.record import KINDS, Kind, Rows
from pourparler.record.decisions import (
    corrected,
    first_evidence,
    keep_decision,
    load_decisions,
)

State = Literal["holds", "withdrawn", "followed", "lost", "reading changed"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision and how it stands: it holds, was withdrawn, was followed by another, is about
    something that is no longer read, or about a reading that now says something else."""

    decision: Decision
    state: State


class Deciding:
    """Takes a person's decisions on the readings of a record."""

    def __init__(self, rows: Rows, actors: Mapping[str, Iterable[str]]) -> None:
        self._rows = rows
        self._actors = actors

    def decide(
        self,
        verdict: Verdict,
        item: str,
        *,
        author: str,
        reason: str,
        change: Mapping[str, str | None] | None = None,
    ) -> Decision:
        """Keep a decision on the item whose id starts so.

        Raises UnknownNameError when there is none, UsageError for several, for a correction
        that the item cannot have, and for a decision without author or reason.
        """
        kind, told = self._find(item)
        if change:
            corrected(told.item, change)
        return self._keep(
            Decision.of(
                verdict,
                kind.name,
                told.item.id,
                author=author,
                reason=reason,
                recorded=_now(),
                change=dict(change or {}),
                anchor=first_evidence(told),
                was=_content(told.item),
            )
        )

    def merge(self, actor: str, into: str, *, author: str, reason: str) -> Decision:
        """Keep that one actor is another, in every report."""
        return self._same("merge", actor, into, author=author, reason=reason)

    def split(self, actor: str, into: str, *, author: str, reason: str) -> Decision:
        """Keep that one actor is not another after all: undoes a merge."""
        return self._same("split", actor, into, author=author, reason=reason)

    def withdraw(self, decision: str, *, author: str, reason: str) -> Decision:
        """Take back the decision whose id starts so. It stays on file, without effect."""
        found = [
            one for one in load_decisions(self._rows.engine).all if one.id.startswith(decision)
        ]
        if len(found) != 1:
            raise UnknownNameError("decision", decision, (one.id for one in found))
        return self._keep(
            Decision.of(
                "withdraw", "decisions", found[0].id, author=author, reason=reason, recorded=_now()
            )
        )

    def standing(self) -> list[Standing]:
        """Every decision in the order they were made, and how it stands."""
        decisions = load_decisions(self._rows.engine)
        withdrawn = {one.item for one in decisions.all if one.verdict == "withdraw"}
        last = {(one.kind, one.item): one.id for one in decisions.all}
        items = {kind.name: self._items(kind) for kind in KINDS}
        return [
            Standing(one, _state(one, withdrawn, last, items, self._actors))
            for one in decisions.all
        ]

    def take(self, decisions: Iterable[Decision]) -> int:
        """Keep decisions that others made; how many were new."""
        return sum(keep_decision(self._rows.engine, one) for one in decisions)

    def each(self) -> Iterator[Decision]:
        """Every decision, for sharing."""
        yield from load_decisions(self._rows.engine).all

    def _same(
        self, verdict: Verdict, actor: str, into: str, *, author: str, reason: str
    ) -> Decision:
        chosen = []
        for name in (actor, into):
            found = matching("actor", name, self._actors) or set()
            if len(found) != 1:
                nearest = ", ".join(sorted(found)[:5])
                raise UsageError(f"{name!r} may mean several actors: {nearest}. Give the id.")
            chosen.append(found.pop())
        if chosen[0] == chosen[1]:
            raise UsageError(f"{actor!r} and {into!r} are the same actor already: {chosen[0]}.")
        return self._keep(
            Decision.of(
                verdict,
                "actors",
                chosen[0],
                author=author,
                reason=reason,
                recorded=_now(),
                change={"into": chosen[1]},
            )
        )

    def _keep(self, decision: Decision) -> Decision:
        if not decision.author.strip() or not decision.reason.strip():
            raise UsageError("a decision needs an author and a reason (--author, --reason).")
        keep_decision(self._rows.engine, decision)
        return decision

    def _find(self, item: str) -> tuple[Kind, Told[Any]]:
        found = [(kind, told) for kind in KINDS for told in self._rows.starting(kind, item)]
        if not found:
            raise UnknownNameError("statement, event, meeting, position or sign", item)
        if len(found) > 1:
            ids = ", ".join(f"{told.item.id} ({kind.name})" for kind, told in found[:5])
            raise UsageError(f"{item!r} may mean several: {ids}. Give more of the id.")
        return found[0]

    def _items(self, kind: Kind) -> dict[str, str]:
        """What each item of a kind says now, by id."""
        return {
            told.item.id: _content(told.item)
            for told in self._rows.told(kind)
            if hasattr(told.item, "id")
        }


def _state(
    decision: Decision,
    withdrawn: set[str],
    last: Mapping[tuple[str, str], str],
    items: Mapping[str, Mapping[str, str]],
    actors: Mapping[str, Iterable[str]],
) -> State:
    if decision.verdict == "withdraw":
        return "holds"
    if decision.id in withdrawn:
        return "withdrawn"
    if last[decision.kind, decision.item] != decision.id:
        return "followed"
    if decision.kind == "actors":
        return "holds" if decision.item in actors else "lost"
    now = items.get(decision.kind, {}).get(decision.item)
    if now is None:
        return "lost"
    return "holds" if decision.was in (None, now) else "reading changed"


def _content(item: msgspec.Struct) -> str:
    return msgspec.json.encode(item).decode()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
