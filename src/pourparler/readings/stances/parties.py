"""Who can hold a position, and whose words they are."""

from msgspec import structs
from spacy.tokens import Token

from pourparler.model import Actor, Mention, Statement, Voice
from pourparler.readings.page import Page

_STATE_BODIES = frozenset(("government", "ministry", "army", "parliament", "intelligence"))
_PARTIES = frozenset(("state", "opposition", "organisation", "armed-group")) | _STATE_BODIES
_FIRST_PERSON = frozenset(("we", "us", "our", "ours", "i", "me", "my", "ourselves"))
_OF_WHOM = frozenset(("nmod:poss", "compound", "amod", "nmod", "nmod:desc", "appos"))


class Parties:
    """Who on a page is a party: a state or part of one, an organisation, an armed group, an
    opposition, or a person who speaks for one of them. Nobody else holds positions here."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._speaking_for = page.codebook.stances.words["speaking-for"]
        self._learned = {actor.id: actor for actor in page.cast.actors}
        self._statements = {statement.id: statement for statement in page.statements}

    def side(self, mention: Mention | None) -> str | None:
        """The actor a mention stands for: the state of a minister or ministry, itself for a
        state, an organisation or a group; None for whoever speaks for no party."""
        if mention is None:
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
            return self.standing(self.speaker_at(token.idx))
        found = self.standing(self._page.cast.of(token))
        if found is None and token.lemma_.lower() in self._speaking_for:
            for child in token.children:
                if child.dep_ in _OF_WHOM:
                    owner = self.standing(self._page.cast.of(child))
                    if owner is not None:
                        return owner
        return found

    def standing(self, mention: Mention | None) -> Mention | None:
        """The mention with the party it stands for filled in; None where it stands for none."""
        side = self.side(mention)
        if mention is None or side is None or side in (mention.represents, mention.actor):
            return mention if side is not None else None
        return structs.replace(mention, represents=side)

    def speaker_at(self, position: int) -> Mention | None:
        """Who says the words at `position`; None for the report itself."""
        statement = self._page.statement_at(position)
        return None if statement is None else statement.speaker

    def voice(self, party: Mention, statement: Statement | None) -> tuple[Voice, Mention | None]:
        """Whether the party speaks for itself in `statement`, and else who tells it.

        The statements around it are asked too: what a minister said, told by a paper, is the
        minister's own. What nobody is named for is told by the report, which ascribes nothing.
        """
        side = self.side(party)
        while statement is not None:
            if self.side(statement.speaker) != side or statement.speaker is None:
                return "ascribed", statement.speaker
            statement = self._statements.get(statement.nested_in or "")
        return "own", None

    def name(self, mention: Mention) -> str:
        """The name of the party, for a reader."""
        actor = self._actor(self.side(mention))
        return mention.name if actor is None else actor.name

    def _actor(self, id: str | None) -> Actor | None:
        if id is None:
            return None
        return self._learned.get(id) or self._page.codebook.actors.get(id)
