"""What is wrong in a codebook, entry by entry, while the rest of it is read."""

from collections.abc import Iterable
from difflib import get_close_matches

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
    """A hint at the known names that are most like `name`, empty where none is."""
    near = get_close_matches(name, list(known), n=3, cutoff=0.6)
    return f"Did you mean {' or '.join(f'`{one}`' for one in near)}?" if near else ""
