"""The word lists beside this package, plain text that a person can read and mend."""

from pathlib import Path

_FOLDER = Path(__file__).parent / "data"


def words(name: str) -> frozenset[str]:
    """The words of a list; lines that begin with `#` tell what it is for."""
    lines = (_FOLDER / name).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
