"""Choosing among the persons a name may mean: the likeliest on that day and that page."""

from datetime import date

from rapidfuzz.distance import Indel

from pourparler.codebook.actors import Actors
from pourparler.model import Actor, Office, last_day
from pourparler.readings.mentions.desk import Desk, Draft

RANK: dict[str, int] = {
    "head-of-state": 3,
    "head-of-government": 3,
    "foreign-minister": 2,
    "defence-minister": 2,
    "spokesperson": 1,
    "head": 1,
    "intelligence-chief": 1,
    "security-adviser": 1,
}


class Chooser:
    """Weighs the candidates for a name by office, country and the states on the page."""

    def __init__(self, desk: Desk, day: date) -> None:
        self.actors: Actors = desk.codebook.actors
        self.day = day
        self._states = _states_on(desk)

    def best(self, draft: Draft, candidates: tuple[str, ...], *, least: int) -> str | None:
        """The likeliest candidate; None where none is likely or two are equally so."""
        scored = sorted(
            ((self._score(draft, actor), actor) for actor in dict.fromkeys(candidates)),
            reverse=True,
        )
        if not scored or scored[0][0] < least:
            return None
        if len(scored) > 1 and scored[0][0] == scored[1][0] and least > 0:
            return None
        return scored[0][1]

    def _score(self, draft: Draft, id: str) -> int:
        person = self.actors[id]
        score = 0
        held = self.actors.offices_on(id, self.day)
        if held:
            score += 1 + max(RANK.get(office.post, 0) for office in held)
        elif _years_out(person.offices, self.day) > 12:
            score -= 2
        elif 0 <= _years_out(person.offices, self.day) < 4:
            score += max((RANK.get(office.post, 0) for office in person.offices), default=1) - 1
        if draft.states:
            score += 4 if self._is_of(person, draft.states) else -5
        elif person.country in self._states:
            score += 1
        elif any(office.actor in self._states for office in held):
            score += 2
        else:
            score -= 1 if held else 2
        if draft.title is not None and held:
            score += 3 * any(office.post == draft.title.post for office in held)
        return score

    def _is_of(self, person: Actor, states: tuple[str, ...]) -> bool:
        countries = {self.actors[s].country for s in states if s in self.actors}
        posts = {office.actor for office in person.offices}
        return person.country in countries or bool(posts & set(states))


def is_alike(left: str, right: str) -> bool:
    """Whether two given names are one name spelled two ways, or one the other's initial."""
    left, right = left.lower().strip("."), right.lower().strip(".")
    if not left or not right or (left[0] != right[0] and len(left) < 4):
        return False
    if len(left) == 1 or len(right) == 1:
        return left[0] == right[0]
    return Indel.normalized_similarity(left, right) >= 0.72


def _years_out(offices: tuple[Office, ...], day: date) -> float:
    """How long ago the last office ended (negative: will begin), in years."""
    ends = [last_day(o.until) for o in offices if o.until]
    known = [end for end in ends if end is not None]
    if not known or len(known) < len(offices):
        return 0.0
    return (day - max(known)).days / 365.25


def _states_on(desk: Desk) -> frozenset[str]:
    """The states named anywhere on the page."""
    return frozenset(state for hit, _ in desk.hits.values() for state in desk.state_of(hit))
