"""Words that tell where talks stand: "led to a pause in the talks", "talks resumed"."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from pourparler.model import PhaseName
from pourparler.readings.stances.accords import Accord, accord_at, joint_agreement, turns_of
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.formats import formats_on
from pourparler.readings.stances.grammar import (
    VERBAL,
    cases,
    children,
    is_headless,
    is_supposed,
    matches,
)
from pourparler.readings.stances.reality import is_hoped, is_recalled, predicate_of

_OBJECTS = ("obj", "nsubj:pass")
_INTO = frozenset(("of", "from", "to", "into", "in", "with"))


@dataclass(frozen=True, slots=True)
class Turn:
    """A phase told by `cue` of `talks`, or of an accord. `verb` is the predicate it stands in.

    Of an agreement `issue` tells what it is on and `partial` that it settles that alone.
    """

    phase: PhaseName
    cue: Token
    talks: Token
    verb: Token
    hoped: bool
    recalled: bool = False
    issue: str | None = None
    partial: bool = False
    needs_both: bool = False


def find_turns(desk: Desk) -> Iterator[Turn]:
    """The phases that the page tells, told as reached or as hoped for; denied ones are left out."""
    formats = {named.head.i for named in formats_on(desk.page)}
    for token in desk.tokens:
        if token.i in formats:
            continue  # "the Geneva talks resumed" tells of a format, not of a process
        if is_talks(desk, token):
            yield from _turns(
                desk,
                Accord(token, None, is_whole=False, is_known=True, is_accord=False),
                _of_talks(desk, token),
            )
        elif (accord := accord_at(desk, token)) is not None:
            yield from _turns(desk, accord, turns_of(desk, token))
        elif (joint := joint_agreement(desk, token)) is not None:
            phase, cue, thing = joint
            issue = next((each.issue for each in desk.issues.named(thing)), None)
            yield from _turns(
                desk, Accord(thing, issue, is_whole=False, is_known=False), [(phase, cue)]
            )


def _turns(desk: Desk, told: Accord, pairs: Iterable[tuple[PhaseName, Token]]) -> Iterator[Turn]:
    for phase, cue in pairs:
        verb = predicate_of(cue)
        hoped = is_hoped(desk, cue, verb)
        if cue == told.token and hoped is None and not is_supposed(verb):
            hoped = False  # that none was reached is what is told
        if hoped is not None:
            yield Turn(
                phase=phase,
                cue=cue,
                talks=told.token,
                verb=verb,
                hoped=hoped,
                recalled=is_recalled(desk, cue, verb),
                issue=told.issue,
                partial=told.is_accord and not told.is_whole,
                needs_both=not told.is_known,
            )


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
            fails = phase == "collapsed" and bool(children(cue, "xcomp"))
            yield "paused" if fails else phase, cue  # "the talks failed to produce a truce"
    if talks.dep_ == "nsubj" and head.lemma_ == "end" and _without_result(head):
        yield "paused", head
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
    if matches(head, lists.get(role, frozenset())):
        yield head


def _by_acl(talks: Token, lists: Mapping[str, frozenset[str]]) -> Iterator[Token]:
    """`the talks stalled`, where a parser makes the talks the head of the sentence."""
    for verb in children(talks, "acl"):
        if is_headless(verb) and matches(verb, lists.get("verbs", frozenset())):
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


def _without_result(verb: Token) -> bool:
    for child in children(verb, "obl", "nmod", "advcl"):
        if "without" in cases(child) or child.lower_ in ("failure", "deadlock", "stalemate"):
            return True
    return False
