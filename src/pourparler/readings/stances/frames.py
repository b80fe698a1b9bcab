"""Stances taken with a word of their own: "rejects the plan", "its readiness to talk"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from pourparler.codebook.stances import Frame, Kind
from pourparler.model import Mention, Stance
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.doers import parties_doing
from pourparler.readings.stances.grammar import (
    agents,
    alike,
    auxiliaries,
    cases,
    children,
    clauses_above,
    controllers,
    is_infinitive,
    is_negated,
    is_passive,
    is_supposed,
    own_subjects,
)

_COMPLEMENTS = ("xcomp", "ccomp", "advcl", "acl", "csubj", "obl", "nmod")
_UNDER_WAY = frozenset(("way", "underway", "foot"))
_OWNERS = ("nmod:poss", "amod", "compound", "nmod")


@dataclass(frozen=True, slots=True)
class Want:
    """A party's stance towards a thing, as words in one sentence take it.

    `thing` heads the phrase that tells what it is about, `slot` how it hangs on the `cue`.
    """

    holder: Mention
    stance: Stance
    cue: Token
    thing: Token
    slot: str


def find_wants(desk: Desk) -> Iterator[Want]:
    """The stances on the page that a word of stance takes, in text order."""
    for cue in desk.tokens:
        if cue.lemma_.lower() in desk.words["threatening"]:
            yield from _threats(desk, cue)
        for frame in frames_of(desk, cue):
            yield from _wants(desk, cue, frame)


def _threats(desk: Desk, cue: Token) -> Iterator[Want]:
    """`threatens to strike unless Y`: Y is what is demanded."""
    if not is_real(desk, cue):
        return
    for clause in (cue, *children(cue, "xcomp", "ccomp", "advcl", "obj", "obl")):
        for thing in children(clause, "advcl"):
            marks = cases(thing)
            negated = is_negated(thing, desk.words["negating"])
            if "unless" in marks or ("if" in marks and negated):
                heads = controllers(cue, desk.words["continuing"], desk.words["expressing"])
                for holder in (mention for head in heads for mention in desk.parties.all_of(head)):
                    yield Want(holder, "demand", cue, thing, "that")


def frames_of(desk: Desk, cue: Token) -> Iterable[Frame]:
    """The frames the word can have. A participle may be an adjective: "is prepared to"."""
    table = desk.stances.frames
    kind: Kind | None = {
        "VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "ADJ": "adjectives",
        "ADP": "adjectives", "ADV": "adjectives",
    }.get(cue.pos_)  # type: ignore[assignment]  # fmt: skip
    known = table.get(cue.lemma_.lower(), ())
    found = [frame for frame in known if frame.kind == kind]
    if not found and cue.tag_ == "NNS" and cue.dep_ in ("ROOT", "ccomp", "conj", "nsubj"):
        # "Aland rejects the plan", where a tagger takes the verb for a plural no one uses.
        found = [frame for frame in known if not frame.particle and frame.slots != ("for",)]
    if cue.pos_ == "VERB" and cue.tag_ == "VBN" and not agents(cue):
        as_adjective = [f for f in table.get(cue.lower_, ()) if f.kind == "adjectives"]
        found = as_adjective or found
    return [frame for frame in found if _has_particle(cue, frame)]


def _has_particle(cue: Token, frame: Frame) -> bool:
    if frame.particle is None:
        return True
    return any(
        child.lower_ == frame.particle and child.dep_ in ("compound:prt", "advmod", "case")
        for child in cue.children
    )


def _wants(desk: Desk, cue: Token, frame: Frame) -> Iterator[Want]:
    stance = _stance(desk, cue, frame)
    if stance is None or not is_real(desk, cue):
        return
    things = list(_things(desk, cue, frame))
    if not things:
        return
    for holder in holders(desk, cue, frame):
        for slot, thing in things:
            yield Want(holder, stance, cue, thing, slot)


def _stance(desk: Desk, cue: Token, frame: Frame) -> Stance | None:
    negating = desk.words["negating"]
    negated = is_negated(cue, negating)
    if frame.kind == "nouns" and cue.dep_ in ("obj", "obl", "nsubj:pass"):
        negated = negated != is_negated(cue.head, negating) or cue.head.lemma_ == "lack"
    if frame.kind == "nouns" and cue.dep_ == "nmod" and cue.head.lemma_.lower() == "lack":
        negated = not negated
    if not negated and frame.kind == "verbs" and cue.dep_ in ("xcomp", "conj"):
        negated = cue.head.lemma_ in desk.words["continuing"] and is_negated(cue.head, negating)
        negated = negated and cue.dep_ == "xcomp"
    if negated and auxiliaries(cue) & {"have", "had"}:
        return None  # "has not agreed" is no refusal yet
    return frame.negated if negated else frame.stance


def is_real(desk: Desk, cue: Token) -> bool:
    """Whether the words say that the stance is taken, not that it might be or should be."""
    if cue.pos_ in ("VERB", "AUX", "ADJ"):
        if auxiliaries(cue) & desk.words["unreal"] and not is_passive(cue):
            return False
        if auxiliaries(cue) & (desk.words["obliging"] - {"have", "need", "shall"}):
            return False
        if is_infinitive(cue) and not _is_carried_on(desk, cue):
            return False
    return not is_supposed(cue) and not _is_disowned(desk, cue)


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


def _is_carried_on(desk: Desk, cue: Token) -> bool:
    head = cue.head
    return (
        cue.dep_ == "xcomp"
        and head.lemma_.lower() in desk.words["continuing"]
        and not children(head, "obj", "iobj")
        and is_real(desk, head)
    )


def _things(desk: Desk, cue: Token, frame: Frame) -> Iterator[tuple[str, Token]]:
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
    helping = desk.words["helping"] if frame.stance == "offer" else frozenset[str]()
    filled.extend(
        ("obj", child)
        for child in _objects(cue, frame)
        if not clausal or child.lemma_.lower() in helping
    )
    for slot, thing in filled:
        for each in alike(thing):
            if not _is_beside_the_point(desk, cue, each):
                yield slot, each


def _is_purpose(desk: Desk, cue: Token, clause: Token) -> bool:
    """Whether an infinitive only says what for: "offers a truce to win time"."""
    if clause.dep_ != "advcl" or clause.head != cue or cue.pos_ not in ("VERB", "AUX"):
        return False
    if children(cue, "xcomp", "ccomp"):
        return True
    return any(desk.parties.of(child) is None for child in children(cue, "obj"))


def _is_beside_the_point(desk: Desk, cue: Token, thing: Token) -> bool:
    """Whether the thing is what was told, not what is meant, or itself a word of stance that
    the cue only carries ("reaffirms its commitment")."""
    lemma = thing.lemma_.lower()
    if lemma in desk.words["tellings"] or lemma in desk.words["saying"]:
        return True
    frames = desk.stances.frames.get(lemma, ())
    carried = cue.lemma_.lower() in desk.words["expressing"]
    return carried and any(frame.kind == "nouns" for frame in frames) and thing.pos_ == "NOUN"


def _beside(desk: Desk, cue: Token, frame: Frame) -> list[Token]:
    """Infinitives that belong to the cue, though a parser hangs them elsewhere: on whom it is
    put to ("called on both to stop"), or on the verb that carries a noun ("expressed its
    readiness to stop")."""
    if frame.kind == "verbs":
        hosts = [
            child
            for child in cue.children
            if child.dep_ == "obj" or (child.dep_ == "obl" and cases(child) & {"on", "upon", "to"})
        ]
    elif frame.kind == "nouns" and cue.dep_ in ("obj", "nsubj"):
        words = desk.words["expressing"] if cue.dep_ == "obj" else _UNDER_WAY
        hosts = [cue.head] if cue.head.lemma_.lower() in words else []
    else:
        return []
    return [
        child
        for host in hosts
        for child in children(host, "acl", "advcl", "xcomp")
        if child.i > cue.i and is_infinitive(child)
    ]


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


def holders(desk: Desk, cue: Token, frame: Frame) -> list[Mention]:
    heads = _noun_holders(desk, cue) if frame.kind == "nouns" else _verb_holders(desk, cue)
    found: dict[str | None, Mention] = {}
    for mention in parties_doing(desk, cue, heads):
        if not mention.span.start <= cue.idx < mention.span.end:
            found.setdefault(desk.parties.side(mention), mention)
    return list(found.values())


def _verb_holders(desk: Desk, cue: Token) -> list[Token]:
    if cue.pos_ == "ADP":
        return []
    shares_voice = cue.dep_ == "conj" and is_passive(cue.head)
    if cue.pos_ == "VERB" and agents(cue) and (cue.tag_ == "VBN" or shares_voice):
        return agents(cue)
    if is_passive(cue):
        if any(frame.kind == "adjectives" for frame in desk.stances.frames.get(cue.lower_, ())):
            return [each for s in children(cue, "nsubj:pass") for each in alike(s)]
        return []
    if cue.dep_ == "amod":
        return []
    return controllers(cue, desk.words["continuing"], desk.words["expressing"])


def _noun_holders(desk: Desk, cue: Token) -> list[Token]:
    """Whose a noun of stance is: its possessor, else who expresses it."""
    for child in cue.children:
        if child.dep_ in ("nmod:poss", "amod", "compound") and desk.parties.of(child):
            return [child]
        if child.dep_ == "nmod" and cases(child) & {"by", "from"} and desk.parties.of(child):
            return alike(child)
    verb = cue.head
    if "in" in cases(cue) and cue.dep_ in ("nmod", "obl", "acl"):  # "officials in favour of"
        return [verb] if verb.pos_ in ("NOUN", "PROPN") else own_subjects(verb)
    expressed = verb.lemma_.lower() in desk.words["expressing"]
    if cue.dep_ in ("obj", "ccomp", "obl", "conj") and expressed:
        if not is_real(desk, verb):
            return []
        if is_passive(verb) or (verb.tag_ == "VBN" and agents(verb)):
            return agents(verb)
        return controllers(verb, desk.words["continuing"], desk.words["expressing"])
    if cue.dep_ == "nsubj:pass" and expressed:
        return agents(verb)
    return []
