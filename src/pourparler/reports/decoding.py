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

import charset_normalizer

from pourparler.errors import ReportError

_SAMPLE = 1 << 16
_CONTROLS = re.compile("[\x01-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Two or more letters in UTF-8 where single bytes are broken: a damaged UTF-8 file, which any
# one-byte encoding would decode into nonsense.
_UTF8_LETTER = re.compile(rb"[\xc3-\xd9][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_WESTERN_MARKS = "‘’“”–—…•€£«»\xa0°§·´"
_FIX = "Save it as UTF-8 (for instance: iconv -f WINDOWS-1252 -t UTF-8) and read it again."


def decode(raw: bytes) -> str:
    """The text of `raw`. Raises ReportError when its encoding cannot be told with confidence."""
    encoding = wide_encoding(raw)
    if encoding is None:
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            encoding = _guess(raw, error)
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReportError(
            f"it begins as {encoding} and breaks at byte {error.start}", fix=_FIX
        ) from error


def wide_encoding(head: bytes) -> str | None:
    """UTF-16 or UTF-32 told by a byte-order mark, or by where the zero bytes of Latin text lie."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    sample = head[:4096]
    half = len(sample) // 2
    if half >= 8 and sample.count(0) >= half // 2:
        even, odd = sample[0::2].count(0), sample[1::2].count(0)
        if odd > 0.5 * half and even < 0.05 * half:
            return "utf-16-le"
        if even > 0.5 * half and odd < 0.05 * half:
            return "utf-16-be"
    return None


def _guess(raw: bytes, error: UnicodeDecodeError) -> str:
    """The one encoding that the bytes speak for."""
    where = f"it is not UTF-8 (byte {error.start} is 0x{raw[error.start]:02x})"
    if b"\0" in raw:
        raise ReportError(f"{where} and holds NUL characters: it is no text", fix=_FIX)
    high = sum(byte >= 0x80 for byte in raw[:_SAMPLE])
    letters = sum(len(match) for match in _UTF8_LETTER.findall(raw[:_SAMPLE]))
    if letters > high / 2 and letters >= 4:
        raise ReportError(
            f"{where}, though most of it is: it is damaged or put together from two encodings",
            fix="Take the file again from where it came, or save it as UTF-8.",
        )
    best = charset_normalizer.from_bytes(raw[:_SAMPLE], threshold=0.15).best()
    if best is None or best.encoding == "ascii":
        raise ReportError(f"{where}, and no other encoding fits", fix=_FIX)
    # A page of English with a few curly quotation marks is Windows-1252 (or Latin-1); the guess
    # among the many near-relatives is then as good as a coin, and 1252 the one in use.
    if high < 0.04 * len(raw[:_SAMPLE]) and _is_western(raw):
        return "cp1252"
    return best.encoding


def _is_western(raw: bytes) -> bool:
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return False
    odd = sum(
        1
        for char in text
        if ord(char) > 127 and not (char.isalpha() or char in "‘’“”–—…•€£«»\xa0°§·´")
    )
    return odd == 0


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
            return _guess(head, error)
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
                raise ReportError(f"it begins as {self._encoding} and breaks", fix=_FIX) from error
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
