"""Reading codebook files: TOML tables that a person edits, with the line each one starts on.

A codebook is a list of folders with the same file names: the built-in one first, a user's
after it. A table of a later folder adds to, or replaces, the one of the same name before it.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pourparler.codebook.problems import Problems
from pourparler.errors import CodebookError

BUILT_IN = Path(__file__).parent / "data"

_SUFFIXES = frozenset({".toml", ".csv"})

_HEADER = re.compile(r"""^\[\s*(["']?)(.+?)\1\s*\]\s*(?:#.*)?$""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of a codebook file: its name, its values, and where it stands."""

    id: str
    values: dict[str, Any]
    file: str
    line: int | None

    def error(self, problem: str, fix: str = "", *, at: str | None = None) -> CodebookError:
        """The error that names this entry's file and line: the first that holds `at`, if given."""
        line = self.line if at is None else self._line_of(at) or self.line
        return CodebookError(f"[{self.id}] {problem}", file=self.file, line=line, fix=fix)

    def _line_of(self, words: str) -> int | None:
        lines = Path(self.file).read_text(encoding="utf-8").splitlines()
        start = (self.line or 1) - 1
        return next((i + 1 for i in range(start, len(lines)) if words in lines[i]), None)

    def text(self, key: str, default: str | None = None) -> str:
        """The string at `key`. Raises CodebookError when it is missing or no string."""
        value = self.values.get(key, default)
        if not isinstance(value, str):
            raise self.error(f"`{key}` should be a text, and is {value!r}.")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of strings at `key`, empty when there is none."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(
                f"`{key}` should be a list of texts, and is {value!r}.",
                f'Write it as {key} = ["…", "…"].',
            )
        return tuple(value)

    def expect_keys(self, allowed: Iterable[str]) -> None:
        """Raise CodebookError for a key that means nothing here (a slip of the pen)."""
        known = sorted(allowed)
        for key in self.values:
            if key not in known:
                raise self.error(
                    f"`{key}` is not known here.",
                    f"Known are: {', '.join(known)}.",
                    # A table is named by the line it starts on; a whole file has none.
                    at=None if self.line else key,
                )


def read_tables(name: str, folders: Iterable[Path]) -> dict[str, Entry]:
    """The tables of file `name` in each folder that has it, later ones replacing earlier."""
    entries: dict[str, Entry] = {}
    for folder in folders:
        for entry in _tables_of(folder / name):
            entries[entry.id] = entry
    return entries


def read_files(
    folder_name: str, folders: Iterable[Path], problems: Problems | None = None
) -> dict[str, Entry]:
    """Each `*.toml` of sub-folder `folder_name` as one entry, named after its file.

    A file that is no TOML is one of the `problems`, if they are given.
    """
    entries: dict[str, Entry] = {}
    for folder in folders:
        for path in sorted((folder / folder_name).glob("*.toml")):
            try:
                entries[path.stem] = Entry(path.stem, _parse(path), str(path), None)
            except CodebookError as error:
                (problems or Problems(strict=True)).add(error)
    return entries


def unread_files(folder: Path) -> list[CodebookError]:
    """The files of a user's folder that look like a codebook's and are not read: under a name,
    or in a place, where nothing looks for them."""
    names = sorted(path.name for path in BUILT_IN.iterdir() if path.suffix in _SUFFIXES)
    places = [folder / name for name in names]
    return [
        CodebookError(
            "no file of a codebook lies here under this name, so it is not read.",
            file=str(path),
            fix=f"A process lies in {folder / 'processes'}, "
            f"the others in {folder}: {', '.join(names)}.",
        )
        for path in sorted(folder.rglob("*"))
        if path.suffix in _SUFFIXES
        and path not in places
        and (path.parent != folder / "processes" or path.suffix != ".toml")
    ]


def _tables_of(path: Path) -> Iterator[Entry]:
    if not path.is_file():
        return
    text = path.read_text(encoding="utf-8")
    lines = {match[2]: text.count("\n", 0, match.start()) + 1 for match in _HEADER.finditer(text)}
    for key, values in _parse(path, text).items():
        entry = Entry(key, values if isinstance(values, dict) else {}, str(path), lines.get(key))
        if not isinstance(values, dict):
            raise entry.error("is a value, not a table.", f"Write [{key}] above its values.")
        yield entry


def _parse(path: Path, text: str | None = None) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8") if text is None else text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        line = re.search(r"line (\d+)", str(error))
        raise CodebookError(
            f"not valid TOML: {error}.",
            file=str(path),
            line=int(line[1]) if line else None,
            fix="Compare it with the entries around that line.",
        ) from error
