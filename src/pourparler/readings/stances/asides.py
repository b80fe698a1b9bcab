"""What a report adds on its own account within what it tells of somebody.

"Holm came to discuss peace with the Front, which has refused any talks": that the Front refused
is the report's to tell, though the words stand in what Holm discusses.
"""

from spacy.tokens import Doc, Token

from pourparler.model import Statement
from pourparler.readings.stances.grammar import clauses_above

_SAID = frozenset(("ccomp", "ROOT", "parataxis", "conj", "advcl", "dep"))
_RELATIVE = frozenset(("who", "which", "whose"))


def is_aside(doc: Doc, token: Token, statement: Statement) -> bool:
    """Whether the word stands after a comma and "which" in what is no sentence said, only a
    thing discussed or sought."""
    if statement.kind != "indirect":
        return False
    part = next((p for p in statement.content if p.start <= token.idx < p.end), None)
    if part is None:
        return False
    words = doc.char_span(part.start, part.end, alignment_mode="expand")
    if words is None or not len(words) or words.root.dep_ in _SAID:
        return False
    return any(
        _is_added(clause) and clause.head.idx >= part.start for clause in clauses_above(token)
    )


def _is_added(clause: Token) -> bool:
    """`…, which has refused`: a clause that tells more of somebody already known."""
    if clause.dep_ != "acl:relcl":
        return False
    first = clause.left_edge
    if first.text == ",":
        return first.nbor(1).lower_ in _RELATIVE
    return first.lower_ in _RELATIVE and first.i > 0 and first.nbor(-1).text == ","
