"""Finding persons by name: known ones, those the pipeline sees, and those a title announces."""

from collections.abc import Iterator

from pourparler.codebook.spelling import fold
from pourparler.readings.mentions.desk import CALENDAR, Desk, Draft
from pourparler.readings.mentions.names import Hit, vocabulary
from pourparler.readings.mentions.titles import (
    GOVERNED,
    HONORIFICS,
    read_left,
    read_right,
    states_in,
    title_noun,
    walk_left,
)

_PARTICLES = vocabulary("al el bin ibn ben bint van von der den de da di du del dos la le abu ould")
_LONGEST = 6
_NO_NAME = vocabulary(
    "the a an he she it they we i but and or if when while after before as in on at by for from "
    "with to of not no yes this that these those there here what who how why where his her their "
    "its my our your"
)


def find_persons(desk: Desk) -> Iterator[Draft]:
    """The persons named on the page, with the titles before their names."""
    introduced: set[str] = set()
    for start, end in _name_stretches(desk):
        if desk.is_free(start, end):
            draft = _person(desk, start, end)
            if not draft.actors and end - start > 1:
                introduced.add(desk.words[end - 1])
            yield desk.take(draft)
    for i, word in enumerate(desk.words):
        if word in introduced and not desk.taken[i]:
            yield desk.take(_person(desk, i, i + 1))


def _name_stretches(desk: Desk) -> list[tuple[int, int]]:
    """Where names of persons stand, known full names first, then as the pipeline sees them."""
    found: list[tuple[int, int]] = []
    weak: list[tuple[int, int]] = []
    full = {actor for hit, _ in desk.hits.values() for actor in hit.only("person")}
    for first, (hit, end) in desk.hits.items():
        if hit.only("person"):
            found.append(_widen(desk, first, end))
        elif (short := hit.only("surname")) and (
            _looks_like_name(desk, first, end)
            or (desk.is_capital(first) and not full.isdisjoint(short))
        ):
            weak.append(_widen(desk, first, end))
    seen: list[tuple[int, int]] = []
    for entity in desk.doc.ents:
        if entity.label_ == "PER":
            stretch = _trim(desk, entity.start, entity.end)
            if stretch is not None:
                seen.append(stretch)
    seen += _after_titles(desk)
    rest = sorted(
        [*weak, *(stretch for stretch in seen)], key=lambda pair: (pair[0] - pair[1], pair[0])
    )
    return found + rest


def _trim(desk: Desk, start: int, end: int) -> tuple[int, int] | None:
    """An entity without titles, articles and possessives; None where no name is left."""
    while start < end and (
        desk.lowers[start] in HONORIFICS
        or desk.lowers[start] in _NO_NAME
        or title_noun(desk, start) is not None
        or desk.lowers[start] in CALENDAR
        or _is_field_of_office(desk, start)
        or not desk.words[start][0].isalpha()
        or (start in desk.hits and desk.hits[start][0].only("adjective") and end - start > 1)
    ):
        start += 1
    while end > start and (
        desk.lowers[end - 1] in {"'s", "’s", "'", "’"}
        or not any(letter.isalpha() for letter in desk.words[end - 1])
    ):
        end -= 1
    if start >= end or end - start > _LONGEST:
        return None
    if not desk.is_capital(start) or any(desk.pos[i] in {"VERB", "AUX"} for i in range(start, end)):
        return None
    if any(letter.isdigit() for word in desk.words[start:end] for letter in word):
        return None
    for i in range(start, end):
        if i in desk.inside and _is_known_otherwise(desk.hits[desk.inside[i]][0]):
            return None
    while end < len(desk.words) and end - start < _LONGEST and _is_more_of_name(desk, end):
        end += 1
    return _with_hyphens(desk, start, end)


def _is_field_of_office(desk: Desk, i: int) -> bool:
    """Whether the word is what a title is of: "Secretary of *Defence* Anna Brandt"."""
    return (
        i > 1
        and desk.lowers[i] in GOVERNED
        and desk.lowers[i - 1] in {"of", "for", "and"}
        and (title_noun(desk, i - 2) is not None or desk.lowers[i - 2] in GOVERNED)
    )


def _is_more_of_name(desk: Desk, i: int) -> bool:
    return (
        desk.pos[i] == "PROPN"
        and desk.is_capital(i)
        and desk.words[i].isalpha()
        and not desk.names_state(i)
        and title_noun(desk, i) is None
        and desk.lowers[i] not in CALENDAR
    )


def _is_known_otherwise(hit: Hit) -> bool:
    kinds = {entry.kind for entry in hit.entries}
    return not kinds & {"person", "surname"}


def _looks_like_name(desk: Desk, start: int, end: int) -> bool:
    """Whether a stretch spelled like a surname stands where a name may."""
    word = desk.lowers[start]
    if not desk.is_capital(start) or word in _NO_NAME or word in CALENDAR:
        return False
    hit = desk.hits[start][0]
    if {entry.kind for entry in hit.entries} - {"surname", "person"}:
        return False
    return not title_noun(desk, start) and desk.pos[end - 1] == "PROPN"


