"""Stretches of text from tokens, without the punctuation at their edges."""

from pourparler.readings.statements.sheet import Sheet

LONGEST = 300

_EDGE = frozenset([",", ";", ":", ".", "-", "–", "—", "--", "…", "..", "...", ")", "("])


def stretch(sheet: Sheet, first: int, last: int) -> tuple[int, int] | None:
    """Code points from token `first` to `last` (inclusive), None where no word is left.

    No content is longer than `LONGEST` tokens: in a text without stops each cue would otherwise
    hold all that follows.

    Quotation marks stay, commas and full stops at the edges go. The stretch ends with the
    paragraph.
    """
    last = min(last, first + LONGEST)
    while first <= last and _is_edge(sheet, first) and sheet.words[first] != "(":
        first += 1
    while last >= first and _is_edge(sheet, last):
        last -= 1
    if last < first:
        return None
    start, end = sheet.starts[first], sheet.ends[last]
    break_at = sheet.text.find("\n", start, end)
    if break_at != -1:
        end = break_at
        while end > start and sheet.text[end - 1] in " .,;:–—-":
            end -= 1
    return (start, end) if any(map(str.isalnum, sheet.text[start:end])) else None


def _is_edge(sheet: Sheet, index: int) -> bool:
    return sheet.tags[index] == "SPACE" or sheet.words[index] in _EDGE
