"""Names the codebook knows, found in a text all at once."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal

from ahocorasick_rs import AhoCorasick
from msgspec import Struct

from pourparler.codebook import Codebook
from pourparler.codebook.spelling import fold, skeleton
from pourparler.model import Actor

Kind = Literal["actor", "adjective", "people", "capital", "seat", "person", "surname", "apart"]
"""How a name names: `apart` is a name that holds another and is no actor (Latin America)."""

_FAMILY_FIRST = {"china", "north-korea", "south-korea", "taiwan"}
_PARTICLES = {
    *("al", "el", "bin", "ibn", "ben", "bint", "van", "von", "der", "den", "de", "da", "di", "du"),
    *("del", "dos", "la", "le", "ter", "ten", "abu", "ould", "st", "mac", "van der", "y"),
}
_REMEMBERED = 50_000
"""Words whose noun is kept in memory: enough for the vocabulary of the news, and bounded."""
_SUFFIXES = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"}
_APART = (
    *("Latin America", "South America", "North America", "Central America", "New England"),
    *("South China Sea", "East China Sea", "Sea of Japan", "Gulf of Mexico", "New Mexico"),
    *("Indian Ocean", "Gulf of Oman", "English Channel", "West Virginia", "New South Wales"),
    *("Korean Peninsula", "Korean peninsula", "Arabian Peninsula", "Lake Victoria", "Lake Chad"),
    *("English", "Indian subcontinent", "American football", "Gulf of Guinea", "Congo River"),
    *("Irish Sea", "Norwegian Sea", "Philippine Sea", "Strait of Georgia", "Panama Canal"),
    *("Guinea pig", "Panama Papers", "Puerto Rican", "African American", "African-American"),
    *("Native American", "Latin American", "South American", "North American"),
    *("Central American", "Cuban Missile Crisis", "Greek Orthodox", "Russian Orthodox"),
    *("Brazil nut", "French Open", "Australian Open", "US Open", "U.S. Open", "British Open"),
)


def vocabulary(words: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(words.split())


class Entry(Struct, frozen=True):
    """One reading of a name: how it names, and whom."""

    kind: Kind
    actor: str


class Hit(Struct, frozen=True):
    """A name in a text: code points `start` to `end`, and all it may mean."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    def only(self, *kinds: Kind) -> tuple[str, ...]:
        """The actors it may name in one of these ways."""
        return tuple(entry.actor for entry in self.entries if entry.kind in kinds)


class Names:
    """Every name of a codebook's actors, ready to be found."""

    def __init__(self, codebook: Codebook) -> None:
        entries: dict[str, dict[Entry, None]] = {}
        for name, entry in _entries(codebook):
            for spelling in _spellings(name, entry.kind):
                entries.setdefault(spelling, {})[entry] = None
        self._entries = [tuple(found) for found in entries.values()]
        self._automaton = AhoCorasick(list(entries))
        self._titles = codebook.titles
        self._nouns: dict[str, tuple[str | None, str | None]] = {}
        self._by_name = {name: tuple(found) for name, found in entries.items()}

    def find(self, text: str) -> tuple[Hit, ...]:
        """The names in `text` (folded), whole words only; the longest where they overlap."""
        found = [
            (start, -end, pattern)
            for pattern, start, end in self._automaton.find_matches_as_indexes(
                text, overlapping=True
            )
            if _is_bounded(text, start, end)
        ]
        found.sort()
        hits: list[Hit] = []
        last = 0
        for start, minus_end, pattern in found:
            if start >= last:
                hits.append(Hit(start, -minus_end, self._entries[pattern]))
                last = -minus_end
        return tuple(hits)

    def title_noun(self, word: str) -> str | None:
        """The title noun a word (lower case) is, in singular; None where it is none."""
        return self._noun(word)[0]

    def group_noun(self, word: str) -> str | None:
        """The group noun a word (lower case) is, in singular; None where it is none."""
        return self._noun(word)[1]

    def _noun(self, word: str) -> tuple[str | None, str | None]:
        found = self._nouns.get(word)
        if found is None:
            if len(self._nouns) > _REMEMBERED:
                self._nouns.clear()
            title = _one_of(self._titles.nouns, word)
            found = self._nouns[word] = (title, _one_of(self._titles.group_nouns, word))
        return found

    def look_up(self, name: str) -> tuple[Entry, ...]:
        """What `name` (folded) may mean."""
        return self._by_name.get(name, ())

    def sounding(self, surname: str) -> tuple[Entry, ...]:
        """The persons whose surname is this one in other letters ("Pashinian")."""
        return tuple(self._by_sound.get(skeleton(surname), ()))

    @cached_property
    def _by_sound(self) -> dict[str, dict[Entry, None]]:
        """The persons by the sound of their surname; made when a name is first not known."""
        sounds: dict[str, dict[Entry, None]] = {}
        for name, found in self._by_name.items():
            for entry in found:
                if entry.kind == "surname" and " " not in name and name.istitle():
                    sounds.setdefault(skeleton(name), {})[entry] = None
        return sounds


