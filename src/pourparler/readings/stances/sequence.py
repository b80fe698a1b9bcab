"""What comes first and what after, where "first", "before" or "later" says so."""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from spacy.tokens import Token

from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.grammar import (
    agents,
    auxiliaries,
    cases,
    children,
    clause_of,
    conjuncts,
    is_negated,
    is_passive,
    own_subjects,
)

_STEPS = frozenset(
    ("step", "matter", "priority", "condition", "thing", "task", "issue", "stage", "point")
)
_NOBODY = frozenset(("nothing", "nobody", "none", "neither"))
_ADVERBIAL = frozenset(("advmod", "xcomp", "obl", "conj", "amod", "obl:unmarked"))


@dataclass(frozen=True, slots=True)
class Sequence:
    """The heads of what comes first and of what comes after; `cue` is the word that says so.

    `open_first` holds where it is told what comes after "everything else"; `needs_both` where
    the order means something only if both sides are issues, `needs_stance` where it is somebody's
    only under a word of stance ("ready for talks without conditions"), `ends_first` where `first`
    names what must end ("no talks while the occupation lasts"), `is_speakers` where the order is
    that of whoever says so, whatever words of stance stand in it ("must leave if it wants talks").
    """

    cue: Token
    first: Token | None
    after: Token | None
    denied: bool = False
    open_first: bool = False
    needs_both: bool = False
    needs_stance: bool = False
    ends_first: bool = False
    is_speakers: bool = False

    def is_empty(self, first: bool, after: bool) -> bool:
        """Whether too few of its sides name an issue for the order to mean anything."""
        if self.needs_both:
            return not (first and after)
        if self.denied:
            return not (first or after)
        return not (after if self.open_first else first)


def is_refused(desk: Desk, token: Token) -> bool:
    """Whether what `token` heads is told not to happen: denied, refused, ruled out."""
    refusing = desk.stances.orderings["refusing"]
    negating = desk.words["negating"]
    seen = 0
    while seen < 4:
        seen += 1
        subjects = [*own_subjects(token), *children(token, "nsubj:pass", "obj")]
        if is_negated(token, negating) or token.lemma_.lower() in refusing:
            return True
        if any(is_negated(each, negating) or each.lower_ in _NOBODY for each in subjects):
            return True
        if "without" in cases(token) or auxiliaries(token) & {"cannot"}:
            return True
        if token.dep_ not in ("xcomp", "obj", "obl", "nmod", "ccomp", "advcl", "conj"):
            return False
        token = token.head
    return False


def precedence(desk: Desk, cue: Token) -> Iterator[Sequence]:
    """`Y first`, `puts Y first`, `Y must come first`, `Y must precede X`, `Y before X`."""
    words = desk.stances.orderings
    if cue.lower_ in words["first"] and cue.dep_ in _ADVERBIAL:
        yield from _first(desk, cue)
    elif cue.lemma_.lower() in words["preceding"] and is_passive(cue):
        for after in children(cue, "nsubj:pass"):
            is_it = after.pos_ == "PRON" and cue.dep_ == "advcl"
            for first in agents(cue):
                yield Sequence(cue, first, cue.head if is_it else after)
    elif cue.lemma_.lower() in words["preceding"] and cue.pos_ == "VERB":
        for first in own_subjects(cue):
            for after in children(cue, "obj"):
                yield Sequence(cue, first, after, needs_both=True)
    elif cue.lower_ in words["before"] and cue.dep_ in ("mark", "case", "fixed", "advmod"):
        yield from _before(desk, cue)


def _wanted(deed: Token, putting: Set[str]) -> Token | None:
    """What is wanted done: `wants |Y| settled first`, `wants them to |leave| first`."""
    above = deed.head
    if deed.dep_ == "acl" and deed.tag_ == "VBN" and above.dep_ == "obj":
        return above if above.head.lemma_.lower() in putting else None
    if deed.dep_ != "xcomp" or above.lemma_.lower() not in putting:
        return None
    things = children(above, "obj")
    return things[0] if deed.tag_ in ("VBN", "VBD") and things else deed


