"""Drafts become statements: one for each cue, whole quotations, nested in what tells of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from pourparler.model import Mention, Span, Statement, StatementKind, identify
from pourparler.readings.page import Page
from pourparler.readings.statements.draft import Draft
from pourparler.readings.statements.marks import Quotation
from pourparler.readings.statements.sheet import Sheet

_MARKS = "\"“”„‟«»〝〞＂'‘’`"
_DOUBLE = '"“”„‟«»〝〞＂'
_RELATIVE = frozenset(["who", "which", "that", "whom"])


def join(
    page: Page,
    sheet: Sheet,
    quotations: Sequence[Quotation],
    told: Sequence[Draft],
    quoted: Sequence[Draft],
) -> tuple[Statement, ...]:
    """The statements of the report, in the order their content begins."""
    drafts = _merge(sheet, told, quoted, quotations)
    drafts.sort(key=lambda draft: (draft.start, -draft.end, draft.verb))
    containers = _containers(drafts)
    ids: list[str] = []
    found: list[Statement] = []
    for draft, container in zip(drafts, containers, strict=True):
        statement = _statement(page, sheet, draft, None if container is None else ids[container])
        ids.append(statement.id)
        found.append(statement)
    return tuple(found)


def _merge(
    sheet: Sheet, told: Sequence[Draft], quoted: Sequence[Draft], quotations: Sequence[Quotation]
) -> list[Draft]:
    """One draft a cue: what is quoted with a verb and what its clause tells are one statement."""
    by_verb = {draft.verb: draft for draft in quoted if draft.placing != "floating"}
    drafts = list(quoted)
    for draft in told:
        if not _kept_inside(draft, quotations):
            continue
        _stop_before_next(sheet.text, draft, quotations)
        _take_whole(draft, quotations)
        same = by_verb.get(draft.verb)
        if same is None:
            drafts.append(draft)
        elif draft.frame in ("that", "clause") and _leads_to(sheet, draft, same):
            same.parts.insert(0, draft.parts[0])
    return drafts


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


def _statement(page: Page, sheet: Sheet, draft: Draft, nested_in: str | None) -> Statement:
    content = tuple(page.span(start, end) for start, end in draft.parts)
    return Statement(
        id=identify("statement", (page.report.id, draft.cue_at[0], draft.start, draft.end)),
        kind=_kind(content),
        content=content,
        act=draft.cue.act,
        attitude=draft.cue.attitude,
        speaker=_mention(page, sheet, draft.speaker),
        cue=page.span(*draft.cue_at),
        addressee=_mention(page, sheet, draft.addressee),
        nested_in=nested_in,
    )


def _mention(page: Page, sheet: Sheet, head: int | None) -> Mention | None:
    """Whom the noun phrase names; a relative pronoun names what it stands for."""
    if head is None:
        return None
    mention = page.cast.of(page.doc[head])
    if mention.actor is None and sheet.words[head] in _RELATIVE:
        clause = sheet.heads[head]
        if sheet.relations[clause] == "acl:relcl":
            named = page.cast.of(page.doc[sheet.heads[clause]])
            return msgspec.structs.replace(named, span=mention.span, form="pronoun")
    return mention


def _kind(content: Sequence[Span]) -> StatementKind:
    if all(map(_is_quoted, content)):
        return "direct"
    marked = any(mark in part.exact for part in content for mark in _DOUBLE)
    return "mixed" if marked else "indirect"


def _is_quoted(part: Span) -> bool:
    """Whether the words stand in marks from first to last, closed or not."""
    words = part.exact
    if words[0] not in _MARKS or len(words) < 2:
        return False
    return words.rstrip(".,")[-1:] in _MARKS or not any(mark in words[1:] for mark in _DOUBLE)
