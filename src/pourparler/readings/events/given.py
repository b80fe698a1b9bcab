"""What happens between two actors that are already known: coders' work, checked or helped.

Where the words of both actors are given, the question is only what the one did to the other. All
acts of the sentence are weighed: those with these actors as parties first, then those on the
way from one to the other in the parse, then whatever the sentence tells.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language

from pourparler.codebook import Codebook
from pourparler.model import Event, Report
from pourparler.readings.events.acts import Act, Party
from pourparler.readings.events.choosing import is_front
from pourparler.readings.events.parties import Parties
from pourparler.readings.events.reader import ActReader
from pourparler.readings.events.telling import Teller
from pourparler.readings.events.tree import Tree
from pourparler.readings.mentions import find_mentions
from pourparler.readings.page import Page

Place = str | tuple[int, int]
"""Code points from start to end into the report's text, or words of it."""


def read_event_between(
    report: Report, source: Place, target: Place, pipeline: Language, codebook: Codebook
) -> Event | None:
    """The event between two actors of a report that is not read otherwise.

    `source` and `target` tell where they stand, or are the words to look for.
    """
    places = [_find(report.text, place) for place in (source, target)]
    if places[0] is None or places[1] is None:
        return None
    page = Page(report, pipeline(report.text), codebook)
    page = replace(page, cast=find_mentions(page))
    return event_between(page, places[0], places[1])


def _find(text: str, place: Place) -> tuple[int, int] | None:
    if not isinstance(place, str):
        return place
    start = text.find(place) if place else -1
    return (start, start + len(place)) if start >= 0 else None


def event_between(page: Page, source: tuple[int, int], target: tuple[int, int]) -> Event | None:
    """The event that the actor at `source` did to the one at `target`, as the report tells it.

    Both are code points from start to end into the report's text. None where the report's words
    between them tell nothing that the codebook knows.
    """
    tree = Tree(page.doc)
    parties = Parties(tree, page)
    reader = ActReader(tree, parties, page)
    doer, done_to = _tokens(tree, source), _tokens(tree, target)
    if not doer or not done_to:
        return None
    way = set(_way(tree, doer, done_to))
    acts = list(_acts(reader, tree, doer, done_to))
    if not acts:
        return None
    taken = {word for act in acts for word in act.words - {act.head}}
    best = max(acts, key=lambda act: _weight(act, tree, doer, done_to, way, taken))
    known = replace(best, actors=[_head(tree, doer)], recipients=[_head(tree, done_to)])
    return Teller(tree, parties, page).event(known)


def _tokens(tree: Tree, place: tuple[int, int]) -> range:
    start, end = place
    return range(tree.at(start), tree.at(end - 1) + 1) if 0 <= start < end else range(0)


def _head(tree: Tree, tokens: range) -> int:
    """The token of a phrase that hangs on one outside it."""
    return next((at for at in tokens if tree.heads[at] not in tokens), tokens[0])


def _acts(reader: ActReader, tree: Tree, doer: range, done_to: range) -> Iterator[Act]:
    """The acts told in the sentences of the two, first as written, then more loosely."""
    first = tree.sentence(min(doer[0], done_to[0]))[0]
    end = tree.sentence(max(doer[-1], done_to[-1]))[1]
    for index in range(first, end):
        act = reader.act_at(index)
        if act is not None and act.type is not None:
            yield act


def _way(tree: Tree, doer: range, done_to: range) -> Iterator[int]:
    """The tokens from one phrase to the other through the parse."""
    up = list(tree.climb(_head(tree, doer)))
    down = list(tree.climb(_head(tree, done_to)))
    shared = set(up) & set(down)
    for side in (up, down):
        for at in side:
            yield at
            if at in shared:
                break


def _weight(
    act: Act, tree: Tree, doer: range, done_to: range, way: set[int], taken: set[int]
) -> float:
    weight = min(act.certain, 5) * 0.4
    acts, done = _meets(act.actors, doer), _meets(act.recipients, done_to)
    weight += 3 * acts + 3 * done
    if not acts and _meets(act.recipients, doer):
        weight += 0.5
    if not done and _meets(act.actors, done_to):
        weight += 0.5
    weight += 1.2 * (act.head in way) + 0.4 * bool(act.words & way)
    if act.head in taken:
        weight -= 2.5
    if is_front(act.head, tree):
        weight += 1
    distance = min(abs(act.head - doer[0]), abs(act.head - done_to[0]))
    return weight - 0.02 * min(distance, 40)


def _meets(parties: Iterable[Party], tokens: range) -> bool:
    return any(isinstance(party, int) and party in tokens for party in parties)
