"""The codebook: what a person can read and edit, and the rest of the code looks up.

Data files lie in `data/`; a user's folder with files of the same names adds to them.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pourparler.codebook.actors import Actors, load_actors
from pourparler.codebook.files import BUILT_IN, unread_files
from pourparler.codebook.formats import Format, Member, load_formats
from pourparler.codebook.frames import Code, Frame, Frames, load_frames
from pourparler.codebook.issues import Issue, Issues, load_issues
from pourparler.codebook.meetings import MeetingWords, load_meeting_words
from pourparler.codebook.problems import Problems
from pourparler.codebook.processes import Process, load_processes
from pourparler.codebook.speech import SpeechCue, SpeechCues, load_cues
from pourparler.codebook.stances import Stances, load_stances
from pourparler.codebook.titles import Titles, load_titles
from pourparler.errors import CodebookError

__all__ = [
    "Actors",
    "Code",
    "Codebook",
    "Format",
    "Frame",
    "Frames",
    "Issue",
    "Issues",
    "MeetingWords",
    "Member",
    "Process",
    "SpeechCue",
    "SpeechCues",
    "Stances",
    "Titles",
    "load",
    "unread_files",
]


@dataclass(frozen=True, slots=True)
class Codebook:
    """Everything the readers look up. `fingerprint` names its content.

    `problems` are the actors, formats, issues and processes that are wrong, and left out.
    """

    fingerprint: str
    formats: Mapping[str, Format]
    processes: Mapping[str, Process]
    actors: Actors
    titles: Titles
    cues: SpeechCues
    frames: Frames
    meetings: MeetingWords
    issues: Issues
    stances: Stances
    problems: tuple[CodebookError, ...] = ()


def load(*folders: Path | str) -> Codebook:
    """The built-in codebook, with the user's `folders` laid over it in order.

    Actors, formats, issues and processes that are wrong are left out and named, with file and
    line, among the `problems`. Raises CodebookError for a wrong entry of the word lists, without
    which nothing can be read.
    """
    return _load((BUILT_IN, *map(Path, folders)))


@cache
def _load(folders: tuple[Path, ...]) -> Codebook:
    problems = Problems()
    actors = load_actors(folders, problems)
    issues = load_issues(folders, problems)
    formats = load_formats(folders, actors, problems)
    known = {"actors": actors, "formats": formats, "issues": issues}
    return Codebook(
        fingerprint=_fingerprint(folders),
        formats=formats,
        processes=load_processes(folders, known, problems),
        actors=actors,
        titles=load_titles(folders),
        cues=load_cues(folders),
        frames=load_frames(folders),
        meetings=load_meeting_words(folders),
        issues=issues,
        stances=load_stances(folders),
        problems=tuple(problems.found),
    )


def _fingerprint(folders: Sequence[Path]) -> str:
    digest = hashlib.blake2b(digest_size=8)
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".toml", ".csv"}:
                content = path.read_bytes()
                digest.update(b"%d:%s%d:" % (len(path.name), path.name.encode(), len(content)))
                digest.update(content)
    return digest.hexdigest()
