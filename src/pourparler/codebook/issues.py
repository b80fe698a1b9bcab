"""Issues: what is negotiated, in a tree that users extend, and the words that name each."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from pourparler.codebook.cues import Cue, CueIndex, parse_cue
from pourparler.codebook.files import Entry, read_tables
from pourparler.codebook.problems import Problems
from pourparler.errors import CodebookError

_KEYS = ("name", "parent", "definition", "pax", "cues", "against", "examples")


class Issue(Struct, frozen=True):
    """One thing that is negotiated.

    `cues` name it; `against` names what it would end (an occupation, for a withdrawal), so that
    who rejects those words asks for it. `pax` is the heading of the PA-X database it falls under.
    """

    id: str
    name: str
    parent: str | None = None
    definition: str = ""
    pax: str | None = None
    cues: tuple[Cue, ...] = ()
    against: tuple[Cue, ...] = ()
    examples: tuple[str, ...] = ()


class Issues(Mapping[str, Issue]):
    """The issues by id, and what is asked of them as a tree."""

    def __init__(self, issues: Mapping[str, Issue]) -> None:
        self._issues = dict(issues)
        self.index = CueIndex(_ranked(self))

    def __getitem__(self, id: str) -> Issue:
        return self._issues[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._issues)

    def __len__(self) -> int:
        return len(self._issues)

    def ancestors(self, id: str) -> tuple[str, ...]:
        """The issues that `id` is a part of, nearest first."""
        found: list[str] = []
        parent = self._issues[id].parent
        while parent is not None:
            found.append(parent)
            parent = self._issues[parent].parent
        return tuple(found)

    def children(self, id: str) -> tuple[str, ...]:
        """The issues that are directly a part of `id`, in the codebook's order."""
        return tuple(issue.id for issue in self._issues.values() if issue.parent == id)


AGAINST = "!"
"""What the key of an `against` cue begins with in the index."""


def _ranked(issues: Issues) -> Iterable[tuple[str, Cue]]:
    """Deeper issues last: of two cues of one length the more particular issue is meant."""
    for issue in sorted(issues.values(), key=lambda issue: len(issues.ancestors(issue.id))):
        yield from ((AGAINST + issue.id, cue) for cue in issue.against)
        yield from ((issue.id, cue) for cue in issue.cues)


def load_issues(folders: Iterable[Path], problems: Problems | None = None) -> Issues:
    """The issues of `issues.toml`.

    An entry that is wrong, has an unknown parent or lies on a loop of the tree is left out, with
    why, or raised as CodebookError where no `problems` are kept.
    """
    problems = problems or Problems(strict=True)
    folders = tuple(folders)
    sets = {id: _set(entry) for id, entry in read_tables("word-sets.toml", folders).items()}
    entries = read_tables("issues.toml", folders)
    issues: dict[str, Issue] = {}
    for id, entry in entries.items():
        try:
            issues[id] = _issue(entry, sets)
        except CodebookError as error:
            problems.add(error)
    while wrong := _wrong_branch(issues, entries):
        problems.add(wrong[1])
        del issues[wrong[0]]
    return Issues(issues)


def _set(entry: Entry) -> tuple[str, ...]:
    entry.expect_keys(("words",))
    return entry.texts("words")


def _issue(entry: Entry, sets: Mapping[str, tuple[str, ...]]) -> Issue:
    entry.expect_keys(_KEYS)
    return Issue(
        id=entry.id,
        name=entry.text("name"),
        parent=entry.text("parent") if "parent" in entry.values else None,
        definition=entry.text("definition", ""),
        pax=entry.text("pax") if "pax" in entry.values else None,
        cues=_cues(entry, "cues", sets),
        against=_cues(entry, "against", sets),
        examples=entry.texts("examples"),
    )


def _cues(entry: Entry, key: str, sets: Mapping[str, tuple[str, ...]]) -> tuple[Cue, ...]:
    cues: list[Cue] = []
    for text in entry.texts(key):
        try:
            cues.append(parse_cue(text, sets))
        except ValueError as error:
            raise entry.error(
                f"the cue {text!r} {error}.", 'Write words, as in "border|frontier security".'
            ) from None
    return tuple(cues)


def _wrong_branch(
    issues: Mapping[str, Issue], entries: Mapping[str, Entry]
) -> tuple[str, CodebookError] | None:
    """The first issue whose parent is unknown or that lies on a loop, and what is wrong."""
    for id, issue in issues.items():
        if issue.parent is not None and issue.parent not in issues:
            return id, entries[id].error(
                f"its parent `{issue.parent}` is not an issue.",
                f"Write [{issue.parent}] too, or leave `parent` out.",
            )
        seen = [id]
        while (parent := issues[seen[-1]].parent) is not None:
            if parent in seen:
                loop = " in ".join([*seen[seen.index(parent) :], parent])
                return id, entries[id].error(
                    f"the tree of issues runs in a loop ({loop}).",
                    "Take `parent` from one of them.",
                )
            seen.append(parent)
    return None
