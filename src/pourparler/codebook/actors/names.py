"""The codebook's names with the labels that a recognizer of names gives."""

from collections.abc import Iterable

from pourparler.model import Actor

_LABELS = {
    "state": "LOC",
    "person": "PER",
    "organisation": "ORG",
    "armed-group": "ORG",
    "outlet": "ORG",
    "parliament": "ORG",
    "army": "ORG",
    "intelligence": "ORG",
}
_SMALL = frozenset(("of", "for", "and", "in", "on", "to", "the", "al", "de"))
_SHORTEST = 4
# Towns that also stand for a body: whether one is meant as a place, the recognizer tells.
_TOWNS = frozenset(("Brussels",))


def known_names(actors: Iterable[Actor]) -> dict[str, str]:
    """Names that mean the same label wherever they stand, for `language.load(names=...)`.

    Left out are phrases with common nouns (`Syrian government`), short words, towns, and names
    that actors of two kinds bear.
    """
    found: dict[str, set[str]] = {}
    for actor in actors:
        if label := _LABELS.get(actor.kind):
            for name in filter(_is_name, (actor.name, *actor.aliases)):
                found.setdefault(name, set()).add(label)
    return {name: labels.pop() for name, labels in found.items() if len(labels) == 1}


def _is_name(name: str) -> bool:
    words = name.split()
    capitals = all(word[:1].isupper() or word in _SMALL for word in words)
    capitals = capitals and name not in _TOWNS
    return capitals and words[0] != "The" and (len(name) >= _SHORTEST or name.isupper())
