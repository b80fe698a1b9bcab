"""What a folder holds to train on: treebanks, sets of names, and plain news items."""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pourparler.errors import LanguageError
from pourparler.language.names import HAND_ANNOTATED, NameRow, held_out, join_names, read_names
from pourparler.language.treebank import TreebankDocument

# The name in the configuration of the set annotated by hand.
HAND = "wcep"


@dataclass(frozen=True, slots=True)
class NameSet:
    """A file of names, how often it is taken in a pass, and whether a quarter is kept back."""

    path: Path
    weight: int
    quarter_kept: bool


@dataclass(frozen=True, slots=True)
class Data:
    """What a folder holds to train on."""

    treebanks: list[Path]
    names: list[NameSet]
    items: Path | None
    hand_weight: int


def find_data(folder: Path, plan: dict[str, Any]) -> Data:
    """The files the plan names, as the folder has them; `LanguageError` lists what is absent."""
    treebanks: list[Path] = []
    names: list[NameSet] = []
    absent: list[str] = []
    for name in plan["treebanks"]:
        path = _find(folder, f"{name}.conllu")
        if path:
            treebanks.append(path)
        else:
            absent.append(f"{name}.conllu")
    items = _find(folder, "wcep.jsonl") or _find(folder.parent, "wcep.jsonl")
    for name, weight in plan["names_data"].items():
        if name == HAND:
            continue
        path = _find(folder, f"names-{name}.jsonl")
        if path:
            names.append(NameSet(path, int(weight), name in plan["quarter_kept"]))
        else:
            absent.append(f"names-{name}.jsonl")
    if absent:
        raise LanguageError(
            f"{folder} lacks {', '.join(absent)} (plain or .gz), which the training "
            "configuration names: add them, or give a configuration that leaves them out"
        )
    return Data(treebanks, names, items, int(plan["names_data"].get(HAND, 0)))


def _find(folder: Path, name: str) -> Path | None:
    for path in (folder / name, folder / f"{name}.gz"):
        if path.exists():
            return path
    return None


def name_rows(data: Data) -> Iterator[NameRow]:
    for source in data.names:
        rows = read_names(source.path)
        yield from (held_out(rows)[0] if source.quarter_kept else rows) * source.weight
    if data.items is not None:
        yield from join_names(HAND_ANNOTATED, data.items, part="train") * data.hand_weight


def name_sets(data: Data) -> dict[str, list[NameRow]]:
    """The rows of names by the guidelines they were annotated by, each row once."""
    sets: dict[str, list[NameRow]] = defaultdict(list)
    for source in data.names:
        rows = read_names(source.path)
        guidelines = source.path.name.removeprefix("names-").rsplit("-", 1)[0]
        sets[guidelines] += held_out(rows)[0] if source.quarter_kept else rows
    if data.items is not None:
        sets[HAND] += join_names(HAND_ANNOTATED, data.items, part="train")
    return dict(sets)


def all_texts(
    data: Data, documents: Iterable[TreebankDocument], rows: Iterable[NameRow]
) -> Iterator[str]:
    """All the text there is: the news items, the names' texts, the treebanks three times over."""
    if data.items is not None:
        yield from item_texts(data.items)
    for row in rows:
        yield row.text
    for document in documents:
        for sentence in document.sentences:
            words = document.words[sentence.first : sentence.last]
            text = document.text[words[0].start : words[-1].end]
            yield from (text, text, text)


def plain_texts(items: Path, documents: Iterable[TreebankDocument]) -> list[str]:
    """The news items, and the treebanks in stretches of four sentences."""
    stretches = [
        _stretch(document, at)
        for document in documents
        for at in range(0, len(document.sentences), 4)
    ]
    return [*item_texts(items), *stretches]


def _stretch(document: TreebankDocument, at: int) -> str:
    group = document.sentences[at : at + 4]
    first, last = document.words[group[0].first], document.words[group[-1].last - 1]
    return document.text[first.start : last.end]


def unannotated(items: Path) -> list[str]:
    """The news items that nobody annotated, so that none of those kept for measuring is taught."""
    annotated = {row.text for row in join_names(HAND_ANNOTATED, items)}
    return [text for text in item_texts(items) if text not in annotated]


def item_texts(items: Path) -> Iterator[str]:
    opener = gzip.open if items.suffix == ".gz" else open
    with opener(items, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]
