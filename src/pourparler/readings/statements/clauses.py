"""Statements told by a verb and its clause: content after it, before it, or on both sides."""

from collections.abc import Container, Iterator

from pourparler.codebook import SpeechCue, SpeechCues
from pourparler.readings.statements.boundaries import SHOWING, before_next, run_on
from pourparler.readings.statements.complements import (
    Complement,
    behind_addressee,
    find_complements,
    last_token,
    marked_clause,
    marker_of,
)
from pourparler.readings.statements.draft import Draft
from pourparler.readings.statements.relays import quoted_person
from pourparler.readings.statements.sheet import Sheet
from pourparler.readings.statements.speakers import (
    after_heading,
    agent_of,
    antecedent_of,
    is_speaker,
    nearest_speaker,
    speaker_of_verb,
    subject_of,
)
from pourparler.readings.statements.stretch import LONGEST, stretch
from pourparler.readings.statements.tags import around, find_tag

_VERBAL = frozenset(["VERB", "AUX"])
_PREFERENCE = ("that", "someone to do", "to do", "someone so", "someone doing", "thing", "doing")
_NOT_SO = frozenset(["no", "not", "n't", "n’t", "nothing", "nobody", "never", "neither", "cannot"])
_TELLING = frozenset(["that", "quote"])
_SETTINGS = frozenset(["after", "while", "when", "although", "though", "despite", "following"])
_CHANGES = frozenset(["off", "back", "away"])
"""Particles that make another verb of one that reports: who calls off a visit calls nothing."""


def cue_of(sheet: Sheet, cues: SpeechCues, index: int) -> tuple[SpeechCue, int] | None:
    """The verb's cue and the last token of its form ("pointed out" has two)."""
    word = sheet.words[index]
    particle = _particle(sheet, index)
    if particle is not None:
        found = cues.verbs.get(f"{word} {sheet.words[particle]}")
        if found is not None:
            return found, particle
        if sheet.words[particle] in _CHANGES:
            return None
    found = cues.verbs.get(word)
    return None if found is None else (found, index)


def _particle(sheet: Sheet, verb: int) -> int | None:
    """The particle that belongs to the verb ("called *off*")."""
    for child in sheet.children[verb]:
        if child > verb and sheet.relations[child] == "compound:prt":
            return child
    following = verb + 1
    if following < sheet.size and sheet.words[following] in _CHANGES | {"out"}:
        return following
    return None


def find_clauses(sheet: Sheet, cues: SpeechCues) -> Iterator[Draft]:
    """One draft for each cue verb with content of its own, in text order."""
    verbs = cues.verbs
    for index, word in enumerate(sheet.words):
        if word not in verbs and word not in cues.particled:
            continue
        if not _is_verb(sheet, index) or sheet.relations[index] in (
            "aux",
            "aux:pass",
            "amod",
        ):
            continue
        found = cue_of(sheet, cues, index)
        if found is not None:
            draft = draft_of(sheet, found[0], index, found[1], verbs)
            if draft is not None:
                yield draft


def _is_verb(sheet: Sheet, index: int) -> bool:
    """Whether the word is a verb here; a headline's capital may have hidden it from the tagger."""
    if sheet.tags[index] in _VERBAL:
        return True
    return sheet.relations[index] == "ROOT" and any(
        sheet.relations[child] == "nsubj" and child < index for child in sheet.children[index]
    )


def draft_of(
    sheet: Sheet, cue: SpeechCue, verb: int, last: int, verbs: Container[str]
) -> Draft | None:
    """The statement the cue verb tells, None where no content can be seen.

    `verbs` are the forms of all cues: one after "and" opens another statement.
    """
    speaker = speaker_of_verb(sheet, verb)
    if speaker is None:
        speaker = nearest_speaker(sheet, verb)
    if speaker is None and sheet.words[verb].endswith("ing"):
        speaker = nearest_speaker(sheet, sheet.heads[verb])
    if speaker is not None and speaker < verb:
        speaker = after_heading(sheet, speaker, verb)
    if speaker is not None and not is_speaker(sheet, speaker):
        speaker = None
    if sheet.words[verb] in SHOWING and subject_of(sheet, verb) is None:
        speaker = None
    draft = Draft(cue, verb, _cue_at(sheet, verb, last), speaker=speaker)
    quoted = quoted_person(sheet, verb)
    if quoted is not None:
        draft.speaker, draft.quoted_by = quoted
    complement = choose(sheet, cue, verb)
    if "that" in cue.frames:
        marked = marked_clause(sheet, verb)
        aside = marked is not None and sheet.words[verb + 1] == ","
        if marked is not None and (
            aside or cue.addressed or not _begins_earlier(complement, marked)
        ):
            complement = marked
        if cue.addressed and complement is not None:
            complement = behind_addressee(sheet, verb, complement)
    subject = subject_of(sheet, verb)
    if subject is not None and _tells_its_subject(sheet, cue, subject, complement):
        return _with_subject(sheet, draft, subject, complement, verbs)
    if complement is not None and complement.frame in ("that", "clause"):
        return _after(sheet, draft, complement, verbs)
    if cue.frames >= _TELLING and not (complement is not None and _opens_setting(sheet, verb)):
        tag = find_tag(sheet, verb, speaker)
        if tag is None and quoted is not None and complement is None:
            tag = find_tag(sheet, sheet.heads[verb], quoted[0])  # "…, he was quoted as saying"
        if tag is not None:
            draft.parts = around(sheet, verb, tag)
            if draft.parts:
                draft.speaker = tag.speaker
                draft.placing = "before" if len(draft.parts) == 1 else "around"
                return draft
    relative = _relative(sheet, cue, verb)
    if relative is not None:
        draft = draft if complement is None else _after(sheet, draft, complement, verbs) or draft
        draft.parts.insert(0, relative)
        draft.placing, draft.frame = "around", "thing"
        return draft
    if complement is not None:
        return _after(sheet, draft, complement, verbs)
    return None


