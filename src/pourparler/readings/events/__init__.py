"""Events: who did what to whom, told by verbs and nouns of the codebook's frames."""

from pourparler.model import Event
from pourparler.readings.events.choosing import choose
from pourparler.readings.events.parties import Parties
from pourparler.readings.events.reader import ActReader
from pourparler.readings.events.telling import Teller
from pourparler.readings.events.tree import Tree
from pourparler.readings.page import Page

__all__ = ["find_events"]


def find_events(page: Page) -> tuple[Event, ...]:
    """The events the report tells of, in text order: one for one happening."""
    tree = Tree(page.doc)
    parties = Parties(tree, page)
    reader = ActReader(tree, parties, page)
    teller = Teller(tree, parties, page)
    return tuple(teller.event(act) for act in choose(reader, tree))
