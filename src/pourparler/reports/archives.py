"""WARC: the pages of a web archive, each a report."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from pourparler.errors import MissingExtraError, ReportError
from pourparler.model import Refusal
from pourparler.reports.item import Item, fingerprint, refuse
from pourparler.reports.limits import MEGABYTE, Limits
from pourparler.reports.pages import article

_PAGES = ("text/html", "application/xhtml+xml")
_END = b"\r\n\r\n"


def read_archive(stream: BinaryIO, path: str, limits: Limits) -> Iterator[Item | Refusal]:
    """One item for each page that was answered with success, in order.

    Pictures, scripts, redirections and the like are not reports and are passed over. The day
    is the one the page states: when it was archived says nothing about when it was published.
    """
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError:
        raise MissingExtraError("Reading WARC", "warc") from None
    tape = _Tape(stream)
    # A cut archive gives its last record as if it were whole, so each page waits for what
    # follows it.
    waiting: Item | Refusal | None = None
    for number, record in enumerate(_records(tape, ArchiveIterator), start=1):
        if waiting is not None:
            yield waiting
        waiting = _page(record, f"record {number}", path, limits) if _is_page(record) else None
    if tape.error is not None:
        raise tape.error
    if not tape.tail.endswith(_END):
        raise ReportError(
            "the archive breaks off; what stood before the break was read",
            fix="Take the archive again from where it came: its end is missing.",
        )
    if waiting is not None:
        yield waiting


class _Tape:
    """The stream as the library may use it, forwards only, its last bytes and how it broke.

    A break is an end to the library, which reads ahead and would lose what stood before it.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._at = 0
        self.tail = b""
        self.error: ReportError | OSError | None = None

    def read(self, size: int = -1) -> bytes:
        try:
            # Not `read`: it would drop what it holds when the stream breaks before `size`.
            piece: bytes = self._stream.read1(size)  # type: ignore[attr-defined]
        except (ReportError, OSError) as error:
            self.error = error
            return b""
        self._at += len(piece)
        self.tail = (self.tail + piece)[-len(_END) :] if piece else self.tail
        return piece

    def tell(self) -> int:
        return self._at

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def close(self) -> None:
        """Nothing: who opened the stream closes it."""


def _records(tape: _Tape, iterate: Any) -> Iterator[Any]:
    try:
        yield from iterate(tape, parse_http=True, auto_decode="all")
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # a panic of the library's Rust is no Exception
        raise ReportError(
            f"the archive is damaged ({type(error).__name__}); what stood before was read",
            fix="Take the archive again from where it came.",
        ) from error


def _is_page(record: Any) -> bool:
    if record.headers.get("WARC-Type") not in ("response", "resource"):
        return False
    kind = (record.http_content_type or record.headers.get("Content-Type") or "").lower()
    status = record.http_headers.status_code if record.http_headers is not None else None
    return kind.startswith(_PAGES) and status in (None, 200)


def _page(record: Any, where: str, path: str, limits: Limits) -> Item | Refusal:
    raw = record.reader.read(limits.page + 1)
    try:
        if len(raw) > limits.page:
            raise ReportError(
                f"the page is larger than {limits.page // MEGABYTE} MB",
                fix="Nothing is read from pages of that size; leave it out.",
            )
        values = article(raw, record.headers.get("WARC-Target-URI"))
    except ReportError as error:
        return refuse(path, error, where, fingerprint(raw))
    return Item(values, raw, record=where, is_plain=True)
