"""What a page's layout tells about its mentions: quotations, dateline, days, appositions."""

from collections.abc import Iterator
from datetime import date

from pourparler.model import first_day, last_day
from pourparler.readings.mentions_desk import Desk, Draft

_BREAKS = frozenset({",", "-", "–", "—", "("})
_BETWEEN = _BREAKS | {"the", "a", "an", "its", "their", "his", "her"}
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


def home_state(desk: Desk) -> str | None:
    """The state of the dateline's place, whose ministries need no adjective there."""
    dateline = desk.page.report.dateline
    if dateline is None or dateline.place is None:
        return None
    for name in (dateline.place, dateline.place.title()):
        for entry in desk.names.look_up(name):
            if entry.kind in {"capital", "actor"} and entry.actor in desk.codebook.actors.states:
                return entry.actor
    return None


def appositions(desk: Desk, drafts: list[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Each role with the person it stands beside ("Lavrov, the Russian minister, said")."""
    ordered = [draft for draft in drafts if draft.kind in {"person", "role"}]
    for left, right in zip(ordered, ordered[1:], strict=False):
        if left.kind == right.kind:
            continue
        role, person = (left, right) if left.kind == "role" else (right, left)
        if role.is_plural or not _is_beside(desk, left, right):
            continue
        if role is left and not _ends_phrase(desk, person.end):
            continue
        if role is right and _follows_in_list(desk, role):
            continue
        if role.states and person.states and not set(role.states) & set(person.states):
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


def _ends_phrase(desk: Desk, end: int) -> bool:
    """Whether a comma, a full stop or a verb follows, so that the name stood in apposition."""
    return end >= len(desk.words) or not desk.words[end][0].isalnum() or desk.pos[end] in {
        "VERB",
        "AUX",
        "ADP",
    }


def _follows_in_list(desk: Desk, role: Draft) -> bool:
    """Whether "and somebody" follows, so that the role is the next in a list."""
    return role.end + 1 < len(desk.words) and desk.lowers[role.end] == "and"
