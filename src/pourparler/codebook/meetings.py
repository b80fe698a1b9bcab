"""Words that tell a meeting, its level, its medium and its fate (`meetings.toml`)."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import get_args

from msgspec import Struct

from pourparler.codebook.files import Entry, read_tables
from pourparler.model import Level, Post

_LISTS = (
    "nouns", "doubtful", "verbs", "receiving", "phone", "video", "holding", "hosting", "proposed",
    "planned", "postponed", "cancelled", "outcomes", "visiting", "carrying", "series", "belonging",
    "press", "gathering",
)  # fmt: skip


class LevelWords(Struct, frozen=True):
    """What tells a level: the posts of those who took part, and phrases of base forms."""

    posts: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]


class MeetingWords(Struct, frozen=True):
    """The lists of `meetings.toml`. `levels` maps a level to what tells it.

    Every list is a set of base forms; `joint` holds its entries of several words.
    """

    levels: Mapping[Level, LevelWords]
    single: Mapping[str, frozenset[str]]
    joint: Mapping[str, tuple[tuple[str, ...], ...]]


def load_meeting_words(folders: Iterable[Path]) -> MeetingWords:
    """The words of `meetings.toml`. Raises CodebookError for an entry that is wrong."""
    entries = read_tables("meetings.toml", folders)
    levels = entries.pop("levels", None)
    single: dict[str, frozenset[str]] = {}
    joint: dict[str, tuple[tuple[str, ...], ...]] = {}
    for id, entry in entries.items():
        if id not in _LISTS:
            raise entry.error("is not a list of this file.", f"Lists are: {', '.join(_LISTS)}.")
        entry.expect_keys(("words",))
        phrases = [tuple(word.lower().split()) for word in entry.texts("words")]
        single[id] = frozenset(phrase[0] for phrase in phrases if len(phrase) == 1)
        joint[id] = tuple(phrase for phrase in phrases if len(phrase) > 1)
    for id in _LISTS:
        single.setdefault(id, frozenset())
        joint.setdefault(id, ())
    return MeetingWords(_levels(levels) if levels is not None else {}, single, joint)


def _levels(entry: Entry) -> dict[Level, LevelWords]:
    levels: dict[Level, LevelWords] = {}
    for id, values in entry.values.items():
        if id not in get_args(Level):
            raise entry.error(f"`{id}` is no level.", f"Levels are: {', '.join(get_args(Level))}.")
        level = Entry(f"levels.{id}", dict(values), entry.file, entry.line)
        level.expect_keys(("posts", "phrases"))
        posts = level.texts("posts")
        wrong = [post for post in posts if post not in get_args(Post)]
        if wrong:
            raise level.error(
                f"`{wrong[0]}` is no post.", f"Posts are: {', '.join(get_args(Post))}."
            )
        phrases = tuple(tuple(phrase.lower().split()) for phrase in level.texts("phrases"))
        levels[id] = LevelWords(frozenset(posts), phrases)  # type: ignore[index]
    return levels