def _widen(desk: Desk, start: int, end: int) -> tuple[int, int]:
    """A surname with the unknown given names before it ("Asma Assad")."""
    first = desk.first_of_sentence(start)
    begin = start
    while begin > first and start - begin < 3:
        i = begin - 1
        if desk.taken[i] or i in desk.inside or desk.pos[i] != "PROPN":
            break
        if title_noun(desk, i) or desk.lowers[i] in HONORIFICS or desk.lowers[i] in CALENDAR:
            break
        if not desk.is_capital(i) and desk.lowers[i] not in _PARTICLES:
            break
        if _is_field_of_office(desk, i):
            break
        if not desk.words[i].replace("-", "").replace(".", "").isalpha():
            break
        if desk.doc[i].ent_type_ in {"ORG", "LOC"} and desk.doc[start].ent_type_ == "PER":
            break
        begin = i
    return _with_hyphens(desk, begin, end)


def _with_hyphens(desk: Desk, start: int, end: int) -> tuple[int, int]:
    """A name with the parts a hyphen joins to it ("Thae Yong-ho")."""
    size = len(desk.words)
    while (
        end + 1 < size
        and desk.words[end] == "-"
        and desk.end_of(end - 1) == desk.starts[end]
        and desk.starts[end + 1] == desk.starts[end] + 1
        and desk.words[end + 1].isalpha()
        and not desk.names_state(end + 1)
    ):
        end += 2
    return start, end


def _after_titles(desk: Desk) -> Iterator[tuple[int, int]]:
    """Capitalised words right after a title that means one person ("Minister Anna Brandt")."""
    size = len(desk.words)
    for i in range(size - 1):
        word = desk.lowers[i]
        if word not in HONORIFICS and (
            title_noun(desk, i) is None or (word.endswith("s") and word not in {"boss"})
        ):
            continue
        end = i + 1
        while end < size and end - i <= _LONGEST and _continues_name(desk, end):
            end += 1
        while end > i + 1 and desk.lowers[end - 1] in _PARTICLES | {"-"}:
            end -= 1
        if end > i + 1:
            stretch = _trim(desk, i + 1, end)
            if stretch is not None and stretch[0] == i + 1:
                yield stretch


def _continues_name(desk: Desk, i: int) -> bool:
    word = desk.words[i]
    if i in desk.inside and _is_known_otherwise(desk.hits[desk.inside[i]][0]):
        return False
    if title_noun(desk, i) or desk.lowers[i] in CALENDAR or desk.lowers[i] in _NO_NAME:
        return False
    if word == "-":
        return i + 1 < len(desk.words) and desk.is_capital(i + 1) and desk.pos[i - 1] == "PROPN"
    if desk.lowers[i] in _PARTICLES:
        return i + 1 < len(desk.words) and desk.pos[i + 1] == "PROPN"
    return desk.pos[i] == "PROPN" and desk.is_capital(i) and word[0].isalpha()


def _person(desk: Desk, start: int, end: int) -> Draft:
    name = fold(desk.slice(start, end)).strip()
    entries = desk.names.look_up(name)
    known = tuple(e.actor for e in entries if e.kind == "person")
    if not known:
        known = tuple(
            actor
            for i in range(start, end)
            if i in desk.hits
            for actor in desk.hits[i][0].only("person")
        )
    short = tuple(e.actor for e in entries if e.kind == "surname")
    draft = Draft(
        kind="person",
        start=start,
        end=end,
        head=_head(desk, start, end),
        form="name" if known or end - start > 1 else "surname",
        actors=known or short,
        name=name,
    )
    _add_title(desk, draft)
    if draft.title is not None and not draft.states and end + 1 < len(desk.words):
        after = end + 2 if desk.lowers[end + 1] == "the" else end + 1
        if desk.lowers[end] == "of" and after in desk.hits:
            draft.states = desk.state_of(desk.hits[after][0])[:1]
    return draft


def _add_title(desk: Desk, draft: Draft) -> None:
    """Widen `draft` by the title, honorific or possessive state before the name."""
    start = draft.start
    if start and desk.lowers[start - 1] in HONORIFICS and not desk.taken[start - 1]:
        draft.gender = HONORIFICS[desk.lowers[start - 1]]  # type: ignore[assignment]
        draft.start = start = start - 1
        if (
            start
            and desk.lowers[start - 1] not in HONORIFICS
            and title_noun(desk, start - 1) is None
        ):
            return
    begin = walk_left(desk, start)
    nouns = [i for i in range(begin, start) if title_noun(desk, i)]
    for noun in reversed(nouns):
        right = read_right(desk, noun)
        if noun + 1 != start and right.end < start:
            continue
        if desk.lowers[noun].endswith("s") and title_noun(desk, noun) != desk.lowers[noun]:
            continue
        phrase = read_left(desk, noun, start)
        title = desk.codebook.titles.title(title_noun(desk, noun) or "", phrase.words)
        draft.start = phrase.start
        draft.head = _head(desk, draft.start, draft.end)
        draft.title = title
        draft.words = phrase.words
        draft.noun = title_noun(desk, noun) or ""
        draft.states = phrase.states + tuple(
            state for state in right.states if state not in phrase.states
        )
        draft.target = right.target
        draft.possessor = phrase.possessor
        draft.form = "title"
        if title is not None and title.gender and draft.gender is None:
            draft.gender = title.gender
        return
    if start > 1 and desk.lowers[start - 1] in {"'s", "’s"} and desk.names_state(start - 2):
        owner = desk.inside[start - 2]
        states = states_in(desk, owner, start - 1)
        if states and not desk.taken[owner]:
            draft.start = owner
            draft.states = tuple(states)


def _head(desk: Desk, start: int, end: int) -> int:
    """The token of a stretch whose head lies outside it."""
    for i in range(start, end):
        if not start <= desk.heads[i] < end or desk.heads[i] == i:
            return i
    return end - 1
