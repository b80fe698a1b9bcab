"""Where quotation marks open and close, whatever marks were used.

Wire copy mixes straight and typographic marks, closes with the wrong one, and leaves a mark open
where a quotation runs on in the next paragraph. So the shape of a mark counts less than what
stands beside it: a mark opens when a word follows and no word precedes, and closes when a word
precedes. One pass over the text, paragraph by paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile(r"''|``|[\"“”„‟«»〝〞＂]|[‘’‚‛'](?!')")
_PARAGRAPH = re.compile(r"[^\n]+")
_OPENS = frozenset("“„‟«〝``")
_CLOSES = frozenset("”»〞")
_SINGLE = frozenset("‘’‚‛'")
_BEFORE_OPENING = frozenset("([{—–-/:…")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, the marks included.

    `closed` is False where the paragraph ends first; `continues` where the next paragraph opens
    with a mark and so goes on with the same speech. `single` marks are the weaker sign: an
    apostrophe may look like one.
    """

    start: int
    end: int
    closed: bool = True
    continues: bool = False
    single: bool = False


def find_quotations(text: str) -> list[Quotation]:
    """The outermost quotations of `text`, in text order, none overlapping another."""
    found: list[Quotation] = []
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        marks = list(_MARK.finditer(text, start, end))
        if not marks:
            continue
        inside = list(_in_paragraph(text, start, end, marks))
        if found and inside and _goes_on(text, found[-1], start, inside[0]):
            last = found[-1]
            found[-1] = Quotation(last.start, last.end, closed=False, continues=True)
        found.extend(inside)
    return found


def _goes_on(text: str, last: Quotation, paragraph: int, first: Quotation) -> bool:
    """Whether `first`, of the paragraph starting there, goes on with the open `last`."""
    return (
        not last.closed
        and not text[last.end : first.start].strip()
        and not text[paragraph : first.start].strip()
    )


def _in_paragraph(
    text: str, start: int, end: int, marks: list[re.Match[str]]
) -> Iterator[Quotation]:
    opened: int | None = None
    single: int | None = None
    for mark in marks:
        at, after = mark.span()
        if mark[0] in _SINGLE:
            if opened is not None:
                continue
            if single is not None and _closes_single(text, mark, end):
                yield Quotation(single, after, single=True)
                single = None
            elif _opens_single(text, mark, start, end):
                single = at
            continue
        opens, closes = _can_open(text, mark, start, end), _can_close(text, mark, start, end)
        if opened is None:
            if opens and not (closes and mark[0] in _CLOSES):
                opened, single = at, None
        elif closes and not (opens and mark[0] in _OPENS):
            yield Quotation(opened, after)
            opened = None
        elif opens:
            yield Quotation(opened, _trimmed(text, opened, at), closed=False)
            opened = at
        else:
            yield Quotation(opened, after)
            opened = None
    if opened is not None and text[opened + 1 : end].strip():
        yield Quotation(opened, _trimmed(text, opened, end), closed=False)


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end


def _can_open(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    at, after = mark.span()
    if after >= end or text[after].isspace():
        return False
    before = text[at - 1] if at > start else " "
    return before.isspace() or before in _BEFORE_OPENING or mark[0] in _OPENS


def _can_close(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    at, after = mark.span()
    if at <= start or text[at - 1].isspace():
        return mark[0] in _CLOSES and (after >= end or text[after].isspace())
    following = text[after] if after < end else " "
    return not following.isalnum() or mark[0] in _CLOSES


def _opens_single(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    at, after = mark.span()
    if mark[0] == "’" or after >= end or not text[after].isalnum():
        return False
    before = text[at - 1] if at > start else " "
    return before.isspace() or before in _BEFORE_OPENING


def _closes_single(text: str, mark: re.Match[str], end: int) -> bool:
    """A plural's apostrophe ("the parties' talks") is not a closing mark."""
    at, after = mark.span()
    before = text[at - 1]
    following = text[after] if after < end else " "
    if following.isalnum() or before.isspace():
        return False
    return not (before == "s" and following.isspace() and after < end)
