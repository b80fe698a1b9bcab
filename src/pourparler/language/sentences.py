"""What is certain about sentence ends, settled before the parse.

The parser ends sentences where it sees fit, save where this component has said yes or no: a
paragraph or a dateline ends one; a title, an initial or a closing quotation mark does not. It also
keeps any sentence from growing without end, since a tree's cost grows faster than its length.
"""

import re
from typing import Any

import numpy as np
from spacy.attrs import IS_TITLE, SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Token

from pourparler.language.listing import words

LONGEST_SENTENCE = 300
"""Tokens after which a sentence is cut at the next likely place; twice as many cut it anywhere."""

# After these a capital letter is a name, not a new sentence.
_TITLES = words(
    """
    mr. mrs. ms. dr. prof. gen. lt. col. maj. capt. sgt. cpl. pvt. brig. adm. cmdr. cdr.
    sen. rep. gov. pres. amb. hon. rev. msgr. insp. supt. st. ste. mt. ft. gens. sens. reps.
    govs. profs. vs. v. drs. messrs. mme. mlle. sgt.maj. fr. br. vol. fig. art. ayat. sh.
    """
)
_FINAL = frozenset((".", "!", "?", "…", "...", "?!", "!?"))
_CLOSING = frozenset("”’»)]")
_STRAIGHT = frozenset(('"', "'", "''"))
_BREAKS = frozenset((",", ";", ":", "-", "–", "—", "|", "•"))
_LABELS = frozenset(("categories", "tags", "topics", "keywords"))
_QUOTES = _STRAIGHT | {"”", "’", "»"}
_MARKS = _FINAL | _CLOSING | _STRAIGHT

# CITY, November 1. /AGENCY/. | CITY (Agency) — | CITY, Country, Nov. 1 (Agency) - | CITY —
_DATELINE_TOKENS = 40
_DATELINE = re.compile(
    r"\s*[A-Z][A-Z'’.\-]+(?:[ /][A-Z][A-Z'’.\-]+){0,4}"
    r"(?:,? [A-Z][A-Za-z.]{1,14}){0,3}(?:,? \d{1,2}\.?)?(?:,? \d{4}\.?)?,?"
    r"(?: ?/[A-Z][\w \-]{1,30}/\.?(?:\s?[-–—]{1,2}(?=\s))?"
    r"| ?\([A-Z][\w .\-/]{1,30}\)(?:\s?[-–—]{1,2}(?=\s))?"
    r"| [-–—]{1,2}(?=\s)|[-–—]{1,2}(?=\s?[A-Z]))\s*"
)


def dateline_end(text: str) -> int:
    """Where the body of a report begins after its dateline; 0 when it has none."""
    match = _DATELINE.match(text[:160])
    return match.end() if match else 0


@Language.component("pourparler_sentences", assigns=["token.is_sent_start"])
def settle_sentence_ends(doc: Doc) -> Doc:
    """Marks the tokens that surely start a sentence, and those that surely do not."""
    if not len(doc):
        return doc
    # Set at once: spaCy's setter for one token looks through the whole document.
    starts: Any = np.zeros(len(doc), dtype="int64")
    body = dateline_end(doc[:_DATELINE_TOKENS].text)
    texts = [token.text for token in doc]
    titles: list[int] = doc.to_array(IS_TITLE).tolist()
    length = 0
    for at in range(1, len(texts)):
        length += 1
        before, text = texts[at - 1], texts[at]
        if body or length > LONGEST_SENTENCE:
            token = doc[at]
            if length > 2 * LONGEST_SENTENCE or (body and token.idx >= body):
                starts[at] = 1
                body = 0 if token.idx >= body else body
            else:
                starts[at] = -1 if body else _decision(doc[at - 1], token, length)
        elif (
            # Most words are none of these, and there is nothing to settle.
            (titles[at] and titles[at - 1])
            or text in _MARKS
            or before in _QUOTES
            or before[-1] in ".:"
            or text[0].isspace()
            or before[0].isspace()
        ):
            starts[at] = _decision(doc[at - 1], doc[at], length)
        if starts[at] == 1 or before in _FINAL:
            length = 0
    starts[0] = 1
    doc.from_array([SENT_START], starts.astype("uint64").reshape(-1, 1))
    return doc


def _decision(previous: Token, token: Token, length: int) -> int:
    """1 where a sentence surely starts, -1 where it surely does not, 0 where the parser decides.

    `length` counts the tokens since the last likely end of a sentence.
    """
    text = token.text
    if token.is_space:
        return -1
    if previous.is_space:
        return int(previous.text.count("\n") > 1)
    if text in _MARKS:
        return -1 if _closes(token, previous) else 0
    if length > LONGEST_SENTENCE and (previous.text in _BREAKS or previous.text in _FINAL):
        return 1
    if _ends_label(previous):
        return 1
    stays = (
        previous.text.lower() in _TITLES
        or _is_initial(previous, token)
        or _name_goes_on(previous, token)
        or _speech_goes_on(previous, token)
    )
    return -1 if stays else 0


def _ends_label(colon: Token) -> bool:
    """Whether a page's label for what follows ends there (`Categories|: |Norway`)."""
    if colon.text != ":" or not colon.i or colon.nbor(-1).lower_ not in _LABELS:
        return False
    return colon.i == 1 or "\n" in colon.nbor(-2).text


def _closes(token: Token, previous: Token) -> bool:
    """Whether a mark ends what stands before it: a closing one, or a straight one that touches."""
    if token.text in _STRAIGHT:
        touches = not previous.whitespace_
        return touches and (bool(token.whitespace_) or token.i + 1 == len(token.doc))
    return token.text in _CLOSING or token.text in _FINAL


def _speech_goes_on(previous: Token, token: Token) -> bool:
    """Whether a quotation just closed and its sentence goes on (`“Yes,” |Brandt said`)."""
    if previous.text not in _QUOTES or previous.i == 0:
        return False
    within = previous.nbor(-1)
    closed = previous.text not in _STRAIGHT or not within.whitespace_
    return closed and (within.text == "," or token.text[:1].islower())


def _name_goes_on(previous: Token, token: Token) -> bool:
    """Whether two capitalised words stand side by side within a line (`|Anna |Brandt`).

    The first word of a line is left alone: headings often end there.
    """
    return (
        previous.is_title
        and token.is_title
        and previous.is_alpha
        and token.is_alpha
        and previous.i > 0
        and not previous.nbor(-1).is_space
        and not previous.nbor(-1).is_punct
    )


def _is_initial(previous: Token, token: Token) -> bool:
    """Whether `previous` is the initial of a name that goes on (`George W. Bush`)."""
    text = previous.text
    return (
        len(text) == 2
        and text[1] == "."
        and text[0].isupper()
        and token.text[:1].isupper()
        and previous.i > 0
        and previous.nbor(-1).text[:1].isupper()
        and previous.nbor(-1).is_alpha
    )
