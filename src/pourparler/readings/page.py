"""One report on the reader's desk: its parse, and what the readers before have found on it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from pourparler.codebook import Codebook
from pourparler.model import Event, Report, Span, Statement, Time
from pourparler.readings.cast import Cast
from pourparler.readings.innermost import Innermost

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Page:
    """What the readers of one report share.

    Each reader takes the page and returns what it finds; `read` then puts that on the page for
    the readers after it. Readers run in this order: times, mentions (the cast), statements,
    events, meetings, positions, preconditions, phases, memberships.
    """

    report: Report
    doc: Doc
    codebook: Codebook
    times: tuple[Time, ...] = ()
    cast: Cast = field(default_factory=Cast)
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    _laid: Innermost = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_laid", Innermost(self.statements))

    def span(self, start: int, end: int) -> Span:
        """The span of the report's text from code point `start` to `end`."""
        return Span.of(self.report.text, start, end)

    def times_within(self, start: int, end: int) -> "Iterator[Time]":
        """The times that lie in the text from `start` to `end`, in text order."""
        return (time for time in self.times if start <= time.span.start and time.span.end <= end)

    def statement_at(self, position: int) -> Statement | None:
        """The innermost statement whose content holds the character at `position`."""
        return self._laid.at(position)

    def sentence_at(self, position: int) -> DocSpan | None:
        """The sentence that holds the character at `position`."""
        found = self.doc.char_span(position, position + 1, alignment_mode="expand")
        return None if found is None or not len(found) else found[0].sent
