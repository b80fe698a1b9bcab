"""The cast of a report: who is mentioned where, and which actor a noun phrase names."""

from collections.abc import Iterable

from spacy.tokens import Token

from pourparler.model import Actor, Mention, Span


class Cast:
    """The mentions of one report, in text order, and the actors it introduces itself."""

    def __init__(self, mentions: Iterable[Mention] = (), actors: Iterable[Actor] = ()) -> None:
        self.mentions = tuple(sorted(mentions, key=lambda mention: mention.span))
        self.actors = tuple(actors)

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that lie in the text from code point `start` to `end`."""
        return tuple(
            mention
            for mention in self.mentions
            if start <= mention.span.start and mention.span.end <= end
        )

    def of(self, token: Token) -> Mention:
        """Whom the noun phrase headed by `token` names.

        Always a mention: where nobody is known its `actor` is None and its `name` the words.
        """
        position = token.idx
        for mention in self.mentions:
            if mention.span.start <= position < mention.span.end:
                return mention
        left, right = token.left_edge.idx, token.right_edge.idx + len(token.right_edge)
        span = Span.of(token.doc.text, left, right)
        return Mention(span, None, span.exact, "name")
