"""What the readers of positions, preconditions and phases share about one page."""

from functools import cached_property

from spacy.tokens import Token

from pourparler.codebook import Stances
from pourparler.model import Span, Statement, When, first_day, last_day
from pourparler.readings.page import Page
from pourparler.readings.stances.grammar import subtree_ends
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
        """The issues named on the page."""
        return IssuesOn(self.page)

    @cached_property
    def parties(self) -> Parties:
        """Who on the page is a party."""
        return Parties(self.page)

    def statement_at(self, token: Token) -> Statement | None:
        """The innermost statement whose content holds the word."""
        return self.page.statement_at(token.idx)

    def stated(self, statement: Statement | None, cue: Token) -> When:
        """Since when, at the latest: when the cue's clause says, else when the statement was
        made, else when the report was published."""
        published = self.page.report.published
        for child in cue.children:
            if child.dep_.startswith(("obl", "nmod", "advmod", "nummod")):
                for time in self.page.times_within(*subtree_ends(child)):
                    if time.type == "DATE" and time.when and _is_not_after(time.when, published):
                        return time.when
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
        for token in others:
            start, end = min(start, token.idx), max(end, token.idx + len(token))
        text = self.page.report.text
        sentence = head.sent
        start = max(start, sentence.start_char)
        end = min(end, sentence.end_char)
        while start < end and (text[start].isspace() or text[start] in _MARKS):
            start += 1
        while start < end and (text[end - 1].isspace() or text[end - 1] in _MARKS):
            end -= 1
        return self.page.span(start, end)


_MARKS = "\"'“”‘’«»„.,;:–—-"


def _is_not_after(when: When, published: When) -> bool:
    first, last = first_day(when), last_day(published)
    return first is not None and (last is None or first <= last)
