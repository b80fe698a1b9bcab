"""Parquet: a table of reports, read some rows at a time."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from pourparler.errors import MissingExtraError, ReportError
from pourparler.model import Refusal
from pourparler.reports.item import Item
from pourparler.reports.limits import Limits

_ROWS = 256
_FIX = "Write the file again, or give it as JSON Lines or CSV."


def read_parquet(stream: BinaryIO, path: str, limits: Limits) -> Iterator[Item | Refusal]:
    """One item for each row, in order.

    The format's directory stands at its end, so the file at `path` is opened beside `stream`:
    a pipe or a packed file cannot be read.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise MissingExtraError("Reading Parquet", "parquet") from None
    if not _is_plain(path):
        raise ReportError(
            "Parquet can be read from a plain file only",
            fix="Save it unpacked in a file (it is packed inside already) and read that.",
        )
    try:
        with parquet.ParquetFile(path) as file:
            number = 0
            for batch in file.iter_batches(batch_size=_ROWS):
                for values in batch.to_pylist():
                    number += 1
                    raw = repr(sorted(values.items(), key=lambda pair: pair[0])).encode()
                    yield Item(values, raw, record=f"row {number}", is_row=True)
    except (pyarrow.ArrowException, OSError) as error:
        said = str(error).splitlines()[0][:120]
        raise ReportError(f"the Parquet file is damaged: {said}", fix=_FIX) from error


def _is_plain(path: str) -> bool:
    if not Path(path).is_file():
        return False
    with Path(path).open("rb") as file:
        return file.read(4) == b"PAR1"
