"""JSON documents: an array of objects, an object that holds one, or a single report."""

import io
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from pourparler.errors import ReportError
from pourparler.model import Refusal
from pourparler.reports.columns import KNOWN, plain_name
from pourparler.reports.decoding import decode
from pourparler.reports.item import Item, fingerprint, refuse
from pourparler.reports.jsonlines import read_json_lines
from pourparler.reports.limits import Limits
from pourparler.reports.text import read_whole

_FIX = "Mend the file, or give it as JSON Lines: there one broken report costs only its line."
_SPACE = re.compile(r"[\s,]*")


def read_json(stream: BinaryIO, path: str, limits: Limits) -> Iterator[Item | Refusal]:
    """One item for each object, in order. Of a broken array, what stands before the break.

    A file of several objects, one a line, is read as JSON Lines, whatever its name.
    """
    raw = read_whole(stream, limits.whole)
    try:
        value = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        yield from _read_broken(raw, path, limits)
        return
    yield from _items(value, raw, path)


def _items(value: object, raw: bytes, path: str) -> Iterator[Item | Refusal]:
    if isinstance(value, dict) and _is_report(value):
        yield Item(value, raw)
        return
    found = _list_in(value)
    if found is None:
        raise ReportError(
            "it holds no list of reports and is none itself",
            fix='Give a list of objects: [{"published": …, "text": …}, …].',
        )
    for number, part in enumerate(found, start=1):
        yield _item(part, number, path)


def _item(part: object, number: int, path: str) -> Item | Refusal:
    record, written = f"item {number}", msgspec.json.encode(part)
    if isinstance(part, dict):
        return Item(part, written, record)
    wrong = ReportError(
        f"it is {type(part).__name__} where an object was expected",
        fix='Give each report as an object: {"published": …, "text": …}.',
    )
    return refuse(path, wrong, record, fingerprint(written))


def _is_report(value: dict[str, object]) -> bool:
    names = {plain_name(name) for name, inner in value.items() if isinstance(inner, str | int)}
    return not names.isdisjoint(KNOWN["text"]) and not names.isdisjoint(KNOWN["published"])


def _list_in(value: object, depth: int = 0) -> list[object] | None:
    """The longest list of objects in `value`, looked for two objects deep."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or depth > 2:
        return None
    inner = list(value.values())
    lists = [part for part in inner if isinstance(part, list) and any(map(_is_object, part))]
    if lists:
        return max(lists, key=len)
    if len(inner) > 1 and all(isinstance(part, dict) and _is_report(part) for part in inner):
        return [{"key": key, **part} for key, part in value.items()]
    for part in inner:
        if (found := _list_in(part, depth + 1)) is not None and _is_object(next(iter(found), None)):
            return found
    return None


def _is_object(value: object) -> bool:
    return isinstance(value, dict)


def _read_broken(raw: bytes, path: str, limits: Limits) -> Iterator[Item | Refusal]:
    """What is whole in a document that is not: other encodings, lines of JSON, a cut array."""
    text = decode(raw)
    lines = text.lstrip().split("\n", 2)
    if lines[0].startswith("{") and len(lines) > 1 and _is_value(lines[0]):
        yield from read_json_lines(io.BytesIO(text.encode()), path, limits)
        return
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield from _before_break(text, path, error)
        return
    yield from _items(value, raw, path)


def _is_value(text: str) -> bool:
    try:
        msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return False
    return True


def _before_break(text: str, path: str, error: Exception) -> Iterator[Item | Refusal]:
    number = 0
    start = text.find("[")
    if 0 <= start < 200:
        at, parse = start + 1, json.JSONDecoder().raw_decode
        while True:
            at = _SPACE.match(text, at).end()  # type: ignore[union-attr]
            try:
                part, at = parse(text, at)
            except (ValueError, RecursionError):
                break
            number += 1
            yield _item(part, number, path)
    where = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "some depth"
    said = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
    before = f"; the {number} before the break were read" if number else ""
    raise ReportError(f"it is no JSON ({said} at {where}){before}", fix=_FIX) from error
