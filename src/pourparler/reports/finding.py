"""From what the user named to the files to read: folders walked, globs spread, each file once.

The order is that of the sorted names, so that two runs give the same. A folder that leads
back to itself is one refusal. Hidden files, and what a browser saves beside a page
(`page_files/`), are passed over; so are the files that tell about a folder, not of talks
(README, LICENSE, SOURCES and the like), unless they are named themselves.
"""

import glob
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from pourparler.errors import ReportError
from pourparler.model import Refusal
from pourparler.reports.addresses import fetch, is_address
from pourparler.reports.item import refuse
from pourparler.reports.limits import Limits
from pourparler.reports.opening import Source

_ABOUT = {"readme", "license", "licence", "copying", "sources", "changelog", "contributing"}
_Identity = tuple[int, int]


def find(paths: Iterable[str | Path], limits: Limits) -> Iterator[Source | Refusal]:
    """The sources under `paths`, sorted within each; what cannot be looked at is a refusal."""
    seen: set[_Identity] = set()
    for path in paths:
        written = str(path)
        if written == "-":
            yield Source("-", once=_standard_input)
        elif is_address(written):
            yield Source(written, once=partial(fetch, written, limits))
        else:
            yield from _named(written, seen)


def nothing_at(paths: Iterable[str | Path]) -> list[Refusal]:
    """Why there is nothing to read at any of the paths; empty where there is something."""
    refusals = []
    for found in find(paths, Limits()):
        if isinstance(found, Source):
            return []
        refusals.append(found)
    return refusals


def _standard_input() -> BinaryIO:
    return open(sys.stdin.fileno(), "rb", closefd=False) if _has_number() else sys.stdin.buffer


def _pipe(path: str) -> BinaryIO:
    return open(path, "rb")


def _has_number() -> bool:
    try:
        return sys.stdin.fileno() >= 0
    except (OSError, ValueError):
        return False


def _named(written: str, seen: set[_Identity]) -> Iterator[Source | Refusal]:
    """What one path or glob of the user's stands for."""
    if not os.path.lexists(written) and glob.has_magic(written):
        matches = sorted(glob.glob(written, recursive=True))
        if not matches:
            yield _refusal(written, "no file matches it", "Look at the pattern and the folder.")
        for match in matches:
            yield from _named(match, seen)
        return
    try:
        status = os.stat(written)
    except (OSError, ValueError) as error:
        yield refuse(written, explain(error), None, None)
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _folder(written, seen)
    elif stat.S_ISREG(status.st_mode):
        yield from _once(written, status, seen)
    elif stat.S_ISFIFO(status.st_mode) or stat.S_ISCHR(status.st_mode):
        yield Source(written, once=partial(_pipe, written))
    else:
        yield _refusal(written, "it is no file", "Name a file or a folder.")


def _folder(top: str, seen: set[_Identity]) -> Iterator[Source | Refusal]:
    found = False
    for entry in _walk(top, frozenset(), seen):
        found = True
        yield entry
    if not found:
        yield _refusal(
            top, "no file to read is in this folder", "Look whether it is the right one."
        )


def _walk(
    folder: str, above: frozenset[_Identity], seen: set[_Identity]
) -> Iterator[Source | Refusal]:
    try:
        status = os.stat(folder)
        identity = (status.st_dev, status.st_ino)
        if identity in above:
            yield _refusal(
                folder,
                "this folder links to one it lies in: going on would never end",
                "Remove the link; the folder's files are read where they lie.",
            )
            return
        if identity in seen:
            return
        seen.add(identity)
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield refuse(folder, explain(error), None, None)
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        if not _is_passed_over(entry.name, names):
            yield from _entry(entry, above | {identity}, seen)


def _entry(
    entry: "os.DirEntry[str]", above: frozenset[_Identity], seen: set[_Identity]
) -> Iterator[Source | Refusal]:
    try:
        status = entry.stat()
    except OSError as error:
        yield refuse(entry.path, explain(error), None, None)
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _walk(entry.path, above, seen)
    elif stat.S_ISREG(status.st_mode):
        yield from _once(entry.path, status, seen)
    else:
        yield _refusal(entry.path, "it is no file (a pipe, a socket or a device)", "Leave it out.")


def _once(path: str, status: os.stat_result, seen: set[_Identity]) -> Iterator[Source]:
    identity = (status.st_dev, status.st_ino)
    if identity not in seen:
        seen.add(identity)
        yield Source(path, size=status.st_size)


def _is_passed_over(name: str, beside: set[str]) -> bool:
    if name.startswith(".") or name.endswith("~"):
        return True
    stem, suffix = os.path.splitext(name)
    if name.endswith("_files"):
        page = name.removesuffix("_files")
        return any(page + ending in beside for ending in (".html", ".htm", ".xhtml"))
    return stem.casefold() in _ABOUT and suffix.casefold() in ("", ".md", ".txt", ".rst")


def _refusal(path: str, reason: str, fix: str) -> Refusal:
    return Refusal(path=path, reason=reason, fix=fix)


def explain(error: OSError | ValueError) -> ReportError:
    """What the system says of a path, in words that name a way out."""
    if isinstance(error, FileNotFoundError):
        return ReportError("it is not there", fix="Look at the name; the rest was read.")
    if isinstance(error, PermissionError):
        return ReportError(
            "it may not be read by this user", fix="Allow it: chmod u+r FILE (a folder: u+rx)."
        )
    if getattr(error, "errno", None) == 40 or "symbolic link" in str(error).lower():
        return ReportError("it is a link that leads to itself", fix="Remove the link.")
    said = getattr(error, "strerror", None) or str(error)
    return ReportError(f"the system cannot read it: {said}", fix="Try it again, or leave it out.")
