"""The levels a meeting was held at, from posts and from the words of its sentence."""

from collections.abc import Iterable, Iterator

from pourparler.codebook import MeetingWords
from pourparler.model import Level, Mention
from pourparler.readings.events.tree import Tree

_ORDER: tuple[Level, ...] = (
    "leaders",
    "foreign-ministers",
    "defence-ministers",
    "intelligence-chiefs",
    "deputies",
    "technical",
)
_APART = 5
_DEPUTY = frozenset(("deputy", "vice", "assistant", "former", "ex"))
_BETWEEN = frozenset(("ADJ", "CCONJ", "PUNCT", "NOUN", "PROPN", "ADP", "DET"))


def levels_of_posts(mentions: Iterable[Mention], words: MeetingWords) -> set[Level]:
    """The levels of the offices that those who took part hold."""
    posts = {mention.post for mention in mentions if mention.post is not None}
    return {level for level, told in words.levels.items() if not told.posts.isdisjoint(posts)}


def levels_of_words(tree: Tree, tokens: Iterable[int], words: MeetingWords) -> set[Level]:
    """The levels that phrases among the tokens tell ("at the level of foreign ministers")."""
    within = list(tokens)
    found: set[Level] = set()
    for level, told in words.levels.items():
        for phrase in told.phrases:
            if any(_stands(tree, at, phrase, within[0]) for at in _ends(tree, within, phrase)):
                found.add(level)
                break
    return found


def in_order(levels: Iterable[Level]) -> tuple[Level, ...]:
    """The levels from leaders down."""
    told = set(levels)
    return tuple(level for level in _ORDER if level in told)


def _ends(tree: Tree, within: list[int], phrase: tuple[str, ...]) -> Iterator[int]:
    return (at for at in within if tree.lemmas[at] == phrase[-1])


def _stands(tree: Tree, at: int, phrase: tuple[str, ...], first: int) -> bool:
    """Whether the phrase's words end at `at`, with only coordinated words between them."""
    position = at
    for word in reversed(phrase[:-1]):
        position -= 1
        for _ in range(_APART):
            if position < first:
                return False
            if tree.lemmas[position] == word:
                break
            if tree.poses[position] not in _BETWEEN:
                return False
            position -= 1
        else:
            return False
    before = {tree.lemmas[i] for i in range(max(first, position - 2), position)}
    return phrase[0] in _DEPUTY or not before & _DEPUTY
