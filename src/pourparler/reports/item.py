"""One item of a file, before it is known to be a report."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from pourparler.errors import ReportError
from pourparler.model import Refusal


@dataclass(frozen=True, slots=True)
class Item:
    """Named values as a reader found them, and the bytes they were found in.

    `record` tells where in the file ("line 7"), None for the whole file. `is_plain` says that
    the names are the reader's own (`published`, `text` …), so that no column is looked for.
    `is_row` says that all items of the file have the same columns: one that is missing is then
    told once, of the file. `other_days` are further days that the input itself gives, each
    with where it says so.
    """

    values: Mapping[str, object]
    raw: bytes = field(repr=False)
    record: str | None = None
    is_plain: bool = False
    is_row: bool = False
    other_days: tuple[tuple[str, str], ...] = ()


def fingerprint(raw: bytes) -> str:
    """The identity of refused bytes: thirty-two hexadecimal digits."""
    return hashlib.blake2b(raw, digest_size=16).hexdigest()


def refuse(path: str, error: ReportError, record: str | None, print_: str | None) -> Refusal:
    """The refusal that an error stands for; a place that the error knows better wins."""
    return Refusal(
        path=path,
        reason=error.reason,
        fix=error.fix,
        record=error.place or record,
        fingerprint=print_,
    )
