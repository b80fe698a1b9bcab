"""An English pipeline that reads texts of any length in bounded memory.

The parser's working memory grows with the longest text of a batch, some 7 kB a word. Longer texts
are read in pieces, cut between paragraphs or sentences, and put together again.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, tee
from typing import Any

from spacy.lang.en import English
from spacy.tokens import Doc
from spacy.util import registry

LONGEST_PIECE = 12_000
"""Characters read at once, some 2,000 words."""

_AHEAD = 16
_BATCH = 32_000

# Places to cut, best first: between paragraphs, lines, sentences, clauses, words.
_CUTS = tuple(
    re.compile(rule) for rule in (r"\n\s*\n", r"\n", r"[.!?][\"'”’)]*\s+", r"[;,]\s+", r"\s")
)


def pieces(text: str, longest: int = LONGEST_PIECE) -> list[str]:
    """The text in pieces of at most `longest` characters that add up to it."""
    found = []
    at = 0
    while len(text) - at > longest:
        end = at + _cut(text[at : at + longest])
        found.append(text[at:end])
        at = end
    found.append(text[at:])
    return found


def _cut(window: str) -> int:
    """The end of the last good place to cut in the window's second half, else its length."""
    for rule in _CUTS:
        ends = [match.end() for match in rule.finditer(window, len(window) // 2)]
        if ends:
            return ends[-1]
    return len(window)


def _batch_size(texts: Sequence[Any]) -> int:
    """How many texts like these make `_BATCH` characters."""
    lengths = [min(len(text), LONGEST_PIECE) for text in texts if isinstance(text, str)]
    mean = sum(lengths) / len(lengths) if lengths else 1000
    return int(max(2, min(128, _BATCH / max(mean, 1))))


@registry.languages("en_reports")
class ReportEnglish(English):  # type: ignore[no-untyped-call]
    """English whose `pipe` and call take texts of any length."""

    lang = "en_reports"

    def __call__(self, text: str | Doc, **options: Any) -> Doc:
        if isinstance(text, str) and len(text) > LONGEST_PIECE:
            found: Doc = next(iter(self.pipe([text], **options)))
            return found
        doc: Doc = super().__call__(text, **options)
        return doc

    def pipe(
        self,
        texts: Iterable[Any],
        *,
        as_tuples: bool = False,
        batch_size: int | None = None,
        **options: Any,
    ) -> Iterator[Any]:
        """One Doc a text, in order; with `as_tuples`, pairs of text and context as pairs.

        Without `batch_size`, as many texts are read at once as make some 5,000 words, judged by
        the first: fewer would cost time, more would cost memory.
        """
        if as_tuples:
            first, second = tee(texts)
            docs = self.pipe((text for text, _ in first), batch_size=batch_size, **options)
            for doc, (_, context) in zip(docs, second, strict=True):
                doc._context = context
                yield doc, context
            return
        texts = iter(texts)
        if batch_size is None:
            ahead = list(islice(texts, _AHEAD))
            batch_size = _batch_size(ahead)
            texts = chain(ahead, texts)
        counts: deque[int] = deque()

        def cut() -> Iterator[str | Doc]:
            for text in texts:
                long = isinstance(text, str) and len(text) > LONGEST_PIECE
                parts = pieces(text) if long else [text]
                counts.append(len(parts))
                yield from parts

        docs = super().pipe(cut(), batch_size=batch_size, **options)
        for doc in docs:
            count = counts.popleft()
            if count == 1:
                yield doc
                continue
            parts = [doc, *(next(docs) for _ in range(count - 1))]
            yield Doc.from_docs(parts, ensure_whitespace=False)
