"""What is wrong in a codebook, entry by entry, while the rest of it is read."""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler, Levenshtein

from pourparler.errors import CodebookError


class Problems:
    """The entries that are wrong and were left out, or, where `strict`, the first one raised."""

    def __init__(self, *, strict: bool = False) -> None:
        self.found: list[CodebookError] = []
        self._strict = strict

    def add(self, error: CodebookError) -> None:
        """Keep why an entry is left out. Raises it where nothing may be left out."""
        if self._strict:
            raise error
        self.found.append(error)


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint at the known names that are a slip or two from `name`, empty where none is."""
    slips = max(2, len(name) // 4)
    near = process.extract(
        name, list(known), scorer=Levenshtein.distance, limit=None, score_cutoff=slips
    )
    near.sort(key=lambda one: (one[1], -JaroWinkler.similarity(name, one[0])))
    return f"Did you mean {' or '.join(f'`{one}`' for one, *_ in near[:3])}?" if near else ""
