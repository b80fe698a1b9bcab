"""Who may be whom: persons that several reports name in other words, with a score and why.

A suggestion decides nothing: a person does (`pourparler actors merge|split`), and a pair that was
decided on, either way, is not suggested again. The score orders the suggestions, 0 to 1; it is no
probability.
"""

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct
from rapidfuzz.distance import Indel

from pourparler.codebook.spelling import fold, skeleton
from pourparler.model import Actor

LEAST = 0.5
"""The lowest score worth a look."""

_ALIKE = 0.75
_MOST_OF_A_NAME = 200


class Likeness(Struct, frozen=True):
    """That `actor` may be the same as `into`: how likely, beside the others, and why."""

    actor: str
    into: str
    name: str
    into_name: str
    score: float
    reasons: tuple[str, ...]


def suggest_same(
    named: Iterable[Actor], known: Iterable[Actor], decided: Collection[frozenset[str]] = ()
) -> list[Likeness]:
    """The persons of `named` that reports introduced and that may be another of `known`.

    `decided` are the pairs somebody decided on. The likeliest first, then by name.
    """
    by_surname: dict[str, dict[str, Actor]] = {}
    for actor in known:
        if actor.kind == "person":
            for name in (actor.name, *actor.aliases):
                by_surname.setdefault(skeleton(_surname(name)), {})[actor.id] = actor
    found: dict[frozenset[str], Likeness] = {}
    for actor in named:
        if actor.kind != "person" or not actor.learned:
            continue
        bearers = by_surname.get(skeleton(_surname(actor.name)), {})
        for other in list(bearers.values())[:_MOST_OF_A_NAME]:
            pair = frozenset((actor.id, other.id))
            if len(pair) == 2 and pair not in decided and pair not in found:
                likeness = _likeness(actor, other)
                if likeness is not None:
                    found[pair] = likeness
    return sorted(found.values(), key=lambda one: (-one.score, one.name, one.into_name))


def _likeness(actor: Actor, other: Actor) -> Likeness | None:
    if other.learned and (len(actor.name), actor.id) > (len(other.name), other.id):
        actor, other = other, actor  # the shorter name goes into the longer
    weighed = [*_weigh(actor, other)]
    score = round(min(1.0, sum(weight for weight, _ in weighed)), 2)
    if score < LEAST:
        return None
    return Likeness(
        actor.id, other.id, actor.name, other.name, score, tuple(why for _, why in weighed)
    )


def _weigh(actor: Actor, other: Actor) -> Iterator[tuple[float, str]]:
    names = (other.name, *other.aliases)
    same = any(fold(_surname(name)) == fold(_surname(actor.name)) for name in names)
    yield (0.4, "same surname") if same else (0.3, "surname in other letters")
    yield max(_given(actor.name, name) for name in names)
    if actor.country and other.country:
        yield (0.2, "same country") if actor.country == other.country else (-0.5, "other country")
    mine, others = (
        {(office.post, office.actor) for office in one.offices} for one in (actor, other)
    )
    if mine & others:
        yield 0.2, "same office"
    elif {post for post, _ in mine} & {post for post, _ in others}:
        yield 0.05, "office of the same kind"


def _given(left: str, right: str) -> tuple[float, str]:
    first, second = (fold(name).lower().split()[:-1] for name in (left, right))
    if not first or not second:
        return 0.05, "one has no given name"
    one, two = first[0].strip("."), second[0].strip(".")
    if one == two:
        return 0.4, "same given name"
    if len(one) == 1 or len(two) == 1:
        return (0.2, "initial of the given name") if one[0] == two[0] else (-0.4, "other initial")
    if Indel.normalized_similarity(skeleton(one), skeleton(two)) >= _ALIKE:
        return 0.3, "given name in other letters"
    return -0.4, "other given name"


def _surname(name: str) -> str:
    return name.split()[-1] if name.split() else name
