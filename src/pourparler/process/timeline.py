"""The days that matter, one line each, the weightiest told most widely and most often since."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from pourparler.model import (
    Event,
    Evidence,
    Happening,
    MeetingHeld,
    Phase,
    Support,
    TimelineEntry,
    first_day,
    last_day,
)
from pourparler.process.agreements import Agreed
from pourparler.process.meetings import day_of

MOST = 80
"""Lines of a timeline at most, the weightiest."""

_OUTCOME = 90
"""Characters at most that a line gives to what came of a meeting."""

NEWS = timedelta(days=7)
"""After which a report that tells of a day returns to it."""

_PHASE_WORDS = {
    "exploratory": "First soundings",
    "talks": "Talks begin",
    "paused": "The talks pause",
    "resumed": "The talks resume",
    "agreed": "Agreement",
    "implemented": "The agreement is carried out",
    "collapsed": "The talks collapse",
}

_LEVEL_WORDS = {
    "leaders": "leaders",
    "foreign-ministers": "foreign ministers",
    "defence-ministers": "defence ministers",
    "intelligence-chiefs": "intelligence chiefs",
    "deputies": "deputies",
    "technical": "technical level",
}

_LASTING = 2.0
"""What a meeting weighs beside an event of the same support: it is a day of the talks itself."""


def timeline(
    meetings: Iterable[MeetingHeld],
    phases: Iterable[Phase],
    events: Iterable[Happening],
    format_name: Callable[[str], str],
    agreements: Iterable[Agreed] = (),
) -> list[TimelineEntry]:
    """Meetings, turns of the talks, agreements and events between those who take part, by day."""
    entries = [_of_meeting(one, format_name) for one in meetings if _is_dated(one)]
    turns = list(phases)
    entries += [_of_phase(one) for one in turns]
    shown = {span for one in turns if one.phase == "agreed" for span in one.support.evidence}
    agreed = list(agreements)
    entries += [_of_agreement(one) for one in agreed if not shown & {*one.support.evidence}]
    told = _Told(span for one in agreed for span in one.support.evidence)
    entries += [
        entry
        for one in events
        if not any(map(told.overlaps, one.support.evidence))
        and (entry := _of_event(one)) is not None
    ]
    weightiest = sorted(_once(entries), key=lambda entry: -entry.weight)[:MOST]
    return sorted(weightiest, key=lambda entry: (_place(entry.when), -entry.weight))


class _Told:
    """The places of the reports that are told of already."""

    def __init__(self, places: Iterable[Evidence]) -> None:
        self._spans: dict[str, list[Evidence]] = {}
        for place in places:
            self._spans.setdefault(place.report, []).append(place)

    def overlaps(self, place: Evidence) -> bool:
        """Whether a place shares words with one of them."""
        told = self._spans.get(place.report, ())
        return any(one.start < place.end and place.start < one.end for one in told)


def describe_meeting(meeting: MeetingHeld, format_name: Callable[[str], str]) -> str:
    """A meeting in one line: who, at what level, in what format, where, and what became of it."""
    names = ", ".join(who.name for who in meeting.participants) or "Participants not named"
    words = {"phone": "Call", "video": "Video call"}.get(meeting.medium, "Meeting")
    words = f"{words}s" if meeting.several else words
    line = f"{words} of {names}"
    if meeting.level:
        line += f" ({', '.join(_LEVEL_WORDS[level] for level in meeting.level)})"
    if meeting.format:
        which = f"round {meeting.round} of the " if meeting.round else ""
        line += f", {which}{format_name(meeting.format)}"
    if meeting.place:
        line += f", {meeting.place}"
    if meeting.status != "held":
        return f"{line}: {meeting.status}"
    return line if meeting.outcome is None else f"{line}; {_short(meeting.outcome)}"


def _short(outcome: str) -> str:
    words = " ".join(outcome.split())
    return words if len(words) <= _OUTCOME else words[: _OUTCOME - 1].rsplit(" ", 1)[0] + "…"


def is_news(event: Event | Happening) -> bool:
    """Whether it may be a line of its own: meetings are told as meetings."""
    return event.status == "actual" and event.type not in (None, "CONSULT")


def _of_meeting(meeting: MeetingHeld, format_name: Callable[[str], str]) -> TimelineEntry:
    when = meeting.occurred or day_of(meeting)
    return TimelineEntry(
        when=when,
        text=describe_meeting(meeting, format_name),
        kind="meeting",
        item=meeting.id,
        weight=_LASTING * _weight(meeting.support, when),
        support=meeting.support,
    )


def _of_phase(phase: Phase) -> TimelineEntry:
    text = _PHASE_WORDS[phase.phase]
    if phase.causes:
        text += f": {phase.causes[0].words}"
    return TimelineEntry(
        when=phase.since,
        text=text,
        kind="phase",
        item=f"{phase.process}:{phase.phase}:{phase.since}",
        weight=_LASTING * _weight(phase.support, phase.since),
        support=phase.support,
    )


def _of_agreement(one: Agreed) -> TimelineEntry:
    names = ", ".join(who.name for who in one.parties)
    return TimelineEntry(
        when=one.when,
        text=f"{names}: {one.words}",
        kind="event",
        item=one.id,
        weight=_LASTING * _weight(one.support, one.when),
        support=one.support,
    )


def _of_event(event: Happening) -> TimelineEntry | None:
    """An event that happened on a known day and that a report itself tells."""
    if not is_news(event) or event.claimed_by or event.occurred is None:
        return None
    if first_day(event.occurred) is None:
        return None
    return TimelineEntry(
        when=event.occurred,
        text=event.words,
        kind="event",
        item=event.id,
        weight=_weight(event.support, event.occurred),
        support=event.support,
    )


def _weight(support: Support, when: str) -> float:
    """How many tell of a day independently, and how many reports return to it later."""
    day = _place(when)
    later = sum(date.fromisoformat(by.day) - day > NEWS for by in support.tellings)
    return support.independent + later


def _place(when: str) -> date:
    """Where a time stands among days: at its first, or the last it may have been."""
    return first_day(when) or last_day(when) or date.max


def _is_dated(meeting: MeetingHeld) -> bool:
    return meeting.occurred is not None and _place(meeting.occurred) != date.max


def _once(entries: Iterable[TimelineEntry]) -> list[TimelineEntry]:
    """Without lines that say the same of the same day."""
    return list({(entry.when, entry.text): entry for entry in entries}.values())
