"""Bodies spoken of without their name: "the ministry", "the newspaper", "it", "both states"."""

from collections.abc import Callable
from itertools import pairwise

from pourparler.readings.mentions.desk import Desk, Draft
from pourparler.readings.mentions.names import vocabulary
from pourparler.readings.mentions.scene import Scene, Seen, is_subject

_ISSUERS = frozenset({"ministry", "government", "organisation", "intelligence", "parliament"})
_ACTING = vocabulary(
    "withdraw send hold host sign ratify suspend halt resume launch impose lift recognise "
    "recognize expel summon want seek consider put describe note take see vote plan intend"
)

_APART = 10
"""The most words between two names that "and" joins, their titles and short forms included."""

_LISTED = 4
"""How far before a name the comma stands that makes it one of a list of three or more."""

_OWNERS = frozenset({"his", "her", "its", "their"})
_OF = 5
"""How far from a person's name the state or body stands whose person it is."""

_TOGETHER = 2.5
"""How much two persons face each other of whom one meets, calls or asks the other."""

_SIDES = frozenset({"party", "side", "delegation", ""})
"""Words for whoever faces another; the other counted ones ("countries") mean states."""


def _place(seen: Seen) -> int:
    return seen.token


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

    def facing(self, draft: Draft) -> tuple[str, ...]:
        """The two who face each other: "between A and B" at some distance, "A and B" close by.

        A person stands for the state; where states are meant ("both countries"), so does a body.
        """
        pair = self._pair(draft, lambda seen: self._side(seen, draft), self._face, fading=0.3)
        return tuple(side for seen in pair if (side := self._side(seen, draft)))

    def facing_persons(self, draft: Draft, fits: Callable[[Seen], bool]) -> tuple[Seen, ...]:
        """The two persons, of those that `fits` lets, who are joined or do a thing together."""

        def face(first: Seen, second: Seen) -> float:
            if not (fits(first) and fits(second)) or first.is_quoted:
                return 0.0
            return _TOGETHER if self._meet(first, second) else self._face(first, second)

        return self._pair(draft, lambda seen: seen.actor, face, fading=0.6)

    def _pair(
        self,
        draft: Draft,
        side: Callable[[Seen], str | None],
        face: Callable[[Seen, Seen], float],
        fading: float,
    ) -> tuple[Seen, ...]:
        """The two named one after the other, of different sides, who face each other most.

        What speaks for them loses `fading` with every sentence in between.
        """
        sentence = self.desk.sentences[draft.head]
        best: tuple[float, tuple[Seen, ...]] = (0.0, ())
        for first, second in pairwise(self._named_lately()):
            score = face(first, second) - fading * (sentence - second.sentence)
            if score > best[0]:
                sides = side(first), side(second)
                if None not in sides and sides[0] != sides[1]:
                    best = (score, (first, second))
        return best[1]

    def it(self, token: int) -> Seen | None:
        """The body that "its", or "it" before a verb of saying or doing, stands for."""
        desk = self.desk
        if desk.lowers[token] == "it" and not self._acts(token):
            return None
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

    def _named_lately(self) -> list[Seen]:
        """Who was named lately, in text order; "Anna Brandt of Chad" is one, not two."""
        found: list[Seen] = []
        for seen in sorted({seen.token: seen for seen in self.scene.back()}.values(), key=_place):
            before = found[-1] if found else None
            is_of = (
                before is not None
                and before.is_person > seen.is_person
                and before.state == seen.state
                and seen.token - before.token <= _OF
            )
            if seen.is_quiet or is_of or self.desk.lowers[seen.token] in _OWNERS:
                continue
            found.append(seen)
        return found

    def _face(self, first: Seen, second: Seen) -> float:
        """How much two named one after the other face each other: 0 unless "and" joins them.

        Words tell, not the tree: names with their titles and short forms come in long rows.
        """
        link = slice(first.token + 1, second.token)
        if second.token - first.token > _APART or "and" not in self.desk.lowers[link]:
            return 0.0
        if {"VERB", "AUX"} & set(self.desk.pos[link]) or "," in self.desk.words[link]:
            return 0.0
        lead = self.desk.lowers[max(first.token - _APART, 0) : first.token]
        if "between" in lead:
            return 3.0
        is_listed = "," in lead[-_LISTED:]
        return 0.0 if is_listed else 1.0 if first.is_subject else 0.4

    def _meet(self, first: Seen, second: Seen) -> bool:
        """Whether one is the subject of the verb that the other hangs on."""
        heads = self.desk.heads
        is_apposed = self.desk.deps[second.token] == "appos"
        verb = heads[heads[second.token]] if is_apposed else second.verb
        return first.is_subject and first.verb == verb

    def _side(self, seen: Seen, draft: Draft) -> str | None:
        """The party that somebody named stands for."""
        if seen.is_person or draft.noun not in _SIDES:
            return seen.state if seen.state in self.actors.states else None
        return seen.actor if seen.actor in self.actors else None

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
