"""Bytes into text, and text cleaned without moving what a person sees.

Cleaning does four things and no other: a byte-order mark at the start goes; CRLF and CR
become LF; each control character other than tab and line feed becomes one space; half of a
surrogate pair becomes U+FFFD. Text with NULs is refused, not mended: it is damaged, or no
text at all.
"""

import codecs
import io
import re
from typing import BinaryIO

from pourparler.errors import ReportError
from pourparler.reports.encodings import FIX, guess_encoding, wide_encoding

_SAMPLE = 1 << 16
_CONTROLS = re.compile("[\x01-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def decode(raw: bytes) -> str:
    """The text of `raw`. Raises ReportError when its encoding cannot be told with confidence."""
    encoding = wide_encoding(raw)
    if encoding is None:
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            encoding = guess_encoding(raw, error)
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReportError(
            f"it begins as {encoding} and breaks at byte {error.start}", fix=FIX
        ) from error


def clean(text: str) -> str:
    """The text of a report, cleaned as this module says. Raises ReportError on NULs."""
    if "\0" in text:
        raise ReportError(
            f"it holds NUL characters ({text.count(chr(0))}): it is damaged, or no text",
            fix="Take it again from where it came, or remove them: tr -d '\\000' < old > new",
        )
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and text.isprintable():
        return text
    if _CONTROLS.search(text) is None:
        return text
    return _CONTROLS.sub(" ", _SURROGATES.sub("\ufffd", text))


def as_utf8(stream: BinaryIO, *, guess: bool = False) -> BinaryIO:
    """The stream in UTF-8 when it begins as UTF-16 or UTF-32, else the stream itself.

    With `guess`, a beginning in some other encoding that can be told decides for the whole.
    """
    peek = getattr(stream, "peek", None)
    head: bytes = peek(_SAMPLE)[:_SAMPLE] if peek else b""
    encoding = wide_encoding(head)
    if encoding is None and guess:
        encoding = _narrow_encoding(head)
    if encoding is None or encoding == "utf-8-sig":
        return stream
    return io.BufferedReader(_Recoded(stream, encoding), _SAMPLE)


def _narrow_encoding(head: bytes) -> str | None:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError as error:
        try:
            return guess_encoding(head, error)
        except ReportError:
            return None  # each line is then judged by itself
    return None


class _Recoded(io.RawIOBase):
    """Another encoding's bytes, given as UTF-8."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream = stream
        self._encoding = encoding
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._out = bytearray()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._out:
            piece = self._stream.read1(_SAMPLE)  # type: ignore[attr-defined]
            try:
                text = self._decoder.decode(piece, final=not piece)
            except UnicodeDecodeError as error:
                raise ReportError(f"it begins as {self._encoding} and breaks", fix=FIX) from error
            self._out += text.encode("utf-8", "surrogatepass")
            if not piece:
                break
        out = self._out[: len(buffer)]
        buffer[: len(out)] = out
        del self._out[: len(buffer)]
        return len(out)

    def close(self) -> None:
        self._stream.close()
        super().close()
