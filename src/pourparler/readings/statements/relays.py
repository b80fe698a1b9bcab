"""Who handed a statement on: an agency that quotes a paper that quotes a ministry."""

from pourparler.readings.statements.complements import marker_of
from pourparler.readings.statements.draft import Draft
from pourparler.readings.statements.sheet import Sheet
from pourparler.readings.statements.speakers import agent_of, subject_of

RELAYING = frozenset(["report", "quote", "cite", "according to", "relay", "carry", "publish"])
_QUOTING = frozenset(["quote", "cite"])


def quoted_person(sheet: Sheet, verb: int) -> tuple[int, int | None] | None:
    """For "quoted Brandt as saying": the heads of who speaks and of who quotes.

    None for a verb that is not told "as" by one that quotes.
    """
    head = sheet.heads[verb]
    marker = marker_of(sheet, verb)
    if head == verb or marker is None or sheet.words[marker] != "as":
        return None
    if sheet.words[head] not in ("quoted", "cited", "quotes", "cites", "quoting", "citing"):
        return None
    subject = subject_of(sheet, head)
    if subject is not None and sheet.relations[subject] == "nsubj:pass":
        return subject, agent_of(sheet, head) or agent_of(sheet, verb)
    for child in sheet.children[head]:
        if head < child < verb and sheet.relations[child] in ("obj", "iobj"):
            return child, subject
    return None


def is_replaced(sheet: Sheet, draft: Draft) -> bool:
    """Whether "quoted X as saying" makes the draft of "quoted" say nothing of its own."""
    if draft.cue.lemma not in _QUOTING:
        return False
    return any(
        child > draft.verb and sheet.tags[child] == "VERB" and _is_as(sheet, child)
        for child in sheet.children[draft.verb]
    )


def _is_as(sheet: Sheet, head: int) -> bool:
    marker = marker_of(sheet, head)
    return marker is not None and sheet.words[marker] == "as"
