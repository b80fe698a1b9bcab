"""What titles and group nouns mean: "foreign minister" a post, "side" the state itself."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import get_args

from msgspec import Struct

from pourparler.codebook.actors.states import PARTS
from pourparler.codebook.tables import Row, listed, read_rows
from pourparler.model import Gender, Post

_TITLE = ("noun", "words", "post", "names", "gender")
_PART = ("noun", "words", "part")
_POSTS = frozenset(get_args(Post)) | {"leader", "counterpart", "predecessor", "guest"}
_PARTS = frozenset(PARTS) | {"ministry", "outlet", "issuer"}


class Title(Struct, frozen=True):
    """What a title means.

    `post` is a post, or `leader` (whoever leads the state), `counterpart` (the same post as
    another) or `predecessor` (the same office before). `is_one` holds where it usually means
    one known person, not somebody unnamed.
    """

    post: str
    is_one: bool
    gender: Gender | None = None


class Titles:
    """The titles and the group nouns, by head noun."""

    def __init__(
        self,
        titles: Mapping[str, tuple[tuple[tuple[frozenset[str], ...], Title], ...]],
        parts: Mapping[str, tuple[tuple[tuple[frozenset[str], ...], str], ...]],
    ) -> None:
        self._titles = titles
        self._parts = parts
        self.nouns = frozenset(titles)
        self.group_nouns = frozenset(parts)

    def title(self, noun: str, words: Collection[str]) -> Title | None:
        """What `noun` (lower case, singular) means beside `words` (lower case)."""
        for alternatives, title in self._titles.get(noun, ()):
            if _any_stands(alternatives, words):
                return title
        return None

    def part(self, noun: str, words: Collection[str]) -> str | None:
        """The part of a state `noun` means beside `words`; empty for the state itself.

        `ministry` is whichever was named before, `outlet` a newspaper or agency, `issuer`
        whoever put out a statement.
        """
        for alternatives, part in self._parts.get(noun, ()):
            if _any_stands(alternatives, words):
                return part
        return None


def load_titles(folders: Iterable[Path]) -> Titles:
    """The titles of `titles.csv` and `parts.csv`; a user's rows come before the built-in ones.

    Raises CodebookError for an unknown post or part.
    """
    folders = tuple(reversed(tuple(folders)))
    titles: dict[str, list[tuple[tuple[frozenset[str], ...], Title]]] = {}
    for row in read_rows("titles.csv", folders, _TITLE):
        titles.setdefault(row.values[0], []).append((_words(row), _title(row)))
    parts: dict[str, list[tuple[tuple[frozenset[str], ...], str]]] = {}
    for row in read_rows("parts.csv", folders, _PART):
        part = row.values[2]
        if part and part not in _PARTS:
            raise row.error(f"`{part}` is not a part.", f"Parts: {', '.join(_PARTS)}.")
        parts.setdefault(row.values[0], []).append((_words(row), part))
    return Titles(
        {noun: tuple(rows) for noun, rows in titles.items()},
        {noun: tuple(rows) for noun, rows in parts.items()},
    )


def _words(row: Row) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(words.split()) for words in listed(row.values[1]))


def _title(row: Row) -> Title:
    _, _, post, names, gender = row.values
    if post not in _POSTS:
        raise row.error(f"`{post}` is not a post.", f"Posts are: {', '.join(sorted(_POSTS))}.")
    if names not in {"one", "some"}:
        raise row.error(f"`{names}` tells nothing.", "Write one or some.")
    if gender not in {"", "female", "male"}:
        raise row.error(f"`{gender}` is not a gender.", "Write female, male, or nothing.")
    return Title(post, names == "one", gender or None)  # type: ignore[arg-type]


def _any_stands(alternatives: tuple[frozenset[str], ...], words: Collection[str]) -> bool:
    return not alternatives or any(all(word in words for word in one) for one in alternatives)
