"""Words that tell where talks stand: "led to a pause in the talks", "talks resumed"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from pourparler.model import PhaseName
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.formats import formats_on
from pourparler.readings.stances.grammar import (
    VERBAL,
    auxiliaries,
    cases,
    children,
    is_headless,
    is_infinitive,
    is_negated,
    own_subjects,
)

_OBJECTS = ("obj", "nsubj:pass")
_LEADING_TO = frozenset(("for", "to", "of", "at", "towards", "toward", "in", "on"))
_INTO = frozenset(("of", "from", "to", "into", "in", "with"))


@dataclass(frozen=True, slots=True)
class Turn:
    """A phase told by `cue` of `talks` (or of an accord). `verb` is the predicate it stands in."""

    phase: PhaseName
    cue: Token
    talks: Token
    verb: Token
    hoped: bool


def find_turns(desk: Desk) -> Iterator[Turn]:
    """The phases that the page tells, told as reached or as hoped for; denied ones are left out."""
    formats = {named.head.i for named in formats_on(desk.page)}
    for token in desk.tokens:
        if token.i in formats:
            continue  # "the Geneva talks resumed" tells of a format, not of a process
        if is_talks(desk, token):
            pairs = list(_of_talks(desk, token))
        elif is_accord(desk, token):
            pairs = list(_of_accord(desk, token))
        else:
            continue
        for phase, cue in pairs:
            verb = _predicate(cue)
            reality = _reality(desk, cue, verb)
            if reality is not None:
                yield Turn(phase, cue, token, verb, reality)


def is_talks(desk: Desk, token: Token) -> bool:
    """Whether the word names talks as a whole."""
    words = desk.stances.phase_words
    lemma = token.lemma_.lower()
    if token.pos_ not in ("NOUN", "PROPN") or not {lemma, token.lower_} & words["talks"]:
        return False
    if lemma == "talk" and token.lower_ == "talk":
        return False
    if {lemma, token.lower_} & words["needing"]:
        before = {child.lower_ for child in children(token, "compound", "amod", "nmod")}
        return bool(before & words["qualifying"])
    return token.dep_ != "compound"


def is_accord(desk: Desk, token: Token) -> bool:
    """Whether the word names an agreement that negotiations are about."""
    words = desk.stances.phase_words
    if token.pos_ not in ("NOUN", "PROPN") or token.lemma_.lower() not in words["accords"]:
        return False
    if token.dep_ == "compound":
        return False
    about = {child.lower_ for child in children(token, "compound", "amod", "nmod")}
    for child in children(token, "acl"):  # "an accord aimed at normalising relations"
        about.update(part.lower_ for part in child.subtree)
    about.update(part.lower_ for child in children(token, "compound") for part in child.children)
    return bool((about | {token.lower_}) & words["negotiated"])


def _of_talks(desk: Desk, talks: Token) -> Iterator[tuple[PhaseName, Token]]:
    if talks.dep_ == "nmod" and talks.head.lemma_.lower() in desk.stances.phase_words["parts"]:
        yield from _of_talks(desk, talks.head)
        return
    head = talks.head
    told = False
    for phase, lists in desk.stances.phases.items():
        cues = [*_by_verb(talks, lists), *_by_state(talks, lists), *_by_acl(talks, lists)]
        cues += _by_cause(desk, talks, lists)
        is_inside = talks.dep_ in ("nmod", "compound", "obl")
        if is_inside and head.lemma_.lower() in lists.get("nouns", ()):
            cues.append(head)
        for cue in cues:
            told = True
            yield phase, cue
    if talks.dep_ == "nsubj" and head.lemma_ == "end" and _without_result(head):
        yield "collapsed", head
    elif not told:
        yield from _by_adjective(desk, talks)


def _by_adjective(desk: Desk, talks: Token) -> Iterator[tuple[PhaseName, Token]]:
    """`the stalled talks`, where nothing else is told of them."""
    for phase, lists in desk.stances.phases.items():
        for adjective in children(talks, "amod"):
            if adjective.lower_ in lists.get("adjectives", ()):
                yield phase, adjective


def _by_verb(talks: Token, lists: Mapping[str, frozenset[str]]) -> Iterator[Token]:
    """`talks resumed`, `resumed the talks`, `returned to the talks`."""
    head = talks.head
    if head.pos_ not in VERBAL:
        return
    if talks.dep_ == "nsubj":
        role = "verbs"
    elif talks.dep_ in _OBJECTS:
        role = "carried"
    elif talks.dep_ in ("obl", "nmod") and cases(talks) & _INTO:
        role = "entered"
    else:
        return
    if _matches(head, lists.get(role, frozenset())):
        yield head


def _by_acl(talks: Token, lists: Mapping[str, frozenset[str]]) -> Iterator[Token]:
    """`the talks stalled`, where a parser makes the talks the head of the sentence."""
    for verb in children(talks, "acl"):
        if is_headless(verb) and _matches(verb, lists.get("verbs", frozenset())):
            yield verb


def _by_state(talks: Token, lists: Mapping[str, frozenset[str]]) -> Iterator[Token]:
    """`talks are stalled`, `talks are on hold`, `talks reached a deadlock`."""
    head = talks.head
    if talks.dep_ not in ("nsubj", "nsubj:pass"):
        return
    states = lists.get("adverbials", frozenset())
    if head.lower_ in lists.get("adjectives", ()):
        yield head
    if head.lower_ in states and children(head, "cop"):
        yield head
    for child in children(head, "obl", "obj", "xcomp", "nmod"):
        if child.lower_ in states:
            yield child


def _by_cause(desk: Desk, talks: Token, lists: Mapping[str, frozenset[str]]) -> Iterator[Token]:
    """`brought the talks to a standstill`, `put the talks on hold`."""
    head = talks.head
    if talks.dep_ in _OBJECTS and head.lemma_.lower() in desk.stances.phase_words["causing"]:
        for child in (*children(head, "obl", "advmod", "xcomp"), *children(talks, "nmod")):
            if child.lower_ in lists.get("adverbials", ()):
                yield child


def _of_accord(desk: Desk, accord: Token) -> Iterator[tuple[PhaseName, Token]]:
    head = accord.head
    for phase, lists in desk.stances.phases.items():
        if head.tag_ == "VBG" and not auxiliaries(head):
            return  # "since signing an agreement" recalls one
        verbs = lists.get("accords", frozenset())
        if accord.dep_ in _OBJECTS and head.pos_ in VERBAL and _matches(head, verbs):
            yield phase, head
        entered = lists.get("accord-entered", frozenset())
        if accord.dep_ == "obl" and cases(accord) & {"on", "to"} and _matches(head, entered):
            yield phase, head
        if accord.dep_ == "nmod" and head.lemma_.lower() in lists.get("accord-nouns", ()):
            yield phase, head
        verbs_of = (
            [head] if accord.dep_ == "nsubj" else filter(is_headless, children(accord, "acl"))
        )
        for verb in verbs_of:
            for child in children(verb, "obl", "obj"):
                if child.lower_ in lists.get("accord-adverbials", ()):
                    yield phase, child


def _matches(verb: Token, entries: frozenset[str]) -> bool:
    """Whether the verb, with its particle where the entry has one, is among the entries."""
    lemma = verb.lemma_.lower()
    if lemma in entries:
        return not (
            children(verb, "compound:prt") and any(e.startswith(lemma + " ") for e in entries)
        )
    return any(
        f"{lemma} {child.lower_}" in entries
        for child in verb.children
        if child.dep_ in ("compound:prt", "advmod", "case", "xcomp")
    )


def _without_result(verb: Token) -> bool:
    for child in children(verb, "obl", "nmod", "advcl"):
        if "without" in cases(child) or child.lower_ in ("failure", "deadlock", "stalemate"):
            return True
    return False


def _predicate(cue: Token) -> Token:
    """The nearest verb or predicate over a noun or adjective that tells the phase."""
    token = cue
    while token.pos_ not in VERBAL and token.dep_ in (
        "obj",
        "obl",
        "nmod",
        "nsubj",
        "nsubj:pass",
        "amod",
    ):
        token = token.head
    return token


def _reality(desk: Desk, cue: Token, verb: Token) -> bool | None:
    """False for what is told as reached, True for what is hoped for, None for what is denied."""
    words = desk.stances.phase_words
    negating = desk.words["negating"]
    hoped = False
    token = cue
    while True:
        if is_negated(token, negating) or any(
            is_negated(each, negating)
            for each in (*own_subjects(token), *children(token, "obj", "nsubj:pass"))
            if each.i <= token.i or each == cue
        ):
            return None
        lemma = token.lemma_.lower()
        if token != cue and lemma in words["doubting"]:
            return None
        if token != cue and lemma in words["hoping"]:
            hoped = True
        if auxiliaries(token) & words["hoping"] or is_infinitive(token):
            hoped = True
        marks = {child.lower_ for child in children(token, "mark", "case")}
        if marks & words["supposing"]:
            return None
        if token.dep_ == "ccomp":
            above = token.head.lemma_.lower()
            return None if above in words["doubting"] else hoped or above in words["hoping"]
        if token.dep_ == "ROOT" or token.dep_ in ("parataxis", "acl:relcl", "conj"):
            return hoped
        if token.dep_ == "advcl" and not (is_infinitive(token) or marks & _LEADING_TO):
            return hoped
        if token.dep_ in ("nsubj", "nsubj:pass") and token != verb and token.head != verb:
            return hoped
        token = token.head
