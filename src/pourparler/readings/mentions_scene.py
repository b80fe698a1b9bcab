"""The scene: who has been on it so far, where, and how prominently."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pourparler.model import Gender

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
_REACH = 4


@dataclass(slots=True)
class Seen:
    """One appearance of an actor: the token it heads, and what can pick it up again."""

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


@dataclass(slots=True)
class Scene:
    """The appearances so far, in text order."""

    seen: list[Seen] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    by_surname: dict[str, str] = field(default_factory=dict)

    def enter(self, seen: Seen) -> None:
        """Put an appearance on the scene."""
        self.seen.append(seen)
        self.counts[seen.actor] = self.counts.get(seen.actor, 0) + 1

    def back(self, limit: int = 60) -> Iterator[Seen]:
        """The appearances, the last first; at most `limit`."""
        return (self.seen[-k] for k in range(1, min(limit, len(self.seen)) + 1))

    def person(
        self, gender: Gender, sentence: int, barred: frozenset[str], *, in_quote: bool
    ) -> Seen | None:
        """Whom "he" or "she" in that sentence means: near, subject, spoken of often."""
        best: Seen | None = None
        best_score = 0.0
        for seen in self.back():
            distance = sentence - seen.sentence
            if distance > _REACH:
                break
            if not seen.is_person or seen.is_plural or seen.actor in barred:
                continue
            if seen.gender is not None and seen.gender != gender:
                continue
            score = self._score(seen, distance)
            if seen.is_quoted and not in_quote:
                score -= 0.9
            if score > best_score:
                best, best_score = seen, score
        return best

    def _score(self, seen: Seen, distance: int) -> float:
        score = 3.0 - 0.7 * distance
        if seen.is_subject:
            score += 1.0
        if seen.gender is None:
            score -= 0.4
        if seen.is_quiet:
            score -= 0.6
        return score + 0.1 * min(self.counts.get(seen.actor, 0), 4)


def is_subject(dependency: str) -> bool:
    """Whether a token of this dependency is the subject of its clause."""
    return dependency in _SUBJECTS
