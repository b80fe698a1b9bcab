"""Whether a word of stance says that the stance is taken, not that it might or should be."""

from spacy.tokens import Token

from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.grammar import (
    auxiliaries,
    children,
    clause_of,
    clauses_above,
    is_infinitive,
    is_negated,
    is_passive,
    is_supposed,
)

# "A summit that would have agreed on a truce": it did not.
_MISSED = frozenset(("would", "have"))


def is_real(desk: Desk, cue: Token) -> bool:
    """Whether the words say that the stance is taken, not that it might be or should be."""
    if cue.pos_ in ("VERB", "AUX", "ADJ"):
        if auxiliaries(cue) >= _MISSED:
            return False
        if auxiliaries(cue) & desk.words["unreal"] and not is_passive(cue):
            return False
        if auxiliaries(cue) & (desk.words["obliging"] - {"have", "need", "shall"}):
            return False
        if is_infinitive(cue) and not _is_carried_on(desk, cue):
            return False
    elif _is_only_wanted(desk, cue) or _is_unauthorised(desk, cue):
        return False
    return not (is_supposed(cue) or _is_disowned(desk, cue) or _is_foreseen(desk, cue))


def _is_only_wanted(desk: Desk, noun: Token) -> bool:
    """Whether a noun of stance is what somebody would like to see: "wants to see an offer"."""
    clause = clause_of(noun)
    if not is_infinitive(clause) or clause.pos_ not in ("VERB", "AUX") or clause == noun:
        return False
    expressed = clause.lemma_.lower() in desk.words["expressing"]
    return not expressed and not _is_carried_on(desk, clause)


def _is_unauthorised(desk: Desk, noun: Token) -> bool:
    """Whether whoever did it had no right to, or is only said to have: "an alleged offer"."""
    return any(child.lower_ in desk.words["unauthorised"] for child in children(noun, "amod"))


def _is_disowned(desk: Desk, cue: Token) -> bool:
    """Whether it stands in what is called a claim or denied: "denies having agreed"."""
    words = desk.words
    for clause in clauses_above(cue):
        above = clause.head.lemma_.lower()
        if clause.dep_ in ("acl", "ccomp", "xcomp") and (
            above in words["disowning"] or (clause.dep_ == "acl" and above in words["claims"])
        ):
            return not is_negated(clause.head, words["negating"])
    return False


def _is_foreseen(desk: Desk, cue: Token) -> bool:
    """Whether nobody but the report expects it: "it is expected that he will call for"."""
    return any(
        clause.dep_ in ("ccomp", "csubj", "xcomp", "csubj:pass")
        and clause.head.lemma_.lower() in desk.words["foreseeing"]
        and is_passive(clause.head)
        for clause in clauses_above(cue)
    )


def _is_carried_on(desk: Desk, cue: Token) -> bool:
    head = cue.head
    return (
        cue.dep_ == "xcomp"
        and head.lemma_.lower() in desk.words["continuing"]
        and not children(head, "obj", "iobj")
        and is_real(desk, head)
    )
