"""What a word of stance is about: the phrases that fill its slots."""

from collections.abc import Iterator

from spacy.tokens import Token

from pourparler.codebook.stances import Frame
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.grammar import (
    agents,
    alike,
    auxiliaries,
    cases,
    children,
    is_infinitive,
    is_passive,
)
from pourparler.readings.stances.riders import is_what_for
from pourparler.readings.stances.terms import follows_terms

_COMPLEMENTS = ("xcomp", "ccomp", "advcl", "acl", "csubj", "obl", "nmod")
_UNDER_WAY = frozenset(("way", "underway", "foot"))
_ASKING = frozenset(("WP", "WDT", "WRB", "WP$"))


def things_of(desk: Desk, cue: Token, frame: Frame) -> Iterator[tuple[str, Token]]:
    """What the stance is about: each head with the slot it fills. A clause comes before an
    object, which is then whom the stance is put to ("urges its neighbour to withdraw")."""
    filled = [
        (slot, child)
        for slot in frame.slots
        if slot != "obj"
        for child in (*cue.children, *_beside(desk, cue, frame))
        if fills(child, slot)
    ]
    if frame.kind == "nouns" and frame.stance == "offer":  # "a plan under which they would leave"
        clauses = children(cue, "acl:relcl")
        filled.extend(("that", c) for c in clauses if auxiliaries(c) & {"would", "will"})
    filled = [each for each in filled if not _is_purpose(desk, cue, each[1])]
    clausal = [(slot, child) for slot, child in filled if slot in ("that", "to", "ing")]
    if "obj" in frame.slots and "for" in frame.slots and _objects(cue, frame):
        # "demands reparations for an attack": what for, the object being what is wanted.
        filled = [each for each in filled if each[0] != "for"]
    helping = desk.words["helping"] if frame.stance == "offer" else frozenset[str]()
    filled.extend(
        ("obj", child)
        for child in _objects(cue, frame)
        if not clausal or child.lemma_.lower() in helping
    )
    for slot, filler in sorted(filled, key=lambda each: each[1].i):
        for each in alike(_noun_meant(desk, filler)):
            if not (_is_beside_the_point(desk, cue, each) or _is_a_verb(desk, each)):
                yield slot, each


def _noun_meant(desk: Desk, thing: Token) -> Token:
    """`invites both to |ceasefire talks|`, where a tagger takes the noun for a verb no one uses:
    the head of the two nouns; any other word itself."""
    if thing.tag_ == "VB" and thing.lemma_.lower() in desk.words["announced"]:
        for noun in children(thing, "obj"):
            talks = {noun.lower_, noun.lemma_.lower()} & desk.stances.phase_words["talks"]
            if noun.i == thing.i + 1 and talks:
                return noun
    return thing


def _is_purpose(desk: Desk, cue: Token, clause: Token) -> bool:
    """Whether an infinitive only says what for: "offers a truce to win time", "calls for a halt
    to exports to cut off funds"."""
    wanted = [child for child in children(cue, "obl") if child.i < clause.i]
    if is_infinitive(clause) and any(is_what_for(noun, clause) for noun in wanted):
        return True
    if clause.dep_ != "advcl" or clause.head != cue or cue.pos_ not in ("VERB", "AUX"):
        return False
    if children(cue, "xcomp", "ccomp"):
        return True
    return any(desk.parties.of(child) is None for child in children(cue, "obj"))


def _is_a_verb(desk: Desk, noun: Token) -> bool:
    """`rejects a change and |calls for| talks`, where a tagger takes the verb for a plural."""
    if noun.dep_ != "conj" or noun.tag_ != "NNS" or noun.nbor(-1).pos_ != "CCONJ":
        return False
    known = desk.stances.frames.get(noun.lemma_.lower(), ())
    slots = {slot for frame in known if frame.kind == "verbs" for slot in frame.slots}
    return noun.i + 1 < len(noun.doc) and noun.nbor(1).lower_ in slots


def _is_beside_the_point(desk: Desk, cue: Token, thing: Token) -> bool:
    """Whether the thing is what was told, not what is meant, or itself a word of stance that
    the cue only carries ("reaffirms its commitment")."""
    lemma = thing.lemma_.lower()
    if lemma in desk.words["tellings"] or lemma in desk.words["saying"]:
        return True
    if lemma in desk.words["papers"] and children(thing, "nmod:poss"):
        return True  # "renounces her visa"
    if follows_terms(desk, thing):
        return True  # "agrees on the condition that they leave"
    if cue.lemma_.lower() in desk.words["sacking"] and desk.parties.is_person(thing):
        return True  # "dismisses his minister"
    asked = thing.left_edge.tag_ in _ASKING or any(c.tag_ in _ASKING for c in thing.children)
    if asked and thing.i > cue.i:
        return True  # "will demand what the others were given" asks, and demands nothing
    if cue.lemma_.lower() == "accept" and lemma in desk.words["acts"]:
        return True
    if cue.lemma_.lower() == "commit" and lemma in desk.words["misdeeds"]:
        return True
    if cue.lemma_.lower() == "offer" and lemma == "resignation":
        return True  # one's own: what a minister does, and no party offers
    frames = desk.stances.frames.get(lemma, ())
    carried = cue.lemma_.lower() in desk.words["expressing"]
    return carried and any(frame.kind == "nouns" for frame in frames) and thing.pos_ == "NOUN"


