"""Which statement's content a place in the text lies in, answered in logarithmic time."""

from bisect import bisect_right
from collections.abc import Sequence
from heapq import heappop, heappush

from pourparler.model import Statement


class Innermost:
    """The innermost of some statements at any place: of those that hold it, the shortest.

    The text is cut at each end of a content once; between two cuts the answer does not change.
    """

    def __init__(self, statements: Sequence[Statement]) -> None:
        openings = sorted(
            (part.start, _length(statement), number, part.end)
            for number, statement in enumerate(statements)
            for part in statement.content
        )
        cuts = sorted({place for start, _, _, end in openings for place in (start, end)})
        self._cuts: list[int] = cuts
        self._holders: list[Statement | None] = []
        opened: list[tuple[int, int, int]] = []  # a heap: length, number, end
        next_opening = 0
        for cut in cuts:
            while next_opening < len(openings) and openings[next_opening][0] <= cut:
                _, length, number, end = openings[next_opening]
                heappush(opened, (length, number, end))
                next_opening += 1
            while opened and opened[0][2] <= cut:
                heappop(opened)
            self._holders.append(statements[opened[0][1]] if opened else None)

    def at(self, position: int) -> Statement | None:
        """The innermost statement whose content holds the character at `position`."""
        before = bisect_right(self._cuts, position)
        return self._holders[before - 1] if before else None


def _length(statement: Statement) -> int:
    return sum(part.end - part.start for part in statement.content)
