"""Text files: dated text, text under a YAML header, text whose file name carries the day.

Dated text is ` date YYYY-MM-DD ` and the text after it: the header is the blank before
`date` (if any), the word, the day and one white space; every character after that is the
report's. Several may follow one another in a file. A further header counts as one only
where no sentence would have it: after the end of a sentence or an empty line, and before
the beginning of one.
"""

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

import yaml

from pourparler.errors import ReportError
from pourparler.model import Refusal
from pourparler.reports.days import day_in_name
from pourparler.reports.decoding import clean, decode
from pourparler.reports.item import Item
from pourparler.reports.limits import Limits

_HEADER = re.compile(r"\s{0,100}(?P<word>date:?)[ \t]+(?P<day>\d\S{0,40})(?:\s|\Z)", re.IGNORECASE)
_FURTHER = re.compile(
    r"(?:(?<=[.!?\"”’'»)\]])\s{1,100}|\n[ \t]{0,20}\n\s{0,100}|\n[ \t]{1,20})"
    r"(?P<word>(?i:date):?)[ \t]+(?P<day>\d{4}-\d{2}(?:-\d{2}(?:T[0-9:.Z+-]{4,25})?)?)"
    r"\s(?=\s{0,100}[\"'“‘«(\[]?[^\W_a-z])",
)
_YAML = re.compile(
    r"\s{0,100}---[ \t]*\n(?P<yaml>.{0,16384}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)


def read_text(stream: BinaryIO, path: str, limits: Limits) -> Iterator[Item | Refusal]:
    """The reports of one text file, in order. Raises ReportError when it is none at all."""
    raw = read_whole(stream, limits.whole)
    text = clean(decode(raw))
    named = day_in_name(PurePath(path).name) if path != "-" else None
    others = (("its file name", named),) if named else ()
    if header := _YAML.match(text):
        values = _yaml(header["yaml"])
        values["text"] = text[header.end() :].lstrip("\n")
        yield Item(values, raw, other_days=others)
    elif header := _HEADER.match(text):
        yield from _dated(text, header, raw, others)
    else:
        yield Item({"text": text}, raw, is_plain=True, other_days=others)


def is_dated(text: str) -> bool:
    """Whether `text` begins with a day's header or a YAML header, whatever its file's name."""
    return _HEADER.match(text) is not None or _YAML.match(text) is not None


def read_whole(stream: BinaryIO, limit: int) -> bytes:
    """All bytes of a stream that cannot be read in pieces. Raises ReportError beyond `limit`."""
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise ReportError(
            f"it is larger than {limit >> 20} MB, the most that is taken in one piece",
            fix="Divide it, or give it as JSON Lines (one report a line), which has no limit.",
        )
    return raw


def _dated(
    text: str, header: re.Match[str], raw: bytes, others: tuple[tuple[str, str], ...]
) -> Iterator[Item]:
    further = _FURTHER.finditer(text, header.end())
    headers = [header, *(match for match in further if match["word"] == header["word"])]
    if len(headers) == 1:
        values = {"published": header["day"], "text": text[header.end() :]}
        yield Item(values, raw, is_plain=True, other_days=others)
        return
    # The file's name tells the day of one report at most, so it is not held against several.
    ends = [later.start() for later in headers[1:]] + [len(text)]
    for number, (head, end) in enumerate(zip(headers, ends, strict=True), start=1):
        body = text[head.end() : end]
        if end != len(text):
            body = body.rstrip()
        values = {"published": head["day"], "text": body}
        piece = text[head.start() : end].encode("utf-8")
        yield Item(values, piece, record=f"report {number}", is_plain=True)


def _yaml(header: str) -> dict[str, object]:
    try:
        values = yaml.safe_load(header)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 2
        raise ReportError(
            f"its header is no YAML (line {line})",
            fix="Write the header as lines of the form `published: 2024-07-12`.",
        ) from error
    if not isinstance(values, dict):
        raise ReportError(
            "its header holds no names with values",
            fix="Write the header as lines of the form `published: 2024-07-12`.",
        )
    return {str(name): value for name, value in values.items() if name != "text"}
