"""Statements told by a noun or an adjective: "the claim that …", "is confident that …"."""

from collections.abc import Iterator

from pourparler.codebook import SpeechCue, SpeechCues
from pourparler.readings.statements.boundaries import before_next
from pourparler.readings.statements.complements import CLAUSES, marker_of
from pourparler.readings.statements.draft import Draft
from pourparler.readings.statements.sheet import Sheet
from pourparler.readings.statements.speakers import speaker_of_noun, speaker_of_verb, subject_before
from pourparler.readings.statements.stretch import stretch

_CLAUSE_MARKS = frozenset(["that", "whether", "if"])


def find_nominals(sheet: Sheet, cues: SpeechCues) -> Iterator[Draft]:
    """One draft for each noun or adjective that reports, in text order."""
    nouns, adjectives = cues.nouns, cues.adjectives
    for index, word in enumerate(sheet.words):
        if word in nouns and sheet.tags[index] == "NOUN":
            found = _draft(sheet, cues, nouns[word], index)
            if found is not None:
                draft, content = found
                draft.speaker = speaker_of_noun(sheet, index, content)
                if draft.speaker is None and _is_verb(sheet, cues, index):
                    draft.cue = cues.verbs[word]
                    draft.speaker = subject_before(sheet, index)
                yield draft
        elif word in adjectives and sheet.tags[index] in ("ADJ", "VERB"):
            found = _draft(sheet, cues, adjectives[word], index)
            if found is not None and not _is_noun(sheet, index, *found):
                draft, _ = found
                draft.speaker = speaker_of_verb(sheet, index)
                yield draft


def _is_verb(sheet: Sheet, cues: SpeechCues, noun: int) -> bool:
    """Whether the parse took a verb for the noun ("met the envoys and *calls* for a truce")."""
    if sheet.words[noun] not in cues.verbs or not sheet.words[noun].endswith("s") or not noun:
        return False
    before = noun - 1
    if sheet.tags[before] == "ADV" or sheet.words[before].endswith("ly"):
        before -= 1
    return sheet.words[before] in ("and", "but", ",") or sheet.tags[before] == "PROPN"


def _is_noun(sheet: Sheet, adjective: int, draft: Draft, content: int) -> bool:
    """Whether the word is a noun here: `presidential hopeful Brandt wins` hopes nothing."""
    children = sheet.children[adjective]
    copula = any(sheet.relations[child] == "cop" for child in children)
    marked = marker_of(sheet, content) is not None
    return draft.frame == "that" and not copula and not marked


def _draft(sheet: Sheet, cues: SpeechCues, cue: SpeechCue, head: int) -> tuple[Draft, int] | None:
    if sheet.words[head] == "talks":
        return None  # they are held, not said
    for child in sheet.children[head]:
        if child <= head:
            continue
        frame, first = _frame(sheet, child)
        if frame == "of" and _tells_nothing(sheet, head, child):
            continue
        if frame in cue.frames and sheet.starts[first] < sheet.starts[child] + 1:
            last = sheet.edges[child][1]
            last = before_next(sheet, head, first, last, cues.verbs, clause=frame == "that")
            part = stretch(sheet, first, last)
            if part is not None and sheet.text.find("\n", sheet.ends[head], part[0]) == -1:
                cue_at = (sheet.starts[head], sheet.ends[head])
                return Draft(cue, head, cue_at, [part], frame=frame), child
    return None


def _tells_nothing(sheet: Sheet, noun: int, child: int) -> bool:
    """Whether it is a preposition ("in view of") or what a person has ("the account of Brandt")."""
    if sheet.words[noun - 1 : noun + 1] == ["in", "view"]:
        return True
    return sheet.words[noun] in ("account", "accounts") and sheet.doc[child].ent_type_ == "PER"


def _frame(sheet: Sheet, child: int) -> tuple[str, int]:
    relation = sheet.relations[child].partition(":")[0]
    marker = marker_of(sheet, child)
    mark = sheet.words[marker] if marker is not None else ""
    first = sheet.edges[child][0]
    if relation in CLAUSES or relation == "acl":
        if mark == "to":
            return "to do", first
        if mark in _CLAUSE_MARKS or relation == "ccomp":
            return "that", first
    if marker is not None and relation in ("nmod", "obl", "acl", "advcl"):
        return mark, min(marker + 1, child)
    return "", first
