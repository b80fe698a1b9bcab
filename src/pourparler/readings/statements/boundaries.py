"""Where a content ends that the parse cut short.

A content runs to a comma or stop far more often than it ends between two words, so words that
follow directly belong to it, but for those that open a clause or time of the reporter's own.
Which words after a comma go on with a clause was counted on PolNeAR's training part.
"""

from collections.abc import Container

from pourparler.readings.statements.complements import is_time
from pourparler.readings.statements.sheet import Sheet
from pourparler.readings.statements.stretch import LONGEST

_MARKS = frozenset(
    ['"', "“", "”", "''", "``", "«", "»", "‘", "’", "(", ")", "[", "]", "-", "/", "$"]
)
_LEAVES = frozenset(["after", "while", "during", "before", "when", "although", "though"])
_JOINS = frozenset(["and", "but", "because", "or", "nor"])
_GOES_ON = frozenset(
    ["and", "but", "or", "nor", "because", "as", "in", "since", "that", "if", "so"]
)
_GIVES_EXAMPLES = frozenset(["including", "such", "like", "especially", "namely"])
SHOWING = frozenset(
    ["indicating", "showing", "suggesting", "signaling", "signalling", "reflecting"]
)
"""What things do rather than persons: "signals, indicating readiness" is all one object."""

_SUBJECTS = frozenset(["he", "she", "they", "it", "who", "which", "i", "we"])
_LONGEST_LIST = 30
_GOES_ON_TAGS = frozenset(["ADV", "AUX", "PART"])


def run_on(sheet: Sheet, last: int, end: int, verbs: Container[str], *, clause: bool) -> int:
    """The last token of a content that the parse ends at `last`; `end` is the sentence's.

    `clause` holds for a finite clause, which goes on over "and", "but" and some commas, but not
    over "and promised": `verbs` are the forms of the cues.
    """
    at, end = last + 1, min(end, last + LONGEST)
    while at < end:
        word, tag = sheet.words[at], sheet.tags[at]
        if tag == "SPACE":
            break
        if tag == "PUNCT" or word in _MARKS:
            if word not in _MARKS and not (word == "," and _goes_on(sheet, at, end, clause)):
                break
            if word == "-" and sheet.starts[at] > sheet.ends[at - 1]:
                break
        elif (
            word in _LEAVES
            or is_time(sheet, at)
            or (word in _JOINS and not clause and not _is_list(sheet, at, end))
            or (word in _JOINS and at + 1 < end and sheet.words[at + 1] in verbs)
        ):
            break
        else:
            last = at
        at += 1
    return last


def _goes_on(sheet: Sheet, comma: int, end: int, clause: bool) -> bool:
    following = comma + 1
    if following >= end:
        return False
    word, tag = sheet.words[following], sheet.tags[following]
    if word in _GIVES_EXAMPLES or word in SHOWING or _is_list(sheet, following, end):
        return True
    if not clause:
        return False
    return word in _GOES_ON or word in _MARKS or tag in _GOES_ON_TAGS


def _is_list(sheet: Sheet, first: int, end: int) -> bool:
    """Whether a comma goes on with a list ("refugees, trade, and the border")."""
    joined = False
    for index in range(first, min(end, first + _LONGEST_LIST)):
        tag, word = sheet.tags[index], sheet.words[index]
        if tag in ("VERB", "AUX", "SCONJ", "SPACE") or word in _SUBJECTS:
            return False
        if word in ("and", "or"):
            if index > first:
                after = min(index + 1, end - 1)
                return sheet.tags[after] not in ("VERB", "AUX", "PRON", "ADV")
            joined = True
        elif joined and tag == "PUNCT":
            return True
    return joined
