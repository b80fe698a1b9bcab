"""Words that tell what became of an agreement: "signed a treaty", "withdrew from the deal"."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from spacy.tokens import Token

from pourparler.model import PhaseName
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.doers import parties_doing
from pourparler.readings.stances.grammar import (
    VERBAL,
    agents,
    auxiliaries,
    cases,
    children,
    is_headless,
    is_infinitive,
    is_negated,
    is_passive,
    matches,
    own_subjects,
)

_OBJECTS = ("obj", "nsubj:pass")
_OUT_OF = frozenset(("from", "of"))
_TO = frozenset(("on", "to", "upon"))
# What is sought at talks; a signature that has not been given may still be.
_ATTAINING = frozenset(("reach", "strike", "clinch"))


class Accord(NamedTuple):
    """An agreement named by `token`, what it is on, and whether it is to settle the whole.

    `is_known` holds where the words themselves say that it was negotiated; else it counts only
    between parties that are named.
    """

    token: Token
    issue: str | None
    is_whole: bool
    is_known: bool
    is_accord: bool = True


def accord_at(desk: Desk, token: Token) -> Accord | None:
    """The agreement that the word names, if it names one."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    words = desk.stances.phase_words
    settlement = desk.issues.at(token, words["settlements"])
    if token.lemma_.lower() in words["accords"]:
        if token.dep_ == "compound" or (settlement is None and _is_proper_name(token)):
            return None
    elif settlement is None or not _tops_a_name(desk, token, settlement):
        return None
    about = _about(token)
    named = desk.issues.named(token)
    issue = settlement or next((each.issue for each in named if not each.against), None)
    is_whole = settlement is not None or bool(about & words["whole"])
    is_known = is_whole or bool((about | {token.lower_}) & words["negotiated"])
    return Accord(token, issue, is_whole, is_known)


def _is_proper_name(token: Token) -> bool:
    """Whether it is some treaty of its own, known by its name."""
    return token.pos_ == "PROPN" and any(
        child.pos_ == "PROPN" for child in children(token, "compound", "amod", "nmod", "flat")
    )


def _tops_a_name(desk: Desk, token: Token, settlement: str) -> bool:
    """Whether it heads a name by which an agreement goes ("the Plan of Action")."""
    if not any(part.tag_.startswith("NNP") for part in (token, *token.children)):
        return False
    return desk.issues.at(token.head, frozenset((settlement,))) is None


def _about(token: Token) -> set[str]:
    """The words that say what an agreement is about."""
    about = {child.lower_ for child in children(token, "compound", "amod", "nmod")}
    for child in children(token, "acl"):  # "an accord aimed at normalising relations"
        about.update(part.lower_ for part in child.subtree)
    about.update(part.lower_ for child in children(token, "compound") for part in child.children)
    return about


def turns_of(desk: Desk, accord: Token) -> Iterator[tuple[PhaseName, Token]]:
    """What is told of an agreement: each phase with the word that tells it."""
    head = accord.head
    if head.tag_ == "VBG" and not auxiliaries(head) and accord.dep_ == "obj":
        return  # "since signing an agreement" recalls one
    reached = desk.stances.phases["agreed"].get("accords", frozenset())
    failing = desk.stances.phase_words["failing"]
    is_failed = head.dep_ == "xcomp" and head.head.lemma_.lower() in failing
    if accord.dep_ == "obj" and is_failed and matches(head, reached):
        yield "paused", head.head  # "fail to reach an agreement"
    if head.lemma_.lower() in _ATTAINING and accord.dep_ in _OBJECTS and _is_none(desk, accord):
        yield "paused", accord  # "no agreement was reached"
    rejected = _voted_down(desk, accord)
    if rejected is not None:
        yield "paused", rejected
        return
    for phase, lists in desk.stances.phases.items():
        for cue in _cues(accord, head, lists):
            yield phase, cue


