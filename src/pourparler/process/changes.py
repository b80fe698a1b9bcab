"""What is known on one day and was not, or was otherwise, on an earlier one."""

from collections.abc import Callable, Iterable, Sequence

from pourparler.model import (
    Change,
    Deadlock,
    MeetingHeld,
    Phase,
    PositionHeld,
    Signal,
    Support,
    Telling,
)
from pourparler.process.timeline import describe_meeting

Name = Callable[[str], str]


def changed_positions(
    before: Iterable[PositionHeld], after: Iterable[PositionHeld], issue_name: Name
) -> list[Change]:
    """Stances taken or shifted since."""
    known = {(one.party.actor, one.issue): one.stance for one in before if one.until is None}
    changes = []
    for one in after:
        key = (one.party.actor, one.issue)
        if one.until is None and known.get(key) != one.stance:
            shift = f"{one.shift}: " if key in known and one.shift != "new" else ""
            text = f"{one.party.name}, {issue_name(one.issue).lower()}: {shift}{one.summary}"
            changes.append(Change("position", text, one.told_on, one.support))
    return changes


def changed_meetings(
    before: Iterable[MeetingHeld], after: Iterable[MeetingHeld], format_name: Name
) -> list[Change]:
    """Meetings told of for the first time, or with another status, since."""
    known = {one.id: one.status for one in before}
    return [
        Change("meeting", describe_meeting(one, format_name), one.life[-1].published, one.support)
        for one in after
        if known.get(one.id) != one.status
    ]


def changed_phase(before: Sequence[Phase], after: Sequence[Phase]) -> list[Change]:
    """The phase entered since, if any."""
    if not after or (before and before[-1].phase == after[-1].phase):
        return []
    now = after[-1]
    was = f", before {before[-1].phase}" if before else ""
    return [Change("phase", f"{now.phase.capitalize()}{was}", now.since, now.support)]


def changed_deadlocks(before: Iterable[Deadlock], after: Iterable[Deadlock]) -> list[Change]:
    """Deadlocks that formed or dissolved since."""
    known = {one.id: one.until for one in before}
    changes = []
    for one in after:
        if one.id not in known:
            changes.append(Change("deadlock", one.sentence, one.since, one.support))
        elif one.until is not None and known[one.id] is None:
            text = f"Dissolved ({one.dissolved}): {one.sentence}"
            changes.append(Change("deadlock", text, one.until, one.support))
    return changes


def changed_signals(
    before: Iterable[Signal], after: Iterable[Signal], telling: Callable[[str], Telling | None]
) -> list[Change]:
    """Signals given, or answered, since. `telling` finds the report of a signal's evidence."""
    known = {one.id: one.answer for one in before}
    changes = []
    for one in after:
        if one.id in known and (one.answer is None or known[one.id] is not None):
            continue
        answered = f", answered: {one.answer}" if one.answer else ", not answered so far"
        evidence = one.answered_by if one.id in known and one.answered_by else one.evidence
        by = telling(evidence.report)
        tellings = () if by is None else (by,)
        support = Support(1, 1, (evidence,), tellings)
        published = by.published if by else one.published
        changes.append(
            Change("signal", f"{one.party.name}: {one.words}{answered}", published, support)
        )
    return changes
