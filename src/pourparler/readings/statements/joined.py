"""Verbs joined to what somebody says: whether they are part of it, or what he does next.

"Brandt says the law is harsh and *calls* for calm": a parser hangs the second verb on the clause
before it as often as on the verb of saying.
"""

from collections.abc import Container

from pourparler.readings.statements.abstract import is_abstract
from pourparler.readings.statements.complements import PRESENT
from pourparler.readings.statements.sheet import Sheet

_FINITE = frozenset(["VBZ", "VBD", "VBP"])
_LONGEST_CLIMB = 6


def is_speakers_next(
    sheet: Sheet, cue: int, verb: int, verbs: Container[str], *, clause: bool
) -> bool:
    """Whether the word after "and" or "but" is what the speaker of the `cue` does next.

    `verbs` are the forms of the cues; `clause` holds where what he says is a finite clause.
    """
    if _is_noun_for_verb(sheet, cue, verb, verbs):
        return True
    if sheet.relations[verb] != "conj":
        return False
    if goes_on_outside(sheet, verb) or _is_joined(sheet, cue, verb):
        return True
    return clause and (_joins_cue(sheet, cue, verb) or _goes_back(sheet, cue, verb))


def opens_report(sheet: Sheet, link: int, verbs: Container[str]) -> bool:
    """Whether "and" or "but" opens a report of its own ("…, *but* monitors say that it failed")."""
    verb = sheet.heads[link]
    return (
        verb > link
        and sheet.relations[verb] == "conj"
        and sheet.words[verb] in verbs
        and _has_subject(sheet, verb)
        and any(sheet.relations[child] == "ccomp" for child in sheet.children[verb])
    )


def goes_on_outside(sheet: Sheet, verb: int) -> bool:
    """Whether a verb joined to what somebody says is his: it has the form of the verb that tells,
    and is done "also", or by what never speaks ("says the law is harsh and *calls* for calm"), or
    now, when what is told is past or to come ("says there were dead but *declines* to say how
    many", "says he will go and *calls* for calm")."""
    inner = _clause_told(sheet, verb)
    if inner is None or _has_subject(sheet, verb):
        return False
    outer = sheet.heads[inner]
    if sheet.forms[outer] == "VBG":
        outer = sheet.heads[outer]
    if sheet.forms[outer] != sheet.forms[verb]:
        return False
    if sheet.forms[verb] in PRESENT and (_is_past(sheet, inner) or _is_to_come(sheet, inner)):
        return True
    if any(sheet.words[child] == "also" for child in sheet.children[verb]):
        return True
    return any(
        sheet.is_silent(child) or is_abstract(sheet, child)
        for child in sheet.children[inner]
        if sheet.relations[child].startswith("nsubj")
    )


def _clause_told(sheet: Sheet, verb: int) -> int | None:
    """The head of the clause of what is said that the verb is joined to, or to a verb of it."""
    at: int = sheet.heads[verb]
    for _ in range(_LONGEST_CLIMB):
        if sheet.relations[at] == "ccomp":
            return at
        if sheet.relations[at] not in ("conj", "advcl"):
            return None
        at = sheet.heads[at]
    return None


def _is_to_come(sheet: Sheet, verb: int) -> bool:
    return any(sheet.forms[child] == "MD" for child in sheet.children[verb])


def _is_past(sheet: Sheet, verb: int) -> bool:
    """Whether the verb, or what helps it, is in the past ("*were* arrested")."""
    helping = (child for child in sheet.children[verb] if child < verb)
    return sheet.forms[verb] == "VBD" or any(
        sheet.forms[child] == "VBD" and sheet.relations[child] in ("aux", "aux:pass", "cop")
        for child in helping
    )


def _is_joined(sheet: Sheet, cue: int, verb: int) -> bool:
    """Whether a verb is joined to the cue itself ("*says* it is over and *calls* for calm")."""
    return (
        sheet.heads[verb] == cue
        and sheet.forms[verb] == sheet.forms[cue]
        and not _has_subject(sheet, verb)
    )


def _joins_cue(sheet: Sheet, cue: int, verb: int) -> bool:
    """Whether the parse hangs a finite verb of the speaker's on what he will do ("announces that
    he will not run and *ends* his campaign")."""
    head = sheet.heads[verb]
    return (
        sheet.forms[verb] in _FINITE
        and sheet.forms[verb] == sheet.forms[cue]
        and any(sheet.forms[child] == "MD" for child in sheet.children[head])
        and not _has_subject(sheet, verb)
    )


def _goes_back(sheet: Sheet, cue: int, verb: int) -> bool:
    """Whether a verb in the present joins what tells it all in the present, not what was told in
    the past ("*seizes* a jet on claims that its sale broke the law, and *flies* it home")."""
    above = cue
    for _ in range(_LONGEST_CLIMB):
        if sheet.forms[above] in _FINITE or sheet.heads[above] == above:
            break
        above = sheet.heads[above]
    return (
        sheet.forms[verb] in PRESENT
        and sheet.forms[above] in PRESENT
        and sheet.forms[sheet.heads[verb]] == "VBD"
        and not _has_subject(sheet, verb)
    )


def _is_noun_for_verb(sheet: Sheet, cue: int, at: int, verbs: Container[str]) -> bool:
    """Whether the parse took the next cue for a noun ("urges calm and *calls* for talks")."""
    return (
        sheet.forms[cue] == "VBZ"
        and sheet.forms[at] == "NNS"
        and sheet.words[at] in verbs
        and sheet.words[at + 1 : at + 2] in (["for"], ["on"])
    )


def _has_subject(sheet: Sheet, verb: int) -> bool:
    return any(sheet.relations[child].startswith("nsubj") for child in sheet.children[verb])