def _is_none(desk: Desk, accord: Token) -> bool:
    """Whether none was reached, once and for that time: none "yet" says nothing."""
    verb = accord.head
    denied = any(child.lower_ == "no" for child in accord.children)
    denied = denied or is_negated(verb, desk.words["negating"])
    open_still = auxiliaries(verb) & {"have", "has", "will", "would", "can", "could", "may"}
    yet = any(child.lower_ == "yet" for child in verb.children)
    return denied and not (open_still or yet)


def _voted_down(desk: Desk, accord: Token) -> Token | None:
    """The verb by which voters or a parliament do not let an agreement take effect."""
    verb, words = accord.head, desk.stances.phase_words
    if accord.dep_ not in _OBJECTS or verb.pos_ != "VERB":
        return None
    carried = desk.stances.phases["implemented"].get("accords", frozenset())
    refusing = verb.head if verb.dep_ == "xcomp" and matches(verb, carried) else None
    if refusing is not None and refusing.lemma_.lower() in words["failing"] | words["refusing"]:
        return refusing
    if verb.lemma_.lower() not in words["refusing"]:
        return None
    told = [*own_subjects(verb), *agents(verb), *children(verb, "obl")]
    return verb if any(each.lemma_.lower() in words["deciding"] for each in told) else None


def _cues(accord: Token, head: Token, lists: Mapping[str, frozenset[str]]) -> Iterator[Token]:
    marks = cases(accord)
    if head.pos_ in VERBAL and accord.dep_ in _OBJECTS:
        key = "accords"
    elif accord.dep_ == "obl" and marks & _TO:
        key = "accord-entered"
    elif accord.dep_ in ("obl", "nmod") and marks & _OUT_OF:
        key = "accord-left"
    else:
        key = ""
    if matches(head, lists.get(key, frozenset())):
        yield head
    left = lists.get("accord-left", frozenset())
    for clause in children(accord, "acl:relcl"):  # "the deal, from which it withdrew"
        whiches = [child for child in children(clause, "obl") if child.tag_ == "WDT"]
        if any(cases(child) & _OUT_OF for child in whiches) and matches(clause, left):
            yield clause
    if accord.dep_ == "nmod" and head.lemma_.lower() in lists.get("accord-nouns", ()):
        yield head
    verbs = [head] if accord.dep_ == "nsubj" else filter(is_headless, children(accord, "acl"))
    for verb in verbs:
        if matches(verb, lists.get("accord-verbs", frozenset())):
            yield verb
        for child in children(verb, "obl", "obj"):
            if child.lower_ in lists.get("accord-adverbials", ()):
                yield child
        for child in children(verb, "xcomp"):  # "begins to be implemented"
            if is_passive(child) and matches(child, lists.get("accords", frozenset())):
                yield child


def joint_agreement(desk: Desk, verb: Token) -> tuple[PhaseName, Token, Token] | None:
    """What several agree on, or fail to, where no agreement is named: "A and B agree to open the
    bridge". The phase, the word that tells it and the thing.

    None where they agree to talk, which settles nothing, or where one agrees to what it is asked.
    """
    if verb.pos_ not in VERBAL or is_passive(verb):
        return None
    if not matches(verb, desk.stances.phases["agreed"].get("jointly", frozenset())):
        return None
    fails = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in desk.stances.phase_words["failing"]
    cue = verb.head if fails else verb
    if len(parties_doing(desk, cue, own_subjects(cue))) < 2:
        return None
    for thing in children(verb, "xcomp", "obl", "obj", "advcl"):
        is_it = thing.dep_ == "obj" or is_infinitive(thing) or cases(thing) & _TO
        if thing.i < verb.i or not is_it:
            continue
        if accord_at(desk, thing) is not None or _is_talking(desk, thing):
            return None
        return "paused" if fails else "agreed", cue, thing
    return None


def _is_talking(desk: Desk, thing: Token) -> bool:
    issues = desk.page.codebook.issues
    about = [each.issue for each in desk.issues.named(thing)]
    talking = [issue for issue in about if "the-talks" in issues.ancestors(issue)]
    meeting = thing.lemma_.lower() in desk.stances.phase_words["meeting"]
    return meeting or bool(about and talking and "peace-agreement" not in talking)
