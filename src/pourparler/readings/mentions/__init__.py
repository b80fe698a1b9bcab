"""Mentions: who is named where in a report, and which actor is meant.

Names come first, then roles and groups, then pronouns; each is resolved in text order, so
that "the minister" and "he" can only be those who were there before (or whom the text
introduces by full name later, for headlines). Offices are those of the day spoken of.
"""

from pourparler.model import Mention
from pourparler.readings.cast import Cast
from pourparler.readings.mentions.desk import Desk, Draft
from pourparler.readings.mentions.groups import find_actors, find_groups, find_pronouns
from pourparler.readings.mentions.persons import find_persons
from pourparler.readings.mentions.resolve import Resolver
from pourparler.readings.mentions.roles import find_roles
from pourparler.readings.page import Page


def find_mentions(page: Page) -> Cast:
    """The cast of the report: its mentions in text order, and the actors it introduces."""
    desk = Desk(page)
    drafts = [*find_persons(desk)]
    drafts += find_roles(desk)
    drafts += find_groups(desk)
    drafts += find_actors(desk)
    drafts += find_pronouns(desk)
    drafts.sort(key=lambda draft: draft.start)
    resolver = Resolver(desk, drafts)
    heads: dict[int, tuple[Mention, ...]] = {}
    mentions: list[Mention] = []
    for draft, found in resolver.resolve():
        mentions += found
        heads[draft.head] = found
    return Cast(mentions, resolver.learned(), heads=heads, nested=_nested(desk, drafts, resolver))


def _nested(desk: Desk, drafts: list[Draft], resolver: Resolver) -> dict[int, Mention]:
    """The states named inside longer mentions, by token."""
    nested: dict[int, Mention] = {}
    for draft in drafts:
        if draft.kind not in {"role", "person", "group"}:
            continue
        for i in range(draft.start, draft.end):
            if i in desk.hits and i != draft.head:
                hit, end = desk.hits[i]
                states = hit.only("actor", "capital", "seat")
                if states and end <= draft.end and end - i < draft.end - draft.start:
                    mention = resolver.named(i, end, states[0])
                    for token in range(i, end):
                        nested[token] = mention
    return nested
