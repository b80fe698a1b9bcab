"""The cast of a report: who is mentioned where, and which actor a noun phrase names."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from pourparler.model import Actor, Mention, Span

_JOINT = re.compile(r"\s*(?:,|,?\s+and)\s+(?:the\s+)?")
_NAMING = frozenset({"flat", "compound", "nmod:desc", "appos"})
_NAMED_BY = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_COUNTING = frozenset(
    ["dozens", "tens", "scores", "hundreds", "thousands", "millions", "group", "number", "majority"]
)
_LONGEST = 12


class Cast:
    """The mentions of one report, in text order, and the actors it introduces itself.

    `heads` tells which mentions a token heads; `nested` are names that lie within a longer
    mention ("Syria" in "the foreign minister of Syria"), which only `of` and `all_of` answer.
    """

    def __init__(
        self,
        mentions: Iterable[Mention] = (),
        actors: Iterable[Actor] = (),
        *,
        heads: Mapping[int, tuple[Mention, ...]] | None = None,
        nested: Mapping[int, Mention] | None = None,
    ) -> None:
        self.mentions = tuple(sorted(mentions, key=lambda mention: mention.span))
        self.actors = tuple(actors)
        self._starts = [mention.span.start for mention in self.mentions]
        self._heads = heads or {}
        self._nested = nested or {}
        self._joined: str | None = None

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that lie in the text from code point `start` to `end`."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(m for m in self.mentions[first:last] if m.span.end <= end)

    def at(self, position: int) -> tuple[Mention, ...]:
        """The mentions that hold the character at `position`."""
        last = bisect_right(self._starts, position)
        # Mentions overlap only where one phrase names several, so the scan back is short.
        return tuple(
            mention
            for mention in self.mentions[max(last - 8, 0) : last]
            if mention.span.start <= position < mention.span.end
        )

    def of(self, token: Token) -> Mention:
        """Whom the noun phrase headed by `token` names.

        Always a mention: where nobody is known its `actor` is None and its `name` the words.
        """
        found = self._named_by(token)
        return found[0] if found else _unknown(token)

    def all_of(self, token: Token) -> tuple[Mention, ...]:
        """Everybody the phrase headed by `token` names, with those coordinated to it.

        "Russia, Iran and Turkey" gives three; "the foreign ministers of Russia and Syria" two.
        """
        first = self._named_by(token)
        found: dict[Mention, None] = dict.fromkeys(first or (_unknown(token),))
        joined = self._joined_to(first[-1], self._text(token)) if first else ()
        for one in token.conjuncts:
            if one.i > token.i and one.pos_ in _NAMED_BY:
                for mention in self._named_by(one) or (() if joined else (_unknown(one),)):
                    found[mention] = None
        found.update(dict.fromkeys(joined))
        return tuple(found)

    def _named_by(self, token: Token) -> tuple[Mention, ...]:
        if token.i in self._heads:
            return self._heads[token.i]
        if token.i in self._nested:
            return (self._nested[token.i],)
        holding = self.at(token.idx)
        if holding:
            return holding
        if token.pos_ == "PRON" and token.tag_.startswith("W"):
            clause = token.head if token.dep_ != "nmod:poss" else token.head.head
            if clause.dep_.startswith("acl") and clause.head.i != token.i:
                meant = self._heads.get(clause.head.i) or self.at(clause.head.idx)
                # "at the request of A, which had said": no request says anything, A does.
                return meant or self._just_before(token)
            return self._just_before(token)
        for child in token.children:
            if child.dep_ in _NAMING and (named := self._heads.get(child.i)):
                if child.dep_ == "compound" and named[0].form in {"demonym", "metonym"}:
                    continue
                if child.dep_ == "compound" and not _is_person_like(named[0]):
                    continue
                return named
        return ()

    def _joined_to(self, mention: Mention, text: str) -> tuple[Mention, ...]:
        """Those listed after `mention`: "Russia, Iran and Turkey", whatever the parse says."""
        listed: list[Mention] = []
        at = bisect_right(self._starts, mention.span.start)
        end = mention.span.end
        for other in self.mentions[at : at + _LONGEST]:
            gap = text[end : other.span.start]
            if len(gap) > 9 or _JOINT.fullmatch(gap) is None:
                break
            if other.form in {"demonym", "pronoun"}:
                return ()
            listed.append(other)
            end = other.span.end
            if "and" in gap:
                is_list = len(listed) > 1 or "," not in gap
                return tuple(listed) if is_list else ()
        return ()

    def _text(self, token: Token) -> str:
        """The report's text, joined once: `Doc.text` joins it anew at each asking."""
        if self._joined is None:
            self._joined = str(token.doc.text)
        return self._joined

    def _just_before(self, token: Token) -> tuple[Mention, ...]:
        """The mention right before a "who" whose clause the parse does not tell."""
        last = bisect_left(self._starts, token.idx)
        if not last or last > len(self.mentions):
            return ()
        mention = self.mentions[last - 1]
        between = self._text(token)[mention.span.end : token.idx]
        return (mention,) if between.strip() in {"", ","} else ()


def _is_person_like(mention: Mention) -> bool:
    return mention.form in {"name", "surname", "title", "role"} and mention.post is not None


def _counted(token: Token) -> Token:
    """What is counted where the word only counts ("tens of thousands of *protesters*")."""
    if token.lower_ in _COUNTING:
        for child in token.rights:
            if child.dep_ == "nmod" and token.nbor().lower_ == "of":
                return _counted(child)
    return token


def _unknown(token: Token) -> Mention:
    """The words of a noun phrase nobody is known by, as a mention without an actor."""
    first = max(token.left_edge.i, token.i - _LONGEST)
    while first < token.i and token.doc[first].pos_ not in _NAMED_BY | {"DET"}:
        first += 1  # a comma, "according to": what leads to the phrase names nobody
    words = token.doc[first : _counted(token).i + 1]  # `Doc.text` is joined anew at each asking
    span = Span(words.start_char, words.end_char, words.text)
    return Mention(span, None, span.exact, "name")
