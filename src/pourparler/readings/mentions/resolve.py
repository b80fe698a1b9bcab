"""Resolving drafts in text order: which actor each of them means."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property

from pourparler.model import Actor, Mention, Post, first_day
from pourparler.readings.mentions.bodies import Bodies
from pourparler.readings.mentions.desk import Desk, Draft
from pourparler.readings.mentions.entries import Entries, real_post
from pourparler.readings.mentions.facing import Facing
from pourparler.readings.mentions.holders import Holders, is_same_post, may_be_called
from pourparler.readings.mentions.identify import Identifier
from pourparler.readings.mentions.layout import appositions
from pourparler.readings.mentions.scene import Scene, Seen, is_subject
from pourparler.readings.mentions.titles import PAST_OR_COMING
from pourparler.readings.mentions.unnamed import Unnamed


class Resolver:
    """Goes through the drafts of one page once and says whom each means."""

    def __init__(self, desk: Desk, drafts: list[Draft]) -> None:
        self.desk = desk
        self.actors = desk.codebook.actors
        self.drafts = drafts
        self.day = first_day(desk.page.report.published) or date.max
        self.scene = Scene()
        self.home = desk.home
        self.apposed: dict[int, Draft] = {}
        self._link_appositions()
        self.people = Identifier(desk, self.day, drafts)
        self.holders = Holders(self.actors, self.people, self.scene)
        self.unnamed = Unnamed(self.actors)
        self.entries = Entries(desk, self.scene, self.people, self.unnamed, self.day)
        self.bodies = Bodies(desk, self.scene, self.home)
        self.facing = Facing(desk, self.scene)

    @cached_property
    def states_of_counterparts(self) -> dict[int, set[str]]:
        """The states whose minister or leader a sentence calls somebody's counterpart."""
        found: dict[int, set[str]] = {}
        for draft in self.drafts:
            if draft.title is not None and draft.title.post == "counterpart" and draft.states:
                found.setdefault(self.desk.sentences[draft.head], set()).update(draft.states)
        return found

    def resolve(self) -> Iterator[tuple[Draft, tuple[Mention, ...]]]:
        """Each draft with the mentions it makes: several for "the foreign ministers of A and B"."""
        for draft in self.drafts:
            if draft.kind != "place" and (found := self._resolve(draft)):
                yield draft, found

    def learned(self) -> tuple[Actor, ...]:
        """The actors the report introduces itself, by id."""
        known = {**self.people.learned(), **self.unnamed.actors}
        return tuple(known[id] for id in sorted(known))

    def named(self, start: int, end: int, actor: str) -> Mention:
        """The mention that a plain name from token `start` to `end` makes."""
        represents = self.actors.spoken_for(actor)
        return Mention(
            self.entries.span(start, end), actor, self.entries.name(actor), "name", represents
        )

    def _link_appositions(self) -> None:
        """Let a person take over the title and state of the role beside the name."""
        for role, person in appositions(self.desk, self.drafts):
            self.apposed[id(role)] = person
            if not person.states:
                person.states = role.states
            if person.title is None:
                person.title, person.noun = role.title, role.noun
                person.words = person.words | role.words
                person.gender = person.gender or role.gender

    def _resolve(self, draft: Draft) -> tuple[Mention, ...]:
        if draft.kind == "person":
            return (self._person(draft),)
        if draft.kind == "role":
            return self._role(draft)
        if draft.kind == "group":
            return self._group(draft)
        if draft.kind == "pronoun":
            return self._pronoun(draft)
        if draft.kind == "several":
            return self._counted(draft)
        return (self._actor(draft),)

    def _person(self, draft: Draft) -> Mention:
        actor = self.people.identify(draft)
        post, state = self.people.office(actor, draft, self.entries.day_of(draft))
        return self.entries.put(draft, actor, state, post, is_person=True)

    def _actor(self, draft: Draft) -> Mention:
        actor = self.bodies.likeliest(draft.actors)
        quiet = draft.form == "demonym" and not draft.is_plural
        return self.entries.put(draft, actor, self.actors.spoken_for(actor), None, quiet=quiet)

    # -- roles -----------------------------------------------------------------------------

    def _role(self, draft: Draft) -> tuple[Mention, ...]:
        title = draft.title
        assert title is not None
        apposed = self.apposed.get(id(draft))
        if apposed is not None and (actor := self.people.identify(apposed)):
            post, state = self.people.office(actor, apposed, self.entries.day_of(draft))
            return (self.entries.put(draft, actor, state, post, is_person=True, quiet=True),)
        states = draft.states or self._possessed(draft)
        if not title.is_one:
            return self._some(draft, states)
        if draft.words & PAST_OR_COMING:
            represents = self.actors.spoken_for(states[0]) if states else None
            return (self.entries.put(draft, None, represents, None, is_person=True),)
        if not draft.is_definite:
            return (self._nameless(draft, states, title.post),)
        if draft.is_plural:
            return self._several(draft, states, title.post)
        return (self._single(draft, states[0] if states else None, title.post),)

    def _single(self, draft: Draft, state: str | None, post: str) -> Mention:
        sentence = self.desk.sentences[draft.head]
        day = self.entries.day_of(draft)
        actor: str | None
        if post == "predecessor":
            return self._predecessor(draft)
        if post == "counterpart":
            post = self._last_post(state)
        words = draft.words
        actor = self.holders.find(
            post,
            state,
            day,
            sentence,
            words=words,
            target=draft.target,
            speaks=self.entries.speaks(draft.head),
            closes=self.entries.closes(draft),
        )
        if actor is None and state is None and self.home and post != "head":
            actor = self.holders.by_office(post, self.home, day, words=words)
            state = self.home if actor else None
        represents = self.actors.spoken_for(state) if state else self.people.state(actor)
        return self.entries.put(
            draft, actor, represents, self._post(post, actor, represents), is_person=True
        )

    def _predecessor(self, draft: Draft) -> Mention:
        for seen in self.scene.back(12):
            if seen.is_known and seen.post and seen.state:
                actor = self.holders.before(seen.post, seen.state, seen.actor)
                return self.entries.put(draft, actor, None, None, is_person=True)
        return self.entries.put(draft, None, None, None, is_person=True)

    def _several(self, draft: Draft, states: tuple[str, ...], post: str) -> tuple[Mention, ...]:
        if len(states) == 1:
            return (self._nameless(draft, states, post),)  # "Iranian leaders" are several
        if states:
            return tuple(self._single(draft, state, post) for state in states)
        pair = self._persons(
            draft, lambda s: s.is_known and bool(s.post) and is_same_post(post, s.post or "")
        )
        return tuple(self.entries.again(draft, seen) for seen in pair) or (
            self.entries.mention(draft, None, None, real_post(post)),
        )

    def _persons(self, draft: Draft, fits: Callable[[Seen], bool]) -> tuple[Seen, ...]:
        """Those of "the two presidents": who face each other, else the only ones named lately."""
        count = draft.count or 2
        pair = self.facing.persons(draft, fits) if count == 2 else ()
        return pair or self.scene.only(count, self.desk.sentences[draft.head], fits)

    def _some(self, draft: Draft, states: tuple[str, ...]) -> tuple[Mention, ...]:
        """Officials, sources and the like: unnamed, or with "the" the one spoken of before."""
        if draft.is_definite:
            seen = self._earlier(draft, states)
            if seen is not None:
                return (self.entries.again(draft, seen),)
        post = draft.title.post if draft.title else "official"
        return tuple(self._nameless(draft, (state,), post) for state in states) or (
            self._nameless(draft, (), post),
        )

    def _earlier(self, draft: Draft, states: tuple[str, ...]) -> Seen | None:
        """The one spoken of before, of one of the states where any are named."""
        fallback: Seen | None = None
        for seen in self.scene.back():
            if not states and seen.actor.startswith("unnamed:") and seen.noun == draft.noun:
                return seen
            fits = seen.is_known and seen.post and may_be_called(draft.noun, seen.post)
            if states and self.people.country(seen.actor) not in states:
                continue
            if fallback is None and fits:
                fallback = seen
        return fallback if not draft.is_plural else None

    def _nameless(self, draft: Draft, states: tuple[str, ...], post: str) -> Mention:
        state = states[0] if states else None
        actor = self.unnamed.actor(draft, state)
        draft.form = "unnamed"
        represents = self.actors.spoken_for(state) if state else None
        return self.entries.put(draft, actor, represents, real_post(post), is_person=True)

    def _last_post(self, state: str | None) -> str:
        """The post of the person whose counterpart is meant."""
        for seen in self.scene.back(20):
            if seen.is_person and seen.post and (state is None or seen.state != state):
                return seen.post
        return "official"

    def _post(self, post: str, actor: str | None, state: str | None) -> Post | None:
        if post not in {"leader", "minister"}:
            return real_post(post)
        held = self.people.post(actor, state, self.day) if actor else None
        return held or ("head-of-state" if post == "leader" else real_post(post))

    def _possessed(self, draft: Draft) -> tuple[str, ...]:
        """The states of "its foreign minister", "their ministers", "his adviser"."""
        if draft.possessor is None:
            return ()
        word = self.desk.lowers[draft.possessor]
        if word in {"its", "country", "nation", "kingdom", "republic"}:
            return self.bodies.last_states(1, draft)
        if word == "their":
            return self.bodies.last_states(2 if draft.is_plural else 1, draft)
        is_counterpart = draft.title is not None and draft.title.post == "counterpart"
        if word in {"his", "her"} and not is_counterpart:
            for seen in self.scene.back(12):
                if seen.is_person and seen.state:
                    return (seen.state,)
        return ()

    # -- bodies ----------------------------------------------------------------------------

    def _group(self, draft: Draft) -> tuple[Mention, ...]:
        states = draft.states or self._possessed(draft)
        found = self.bodies.meant(draft, states)
        return tuple(
            self.entries.put(draft, actor, self.actors.spoken_for(actor), None) for actor in found
        ) or (self.entries.mention(draft, None, states[0] if states else None, None),)

    def _counted(self, draft: Draft) -> tuple[Mention, ...]:
        """ "The two", "both sides": so many of those named last; "the guarantors" of a format."""
        if draft.part is not None:
            return tuple(
                self.entries.put(draft, member, self.actors.spoken_for(member), None)
                for member in self.bodies.members(draft.part)
            )
        persons = draft.noun in {"", "leader", "man", "president", "minister"}
        if persons:
            found = self._persons(draft, lambda seen: seen.is_known)
            if found:
                return tuple(self.entries.again(draft, seen) for seen in found)
        pair = self.facing.sides(draft) if draft.count == 2 else ()
        states = pair or self.bodies.last_states(draft.count, draft)
        return tuple(
            self.entries.put(draft, state, self.actors.spoken_for(state), None) for state in states
        )

    # -- pronouns --------------------------------------------------------------------------

    def _pronoun(self, draft: Draft) -> tuple[Mention, ...]:
        sentence = self.desk.sentences[draft.head]
        if draft.gender is not None:
            in_quote = self.entries.quoted[draft.head] == 1
            barred = self._barred(draft.head) | self._counterparts(sentence)
            seen = (
                self._teller(draft, barred)
                or self._blamed(draft)
                or self.scene.person(
                    draft.gender,
                    sentence,
                    barred,
                    in_quote=in_quote,
                    speaks=self.entries.speaks(draft.head),
                    closes=self.entries.closes(draft),
                )
            )
            return (
                self.entries.again(draft, seen)
                if seen
                else self.entries.mention(draft, None, None, None),
            )
        if draft.is_plural:
            return self._they(draft, sentence)
        seen = self.bodies.it(draft.head)
        return (self.entries.again(draft, seen),) if seen else ()

    def _teller(self, draft: Draft, barred: frozenset[str]) -> Seen | None:
        """Who tells of himself: "Brandt said that *she* would leave"."""
        desk = self.desk
        verb = desk.heads[draft.head]
        if not is_subject(desk.deps[draft.head]) or desk.deps[verb] != "ccomp":
            return None
        telling = desk.heads[verb]
        for seen in self.scene.back(12):
            if seen.verb == telling and seen.speaks and seen.is_person and not seen.is_plural:
                fits = seen.gender in {None, draft.gender} and seen.actor not in barred
                return seen if fits and telling < draft.head else None
        return None

    def _blamed(self, draft: Draft) -> Seen | None:
        """Whom something is done to for what is his: "praised Brandt for *her* restraint"."""
        desk = self.desk
        noun = desk.heads[draft.head]
        verb = desk.heads[noun]
        if desk.deps[draft.head] != "nmod:poss" or desk.deps[noun] not in {"obl", "advcl", "nmod"}:
            return None
        if desk.lowers[verb + 1 : noun].count("for") != 1:
            return None
        for seen in self.scene.back(6):
            if seen.is_person and seen.verb == verb and not seen.is_subject and seen.token > verb:
                return seen if seen.gender in {None, draft.gender} else None
        return None

    def _they(self, draft: Draft, sentence: int) -> tuple[Mention, ...]:
        for seen in self.scene.back(20):
            if sentence - seen.sentence > 2:
                break
            if seen.is_plural and not seen.is_quiet:
                same = [s for s in self.scene.back(20) if s.token == seen.token]
                return tuple(self.entries.again(draft, one) for one in reversed(same))
        joined = self.bodies.joined(sentence)
        return tuple(self.entries.again(draft, one) for one in joined)

    def _barred(self, token: int) -> frozenset[str]:
        """Those a pronoun cannot mean: the subject of the verb it is the object of."""
        desk = self.desk
        if desk.deps[token] not in {"obj", "iobj", "obl"} or desk.lowers[token].endswith("self"):
            return frozenset()
        verb = desk.heads[token]
        subjects = [seen for seen in self.scene.back(12) if seen.is_subject]
        while True:
            doing = frozenset(seen.actor for seen in subjects if seen.verb == verb)
            if doing or desk.deps[verb] not in {"advcl", "xcomp"}:
                return doing  # "Brandt met Lund, praising *him*": it is Brandt who praises
            verb = desk.heads[verb]

    def _counterparts(self, sentence: int) -> frozenset[str]:
        """Those named before whom "he" cannot mean in a sentence with "his Syrian counterpart":
        nobody's counterpart is of his own country."""
        states = self.states_of_counterparts.get(sentence)
        if not states:
            return frozenset()
        return frozenset(
            seen.actor
            for seen in self.scene.back(40)
            if seen.state in states and seen.sentence < sentence
        )
