"""Finding those named by role: "the Turkish leader", "its envoy for Syria", "a diplomat"."""

from collections.abc import Iterator

from pourparler.readings.mentions.desk import Desk, Draft
from pourparler.readings.mentions.titles import (
    SENT,
    Phrase,
    group_noun,
    read_left,
    read_right,
    states_in,
    title_noun,
)

_INDEFINITE = frozenset({"a", "an", "some", "one", "another", "any", "no", "other", "several"})
_BARE_ONLY_WITH_STATE = frozenset({"head", "chair", "major", "general", "captain", "chief"})
_AT = frozenset({"in", "at", "from", "within", "inside", "close", "near", "aligned"})


def find_roles(desk: Desk) -> Iterator[Draft]:
    """The phrases that name somebody by role ("the Turkish leader", "officials in Ankara")."""
    for i in range(len(desk.words) - 1, -1, -1):
        if desk.taken[i] or i in desk.inside:
            continue
        noun = title_noun(desk, i)
        if noun is None or not _is_noun(desk, i) or _modifies_noun(desk, i):
            continue
        draft = _role(desk, i, noun)
        if draft is not None:
            yield desk.take(draft)


def owner_of(desk: Desk, phrase: Phrase) -> tuple[int, tuple[str, ...]]:
    """Where a phrase begins with its possessor ("Syria's …"), and the states that names."""
    if phrase.determiner == "'s" and not phrase.states and phrase.possessor is not None:
        owner = desk.inside.get(phrase.possessor)
        if owner is not None and not desk.taken[owner]:
            return owner, tuple(states_in(desk, owner, phrase.start))
    return phrase.start, phrase.states


def is_plural(desk: Desk, i: int, noun: str) -> bool:
    """Whether the noun at `i`, `noun` in singular, stands in the plural."""
    return desk.lowers[i] != noun


def _role(desk: Desk, i: int, noun: str) -> Draft | None:
    right = read_right(desk, i)
    if not desk.is_free(i, right.end):
        return None if desk.taken[i] else _role_alone(desk, i, noun)
    phrase = read_left(desk, i, right.end)
    return _draft(desk, i, noun, phrase, right.end, right.states, right.target, right.words)


def _role_alone(desk: Desk, i: int, noun: str) -> Draft | None:
    return _draft(desk, i, noun, read_left(desk, i, i + 1), i + 1, (), (), ())


def _draft(
    desk: Desk,
    i: int,
    noun: str,
    phrase: Phrase,
    end: int,
    of: tuple[str, ...],
    target: tuple[str, ...],
    more: tuple[str, ...],
) -> Draft | None:
    words = phrase.words | frozenset(more)
    title = desk.codebook.titles.title(noun, words)
    if title is None:
        return None
    if title.post == "guest" and not _is_known_guest(phrase, is_plural(desk, i, noun)):
        return None
    start, left = owner_of(desk, phrase)
    states = left + tuple(state for state in of if state not in left)
    if not states:
        states = _shared_states(desk, i)
    if not _is_role(desk, i, noun, phrase.determiner, states):
        return None
    at = _place_after(desk, end)
    if noun in SENT:
        target = target or at
    elif not states:
        states = at or _place_before(desk, start)
    many = is_plural(desk, i, noun)
    if noun in {"representative", "member"} and many and of:
        return None
    if start > 1 and "as" in desk.lowers[start - 2 : start]:
        words |= {"as"}
    return Draft(
        kind="role",
        start=start,
        end=end,
        head=i,
        form="role",
        states=states,
        target=target,
        title=title,
        gender=title.gender,
        is_plural=many,
        is_definite=phrase.determiner not in _INDEFINITE
        and not (many and phrase.determiner is None and not title.is_one),
        possessor=phrase.possessor if not states else None,
        noun=noun,
        words=words,
    )


def _is_known_guest(phrase: Phrase, many: bool) -> bool:
    """Whether it is one of a state and spoken of before: "the Aland guest", not "its guests"."""
    return bool(phrase.states) and not many and phrase.determiner == "the"


def _is_noun(desk: Desk, i: int) -> bool:
    """Whether the word heads a phrase here; taggers take "premier" at its end for an adjective."""
    if desk.pos[i] in {"NOUN", "PROPN"}:
        return True
    following = desk.pos[i + 1] if i + 1 < len(desk.pos) else "PUNCT"
    return (
        desk.pos[i] == "ADJ"
        and following not in {"NOUN", "PROPN", "ADJ"}
        and i > 0
        and (desk.names_state(i - 1))
    )


def _is_role(
    desk: Desk, i: int, noun: str, determiner: str | None, states: tuple[str, ...]
) -> bool:
    """Whether the noun is a person here, and not "major powers" or "head on"."""
    if states or determiner is not None:
        return True
    if desk.words[i].islower() and desk.lowers[i] == noun and desk.deps[i] != "appos":
        return False
    return noun not in _BARE_ONLY_WITH_STATE


def _shared_states(desk: Desk, i: int) -> tuple[str, ...]:
    """The states of the title this one is joined to ("the Turkish president and premier")."""
    head = desk.heads[i]
    if desk.deps[i] != "conj" or head >= i or i - head > 4:
        return ()
    if title_noun(desk, head) is None and group_noun(desk, head) is None:
        return ()
    start = read_left(desk, head, head + 1).start
    return tuple(states_in(desk, start, head))


def _place_after(desk: Desk, end: int) -> tuple[str, ...]:
    """The state or body of "officials in Ankara", "a source at the Turkish Foreign Ministry"."""
    size = len(desk.words)
    if end + 1 >= size or desk.lowers[end] not in _AT:
        return ()
    at = end + 1
    while at < min(size, end + 4) and desk.lowers[at] in {"the", "to", "with", "of"}:
        at += 1
    named: tuple[str, ...]
    if at in desk.hits:
        named, after = desk.state_of(desk.hits[at][0])[:1], desk.hits[at][1]
    elif desk.is_capital(at) and desk.home is not None:
        named, after = (desk.home,), at
    else:
        return ()
    for i in range(after, min(size, after + 4)):
        if desk.pos[i] not in {"NOUN", "PROPN", "ADJ"}:
            break
        noun = group_noun(desk, i)
        if noun and named:
            part = desk.codebook.titles.part(noun, frozenset(desk.lowers[after : i + 1]))
            whole = f"{named[0]}.{part}"
            return (whole,) if whole in desk.codebook.actors else named
    return named if at in desk.hits else ()


def _place_before(desk: Desk, start: int) -> tuple[str, ...]:
    """The state of "In Ankara, an official …", where that is said first."""
    start -= start > 0 and desk.lowers[start - 1] in _INDEFINITE
    if start < 3 or desk.lowers[start - 3] != "in" or desk.words[start - 1] != ",":
        return ()
    opens = start == 3 or desk.sentences[start - 4] != desk.sentences[start]
    return desk.state_of(desk.hits[start - 2][0])[:1] if opens and start - 2 in desk.hits else ()


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