def singular(word: str) -> str:
    """The singular of a noun of titles and groups, in lower case."""
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("spokespeople"):
        return "spokesperson"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def _one_of(nouns: frozenset[str], word: str) -> str | None:
    if word in nouns:
        return word
    one = singular(word)
    return one if one in nouns else None


_names: dict[str, Names] = {}


def names_of(codebook: Codebook) -> Names:
    """The names of `codebook`, made once."""
    names = _names.get(codebook.fingerprint)
    if names is None:
        _names.clear()  # one codebook at a time is in use; older ones need not stay in memory
        names = _names[codebook.fingerprint] = Names(codebook)
    return names


def surnames(name: str, country: str | None) -> tuple[str, ...]:
    """What a person of that full name is called for short: "Assad" and "al-Assad"."""
    words = [word for word in name.split() if word.lower() not in _SUFFIXES]
    if len(words) < 2:
        return tuple(words)
    if country in _FAMILY_FIRST and "-" not in words[0]:
        return (words[0],)
    last = words[-1]
    found = [last]
    bare = last.split("-", 1)
    if len(bare) == 2 and bare[0].lower() in _PARTICLES:
        found.append(bare[1])
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    if start < len(words) - 1:
        found.append(" ".join(words[start:]))
    return tuple(found)


def full_names(actor: Actor) -> Iterator[str]:
    """The full names of a person: as listed, without middle names, without the article."""
    for name in (actor.name, *actor.aliases):
        words = [word for word in name.split() if word.lower() not in _SUFFIXES]
        variants = [words]
        particles = any(word.lower() in _PARTICLES for word in words)
        if len(words) > 2 and not particles and actor.country not in _FAMILY_FIRST:
            variants.append([words[0], words[-1]])
            variants.append(words[1:])
        for variant in variants:
            yield " ".join(variant)
            if any("-" in word for word in variant[1:]):
                yield " ".join(variant).replace("-", " ")
            last = variant[-1].split("-", 1)
            if len(last) == 2 and last[0].lower() in {"al", "el"}:
                yield " ".join([*variant[:-1], last[1]])
                yield " ".join([*variant[:-1], "al " + last[1]])


def _entries(codebook: Codebook) -> Iterator[tuple[str, Entry]]:
    for name in _APART:
        yield name, Entry("apart", "")
    for state in codebook.actors.states.values():
        for name in state.names:
            yield name, Entry("actor", state.id)
        for name in state.adjectives:
            yield name, Entry("adjective", state.id)
        for name in state.people:
            yield name, Entry("people", state.id)
        for name in state.capitals:
            yield name, Entry("capital", state.id)
        for name in state.seats:
            yield name, Entry("seat", state.id)
    for actor in codebook.actors.values():
        if actor.kind == "person":
            yield from _person_entries(actor)
        elif actor.kind != "state":
            for name in (actor.name, *actor.aliases):
                yield name, Entry("actor", actor.id)
    for format in codebook.formats.values():
        for name in (format.name, *format.aliases):
            yield name, Entry("apart", format.id)


def _person_entries(actor: Actor) -> Iterator[tuple[str, Entry]]:
    short = {
        surname
        for name in (actor.name, *actor.aliases)
        for surname in surnames(name, actor.country)
    }
    for name in full_names(actor):
        yield name, Entry("person" if " " in name else "surname", actor.id)
    for surname in short:
        if len(surname) > 1:
            yield surname, Entry("surname", actor.id)


def _spellings(name: str, kind: Kind) -> Iterable[str]:
    plain = fold(name)
    yield plain
    if len(plain) > 3 and kind != "surname":
        yield plain.upper()
    if kind == "person" and "-" in plain:
        yield "-".join(part[:1].upper() + part[1:] for part in plain.split("-"))


def _is_bounded(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or after.isalnum())
