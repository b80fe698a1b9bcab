"""Treebank documents with character offsets, read from CoNLL-U.

A treebank keeps tokens; a reader of reports sees characters. This module rebuilds the text that
a document must have had (paragraphs apart by an empty line, as in the CoNLL shared tasks) and
says where in it every word stands, so that training and scoring start from raw text.
"""

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pourparler.errors import LanguageError

PARAGRAPH = "\n\n"


@dataclass(slots=True)
class Word:
    """One syntactic word; `head` is an index into the document's words, itself for a root."""

    start: int
    end: int
    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    relation: str


@dataclass(slots=True)
class Sentence:
    """Words `first` to `last` (exclusive) of a document."""

    first: int
    last: int


@dataclass(slots=True)
class TreebankDocument:
    """One document: its text, its words in text order and its sentences in text order."""

    name: str
    text: str = ""
    words: list[Word] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)

    @property
    def genre(self) -> str:
        """The genre a GUM document names in its id (`GUM_news_nasa` is news), else empty."""
        parts = self.name.split("_")
        return parts[1] if len(parts) > 2 and parts[0] == "GUM" else ""


@dataclass(slots=True)
class _Block:
    """One sentence as it stands in the file."""

    new_document: str | None
    new_paragraph: bool
    rows: list[list[str]]
    line: int


def read_conllu(path: Path, *, paragraph: str = PARAGRAPH) -> list[TreebankDocument]:
    """The documents of a CoNLL-U file (plain or gzipped), in file order.

    `paragraph` is the white space put between paragraphs. A file without `# newdoc` is one
    document. Raises `LanguageError` with the line where the file is not CoNLL-U.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as lines:
            return list(documents_from_lines(lines, name=path.name, paragraph=paragraph))
    except FileNotFoundError as error:
        raise LanguageError(
            f"no treebank at {path}: expected a .conllu or .conllu.gz file"
        ) from error
    except (UnicodeDecodeError, gzip.BadGzipFile) as error:
        raise LanguageError(f"{path} cannot be read as UTF-8 CoNLL-U: {error}") from error


def documents_from_lines(
    lines: Iterable[str], *, name: str = "", paragraph: str = PARAGRAPH
) -> Iterator[TreebankDocument]:
    """The documents that the lines of a CoNLL-U file hold, in order."""
    document: TreebankDocument | None = None
    for block in _blocks(lines, name):
        if document is None or block.new_document is not None:
            if document is not None and document.words:
                yield document
            document = TreebankDocument(name=block.new_document or name)
        elif document.text:
            document.text += paragraph if block.new_paragraph else " "
        _append(document, block, name)
    if document is not None and document.words:
        yield document


def _blocks(lines: Iterable[str], name: str) -> Iterator[_Block]:
    block = _Block(None, False, [], 0)
    for number, line in enumerate(lines, 1):
        line = line.rstrip("\n")
        if not line:
            if block.rows:
                yield block
                block = _Block(None, False, [], 0)
        elif line.startswith("#"):
            key, _, value = line[1:].strip().partition("=")
            match key.strip():
                case "newdoc id" | "newdoc":
                    block.new_document = value.strip() or name
                case "newpar id" | "newpar":
                    block.new_paragraph = True
        else:
            columns = line.split("\t")
            if len(columns) != 10:
                raise LanguageError(
                    f"{name}, line {number}: a CoNLL-U row has 10 columns apart by tabs, "
                    f"this one has {len(columns)}: {line[:60]!r}"
                )
            block.line = block.line or number
            block.rows.append(columns)
    if block.rows:
        yield block


def _append(document: TreebankDocument, block: _Block, name: str) -> None:
    """Adds the block's sentence to the document, words found in its text one after another."""
    surface, pieces = _surface(block)
    base, first = len(document.text), len(document.words)
    document.text += surface
    for row, start, end in pieces:
        try:
            head = int(row[6])
        except ValueError as error:
            raise LanguageError(
                f"{name}, sentence at line {block.line}: the head of {row[1]!r} is {row[6]!r}, "
                "expected a number"
            ) from error
        index = len(document.words)
        document.words.append(
            Word(
                start=base + start,
                end=base + end,
                form=row[1],
                lemma=row[2],
                upos=row[3],
                xpos=row[4],
                feats=row[5],
                head=first + head - 1 if head else index,
                relation=row[7],
            )
        )
    last = len(document.words)
    for word in document.words[first:last]:
        if not first <= word.head < last:
            raise LanguageError(
                f"{name}, sentence at line {block.line}: the head of {word.form!r} lies outside "
                "its sentence"
            )
    document.sentences.append(Sentence(first, last))


def _surface(block: _Block) -> tuple[str, list[tuple[list[str], int, int]]]:
    """The sentence's text and its word rows with their places in that text.

    A contraction (`1-2  don't`) is shared out among its words by their length; where the words
    do not spell it, the last takes what is left.
    """
    text, pieces = "", []
    covered, share, share_end = 0, 0, 0
    for row in block.rows:
        identifier, form = row[0], row[1]
        spaced = "SpaceAfter=No" not in row[9].split("|")
        if "." in identifier:
            continue
        if "-" in identifier:
            covered = int(identifier.split("-")[1])
            share, share_end = len(text), len(text) + len(form)
            text += form + (" " if spaced else "")
            continue
        if int(identifier) <= covered:
            end = min(share + len(form), share_end)
            if int(identifier) == covered:
                end = share_end
            pieces.append((row, min(share, max(share_end - 1, 0)), end))
            share = end
            continue
        pieces.append((row, len(text), len(text) + len(form)))
        text += form + (" " if spaced else "")
    return text.rstrip(" "), pieces
