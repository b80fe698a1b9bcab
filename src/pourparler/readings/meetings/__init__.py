"""Meetings: who met whom, at which level, where, when, and whether it came about."""

from collections.abc import Iterable

from msgspec.structs import replace

from pourparler.model import Event, Meeting
from pourparler.readings.events.parties import Parties
from pourparler.readings.events.tree import Tree
from pourparler.readings.meetings.merging import merge
from pourparler.readings.meetings.noting import Noter
from pourparler.readings.meetings.scope import scopes
from pourparler.readings.page import Page

__all__ = ["find_meetings", "link_meetings"]


def find_meetings(page: Page) -> tuple[Meeting, ...]:
    """The meetings and calls the report tells of, in text order.

    What one report tells twice of the same meeting is one; a plan and what came of it, told as
    two, stay two, and the process makes them one life.
    """
    tree = Tree(page.doc)
    noter = Noter(tree, Parties(tree, page), page)
    notes = [noter.note(scope) for scope in scopes(tree, page)]
    return merge(note for note in notes if note is not None)


def link_meetings(events: Iterable[Event], meetings: Iterable[Meeting]) -> tuple[Event, ...]:
    """The events, those that tell of a meeting with its id: talks whose words are its words."""
    spans = sorted((span, meeting.id) for meeting in meetings for span in meeting.evidence)
    linked, first = [], 0
    for event in sorted(events, key=lambda one: one.evidence[0]):
        told = event.evidence[0]
        while first < len(spans) and spans[first][0].end <= told.start:
            first += 1
        if event.type == "CONSULT" or (event.cameo or "").startswith(("036", "026")):
            found = next((id for span, id in spans[first : first + 3] if span.overlaps(told)), None)
            event = replace(event, meeting=found)
        linked.append(event)
    return tuple(linked)
