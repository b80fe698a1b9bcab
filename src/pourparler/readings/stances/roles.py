"""Who is named in which role, in a list such as "Aland and Borland as guarantors, with Cesta and
Dorne as observers"."""

from collections.abc import Iterator

from msgspec import structs
from spacy.tokens import Token

from pourparler.model import Mention, Role
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.grammar import children

_ROLES: dict[str, Role] = {
    "guarantor": "guarantor",
    "guarantors": "guarantor",
    "mediator": "mediator",
    "mediators": "mediator",
    "facilitator": "mediator",
    "facilitators": "mediator",
    "broker": "mediator",
    "brokers": "mediator",
    "chair": "mediator",
    "chairs": "mediator",
    "co-chair": "mediator",
    "co-chairs": "mediator",
    "observer": "observer",
    "observers": "observer",
    "host": "host",
    "party": "party",
    "parties": "party",
    "participant": "party",
    "participants": "party",
}
_STATES = frozenset(
    ("country", "countries", "state", "states", "nation", "nations", "power", "powers")
)
_BESIDE = frozenset(("alongside", "representatives", "delegations", "delegates", "plus"))


def role_of(noun: Token) -> Role | None:
    """The role that a noun phrase names ("guarantors", "observer countries")."""
    if noun.lower_ in _ROLES:
        return _ROLES[noun.lower_]
    if noun.lower_ in _STATES:
        for child in children(noun, "compound", "amod"):
            if child.lower_ in _ROLES:
                return _ROLES[child.lower_]
    return None


def roles_in(desk: Desk, start: int, end: int) -> Iterator[tuple[Mention, Role | None]]:
    """The parties named from token `start` to `end`, each with its role.

    A role after "as" is that of the list before it; a role that a list follows is that of the
    list; who is named "alongside", or as represented, is a party.
    """
    listed: list[tuple[Mention, Role | None]] = []
    first_open = 0
    role: Role | None = None
    seen: set[str] = set()
    for token in desk.page.doc[start:end]:
        named = _ROLES.get(token.lower_)
        if named is not None:
            if _follows_as(token):
                listed[first_open:] = [(who, named) for who, _ in listed[first_open:]]
                first_open, role = len(listed), None
            else:
                first_open, role = len(listed), named
        elif token.lower_ in _BESIDE:
            first_open, role = len(listed), "party"
        elif (member := _member(desk, token)) is not None:
            key = member.actor or member.name
            if key not in seen:
                seen.add(key)
                listed.append((member, role))
    yield from listed


def _follows_as(token: Token) -> bool:
    before = [part.lower_ for part in token.doc[max(0, token.i - 3) : token.i]]
    return "as" in before


def _member(desk: Desk, token: Token) -> Mention | None:
    """The actor named by the word; "opposition" after "the Aland government" is Aland's."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    mention = desk.page.cast.of(token)
    if mention.actor is not None:
        return mention if desk.parties.side(mention) is not None else None
    part = f"{desk.parties.side(desk.page.cast.of(token.head))}.{token.lower_}"
    if token.dep_ == "conj" and part in desk.page.codebook.actors:
        return structs.replace(mention, actor=part, name=desk.page.codebook.actors[part].name)
    return None
