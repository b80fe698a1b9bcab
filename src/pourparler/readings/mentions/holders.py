"""Who holds a role: on the scene already, told by the text, or by the codebook on that day."""

from collections.abc import Collection
from datetime import date

from pourparler.codebook.actors import Actors
from pourparler.model import Post
from pourparler.readings.mentions.identify import Identifier
from pourparler.readings.mentions.scene import Scene, Seen

_LEADERS: tuple[Post, ...] = ("head-of-state", "head-of-government")
_MINISTERS = frozenset({"foreign-minister", "defence-minister", "interior-minister", "minister"})
_SENT = frozenset({"envoy", "ambassador"})
_NOT_ONE = frozenset({"minister", "official", "member", "negotiator", "deputy-head"})
"""Posts several hold at once: the codebook alone cannot say which of them is meant."""


class Holders:
    """Answers which person a role phrase means."""

    def __init__(self, actors: Actors, people: Identifier, scene: Scene) -> None:
        self.actors = actors
        self.people = people
        self.scene = scene

    def find(
        self,
        post: str,
        state: str | None,
        day: date,
        sentence: int,
        *,
        words: Collection[str] = (),
        target: tuple[str, ...] = (),
        speaks: bool = False,
        closes: int | None = None,
    ) -> str | None:
        """The person who has `post` of `state` (None: of whatever state was spoken of)."""
        seen = self.scene.in_role(
            sentence,
            lambda one: self._fits(one, post, state),
            speaks=speaks,
            closes=closes,
        )
        if seen is not None:
            return seen.actor
        if state is None or "as" in words:
            return None
        return self.people.introduced(state, post) or self._on(state, post, day, words, target)

    def by_office(
        self, post: str, state: str, day: date, *, words: Collection[str] = ()
    ) -> str | None:
        """The person the codebook alone gives that post on that day."""
        return self._on(state, post, day, words, ())

    def before(self, post: str, state: str, person: str) -> str | None:
        """Who held the post before `person`."""
        if post not in _LEADERS and post not in _MINISTERS:
            return None
        return self.actors.before(person, state, post)  # type: ignore[arg-type]

    def _fits(self, seen: Seen, post: str, state: str | None) -> bool:
        if state is not None and seen.state not in {state, self.actors.spoken_for(state)}:
            return False
        return seen.post is not None and is_same_post(post, seen.post)

    def _on(
        self,
        state: str,
        post: str,
        day: date,
        words: Collection[str],
        target: tuple[str, ...],
    ) -> str | None:
        stands_for = self.actors.spoken_for(state) or state
        for wanted in self._posts(stands_for, post):
            for place in dict.fromkeys((state, stands_for)):
                holders = self.actors.holders(place, wanted, day)
                if wanted in _SENT:
                    holders = tuple(h for h in holders if self._is_sent_to(h, wanted, target))
                if holders:
                    return self._told_apart(holders, wanted, words)
        return None

    def _posts(self, state: str, post: str) -> tuple[Post, ...]:
        if post == "leader":
            known = self.actors.states.get(state)
            if known is None:
                return ("head",)
            return _LEADERS if known.led_by == "head-of-state" else _LEADERS[::-1]
        if post in _NOT_ONE or post in {"counterpart", "predecessor", "guest"}:
            return ()
        return (post,)  # type: ignore[return-value]

    def _told_apart(self, holders: tuple[str, ...], post: Post, words: Collection[str]) -> str:
        """Of several holders the one whose title shares words with the phrase ("supreme")."""
        if len(holders) > 1:
            for holder in holders:
                for office in self.actors[holder].offices:
                    title = (office.title or "").lower().split()
                    if office.post == post and title and all(word in words for word in title):
                        return holder
        return holders[0]

    def _is_sent_to(self, holder: str, post: Post, target: tuple[str, ...]) -> bool:
        """Whether an envoy's or ambassador's title names the place the phrase names."""
        titles = [o.title or "" for o in self.actors[holder].offices if o.post == post]
        for place in target:
            state = self.actors.states.get(place)
            names = state.names if state else (self.actors[place].name,)
            if any(name in title for name in names for title in titles):
                return True
        return False


def is_same_post(wanted: str, held: str) -> bool:
    """Whether who holds `held` can be called by a title that means `wanted`."""
    if wanted == held:
        return True
    if wanted == "guest":
        return True
    if wanted == "leader":
        return held in {"head-of-state", "head-of-government", "head"}
    if wanted == "minister":
        return held in _MINISTERS
    if wanted == "negotiator":
        return held in {"deputy-foreign-minister", "envoy", "head"}
    return False


def may_be_called(noun: str, post: str) -> bool:
    """Whether "the diplomat" or "the official" may pick up a person of that post."""
    if noun == "diplomat":
        return post in {
            "foreign-minister",
            "ambassador",
            "envoy",
            "deputy-foreign-minister",
            "negotiator",
        }
    return noun in {"official", "aide", "adviser"} and post not in _LEADERS
