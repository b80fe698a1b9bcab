"""The tag beside a quotation: the verb that says whose words they are, before or after them."""

import re
from bisect import bisect_left

from pourparler.codebook import SpeechCues
from pourparler.readings.statements.clauses import cue_of
from pourparler.readings.statements.marks import Quotation
from pourparler.readings.statements.nounphrases import NOMINAL
from pourparler.readings.statements.sheet import Sheet
from pourparler.readings.statements.speakers import RELATIVE, speaker_of_verb

_REACH = 32
_STOPS = frozenset([".", "?", "!", ";"])
_MARKS = frozenset(['"', "“", "”", "''", "``", "«", "»", "„", "‘", "’", "'"])
_LINKS = frozenset([",", "-", "–", "—", "--"])
_SHORTEST_NAME = 3
_CLOSING = "\"“”'’»`"
_OPENING_NOUN_PHRASE = frozenset(["NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADV"])


class QuotationTags:
    """Finds the tags of one report's quotations, and the lines they stand in."""

    def __init__(self, sheet: Sheet, cues: SpeechCues) -> None:
        self.sheet = sheet
        self.cues = cues
        self._breaks = [match.start() for match in re.finditer("\n", sheet.text)]

    def ends_open(self, quotation: Quotation) -> bool:
        """Whether the quotation ends with a comma, as one does that a tag follows."""
        inner = self.sheet.text[quotation.start : quotation.end].rstrip(_CLOSING)
        after = self.sheet.text[quotation.end : quotation.end + 1]
        return inner.endswith((",", "—", "–", "-")) or after == ","

    def tag_after(self, quotation: Quotation, at: int, limit: int) -> int | None:
        """The verb of the tag right after the quotation ("…," the minister said)."""
        sheet = self.sheet
        inner = sheet.text[quotation.start : quotation.end].rstrip(_CLOSING)
        if inner.endswith(".") and not inner.endswith("..."):
            return None
        limit = min(limit, self.line_end(quotation.end))
        while at < sheet.size and (sheet.words[at] in _LINKS or sheet.words[at] in _MARKS):
            at += 1
        sure = self.ends_open(quotation)
        for index in range(at, min(at + _REACH, sheet.size)):
            if sheet.starts[index] >= limit or sheet.words[index] in _STOPS:
                return None
            if self.is_cue(index) and self._opens_tag(at, index, sure):
                return index
        return None

    def _opens_tag(self, at: int, verb: int, sure: bool) -> bool:
        """Whether the words from `at` to `verb` are the subject and its verb and no more.

        After a comma (`sure`) the subject may carry a clause of its own ("the mayor, who is
        running again, said").
        """
        if verb == at:
            return True
        sheet = self.sheet
        if sheet.words[verb].endswith("ing"):
            return False
        if sheet.words[at] in RELATIVE and not sure:
            return False  # `the "northern plan" which Brandt wishes to replace`
        speaker = speaker_of_verb(sheet, verb)
        if speaker is not None and at <= speaker < verb:
            left = sheet.edges[speaker][0]
            if left <= at or all(
                sheet.tags[index] in ("ADV", "CCONJ", "PUNCT") for index in range(at, left)
            ):
                return True
        if sure and verb - at <= _SHORTEST_NAME:
            return True
        if sheet.tags[at] not in _OPENING_NOUN_PHRASE:
            return False
        between = [sheet.tags[index] for index in range(at, verb)]
        plain = any(tag in NOMINAL for tag in between) and "VERB" not in between
        return plain or (sure and sheet.words[verb - 1] == ",")

    def tag_before(self, first: int, limit: int) -> int | None:
        """The verb of the tag right before the quotation (he said: "…")."""
        sheet = self.sheet
        at = first - 1
        crossed = False
        while at >= 0 and sheet.tags[at] == "SPACE":
            crossed = crossed or "\n" in sheet.words[at]
            at -= 1
        if at < 0 or sheet.starts[at] < limit:
            return None
        link = sheet.words[at]
        colon = link == ":"
        if crossed and not colon:
            return None
        if not (colon or link in _LINKS or link == "that" or self.is_cue(at)):
            return None
        nearest: int | None = None
        for index in range(at, max(-1, at - _REACH), -1):
            if sheet.starts[index] < limit or "\n" in sheet.words[index]:
                break
            if sheet.words[index] in _STOPS:
                break
            if self.is_cue(index):
                return index
            if sheet.tags[index] == "VERB":
                if not colon:
                    return None
                nearest = index if nearest is None else nearest
        return (at if nearest is None else nearest) if colon else None

    def is_cue(self, index: int) -> bool:
        if self.sheet.tags[index] in ("NOUN", "PROPN", "ADJ", "ADP"):
            return False
        found = cue_of(self.sheet, self.cues, index)
        return found is not None and "quote" in found[0].frames

    def line_start(self, position: int) -> int:
        at = bisect_left(self._breaks, position)
        return self._breaks[at - 1] + 1 if at else 0

    def line_end(self, position: int) -> int:
        at = bisect_left(self._breaks, position)
        return self._breaks[at] if at < len(self._breaks) else len(self.sheet.text)
