"""Bytes out of a file, a pipe or an address, unpacked as they are read, never held whole.

Gzip and zstd are told by their first bytes, not by the file's name. What stands before a
break in a packed file comes out; the break itself is the `ReportError` of the next read.
"""

import hashlib
import io
import sys
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from pourparler.errors import ReportError
from pourparler.reports.limits import MEGABYTE, Limits

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_PIECE = MEGABYTE // 4
_HASHED = 32 * MEGABYTE
_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_ZSTD_WINDOW = 27
"""The largest window, as a power of two: 128 MB."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where reports may stand: a file, or a stream that can be read only once.

    `path` is what a report and a refusal carry. `once` opens standard input, a pipe or an
    address; such a source cannot be read a second time.
    """

    path: str
    size: int = 0
    once: Callable[[], BinaryIO] | None = field(default=None, compare=False)

    def open(self, limits: Limits, advance: Callable[[int], None] | None = None) -> BinaryIO:
        """The unpacked bytes; `advance` hears how many packed bytes each step took."""
        packed = self.once() if self.once else Path(self.path).open("rb")  # noqa: SIM115
        return unpack(_Counted(packed, advance), limits)

    def fingerprint(self) -> str | None:
        """The identity of the file's bytes; None where they cannot be read (again).

        A file beyond 64 MB is known by its size, its beginning and its end.
        """
        if self.once:
            return None
        digest = hashlib.blake2b(digest_size=16)
        try:
            with Path(self.path).open("rb") as file:
                size = file.seek(0, io.SEEK_END)
                file.seek(0)
                digest.update(file.read(_HASHED))
                if size > _HASHED:
                    file.seek(max(_HASHED, size - _HASHED))
                    digest.update(file.read(_HASHED))
                    digest.update(b"%d" % size)
        except OSError:
            return None
        return digest.hexdigest()


class _Counted(io.RawIOBase):
    """The packed bytes, counted as they pass."""

    def __init__(self, stream: BinaryIO, advance: Callable[[int], None] | None = None) -> None:
        self._stream = stream
        self._advance = advance
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        read = getattr(self._stream, "read1", self._stream.read)
        piece: bytes = read(len(buffer))
        buffer[: len(piece)] = piece
        self.count += len(piece)
        if self._advance is not None and piece:
            self._advance(len(piece))
        return len(piece)

    def close(self) -> None:
        self._stream.close()
        super().close()


def unpack(packed: _Counted, limits: Limits) -> BinaryIO:
    """The stream, unpacked when it is gzip or zstd."""
    buffered = io.BufferedReader(packed, _PIECE)
    head = buffered.peek(4)[:4]
    raw: io.RawIOBase
    if head.startswith(_GZIP):
        raw = _Unpacked(buffered, packed, _Gunzip(), limits)
    elif head == _ZSTD:
        raw = _Unpacked(buffered, packed, _Unzstd(), limits)
    else:
        return buffered
    return io.BufferedReader(raw, _PIECE)


class _Gunzip:
    """Gzip in pieces, several members one after another."""

    name = "gzip"

    def __init__(self) -> None:
        self._member = zlib.decompressobj(31)
        self._pending = b""
        self.is_complete = False

    def feed(self, packed: bytes, most: int) -> bytes:
        """Up to `most` bytes; empty when more must be fed."""
        data = self._pending + packed
        self._pending = b""
        while True:
            if self._member.eof:
                data = data.lstrip(b"\0")  # some writers pad the last block
                if not data:
                    return b""
                self._member = zlib.decompressobj(31)
            out = self._member.decompress(data, most)
            data = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
            self.is_complete = self._member.eof
            if out or not data:
                self._pending = data
                return out


class _Unzstd:
    """Zstandard in pieces, several frames one after another."""

    name = "zstd"

    def __init__(self) -> None:
        self._frame = _zstd_frame()
        self._pending = b""
        self.is_complete = False

    def feed(self, packed: bytes, most: int) -> bytes:
        """Up to `most` bytes; empty when more must be fed."""
        data = self._pending + packed
        self._pending = b""
        while True:
            if self._frame.eof:
                if not data:
                    return b""
                self._frame = _zstd_frame()
            out = self._frame.decompress(data, most)
            data = b""
            self.is_complete = self._frame.eof
            if self._frame.eof:
                data = self._frame.unused_data
            if out or not data:
                self._pending = data
                return out


def _zstd_frame() -> zstd.ZstdDecompressor:
    return zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: _ZSTD_WINDOW})


class _Unpacked(io.RawIOBase):
    """The unpacked bytes, with an eye on how much comes out of how little."""

    def __init__(
        self, stream: BinaryIO, packed: _Counted, unpacker: "_Gunzip | _Unzstd", limits: Limits
    ) -> None:
        self._stream = stream
        self._packed = packed
        self._unpacker = unpacker
        self._limits = limits
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        most = len(buffer)
        try:
            out = self._unpacker.feed(b"", most)
            while not out:
                piece = self._stream.read(_PIECE)
                if not piece:
                    break
                out = self._unpacker.feed(piece, most)
        except (zlib.error, zstd.ZstdError) as error:
            raise ReportError(
                f"the {self._unpacker.name} data is damaged ({error}); "
                "what stood before the damage was read",
                fix="Pack or download the file again.",
            ) from error
        if not out and not self._unpacker.is_complete:
            raise ReportError(
                f"the {self._unpacker.name} data breaks off; what stood before the break was read",
                fix="Pack or download the file again: its end is missing.",
            )
        self._count += len(out)
        self._check_ratio()
        buffer[: len(out)] = out
        return len(out)

    def _check_ratio(self) -> None:
        limits = self._limits
        if self._count > limits.unpacked_free and self._count > limits.ratio * self._packed.count:
            raise ReportError(
                f"it unpacks to more than {limits.ratio} times its size, as no news does; "
                "reading stopped there",
                fix="If it is to be trusted, unpack it yourself and read the unpacked file.",
            )

    def close(self) -> None:
        self._stream.close()
        super().close()
