"""Which acts become events: the outermost of each, once, and only where somebody acts."""

from pourparler.codebook import Frames
from pourparler.readings.events.acts import Act
from pourparler.readings.events.reader import ActReader
from pourparler.readings.events.tree import Tree

_FRONT = frozenset(("root", "conj", "ccomp", "parataxis"))
_LONGEST = 40


def choose(reader: ActReader, tree: Tree) -> list[Act]:
    """The acts worth telling, in text order.

    An act below an operator is part of the operator's; an event noun inside an act's own words
    or parties is part of that act; the same act told twice in a sentence is one.
    """
    found = {index: act for index in reader.matcher.predicates() if (act := reader.act_at(index))}
    taken: set[int] = set()
    for act in found.values():
        taken |= act.words - {act.head}
    kept: list[Act] = []
    for index, act in found.items():
        if index in taken or _shares(index, tree, taken) or not is_told(act, reader, tree):
            continue
        if act.type == "ASSAULT" and not _is_violent(act, tree, reader.frames):
            continue
        same = next((other for other in kept[-6:] if _is_same(act, other, tree)), None)
        if same is None:
            kept.append(act)
        else:
            same.recipients += [who for who in act.recipients if who not in same.recipients]
            same.words |= act.words if act.head in tree.children[same.head] else set()
    return kept


def _shares(index: int, tree: Tree, taken: set[int]) -> bool:
    """Whether a verb is coordinated with one below an operator, and so below it too."""
    if tree.relations[index] != "conj" or tree.heads[index] not in taken:
        return False
    return tree.child(index, "nsubj", "nsubj:pass", "aux") is None


def _is_violent(act: Act, tree: Tree, frames: Frames) -> bool:
    """Whether an attack is one: no score of a game, no accident, no recalling of a past one."""
    first, end = tree.sentence(act.head)
    near = range(max(first, act.head - _LONGEST), min(end, act.head + _LONGEST))
    words = {tree.lemmas[at] for at in near}
    if len(words & frames.sport) > 1:
        return False
    if _is_recalled(act, tree, frames) or not frames.animals.isdisjoint(
        tree.lemmas[kid] for at in act.words for kid in tree.kids(at, "compound")
    ):
        return False
    harms = (act.code or "").startswith("18") or not _is_by_somebody(act, tree)
    return not (harms and words & frames.accidents and not words & frames.violence)


def _is_recalled(act: Act, tree: Tree, frames: Frames) -> bool:
    """Whether it is one long past: on the anniversary of the attack, since the takeover."""
    if tree.is_nominal(act.head) and tree.cases(act.head)[:1] == ("since",):
        return True
    told = [party for party in act.recipients if isinstance(party, int)]
    return any(
        tree.lemmas[above] in frames.recalling
        for at in (act.head, *told)
        for above in tree.climb(at)
        if tree.is_nominal(above)
    )


def _is_by_somebody(act: Act, tree: Tree) -> bool:
    return any(not isinstance(party, int) or tree.is_capital(party) for party in act.actors)


def is_told(act: Act, reader: ActReader, tree: Tree) -> bool:
    """Whether an act has the parties an event needs.

    What stands in the background (a relative clause, "after …") is told only of actors who are
    known on both sides, and never where it is an aim ("to attack …"). Nine in ten of the others
    were no event to the coders of PLOVER's records.
    """
    if is_front(act.head, tree):
        return _is_whole(act)
    if not (act.actors and act.recipients):
        return False
    if tree.is_nominal(act.head) and _is_subject(act.head, tree):
        return True
    if "to" in tree.cases(act.head) or tree.relations[act.head] == "xcomp":
        return False
    return all(
        any(not isinstance(party, int) or reader.parties.is_known(party) for party in side)
        for side in (act.actors, act.recipients)
    )


def _is_whole(act: Act) -> bool:
    if act.actors and act.recipients:
        return True
    if act.actors and act.alone and act.operator not in ("asked", "demanded"):
        return True
    return bool(act.recipients) and act.type == "ASSAULT" and act.operator is None


def _is_subject(index: int, tree: Tree) -> bool:
    """Whether a noun is the subject of a clause that carries the sentence."""
    return tree.relations[index] in ("nsubj", "nsubj:pass") and is_front(tree.heads[index], tree)


def is_front(index: int, tree: Tree) -> bool:
    """Whether a clause carries the sentence: its root, or what is coordinated with or said in
    it."""
    for above in tree.climb(index):
        if tree.relations[above] not in _FRONT:
            return False
        if tree.heads[above] == above:
            return True
    return False


def _is_same(act: Act, other: Act, tree: Tree) -> bool:
    """Whether two acts of one sentence tell one happening."""
    if act.type != other.type or act.status != other.status:
        return False
    if tree.sentence(act.head) != tree.sentence(other.head):
        return False
    same_actor = not act.actors or not other.actors or act.actors[0] == other.actors[0]
    if act.type == "ASSAULT" and act.actors == other.actors and tree.heads[act.head] == other.head:
        return True
    same_recipient = all(party in other.recipients for party in act.recipients)
    return same_actor and same_recipient
