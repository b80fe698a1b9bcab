"""Titles and roles: reading "Russian Foreign Minister" before a name and "the top Russian
diplomat" without one, with the state they name."""

from dataclasses import dataclass

from pourparler.codebook.titles import Title
from pourparler.readings.mentions.desk import CALENDAR, Desk
from pourparler.readings.mentions.names import vocabulary

_BODIES = frozenset({"party", "club", "company", "church", "association", "university"})
_LONGEST = 14
_JOINERS = frozenset({"of", "for", "to", "and", "&", "-", "–", "/", "'s", "’s", "'", "’", ","})
_ARTICLES = frozenset({"the", "a", "an"})
_QUALITIES = vocabulary(
    "former ex acting interim caretaker outgoing incoming new then top senior chief late visiting "
    "deputy first special prominent longtime long-time veteran current newly transitional "
    "national presidential government military general joint prime vice foreign assistant "
    "under permanent high supreme state parliamentary opposition rebel self-proclaimed "
    "ultra hardline moderate reformist conservative exiled ousted deposed two three four several "
    "both leading regional unnamed anonymous local western european african arab federal"
)
_FIELDS = vocabulary("foreign defence defense interior trade finance economy energy security")
SENT = frozenset(
    {"envoy", "ambassador", "emissary", "representative", "mediator", "coordinator", "adviser"}
)
PAST_OR_COMING = vocabulary(
    "former ex late then next future outgoing-elect elect designate incoming would-be onetime "
    "ousted deposed"
)
GOVERNED = vocabulary(
    "state foreign affairs defence defense staff government intelligence security external "
    "interior internal general the delegation council committee commerce trade energy finance "
    "treasury health education labour labor justice agriculture transport transportation homeland "
    "economy environment culture"
)
HONORIFICS = {
    "democrat": None,
    "republican": None,
    "rev.": None,
    "mr": "male",
    "mr.": "male",
    "mrs": "female",
    "mrs.": "female",
    "ms": "female",
    "ms.": "female",
    "madam": "female",
    "sir": "male",
    "lord": "male",
    "lady": "female",
    "dr": None,
    "dr.": None,
    "gen.": None,
    "gen": None,
    "col.": None,
    "lt.": None,
    "sen.": None,
    "rep.": None,
    "prof.": None,
    "maj.": None,
    "adm.": None,
    "capt.": None,
    "brig.": None,
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A title or role as read: tokens `start` to `end`, what it means and for whom.

    `states` are the states, organisations or parts its words name, in text order;
    `possessor` the token of a pronoun or name that has it ("his counterpart").
    """

    start: int
    end: int
    noun: int
    words: frozenset[str]
    title: Title | None
    states: tuple[str, ...]
    possessor: int | None = None
    determiner: str | None = None


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a title noun: where it ends, whom it is of, whom it is for, its words."""

    end: int
    states: tuple[str, ...]
    target: tuple[str, ...]
    words: tuple[str, ...]


def title_noun(desk: Desk, token: int) -> str | None:
    """The title noun at `token` in singular, None where there is none."""
    return desk.titles[token]


def group_noun(desk: Desk, token: int) -> str | None:
    """The group noun at `token`, None where there is none."""
    return desk.groups[token]


def walk_left(desk: Desk, before: int) -> int:
    """Where the words that belong to a title ending before token `before` begin.

    Stops at an article, a verb, a preposition other than "of", a day of the calendar.
    """
    first = desk.first_of_sentence(before) if before < len(desk.words) else 0
    floor = max(first, before - _LONGEST)
    start = edge = before
    i = before - 1
    while i >= floor:
        if desk.taken[i]:
            break
        if desk.names_state(i):
            i = max(desk.inside[i], floor)
            start = edge = i
        elif _belongs(desk, i):
            start = edge = i
        elif _joins(desk, i, edge):
            edge = i
        else:
            break
        i -= 1
    return start


def read_left(desk: Desk, noun: int, end: int) -> Phrase:
    """The phrase of the title noun at `noun`, read to the left; it ends before `end`."""
    start = _trim(desk, walk_left(desk, noun), noun)
    words = frozenset(desk.lowers[start:end])
    states = tuple(states_in(desk, start, noun))
    possessor, determiner = None, None
    if start:
        before = desk.lowers[start - 1]
        if before in _ARTICLES or desk.pos[start - 1] == "DET":
            determiner = before
        elif desk.pos[start - 1] == "PRON" and desk.deps[start - 1] == "nmod:poss":
            possessor, determiner = start - 1, before
        elif before in {"'s", "’s", "'", "’"} and start > 1:
            possessor, determiner = start - 2, "'s"
        elif before in {"his", "her", "its", "their"}:
            possessor, determiner = start - 1, before
    return Phrase(start, end, noun, words, None, states, possessor, determiner)


def read_right(desk: Desk, noun: int) -> Complement:
    """What follows a title noun: "of Foreign Affairs of Syria", "for Yemen", "to Moscow"."""
    found = Complement(noun + 1, (), (), ())
    size = len(desk.words)
    while found.end < size and found.end - noun < _LONGEST:
        joint = desk.lowers[found.end]
        if joint not in {"of", "for", "to"}:
            break
        end, states, words = _complement(desk, found.end + 1)
        if end == found.end + 1 or (joint == "to" and not states):
            break
        if joint == "of" or (joint == "for" and desk.titles[noun] not in SENT):
            found = Complement(end, found.states + states, found.target, found.words + words)
        else:
            found = Complement(end, found.states, found.target + states, found.words + words)
    return found


def states_in(desk: Desk, start: int, end: int) -> list[str]:
    """The states, parts and organisations named from token `start` to before `end`."""
    found: list[str] = []
    i = start
    while i < end:
        if i in desk.hits:
            hit, after = desk.hits[i]
            named = desk.state_of(hit)
            if named and named[0] not in found:
                found.append(named[0])
            i = max(after, i + 1)
        else:
            i += 1
    return found


def _complement(desk: Desk, i: int) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    """What "of" governs in a title: "the Russian Federation", "foreign affairs", "Iran and Iraq".

    Gives where it ends, the states and bodies it names, and its other words.
    """
    size = len(desk.words)
    begin = last = i
    states: list[str] = []
    words: list[str] = []
    if i < size and desk.lowers[i] in _ARTICLES:
        i += 1
    while i < size and i - begin < _LONGEST:
        if i in desk.hits and desk.state_of(desk.hits[i][0]):
            hit, after = desk.hits[i]
            if _opens_body(desk, after):
                break  # "head of the Norwegian Labour Party" leads no state
            states.append(desk.state_of(hit)[0])
            i = last = max(after, i + 1)
        elif desk.lowers[i] in {"and", ",", "&"} and last == i and (states or words):
            i += 1
        elif _continues_complement(desk, i, bool(states)):
            words.append(desk.lowers[i])
            i = last = i + 1
        else:
            break
    return last, tuple(states), tuple(words)


def _opens_body(desk: Desk, i: int) -> bool:
    """Whether a party or the like is named from here on ("Labour Party")."""
    while i < len(desk.words) and desk.is_capital(i):
        if desk.lowers[i] in _BODIES:
            return True
        i += 1
    return False


def _continues_complement(desk: Desk, i: int, has_state: bool) -> bool:
    word = desk.lowers[i]
    if word in GOVERNED or group_noun(desk, i):
        return True
    if has_state:
        return i - 1 in desk.inside and desk.pos[i] in {"NOUN", "PROPN"} and word.isalpha()
    return desk.is_capital(i) and desk.pos[i] in {"PROPN", "ADJ", "NOUN"}


def _belongs(desk: Desk, i: int) -> bool:
    word = desk.lowers[i]
    if word in CALENDAR:
        return False
    if word in _QUALITIES or title_noun(desk, i) or group_noun(desk, i):
        return True
    if desk.pos[i] == "ADV" or word in _ARTICLES:
        return False
    return desk.pos[i] in {"PROPN", "ADJ", "NOUN"} and word.isalpha()


def _joins(desk: Desk, i: int, start: int) -> bool:
    """Whether the joining word at `i` holds together what stands before it and at `start`."""
    word = desk.lowers[i]
    if word in _ARTICLES:
        return (
            i > 1
            and desk.lowers[i - 1] in {"of", "for"}
            and start == i + 1
            and title_noun(desk, i - 2) is not None
        )
    if word not in _JOINERS or start != i + 1 or i == 0:
        return False
    if word in {"'s", "’s", "'", "’"}:
        return desk.names_state(i - 1)
    if word in {",", "and", "&", "/"}:
        both = desk.names_state(i - 1) and desk.names_state(i + 1) and _are_alike(desk, i)
        titles = word != "," and _is_title_word(desk, i - 1) and _is_title_word(desk, i + 1)
        return both or titles
    if word == "to":
        return title_noun(desk, i - 1) is not None
    if word in {"of", "for"}:
        return title_noun(desk, i - 1) is not None
    left = desk.lowers[i - 1]
    return desk.names_state(i - 1) or left in _QUALITIES or _is_title_word(desk, i - 1)


def _are_alike(desk: Desk, i: int) -> bool:
    """Whether the states around the joint at `i` may both belong to a title.

    "Chadian, Libyan and US ministers"; but "in Oslo, Chadian President" and "talks with Libya and
    Chadian President" name a place or a party first.
    """
    if _is_adjective(desk, i - 1):
        return True
    return desk.lowers[i] != "," and not _is_adjective(desk, i + 1)


def _is_adjective(desk: Desk, i: int) -> bool:
    """Whether the state's name stands as an adjective; its letters alone ("US") may."""
    hit, _ = desk.hits[desk.inside[i]]
    return bool(hit.only("adjective")) or desk.words[i].replace(".", "").isupper()


def _is_title_word(desk: Desk, i: int) -> bool:
    return i < len(desk.words) and (title_noun(desk, i) is not None or desk.lowers[i] in _FIELDS)


def _trim(desk: Desk, start: int, noun: int) -> int:
    """The first token at or after `start` that a title can begin with."""
    while start < noun:
        word = desk.lowers[start]
        if start in desk.hits and desk.state_of(desk.hits[start][0]):
            return start
        if word in _QUALITIES or title_noun(desk, start) or group_noun(desk, start):
            return start
        if desk.is_capital(start) and desk.pos[start] in {"PROPN", "ADJ"} and word not in _JOINERS:
            return start
        if _is_plain_modifier(desk, start):
            return start
        start += 1
    return noun


def _is_plain_modifier(desk: Desk, i: int) -> bool:
    return desk.pos[i] in {"ADJ", "NOUN"} and desk.words[i].islower() and desk.words[i].isalpha()
