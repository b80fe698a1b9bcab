"""Entering mentions on the scene: whom the resolver found becomes a mention that others pick up."""

from datetime import date

from pourparler.model import Gender, Mention, Post, Span
from pourparler.readings.mentions.desk import Desk, Draft
from pourparler.readings.mentions.identify import Identifier
from pourparler.readings.mentions.layout import days_of_sentences, quoted_tokens
from pourparler.readings.mentions.scene import Scene, Seen, is_subject
from pourparler.readings.mentions.unnamed import Unnamed


class Entries:
    """Makes the mentions of one page and enters them on its scene."""

    def __init__(
        self, desk: Desk, scene: Scene, people: Identifier, unnamed: Unnamed, day: date
    ) -> None:
        self.desk = desk
        self.scene = scene
        self.people = people
        self.unnamed = unnamed
        self.day = day
        self.days = days_of_sentences(desk, day)
        self.quoted = quoted_tokens(desk)

    def again(self, draft: Draft, seen: Seen) -> Mention:
        """The mention of somebody who was on the scene before."""
        actor = None if seen.actor.startswith("?") else seen.actor
        draft.gender = draft.gender or seen.gender
        draft.noun = draft.noun or seen.noun
        return self.put(
            draft, actor, seen.state, real_post(seen.post), is_person=seen.is_person, key=seen.actor
        )

    def put(
        self,
        draft: Draft,
        actor: str | None,
        state: str | None,
        post: Post | None,
        *,
        is_person: bool = False,
        quiet: bool = False,
        key: str | None = None,
    ) -> Mention:
        """The mention, and its entry on the scene."""
        desk, head = self.desk, draft.head
        gender: Gender | None = draft.gender or self.people.gender(actor)
        verb = desk.heads[head]
        speaks = self.speaks(head)
        self.scene.enter(
            Seen(
                actor=key or actor or f"?{head}",
                token=head,
                sentence=desk.sentences[head],
                is_person=is_person,
                gender=gender,
                is_plural=draft.is_plural,
                state=state,
                post=post,
                noun=draft.noun,
                is_subject=speaks or is_subject(desk.deps[head]),
                is_quoted=self.quoted[head] == 1,
                verb=verb,
                is_quiet=quiet,
                speaks=speaks,
                is_main=desk.deps[verb] in {"ROOT", "parataxis"}
                or (desk.deps[verb] == "conj" and desk.deps[desk.heads[verb]] == "ROOT"),
            )
        )
        return self.mention(draft, actor, state, post)

    def speaks(self, token: int) -> bool:
        """Whether the token is the subject of a verb of saying, or follows "according to"."""
        desk = self.desk
        verbs = desk.codebook.cues.verbs
        if desk.deps[token] == "nsubj" and desk.lowers[desk.heads[token]] in verbs:
            return True
        if token + 1 < len(desk.words) and desk.lowers[token + 1] in verbs:
            return desk.pos[token + 1] in {"VERB", "AUX"}
        return "according" in desk.lowers[max(0, token - 6) : token]

    def closes(self, draft: Draft) -> int | None:
        """The sentence what is said begins in, where it stands before its speaker ("…," he said).

        None where it does not. A parse may cut the sentence after the quotation.
        """
        desk = self.desk
        if not self.speaks(draft.head):
            return None
        start = draft.start
        while start and desk.lowers[start - 1] in {"the", "his", "her", "its"}:
            start -= 1
        verb = desk.heads[draft.head]
        if verb == start - 1:
            start = verb
        if not start or desk.words[start - 1] not in {",", '"', "”", "''", "’", "'", ";"}:
            return None
        return desk.sentences[start - 1]

    def mention(
        self, draft: Draft, actor: str | None, represents: str | None, post: Post | None
    ) -> Mention:
        span = self.span(draft.start, draft.end)
        name = self.name(actor) if actor else span.exact
        return Mention(span, actor, name, draft.form, represents, post)

    def span(self, start: int, end: int) -> Span:
        return Span.of(self.desk.text, self.desk.starts[start], self.desk.end_of(end - 1))

    def name(self, actor: str) -> str:
        unnamed = self.unnamed.actors.get(actor)
        return unnamed.name if unnamed else self.people.name(actor)

    def day_of(self, draft: Draft) -> date:
        return self.days[self.desk.sentences[draft.head]] if self.days else self.day


def real_post(post: str | None) -> Post | None:
    """The post, where it is one and not a way of speaking."""
    if post in {None, "leader", "counterpart", "predecessor", "guest"}:
        return None
    return post  # type: ignore[return-value]
