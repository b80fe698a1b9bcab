"""A report's text cut into stretches, so that marks that overlap or nest can all be shown.

Offsets are code points. Browsers count UTF-16 units, which is why the cutting is done here and
the page receives stretches, never offsets to apply.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text with the numbers of the marks that cover it.

    `anchors` are the places (start, end) of marks that begin here; `sought` tells that the
    reader was sent to these words.
    """

    text: str
    marks: tuple[int, ...]
    anchors: tuple[Place, ...]
    sought: bool


def stretches(text: str, marks: Sequence[Place], sought: Iterable[Place] = ()) -> list[Stretch]:
    """The text in stretches that have the same marks throughout; joined, they are the text.

    Marks that do not lie in the text are left out.
    """
    wanted = [place for place in sought if _lies_in(place, text)]
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for index, (start, end) in enumerate([*marks, *wanted]):
        if _lies_in((start, end), text):
            begins.setdefault(start, []).append(index)
            ends.setdefault(end, []).append(index)
    cuts = sorted({0, len(text), *begins, *ends})
    places = [*marks, *wanted]
    found: list[Stretch] = []
    open_: dict[int, None] = {}
    for start, end in pairwise(cuts):
        for index in ends.get(start, ()):
            open_.pop(index, None)
        for index in begins.get(start, ()):
            open_[index] = None
        found.append(
            Stretch(
                text[start:end],
                tuple(index for index in open_ if index < len(marks)),
                tuple(dict.fromkeys(places[index] for index in begins.get(start, ()))),
                any(index >= len(marks) for index in open_),
            )
        )
    return found


def parse_places(given: str) -> list[Place]:
    """The places of `120-180,200-230`; what is none is left out."""
    found: list[Place] = []
    for part in given.split(",")[:100]:
        start, _, end = part.partition("-")
        if start.isascii() and start.isdigit() and end.isascii() and end.isdigit():
            found.append((int(start[:9]), int(end[:9])))
    return found


def _lies_in(place: Place, text: str) -> bool:
    return 0 <= place[0] < place[1] <= len(text)
