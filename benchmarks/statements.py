"""Statements beside textacy's direct quotations: figures against gold and words a second.

    python -m benchmarks.statements GOLD.jsonl[.gz] [--only-ours]

Both read the same parse, by our own pipeline, in the same run; its time is given apart. textacy
reads quotations alone and fails outright on an odd number of quotation marks; it is given each
paragraph by itself too, where a failure costs only that paragraph. Install it with
`pip install textacy`.
"""

import argparse
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from pourparler import codebook, language
from pourparler.evaluation.statements import Row, predict, read_rows, score
from pourparler.model import Report, Statement
from pourparler.readings.mentions import find_mentions
from pourparler.readings.page import Page
from pourparler.readings.statements import find_statements

_COLUMNS = (
    ("content_J80", "F"),
    ("content_ANY", "F"),
    ("content_TOK", "F"),
    ("quote+speaker_ANY", "F"),
    ("speaker_acc_J80", "overlap"),
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure both and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("gold")
    parser.add_argument("--only-ours", action="store_true")
    options = parser.parse_args(arguments)
    rows = read_rows(options.gold)
    started = time.process_time()
    docs = dict(zip((row["doc_id"] for row in rows), _parsed(rows), strict=True))
    words = sum(len(row["text"].split()) for row in rows)
    print(f"{options.gold}: {len(rows)} documents, {words:,} words")
    print(f"parse: {words / (time.process_time() - started):,.0f} words/s")
    print(f"{'':28}J80    any  tokens  content+speaker  speaker  words/s")
    _measure("pourparler", rows, words, lambda: _ours(rows, docs))
    if not options.only_ours:
        _measure("textacy", rows, words, lambda: _textacy(rows, docs, _whole))
        _measure("textacy, by paragraph", rows, words, lambda: _textacy(rows, docs, _paragraphs))


def _parsed(rows: Sequence[Row]) -> Iterator[Doc]:
    return iter(language.load().pipe(row["text"] for row in rows))


def _measure(name: str, rows: Sequence[Row], words: int, find: Callable[[], Iterable[Row]]) -> None:
    started = time.process_time()
    found = list(find())
    seconds = time.process_time() - started
    figures = score(rows, found)
    cells = [figures[measure][key] for measure, key in _COLUMNS]
    j80, shared, tokens, with_speaker, speaker = (f"{cell or 0:.1f}" for cell in cells)
    print(
        f"{name:24}{j80:>7}{shared:>7}{tokens:>8}{with_speaker:>17}{speaker:>9}"
        f"{words / seconds:>9,.0f}"
    )


def _ours(rows: Sequence[Row], docs: dict[str, Doc]) -> Iterator[Row]:
    book = codebook.load()
    waiting = iter(rows)

    def read(report: Report) -> tuple[Statement, ...]:
        page = Page(report, docs[next(waiting)["doc_id"]], book)
        return find_statements(Page(report, page.doc, book, cast=find_mentions(page)))

    return predict(rows, read)


def _textacy(
    rows: Sequence[Row], docs: dict[str, Doc], pieces: Callable[[Doc], Iterable[DocSpan]]
) -> Iterator[Row]:
    from textacy.extract import direct_quotations

    for row in rows:
        quotes: list[dict[str, Any]] = []
        for piece in pieces(docs[row["doc_id"]]):
            first = piece.start_char
            try:
                found = list(direct_quotations(piece.as_doc()))
            except ValueError:
                continue
            for one in found:
                content = [one.content.start_char + first, one.content.end_char + first]
                speaker = one.speaker
                quotes.append(
                    {
                        "content": content,
                        "speaker": [
                            speaker[0].idx + first,
                            speaker[-1].idx + len(speaker[-1]) + first,
                        ]
                        if speaker
                        else None,
                    }
                )
        yield {"doc_id": row["doc_id"], "quotes": quotes}


def _whole(doc: Doc) -> Iterator[DocSpan]:
    yield doc[:]


def _paragraphs(doc: Doc) -> Iterator[DocSpan]:
    first = 0
    for token in doc:
        if "\n" in token.text and token.i > first:
            yield doc[first : token.i]
            first = token.i + 1
    if first < len(doc):
        yield doc[first:]


if __name__ == "__main__":
    main()
