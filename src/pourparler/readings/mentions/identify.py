"""Which person a name means: the codebook's, or one the report introduces itself."""

from datetime import date
from itertools import pairwise

from pourparler.codebook.spelling import fold, skeleton, slug
from pourparler.model import Actor, Gender, Office, Post
from pourparler.readings.mentions.choosing import RANK, Chooser, is_alike
from pourparler.readings.mentions.desk import Desk, Draft
from pourparler.readings.mentions.names import surnames
from pourparler.readings.mentions.titles import PAST_OR_COMING

_NO_POST = frozenset({"leader", "counterpart", "predecessor", "guest"})
_OTHERWISE = (("known", "as"), ("called",), ("alias",), ("a.k.a.",), ("aka",))
_LONGEST_LINK = 6


class Identifier:
    """The persons of one page: each name resolved once, the unknown ones learned."""

    def __init__(self, desk: Desk, day: date, drafts: list[Draft]) -> None:
        self.desk = desk
        self.actors = desk.codebook.actors
        self.day = day
        self._learned: dict[str, Actor] = {}
        self._known: dict[int, str | None] = {}
        self._by_surname: dict[str, list[str]] = {}
        self.chooser = Chooser(desk, day)
        self._roles: list[tuple[str, str, str]] = []
        persons = [draft for draft in drafts if draft.kind == "person"]
        for draft in persons:
            if " " in draft.name:
                self._known[id(draft)] = self._full(draft)
        for named, again in pairwise(persons):
            if self._is_other_name(named, again):
                self._call(again, self._known.get(id(named)))
        for draft in persons:
            if id(draft) not in self._known:
                self._known[id(draft)] = self._short(draft)

    def _is_other_name(self, named: Draft, again: Draft) -> bool:
        """Whether a name follows as another of the same person: "Brandt, *also known as* Lund"."""
        between = self.desk.lowers[named.end : again.start]
        return len(between) <= _LONGEST_LINK and any(
            tuple(between[-len(link) :]) == link for link in _OTHERWISE
        )

    def _call(self, draft: Draft, actor: str | None) -> None:
        """Takes the name for that person's, here and wherever the page uses it."""
        if actor is not None:
            self._known[id(draft)] = actor
            self._by_surname.setdefault(_key(draft.name.split()[-1]), []).append(actor)

    def learned(self) -> dict[str, Actor]:
        """The persons the page introduces, by id."""
        return self._learned

    def identify(self, draft: Draft) -> str | None:
        """The person a draft names, None where it stays unknown."""
        return self._known.get(id(draft))

    def name(self, actor: str) -> str:
        """The full name of a person, or the name of any other actor."""
        found = self._learned.get(actor) or self.actors.get(actor)
        return found.name if found else actor

    def gender(self, actor: str | None) -> Gender | None:
        """The gender of a person, where it is known."""
        found = self._person(actor)
        return found.gender if found else None

    def country(self, actor: str) -> str | None:
        """The country a person is of."""
        found = self._person(actor)
        return found.country if found else None

    def state(self, actor: str | None) -> str | None:
        """Whom a person speaks for on the day of the report."""
        return self._office_of(actor, None, self.day)[1]

    def post(self, actor: str, state: str | None, day: date) -> Post | None:
        """The post a person holds (for `state`) on `day`."""
        return self._office_of(actor, state, day)[0]

    def introduced(self, state: str, post: str) -> str | None:
        """The person the text itself, here or later, gives that post of that state."""
        for known_state, known_post, actor in self._roles:
            if known_state == state and (
                known_post == post
                or (post == "leader" and known_post in {"head-of-state", "head-of-government"})
            ):
                return actor
        return None

    def office(self, actor: str | None, draft: Draft, day: date) -> tuple[Post | None, str | None]:
        """The post spoken from and the actor spoken for: by the title, else by the codebook."""
        if draft.words & PAST_OR_COMING:
            return self._office_of(actor, None, day)
        stated = self._side(draft)
        told = draft.title.post if draft.title is not None else None
        if told is None or told in _NO_POST | {"official", "minister"}:
            post, state = self._office_of(actor, stated, day)
            if told in {"official", "minister"} and post is None:
                post = told  # type: ignore[assignment]
            return post, stated or state
        post, state = self._office_of(actor, stated, day, told)
        return told, stated or state  # type: ignore[return-value]

    def _side(self, draft: Draft) -> str | None:
        """Whom the title speaks for: its state, or that state's opposition."""
        if not draft.states:
            return None
        state = self.actors.spoken_for(draft.states[0])
        opposition = f"{state}.opposition"
        if "opposition" in draft.words and self.actors.get(opposition) is not None:
            return opposition
        return state

    def _person(self, actor: str | None) -> Actor | None:
        if actor is None:
            return None
        return self._learned.get(actor) or self.actors.get(actor)

    def _office_of(
        self, actor: str | None, state: str | None, day: date, post: str | None = None
    ) -> tuple[Post | None, str | None]:
        person = self._person(actor)
        if person is None:
            return None, None
        held = person.offices if person.learned else self.actors.offices_on(person.id, day)
        held = tuple(o for o in held if post is None or o.post == post) or held
        if state is not None:
            held = tuple(o for o in held if self.actors.spoken_for(o.actor) == state) or held
        if not held:
            return None, None
        best = max(held, key=lambda office: RANK.get(office.post, 0))
        return best.post, self.actors.spoken_for(best.actor)

    # -- full names ------------------------------------------------------------------------

    def _full(self, draft: Draft) -> str | None:
        candidates = draft.actors or self._alike(draft)
        actor = self.chooser.best(draft, candidates, least=-9)
        if actor is None:
            actor = self._by_office(draft) or self._joined(draft) or self._learn(draft)
        self._remember(draft, actor)
        return actor

    def _alike(self, draft: Draft) -> tuple[str, ...]:
        """Known persons of that surname whose given names are spelled almost so."""
        short = surnames(draft.name, None)
        given = draft.name.split()[0]
        found: list[str] = []
        for surname in short:
            known = self.desk.names
            for entry in known.look_up(surname) or known.sounding(surname):
                person = self.actors.get(entry.actor)
                if entry.kind != "surname" or person is None or entry.actor in found:
                    continue
                names = (person.name, *person.aliases)
                if any(is_alike(given, fold(name).split()[0]) for name in names):
                    found.append(entry.actor)
        return tuple(found)

    def _joined(self, draft: Draft) -> str | None:
        """A person the page introduced before under almost the same name."""
        for known in self._by_surname.get(_key(draft.name.split()[-1]), ()):
            person = self._person(known)
            if person is not None and is_alike(draft.name.split()[0], fold(person.name).split()[0]):
                return known
        return None

    def _learn(self, draft: Draft) -> str:
        """A new person, with the office and country the title tells."""
        name = self._shown(draft)
        id = f"person:{slug(name)}"
        office = self._told_office(draft)
        country = self._country(draft)
        old = self._learned.get(id)
        offices = old.offices if old else ()
        if office is not None and office not in offices:
            offices = (*offices, office)
        gender = draft.gender or (draft.title.gender if draft.title else None)
        self._learned[id] = Actor(
            id=id,
            name=name,
            kind="person",
            country=country or (old.country if old else None),
            offices=offices,
            learned=True,
            gender=gender or (old.gender if old else None),
        )
        return id

    def _shown(self, draft: Draft) -> str:
        """The name as written, without the title before it."""
        words = draft.name.split()
        text = self.desk.slice(draft.start, draft.end)
        return " ".join(text.split()[-len(words) :]) if len(text.split()) >= len(words) else text

    def _told_office(self, draft: Draft) -> Office | None:
        title = draft.title
        if title is None or not draft.states or title.post in _NO_POST:
            return None
        if draft.words & PAST_OR_COMING:
            return None
        return Office(title.post, draft.states[0])  # type: ignore[arg-type]

    def _country(self, draft: Draft) -> str | None:
        for state in draft.states:
            known = self.actors.get(state)
            if known is not None and known.country:
                return known.country
        return None

    # -- surnames --------------------------------------------------------------------------

    def _short(self, draft: Draft) -> str | None:
        there = self._by_surname.get(_key(draft.name), [])
        if len(there) == 1:
            return there[0]
        if there:
            return self._nearest(draft, there)
        actor = self.chooser.best(draft, draft.actors, least=3)
        if actor is None and draft.title is not None and draft.title.is_one:
            actor = self._by_office(draft) or self._learn(draft)
        if actor is not None:
            self._remember(draft, actor)
        return actor

    def _nearest(self, draft: Draft, there: list[str]) -> str | None:
        """Of several persons of that surname, the one the title fits, else the first named."""
        for actor in there:
            person = self._person(actor)
            if person and draft.states and person.country in draft.states:
                return actor
        return there[0]

    def _by_office(self, draft: Draft) -> str | None:
        """Who holds the office the title tells, if the name is spelled almost so."""
        post = draft.title.post if draft.title else ""
        for state in draft.states:
            wanted = ("head-of-state", "head-of-government") if post == "leader" else (post,)
            for one in wanted:
                for holder in self.actors.holders(state, one, self.day):  # type: ignore[arg-type]
                    names = surnames(fold(self.name(holder)), self.actors[holder].country)
                    if any(is_alike(draft.name.split()[-1], name) for name in names):
                        return holder
        return None

    def _remember(self, draft: Draft, actor: str) -> None:
        person = self._person(actor)
        names = [draft.name.split()[-1]]
        if person is not None:
            names += surnames(fold(person.name), person.country)
            for alias in person.aliases:
                names += surnames(fold(alias), person.country)
        for name in names:
            known = self._by_surname.setdefault(_key(name), [])
            if actor not in known:
                known.append(actor)
        if draft.title is not None and draft.states and not draft.words & PAST_OR_COMING:
            self._roles.append((draft.states[0], draft.title.post, actor))


def _key(surname: str) -> str:
    return skeleton(surname) or surname
