"""Stances taken with a word of their own: "rejects the plan", "its readiness to talk"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from pourparler.codebook.stances import Frame, Kind
from pourparler.model import Mention, Stance
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.grammar import (
    agents,
    auxiliaries,
    cases,
    children,
    controllers,
    is_negated,
    is_passive,
    own_subjects,
)
from pourparler.readings.stances.holders import holders
from pourparler.readings.stances.real import is_real
from pourparler.readings.stances.slots import addressee_of, things_of

_CLAUSES = ("to", "that", "ing")
_WILLING = ("offer", "commitment", "support")
_RECOGNISING = Frame("recognise", "verbs", "commitment", ("obj",))
_ANNOUNCING = Frame("announce", "verbs", "commitment", ("obj",))


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
        elif cue.lemma_.lower() in desk.words["announcing"]:
            yield from _truces(desk, cue)
        elif cue.lemma_.lower() in desk.words["recognising"]:
            yield from _recognitions(desk, cue)
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
            if clause != cue and _is_anothers(desk, cue, clause):
                continue  # who warns of what others may do demands nothing
            if "unless" in marks or ("if" in marks and negated):
                heads = controllers(cue, desk.words["continuing"], desk.words["expressing"])
                for holder in (mention for head in heads for mention in desk.parties.all_of(head)):
                    yield Want(holder, "demand", cue, thing, "unless")


def _truces(desk: Desk, cue: Token) -> Iterator[Want]:
    """`announces a truce`: its own, where it is not one between others."""
    if cue.pos_ != "VERB" or not is_real(desk, cue):
        return
    for slot, thing in things_of(desk, cue, _ANNOUNCING):
        of_others = any("between" in cases(child) for child in children(thing, "nmod"))
        if thing.lemma_.lower() in desk.words["announced"] and not of_others:
            for holder in holders(desk, cue, _ANNOUNCING):
                yield Want(holder, "commitment", cue, thing, slot)


def _recognitions(desk: Desk, cue: Token) -> Iterator[Want]:
    """`does not recognise its independence`: what a party holds of another."""
    if cue.pos_ != "VERB" or is_passive(cue) or not is_real(desk, cue) or _will(desk, cue):
        return
    for _, thing in things_of(desk, cue, _RECOGNISING):
        if desk.parties.of(thing) is None and thing.lemma_.lower() not in desk.words["recognised"]:
            continue
        stance: Stance = "commitment"
        if is_negated(cue, desk.words["negating"]):
            stance = "refusal"
        of_its_own = thing.lemma_.lower() in desk.words["of-its-own"]
        meant, slot = (thing, "obj") if of_its_own else (cue, "clause")
        for holder in holders(desk, cue, _RECOGNISING):
            if desk.parties.side(holder) != desk.parties.side(desk.parties.of(thing)):
                yield Want(holder, stance, cue, meant, slot)


def _will(desk: Desk, verb: Token) -> bool:
    """Whether it is told what a party will do, which is read as a verdict, or only in passing."""
    modal = auxiliaries(verb) & (desk.words["intending"] | {"would", "had"})
    return bool(modal) or verb.tag_ == "VBG"


def _is_anothers(desk: Desk, cue: Token, clause: Token) -> bool:
    """Whether the deed warned of is another party's than the one who warns."""
    doers = {
        desk.parties.side(one) for head in own_subjects(clause) for one in desk.parties.all_of(head)
    }
    heads = controllers(cue, desk.words["continuing"], desk.words["expressing"])
    return bool(doers) and doers.isdisjoint(
        desk.parties.side(one) for head in heads for one in desk.parties.all_of(head)
    )


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
    things = list(things_of(desk, cue, frame))
    if not things:
        return
    for holder in holders(desk, cue, frame):
        for slot, thing in things:
            foreseen = slot == "that" and auxiliaries(thing) & desk.words["possible"]
            if foreseen and stance == "offer":
                continue  # "suggests that they could build one" tells what it thinks
            if _is_of_its_own(desk, cue, thing) or _is_voted(desk, holder, thing):
                continue
            taken: Stance | None = stance
            if stance == "commitment" and slot == "that":
                taken = _of_clause(desk, thing)
            if taken is None:
                continue
            denied = slot in _CLAUSES and is_negated(thing, desk.words["negating"])
            refused = denied and taken in _WILLING  # "vows never to leave"
            yield Want(holder, "refusal" if refused else taken, cue, thing, slot)


def _is_of_its_own(desk: Desk, cue: Token, thing: Token) -> bool:
    """Whether it is asked of those who belong to whoever asks: "calls on its citizens to leave"."""
    asked = addressee_of(cue, thing)
    return asked is not None and asked.lemma_.lower() in desk.words["own-people"]


def _is_voted(desk: Desk, holder: Mention, thing: Token) -> bool:
    """Whether a people has voted: "Norwegians reject a referendum on the law"."""
    return holder.form == "demonym" and thing.lemma_.lower() in desk.words["ballots"]


def _of_clause(desk: Desk, clause: Token) -> Stance | None:
    """What agreeing or promising "that …" amounts to: a demand where it must be, nothing where
    no party does it and it only is so."""
    modals = auxiliaries(clause)
    if modals & (desk.words["obliging"] - {"have", "shall"}):
        return "demand"
    if modals & (desk.words["intending"] | {"would"}):
        return "commitment"
    doers = [one for head in own_subjects(clause) for one in desk.parties.all_of(head)]
    return "commitment" if doers else None


def _is_kept(desk: Desk, dropping: Token) -> bool:
    """Whether a demand is not dropped: "will not drop", "refuses to withdraw"."""
    above = dropping.head if dropping.dep_ == "xcomp" else dropping
    refuses = above != dropping and any(
        frame.stance == "refusal" for frame in frames_of(desk, above)
    )
    return refuses or is_negated(above, desk.words["negating"])


def _stance(desk: Desk, cue: Token, frame: Frame) -> Stance | None:
    negating = desk.words["negating"]
    negated = is_negated(cue, negating)
    if frame.kind == "nouns" and cue.dep_ in ("obj", "nsubj:pass"):
        over = cue.head
        if over.lemma_.lower() in desk.words["dropping"]:
            return frame.stance if _is_kept(desk, over) else None
    if frame.kind == "nouns" and cue.dep_ in ("obj", "obl", "nsubj:pass"):
        denied = is_negated(cue.head, negating)
        if denied and desk.stances.frames.get(cue.head.lemma_.lower()):
            # "will not accept any plan of theirs" denies what is done about it, not the plan.
            return None if any(c.lower_ == "any" for c in children(cue, "det")) else frame.stance
        negated = negated != denied or cue.head.lemma_ == "lack"
    if frame.kind == "nouns" and cue.dep_ == "nmod" and cue.head.lemma_.lower() == "lack":
        negated = not negated
    if not negated and frame.kind == "verbs" and cue.dep_ in ("xcomp", "conj"):
        negated = cue.head.lemma_ in desk.words["continuing"] and is_negated(cue.head, negating)
        negated = negated and cue.dep_ == "xcomp"
    if negated and auxiliaries(cue) & {"have", "had"}:
        return None  # "has not agreed" is no refusal yet
    return frame.negated if negated else frame.stance
