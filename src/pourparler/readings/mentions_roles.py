"""Finding those not called by name: roles, groups, states and pronouns."""

from collections.abc import Iterator
from typing import Literal

from pourparler.codebook.titles import Title
from pourparler.model import Gender
from pourparler.readings.mentions_desk import Desk, Draft
from pourparler.readings.mentions_titles import (
    group_noun,
    read_left,
    read_right,
    states_in,
    title_noun,
)

Number = Literal["one", "many"]

PRONOUNS: dict[str, tuple[Gender | None, bool]] = {
    "he": ("male", False),
    "him": ("male", False),
    "his": ("male", False),
    "himself": ("male", False),
    "she": ("female", False),
    "her": ("female", False),
    "hers": ("female", False),
    "herself": ("female", False),
    "they": (None, True),
    "them": (None, True),
    "their": (None, True),
    "themselves": (None, True),
    "it": (None, False),
    "its": (None, False),
    "itself": (None, False),
}
_PLACE_WORDS = frozenset({"in", "at", "near", "outside", "around", "across", "inside", "into"})
_MOTION_WORDS = frozenset({"to", "from", "for", "via", "through", "toward", "towards"})
_MOTION = frozenset(
    "visit travel arrive fly return trip flight go come leave head journey drive walk depart "
    "move flee bring send deport extradite airport road train city capital send invite".split()
)
_SITE_NOUNS = frozenset(
    "university airport stadium street square hospital court stock exchange museum province "
    "oblast region metro marathon mosque church cathedral time airport".split()
)


def find_roles(desk: Desk) -> Iterator[Draft]:
    """The phrases that name somebody by role ("the Turkish leader", "officials in Ankara")."""
    for i in range(len(desk.words) - 1, -1, -1):
        if desk.taken[i] or i in desk.inside or desk.pos[i] not in {"NOUN", "PROPN", "ADJ"}:
            continue
        noun = title_noun(desk, i)
        if noun is None or _modifies_noun(desk, i):
            continue
        draft = _role(desk, i, noun)
        if draft is not None:
            yield desk.take(draft)


def find_groups(desk: Desk) -> Iterator[Draft]:
    """Parts of states by their group noun ("the Syrian government", "the Turkish side")."""
    for i in range(len(desk.words) - 1, -1, -1):
        if desk.taken[i] or i in desk.inside:
            continue
        noun = group_noun(desk, i)
        if noun is None or desk.pos[i] not in {"NOUN", "PROPN"}:
            continue
        draft = _group(desk, i, noun)
        if draft is not None:
            yield desk.take(draft)


def find_actors(desk: Desk) -> Iterator[Draft]:
    """The names of states, organisations and groups, capitals that stand for one among them."""
    for first, (hit, end) in desk.hits.items():
        if not desk.is_free(first, end):
            continue
        draft = _named(desk, first, end)
        if draft is not None:
            yield desk.take(draft)


def find_pronouns(desk: Desk) -> Iterator[Draft]:
    """The pronouns that may stand for somebody."""
    for i, word in enumerate(desk.lowers):
        if word in PRONOUNS and not desk.taken[i] and desk.pos[i] == "PRON":
            gender, is_plural = PRONOUNS[word]
            if desk.deps[i] == "expl":
                continue
            yield desk.take(
                Draft("pronoun", i, i + 1, i, "pronoun", gender=gender, is_plural=is_plural)
            )


def is_place(desk: Desk, first: int, end: int) -> bool:
    """Whether a capital stands as the place where something is, not for its government."""
    before = desk.lowers[first - 1] if first else ""
    if before == "the" and first > 1:
        before = desk.lowers[first - 2]
    if before in _PLACE_WORDS:
        return True
    head = desk.heads[end - 1]
    if before in _MOTION_WORDS:
        return desk.doc[head].lemma_.lower() in _MOTION
    lemma = desk.doc[head].lemma_.lower()
    if head > end - 1 and desk.deps[end - 1] in {"compound", "amod", "nmod"}:
        return lemma in _SITE_NOUNS
    if desk.deps[end - 1] == "obj" and lemma in {"visit", "leave", "reach", "attack", "bomb"}:
        return True
    return head < first and lemma in {"capital", "city"} and desk.deps[end - 1] == "appos"


def _role(desk: Desk, i: int, noun: str) -> Draft | None:
    end, right, more = read_right(desk, i)
    if not desk.is_free(i, end):
        end, right, more = i + 1, (), []
    phrase = read_left(desk, i, end)
    title = desk.codebook.titles.title(noun, phrase.words)
    if title is None:
        return None
    states = phrase.states + tuple(state for state in right if state not in phrase.states)
    start = phrase.start
    if phrase.determiner == "'s" and not states and phrase.possessor is not None:
        owner = desk.inside.get(phrase.possessor)
        if owner is not None and not desk.taken[owner]:
            states = tuple(states_in(desk, owner, start))
            start = owner
    is_plural = desk.lowers[i] != noun and noun + "s" == desk.lowers[i] or (
        desk.doc[i].tag_ in {"NNS", "NNPS"} and desk.lowers[i] != noun
    )
    if not _is_role(desk, i, noun, title, phrase.determiner, states, is_plural):
        return None
    return Draft(
        kind="role",
        start=start,
        end=end,
        head=i,
        form="role",
        states=states or _place_after(desk, end),
        title=title,
        gender=title.gender,
        is_plural=is_plural,
        is_definite=phrase.determiner not in {"a", "an", "some", "one", "another", "any", "no"},
        possessor=phrase.possessor if phrase.determiner != "'s" or not states else None,
        noun=noun,
        words=phrase.words | frozenset(more),
    )


