"""When what a verb or noun tells occurred: the calendar time told beside it."""

from collections.abc import Iterable

from pourparler.model import Time, When
from pourparler.readings.events.tree import Tree
from pourparler.readings.page import Page

_VERBAL = frozenset(("VERB", "AUX"))


class Timing:
    """The calendar times of one page, by the words they stand beside.

    A time belongs to the words above it in the parse, up to and with the nearest verb; where
    two times do, to the nearer one.
    """

    def __init__(self, tree: Tree, page: Page) -> None:
        self._tree = tree
        self._beside: dict[int, tuple[int, When]] = {}
        for time in page.times:
            if time.when is None or self.is_name(time):
                continue
            tokens = range(tree.at(time.span.start), tree.at(time.span.end - 1) + 1)
            head = next((at for at in tokens if tree.heads[at] not in tokens), tokens[0])
            for steps, above in enumerate(tree.climb(head)):
                known = self._beside.get(above)
                if known is None or steps < known[0]:
                    self._beside[above] = (steps, time.when)
                if steps and tree.poses[above] in _VERBAL:
                    break

    def of(self, words: Iterable[int]) -> When | None:
        """The time told nearest to any of the words; None where none is told beside them."""
        found = [self._beside[word] for word in words if word in self._beside]
        return min(found)[1] if found else None

    def is_name(self, time: Time) -> bool:
        """Whether a day only names something: the March 23 Movement."""
        tree = self._tree
        first, after = tree.at(time.span.start), tree.at(time.span.end - 1) + 1
        if first == 0 or after >= len(tree) or tree.lemmas[first - 1] != "the":
            return False
        return tree.poses[after] in ("PROPN", "NOUN") and tree.is_capital(after)
