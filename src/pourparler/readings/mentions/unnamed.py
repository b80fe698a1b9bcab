"""Speakers nobody names, as actors of their own: "a Turkish official who declined to be named"."""

from pourparler.codebook.actors import Actors
from pourparler.model import Actor
from pourparler.readings.mentions.desk import Draft

_TELLING = (
    *("diplomatic", "regional", "military", "security", "intelligence", "government"),
    *("presidential", "opposition", "rebel", "medical", "local"),
)
_OF_NO_STATE = ("western", "european", "arab")


class Unnamed:
    """The unnamed of one page: those of one state and kind are one actor."""

    def __init__(self, known: Actors) -> None:
        self._known = known
        self.actors: dict[str, Actor] = {}

    def actor(self, draft: Draft, state: str | None) -> str:
        """The id of an unnamed speaker of that state: `unnamed:turkey:official`."""
        wanted = _TELLING if state else (*_TELLING, *_OF_NO_STATE)
        of_it = self._adjective(state) or ""
        words = draft.words - set(of_it.lower().split())
        telling = next((word for word in wanted if word in words), None)
        kind = f"{telling}-{draft.noun}" if telling else draft.noun
        id = f"unnamed:{state}:{kind}" if state else f"unnamed:{kind}"
        if id not in self.actors:
            told = ("unnamed", of_it, telling, draft.noun)
            self.actors[id] = Actor(
                id=id,
                name=" ".join(word for word in told if word),
                kind="unnamed",
                country=self._known[state].country if state and state in self._known else None,
                part_of=state,
                learned=True,
            )
        return id

    def _adjective(self, state: str | None) -> str | None:
        if state is None:
            return None
        known = self._known.states.get(state)
        if known is None:
            return self._known[state].name
        return known.adjectives[0] if known.adjectives else known.name
