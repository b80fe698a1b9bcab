"""The codebook: what a person can read and edit, and the rest of the code looks up.

Data files lie in `data/`; a user's folder with files of the same names adds to them.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pourparler.codebook.files import BUILT_IN
from pourparler.codebook.formats import Format, Member, load_formats
from pourparler.codebook.processes import Process, load_processes
from pourparler.codebook.speech import SpeechCue, SpeechCues, load_cues

__all__ = ["Codebook", "Format", "Member", "Process", "SpeechCue", "SpeechCues", "load"]


@dataclass(frozen=True, slots=True)
class Codebook:
    """Everything the readers look up. `fingerprint` names its content."""

    fingerprint: str
    formats: Mapping[str, Format]
    processes: Mapping[str, Process]
    cues: SpeechCues


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
        cues=load_cues(folders),
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
