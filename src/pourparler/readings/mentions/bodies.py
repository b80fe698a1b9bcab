"""Bodies spoken of without their name: "the ministry", "the newspaper", "it", "both states"."""

from pourparler.readings.mentions.desk import Desk, Draft
from pourparler.readings.mentions.names import vocabulary
from pourparler.readings.mentions.scene import Scene, Seen, is_subject

_ISSUERS = frozenset({"ministry", "government", "organisation", "intelligence", "parliament"})
_ACTING = vocabulary(
    "withdraw send hold host sign ratify suspend halt resume launch impose lift recognise "
    "recognize expel summon want seek consider put describe note take see vote plan intend"
)

_TOLD = frozenset({"ccomp", "parataxis", "xcomp"})
_HIGHEST = 3


class Bodies:
    """Answers which state, ministry or organisation a phrase means."""

    def __init__(self, desk: Desk, scene: Scene, home: str | None) -> None:
        self.desk = desk
        self.actors = desk.codebook.actors
        self.scene = scene
        self.home = home

    def likeliest(self, candidates: tuple[str, ...]) -> str:
        """Of those one name may mean, the one on the scene already, else the first listed."""
        for candidate in candidates:
            if candidate in self.scene.counts:
                return candidate
        return candidates[0]

    def meant(self, draft: Draft, states: tuple[str, ...]) -> tuple[str, ...]:
        """The bodies a group noun means; empty where none was spoken of."""
        part = draft.part or ""
        if part in {"ministry", "outlet", "issuer"}:
            found = self._by_kind(draft, part, states)
            return (found,) if found else ()
        if not states:
            states = self._states_with(part, draft)
        return tuple(
            f"{state}.{part}" if part and f"{state}.{part}" in self.actors else state
            for state in states
        )

    def last_states(self, count: int, draft: Draft) -> tuple[str, ...]:
        """The last `count` different states spoken of, in text order."""
        sentence = self.desk.sentences[draft.head]
        found: dict[str, int] = {}
        for seen in self.scene.back():
            state = seen.state
            if sentence - seen.sentence > 3:
                break
            if state in self.actors.states and state is not None and not seen.is_quoted:
                if state not in found and (count > 1 or not seen.is_quiet):
                    found[state] = seen.token
                if len(found) == count:
                    return tuple(sorted(found, key=lambda one: found[one]))
        return ()

    def it(self, token: int) -> Seen | None:
        """The body that "its", or "it" before a verb of saying or doing, stands for."""
        desk = self.desk
        if desk.lowers[token] == "it":
            if not self._acts(token):
                return None
            teller = self._teller(token)
            if teller is not None:
                return teller
        speaks = desk.lowers[desk.heads[token]] in desk.codebook.cues.verbs
        return self.scene.body(
            desk.sentences[token], 2, lambda seen: not seen.is_plural, speaks=speaks
        )

    def members(self, role: str) -> tuple[str, ...]:
        """The members in a role ("the guarantors") of the format the page names."""
        formats = self.desk.codebook.formats
        for hit, _ in self.desk.hits.values():
            for name in hit.only("apart"):
                found = formats.get(name)
                members = tuple(m.actor for m in found.members if m.role == role) if found else ()
                if members:
                    return members
        return ()

    def joined(self, sentence: int) -> list[Seen]:
        """Those joined by "and" as subject of the sentence before: whom "they" means."""
        found: dict[str, Seen] = {}
        for seen in self.scene.back(30):
            if sentence - seen.sentence > 1:
                break
            token, head = seen.token, self.desk.heads[seen.token]
            is_joined = self.desk.deps[token] == "conj" and is_subject(self.desk.deps[head])
            if (is_joined or seen.is_subject) and not seen.actor.startswith("?"):
                found.setdefault(seen.actor, seen)
        if not any(self.desk.deps[seen.token] == "conj" for seen in found.values()):
            return []
        return sorted(found.values(), key=lambda seen: seen.token)

    def _teller(self, token: int) -> Seen | None:
        """The body that tells of itself: "Norway said |it| would leave"."""
        desk = self.desk
        at = desk.heads[token]
        for _ in range(_HIGHEST):
            if desk.deps[at] not in _TOLD:
                return None
            at = desk.heads[at]
            for seen in self.scene.back(12):
                if seen.verb == at and seen.is_subject and seen.token < token:
                    return None if seen.is_person or seen.is_plural or seen.is_quiet else seen
        return None

    def _acts(self, token: int) -> bool:
        desk = self.desk
        head = desk.heads[token]
        if not is_subject(desk.deps[token]):
            return False
        if desk.lowers[head] in desk.codebook.cues.verbs:
            return True
        return desk.doc[head].lemma_.lower() in _ACTING

    def _by_kind(self, draft: Draft, part: str, states: tuple[str, ...]) -> str | None:
        """The ministry, outlet or issuer spoken of before, of one of the states if any."""
        kinds = _ISSUERS if part == "issuer" else frozenset({part})

        def fits(seen: Seen) -> bool:
            actor = self.actors.get(seen.actor)
            if actor is None or actor.kind not in kinds:
                return False
            return not states or actor.country in states

        found = self.scene.body(self.desk.sentences[draft.head], 30, fits)
        return found.actor if found else None

    def _states_with(self, part: str, draft: Draft) -> tuple[str, ...]:
        """The state whose government (army, …) was spoken of before, else the report's own."""
        if not part:
            return ()

        def fits(seen: Seen) -> bool:
            return seen.actor.endswith(f".{part}")

        found = self.scene.body(self.desk.sentences[draft.head], 30, fits)
        if found is not None:
            country = self.actors[found.actor].country
            return (country,) if country else ()
        if self.home:
            return (self.home,)
        spoken = {s.state for s in self.scene.seen if s.state in self.actors.states}
        return tuple(s for s in spoken if s) if len(spoken) == 1 else ()
