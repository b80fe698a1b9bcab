"""Meetings: who met whom, at which level, where, when, and whether it came about."""

from pourparler.model import Meeting
from pourparler.readings.events.parties import Parties
from pourparler.readings.events.tree import Tree
from pourparler.readings.meetings.merging import merge
from pourparler.readings.meetings.noting import Noter
from pourparler.readings.meetings.scope import scopes
from pourparler.readings.page import Page

__all__ = ["find_meetings"]


def find_meetings(page: Page) -> tuple[Meeting, ...]:
    """The meetings and calls the report tells of, in text order.

    What one report tells twice of the same meeting is one; a plan and what came of it, told as
    two, stay two, and the process makes them one life.
    """
    tree = Tree(page.doc)
    noter = Noter(tree, Parties(tree, page), page)
    notes = [noter.note(scope) for scope in scopes(tree, page)]
    return merge(note for note in notes if note is not None)
