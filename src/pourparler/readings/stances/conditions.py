"""Orders told with the word "condition" or one like it."""

from collections.abc import Iterator

from spacy.tokens import Token

from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.grammar import (
    cases,
    children,
    conjuncts,
    is_negated,
    own_subjects,
)
from pourparler.readings.stances.sequence import Sequence

_HOLDING = frozenset({"include", "comprise", "contain"})


def conditional(desk: Desk, cue: Token) -> Iterator[Sequence]:
    """`Y is a precondition for X`, `demands Y as a condition for X`, `no conditions for X`."""
    words = desk.stances.orderings
    targets = [
        child
        for child in children(cue, "nmod", "obl", "acl", "advcl", "xcomp")
        if cases(child) & words["condition-cases"]
    ]
    if cue.lemma_.lower() in words["figurative"] and not targets:
        return
    if not targets and cue.head.dep_ in ("obj", "ROOT"):  # hung on the verb by the parser
        verb = cue.head if cue.head.dep_ == "ROOT" else cue.head.head
        targets = [c for c in children(verb, "obl") if "for" in cases(c) and c.i > cue.i]
    negated = _is_denied(desk, cue)
    after = _deed(targets[0]) if targets else None
    firsts = list(_named_so(desk, cue, targets))
    if firsts:
        for first, later in firsts:
            yield Sequence(cue, first, after if after is not None else later, denied=negated)
    elif negated:
        is_beside = "without" in cases(cue)
        after = after if after is not None else _accompanied(cue)
        yield Sequence(cue, None, after, denied=True, needs_stance=is_beside)


def _named_so(desk: Desk, cue: Token, targets: list[Token]) -> Iterator[tuple[Token, Token | None]]:
    """What is called a condition, each with what else the words put after it."""
    if children(cue, "cop") or cue.dep_ == "ROOT":
        for subject in own_subjects(cue):
            yield subject, None
        return
    head = cue.head
    if cue.dep_ in ("nsubj", "nsubj:pass") and children(head, "cop") and head.pos_ == "NOUN":
        yield head, None
        return
    if cue.dep_ in ("obl", "nmod", "xcomp") and "as" in cases(cue):
        things = [head] if head.pos_ == "NOUN" else children(head, "obj", "nsubj:pass")
        for thing in things:
            yield thing, None
        return
    if cue.dep_ in ("obj", "appos", "dep") and head.dep_ == "obj" and head.pos_ == "NOUN":
        if head.head.lemma_.lower() in desk.stances.orderings["putting"]:
            yield head, None
        return
    if cue.dep_ == "xcomp":
        for thing in children(head, "obj", "nsubj:pass"):
            yield thing, None
        return
    setting = desk.stances.orderings["setting"] - {"accept"}
    if cue.dep_ == "obj" and head.lemma_.lower() in setting:
        for thing in _listed(cue):
            yield thing, None
        return
    if cue.dep_ in ("obl", "nmod") and cases(cue) & {"on", "under"}:
        for clause in children(cue, "acl", "ccomp", "acl:relcl") or _following(cue):
            if clause not in targets:
                yield clause, head


def _following(cue: Token) -> list[Token]:
    """The clause right after "on condition", wherever the parser hung it."""
    return [
        token
        for token in cue.doc[cue.i + 1 : cue.sent.end]
        if token.dep_ in ("ccomp", "advcl") and token.left_edge.i == cue.i + 1
    ]


def _listed(cue: Token) -> Iterator[Token]:
    """What conditions are told to be: `three conditions, which include Y and Z`, `including Y`."""
    for token in cue.doc[cue.i + 1 : cue.sent.end]:
        first = []
        if token.lemma_.lower() in _HOLDING and token.dep_ == "acl:relcl":
            first = children(token, "obj")
        elif token.lower_ == "including" and token.head.pos_ in ("NOUN", "PROPN", "VERB"):
            first = [token.head] if token.dep_ == "case" else children(token, "obj")
        for thing in first:
            yield from conjuncts(thing)


def _deed(target: Token) -> Token:
    """What somebody is to do on these conditions (`for Norway |to return|`), else the target."""
    following = target.right_edge.i + 1
    if following < target.sent.end and target.doc[following].lower_ == "to":
        verb = target.doc[following].head
        if verb.i > following and verb.tag_ == "VB":
            return verb
    return target


def _is_denied(desk: Desk, cue: Token) -> bool:
    negating = desk.words["negating"]
    if is_negated(cue, negating) or "without" in cases(cue) or _is_rejected(desk, cue):
        return True
    if cue.dep_ in ("obj", "nsubj", "nsubj:pass", "xcomp", "obl"):
        setting = cue.head.lemma_.lower() in desk.stances.orderings["setting"]
        return setting and is_negated(cue.head, negating)
    return False


def _is_rejected(desk: Desk, cue: Token) -> bool:
    """Whether what is called a condition is refused as one: "called it unacceptable"."""
    token = cue
    for _ in range(3):
        frames = desk.stances.frames.get(token.lemma_.lower(), ())
        if token != cue and any(frame.stance == "refusal" for frame in frames):
            return True
        judged = [child.lower_ for child in children(token, "xcomp", "amod", "acl")]
        if any(desk.stances.verdicts.get(word) == "refusal" for word in judged):
            return True
        if token.dep_ not in ("obj", "obl", "nmod", "xcomp", "nsubj"):
            return False
        token = token.head
    return False


def _accompanied(cue: Token) -> Token | None:
    """What "without conditions" goes with."""
    if "without" in cases(cue) and cue.dep_ in ("obl", "nmod"):
        return cue.head
    return None
