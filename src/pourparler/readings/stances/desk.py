"""What the readers of positions, preconditions and phases share about one page."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from pourparler.codebook import Stances
from pourparler.model import Span, Statement, Time, When, first_day, last_day
from pourparler.readings.page import Page
from pourparler.readings.stances.asides import is_aside
from pourparler.readings.stances.grammar import prose, subtree_ends
from pourparler.readings.stances.naming import IssuesOn
from pourparler.readings.stances.parties import Parties


class Desk:
    """A page, the issues named on it and the parties, each found once."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.stances: Stances = page.codebook.stances
        self.words = page.codebook.stances.words

    @cached_property
    def issues(self) -> IssuesOn:
        """The issues named on the page; looked for only once something is wanted."""
        return IssuesOn(self.page)

    @cached_property
    def parties(self) -> Parties:
        """Who on the page is a party."""
        return Parties(self.page, self.statement_at, self.around)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the page's prose, in text order."""
        return tuple(token for sentence in self._sentences.values() for token in sentence)

    @cached_property
    def _sentences(self) -> dict[int, DocSpan]:
        return {sentence.start: sentence for sentence in prose(self.page.doc)}

    @cached_property
    def _starts(self) -> dict[int, int]:
        return {
            place: start
            for start, sentence in self._sentences.items()
            for place in range(start, sentence.end)
        }

    def is_prose(self, token: Token) -> bool:
        """Whether the word stands in a sentence that a person could have written."""
        return token.i in self._starts

    def sentence(self, token: Token) -> DocSpan:
        """The sentence of a word of prose. (`Token.sent` takes time in the length of the text.)"""
        return self._sentences[self._starts[token.i]]

    @cached_property
    def _statements(self) -> dict[int, Statement]:
        return self._laid[0]

    @cached_property
    def _laid(self) -> tuple[dict[int, Statement], dict[str, Statement]]:
        """The innermost statement at each token, and the one around each statement: the shorter
        are laid over the longer."""
        laid: dict[int, Statement] = {}
        around: dict[str, Statement] = {}
        for statement in sorted(self.page.statements, key=_length, reverse=True):
            for part in statement.content:
                words = self.page.doc.char_span(part.start, part.end, alignment_mode="expand")
                if words is not None and len(words):
                    if words.start in laid and laid[words.start] is not statement:
                        around.setdefault(statement.id, laid[words.start])
                    laid.update(dict.fromkeys(range(words.start, words.end), statement))
        return laid, around

    def around(self, statement: Statement) -> Statement | None:
        """The statement that the content of another lies in."""
        return self._laid[1].get(statement.id)

    @cached_property
    def _time_starts(self) -> list[int]:
        return [time.span.start for time in self._times]

    @cached_property
    def _times(self) -> list[Time]:
        return sorted(self.page.times, key=lambda time: time.span)

    def statement_at(self, token: Token) -> Statement | None:
        """The innermost statement that says the word; none for what a report adds itself."""
        statement = self._statements.get(token.i)
        while statement is not None and is_aside(self.page.doc, token, statement):
            statement = self.around(statement)
        return statement

    def times_in(self, head: Token) -> Iterator[Time]:
        """The times in the phrase of `head`, in text order."""
        return self.times_between(*subtree_ends(head))

    def times_between(self, start: int, end: int) -> Iterator[Time]:
        """The times that lie in the text from `start` to `end`, in text order."""
        for place in range(bisect_left(self._time_starts, start), len(self._times)):
            time = self._times[place]
            if time.span.start >= end:
                return
            if time.span.end <= end:
                yield time

    def stated(self, statement: Statement | None, cue: Token) -> When:
        """Since when, at the latest: when the cue's clause says, else when the statement was
        made, else when the report was published."""
        published = self.page.report.published
        for child in cue.children:
            if child.dep_.startswith(("obl", "nmod", "advmod", "nummod")):
                for time in self.times_in(child):
                    # The time is the phrase's own, not that of something named in it.
                    is_it = time.span.start <= child.idx < time.span.end
                    told = is_it and time.type == "DATE" and time.when is not None
                    if told and _is_not_after(time.when or "", published):
                        return time.when or published
        if statement is not None and statement.stated is not None:
            return statement.stated
        return published

    def stretch(self, *tokens: Token) -> Span:
        """The stretch of text from the first of the words to the last."""
        first = min(tokens, key=lambda token: token.idx)
        last = max(tokens, key=lambda token: token.idx)
        return self.page.span(first.idx, last.idx + len(last))

    def phrases(self, cue: Token, heads: list[Token]) -> Span:
        """The stretch that holds the phrases of `heads` and the word between them."""
        spans = [self.phrase(head, cue) for head in heads] or [self.phrase(cue)]
        return self.page.span(min(span.start for span in spans), max(span.end for span in spans))

    def phrase(self, head: Token, *others: Token) -> Span:
        """The stretch that holds the phrase of `head` and the words beside it, in its sentence,
        without marks at either end."""
        start, end = subtree_ends(head)
        end = min(end, self._said_until(head) or end)
        for token in others:
            start, end = min(start, token.idx), max(end, token.idx + len(token))
        text = self.page.report.text
        sentence = self.sentence(head)
        start = max(start, sentence.start_char)
        end = min(end, sentence.end_char)
        while start < end and (text[start].isspace() or text[start] in _MARKS):
            start += 1
        while start < end and (text[end - 1].isspace() or text[end - 1] in _MARKS):
            end -= 1
        return self.page.span(start, end)

    def _said_until(self, head: Token) -> int | None:
        """Where what somebody says ends: the words that name the speaker are no part of it."""
        statement = self.statement_at(head)
        parts = () if statement is None else statement.content
        return next((part.end for part in parts if part.start <= head.idx < part.end), None)


_MARKS = "\"'“”‘’«»„.,;:–—-"


def _is_not_after(when: When, published: When) -> bool:
    first, last = first_day(when), last_day(published)
    return first is not None and (last is None or first <= last)


def _length(statement: Statement) -> int:
    return sum(part.end - part.start for part in statement.content)
