"""Finding bodies, states and pronouns: "the Turkish side", "Ankara", "its", "the two"."""

from collections.abc import Iterator

from pourparler.codebook.titles import Title
from pourparler.model import Gender
from pourparler.readings.mentions.desk import Desk, Draft
from pourparler.readings.mentions.names import Hit, vocabulary
from pourparler.readings.mentions.roles import owner_of
from pourparler.readings.mentions.titles import (
    Complement,
    group_noun,
    read_left,
    read_right,
    states_in,
    title_noun,
)

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
_MOTION = vocabulary(
    "visit travel arrive fly return trip flight go come leave head journey drive walk depart "
    "move flee bring deport extradite airport road train city capital invite tour"
)
_GONE_TO = frozenset({"visit", "leave", "reach", "attack", "bomb", "strike", "enter", "shell"})
_KNOWN_ALONE = vocabulary(
    "government ministry army parliament opposition military presidency newspaper daily agency "
    "channel statement communique communiqué readout declaration magazine"
)
_COUNTED = vocabulary(
    "side country state nation government capital neighbour neighbor party power leader man "
    "president delegation guarantor"
)
_SIDES = vocabulary("party parties side sides faction factions")
_OPPOSED = vocabulary("warring rival opposing opposed conflicting negotiating contending")
_FORMAT_ROLES = {"guarantors": "guarantor", "mediators": "mediator", "observers": "observer"}
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
_SOMEBODY = Title("official", is_one=False)
_DEFINITE = frozenset({"the", "its", "their", "his", "her", "that", "this"})


def find_groups(desk: Desk) -> Iterator[Draft]:
    """Bodies by their group noun ("the Syrian government", "the Turkish side")."""
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
        if desk.is_free(first, end):
            draft = _named(desk, hit, first, end)
            if draft is not None:
                yield desk.take(draft)


def find_pronouns(desk: Desk) -> Iterator[Draft]:
    """The pronouns that may stand for somebody, and "the two", "both sides"."""
    for i, word in enumerate(desk.lowers):
        if desk.taken[i]:
            continue
        if word in PRONOUNS and desk.pos[i] == "PRON" and desk.deps[i] != "expl":
            gender, is_plural = PRONOUNS[word]
            yield desk.take(
                Draft("pronoun", i, i + 1, i, "pronoun", gender=gender, is_plural=is_plural)
            )
        elif word in {"one", "another"} and _is_speaking(desk, i):
            yield desk.take(Draft("role", i, i + 1, i, "unnamed", title=_SOMEBODY, noun="source"))
        elif word in _FORMAT_ROLES and desk.pos[i] == "NOUN":
            start = i - 1 if i and desk.lowers[i - 1] == "the" else i
            role = _FORMAT_ROLES[word]
            yield desk.take(Draft("several", start, i + 1, i, "role", part=role, is_plural=True))
        elif word in _NUMBERS:
            draft = _counted(desk, i)
            if draft is not None:
                yield desk.take(draft)
        elif word in _SIDES and desk.pos[i] == "NOUN":
            draft = _sides(desk, i)
            if draft is not None:
                yield desk.take(draft)


def is_place(desk: Desk, first: int, end: int) -> bool:
    """Whether a capital stands as the place where something is, not for its government."""
    before = desk.lowers[first - 1] if first else ""
    if before == "the" and first > 1:
        before = desk.lowers[first - 2]
    if before in _PLACE_WORDS or before in {"east", "west", "north", "south", "greater"}:
        return True
    head = desk.heads[end - 1]
    lemma = desk.doc[head].lemma_.lower()
    if before in _MOTION_WORDS:
        return lemma in _MOTION or desk.doc[desk.heads[head]].lemma_.lower() in _MOTION
    dependency = desk.deps[end - 1]
    if before == "of" and head < first and desk.is_capital(head):
        return True
    if head > end - 1 and dependency in {"compound", "amod"}:
        return group_noun(desk, head) is None and title_noun(desk, head) is None
    if dependency == "conj" and any(
        child.dep_ == "case" and child.lower_ in _PLACE_WORDS for child in desk.doc[head].children
    ):
        return True
    if dependency == "obj" and lemma in _GONE_TO:
        return True
    return head < first and lemma in {"capital", "city"} and dependency == "appos"