def _is_role(
    desk: Desk,
    i: int,
    noun: str,
    title: Title,
    determiner: str | None,
    states: tuple[str, ...],
    is_plural: bool,
) -> bool:
    """Whether a title noun is a person here, and not "the general public" or "the head"."""
    if noun in {"general", "major", "deputy", "head", "chief", "chair", "lead", "source"}:
        if desk.pos[i] == "ADJ":
            return False
        if noun in {"head", "chair", "major", "general"} and not states and determiner is None:
            return False
    if desk.pos[i] == "ADJ":
        return False
    return True


def _place_after(desk: Desk, end: int) -> tuple[str, ...]:
    """The state of "officials in Ankara", read from the place behind the noun."""
    if end + 1 < len(desk.words) and desk.lowers[end] in {"in", "from"}:
        at = end + 2 if desk.lowers[end + 1] == "the" else end + 1
        if at in desk.hits:
            return desk.hits[at][0].only("actor", "capital", "seat")[:1]
    return ()


def _modifies_noun(desk: Desk, i: int) -> bool:
    """Whether the noun only modifies the next one ("minister level", "leaders' summit")."""
    if i + 1 >= len(desk.words):
        return False
    following = desk.lowers[i + 1]
    if following == "-":
        return i + 2 < len(desk.words) and title_noun(desk, i + 2) is None
    return (
        desk.deps[i] in {"compound", "amod"}
        and desk.heads[i] > i
        and desk.pos[i + 1] == "NOUN"
        and title_noun(desk, i + 1) is None
    )


def _group(desk: Desk, i: int, noun: str) -> Draft | None:
    end, right, more = read_right(desk, i)
    if not desk.is_free(i, end):
        end, right, more = i + 1, (), []
    phrase = read_left(desk, i, end)
    states = phrase.states + tuple(state for state in right if state not in phrase.states)
    start = phrase.start
    if not states and phrase.determiner == "'s" and phrase.possessor is not None:
        owner = desk.inside.get(phrase.possessor)
        if owner is not None and not desk.taken[owner]:
            states = tuple(states_in(desk, owner, start))
            start = owner
    words = phrase.words | frozenset(more)
    part = desk.codebook.titles.part(noun, words)
    if part is None or not _is_group(desk, noun, states, phrase.determiner):
        return None
    return Draft(
        kind="group",
        start=start,
        end=end,
        head=i,
        form="name" if part.endswith("ministry") else "demonym",
        states=states,
        part=part,
        is_plural=desk.lowers[i] != noun,
        is_definite=phrase.determiner not in {"a", "an", "any", "no"},
        possessor=phrase.possessor if not states else None,
        noun=noun,
        words=words,
    )


def _is_group(desk: Desk, noun: str, states: tuple[str, ...], determiner: str | None) -> bool:
    """Whether the noun is a body of a state here; without a state only some nouns are."""
    if states:
        return all(state in desk.codebook.actors.states for state in states)
    return determiner in {"the", "its", "their", "his", "her"} and noun in {
        "government",
        "ministry",
        "army",
        "parliament",
        "opposition",
        "military",
    }


def _named(desk: Desk, first: int, end: int) -> Draft | None:
    hit = desk.hits[first][0]
    actors = hit.only("actor")
    if actors:
        return Draft("actor", first, end, _head_of(desk, first, end), "name", actors=actors)
    seats = hit.only("seat")
    if seats:
        return Draft("actor", first, end, _head_of(desk, first, end), "metonym", actors=seats)
    capitals = hit.only("capital")
    if capitals:
        kind: Literal["place", "actor"] = "place" if is_place(desk, first, end) else "actor"
        return Draft(kind, first, end, _head_of(desk, first, end), "metonym", actors=capitals)
    demonyms = hit.only("adjective", "people")
    if demonyms and not _is_prefixed(desk, first):
        plural = bool(hit.only("people")) and desk.pos[end - 1] in {"NOUN", "PROPN"}
        return Draft(
            "actor",
            first,
            end,
            _head_of(desk, first, end),
            "demonym",
            actors=demonyms,
            is_plural=plural,
        )
    return None


def _is_prefixed(desk: Desk, first: int) -> bool:
    """Whether the adjective is part of "pro-Russian", "anti-Turkish", "non-Arab"."""
    if first < 2 or desk.words[first - 1] != "-":
        return False
    return desk.lowers[first - 2] in {"pro", "anti", "non", "ex"}


def _head_of(desk: Desk, start: int, end: int) -> int:
    for i in range(start, end):
        if not start <= desk.heads[i] < end or desk.heads[i] == i:
            return i
    return end - 1
