"""Which encoding bytes are in that are not UTF-8, told with confidence or not at all.

A wrong guess among the Latin code pages is silent and spoils names ("Erdođan"), so it has to
be borne out: by the language that the text then turns out to be in, or, in English with some
foreign names, by letters that English news has.
"""

import codecs
import re

import charset_normalizer

from pourparler.errors import ReportError
from pourparler.reports.languages import detect_language

FIX = "Save it as UTF-8 (for instance: iconv -f WINDOWS-1252 -t UTF-8) and read it again."
_SAMPLE = 1 << 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Letters in UTF-8 where single bytes are broken: a damaged UTF-8 file, which any one-byte
# encoding would decode into nonsense.
_UTF8_LETTER = re.compile(rb"[\xc3-\xd9][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_LATIN = {
    "cp1252": frozenset(
        ("de", "fr", "es", "pt", "it", "nl", "da", "no", "sv", "fi", "is", "ca", "gl", "eu", "sq")
    ),
    "cp1254": frozenset(("tr", "az", "ku")),
    "cp1250": frozenset(("pl", "cs", "sk", "hu", "ro", "hr", "sr", "bs", "sl")),
}
_MARKS_OF_NEWS = "‘’“”–—…•€£«»\xa0°§·´"
_TURKISH = re.compile("[ĞğİıŞş]")
_BROKEN_WORD = re.compile(r"[a-z][À-ÖØ-ÞŒŠŽŸĞİŞ]")
_FEW = 0.12  # of English, in a short text with quotation marks
_MOST = 0.3  # of a language written in Latin letters; another script has nearly all


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


def guess_encoding(raw: bytes, error: UnicodeDecodeError) -> str:
    """The one encoding that bytes speak for which `error` shows not to be UTF-8.

    Raises ReportError when they speak for none.
    """
    where = f"it is not UTF-8 (byte {error.start} is 0x{raw[error.start]:02x})"
    sample = raw[:_SAMPLE]
    if b"\0" in raw:
        raise ReportError(f"{where} and holds NUL characters: it is no text", fix=FIX)
    high = sum(byte >= 0x80 for byte in sample)
    letters = sum(len(match) for match in _UTF8_LETTER.findall(sample))
    if letters > high / 2 and letters >= 4:
        raise ReportError(
            f"{where}, though most of it is: it is damaged or put together from two encodings",
            fix="Take the file again from where it came, or save it as UTF-8.",
        )
    encoding = _among_english(sample) if high < _FEW * len(sample) else None
    if encoding is None and high < _MOST * len(sample):
        encoding = _by_language(sample)
    encoding = encoding or _other_script(sample)
    if encoding is None:
        raise ReportError(f"{where}, and no other encoding can be told for certain", fix=FIX)
    return encoding


def _among_english(sample: bytes) -> str | None:
    """The encoding of English with a few curly quotation marks and foreign names."""
    for encoding in ("cp1254", "cp1252"):
        text = _decoded(sample, encoding)
        if text is None or (encoding == "cp1254" and not _TURKISH.search(text)):
            continue
        high = (char for char in text if ord(char) > 127)
        if all(char.isalpha() or char in _MARKS_OF_NEWS for char in high):
            return None if _BROKEN_WORD.search(text) else encoding
    return None


def _by_language(sample: bytes) -> str | None:
    """The Latin code page in which the text is in one of the languages written in it."""
    for encoding, languages in _LATIN.items():
        text = _decoded(sample, encoding)
        if text is not None and detect_language(text) in languages:
            return encoding
    return None


def _other_script(sample: bytes) -> str | None:
    """The encoding of another script than Latin, borne out by the text's language."""
    best = charset_normalizer.from_bytes(sample, threshold=0.15).best()
    if best is None or best.encoding == "ascii":
        return None
    text = str(best)
    latin = sum(char.isalpha() and char < "\u0250" and char > "\x7f" for char in text)
    if latin > 0.02 * len(text) or detect_language(text) in (None, "en"):
        return None
    return best.encoding


def _decoded(sample: bytes, encoding: str) -> str | None:
    try:
        return sample.decode(encoding)
    except UnicodeDecodeError:
        return None
