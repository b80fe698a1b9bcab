"""Which cues tell of no statement: not made, not yet made, or made by what cannot speak.

"Without telling", "asked them to announce", "if the sides agree" say nothing that was said; "will
announce" tells a plan. A war, a vote or a closure says nothing, whatever the parse hangs on it.
"""

from pourparler.codebook import SpeechCues
from pourparler.readings.statements.complements import marker_of
from pourparler.readings.statements.deeds import is_deed
from pourparler.readings.statements.draft import Draft
from pourparler.readings.statements.sheet import Sheet
from pourparler.readings.statements.speakers import antecedent_of

_LONGEST_CLIMB = 8
_NEGATIONS = frozenset(["not", "n't", "n’t", "never"])
_SO_FAR = frozenset(["has", "have", "had", "'ve", "’ve"])
_CONDITIONS = frozenset(["if", "unless", "until", "whether", "before", "without", "lest"])
_COMING = frozenset(["will", "shall", "'ll", "’ll", "wo", "would", "may", "might", "could"])
_DOWN = frozenset(["conj", "xcomp", "advcl", "ccomp", "acl", "aux", "cop", "obl", "nmod"])
_DONE_LATER = frozenset(
    ["discuss", "consider", "approve", "accept", "recognise", "recognize", "promote", "reaffirm"]
)
_PERMITTED = frozenset(["allowed", "permitted", "enabled", "authorised", "authorized", "free"])
_BARRING = ("bar", "ban", "prevent", "prohibit", "block", "disqualif", "stop")
_ASKING = frozenset(["demanded", "promised", "offered", "refused", "asked", "expected"])


def is_unmade(sheet: Sheet, cues: SpeechCues, draft: Draft) -> bool:
    """Whether the words tell of a statement that is denied, asked for, feared or conditional."""
    at = draft.verb
    if sheet.tags[at] not in ("VERB", "AUX"):
        return False
    if _is_unsaid(sheet, draft) or is_deed(sheet, draft):
        return True
    infinitive = False
    for _ in range(_LONGEST_CLIMB):
        marker = marker_of(sheet, at)
        mark = sheet.words[marker] if marker is not None else ""
        if mark == "from" and sheet.words[sheet.heads[at]].startswith(_BARRING):
            return True
        if mark in _CONDITIONS and marker is not None and marker < draft.verb:
            return sheet.relations[at].startswith(("advcl", "acl", "obl")) and mark != "before"
        infinitive = infinitive or mark == "to" or sheet.relations[at] == "xcomp"
        relation = sheet.relations[at].partition(":")[0]
        if relation not in _DOWN or sheet.relations[at] == "acl:relcl":
            return False
        head = sheet.heads[at]
        if at == draft.verb and relation in ("xcomp", "ccomp", "obj", "advcl") and not mark:
            above = cues.verbs.get(sheet.words[head])
            gerund = sheet.words[at].endswith("ing") and sheet.words[at - 1] != ","
            if gerund and above is not None and above.act in ("denied", "refused"):
                return True
        if infinitive and relation != "conj":
            word = sheet.words[head]
            if word in _PERMITTED:
                return True
            cue = cues.verbs.get(word) or cues.nouns.get(word) or cues.adjectives.get(word)
            return cue is not None and (cue.act in _ASKING or cue.attitude == "plan")
        if relation in ("ccomp", "acl") or head == at:
            return False
        at = head
    return False


def _is_unsaid(sheet: Sheet, draft: Draft) -> bool:
    """Whether it is still to be said ("has not announced a date"); "did not say" is a refusal."""
    tells = draft.cue.attitude == "speech" and draft.cue.act_in(draft.frame) == "said"
    if not tells or draft.placing != "after" or not is_negated(sheet, draft.verb):
        return False
    return any(sheet.words[child] in _SO_FAR for child in sheet.children[draft.verb])


def is_negated(sheet: Sheet, verb: int) -> bool:
    """Whether a "not", or "no longer", stands before the verb."""
    before = [child for child in sheet.children[verb] if child < verb]
    return any(
        sheet.words[child] in _NEGATIONS or sheet.words[child - 1 : child + 1] == ["no", "longer"]
        for child in before
    )


def is_purpose(sheet: Sheet, draft: Draft) -> bool:
    """Whether it only says what for ("met *to discuss* trade")."""
    marker = marker_of(sheet, draft.verb)
    return (
        draft.frame == "thing"
        and draft.cue.lemma in _DONE_LATER
        and marker is not None
        and sheet.words[marker] == "to"
        and sheet.relations[draft.verb] in ("advcl", "acl")
        and not sheet.words[sheet.heads[draft.verb]].startswith("vot")
    )


def is_to_come(sheet: Sheet, verb: int) -> bool:
    """Whether the statement has still to be made ("will announce")."""
    return any(
        sheet.relations[child].startswith("aux") and sheet.words[child] in _COMING
        for child in sheet.children[verb]
        if child < verb
    )


def has_voice(sheet: Sheet, draft: Draft) -> bool:
    """Whether somebody may be speaking: no war or vote, and no noun that is nobody's."""
    if draft.speaker is None:
        gerund = sheet.words[draft.verb].endswith("ing")
        return not (gerund or draft.cue.part == "nouns") or draft.frame in ("that", "clause")
    if _is_nobody(sheet, draft.speaker):
        return False
    return not sheet.is_silent(antecedent_of(sheet, draft.speaker))


def _is_nobody(sheet: Sheet, speaker: int) -> bool:
    """`No group has claimed responsibility`."""
    if sheet.words[speaker] in ("nobody", "none", "neither"):
        return True
    return any(
        sheet.words[child] in ("no", "neither") and sheet.relations[child] == "det"
        for child in sheet.children[speaker]
    )


def tells_inside(sheet: Sheet, draft: Draft) -> bool:
    """Whether a statement within another is more than what that other one says.

    "Their support for" and an object without a clause ("named the killer") are not.
    """
    if draft.placing in ("quoted", "floating"):
        return True
    owner = draft.speaker
    if draft.cue.part == "nouns" and owner is None:
        return False
    if draft.cue.part == "nouns" and draft.frame != "that":
        return (
            owner is not None
            and draft.cue.act != "said"
            and sheet.relations[owner] == "nmod:poss"
            and sheet.tags[owner] != "PRON"
        )
    if draft.frame not in ("thing", "subject", "so", "doing"):
        return True
    return draft.cue.act != "said" and draft.cue.attitude == "speech"
