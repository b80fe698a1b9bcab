"""Which round of its talks a meeting is."""

import re

from pourparler.readings.events.tree import Tree
from pourparler.readings.meetings.scope import Scope

_ORDINALS = {
    word: number
    for number, word in enumerate(
        (
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
            "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
            "seventeenth", "eighteenth", "nineteenth", "twentieth",
        ),
        1,
    )
}  # fmt: skip
_NUMBERED = re.compile(r"(\d{1,3})(?:st|nd|rd|th)\Z")


def round_of(tree: Tree, scope: Scope, first: int) -> int | None:
    """The number told right before the meeting's words, from token `first` on."""
    for at in range(max(first, scope.head - 4), scope.head):
        text = tree.doc[at].text.lower()
        if tree.heads[at] not in (scope.noun, scope.top):
            continue
        if text in _ORDINALS:
            return None if _is_loose(tree, at) else _ORDINALS[text]
        numbered = _NUMBERED.match(text)
        if numbered is not None:
            return int(numbered[1])
    return None


def _is_loose(tree: Tree, at: int) -> bool:
    """Whether "first" tells novelty (the first meeting since 2011), not a round."""
    noun = tree.heads[at]
    cases = [cases[0] for cases, _ in tree.obliques(noun)]
    return tree.lemmas[noun] != "round" and "of" not in cases
