"""Resolving drafts in text order: which actor each of them means."""

from collections.abc import Iterator
from datetime import date

from pourparler.codebook.rebuild import slug
from pourparler.model import Actor, Mention, Post, Span, first_day, last_day
from pourparler.readings.mentions_desk import Desk, Draft
from pourparler.readings.mentions_identify import Identifier
from pourparler.readings.mentions_scene import Scene, Seen, is_subject

_LEADERS: tuple[Post, ...] = ("head-of-state", "head-of-government")
_MINISTERS = frozenset({"foreign-minister", "defence-minister", "interior-minister", "minister"})
_OFFICIAL_NOUNS = frozenset({"official", "source", "diplomat", "aide", "officer", "representative"})


class Resolver:
    """Goes through the drafts of one page once and says whom each means."""

    def __init__(self, desk: Desk, drafts: list[Draft]) -> None:
        self.desk = desk
        self.actors = desk.codebook.actors
        self.drafts = drafts
        self.day = first_day(desk.page.report.published) or date.max
        self.days = _days_of_sentences(desk, self.day)
        self.scene = Scene()
        self.people = Identifier(desk, self.day, drafts)
        self.quoted = _quoted(desk)
        self.home = _home(desk)
        self._unnamed: dict[str, Actor] = {}
        self._apposed = dict(_appositions(desk, drafts))

    def resolve(self) -> Iterator[tuple[Draft, tuple[Mention, ...]]]:
        """Each draft with the mentions it makes: several for "the foreign ministers of A and B"."""
        for draft in self.drafts:
            if draft.kind == "place":
                continue
            found = self._resolve(draft)
            if found:
                yield draft, found

    def learned(self) -> tuple[Actor, ...]:
        """The actors the report introduces itself, by id."""
        known = {**self.people.learned(), **self._unnamed}
        return tuple(known[id] for id in sorted(known))

    def named(self, start: int, end: int, actor: str) -> Mention:
        """The mention that a plain name from token `start` to `end` makes."""
        return Mention(
            self._span(start, end),
            actor,
            self._name_of(actor),
            "name",
            self.actors.spoken_for(actor) or actor,
        )

    def _resolve(self, draft: Draft) -> tuple[Mention, ...]:
        if draft.kind == "person":
            return (self._person(draft),)
        if draft.kind == "role":
            return self._role(draft)
        if draft.kind == "group":
            return self._group(draft)
        if draft.kind == "pronoun":
            return self._pronoun(draft)
        return (self._actor(draft),)

    # -- names -----------------------------------------------------------------------------

    def _person(self, draft: Draft) -> Mention:
        actor = self.people.identify(draft)
        post, state = self.people.office(actor, draft, self._day_of(draft))
        gender = draft.gender or self.people.gender(actor)
        self._enter(draft, actor, state, post=post, gender=gender, is_person=True)
        name = self.people.name(actor) if actor else self.desk.slice(draft.start, draft.end)
        return self._mention(draft, actor, name, state, post)

    def _actor(self, draft: Draft) -> Mention:
        actor = self._likeliest(draft.actors)
        represents = self.actors.spoken_for(actor) or actor
        quiet = draft.form == "demonym" and not draft.is_plural
        self._enter(draft, actor, represents, quiet=quiet)
        return self._mention(draft, actor, self._name_of(actor), represents, None)

    def _likeliest(self, candidates: tuple[str, ...]) -> str:
        """The one on the scene already, else the first listed."""
        for candidate in candidates:
            if candidate in self.scene.counts:
                return candidate
        return candidates[0]

    # -- roles -----------------------------------------------------------------------------

    def _role(self, draft: Draft) -> tuple[Mention, ...]:
        title = draft.title
        assert title is not None
        states = draft.states or self._possessed(draft)
        post = title.post
        if post == "counterpart":
            post = self._last_post()
        apposed = self._apposed.get(id(draft))
        if apposed is not None:
            actor = self.people.identify(apposed)
            found, state = self.people.office(actor, apposed, self._day_of(draft))
            if actor is not None:
                self._enter(draft, actor, state, post=found, is_person=True,
                            gender=self.people.gender(actor), quiet=True)
                return (self._mention(draft, actor, self.people.name(actor), state, found),)
        if not title.is_one or not draft.is_definite:
            return (self._unnamed_one(draft, states, post),)
        if draft.is_plural:
            return self._several(draft, states, post)
        return (self._single(draft, states[0] if states else None, post),)

    def _single(self, draft: Draft, state: str | None, post: str) -> Mention:
        actor = self._seen_in_role(state, post)
        if actor is None and state is not None:
            actor = self._holder(state, post, self._day_of(draft))
        if actor is None and state is None and draft.possessor is None and self.home:
            actor = self._holder(self.home, post, self._day_of(draft)) if post != "head" else None
            state = self.home if actor else None
        represents = self._stands_for(state) if state else self.people.state(actor)
        real = self._real_post(post, actor, represents)
        if actor is None:
            self._enter(draft, f"?{draft.head}", represents, post=real, is_person=True,
                        gender=draft.gender)
            return self._mention(draft, None, self._words(draft), represents, real)
        self._enter(draft, actor, represents, post=real, is_person=True,
                    gender=self.people.gender(actor) or draft.gender)
        return self._mention(draft, actor, self.people.name(actor), represents, real)

    def _several(self, draft: Draft, states: tuple[str, ...], post: str) -> tuple[Mention, ...]:
        if states:
            return tuple(self._single(draft, state, post) for state in states)
        pair = self._last_pair(post)
        if pair:
            return tuple(
                self._mention(draft, s.actor, self.people.name(s.actor), s.state, _post(s.post))
                for s in pair
            )
        return (self._mention(draft, None, self._words(draft), None, _post(post)),)

    def _unnamed_one(self, draft: Draft, states: tuple[str, ...], post: str) -> Mention:
        """Somebody unnamed; with "the", the one unnamed before, or the person of that kind."""
        state = states[0] if states else None
        if draft.is_definite and not draft.is_plural and not states:
            for seen in self.scene.back():
                if seen.actor.startswith("unnamed:") and seen.noun == draft.noun:
                    self._enter(draft, seen.actor, seen.state, is_person=True, noun=draft.noun)
                    name = self._unnamed[seen.actor].name
                    return self._mention(draft, seen.actor, name, seen.state, _post(post))
                if seen.is_person and seen.post and _fits_noun(draft.noun, seen.post):
                    self._enter(draft, seen.actor, seen.state, post=_post(seen.post),
                                is_person=True, gender=seen.gender)
                    name = self.people.name(seen.actor)
                    return self._mention(draft, seen.actor, name, seen.state, _post(seen.post))
        represents = self._stands_for(state) if state else None
        adjective = self._adjective(state)
        noun = draft.noun
        actor = f"unnamed:{state}:{noun}" if state else f"unnamed:{noun}"
        name = f"unnamed {adjective} {noun}" if adjective else f"unnamed {noun}"
        if actor not in self._unnamed:
            country = self.actors[state].country if state else None
            self._unnamed[actor] = Actor(actor, name, "unnamed", country, learned=True)
        self._enter(draft, actor, represents, is_person=True, noun=noun, gender=draft.gender)
        found = _post(post)
        span = self._span(draft.start, draft.end)
        return Mention(span, actor, name, "unnamed", represents, found)

    def _seen_in_role(self, state: str | None, post: str) -> str | None:
        for seen in self.scene.back(200):
            if not seen.is_person or seen.post is None or seen.actor.startswith(("unnamed:", "?")):
                continue
            if state is not None and seen.state not in {state, self._stands_for(state)}:
                continue
            if _is_same_post(post, seen.post) and not (state is None and seen.is_quoted):
                return seen.actor
        return self.people.introduced(state, post) if state is not None else None

    def _holder(self, state: str, post: str, day: date) -> str | None:
        """Who holds the post on that day; the later of two on a day of change."""
        on = self._stands_for(state) or state
        for wanted in self._posts(on, post):
            for place in dict.fromkeys((on, state)):
                holders = self.actors.holders(place, wanted, day)
                if holders:
                    return holders[0]
        return None

    def _posts(self, state: str, post: str) -> tuple[Post, ...]:
        if post == "leader":
            known = self.actors.states.get(state)
            first: Post = known.led_by if known else "head"  # type: ignore[assignment]
            return (first, *(p for p in _LEADERS if p != first))
        if post in {"minister", "official", "member", "envoy", "ambassador"}:
            return ()
        return (_post(post),) if _post(post) else ()  # type: ignore[return-value]

    def _real_post(self, post: str, actor: str | None, state: str | None) -> Post | None:
        if post not in {"leader", "counterpart", "minister"}:
            return _post(post)
        if actor is not None:
            found = self.people.post(actor, state, self.day)
            if found is not None:
                return found
        return "head-of-state" if post == "leader" else _post(post)

    def _last_post(self) -> str:
        for seen in self.scene.back():
            if seen.is_person and seen.post:
                return seen.post
        return "official"

    def _last_pair(self, post: str) -> list[Seen]:
        """The last two different persons of that post, in text order."""
        pair: list[Seen] = []
        for seen in self.scene.back():
            if not seen.is_person or seen.actor.startswith(("unnamed:", "?")) or not seen.post:
                continue
            if _is_same_post(post, seen.post) and all(s.actor != seen.actor for s in pair):
                pair.append(seen)
            if len(pair) == 2:
                return pair[::-1]
        return []

    def _possessed(self, draft: Draft) -> tuple[str, ...]:
        """The state of "its foreign minister": the last one on the scene."""
        if draft.possessor is None:
            return ()
        word = self.desk.lowers[draft.possessor]
        if word in {"its", "their", "country", "nation", "kingdom", "republic"}:
            for seen in self.scene.back(12):
                if not seen.is_person and seen.state in self.actors.states and not seen.is_quiet:
                    return (seen.state,) if seen.state else ()
        if word in {"his", "her"} and draft.title is not None and draft.title.post != "counterpart":
            for seen in self.scene.back(12):
                if seen.is_person and seen.state:
                    return (seen.state,)
        return ()

    # -- groups ----------------------------------------------------------------------------

    def _group(self, draft: Draft) -> tuple[Mention, ...]:
        states = draft.states or self._possessed(draft)
        part = draft.part or ""
        if part == "ministry":
            return (self._ministry(draft, states),)
        if not states:
            for seen in self.scene.back():
                if part and seen.actor.endswith(f".{part}"):
                    states = (seen.state,) if seen.state else ()
                    break
            else:
                states = (self.home,) if self.home and part else ()
        if not states:
            return (self._mention(draft, None, self._words(draft), None, None),)
        found: list[Mention] = []
        for state in states:
            actor = f"{state}.{part}" if part and f"{state}.{part}" in self.actors else state
            represents = self.actors.spoken_for(actor)
            self._enter(draft, actor, represents)
            found.append(self._mention(draft, actor, self._name_of(actor), represents, None))
        return tuple(found)

    def _ministry(self, draft: Draft, states: tuple[str, ...]) -> Mention:
        for seen in self.scene.back():
            kind = self.actors[seen.actor].kind if seen.actor in self.actors else None
            if kind == "ministry" and (not states or seen.state == states[0]):
                self._enter(draft, seen.actor, seen.state)
                name = self._name_of(seen.actor)
                return self._mention(draft, seen.actor, name, seen.state, None)
        state = states[0] if states else None
        return self._mention(draft, None, self._words(draft), state, None)

    # -- pronouns --------------------------------------------------------------------------

    def _pronoun(self, draft: Draft) -> tuple[Mention, ...]:
        token = draft.head
        if draft.gender is not None:
            seen = self.scene.person(
                draft.gender,
                self.desk.sentences[token],
                self._barred(token),
                in_quote=self.quoted[token] == 1,
            )
            return (self._again(draft, seen),) if seen else (self._nobody(draft),)
        if draft.is_plural:
            return self._they(draft)
        seen = self._it(token)
        return (self._again(draft, seen),) if seen else ()

    def _again(self, draft: Draft, seen: Seen) -> Mention:
        self._enter(draft, seen.actor, seen.state, post=_post(seen.post), gender=seen.gender,
                    is_person=seen.is_person, noun=seen.noun)
        if seen.actor.startswith("?"):
            return self._mention(draft, None, self._words(draft), seen.state, _post(seen.post))
        name = self.people.name(seen.actor) if seen.is_person else self._name_of(seen.actor)
        return self._mention(draft, seen.actor, name, seen.state, _post(seen.post))

    def _nobody(self, draft: Draft) -> Mention:
        return self._mention(draft, None, self._words(draft), None, None)

    def _they(self, draft: Draft) -> tuple[Mention, ...]:
        sentence = self.desk.sentences[draft.head]
        for seen in self.scene.back(20):
            if sentence - seen.sentence > 2:
                break
            if seen.is_plural and not seen.is_quiet:
                return (self._again(draft, seen),)
        return ()

    def _it(self, token: int) -> Seen | None:
        """The state or body that "its", or "it" before a verb of saying, stands for."""
        desk = self.desk
        if desk.lowers[token] == "it":
            verb = desk.doc[desk.heads[token]].lemma_.lower()
            if not is_subject(desk.deps[token]) or verb not in _ACTING:
                return None
        sentence = desk.sentences[token]
        best: Seen | None = None
        best_score = 0.0
        for seen in self.scene.back(20):
            distance = sentence - seen.sentence
            if distance > 1:
                break
            if seen.is_person or seen.is_quiet or seen.is_plural:
                continue
            score = 2.0 - distance + (1.0 if seen.is_subject else 0.0)
            if score > best_score:
                best, best_score = seen, score
        return best

    def _barred(self, token: int) -> frozenset[str]:
        """Those a pronoun cannot mean: the subject of the verb it is the object of."""
        desk = self.desk
        if desk.deps[token] not in {"obj", "iobj", "obl"} or desk.lowers[token].endswith("self"):
            return frozenset()
        verb = desk.heads[token]
        return frozenset(s.actor for s in self.scene.back(12) if s.verb == verb and s.is_subject)

    # -- shared ----------------------------------------------------------------------------

    def _enter(
        self,
        draft: Draft,
        actor: str | None,
        state: str | None,
        *,
        post: Post | None = None,
        gender: str | None = None,
        is_person: bool = False,
        noun: str = "",
        quiet: bool = False,
    ) -> None:
        desk = self.desk
        head = draft.head
        self.scene.enter(
            Seen(
                actor=actor or f"?{head}",
                token=head,
                sentence=desk.sentences[head],
                is_person=is_person,
                gender=gender,  # type: ignore[arg-type]
                is_plural=draft.is_plural,
                state=state,
                post=post,
                noun=noun or draft.noun,
                is_subject=is_subject(desk.deps[head]),
                is_quoted=self.quoted[head] == 1,
                verb=desk.heads[head],
                is_quiet=quiet,
            )
        )

    def _mention(
        self,
        draft: Draft,
        actor: str | None,
        name: str,
        represents: str | None,
        post: Post | None,
    ) -> Mention:
        form = draft.form
        return Mention(
            self._span(draft.start, draft.end), actor, name, form, represents, post
        )

    def _span(self, start: int, end: int) -> Span:
        return Span.of(self.desk.text, self.desk.starts[start], self.desk.end_of(end - 1))

    def _words(self, draft: Draft) -> str:
        return self.desk.slice(draft.start, draft.end)

    def _name_of(self, actor: str) -> str:
        if actor in self.actors:
            return self.actors[actor].name
        return self._unnamed[actor].name if actor in self._unnamed else actor

    def _stands_for(self, state: str | None) -> str | None:
        return self.actors.spoken_for(state) if state else None

    def _adjective(self, state: str | None) -> str | None:
        if state is None:
            return None
        known = self.actors.states.get(state)
        if known is None:
            return self._name_of(state)
        return known.adjectives[0] if known.adjectives else known.name

    def _day_of(self, draft: Draft) -> date:
        return self.days[self.desk.sentences[draft.head]] if self.days else self.day


