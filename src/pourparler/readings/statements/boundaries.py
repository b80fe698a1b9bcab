"""Where a content ends that the parse cut short.

A content runs to a comma or stop far more often than it ends between two words, so words that
follow directly belong to it, but for those that open a clause or time of the reporter's own.
Which words after a comma go on with a clause was counted on PolNeAR's training part.
"""

from pourparler.readings.statements.complements import is_time
from pourparler.readings.statements.sheet import Sheet

_MARKS = frozenset(
    ['"', "“", "”", "''", "``", "«", "»", "‘", "’", "(", ")", "[", "]", "-", "/", "$"]
)
_LEAVES = frozenset(["after", "while", "during", "before", "when", "although", "though"])
_JOINS = frozenset(["and", "but", "because", "or", "nor"])
_GOES_ON = frozenset(
    ["and", "but", "or", "nor", "because", "as", "in", "since", "that", "if", "so"]
)
_GOES_ON_TAGS = frozenset(["ADV", "AUX", "PART"])


def run_on(sheet: Sheet, last: int, end: int, *, clause: bool) -> int:
    """The last token of a content that the parse ends at `last`; `end` is the sentence's.

    `clause` holds for a finite clause, which goes on over "and", "but" and some commas.
    """
    at = last + 1
    while at < end:
        word, tag = sheet.words[at], sheet.tags[at]
        if tag == "SPACE":
            break
        if tag == "PUNCT" or word in _MARKS:
            if word not in _MARKS and not (clause and word == "," and _goes_on(sheet, at, end)):
                break
            if word == "-" and sheet.starts[at] > sheet.ends[at - 1]:
                break
        elif word in _LEAVES or is_time(sheet, at) or (word in _JOINS and not clause):
            break
        else:
            last = at
        at += 1
    return last


def _goes_on(sheet: Sheet, comma: int, end: int) -> bool:
    following = comma + 1
    if following >= end:
        return False
    word, tag = sheet.words[following], sheet.tags[following]
    return word in _GOES_ON or word in _MARKS or tag in _GOES_ON_TAGS
