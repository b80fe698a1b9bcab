"""Who can hold a position, and whose words they are."""

from collections.abc import Callable, Iterator

from msgspec import structs
from spacy.tokens import Token

from pourparler.model import Actor, ActorKind, Mention, Statement, Voice
from pourparler.readings.page import Page
from pourparler.readings.stances.private import Private

_STATE_BODIES = frozenset(("government", "ministry", "army", "intelligence"))
_PARTIES = frozenset(("state", "opposition", "organisation", "armed-group", "parliament"))
_PARTIES |= _STATE_BODIES
_FIRST_PERSON = frozenset(("we", "us", "our", "ours", "i", "me", "my", "ourselves"))
_PLURAL = frozenset(("we", "us", "our", "ours", "they", "their", "ourselves"))
_THIRD_PERSON = frozenset(("it", "they", "he", "she", "its", "their", "his", "her"))
_OF_WHOM = frozenset(("nmod:poss", "compound", "amod", "nmod", "nmod:desc", "appos"))


class Parties:
    """Who on a page is a party: a state or part of one, an organisation, an armed group, an
    opposition, or a person who speaks for one of them. Nobody else holds positions here."""

    def __init__(
        self,
        page: Page,
        statement_at: Callable[[Token], Statement | None],
        around: Callable[[Statement], Statement | None],
    ) -> None:
        self._page = page
        self._statement_at = statement_at
        self._next_around = around
        self._speaking_for = page.codebook.stances.words["speaking-for"]
        self._pronouns = page.codebook.stances.words["pronouns"]
        self._observers = page.codebook.stances.words["observers"]
        self._accusing = tuple(page.codebook.stances.words["accusing"])
        self._together = page.codebook.stances.words["together"]
        self._is_private = Private(page).holds
        self._learned = {actor.id: actor for actor in page.cast.actors}

    def side(self, mention: Mention | None) -> str | None:
        """The actor a mention stands for: the state of a minister or ministry, itself for a
        state, an organisation or a group; None for whoever speaks for no party."""
        if mention is None or self._is_private(mention):
            return None
        id = mention.represents or mention.actor
        actor = self._actor(id)
        if actor is None or actor.kind not in _PARTIES:
            return None
        if actor.kind in _STATE_BODIES and actor.country is not None:
            return actor.country
        return actor.id

    def of(self, token: Token) -> Mention | None:
        """The party that the noun phrase headed by `token` names; None where it names none."""
        if token.lower_ in _FIRST_PERSON:
            return self.speaker(self._statement_at(token))
        found = self.standing(self._page.cast.of(token))
        if found is not None:
            return found
        if token.lower_ in _THIRD_PERSON and token.dep_ in ("nsubj", "nsubj:pass", "nmod:poss"):
            return self._of_pronoun(token)
        if token.lemma_.lower() in self._speaking_for:
            return self._owner(token)
        return None

    def all_of(self, token: Token) -> list[Mention]:
        """The parties that the phrase names: several for "the governments of A and B"."""
        if token.lower_ in _PLURAL:
            together = self._speaking_together(token)
            if together:
                return together
        found = [self.standing(mention) for mention in self._page.cast.all_of(token)]
        parties = [mention for mention in found if mention is not None]
        if not parties:
            single = self.of(token)
            parties = [single] if single is not None else []
        speaks = token.lemma_.lower() in self._speaking_for
        if (
            len(parties) < 2 and token.tag_ == "NNS" and speaks
        ):  # "the Aland and Borland delegations"
            parties.extend(self._adjectives(token))
        return parties

    def _speaking_together(self, token: Token) -> list[Mention]:
        """Those whom "we", or a "they" nobody else is known by, stands for where several speak."""
        statement = self._statement_at(token)
        if statement is None or not statement.joint:
            return []
        if token.lower_ not in _FIRST_PERSON and self._page.cast.of(token).actor is not None:
            return []
        return self.speakers(statement)

    def _adjectives(self, token: Token) -> list[Mention]:
        found = [
            self.standing(self._page.cast.of(each))
            for child in token.children
            if child.dep_ in ("amod", "compound")
            for each in (child, *child.children)
            if each == child or each.dep_ == "conj"
        ]
        return [mention for mention in found if mention is not None]

    def is_observer(self, mention: Mention | None) -> bool:
        """Whether the mention is of somebody whose opinion counts for no party: an expert, or a
        person without an office. Sources, outlets and whoever is unknown are none."""
        if mention is None or self.side(mention) is not None:
            return False
        if set(mention.span.exact.lower().split()) & self._observers:
            return True
        actor = self._actor(mention.actor)
        return actor is not None and actor.kind == "person" and mention.post is None

    def speaker(self, statement: Statement | None) -> Mention | None:
        """The party that a statement's speaker stands for; None where it is no party's."""
        if statement is None or statement.speaker is None:
            return None
        found = self.standing(statement.speaker)
        if found is None and statement.speaker.actor is None:
            span = statement.speaker.span
            words = self._page.doc.char_span(span.start, span.end, alignment_mode="expand")
            if words is not None and len(words) and words.root.lower_ not in _FIRST_PERSON:
                return self.of(words.root)
        return found

    def speakers(self, statement: Statement | None) -> list[Mention]:
        """The parties that a statement's speakers stand for, each once."""
        if statement is None:
            return []
        everybody = (self.speaker(statement), *map(self.standing, statement.joint))
        found = {self.side(mention): mention for mention in reversed(everybody) if mention}
        return list(reversed(found.values()))

    def _of_pronoun(self, token: Token) -> Mention | None:
        """In what somebody says, an unresolved "it" or "they" that is a subject is who says it."""
        if self._page.cast.of(token).actor is not None:
            return None
        statement = self._statement_at(token)
        while statement is not None:
            speaker = statement.speaker
            cue = "" if statement.cue is None else statement.cue.exact.lower()
            if token.lower_ in ("they", "their") and cue.startswith(self._accusing):
                return None  # "accuses them of using their plan"
            if speaker is not None and not _covers(speaker, token):
                party = self.standing(speaker)
                return party if party is None or _agrees(token, party) else None
            statement = self._next_around(statement)
        return None

    def _owner(self, token: Token) -> Mention | None:
        """Whom a noun that speaks for somebody belongs to: "the Aland side", "his country"."""
        for child in token.children:
            if child.dep_ in _OF_WHOM:
                if child.dep_ == "nmod" and not any(part.lower_ == "of" for part in child.children):
                    continue
                owner = self.standing(self._page.cast.of(child))
                if owner is None and child.dep_ == "nmod:poss":
                    owner = self._of_pronoun(child)
                if owner is not None:
                    return owner
        return None

    def standing(self, mention: Mention | None) -> Mention | None:
        """The mention with the party it stands for filled in; None where it stands for none."""
        side = self.side(mention)
        if mention is None or side is None or side in (mention.represents, mention.actor):
            return mention if side is not None else None
        return structs.replace(mention, represents=side)

    def voice(self, party: Mention, statement: Statement | None) -> tuple[Voice, Mention | None]:
        """Whether the party speaks for itself, and else who tells of its stance.

        Of nested statements the outermost that a party makes decides: what Lavrov tells of
        Damascus is Lavrov's, though Damascus is said to insist. A statement that the party is
        named outside of is its own or nobody's. What no one is named for is told by the report,
        which ascribes nothing; an outlet or source tells it where no party does.
        """
        side = self.side(party)
        tellers: list[Mention | None] = []
        for each in self._around(statement):
            is_inside = any(part.start <= party.span.start < part.end for part in each.content)
            is_nobody = self._is_nobody(each.speaker) or self._is_they(party, each.speaker)
            if each.attitude == "speech" and is_inside and not is_nobody:
                together = self.speakers(each)
                own = [one for one in together if self.side(one) == side]
                tellers.append(next(iter(own or together), each.speaker))
        official = [teller for teller in tellers if self.side(teller) is not None]
        if official:
            teller = official[-1]
            return ("own", None) if self.side(teller) == side else ("ascribed", teller)
        return ("ascribed", tellers[0]) if tellers else ("own", None)

    def _is_they(self, party: Mention, speaker: Mention | None) -> bool:
        """`The parties say |they| will meet`: whoever "they" are, it is they who say so."""
        if speaker is None or speaker.actor is not None or party.form != "pronoun":
            return False
        words = speaker.span.exact.lower().split()
        return bool(words) and words[-1] in self._together

    def _is_nobody(self, speaker: Mention | None) -> bool:
        """Whether the speaker is a thing or a pronoun that nobody is known by ("all of whom")."""
        if speaker is None or speaker.actor is not None or speaker.form == "unnamed":
            return False
        words = speaker.span.exact
        return words.lower() in self._pronouns or words.islower()

    def teller(self, statement: Statement | None) -> Mention | None:
        """Who says it, of nested statements the innermost whose speaker is known."""
        around = list(self._around(statement))
        for each in around:
            known = self.speaker(each) or each.speaker
            if known is not None and known.actor is not None:
                return known
        return around[0].speaker if around else None

    def _around(self, statement: Statement | None) -> Iterator[Statement]:
        """The statement and those it is nested in, outwards."""
        while statement is not None:
            yield statement
            statement = self._next_around(statement)

    def name(self, mention: Mention) -> str:
        """The name of the party, for a reader."""
        actor = self._actor(self.side(mention))
        return mention.name if actor is None else actor.name

    def is_person(self, token: Token) -> bool:
        """Whether the phrase headed by `token` names a person."""
        mention = self._page.cast.of(token)
        actor = self._actor(mention.actor)
        return mention.post is not None or (actor is not None and actor.kind == "person")

    def kind(self, id: str) -> ActorKind | None:
        """What kind of actor that is, where it is known."""
        actor = self._actor(id)
        return None if actor is None else actor.kind

    def _actor(self, id: str | None) -> Actor | None:
        if id is None:
            return None
        return self._learned.get(id) or self._page.codebook.actors.get(id)


def _covers(mention: Mention, token: Token) -> bool:
    return mention.span.start <= token.idx < mention.span.end


def _agrees(pronoun: Token, party: Mention) -> bool:
    """Whether the pronoun can stand for the speaker: "it" for a body, "he" for a person."""
    is_person = party.form in ("name", "surname", "title", "role", "pronoun") and (
        party.actor != party.represents
    )
    if pronoun.lower_ in ("he", "she", "his", "her"):
        return is_person
    return not is_person or pronoun.lower_ in ("their", "they")
