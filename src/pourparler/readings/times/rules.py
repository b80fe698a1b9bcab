"""What a rule is: a pattern over word codes and the function that reads what it matched."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from pourparler.readings.times.lexicon import MONTHS, UNITS
from pourparler.readings.times.numbers import read_number, read_ordinal
from pourparler.readings.times.plans import Plan
from pourparler.readings.times.tokens import Tokens

NUMBER = r"(?:[dD3Y](?:-?n){0,2}|n(?:[-&]?n){0,6})"
VAGUE = r"(?:a?VO?)"
COUNT = rf"(?:{NUMBER}|{VAGUE})"
DAY = r"(?:[dr]|n-o|o)"
ORDINAL = r"(?:r|n-o|o)"
MONTH_YEAR = r"M,?O?(?:Y|(?:[3dD]|Y)b)"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that a pattern matched, from `first` to before `last`."""

    tokens: Tokens
    match: "re.Match[str]"

    @property
    def first(self) -> int:
        """Index of the first word."""
        return self.match.start()

    @property
    def last(self) -> int:
        """Index after the last word."""
        return self.match.end()

    def has(self, group: str) -> bool:
        """Whether the named part of the pattern matched."""
        return self.match[group] is not None

    def words(self, group: str) -> list[str]:
        """The words of a named part, in lower case; empty where it did not match."""
        start, end = self.match.span(group)
        return self.tokens.words[start:end] if start >= 0 else []

    def word(self, group: str) -> str:
        """The first word of a named part, empty where it did not match."""
        words = self.words(group)
        return words[0] if words else ""

    def code(self, group: str) -> str:
        """The codes of a named part, empty where it did not match."""
        return self.match[group] or ""

    def number(self, group: str) -> float | None:
        """The number a named part says."""
        return read_number(self.words(group))

    def ordinal(self, group: str) -> int | None:
        """The place a named part says, whether "third", "3rd" or "3"."""
        words = self.words(group)
        return read_ordinal(words) if words else None

    def month(self, group: str = "M") -> int:
        """The month a named part names."""
        return MONTHS[self.word(group)]

    def before(self, distance: int = 1) -> str:
        """The word that many places before the phrase."""
        return self.tokens.word(self.first - distance)

    def after(self, distance: int = 0) -> str:
        """The word that many places after the phrase."""
        return self.tokens.word(self.last + distance)


def read_shift(code: str) -> int | None:
    """How far the word of that code points: -1 for last, 0 for this, 1 for next."""
    if not code:
        return None
    return {"l": -1, "P": -1, "i": 0, "S": 0, "z": 0, "c": 0, "t": 0}.get(code, 1)


def unit_of(word: str) -> str:
    """The unit a word names, as `ShiftPlan` writes it."""
    return UNITS[word] if word in UNITS else UNITS[word.rstrip("s")]


Reader = Callable[[Phrase], Plan | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern over codes, and the reader of its matches."""

    name: str
    pattern: "re.Pattern[str]"
    read: Reader


class Rules(list[Rule]):
    """The rules of one module, in its order."""

    def add(self, name: str, pattern: str) -> Callable[[Reader], Reader]:
        """A decorator that adds the function below it as the reader of `pattern`."""

        def keep(read: Reader) -> Reader:
            self.append(Rule(name, re.compile(pattern), read))
            return read

        return keep