def _group(desk: Desk, i: int, noun: str) -> Draft | None:
    right = read_right(desk, i)
    if not desk.is_free(i, right.end):
        right = Complement(i + 1, (), (), ())
    end = right.end
    phrase = read_left(desk, i, end)
    start, left = owner_of(desk, phrase)
    states = left + tuple(s for s in right.states if s not in left)
    states = _countries(desk, states or _joined_states(desk, i))
    words = phrase.words | frozenset(right.words)
    part = desk.codebook.titles.part(noun, words)
    outlet = _outlet_before(desk, phrase.states) if part == "outlet" else None
    if outlet is not None:
        return Draft("actor", phrase.start, end, i, "name", actors=(outlet,))
    if part == "" and i - start > 2 and end == i + 1:
        return None
    if part is None or not _is_group(desk, noun, part, states, phrase.determiner):
        return None
    if part == "outlet" and end in desk.hits and desk.hits[end][0].only("actor"):
        return None
    if part == "issuer" and not _is_speaking(desk, i):
        return None
    return Draft(
        kind="group",
        start=start,
        end=end,
        head=i,
        form="role" if part in {"outlet", "issuer"} or not states else "name",
        states=states,
        part=part,
        is_plural=desk.lowers[i] != noun,
        is_definite=phrase.determiner not in {"a", "an", "any", "no"},
        possessor=phrase.possessor if not states else None,
        noun=noun,
        words=words,
    )


def _outlet_before(desk: Desk, named: tuple[str, ...]) -> str | None:
    """The outlet of "the Reuters news agency"."""
    for one in named:
        if one in desk.codebook.actors and desk.codebook.actors[one].kind == "outlet":
            return one
    return None


def _is_group(
    desk: Desk, noun: str, part: str, states: tuple[str, ...], determiner: str | None
) -> bool:
    """Whether the noun is a body here; without a state only some nouns are."""
    if states:
        return part not in {"issuer"} and all(
            state in desk.codebook.actors.states for state in states
        )
    return (determiner in _DEFINITE and (noun in _KNOWN_ALONE or part == "state-media")) or (
        noun == "side" and determiner in {"his", "her", "its"}
    )


def _is_speaking(desk: Desk, i: int) -> bool:
    """Whether a statement is the subject of a verb of saying ("the statement said")."""
    if desk.deps[i] in {"nsubj", "nsubj:pass"}:
        return desk.doc[desk.heads[i]].lower_ in desk.codebook.cues.verbs
    return "according" in desk.lowers[max(0, i - 4) : i]


def _joined_states(desk: Desk, i: int) -> tuple[str, ...]:
    """The states of the body this one is joined to ("the Syrian government and opposition")."""
    head = desk.heads[i] if desk.deps[i] == "conj" else i
    if i > 1 and desk.lowers[i - 1] == "and" and group_noun(desk, i - 2):
        head = i - 2  # two nouns side by side are joined, whatever the parse makes of them
    if head >= i or i - head > 4 or group_noun(desk, head) is None:
        return ()
    phrase = read_left(desk, head, head + 1)
    return phrase.states or (
        tuple(states_in(desk, desk.inside[phrase.possessor], phrase.start))
        if phrase.possessor in desk.inside
        else ()
    )


def _countries(desk: Desk, named: tuple[str, ...]) -> tuple[str, ...]:
    """The states themselves where their government or ministry is named."""
    actors = desk.codebook.actors
    found: dict[str, None] = {}
    for id in named:
        part_of = actors[id].part_of if id in actors else None
        found[part_of if part_of in actors.states and part_of else id] = None
    return tuple(found)


