"""Who takes part: actors, the offices persons hold, and the mentions that name them."""

from typing import Literal

from msgspec import Struct

from pourparler.model.span import Span
from pourparler.model.when import When

ActorKind = Literal[
    "state",
    "government",
    "ministry",
    "army",
    "parliament",
    "intelligence",
    "opposition",
    "organisation",
    "armed-group",
    "outlet",
    "people",
    "person",
    "unnamed",
    "unknown",
]

Gender = Literal["female", "male"]

Form = Literal["name", "surname", "title", "role", "metonym", "demonym", "pronoun", "unnamed"]

Role = Literal["party", "guarantor", "mediator", "host", "observer"]

Post = Literal[
    "head-of-state",
    "head-of-government",
    "foreign-minister",
    "defence-minister",
    "interior-minister",
    "intelligence-chief",
    "security-adviser",
    "army-chief",
    "deputy-foreign-minister",
    "deputy-defence-minister",
    "minister",
    "envoy",
    "ambassador",
    "spokesperson",
    "head",
    "deputy-head",
    "negotiator",
    "member",
    "official",
]


class Office(Struct, frozen=True, gc=False):
    """A person's post for an actor, from a day to a day; an unknown end is None."""

    post: Post
    actor: str
    title: str | None = None
    since: When | None = None
    until: When | None = None


class Actor(Struct, frozen=True, gc=False):
    """A state, a part of one, an organisation, an armed group or a person.

    `country` is the id of the state it belongs to (itself for a state); `part_of` the actor
    it is a part of. `learned` tells an actor a report introduced from one of the codebook.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    part_of: str | None = None
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    learned: bool = False
    gender: Gender | None = None


class Mention(Struct, frozen=True, gc=False):
    """Words in a report that name an actor.

    `actor` is None where nobody could be resolved: unknown stays unknown, and `name` then
    holds the words themselves. `represents` is the actor spoken or acted for (the state of a
    foreign minister, the state whose capital is named), `post` the office spoken from.
    """

    span: Span
    actor: str | None
    name: str
    form: Form
    represents: str | None = None
    post: Post | None = None
