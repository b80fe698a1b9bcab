"""Rows of gold and predictions: JSON Lines, each an object with the keys its scorer needs."""

import gzip
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from pourparler.errors import UsageError


def read_json_lines(path: Path | str, keys: Sequence[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a file, plain or gzipped, each with its line; blank lines are passed over.

    Raises UsageError, naming the line, for a row that is no object with those keys.
    """
    path = Path(path)
    raw = path.read_bytes()
    if raw[:2] == b"\x1f\x8b":
        raw = gzip.decompress(raw)
    for number, line in enumerate(raw.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = msgspec.json.decode(line)
        except msgspec.DecodeError as error:
            raise UsageError(f"{path}, line {number}: not JSON ({error}).") from error
        if not isinstance(row, dict) or any(key not in row for key in keys):
            wanted = " and ".join(f"`{key}`" for key in keys)
            raise UsageError(
                f"{path}, line {number}: expected an object with {wanted}, "
                f"found {str(line[:60], 'utf-8', 'replace')}."
            )
        yield number, row
