"""Which reader reads which file: by its first bytes, then by its name, then by a look inside.

The one place that knows all formats. A reader takes the unpacked bytes and yields items, and
refusals for the items it cannot take apart; what it raises concerns the rest of the file.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import BinaryIO

from pourparler.errors import ReportError
from pourparler.model import Refusal
from pourparler.reports.decoding import wide_encoding
from pourparler.reports.item import Item
from pourparler.reports.jsonlines import read_json_lines
from pourparler.reports.limits import Limits
from pourparler.reports.text import is_dated, read_text

Reader = Callable[[BinaryIO, str, Limits], Iterator[Item | Refusal]]

_BY_SUFFIX: dict[str, Reader] = {
    **dict.fromkeys((".txt", ".text", ".md", ".markdown"), read_text),
    **dict.fromkeys((".jsonl", ".ndjson", ".jl"), read_json_lines),
}
_FIX = (
    "Read text, JSONL, JSON, CSV, TSV, Parquet, HTML, RSS, Atom or WARC "
    "(packed with gzip or zstd as well)."
)
_BINARY = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3\0", "a SQLite database"),
    (b"PK\x03\x04", "a ZIP archive (or an office document)"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"BZh", "packed with bzip2"),
    (b"\xfd7zXZ", "packed with xz"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x7fELF", "a program"),
    (b"ID3", "a sound"),
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)


def reader_of(path: str, head: bytes) -> Reader:
    """The reader for a file that begins with `head`.

    Raises ReportError when it is empty or of a format that is not read.
    """
    if not head:
        raise ReportError("it is empty", fix="Leave it out, or take it again from its origin.")
    for mark, what in _BINARY:
        if head.startswith(mark):
            raise ReportError(f"it is {what}, not a format that is read", fix=_FIX)
    return _by_mark(head) or _by_name(path, head) or _by_look(head)


def suffix_of(path: str) -> str:
    """The suffix that tells a file's format, the packing's own left out: `x.jsonl.gz`."""
    name = PurePath(path)
    if name.suffix.lower() in (".gz", ".zst", ".zstd", ".gzip"):
        name = name.with_suffix("")
    return name.suffix.lower()


def _by_mark(head: bytes) -> Reader | None:
    return None


def _by_name(path: str, head: bytes) -> Reader | None:
    return _BY_SUFFIX.get(suffix_of(path))


def _by_look(head: bytes) -> Reader:
    """The reader for a file whose name says nothing (or nothing known)."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"{"):
        return read_json_lines
    if b"\0" not in head or wide_encoding(head):
        encoding = wide_encoding(head) or "utf-8"
        if is_dated(head.decode(encoding, "ignore").removeprefix("\ufeff")):
            return read_text
    raise ReportError("it is not a format that is read", fix=_FIX)
