"""The one-letter code of every word of time.

Patterns are written over these codes, one letter a word, so that a pattern reads like a
phrase ("the next few months" is `txVU`) and runs over a line a fifth as long as the text.
The letters are listed once, in `CODES`; a word of no use to any pattern is a space.
"""

from typing import Final

from pourparler.readings.times.lexicon import (
    DAY_PARTS,
    DAY_SHIFTS,
    DECADES,
    FREQUENCIES,
    LONG_WORDS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    REFERENCES,
    SCALES,
    SEASONS,
    WEEKDAYS,
    ZONES,
)

CODES: Final = {
    "M": "month name",
    "W": "weekday name",
    "w": "abbreviated weekday (Mon., Thurs.)",
    "Y": "four digits that may be a year",
    "y": "two digits after an apostrophe ('98)",
    "e": "decade in digits (1990s, '90s)",
    "3": "three digits",
    "d": "digits from 1 to 31",
    "D": "other digits",
    "r": "digits with an ordinal ending (21st)",
    "n": "cardinal number word",
    "o": "ordinal number word",
    "u": "unit, one",
    "U": "unit, several",
    "q": "quarter",
    "h": "half",
    "k": "weekend",
    "s": "season",
    "p": "part of the day",
    "m": "noon, midnight",
    "j": "today, yesterday, tomorrow, tonight",
    "t": "the",
    "a": "a, an",
    "i": "this, these",
    "z": "that, those",
    "l": "last, past",
    "P": "previous, preceding, prior",
    "x": "next",
    "f": "following, subsequent",
    "g": "coming, upcoming",
    "S": "same",
    "c": "current, present",
    "R": "recent",
    "L": "latest",
    "E": "early",
    "G": "late",
    "I": "mid, middle",
    "<": "earlier",
    ">": "later",
    "A": "ago",
    "B": "before",
    "F": "after",
    "b": "BC, BCE",
    "X": "AD, CE",
    "K": "each, every",
    "%": "per, a slash",
    "V": "vague quantity (few, several, couple, many, some)",
    "H": "about, around, roughly, nearly, almost",
    "^": "over, under, within",
    "+": "more, less, fewer",
    "T": "than",
    "Z": "least, most",
    "O": "of",
    "N": "in",
    "@": "at",
    "_": "to, until, till, through",
    "C": "since",
    "*": "holiday",
    "&": "and",
    "|": "or",
    "-": "hyphen or dash",
    ",": "comma",
    ".": "full stop, semicolon, end of paragraph",
    "'": "'s",
    "{": "start, beginning, onset, dawn",
    "}": "end, close",
    "$": "fiscal, financial",
    "!": "word that stands for now, the past or the future",
    "~": "old",
    "#": "a.m., p.m.",
    "0": "clock digits (14:30)",
    "?": "o'clock, hours after a clock",
    ":": "zone",
    "=": "ISO date",
    "/": "date in digits and slashes or dots",
    "v": "full, entire, whole, long, first-words of a stretch",
    "(": "opening bracket",
    ")": "closing bracket",
    "J": "period, term",
    "Q": "another, further, single",
}


def _code_words() -> dict[str, str]:
    codes: dict[str, str] = {}

    def mark(code: str, words: str) -> None:
        codes.update(dict.fromkeys(words.split(), code))

    for words, code in (
        (MONTHS, "M"),
        (NUMBERS, "n"),
        (SCALES, "n"),
        (ORDINALS, "o"),
        (SEASONS, "s"),
        (DAY_PARTS, "p"),
        (DAY_SHIFTS, "j"),
        (REFERENCES, "!"),
        (FREQUENCIES, "!"),
        (LONG_WORDS, "!"),
        (DECADES, "e"),
        (ZONES, ":"),
    ):
        mark(code, " ".join(words))
    for name in WEEKDAYS:
        codes[name] = "W" if name.endswith("day") else "w"
    mark("u", "day week month year decade century hour minute fortnight")
    mark("U", "days weeks months years decades centuries hours minutes seconds fortnights")
    mark("q", "quarter quarters")
    mark("h", "half halves")
    mark("k", "weekend weekends")
    mark("m", "noon midnight midday")
    mark("*", "christmas easter halloween juneteenth nowruz thanksgiving")
    mark("t", "the")
    mark("a", "a an")
    mark("i", "this these")
    mark("z", "that those")
    mark("l", "last past")
    mark("P", "previous preceding prior")
    mark("x", "next")
    mark("f", "following subsequent succeeding ensuing")
    mark("g", "coming forthcoming")
    mark("S", "same")
    mark("c", "current present ongoing")
    mark("R", "recent")
    mark("L", "latest")
    mark("E", "early")
    mark("G", "late")
    mark("I", "mid middle")
    mark("<", "earlier")
    mark(">", "later")
    mark("A", "ago")
    mark("B", "before beforehand")
    mark("F", "after afterwards afterward thereafter")
    mark("b", "bc bce")
    mark("X", "ad ce")
    mark("K", "each every")
    mark("%", "per /")
    mark("V", "few several couple many some various numerous")
    mark("H", "about around approximately roughly nearly almost circa ca just only exactly")
    mark("^", "over under within")
    mark("+", "more less fewer longer")
    mark("T", "than")
    mark("Z", "least most")
    mark("O", "of")
    mark("N", "in during")
    mark("@", "at up")
    mark("_", "to until till through")
    mark("C", "since")
    mark("&", "and")
    mark("|", "or")
    mark("-", "- – — ‑ ‒")
    mark(",", ",")
    mark(".", ". ; ! ? :")
    mark("'", "'s ’s ' ’")
    mark("{", "start beginning outset")
    mark("}", "end close conclusion")
    mark("$", "fiscal financial")
    mark("~", "old")
    mark("?", "o'clock o’clock")
    mark("v", "full entire whole long trading consecutive straight year-ago")
    mark("J", "period term")
    mark("Q", "another additional further single")
    mark("(", "( [")
    mark(")", ") ]")
    return codes


WORD_CODES: Final = _code_words()
