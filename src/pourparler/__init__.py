"""Pourparler follows a negotiation from the news: dated reports in, a cited record out.

import pourparler

record = pourparler.open("talks.db")
record.read("reports/")
for position in record.as_of("2024-08-01").positions(issue="withdrawal"):
    print(position.party.name, position.stance, position.summary)
"""

from pathlib import Path
from typing import TYPE_CHECKING

from pourparler.errors import PourparlerError

if TYPE_CHECKING:
    from pourparler.app import Record

__all__ = ["PourparlerError", "__version__", "open"]

__version__ = "0.1.0"


def open(
    record: str | Path = "pourparler.db",
    *,
    model: str | None = None,
    codebook: list[str | Path] | None = None,
) -> "Record":
    """The record at a path or database URL, made when there is none.

    `model` names another spaCy pipeline to read with; `codebook` lists folders of codebook
    files laid over the built-in ones. Raises RecordError when the file is not a record.
    """
    from pourparler.app import Record

    return Record(record, model=model, codebook=codebook or ())
