"""People's decisions: kept beside the readings, applied to every answer, never overwritten.

Of several decisions on one item the last that was not withdrawn holds. Decisions are about a
reading, not about a day: they hold for every as-of day on which the item is known.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
import sqlalchemy as sql
from msgspec.structs import replace

from pourparler.errors import UsageError
from pourparler.model import Decision, Evidence, Mention, Span, Told
from pourparler.record import schema
from pourparler.record.kinds import Kind

_MENTIONS = frozenset({"speaker", "addressee", "party", "ascribed_by", "claimed_by", "said_by"})
"""Fields that hold a mention: their corrected value is the id of an actor."""


class Decisions:
    """The decisions that hold, ready to be applied to rows."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        everything = sorted(decisions, key=lambda one: (one.recorded, one.id))
        withdrawn = {one.item for one in everything if one.verdict == "withdraw"}
        standing = [
            one for one in everything if one.verdict != "withdraw" and one.id not in withdrawn
        ]
        self.all = tuple(everything)
        self.standing = tuple(one for one in standing if one.verdict != "unsure")
        self._by_item = {(one.kind, one.item): one for one in standing if one.kind != "actors"}
        self._by_place = {
            (one.kind, one.anchor.report, one.anchor.start, one.anchor.end): one
            for one in standing
            if one.anchor is not None
        }
        self.same = _same_actors(standing)

    def __bool__(self) -> bool:
        return bool(self._by_item or self.same)

    def reports(self, kind: str) -> set[str]:
        """The reports that hold something of a kind that was decided on."""
        return {
            one.anchor.report for one in self.all if one.kind == kind and one.anchor is not None
        }

    def apply(self, kind: Kind, told: Iterable[Told[Any]]) -> list[Told[Any]]:
        """The rows without those rejected, the corrected ones corrected, merged actors one."""
        decided = (self._decided(kind, one) for one in told)
        return [self._merged(one) for one in decided if one is not None]

    def about(self, kind: str, told: Told[Any]) -> Decision | None:
        """The decision that holds for an item: by its id, or by where it stands."""
        found = self._by_item.get((kind, getattr(told.item, "id", "")))
        place = first_evidence(told)
        if found is None and place is not None:
            found = self._by_place.get((kind, place.report, place.start, place.end))
        return found

    def _decided(self, kind: Kind, told: Told[Any]) -> Told[Any] | None:
        decision = self.about(kind.name, told)
        if decision is None or decision.verdict == "unsure":
            return told
        if decision.verdict == "reject":
            return None
        item = told.item
        if decision.verdict == "correct":
            item = corrected(item, decision.change)
        return Told(item, told.by, decision.id)

    def _merged(self, told: Told[Any]) -> Told[Any]:
        if not self.same:
            return told
        return Told(_renamed(told.item, self.same), told.by, told.decided)


def keep_decision(engine: sql.Engine, decision: Decision) -> bool:
    """Keep a decision; False when the record has it already."""
    table = schema.decisions
    with engine.execution_options(writes=True).begin() as connection:
        if connection.execute(sql.select(table.c.id).where(table.c.id == decision.id)).first():
            return False
        content = msgspec.json.encode(decision).decode()
        connection.execute(
            table.insert().values(id=decision.id, recorded=decision.recorded, content=content)
        )
    return True


def load_decisions(engine: sql.Engine) -> Decisions:
    """Every decision of the record."""
    decode = msgspec.json.Decoder(Decision).decode
    with engine.connect() as connection:
        rows = connection.execute(sql.select(schema.decisions.c.content)).scalars()
        return Decisions([decode(row) for row in rows])


def corrected(item: Any, change: Mapping[str, str | None]) -> Any:
    """The item with some fields changed. Raises UsageError for a field or value it cannot have.

    A field that names an actor takes the actor's id; a list takes its values with commas.
    """
    fields = dict(msgspec.structs.asdict(item))
    for name, value in change.items():
        if name not in fields or name in ("id", "evidence", "content"):
            known = ", ".join(sorted(set(fields) - {"id", "evidence", "content"}))
            raise UsageError(f"{type(item).__name__} has no field {name!r} to correct: {known}.")
        if name in _MENTIONS:
            fields[name] = _mention(fields[name], item, value)
        elif isinstance(fields[name], tuple):
            fields[name] = tuple(filter(None, (part.strip() for part in (value or "").split(","))))
        elif isinstance(fields[name], bool):
            fields[name] = value == "true"
        elif isinstance(fields[name], int):
            fields[name] = int(value) if value and value.isdigit() else value
        else:
            fields[name] = value
    try:
        return msgspec.convert(msgspec.to_builtins(fields), type(item))
    except msgspec.ValidationError as error:
        raise UsageError(f"that is no {type(item).__name__.lower()}: {error}.") from error


def first_evidence(told: Told[Any]) -> Evidence | None:
    """Where an item stands: its first span."""
    item = told.item
    spans = getattr(item, "evidence", None) or getattr(item, "content", None)
    span = spans[0] if spans else getattr(item, "span", None)
    return Evidence.of(told.by.report, span) if isinstance(span, Span) else None


def _mention(was: Mention | None, item: Any, actor: str | None) -> Mention | None:
    if actor is None:
        return None
    span = was.span if was else (getattr(item, "cue", None) or _first_span(item))
    return Mention(span, actor, actor, was.form if was else "name")


def _first_span(item: Any) -> Span:
    spans: tuple[Span, ...] = getattr(item, "evidence", ()) or getattr(item, "content", ())
    return spans[0]


def _same_actors(decisions: Iterable[Decision]) -> dict[str, str]:
    """Which actor is which other: the last word on each pair, followed to its end."""
    same: dict[str, str] = {}
    for one in decisions:
        into = one.change.get("into")
        if one.kind != "actors" or into is None:
            continue
        if one.verdict == "merge":
            same[one.item] = into
        elif one.verdict == "split" and same.get(one.item) == into:
            del same[one.item]
    return {actor: _end(actor, same) for actor in same}


def _end(actor: str, same: Mapping[str, str]) -> str:
    seen = {actor}
    while actor in same and same[actor] not in seen:
        actor = same[actor]
        seen.add(actor)
    return actor


def _renamed(value: Any, same: Mapping[str, str]) -> Any:
    """The value with every mention of a merged actor naming the one it was merged into."""
    if isinstance(value, Mention):
        return replace(
            value,
            actor=same.get(value.actor or "", value.actor),
            represents=same.get(value.represents or "", value.represents),
        )
    if isinstance(value, tuple):
        return tuple(_renamed(item, same) for item in value)
    if isinstance(value, msgspec.Struct) and not isinstance(value, Span):
        changed = {
            name: _renamed(part, same)
            for name in value.__struct_fields__
            if isinstance(part := getattr(value, name), msgspec.Struct | tuple)
        }
        return replace(value, **changed) if changed else value
    return value