_ACTING = frozenset(
    "say tell announce state declare add call urge demand ask insist reject deny accuse warn "
    "condemn welcome support propose offer agree refuse pledge promise vow want seek expect hope "
    "believe consider plan intend withdraw send hold host sign ratify suspend halt resume launch "
    "impose lift recognise recognize expel summon confirm report reiterate stress".split()
)


def _post(post: str | None) -> Post | None:
    return None if post in {None, "leader", "counterpart"} else post  # type: ignore[return-value]


def _is_same_post(wanted: str, held: str) -> bool:
    if wanted == held:
        return True
    if wanted == "leader":
        return held in {"head-of-state", "head-of-government", "head"}
    if wanted == "minister":
        return held in _MINISTERS
    if wanted == "official":
        return False
    return False


def _fits_noun(noun: str, post: str) -> bool:
    """Whether "the diplomat", "the official" may pick up a person of that post."""
    if noun == "diplomat":
        return post in {"foreign-minister", "ambassador", "envoy", "deputy-foreign-minister"}
    return noun == "official" and post not in {"head-of-state", "head-of-government"}


def _days_of_sentences(desk: Desk, day: date) -> list[date]:
    """The day each sentence speaks of: that of a past date in it, else the report's."""
    days = [day] * len(desk.sentence_starts)
    for time in desk.page.times:
        if time.type != "DATE" or time.when is None or not days:
            continue
        last = last_day(time.when)
        first = first_day(time.when)
        if first and last and last < day and (last - first).days < 32 and (day - last).days > 45:
            days[desk.sentences[desk.token_at(time.span.start)]] = last
    return days


