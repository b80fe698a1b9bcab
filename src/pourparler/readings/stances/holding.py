"""Whose an order is: who demands or refuses it, else who says it, else who does it."""

from spacy.tokens import Token

from pourparler.model import Mention, Statement
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.frames import frames_of
from pourparler.readings.stances.grammar import (
    auxiliaries,
    clause_of,
    clauses_above,
    controllers,
    is_infinitive,
    is_passive,
    own_subjects,
)
from pourparler.readings.stances.holders import holders
from pourparler.readings.stances.real import is_real
from pourparler.readings.stances.sequence import Sequence

_GOVERNED = frozenset(
    (
        "xcomp", "ccomp", "csubj", "acl", "obj", "obl", "nmod", "nsubj", "nsubj:pass", "compound",
        "amod", "nmod:poss", "conj",
    )
)  # fmt: skip


def holders_of(desk: Desk, sequence: Sequence) -> list[Mention]:
    """The parties whose order it is; none where only an observer, or nobody, says so."""
    cue = sequence.cue
    statement = desk.statement_at(cue)
    if sequence.is_speakers:
        return desk.parties.speakers(statement)
    for above in _governors(sequence):
        if desk.statement_at(above) is not statement and not _is_cue(above, statement):
            break
        for frame in frames_of(desk, above):
            found = holders(desk, above, frame) if is_real(desk, above) else []
            if found or frame.kind != "nouns":
                return found
    if statement is not None and (willing := _willing(desk, sequence)):
        return willing
    if statement is not None and not sequence.needs_stance:
        return desk.parties.speakers(statement)
    doers = _doers(desk, sequence)
    if statement is not None:
        sides = {desk.parties.side(speaker) for speaker in desk.parties.speakers(statement)}
        return [doer for doer in doers if desk.parties.side(doer) in sides]
    return doers


def _is_cue(token: Token, statement: Statement | None) -> bool:
    """Whether the word introduces the statement ("insists that …")."""
    cue = statement.cue if statement is not None else None
    return cue is not None and cue.start <= token.idx < cue.end


def _governors(sequence: Sequence) -> list[Token]:
    """The words of stance that may stand over the order, innermost first: those it is a
    complement of, not those of a clause beside it ("while another wants …")."""
    start = sequence.after if sequence.after is not None else sequence.first
    token = sequence.cue if start is None else start
    found = [token]
    while len(found) < 12:
        if not (token.dep_ in _GOVERNED or (token.dep_ == "advcl" and is_infinitive(token))):
            break
        token = token.head
        found.append(token)
    return found


def _willing(desk: Desk, sequence: Sequence) -> list[Mention]:
    """Whose will it is where somebody tells what another party will or will not do."""
    if sequence.after is None:
        return []
    clause = clause_of(sequence.after)
    if is_passive(clause) or not auxiliaries(clause) & (desk.words["intending"] | {"would"}):
        return []
    return [mention for head in own_subjects(clause) for mention in desk.parties.all_of(head)]


def _doers(desk: Desk, sequence: Sequence) -> list[Mention]:
    """The subject of a main clause such as "will not talk until …" in the report's own words."""
    for clause in clauses_above(sequence.after if sequence.after is not None else sequence.cue):
        modal = auxiliaries(clause) & (desk.words["intending"] | {"would", "can", "could"})
        is_ordering = clause.lemma_.lower() in _ordering_verbs(desk)
        if (modal or is_ordering) and not is_passive(clause):
            words = desk.words
            heads = controllers(clause, words["continuing"], words["expressing"])
            return [mention for head in heads for mention in desk.parties.all_of(head)]
    return []


def _ordering_verbs(desk: Desk) -> frozenset[str]:
    """The verbs by which a party orders things itself: `sets`, `refuses`, `conditions X on Y`."""
    kinds = ("setting", "putting", "refusing", "conditioning")
    return frozenset().union(*(desk.stances.orderings[kind] for kind in kinds))
