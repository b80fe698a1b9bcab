"""Drafts become statements: one for each cue, whole quotations, nested in what tells of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import groupby

import msgspec

from pourparler.model import Statement, When
from pourparler.readings.page import Page
from pourparler.readings.statements.draft import Draft
from pourparler.readings.statements.making import is_relaying, make
from pourparler.readings.statements.marks import Quotation
from pourparler.readings.statements.relays import is_replaced
from pourparler.readings.statements.sheet import Sheet
from pourparler.readings.statements.tags import demand_after
from pourparler.readings.statements.told import goes_on
from pourparler.readings.statements.unreal import has_voice, is_purpose, is_unmade, tells_inside


def join(
    page: Page,
    sheet: Sheet,
    quotations: Sequence[Quotation],
    told: Sequence[Draft],
    quoted: Sequence[Draft],
) -> tuple[Statement, ...]:
    """The statements of the report, in the order their content begins."""
    cues = page.codebook.cues
    told = [
        draft
        for draft in told
        if not is_replaced(sheet, draft)
        and not is_unmade(sheet, cues, draft)
        and not is_purpose(sheet, draft)
        and has_voice(sheet, draft)
        and not _is_heading(page, draft)
    ]
    drafts = _merge(sheet, told, quoted, quotations)
    drafts.sort(key=_place)
    # A word that could be noun or verb ("calls") has been read as both.
    drafts = [next(same) for _, same in groupby(drafts, key=_place)]
    drafts = [
        draft
        for draft, container in zip(drafts, _containers(drafts), strict=True)
        if container is None or is_relaying(drafts[container]) or tells_inside(sheet, draft)
    ]
    containers = _containers(drafts)
    found: list[Statement] = []
    said_at: dict[str, When | None] = {}
    for draft, container in zip(drafts, containers, strict=True):
        teller = None if container is None else found[container]
        if container is not None:
            draft.relayed = is_relaying(drafts[container])
            draft.within = drafts[container].part_at(draft.cue_at[0])
        statement = make(page, sheet, draft, teller)
        found.append(_dated(sheet, draft, statement, said_at))
    return tuple(found)


def _place(draft: Draft) -> tuple[int, int, int]:
    return draft.start, -draft.end, draft.verb


def _is_heading(page: Page, draft: Draft) -> bool:
    """Whether a line's name before its colon is a subject heading and nobody's ("Politics: …"),
    or where the report was written ("TEHRAN: …")."""
    if draft.cue.lemma != ":" or draft.placing != "around" or draft.speaker is None:
        return False
    token = page.doc[draft.speaker]
    mention = page.cast.of(token)
    if token.is_upper and (token.ent_type_ == "LOC" or mention.form == "metonym"):
        return True
    if token.is_upper or token.ent_type_ == "PER":
        return False
    return mention.actor is None


def _dated(
    sheet: Sheet, draft: Draft, statement: Statement, said_at: dict[str, When | None]
) -> Statement:
    """The statement with the time its speaker's last one has, where it only goes on.

    Drafts come in text order; `said_at` keeps each speaker's last time outside other speech.
    """
    if statement.speaker is None or statement.nested_in is not None:
        return statement
    name = statement.speaker.actor or statement.speaker.name
    if statement.stated is None and goes_on(sheet, draft):
        statement = msgspec.structs.replace(statement, stated=said_at.get(name))
    said_at[name] = statement.stated
    return statement


def _merge(
    sheet: Sheet, told: Sequence[Draft], quoted: Sequence[Draft], quotations: Sequence[Quotation]
) -> list[Draft]:
    """One draft a cue: what is quoted with a verb and what its clause tells are one statement."""
    by_verb = {draft.verb: draft for draft in quoted if draft.placing != "floating"}
    drafts = list(quoted)
    for draft in quoted:
        _demand_too(sheet, draft, quotations)
    for draft in told:
        if not _kept_inside(draft, quotations):
            continue
        _stop_before_next(sheet.text, draft, quotations)
        _take_whole(draft, quotations)
        same = by_verb.get(draft.verb)
        if same is None:
            drafts.append(draft)
        elif (
            draft.placing == "after"
            and draft.frame in ("that", "clause")
            and _leads_to(sheet, draft, same)
        ):
            same.parts.insert(0, draft.parts[0])
        elif draft.placing == "after" and _holds_quoted(sheet, draft, same):
            same.parts[0] = (draft.start, max(draft.end, same.parts[0][1]))
    return drafts


def _demand_too(sheet: Sheet, draft: Draft, quotations: Sequence[Quotation]) -> None:
    """Adds what the speaker demands after the tag, in words that are not quoted."""
    if draft.placing != "quoted" or not draft.parts or draft.end > draft.cue_at[0]:
        return
    after = demand_after(sheet, draft.verb)
    if after is None:
        return
    at = bisect_left(quotations, after[0], key=lambda quotation: quotation.start)
    if at == len(quotations) or quotations[at].start >= after[1]:
        draft.parts.append(after)


def _holds_quoted(sheet: Sheet, told: Draft, quoted: Draft) -> bool:
    """Whether the quotation is the beginning of a longer clause ("said that “we want” the law")."""
    start, end = quoted.parts[0]
    link = sheet.text[told.cue_at[1] : start]
    return told.start <= start < told.end and end < told.end and not {",", ":"} & set(link)


def _leads_to(sheet: Sheet, told: Draft, quoted: Draft) -> bool:
    """Whether the clause runs into the quotation ("he said it was over: “…”")."""
    between = sheet.text[told.end : quoted.start]
    return told.end <= quoted.start and not any(map(str.isalnum, between))


def _kept_inside(draft: Draft, quotations: Sequence[Quotation]) -> bool:
    """Keeps what a cue inside a quotation tells inside it; whether any content is left."""
    at = bisect_right(quotations, draft.cue_at[0], key=lambda quotation: quotation.start) - 1
    if at < 0 or draft.cue_at[0] >= quotations[at].end:
        return True
    quotation = quotations[at]
    inner_end = quotation.end - 1 if quotation.closed else quotation.end
    draft.parts = [
        (max(start, quotation.start + 1), min(end, inner_end))
        for start, end in draft.parts
        if start < inner_end and end > quotation.start + 1
    ]
    return any(end - start > 1 for start, end in draft.parts)


def _stop_before_next(text: str, draft: Draft, quotations: Sequence[Quotation]) -> None:
    """Ends a content at the full stop before a quotation: the parse may run over it."""
    start, end = draft.parts[-1]
    at = bisect_right(quotations, start, key=lambda quotation: quotation.start)
    while at < len(quotations) and quotations[at].start < end:
        before = text[start : quotations[at].start].rstrip()
        if before.endswith((".", "!", "?")):
            draft.parts[-1] = (start, start + len(before.rstrip(".!?")))
            return
        at += 1


def _take_whole(draft: Draft, quotations: Sequence[Quotation]) -> None:
    """A content that ends inside a quotation it also began before takes all of it."""
    start, end = draft.parts[-1]
    at = bisect_left(quotations, end, key=lambda quotation: quotation.start) - 1
    if at >= 0:
        quotation = quotations[at]
        if start <= quotation.start < end < quotation.end and quotation.end - end < 400:
            draft.parts[-1] = (start, quotation.end)


def _containers(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft (sorted by start), the innermost earlier one whose content holds it."""
    found: list[int | None] = []
    open_drafts: list[int] = []
    for number, draft in enumerate(drafts):
        while open_drafts and drafts[open_drafts[-1]].end <= draft.start:
            open_drafts.pop()
        holder = None
        for candidate in reversed(open_drafts[-8:]):
            if _holds(drafts[candidate], draft):
                holder = candidate
                break
        found.append(holder)
        open_drafts.append(number)
    return found


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether the inner statement, cue and all, is told within the outer's content."""
    return outer.verb != inner.verb and any(
        start <= inner.cue_at[0] < end and start <= inner.start and inner.parts[0][1] <= end
        for start, end in outer.parts
    )