def _beside(desk: Desk, cue: Token, frame: Frame) -> list[Token]:
    """Infinitives that belong to the cue, though a parser hangs them elsewhere: on whom it is
    put to ("called on both to stop"), or on the verb that carries a noun ("expressed its
    readiness to stop")."""
    hung: list[Token] = []
    if frame.kind == "verbs":
        # who "called the decision to leave a mistake" calls on nobody to leave
        directed = "obj" if cue.lemma_ != "call" else ""
        hosts = [
            child
            for child in cue.children
            if child.dep_ == directed
            or (child.dep_ == "obl" and cases(child) & {"on", "upon", "to"})
        ]
        hung = _hung_back(cue)
    elif frame.kind == "nouns" and cue.dep_ in ("obj", "nsubj"):
        words = desk.words["expressing"] if cue.dep_ == "obj" else _UNDER_WAY
        hosts = [cue.head] if cue.head.lemma_.lower() in words else []
    else:
        return []
    return hung + [
        child
        for host in hosts
        for child in children(host, "acl", "advcl", "xcomp")
        if child.i > cue.i and is_infinitive(child)
    ]


def _hung_back(cue: Token) -> list[Token]:
    """`rejects a change and calls |for talks|`, hung on the change: the phrase right after."""
    if cue.i + 1 >= len(cue.doc):
        return []
    link = cue.nbor(1)
    is_back = link.dep_ == "case" and link.head.i > link.i and link.head.head.i < cue.i
    return [link.head] if is_back and cue.dep_ == "conj" else []


def _objects(cue: Token, frame: Frame) -> list[Token]:
    if "obj" not in frame.slots:
        return []
    if cue.pos_ == "ADP":
        return [cue.head]
    if is_passive(cue):
        return [s for s in children(cue, "nsubj:pass") if s.pos_ not in ("PRON", "DET")]
    if cue.dep_ == "conj" and agents(cue) and is_passive(cue.head):
        return children(cue.head, "nsubj:pass")
    if cue.dep_ in ("acl", "amod") and cue.tag_ == "VBN" and agents(cue):
        return [cue.head]
    if cue.dep_ == "acl:relcl" and any(c.tag_ == "WDT" for c in children(cue, "obj")):
        return [cue.head]  # "terms that it rejects"
    return children(cue, "obj")


def fills(child: Token, slot: str) -> bool:
    """Whether `child` stands in `slot` to the word it hangs on."""
    if child.dep_ not in _COMPLEMENTS:
        return False
    clausal = child.dep_ in ("xcomp", "ccomp", "advcl", "acl", "csubj")
    if slot == "that":
        finite = bool(children(child, "nsubj", "nsubj:pass", "expl", "csubj"))
        marked = "that" in cases(child)
        return (
            child.dep_ in ("ccomp", "acl", "advcl")
            and (marked or child.dep_ == "ccomp")
            and (finite and not is_infinitive(child))
        )
    if slot == "to":
        if clausal and is_infinitive(child):
            return True
        return "to" in cases(child) or child.left_edge.lower_ == "to"
    if slot == "ing":
        is_next = child.dep_ == "advcl" and child.i == child.head.i + 1
        return child.tag_ == "VBG" and (child.dep_ in ("xcomp", "ccomp") or is_next)
    return slot in cases(child)


def addressee_of(cue: Token, thing: Token) -> Token | None:
    """Who is to do it: "urges its neighbour to withdraw", "calls on both to stop", "both are
    invited by Holm to come"."""
    second = thing.dep_ == "conj" and thing.tag_ == "VB" and is_infinitive(thing.head)
    if not (is_infinitive(thing) or second):
        return None
    if cue.pos_ != "VERB":
        return _asked_of(cue, thing)
    if is_passive(cue):
        return next(iter(children(cue, "nsubj:pass")), None) if agents(cue) else None
    for child in cue.children:
        is_asked = child.dep_ in ("obj", "iobj") or (
            child.dep_ == "obl" and cases(child) & {"on", "upon", "to", "for"}
        )
        if is_asked and cue.i < child.i < thing.i and child.left_edge.i > cue.i:
            return child
    own = [child for child in thing.children if child.dep_ in ("nsubj", "nsubj:pass")]
    return own[0] if own and own[0].i > cue.i else None


def _asked_of(cue: Token, thing: Token) -> Token | None:
    """Whom a noun or adjective asks: "an ultimatum to |Aland| to leave", "necessary for |Aland|
    to leave"."""
    beside = children(cue.head, "obl") if cue.dep_ == "obj" else []
    asked = [
        child
        for child in (*children(cue, "nmod", "obl"), *children(thing, "nsubj"), *beside)
        if cases(child) & {"on", "upon", "to", "for"} and cue.i < child.i < thing.i
    ]
    return next((child for child in asked if child.pos_ == "PROPN"), None)