def _quoted(desk: Desk) -> bytearray:
    """1 for each token inside quotation marks; a mark left open closes with its paragraph."""
    quoted = bytearray(len(desk.words))
    inside = False
    for i, word in enumerate(desk.words):
        if word in {"“", "„", "«"}:
            inside = True
        elif word in {"”", "»"}:
            inside = False
        elif word in {'"', "``", "''"}:
            inside = not inside
        elif "\n" in word:
            inside = False
        elif inside:
            quoted[i] = 1
    return quoted


def _home(desk: Desk) -> str | None:
    """The state of the dateline's place, whose ministries need no adjective there."""
    dateline = desk.page.report.dateline
    if dateline is None or dateline.place is None:
        return None
    for entry in desk.names.look_up(dateline.place) or desk.names.look_up(dateline.place.title()):
        if entry.kind in {"capital", "actor"} and entry.actor in desk.codebook.actors.states:
            return entry.actor
    return None


def _appositions(desk: Desk, drafts: list[Draft]) -> Iterator[tuple[int, Draft]]:
    """Roles that stand beside the person they describe ("Lavrov, the Russian minister, said")."""
    ordered = [draft for draft in drafts if draft.kind in {"person", "role"}]
    for left, right in zip(ordered, ordered[1:], strict=False):
        if {left.kind, right.kind} != {"person", "role"}:
            continue
        gap = desk.lowers[left.end : right.start]
        if not gap or gap[0] not in {",", "-", "–", "—", "("} or len(gap) > 3:
            continue
        if any(word not in {",", "-", "–", "—", "(", "the", "a", "an", "its", "their"}
               and i > 0 for i, word in enumerate(gap)):
            continue
        role, person = (left, right) if left.kind == "role" else (right, left)
        if role.is_plural or person.title is not None and role is right and role.title is None:
            continue
        if role is left and not _closes_apposition(desk, person):
            continue
        yield id(role), person
        if not person.states:
            person.states = role.states
            person.words = person.words or role.words
            person.title = person.title or role.title
            person.noun = person.noun or role.noun


def _closes_apposition(desk: Desk, person: Draft) -> bool:
    return person.end >= len(desk.words) or desk.lowers[person.end] in {",", "said", ".", "-", "–", ")"}


def person_slug(name: str) -> str:
    """The id of a person the text introduces."""
    return f"person:{slug(name)}"
