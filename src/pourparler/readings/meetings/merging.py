"""The tellings of one report that are of the same meeting, made one."""

from collections.abc import Iterable

from pourparler.model import Meeting, Participant, identify, may_coincide
from pourparler.readings.meetings.levels import in_order
from pourparler.readings.meetings.noting import Note

_BACK = 8


def merge(notes: Iterable[Note]) -> tuple[Meeting, ...]:
    """One meeting for each group of notes that may be of the same one, in text order."""
    kept: list[Note] = []
    for note in notes:
        same = next((other for other in reversed(kept[-_BACK:]) if _may_be_same(other, note)), None)
        if same is None:
            kept.append(note)
        else:
            _join(same, note)
    return tuple(_meeting(note) for note in kept)


def _may_be_same(left: Note, right: Note) -> bool:
    """Whether nothing the two tell differs, levels included, and they share sides or a round."""
    if left.status != right.status or left.medium != right.medium:
        return False
    ranked = left.level - {"technical"}, right.level - {"technical"}
    if all(ranked) and ranked[0].isdisjoint(ranked[1]):
        return False
    if left.several != right.several and not left.sides & right.sides:
        return False
    for one, other in (
        (left.format, right.format), (left.round, right.round), (left.place, right.place),
    ):  # fmt: skip
        if one is not None and other is not None and one != other:
            return False
    told = left.occurred and right.occurred and not (left.guessed or right.guessed)
    if told and not may_coincide(left.occurred or "", right.occurred or ""):
        return False
    if left.sides and right.sides:
        return left.sides <= right.sides or right.sides <= left.sides
    return left.format is not None and left.format == right.format


def _join(kept: Note, note: Note) -> None:
    known = {one.mention.actor or one.mention.name.lower() for one in kept.participants}
    for one in note.participants:
        if (one.mention.actor or one.mention.name.lower()) not in known:
            kept.participants.append(one)
    kept.evidence = tuple(dict.fromkeys((*kept.evidence, *note.evidence)))
    kept.level |= note.level
    kept.format = kept.format or note.format
    kept.round = kept.round if kept.round is not None else note.round
    kept.place = kept.place or note.place
    if note.occurred and (kept.occurred is None or (kept.guessed and not note.guessed)):
        kept.occurred, kept.guessed = note.occurred, note.guessed
    kept.outcome = kept.outcome or note.outcome


def _meeting(note: Note) -> Meeting:
    names = [one.mention.actor or one.mention.name for one in note.participants]
    return Meeting(
        id=identify("meeting", (note.report, note.head.start, note.status, *names)),
        evidence=note.evidence,
        participants=tuple(_roles(note.participants)),
        level=in_order(note.level),
        format=note.format,
        round=note.round,
        place=note.place,
        occurred=note.occurred,
        status=note.status,
        medium=note.medium,
        outcome=note.outcome,
        several=note.several,
        claimed_by=note.claimed_by,
        statement=note.statement,
    )


def _roles(participants: list[Participant]) -> list[Participant]:
    return sorted(participants, key=lambda one: one.mention.span)
