"""Who said the words in quotation marks: the tag before, after or between them.

Works on the order of words with the parse as a help: sentence boundaries and heads are least
reliable beside quotation marks. A quotation no tag belongs to goes with the one before it in its
paragraph, or, where it is a paragraph of its own, with the paragraph before.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from pourparler.codebook import SpeechCues
from pourparler.readings.statements.clauses import cue_of
from pourparler.readings.statements.complements import is_time
from pourparler.readings.statements.draft import Draft
from pourparler.readings.statements.marks import Quotation
from pourparler.readings.statements.nounphrases import NOMINAL, first_noun_phrase, named_before
from pourparler.readings.statements.phrases import COLON
from pourparler.readings.statements.quotation_tags import QuotationTags
from pourparler.readings.statements.sheet import Sheet
from pourparler.readings.statements.speakers import is_speaker, speaker_of_verb

_REACH = 32
_DASHES = frozenset(["-", "–", "—", "--", "―", "~"])
_LONGEST_NAME = 16
_LONGEST_LEAD = 400
_SENTENCE_END = re.compile(r"[a-z0-9)][.!?][\"”’']*\s+[A-Z]")
_OPENING_NOUN_PHRASE = frozenset(["NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADV"])
_LONGEST_TAG = 80
_SHORTEST_FLOATING = 4


class Quoting:
    """One report's quotations, given to their speakers in text order."""

    def __init__(
        self, sheet: Sheet, cues: SpeechCues, quotations: Sequence[Quotation], told: Sequence[Draft]
    ) -> None:
        self.sheet = sheet
        self.cues = cues
        self.quotations = quotations
        self.told = sorted(told, key=lambda draft: draft.verb)
        self.tags = QuotationTags(sheet, cues)
        self.drafts: dict[int, Draft] = {}
        self.order: list[Draft] = []
        self.of_quotation: list[Draft | None] = []

    def attribute(self) -> list[Draft]:
        """The drafts with at least one quotation as content, in text order."""
        for number, quotation in enumerate(self.quotations):
            draft = self._tagged(number, quotation) or self._floating(number, quotation)
            self.of_quotation.append(draft)
        return self.order

    def _tagged(self, number: int, quotation: Quotation) -> Draft | None:
        first = bisect_left(self.sheet.starts, quotation.start)
        after = bisect_left(self.sheet.starts, quotation.end)
        limit_left = self.quotations[number - 1].end if number else 0
        limit_right = (
            self.quotations[number + 1].start
            if number + 1 < len(self.quotations)
            else len(self.sheet.text)
        )
        before = self.tags.tag_before(first, limit_left)
        behind = None
        if before is None or self.tags.ends_open(quotation):
            behind = self.tags.tag_after(quotation, after, limit_right)
        verb = behind if behind is not None else before
        if verb is None:
            return self._dashed(quotation, after)
        return self._give(verb, quotation, verb == behind)

    def _dashed(self, quotation: Quotation, after: int) -> Draft | None:
        """A quotation signed with a dash and a name that ends its paragraph."""
        sheet = self.sheet
        limit = self.tags.line_end(quotation.end)
        dash = after
        while dash < sheet.size and sheet.words[dash].isspace() and sheet.words[dash] != "\n":
            dash += 1
        if dash + 1 >= sheet.size or sheet.words[dash] not in _DASHES:
            return None
        last = dash + 1
        while last < sheet.size and sheet.starts[last] < limit and last - dash < _LONGEST_NAME:
            if sheet.tags[last] in ("VERB", "AUX", "SCONJ") or sheet.words[last] in ("?", "!"):
                return None
            last += 1
        if last - dash >= _LONGEST_NAME:
            return None
        speaker = first_noun_phrase(sheet, dash + 1, last)
        if speaker is None:
            return None
        draft = Draft(
            COLON,
            dash,
            (sheet.starts[dash], sheet.ends[dash]),
            [(quotation.start, quotation.end)],
            speaker=speaker,
            placing="quoted",
        )
        self.order.append(draft)
        return draft

    def _give(self, verb: int, quotation: Quotation, behind: bool) -> Draft:
        draft = self.drafts.get(verb)
        if draft is None:
            found = cue_of(self.sheet, self.cues, verb)
            cue, last = found if found is not None else (COLON, verb)
            draft = Draft(
                cue,
                verb,
                (self.sheet.starts[verb], self.sheet.ends[last]),
                speaker=self._speaker(verb, quotation),
                placing="quoted",
            )
            self.drafts[verb] = draft
            self.order.append(draft)
        start = self._sentence_start(quotation, draft) if behind else quotation.start
        draft.parts.append((start, quotation.end))
        return draft

    def _sentence_start(self, quotation: Quotation, draft: Draft) -> int:
        """Where the words begin of which the quotation is the end ("It is “bad,” he said")."""
        text = self.sheet.text
        line = self.tags.line_start(quotation.start)
        floor = max(line, quotation.start - _LONGEST_LEAD)
        if draft.parts:
            floor = max(floor, draft.parts[-1][1])
        at = bisect_left(self.quotations, quotation.start, key=lambda other: other.start)
        start = quotation.start
        while start > floor and text[start - 1] not in ".?!:;—–\n":
            start -= 1
        if at and self.quotations[at - 1].end > start:
            start = self.quotations[at - 1].end
            if text[start - 2] not in ".?!":
                return quotation.start
        while start < quotation.start and not text[start].isalnum():
            start += 1
        lead = text[start : quotation.start]
        if not lead.strip() or lead.rstrip().endswith(","):
            return quotation.start
        low = bisect_left(self.told, start, key=lambda told: told.cue_at[0])
        if low < len(self.told) and self.told[low].cue_at[0] < quotation.start:
            return quotation.start
        return start

    def _speaker(self, verb: int, quotation: Quotation) -> int | None:
        """Who speaks, outside the quotation: as the parse has it, else the nearest noun phrase."""
        sheet = self.sheet
        if sheet.words[verb] == ":":
            line = bisect_left(sheet.starts, self.tags.line_start(sheet.starts[verb]))
            return named_before(sheet, max(line, verb - _REACH), verb)
        speaker = speaker_of_verb(sheet, verb)
        beside = self._between(quotation, verb)
        if beside is not None and speaker is not None and speaker < beside:
            return beside  # "Bread is "too dear," she said": bread says nothing
        if (
            speaker is not None
            and is_speaker(sheet, speaker)
            and not self._is_quoted(sheet.starts[speaker])
        ):
            return speaker
        follows = verb + 1 < sheet.size and not is_time(sheet, verb + 1)
        if follows and sheet.tags[verb + 1] in _OPENING_NOUN_PHRASE:
            found = first_noun_phrase(sheet, verb + 1)
            if found is not None and not self._is_quoted(sheet.starts[found]):
                return found
        at = verb - 1
        while at > 0 and sheet.tags[at] in ("ADV", "AUX", "PART"):
            at -= 1
        if at >= 0 and sheet.tags[at] in NOMINAL and not self._is_quoted(sheet.starts[at]):
            return at
        if sheet.starts[verb] >= quotation.end:
            after = bisect_left(sheet.starts, quotation.end)
            found = first_noun_phrase(sheet, after, verb)
            if found is not None:
                return found
        return None

    def _between(self, quotation: Quotation, verb: int) -> int | None:
        """The noun phrase between the quotation and the verb right after it."""
        sheet = self.sheet
        if not quotation.end <= sheet.starts[verb] < quotation.end + _LONGEST_TAG:
            return None
        after = bisect_left(sheet.starts, quotation.end)
        tags = sheet.tags[after:verb]
        if "VERB" in tags or "AUX" in tags or "SCONJ" in tags:
            return None
        found = first_noun_phrase(sheet, after, verb)
        return None if found is None or is_time(sheet, found) else found

    def _floating(self, number: int, quotation: Quotation) -> Draft | None:
        """The draft a quotation without a tag goes with, and so becomes part of."""
        text = self.sheet.text
        start = self.tags.line_start(quotation.start)
        lead = text[max(start, quotation.start - _LONGEST_LEAD) : quotation.start].rstrip()
        if number and self.quotations[number - 1].continues:
            return self._append(self.of_quotation[number - 1], quotation)
        if len(text[quotation.start : quotation.end].split()) < _SHORTEST_FLOATING:
            return None
        if lead and lead[-1] not in ".?!:\"”'’»":
            return self._joined(number, quotation)
        if not lead:
            return self._after_paragraph(number, quotation, start)
        earlier = self._last_told(start, quotation.start)
        if earlier is None:
            return None
        return self._float(earlier, quotation)

    def _joined(self, number: int, quotation: Quotation) -> Draft | None:
        """What goes on in the tag's own sentence ("…," he said, but "…")."""
        earlier = self.of_quotation[number - 1] if number else None
        if earlier is None or earlier.placing != "quoted":
            return None
        between = self.sheet.text[max(earlier.cue_at[1], earlier.end) : quotation.start]
        words = between.strip(" ,;–—-").split()
        if len(words) > 1 or "\n" in between or not set(words) <= {"and", "but", "or", "because"}:
            return None
        return self._append(earlier, quotation)

    def _last_told(self, start: int, end: int) -> Draft | None:
        """The last draft whose cue stands between `start` and `end`, outside a quotation.

        Within one sentence a quotation's own tag comes before what else the sentence tells.
        """
        text = self.sheet.text
        quoted = next(
            (draft for draft in reversed(self.order[-4:]) if start <= draft.cue_at[0] < end), None
        )
        low = bisect_left(self.told, start, key=lambda draft: draft.cue_at[0])
        high = bisect_left(self.told, end, key=lambda draft: draft.cue_at[0])
        for draft in reversed(self.told[max(low, high - 6) : high]):
            speaks = draft.cue.attitude == "speech" and "quote" in draft.cue.frames
            if not speaks or draft.speaker is None or self._is_quoted(draft.cue_at[0]):
                continue
            if quoted is None:
                return draft
            later = draft.verb > quoted.verb and draft.cue_at[0] > quoted.end
            if later and _SENTENCE_END.search(text, quoted.cue_at[1], draft.cue_at[0]):
                return draft
        return quoted

    def _is_quoted(self, position: int) -> bool:
        at = bisect_left(self.quotations, position, key=lambda quotation: quotation.start)
        return at > 0 and position < self.quotations[at - 1].end

    def _after_paragraph(self, number: int, quotation: Quotation, start: int) -> Draft | None:
        """A paragraph that is one quotation goes on with the speaker of the one before."""
        text = self.sheet.text
        line_end = self.tags.line_end(quotation.end)
        if text[quotation.end : min(line_end, quotation.end + _LONGEST_LEAD)].strip(" ."):
            return None
        previous_end = start
        while previous_end > 0 and text[previous_end - 1].isspace():
            previous_end -= 1
        previous_start = self.tags.line_start(max(0, previous_end - 1))
        earlier = self._last_told(previous_start, previous_end)
        if earlier is None and number:
            last = self.of_quotation[number - 1]
            if last is not None and previous_start <= self.quotations[number - 1].start:
                earlier = last
        return None if earlier is None else self._float(earlier, quotation)

    def _append(self, draft: Draft | None, quotation: Quotation) -> Draft | None:
        if draft is not None:
            draft.parts.append((quotation.start, quotation.end))
        return draft

    def _float(self, earlier: Draft, quotation: Quotation) -> Draft:
        draft = Draft(
            earlier.cue,
            earlier.verb,
            earlier.cue_at,
            [(quotation.start, quotation.end)],
            speaker=earlier.speaker,
            placing="floating",
        )
        self.order.append(draft)
        return draft
