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
from pourparler.reports.archives import read_archive
from pourparler.reports.columns import KNOWN, plain_name
from pourparler.reports.documents import read_json
from pourparler.reports.encodings import wide_encoding
from pourparler.reports.feeds import read_feed
from pourparler.reports.item import Item
from pourparler.reports.jsonlines import read_json_lines
from pourparler.reports.limits import Limits
from pourparler.reports.pages import read_page
from pourparler.reports.parquet import read_parquet
from pourparler.reports.tables import read_table
from pourparler.reports.text import is_dated, read_text

Reader = Callable[[BinaryIO, str, Limits], Iterator[Item | Refusal]]

_BY_SUFFIX: dict[str, Reader] = {
    **dict.fromkeys((".txt", ".text", ".md", ".markdown"), read_text),
    **dict.fromkeys((".jsonl", ".ndjson", ".jl"), read_json_lines),
    **dict.fromkeys((".json",), read_json),
    **dict.fromkeys((".csv", ".tsv", ".tab"), read_table),
    **dict.fromkeys((".html", ".htm", ".xhtml"), read_page),
    **dict.fromkeys((".rss", ".atom"), read_feed),
    **dict.fromkeys((".warc",), read_archive),
    **dict.fromkeys((".parquet", ".pq"), read_parquet),
}
_FIX = (
    "Read text, JSONL, JSON, CSV, TSV, Parquet, HTML, RSS, Atom or WARC "
    "(packed with gzip or zstd as well)."
)
_FIXES = {
    "a PDF": "Save its text (pdftotext FILE.pdf YYYY-MM-DD.txt, the day it was published in the "
    "name), or the page it came from, and read that.",
    "a ZIP archive (or an office document)": "Unpack it, or save the document as text with the day "
    "it was published in the name, and read that.",
    "an office document": "Save it as text with the day it was published in the name, and read "
    "that.",
}
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
            fix = _FIXES.get(what, _FIX)
            raise ReportError(f"it is {what}, not a format that is read", fix=fix)
    return _by_mark(head) or _by_name(path, head) or _by_look(path, head)


def suffix_of(path: str) -> str:
    """The suffix that tells a file's format, the packing's own left out: `x.jsonl.gz`."""
    name = PurePath(path)
    if name.suffix.lower() in (".gz", ".zst", ".zstd", ".gzip"):
        name = name.with_suffix("")
    return name.suffix.lower()


def _by_mark(head: bytes) -> Reader | None:
    """The reader for a file whose beginning leaves no doubt, whatever its name says."""
    if head.startswith(b"PAR1"):
        return read_parquet
    if head.startswith(b"WARC/"):
        return read_archive
    return None


def _by_name(path: str, head: bytes) -> Reader | None:
    reader = _BY_SUFFIX.get(suffix_of(path))
    if reader is read_json_lines and _start(head).startswith(b"["):
        return read_json  # an array, misnamed
    return reader


def _by_look(path: str, head: bytes) -> Reader:
    """The reader for a file whose name says nothing (or nothing known)."""
    start = _start(head)
    if start.startswith(b"{"):
        return read_json_lines if _has_object_in_first_line(start) else read_json
    if start.startswith(b"["):
        return read_json
    if _FEED.search(start, 0, 4096):
        return read_feed
    if _PAGE.search(start, 0, 4096):
        return read_page
    encoding = wide_encoding(head)
    if encoding or b"\0" not in head:
        if is_dated(head.decode(encoding or "utf-8", "ignore").removeprefix("\ufeff")):
            return read_text
        if encoding is None and _names_columns(start):
            return read_table
        if not suffix_of(path):
            return read_text  # a pipe or a bare name: text, whose day must come from elsewhere
    raise ReportError("it is not a format that is read", fix=_FIX)


def _start(head: bytes) -> bytes:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()


def _has_object_in_first_line(start: bytes) -> bool:
    line, mark, _ = start.partition(b"\n")
    return not mark or line.rstrip().endswith(b"}")


def _names_columns(start: bytes) -> bool:
    """Whether the first line names columns that reports have, as a table's header does."""
    line = start.split(b"\n", 1)[0].decode("utf-8", "ignore")
    names = {plain_name(name) for name in re.split(r"[,;\t|]", line)}
    return not names.isdisjoint(KNOWN["text"]) and not names.isdisjoint(KNOWN["published"])
