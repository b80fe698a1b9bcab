"""The words of time, and the one-letter code of each kind.

Patterns are written over these codes, one letter a word, so that a pattern reads like a
phrase ("the next few months" is `txVU`) and runs over a line a fifth as long as the text.
The letters are listed once, in `CODES`; a word of no use to any pattern is a space.
"""

from typing import Final

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
}


def word_set(line: str) -> frozenset[str]:
    """The words of a line, as a set."""
    return frozenset(line.split())


def _number(line: str, *, first: int, step: int = 1) -> dict[str, int]:
    return {word: first + place * step for place, word in enumerate(line.split())}


MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
SEASONS: Final = {
    "spring": "SP",
    "springtime": "SP",
    "summer": "SU",
    "summertime": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
    "wintertime": "WI",
}
DAY_PARTS: Final = {
    "morning": "MO",
    "dawn": "MO",
    "daybreak": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "dusk": "EV",
    "night": "NI",
    "nighttime": "NI",
    "overnight": "NI",
}
UNITS: Final = {
    "second": "s",
    "minute": "m",
    "hour": "h",
    "day": "D",
    "night": "N",
    "week": "W",
    "fortnight": "2W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "10Y",
    "century": "100Y",
    "centurie": "100Y",
    "weekend": "WE",
    "summer": "SU",
    "winter": "WI",
}
NUMBERS: Final = _number(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
    first=0,
) | _number("twenty thirty forty fifty sixty seventy eighty ninety", first=20, step=10)
SCALES: Final = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
ORDINALS: Final = _number(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    first=1,
) | {"thirtieth": 30, "latter": 2}
DECADES: Final = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
DAY_SHIFTS: Final = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
REFERENCES: Final = {
    "now": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "recently": "PAST_REF",
    "previously": "PAST_REF",
    "lately": "PAST_REF",
    "soon": "FUTURE_REF",
    "future": "FUTURE_REF",
    "former": "PAST_REF",
}
FREQUENCIES: Final = {
    "hourly": "PT1H",
    "daily": "XXXX-XX-XX",
    "nightly": "XXXX-XX-XXTNI",
    "weekly": "XXXX-WXX",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "XXXX-XX",
    "yearly": "XXXX",
    "annually": "XXXX",
    "everyday": "XXXX-XX-XX",
    "mondays": "XXXX-WXX-1",
    "tuesdays": "XXXX-WXX-2",
    "wednesdays": "XXXX-WXX-3",
    "thursdays": "XXXX-WXX-4",
    "fridays": "XXXX-WXX-5",
    "saturdays": "XXXX-WXX-6",
    "sundays": "XXXX-WXX-7",
}
HOLIDAYS: Final = {
    # Month and day, of those that keep their day from year to year.
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "new year": (1, 1),
    "new year day": (1, 1),
    "new year eve": (12, 31),
    "halloween": (10, 31),
    "nowruz": (3, 21),
}
ZONES: Final = {
    # Of those without an offset one has to know whether summer time holds.
    "et": "",
    "ct": "",
    "pt": "",
    "gmt": "Z",
    "utc": "Z",
    "est": "-05:00",
    "edt": "-04:00",
    "cst": "-06:00",
    "cdt": "-05:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
    "cet": "+01:00",
    "cest": "+02:00",
    "bst": "+01:00",
    "eet": "+02:00",
    "eest": "+03:00",
    "msk": "+03:00",
    "trt": "+03:00",
}

# Lands without summer time, so that their offset holds all the year (Turkey since 2016).
CITY_ZONES: Final = {
    "moscow": "+03:00",
    "ankara": "+03:00",
    "istanbul": "+03:00",
    "turkish": "+03:00",
    "baghdad": "+03:00",
    "riyadh": "+03:00",
    "doha": "+03:00",
    "damascus": "+03:00",
    "tehran": "+03:30",
    "dubai": "+04:00",
    "baku": "+04:00",
    "yerevan": "+04:00",
    "tbilisi": "+04:00",
    "delhi": "+05:30",
    "beijing": "+08:00",
    "seoul": "+09:00",
    "tokyo": "+09:00",
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
    mark("*", "christmas halloween nowruz")
    mark("t", "the its their his her our your my")
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
    mark("(", "( [")
    mark(")", ") ]")
    return codes


WORD_CODES: Final = _code_words()
