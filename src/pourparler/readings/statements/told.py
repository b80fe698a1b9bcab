"""What else a sentence tells of a statement: when it was made, to whom, and on what occasion.

Read in the sentence of the cue, outside what was said. A time there is when it was said ("In
October, she stated", "said on Thursday"). A statement that only goes on ("he added", "she also
said") was made when its speaker's last one was. Anything else stays unknown: the day of
publication is no evidence of the day of speaking.
"""

from bisect import bisect_left
from collections.abc import Container

from pourparler.codebook import SpeechCues
from pourparler.model import When
from pourparler.readings.page import Page
from pourparler.readings.statements.complements import is_time, marker_of
from pourparler.readings.statements.draft import Draft
from pourparler.readings.statements.sheet import Sheet

_LEADS = frozenset(["in", "at", "on", "during", "after", "following", "via", "through", "over"])
_SPOKEN_TO = frozenset(["with", "from", "by", "to"])
_ASKED_ACTS = frozenset(["asked", "demanded", "warned", "promised", "offered", "denied", "thanked"])
_GOES_ON = frozenset(["add", "continue", "conclude", "go on"])
_LONGEST_SENTENCE = 150
_MOST_TIMES = 12
_LONGEST_VENUE = 24
_LONGEST_CLIMB = 5


def time_of(page: Page, sheet: Sheet, draft: Draft) -> When | None:
    """When the statement was made, as far as its sentence tells."""
    first, end = _around(sheet, draft)
    cue = draft.cue_at[0]
    venues = page.codebook.cues.venues
    nearest: tuple[int, When] | None = None
    start, stop = sheet.starts[first], sheet.ends[end - 1]
    at = bisect_left(page.times, start, key=lambda time: time.span.start)
    for time in page.times[at : at + _MOST_TIMES]:
        if time.span.end > stop:
            break
        if time.type not in ("DATE", "TIME") or time.when is None:
            continue
        if any(start < time.span.end and time.span.start < stop for start, stop in draft.parts):
            continue
        token = bisect_left(sheet.starts, time.span.end) - 1
        if not _dates(sheet, venues, draft, token):
            continue
        distance = abs(time.span.start - cue)
        if nearest is None or distance < nearest[0]:
            nearest = (distance, time.when)
    return None if nearest is None else nearest[1]


def _dates(sheet: Sheet, venues: Container[str], draft: Draft, time: int) -> bool:
    """Whether a time says when it was said: it belongs to the cue, to who speaks, or to the
    occasion, and to no other verb or thing ("after its troops had left in May")."""
    at = time
    for _ in range(_LONGEST_CLIMB):
        head = sheet.heads[at]
        if head == draft.verb or head == draft.speaker:
            return True
        if head == at:
            return False
        if sheet.tags[head] in ("VERB", "AUX"):
            return _is_joined(sheet, head, draft.verb) or (
                sheet.relations[head] == "acl" and sheet.words[sheet.heads[head]] in venues
            )
        if head != time and sheet.words[head] not in venues and not is_time(sheet, head):
            return False
        at = head
    return False


def _is_joined(sheet: Sheet, first: int, verb: int) -> bool:
    """Whether the verbs are two deeds of one subject ("met them on Monday and said …")."""
    while sheet.relations[verb] == "conj" and sheet.heads[verb] < verb:
        verb = sheet.heads[verb]
        if verb == first:
            return True
    return False


def goes_on(sheet: Sheet, draft: Draft) -> bool:
    """Whether the statement goes on with what its speaker said before."""
    return draft.cue.lemma in _GOES_ON or any(
        sheet.words[child] == "also" for child in sheet.children[draft.verb]
    )


def venue_of(sheet: Sheet, cues: SpeechCues, draft: Draft) -> tuple[str, int | None] | None:
    """The occasion ("an interview with the newspaper") and the head of whom it was with."""
    first, end = _around(sheet, draft)
    for index in range(first, end):
        if sheet.words[index] not in cues.venues or sheet.tags[index] not in ("NOUN", "PROPN"):
            continue
        if _is_content(sheet, draft, index):
            continue
        marker = marker_of(sheet, index)
        if index == draft.verb or marker is None or not _leads(sheet, marker, index):
            continue
        opening = marker + 1
        last = _last_outside(sheet, draft, index)
        return sheet.text[sheet.starts[opening] : sheet.ends[last]], _partner(sheet, index, last)
    return None


def addressee_of(sheet: Sheet, draft: Draft) -> int | None:
    """The head of the noun phrase spoken to."""
    if draft.addressee is not None and not _is_for(sheet, draft.addressee):
        spoken_to = (
            draft.frame.startswith("someone to") and draft.cue.act_in(draft.frame) in _ASKED_ACTS
        )
        if spoken_to or draft.cue.addressed:
            return draft.addressee
    for child in sheet.children[draft.verb]:
        relation = sheet.relations[child]
        if child <= draft.verb or _is_content(sheet, draft, child):
            continue
        if relation == "iobj" or (relation == "obj" and draft.cue.addressed):
            return child
        if relation == "obl" and draft.frame != "to":
            marker = marker_of(sheet, child)
            if marker is not None and sheet.words[marker] == "to":
                return child
    return None


def _is_for(sheet: Sheet, head: int) -> bool:
    """Whether it is only wished that they do it: who calls for talks to begin talks to nobody."""
    marker = marker_of(sheet, head)
    return marker is not None and sheet.words[marker] == "for"


def _around(sheet: Sheet, draft: Draft) -> tuple[int, int]:
    """First and (exclusive) last token of the cue's sentence, of what tells of it when nested."""
    first, end = sheet.sentences[draft.verb]
    first, end = (
        max(first, draft.verb - _LONGEST_SENTENCE),
        min(end, draft.verb + _LONGEST_SENTENCE),
    )
    if draft.within is None:
        return first, end
    start, stop = draft.within
    inner_first = bisect_left(sheet.starts, start, first, draft.verb)
    return inner_first, bisect_left(sheet.starts, stop, draft.verb, end)


def _is_content(sheet: Sheet, draft: Draft, index: int) -> bool:
    position = sheet.starts[index]
    return any(start <= position < end for start, end in draft.parts)


def _last_outside(sheet: Sheet, draft: Draft, head: int) -> int:
    """The last token of the noun phrase of `head` before a stop, the cue or the content."""
    last = head
    limit = min(max(sheet.edges[head][1], head), head + _LONGEST_VENUE, sheet.size - 1)
    for index in range(head + 1, limit + 1):
        if sheet.tags[index] in ("PUNCT", "SPACE", "VERB", "SCONJ"):
            break
        if index == draft.verb or _is_content(sheet, draft, index):
            break
        last = index
    return last


def _leads(sheet: Sheet, marker: int, venue: int) -> bool:
    """Whether the preposition sets the scene: "in response *to* a question" does."""
    word = sheet.words[marker]
    return word in _LEADS or (word == "to" and sheet.words[venue].startswith("question"))


def _partner(sheet: Sheet, venue: int, last: int) -> int | None:
    """Whom an interview was with, whom a question came from."""
    for child in sheet.children[venue]:
        if venue < child <= last:
            marker = marker_of(sheet, child)
            if marker is not None and sheet.words[marker] in _SPOKEN_TO:
                return child
    return None
