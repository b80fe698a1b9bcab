"""JSON Lines: one object a line, read line by line, so that a file may be of any size."""

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from pourparler.errors import ReportError
from pourparler.model import Refusal
from pourparler.reports.decoding import as_utf8, decode
from pourparler.reports.item import Item, fingerprint, refuse
from pourparler.reports.limits import MEGABYTE, Limits
from pourparler.reports.lines import LongLine, lines


def read_json_lines(stream: BinaryIO, path: str, limits: Limits) -> Iterator[Item | Refusal]:
    """One item for each line that is no blank, in order; a broken line is one refusal."""
    parse = msgspec.json.Decoder().decode
    for number, line in lines(as_utf8(stream), limits.line):
        record = f"line {number}"
        if isinstance(line, LongLine):
            yield refuse(path, too_long(line, limits), record, line.fingerprint)
            continue
        if not line or line.isspace():
            continue
        try:
            value = parse(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            try:
                value = _parse_again(line, error)
            except ReportError as refused:
                yield refuse(path, refused, record, fingerprint(line))
                continue
        if isinstance(value, dict):
            yield Item(value, line, record)
        else:
            wrong = ReportError(
                f"it holds {type(value).__name__} where an object was expected",
                fix='Give one object a line: {"published": …, "text": …}.',
            )
            yield refuse(path, wrong, record, fingerprint(line))


def _parse_again(line: bytes, error: Exception) -> object:
    """The value of a line in another encoding. Raises ReportError saying what is broken."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return msgspec.json.decode(decode(line))
        except (msgspec.DecodeError, RecursionError) as again:
            error = again
    raise ReportError(
        f"it is no JSON: {str(error) or type(error).__name__}",
        fix="Mend the line; reading the file again takes just what was refused.",
    ) from error


def too_long(line: LongLine, limits: Limits) -> ReportError:
    """The error of a line beyond the limit."""
    return ReportError(
        f"it is {line.size / MEGABYTE:,.0f} MB long; {limits.line // MEGABYTE} MB is the most",
        fix="Divide it into one report a line.",
    )
