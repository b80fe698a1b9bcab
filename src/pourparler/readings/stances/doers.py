"""Who does what a verb tells, where several do it together.

A parser often takes "President A and Prime Minister B" before a verb for one name, or one of the
two for a part of the other's. The words are plainer than the tree: where nothing but names,
titles and "and" stands from the start of a clause to its verb, all who are named there do it.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from pourparler.model import Mention
from pourparler.readings.stances.desk import Desk

_TITLES = frozenset(("NOUN", "PROPN", "ADJ", "DET", "NUM"))
_BEFORE_A_VERB = frozenset(("AUX", "ADV"))
_JOINING = frozenset(("and", ",", "&"))
_LONGEST = 40


def parties_doing(desk: Desk, verb: Token, heads: list[Token]) -> list[Mention]:
    """The parties among the subjects `heads` of a verb, and whoever stands beside them; each
    side once."""
    found = [mention for head in heads for mention in desk.parties.all_of(head)]
    if found and any(head.i < verb.i for head in heads):
        found += _beside(desk, verb)
    by_side = {desk.parties.side(mention): mention for mention in reversed(found)}
    return sorted(by_side.values(), key=lambda mention: mention.span)


def _beside(desk: Desk, verb: Token) -> list[Mention]:
    """Whoever else the words before the verb name, joined by "and"."""
    groups: list[list[Token]] = [[]]
    joined = False
    for token in _before(desk, verb):
        if token.lower_ in _JOINING:
            joined = joined or token.lower_ != ","
            groups.append([])
        else:
            groups[-1].append(token)
    if not joined:
        return []
    return [mention for group in groups if (mention := _head(desk, group)) is not None]


def _before(desk: Desk, verb: Token) -> Iterator[Token]:
    """The words from the verb back to the start of its clause, if they are a list of names."""
    start = desk.sentence(verb).start
    place = verb.i - 1
    while place >= start and verb.doc[place].pos_ in _BEFORE_A_VERB:
        place -= 1
    words: list[Token] = []
    while place >= start and len(words) < _LONGEST:
        token = verb.doc[place]
        if token.lower_ in ("that", ":", "as", "while", "after", "when"):
            break
        is_name = token.pos_ in _TITLES or token.tag_ in ("POS", "HYPH")
        if not is_name and token.lower_ not in (*_JOINING, "of"):
            return iter(())
        words.append(token)
        place -= 1
    return iter(words)


def _head(desk: Desk, group: list[Token]) -> Mention | None:
    """Whom a name with its title names: the last named in it that is a party."""
    for token in group:  # the last word comes first
        party = desk.parties.standing(desk.page.cast.of(token))
        if party is not None:
            return party
    return None