def _opens_setting(sheet: Sheet, verb: int) -> bool:
    """Whether the sentence opens with what came before ("After a week, Norland rejected it")."""
    return sheet.words[sheet.sentences[verb][0]] in _SETTINGS


def _tells_its_subject(
    sheet: Sheet, cue: SpeechCue, subject: int, complement: Complement | None
) -> bool:
    """Whether the content holds the subject: "*she* is expected *to leave*", "*it* seems *so*"."""
    if sheet.relations[subject] == "nsubj:pass":
        return "subject" in cue.frames or (
            complement is not None and complement.frame not in ("that", "clause", "thing")
        )
    return "raised" in cue.frames and complement is not None


def _with_subject(
    sheet: Sheet,
    draft: Draft,
    subject: int,
    complement: Complement | None,
    verbs: Container[str],
) -> Draft | None:
    passive = sheet.relations[subject] == "nsubj:pass"
    draft.speaker = agent_of(sheet, draft.verb) if passive else None
    first, last = sheet.edges[subject]
    stands_for = antecedent_of(sheet, subject)
    if stands_for != subject:
        first, last = _without_preposition(sheet, stands_for), subject - 1
    says_nothing = sheet.words[subject] == "it" and complement is not None
    part = None if says_nothing else stretch(sheet, first, min(last, draft.verb - 1))
    if complement is not None:
        draft = _after(sheet, draft, complement, verbs) or draft
    if part is not None:
        draft.parts.insert(0, part)
    draft.placing, draft.frame = "around", "subject"
    return draft if draft.parts else None


def _relative(sheet: Sheet, cue: SpeechCue, verb: int) -> tuple[int, int] | None:
    """What a relative clause's cue is about: "*which* he called a disaster"."""
    if sheet.relations[verb] != "acl:relcl" or "thing" not in cue.frames:
        return None
    for child in sheet.children[verb]:
        if child < verb and sheet.words[child] in ("which", "that", "whom"):
            if sheet.relations[child] == "obj":
                if sheet.words[child - 1] == ",":
                    return stretch(sheet, child, child)  # it may stand for all that was said
                stands_for = antecedent_of(sheet, child)
                return stretch(sheet, _without_preposition(sheet, stands_for), child - 1)
            return None
    return None


def _begins_earlier(complement: Complement | None, marked: Complement) -> bool:
    """Whether the parse's own clause begins before the one that "that" announces."""
    return (
        complement is not None
        and complement.frame in ("that", "clause")
        and complement.first <= marked.first
    )


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


def _is_nothing_before(sheet: Sheet, first: int, last: int, end: int) -> bool:
    """Whether a clause with "before" follows what will not be: it then tells what must be first."""
    if last + 1 >= end or sheet.words[last + 1] != "before":
        return False
    return not _NOT_SO.isdisjoint(sheet.words[first : min(last, first + LONGEST)])


def _without_preposition(sheet: Sheet, head: int) -> int:
    """The first token of the noun phrase behind the preposition, or the "is", that leads it."""
    first, marker = sheet.edges[head][0], marker_of(sheet, head)
    copulas = [child for child in sheet.children[head] if sheet.relations[child] == "cop"]
    if copulas and copulas[-1] < head:
        return copulas[-1] + 1
    return marker + 1 if marker == first and sheet.tags[first] == "ADP" else first


def _after(
    sheet: Sheet, draft: Draft, complement: Complement, verbs: Container[str]
) -> Draft | None:
    first = complement.first
    if complement.object is not None and complement.frame.startswith(("someone", "thing")):
        first = _without_preposition(sheet, complement.object)
        if draft.cue.addressed and marker_of(sheet, complement.object) is None:
            first = complement.first
    if complement.object is not None and complement.frame != "thing":
        draft.addressee = complement.object
    last = last_token(sheet, draft.verb, complement)
    clause = complement.frame in ("that", "clause")
    end = sheet.sentences[draft.verb][1]
    last = run_on(sheet, draft.verb, last, end, verbs, clause=clause)
    first = max(first, draft.verb + 1)
    last = before_next(sheet, draft.verb, first, last, verbs, clause=clause)
    if clause and _is_nothing_before(sheet, first, last, end):
        last = run_on(sheet, draft.verb, last + 1, end, verbs, clause=True)
    part = stretch(sheet, first, last)
    if part is None:
        return None
    draft.parts, draft.placing, draft.frame = [part], "after", complement.frame
    return draft
