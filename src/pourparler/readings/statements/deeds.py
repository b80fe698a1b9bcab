"""What somebody does and does not say: verbs of saying that tell of a deed.

Who dismisses a government, issues a fine, calls in the army or is admitted to a hospital makes
no statement, and neither does who calls somebody by telephone.
"""

from pourparler.language.listing import words
from pourparler.readings.statements.draft import Draft
from pourparler.readings.statements.sheet import Sheet
from pourparler.readings.statements.speakers import is_passive

_REMOVED = words(
    """
    government cabinet council minister ministers commander commanders judge judges official
    officials officer officers general generals
    """
)
# "Ruling that …", "ruling out": else it is the ruling party.
_RULED = words("that out in against for on")
_ISSUED = words(
    """
    fine fines penalty penalties licence license licences licenses permit permits visa visas
    passport passports ticket tickets bond bonds shares loan loans stamp stamps currency coin
    coins banknotes
    """
)


def is_deed(sheet: Sheet, draft: Draft) -> bool:
    """Whether the cue tells what somebody did, and nothing that he said."""
    lemma = draft.cue.lemma
    if lemma == "dismiss":
        return _has_object(sheet, draft.verb, _REMOVED)
    following = "".join(sheet.words[draft.verb + 1 : draft.verb + 2])
    if lemma == "know" and following == "as":
        return True
    if sheet.words[draft.verb] == "ruling" and following not in _RULED:
        return True
    if lemma == "decline":
        return _is_fall(sheet, draft)
    if lemma == "issue":
        return any(sheet.words[one] in _ISSUED for one in _objects(sheet, draft.verb))
    if lemma == "call":
        return _is_call_by_telephone(sheet, draft) or _is_call_for_help(sheet, draft)
    return lemma == "admit" and draft.frame in ("to", "subject") and is_passive(sheet, draft.verb)


def _has_object(sheet: Sheet, verb: int, words: frozenset[str]) -> bool:
    """Whether a person, or one of `words`, is the object ("dismisses Brandt")."""
    return any(
        sheet.doc[one].ent_type_ == "PER" or sheet.words[one] in words
        for one in _objects(sheet, verb)
    )


def _is_call_by_telephone(sheet: Sheet, draft: Draft) -> bool:
    """`Brandt called Lund to express condolences`: who is called on to do it is so by "on"."""
    return draft.frame == "someone to do" and any(
        sheet.doc[one].ent_type_ == "PER" for one in _objects(sheet, draft.verb)
    )


def _is_call_for_help(sheet: Sheet, draft: Draft) -> bool:
    """`calls in the army to end the riots`."""
    following = draft.verb + 1
    return draft.frame == "to do" and sheet.words[following : following + 1] == ["in"]


def _is_fall(sheet: Sheet, draft: Draft) -> bool:
    """`after declining growth`: it is the growth that declines."""
    bare = all(
        sheet.relations[child] not in ("det", "nmod:poss", "case")
        for one in _objects(sheet, draft.verb)
        for child in sheet.children[one]
    )
    return draft.frame == "thing" and bare and sheet.forms[draft.verb] == "VBG"


def _objects(sheet: Sheet, verb: int) -> list[int]:
    return [one for one in sheet.children[verb] if one > verb and sheet.relations[one] == "obj"]
