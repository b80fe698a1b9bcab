"""Statements told by a verb and its clause: content after it, before it, or on both sides."""

from collections.abc import Iterator

from pourparler.codebook import SpeechCue, SpeechCues
from pourparler.readings.statements.complements import Complement, find_complements, last_token
from pourparler.readings.statements.draft import Draft
from pourparler.readings.statements.sheet import Sheet
from pourparler.readings.statements.speakers import speaker_of_verb
from pourparler.readings.statements.stretch import stretch

_VERBAL = frozenset(["VERB", "AUX"])
_PREFERENCE = ("that", "someone to do", "to do", "someone so", "someone doing", "thing", "doing")
_TELLING = frozenset(["that", "quote"])
_ADDRESSED = frozenset(
    ["tell", "inform", "assure", "remind", "notify", "warn", "advise", "convince"]
)
_COMMAS = frozenset([",", "-", "–", "—", "--", '"', "”", "''", "’", "?", "!"])
_AFTER_TAG = frozenset(
    [
        "adding",
        "who",
        "which",
        "after",
        "when",
        "as",
        "while",
        "in",
        "at",
        "during",
        "whose",
        "though",
    ]
)


def cue_of(sheet: Sheet, cues: SpeechCues, index: int) -> tuple[SpeechCue, int] | None:
    """The verb's cue and the last token of its form ("pointed out" has two)."""
    word = sheet.words[index]
    for child in sheet.children[index]:
        if child > index and sheet.relations[child] == "compound:prt":
            found = cues.verbs.get(f"{word} {sheet.words[child]}")
            if found is not None:
                return found, child
    found = cues.verbs.get(word)
    return None if found is None else (found, index)


def find_clauses(sheet: Sheet, cues: SpeechCues) -> Iterator[Draft]:
    """One draft for each cue verb with content of its own, in text order."""
    verbs = cues.verbs
    for index, word in enumerate(sheet.words):
        if word not in verbs and word not in cues.particled:
            continue
        if sheet.tags[index] not in _VERBAL or sheet.relations[index] in ("aux", "aux:pass"):
            continue
        found = cue_of(sheet, cues, index)
        if found is not None:
            draft = draft_of(sheet, found[0], index, found[1])
            if draft is not None:
                yield draft


def draft_of(sheet: Sheet, cue: SpeechCue, verb: int, last: int) -> Draft | None:
    """The statement the cue verb tells, None where no content can be seen."""
    speaker = speaker_of_verb(sheet, verb)
    draft = Draft(cue, verb, _cue_at(sheet, verb, last), speaker=speaker)
    complement = choose(sheet, cue, verb)
    if complement is not None and complement.frame in ("that", "clause"):
        return _after(sheet, draft, complement)
    if cue.frames & _TELLING:
        around = _around(sheet, verb, speaker)
        if around:
            draft.parts, draft.placing = around, "before" if len(around) == 1 else "around"
            return draft
    if complement is not None:
        return _after(sheet, draft, complement)
    return None


def choose(sheet: Sheet, cue: SpeechCue, verb: int) -> Complement | None:
    """The complement that holds the content, among those the cue allows."""
    allowed = [
        complement
        for complement in find_complements(sheet, verb)
        if _base(complement.frame) in cue.frames
    ]
    if not allowed:
        return None
    for frame in _PREFERENCE:
        for complement in allowed:
            if _base(complement.frame) == frame:
                return complement
    return allowed[0]


def _base(frame: str) -> str:
    """The codebook's name of a frame: what the clause begins with does not matter there."""
    if frame in ("clause", "parataxis"):
        return "that"
    return frame.removeprefix("thing ") if frame.startswith("thing ") else frame


def _cue_at(sheet: Sheet, verb: int, last: int) -> tuple[int, int]:
    return sheet.starts[verb], sheet.ends[last]


def _after(sheet: Sheet, draft: Draft, complement: Complement) -> Draft | None:
    first = complement.first
    if complement.object is not None and complement.frame.startswith(("someone", "thing")):
        first = sheet.edges[complement.object][0]
        if draft.cue.lemma in _ADDRESSED:
            first = complement.first
    if complement.object is not None and complement.frame != "thing":
        draft.addressee = complement.object
    last = last_token(sheet, draft.verb, complement)
    first = max(first, draft.verb + 1)
    part = stretch(sheet, first, last)
    if part is None:
        return None
    draft.parts, draft.placing, draft.frame = [part], "after", complement.frame
    return draft


def _around(sheet: Sheet, verb: int, speaker: int | None) -> list[tuple[int, int]]:
    """The content before the tag ("…, he said") and, where it goes on, after it."""
    if speaker is None or sheet.heads[speaker] != verb or sheet.words[verb].endswith("ing"):
        return []
    sentence_first, sentence_end = sheet.sentences[verb]
    first, last = tag_edges(sheet, verb, speaker)
    if first <= sentence_first or first - 1 < 0:
        return []
    if sheet.words[first - 1] not in _COMMAS:
        return []
    if not _is_fronted(sheet, verb, first):
        return []
    before = stretch(sheet, sentence_first, first - 1)
    if before is None:
        return []
    after = None
    if last + 2 < sentence_end and sheet.words[last + 1] in (",", "-", "–", "—", "--"):
        resumes = sheet.words[last + 2]
        if resumes not in _AFTER_TAG and not resumes.endswith("ing"):
            after = stretch(sheet, last + 2, sentence_end - 1)
    return [before] if after is None else [before, after]


def tag_edges(sheet: Sheet, verb: int, speaker: int) -> tuple[int, int]:
    """First and last token of the tag: the verb, its speaker, and when and to whom."""
    first = min(verb, sheet.edges[speaker][0] if speaker < verb else verb)
    last = verb if speaker < verb else max(verb, sheet.edges[speaker][1])
    for child in sheet.children[verb]:
        if child < verb and sheet.relations[child] in ("aux", "advmod", "cc", "aux:pass"):
            first = min(first, child)
        elif child > verb and sheet.relations[child].startswith(("obl", "obj", "iobj", "advmod")):
            left, right = sheet.edges[child]
            if left <= last + 1:
                last = max(last, right)
    return first, last


def _is_fronted(sheet: Sheet, verb: int, first: int) -> bool:
    """Whether the parse has the words before the tag as what was said, not as its setting."""
    head, relation = sheet.heads[verb], sheet.relations[verb].partition(":")[0]
    if head != verb and relation in ("parataxis", "dep", "ccomp", "conj", "acl", "discourse"):
        return head < first or relation in ("parataxis", "dep", "discourse")
    return any(
        sheet.relations[child].partition(":")[0] in ("ccomp", "parataxis", "dep", "csubj", "obj")
        for child in sheet.children[verb]
        if child < first
    )