def _named(desk: Desk, hit: Hit, first: int, end: int) -> Draft | None:
    head = head_of(desk, first, end)
    if end < len(desk.words) and desk.lowers[end].startswith("al-") and hit.only("actor"):
        return None  # "Fatah al-Islam" is not Fatah
    if actors := hit.only("actor"):
        actors = tuple(_of_state_beside(desk, actor, first, end) for actor in actors)
        return Draft("actor", first, end, head, "name", actors=actors)
    if seats := hit.only("seat"):
        return Draft("actor", first, end, head, "metonym", actors=seats)
    if capitals := hit.only("capital"):
        if is_place(desk, first, end):
            return Draft("place", first, end, head, "metonym", actors=capitals)
        return Draft("actor", first, end, head, "metonym", actors=capitals)
    demonyms = hit.only("adjective", "people")
    if not demonyms or _is_prefixed(desk, first):
        return None
    plural = bool(hit.only("people")) and desk.pos[end - 1] in {"NOUN", "PROPN"}
    return Draft("actor", first, end, head, "demonym", actors=demonyms, is_plural=plural)


def _of_state_beside(desk: Desk, actor: str, first: int, end: int) -> str:
    """The same body of the state named right beside it: "the Norland Congress", "the Congress of
    Norland" are not the one that "Congress" alone means."""
    known = desk.codebook.actors
    part_of = known[actor].part_of if actor in known else None
    if part_of not in known.states:
        return actor
    before = first - 2 if desk.lowers[first - 1] in {"'s", "’s", "'", "’"} else first - 1
    after = end + 1
    if after < len(desk.words) and desk.lowers[after] == "the":
        after += 1
    beside = desk.inside.get(before) if first else None
    if beside is None and end < len(desk.words) and desk.lowers[end] == "of":
        beside = after if after in desk.hits else None
    named = desk.state_of(desk.hits[beside][0])[:1] if beside is not None else ()
    if not named or named[0] not in known.states or named[0] == part_of:
        return actor
    same = f"{named[0]}.{actor.partition('.')[2]}"
    return same if same in known else named[0]


def _counted(desk: Desk, i: int) -> Draft | None:
    """ "the two", "both sides", "the three countries": so many of those named last."""
    following = i + 1 if i + 1 < len(desk.words) else i
    noun = group_noun(desk, following) or title_noun(desk, following) or desk.lowers[following]
    single = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
    start = i - 1 if i and desk.lowers[i - 1] == "the" else i
    is_bare = desk.pos[following] not in {"NOUN", "PROPN", "ADJ"} and desk.deps[i] in {
        "nsubj",
        "obl",
        "nmod",
        "nmod:poss",
    }
    if single in _COUNTED or noun in _COUNTED:
        end, head = following + 1, following
    elif is_bare and (start < i or desk.lowers[i] == "both"):
        end, head, single = i + 1, i, ""
    else:
        return None
    if not desk.is_free(start, end):
        return None
    return Draft(
        "several",
        start,
        end,
        head,
        "pronoun",
        noun=single,
        count=_NUMBERS[desk.lowers[i]],
        is_plural=True,
    )


def _sides(desk: Desk, i: int) -> Draft | None:
    """ "The parties", "the warring factions", "each side": the two who talk or fight."""
    start = i - 1 if i and desk.lowers[i - 1] in _OPPOSED else i
    before = desk.lowers[start - 1] if start else ""
    is_all = before == "the" and desk.lowers[i].endswith("s")
    if not (is_all or before in {"each", "either", "neither"}) or not desk.is_free(
        start - 1, i + 1
    ):
        return None
    if i + 1 < len(desk.words) and desk.lowers[i + 1] in {"of", "to", "in"} and start == i:
        return None
    noun = "party" if desk.lowers[i].startswith("part") else "side"
    return Draft("several", start - 1, i + 1, i, "pronoun", noun=noun, count=2, is_plural=True)


def _is_prefixed(desk: Desk, first: int) -> bool:
    """Whether the adjective is part of "pro-Russian", "anti-Turkish", "non-Arab"."""
    if first < 2 or desk.words[first - 1] != "-":
        return False
    return desk.lowers[first - 2] in {"pro", "anti", "non", "ex"}


def head_of(desk: Desk, start: int, end: int) -> int:
    """The token of a stretch whose head lies outside it."""
    for i in range(start, end):
        if not start <= desk.heads[i] < end or desk.heads[i] == i:
            return i
    return end - 1