def _first(desk: Desk, cue: Token) -> Iterator[Sequence]:
    words = desk.stances.orderings
    head = cue.head
    if cue.lower_ == "important" and not any(child.lower_ == "most" for child in cue.children):
        return
    if cue.dep_ == "amod" and head.dep_ == "nsubj" and head.lemma_.lower() in _STEPS:
        if children(head.head, "cop"):  # "the first step is a ceasefire"
            yield Sequence(cue, head.head, None, is_speakers=True)
        return
    if cue.dep_ == "amod":
        if head.lemma_.lower() in _STEPS and children(head, "cop"):
            for subject in own_subjects(head):
                yield Sequence(cue, subject, None)
        return
    if head.pos_ == "NOUN" and not children(head, "cop"):
        if cue.i > head.i:  # "the withdrawal first, then the talks"
            yield Sequence(cue, head, None)
        return
    lemma = head.lemma_.lower()
    if lemma in words["coming"] and own_subjects(head):
        for subject in own_subjects(head):
            yield Sequence(cue, subject, None)
    elif lemma in words["putting"] and children(head, "obj"):
        for thing in children(head, "obj"):
            for each in conjuncts(thing):
                yield Sequence(cue, each, None)
    elif (wanted := _wanted(head, words["putting"])) is not None:
        yield Sequence(cue, wanted, None)
    elif _is_obliged(desk, head):
        yield Sequence(cue, head, None)


def _is_obliged(desk: Desk, head: Token) -> bool:
    """Whether the clause is told as what must be: "must first", "it is first necessary to"."""
    obliging = desk.words["obliging"] - {"have"}  # "have arrested" is only past
    if head.lower_ in desk.stances.verdicts or auxiliaries(head) & obliging:
        return True
    governor = head.head
    frames = desk.stances.frames.get(governor.lemma_.lower(), ())
    if head.dep_ in ("xcomp", "ccomp", "advcl", "acl"):
        if governor.lower_ in desk.stances.verdicts or governor.lemma_.lower() in ("have", "need"):
            return True
        return any(frame.stance == "demand" for frame in frames)
    return False


def _before(desk: Desk, cue: Token) -> Iterator[Sequence]:
    """`Y before X`, where Y is what is demanded."""
    after = cue.head
    if after.dep_ not in ("advcl", "obl", "nmod", "acl") or after.head == after:
        return
    first = after.head
    if is_refused(desk, first):
        return
    clause = clause_of(first)
    if _is_demanded(desk, first) or _is_obliged(desk, clause):
        yield Sequence(cue, first, after, needs_both=True)


def _is_demanded(desk: Desk, token: Token) -> bool:
    seen = 0
    while seen < 4:
        seen += 1
        frames = desk.stances.frames.get(token.lemma_.lower(), ())
        if any(frame.stance == "demand" for frame in frames):
            return True
        if token.dep_ == "ROOT":
            return False
        token = token.head
    return False


def later(desk: Desk, cue: Token) -> Iterator[Sequence]:
    """`take X up later`, `X will be addressed at a later date`, `X can only be the last step`."""
    words = desk.stances.orderings
    if cue.lower_ not in words["later"]:
        return
    head = cue.head
    if cue.dep_ == "amod" and head.lemma_.lower() in words["later-nouns"]:
        if children(head, "cop"):
            for subject in own_subjects(head):
                yield Sequence(cue, None, subject, open_first=True)
            return
        verb = head.head if head.dep_ in ("obl", "nmod", "obl:unmarked") else None
    elif cue.dep_ in ("advmod", "obl", "xcomp"):
        verb = head
    else:
        verb = None
    verb = _nearest_verb(verb)
    if verb is not None and verb.lemma_.lower() in words["treating"] and _is_future(desk, verb):
        for thing in _treated(verb):
            yield Sequence(cue, None, thing, open_first=True)


def _nearest_verb(token: Token | None) -> Token | None:
    while token is not None and token.pos_ != "VERB":
        token = token.head if token.dep_ in ("nmod", "obj", "obl") else None
    return token


def _treated(verb: Token) -> list[Token]:
    found = children(verb, "nsubj:pass") if is_passive(verb) else children(verb, "obj", "obl")
    return found[:1]


def _is_future(desk: Desk, verb: Token) -> bool:
    """Told as to come, not as what was done later."""
    return verb.tag_ in ("VB", "VBN", "VBG") and not (auxiliaries(verb) & {"was", "were", "had"})
