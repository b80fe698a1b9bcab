"""Rows of annotated names: read from JSONL, or joined from ids and offsets with their texts."""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pourparler.errors import LanguageError

LABELS = ("PER", "ORG", "LOC")
HAND_ANNOTATED = Path(__file__).parent / "data" / "names-wcep.jsonl"


@dataclass(frozen=True, slots=True)
class NameRow:
    """A text and its names as `(start, end, label)`, in code points, end-exclusive."""

    text: str
    names: tuple[tuple[int, int, str], ...]


def read_names(path: Path) -> list[NameRow]:
    """The rows of a JSONL file (plain or gzipped) of `text` and `entities [[start, end, label]]`.

    Raises `LanguageError` with the line where a row is not so.
    """
    rows = []
    for number, record in _records(path):
        text, names = record.get("text"), record.get("entities")
        if not isinstance(text, str) or not isinstance(names, list):
            raise LanguageError(
                f"{path}, line {number}: expected an object with 'text' and 'entities', "
                f"found the keys {sorted(record)}"
            )
        rows.append(NameRow(text, tuple(_checked(path, number, text, names))))
    return rows


def held_out(rows: Sequence[NameRow]) -> tuple[list[NameRow], list[NameRow]]:
    """The rows to learn from and every fourth row, kept for measuring, of a set without a test."""
    return [row for number, row in enumerate(rows) if number % 4], list(rows[::4])


def join_names(annotations: Path, items: Path, *, part: str | None = None) -> list[NameRow]:
    """Hand-annotated names put back on their texts.

    `annotations` holds `id, part, names [[start, end, label]]` a line, `items` the texts, `id,
    text` a line. `part` ("train" or "test") keeps one part. An id without its text is an error.
    """
    wanted = {
        str(record["id"]): (number, record)
        for number, record in _records(annotations)
        if part is None or record.get("part") == part
    }
    texts = {
        str(record["id"]): str(record["text"])
        for _, record in _records(items)
        if record.get("id") in wanted
    }
    absent = sorted(set(wanted) - set(texts))
    if absent:
        raise LanguageError(
            f"{items} lacks {len(absent)} of the {len(wanted)} items annotated in {annotations}, "
            f"the first {absent[0]!r}: is it the same collection?"
        )
    return [
        NameRow(
            texts[identifier],
            tuple(_checked(annotations, number, texts[identifier], record["names"])),
        )
        for identifier, (number, record) in wanted.items()
    ]


def _records(path: Path) -> Iterator[tuple[int, dict[str, object]]]:
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield number, json.loads(line)
    except FileNotFoundError as error:
        raise LanguageError(f"no file of names at {path}") from error
    except json.JSONDecodeError as error:
        raise LanguageError(f"{path}: a line is not JSON: {error}") from error


def _checked(path: Path, number: int, text: str, names: object) -> Iterator[tuple[int, int, str]]:
    for name in names if isinstance(names, list) else [names]:
        match name:
            case [int(start), int(end), str(label)] if 0 <= start < end <= len(text):
                yield start, end, label
            case _:
                raise LanguageError(
                    f"{path}, line {number}: a name is [start, end, label] within the text's "
                    f"{len(text)} characters, found {name!r}"
                )
