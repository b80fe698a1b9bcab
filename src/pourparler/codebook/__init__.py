"""The codebook: what a person can read and edit, and the rest of the code looks up.

Data files lie in `data/`; a user's folder with files of the same names adds to them.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pourparler.codebook.actors import Actors, load_actors
from pourparler.codebook.files import BUILT_IN
from pourparler.codebook.formats import Format, Member, load_formats
from pourparler.codebook.frames import Code, Frame, Frames, load_frames
from pourparler.codebook.issues import Issue, Issues, load_issues
from pourparler.codebook.meetings import MeetingWords, load_meeting_words
from pourparler.codebook.processes import Process, load_processes
from pourparler.codebook.speech import SpeechCue, SpeechCues, load_cues
from pourparler.codebook.stances import Stances, load_stances
from pourparler.codebook.titles import Titles, load_titles

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
]


@dataclass(frozen=True, slots=True)
class Codebook:
    """Everything the readers look up. `fingerprint` names its content."""

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


def load(*folders: Path | str) -> Codebook:
    """The built-in codebook, with the user's `folders` laid over it in order.

    Raises CodebookError, with file and line, for an entry that is wrong.
    """
    return _load((BUILT_IN, *map(Path, folders)))


@cache
def _load(folders: tuple[Path, ...]) -> Codebook:
    return Codebook(
        fingerprint=_fingerprint(folders),
        formats=load_formats(folders),
        processes=load_processes(folders),
        actors=load_actors(folders),
        titles=load_titles(folders),
        cues=load_cues(folders),
        frames=load_frames(folders),
        meetings=load_meeting_words(folders),
        issues=load_issues(folders),
        stances=load_stances(folders),
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
