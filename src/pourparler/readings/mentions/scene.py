"""The scene: who has been on it so far, where, and how prominently."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from pourparler.model import Gender

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
_REACH = 4
_MEMORY = 80
"""How many appearances back are looked at: more cost time and decide nothing."""


@dataclass(slots=True)
class Seen:
    """One appearance of an actor: the token it heads, and what can pick it up again.

    `actor` begins with `?` where the person is not known. `is_quiet` marks adjectives and
    appositions, which put nobody forward; `is_main` what stands in a main clause.
    """

    actor: str
    token: int
    sentence: int
    is_person: bool
    gender: Gender | None = None
    is_plural: bool = False
    state: str | None = None
    post: str | None = None
    noun: str = ""
    is_subject: bool = False
    is_quoted: bool = False
    verb: int = -1
    is_quiet: bool = False
    speaks: bool = False
    is_main: bool = True

    @property
    def is_known(self) -> bool:
        """Whether it is a person somebody could name."""
        return self.is_person and not self.actor.startswith(("?", "unnamed:"))


@dataclass(slots=True)
class Scene:
    """The appearances so far, in text order."""

    seen: list[Seen] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def enter(self, seen: Seen) -> None:
        """Put an appearance on the scene."""
        self.seen.append(seen)
        self.counts[seen.actor] = self.counts.get(seen.actor, 0) + 1

    def back(self, limit: int = _MEMORY) -> Iterator[Seen]:
        """The appearances, the last first; at most `limit`."""
        return (self.seen[-k] for k in range(1, min(limit, len(self.seen)) + 1))

    def person(
        self,
        gender: Gender,
        sentence: int,
        barred: Collection[str],
        *,
        in_quote: bool,
        speaks: bool,
        closes: int | None = None,
    ) -> Seen | None:
        """Whom "he" or "she" in that sentence means: near, subject, speaking, named often.

        `speaks` tells that the pronoun is the subject of a verb of saying, `closes`, where
        what is said stands before it, the sentence that begins in: nobody named from there on,
        save as a speaker, can be the one who says it.
        """

        def fits(seen: Seen) -> bool:
            return (
                seen.is_person
                and not seen.is_plural
                and seen.actor not in barred
                and seen.gender in {None, gender}
                and not (closes is not None and seen.sentence >= closes and not seen.speaks)
            )

        return self._best(fits, sentence, _REACH, in_quote=in_quote, speaks=speaks)

    def body(
        self, sentence: int, reach: int, fits: Callable[[Seen], bool], *, speaks: bool = False
    ) -> Seen | None:
        """The state, ministry or organisation an "it" means, of those that `fits` lets."""
        return self._best(
            lambda seen: not seen.is_person and not seen.is_quiet and fits(seen),
            sentence,
            reach,
            in_quote=False,
            speaks=speaks,
        )

    def in_role(
        self,
        sentence: int,
        fits: Callable[[Seen], bool],
        *,
        speaks: bool = False,
        closes: int | None = None,
    ) -> Seen | None:
        """The person a role means, of those that `fits` lets, at any distance."""
        return self._best(
            lambda seen: (
                seen.is_known
                and fits(seen)
                and not (closes is not None and seen.sentence >= closes and not seen.speaks)
            ),
            sentence,
            10**6,
            in_quote=False,
            speaks=speaks,
        )

    def only(self, count: int, sentence: int, fits: Callable[[Seen], bool]) -> tuple[Seen, ...]:
        """The `count` different actors named lately that `fits` lets, in text order.

        None where there are fewer, or more: who of three "the two" are is anybody's guess.
        """
        found: dict[str, Seen] = {}
        for seen in self.back():
            if sentence - seen.sentence > _REACH:
                break
            if fits(seen):
                found.setdefault(seen.actor, seen)
        return tuple(sorted(found.values(), key=text_order)) if len(found) == count else ()

    def _best(
        self,
        fits: Callable[[Seen], bool],
        sentence: int,
        reach: int,
        *,
        in_quote: bool,
        speaks: bool = False,
    ) -> Seen | None:
        best: Seen | None = None
        best_score = 0.0
        for seen in self.back():
            distance = sentence - seen.sentence
            if distance > reach:
                break
            if not fits(seen):
                continue
            score = self._score(seen, distance)
            if seen.speaks:
                score += 1.2 if speaks else 0.4
            if seen.is_quoted and not in_quote:
                score -= 0.9
            if best is None or score > best_score:
                best, best_score = seen, score
        return best

    def _score(self, seen: Seen, distance: int) -> float:
        score = 3.0 - 0.7 * min(distance, 6)
        if seen.is_subject:
            score += 1.0 if seen.is_main else 0.3
        if seen.gender is None and seen.is_person:
            score -= 0.4
        if seen.is_quiet:
            score -= 0.6
        return score + 0.1 * min(self.counts.get(seen.actor, 0), 5)


def text_order(seen: Seen) -> int:
    """What sorts appearances as they stand in the text."""
    return seen.token


def is_subject(dependency: str) -> bool:
    """Whether a token of this dependency is the subject of its clause."""
    return dependency in _SUBJECTS
