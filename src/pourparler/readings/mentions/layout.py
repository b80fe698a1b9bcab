"""What a page's layout tells about its mentions: quotations, dateline, days, appositions."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from pourparler.model import first_day, last_day
from pourparler.readings.mentions.desk import Desk, Draft

_BREAKS = frozenset({",", "-", "–", "—", "("})
_BETWEEN = _BREAKS | {"the", "a", "an", "its", "their", "his", "her"}
_PREPOSITIONS = frozenset({"in", "at", "to", "for", "of", "on"})
_NO_PHRASE = frozenset({"VERB", "AUX", "CCONJ", "SPACE"})
_LONGEST_PHRASE = 9
_LONG_AGO = 45
"""Days before the report from which a date in a sentence moves its offices to that day."""


def days_of_sentences(desk: Desk, day: date) -> list[date]:
    """The day each sentence speaks of: that of a past date in it, else the report's."""
    days = [day] * len(desk.sentence_starts)
    for time in desk.page.times:
        if time.type != "DATE" or time.when is None or not days:
            continue
        first, last = first_day(time.when), last_day(time.when)
        if first and last and (last - first).days < 32 and (day - last).days > _LONG_AGO:
            days[desk.sentences[desk.token_at(time.span.start)]] = last
    return days


def quoted_tokens(desk: Desk) -> bytearray:
    """1 for each token inside quotation marks; a mark left open closes with its paragraph."""
    quoted = bytearray(len(desk.words))
    inside = False
    for i, word in enumerate(desk.words):
        if word in {"“", "„", "«"}:
            inside = True
        elif word in {"”", "»"}:
            inside = False
        elif word in {'"', "``", "''"}:
            inside = not inside
        elif "\n" in word:
            inside = False
        elif inside:
            quoted[i] = 1
    return quoted


def appositions(desk: Desk, drafts: list[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Each role with the person it stands beside ("Lavrov, the Russian minister, said")."""
    ordered = [draft for draft in drafts if draft.kind in {"person", "role"}]
    for left, right in pairwise(ordered):
        if left.kind == right.kind:
            continue
        role, person = (left, right) if left.kind == "role" else (right, left)
        behind_phrase = role is left and _is_behind_phrase(desk, left, right)
        if role.is_plural or not (behind_phrase or _is_beside(desk, left, right)):
            continue
        if role is left and not _ends_phrase(desk, person.end):
            continue
        if role is right and _follows_in_list(desk, role):
            continue
        if role.states and not _is_of(desk, person, role.states):
            continue
        yield role, person


def _is_beside(desk: Desk, left: Draft, right: Draft) -> bool:
    gap = desk.lowers[left.end : right.start]
    return (
        0 < len(gap) <= 3
        and gap[0] in _BREAKS
        and all(word in _BETWEEN for word in gap)
        and desk.sentences[left.head] == desk.sentences[right.head]
    )


def _is_behind_phrase(desk: Desk, role: Draft, person: Draft) -> bool:
    """Whether only where or for whom stands between, and a comma before and after the name
    ("Norway's envoy to the talks in Geneva, Anna Brandt, said")."""
    gap = desk.lowers[role.end : person.start]
    if not 2 < len(gap) <= _LONGEST_PHRASE or gap[0] not in _PREPOSITIONS:
        return False
    between = gap[-1] == "," and "," not in gap[:-1]
    closed = person.end < len(desk.words) and desk.words[person.end] == ","
    return between and closed and _NO_PHRASE.isdisjoint(desk.pos[role.end : person.start])


def _ends_phrase(desk: Desk, end: int) -> bool:
    """Whether a comma, a full stop or a verb follows, so that the name stood in apposition."""
    return (
        end >= len(desk.words)
        or not desk.words[end][0].isalnum()
        or desk.pos[end]
        in {
            "VERB",
            "AUX",
            "ADP",
        }
    )


def _follows_in_list(desk: Desk, role: Draft) -> bool:
    """Whether "and somebody" follows, so that the role is the next in a list."""
    return role.end + 1 < len(desk.words) and desk.lowers[role.end] == "and"


def _is_of(desk: Desk, person: Draft, states: tuple[str, ...]) -> bool:
    """Whether a person may hold a role of these states, by title or by what is known."""
    actors = desk.codebook.actors
    if person.states:
        return bool(set(states) & set(person.states))
    known = [actors[id] for id in person.actors if id in actors]
    countries = {actors[state].country for state in states if state in actors}
    return not known or any(
        person.country in countries
        or None in countries
        or any(office.actor in states for office in person.offices)
        for person in known
    )
