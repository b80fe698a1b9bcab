"""Stretches of time: "two-week", "the past three months", "for years", "half an hour"."""

import re

from pourparler.readings.times.lexicon import LONG_WORDS, SCALES, word_set
from pourparler.readings.times.numbers import read_number, write_count
from pourparler.readings.times.plans import Fixed, Plan, ReferencePlan
from pourparler.readings.times.rules import NUMBER, VAGUE, Phrase, Rules

RULES = Rules()

_DURATIONS = {
    "second": ("PT", "S"),
    "minute": ("PT", "M"),
    "hour": ("PT", "H"),
    "day": ("P", "D"),
    "night": ("P", "D"),
    "week": ("P", "W"),
    "fortnight": ("P", "W"),
    "month": ("P", "M"),
    "quarter": ("P", "Q"),
    "year": ("P", "Y"),
    "decade": ("P", "DE"),
    "century": ("P", "CE"),
    "weekend": ("P", "WE"),
    "summer": ("P", "SU"),
}
_HOURS_KEPT = word_set("working office opening business visiting school man rush")
# Plural units that tell a vague stretch on their own ("for weeks").
_BARE = word_set("days weeks months years decades centuries hours")


def _unit(word: str) -> str:
    if word in _DURATIONS:
        return word
    return "century" if word == "centuries" else word.rstrip("s")


def write_duration(count: str, word: str) -> str:
    """The duration of `count` units (`X` for an unknown number)."""
    unit = _unit(word)
    if unit == "fortnight" and count != "X":
        count = str(2 * int(float(count)))
    if unit == "hour" and count == "24":
        return "PT24H"
    before, after = _DURATIONS[unit]
    return f"{before}{count}{after}"


@RULES.add("duration", rf"(?P<n>{NUMBER})-?(?:v|\+)?-?(?P<u>[uUq])(?:-?~)?")
@RULES.add("led-duration", rf"t?[lxfgPivoL](?P<n>{NUMBER})v?-?(?P<u>[uUq])")
@RULES.add("duration-period", rf"a(?P<n>{NUMBER})-(?P<u>u)J")
@RULES.add("the-duration", rf"t(?P<n>{NUMBER})[vlxfP]?(?P<u>[Uq])")
@RULES.add("further-duration", rf"a?Q(?P<n>{NUMBER})-?v?-?(?P<u>[uUq])")
def read_duration(phrase: Phrase) -> Plan | None:
    """Two weeks; 23-year; the past three months; the first two years."""
    words = phrase.words("n")
    if phrase.before() == "between" and "and" in words:
        words = words[: words.index("and")]  # "between two and three years"
    number = read_number(words)
    if number is None or number > 1_000_000_000:
        return None
    if phrase.tokens.word(phrase.last - 1) == "old" and "-" not in phrase.match[0]:
        return None  # the age of a person
    if phrase.code("u") == "q" and ("-" in phrase.match[0] or phrase.after() == "of"):
        return None
    if phrase.tokens.words[phrase.first] == "one" and phrase.word("u") == "day":
        return _read_one_day(phrase)
    return Fixed("DURATION", write_duration(write_count(number), phrase.word("u")))


@RULES.add("hundred-years", r"a(?P<n>n(?:[-&]?n){0,4})(?P<u>U)")
def read_hundreds(phrase: Phrase) -> Plan | None:
    """A hundred years."""
    return read_duration(phrase) if phrase.word("n") in SCALES else None


_MODALS = word_set("will would may might could can should must")


def _read_one_day(phrase: Phrase) -> Plan | None:
    """One day: a time to come after "will", else a stretch."""
    if phrase.before() in _MODALS:
        return ReferencePlan("FUTURE_REF")
    return Fixed("DURATION", "P1D")


@RULES.add("described-duration", rf"(?P<n>{NUMBER})(?P<x> )(?P<u>U)")
def read_described(phrase: Phrase) -> Plan | None:
    """Two bloody weeks."""
    word = phrase.tokens.raw(phrase.match.start("x"))
    if not (word.isalpha() and word.islower()) or word.endswith("s") or len(word) < 4:
        return None
    return read_duration(phrase)


@RULES.add("range-duration", rf"(?P<n>{NUMBER})[-_]{NUMBER}-?(?P<u>[uU])")
@RULES.add("first-duration", rf"(?P<n>{NUMBER})(?=[|]{NUMBER}-?(?P<u>[uU]))")
@RULES.add("led-range-duration", rf"t?[lxfP](?P<n>{NUMBER})[-_]{NUMBER}-?(?P<u>[uU])")
def read_first_duration(phrase: Phrase) -> Plan | None:
    """Two to three weeks; the first stretch of "ten or fifteen years"."""
    return read_duration(phrase)


@RULES.add("vague-duration", rf"(?:t?[lxfgPR])?(?:{VAGUE}|R|g)\+?(?P<u>U)")
@RULES.add("vague-unit", r"V-(?P<u>u)")
@RULES.add("led-vague-duration", r"t[lxfgP]V(?P<u>U)")
def read_vague(phrase: Phrase) -> Plan | None:
    """Several weeks; the next few days; recent months; coming weeks."""
    words = phrase.tokens.words[phrase.first : phrase.last]
    if "couple" in words:
        return Fixed("DURATION", write_duration("2", phrase.word("u")))
    return Fixed("DURATION", write_duration("X", phrase.word("u")))


@RULES.add("vague-hundreds", r"a?V(?P<n>n)O?(?P<u>U)")
def read_vague_hundreds(phrase: Phrase) -> Plan | None:
    """Several hundred years."""
    return read_vague(phrase) if phrase.word("n") in SCALES else None


@RULES.add("bare-duration", r"(?P<u>U)(?:-[v~])?")
@RULES.add("the-bare-duration", r"(?:t|[lxgP])(?P<u>U)")
@RULES.add("the-led-bare-duration", r"t[lxfgPEG](?P<u>U)")
def read_bare(phrase: Phrase) -> Plan | None:
    """Weeks; the past years."""
    word = phrase.word("u")
    if phrase.after() == "old" or (word == "hours" and phrase.before() in _HOURS_KEPT):
        return None
    opens = phrase.before() in {"", ".", "\n\n"}
    named = phrase.tokens.raw(phrase.first)[0].isupper() and not opens  # "Inauguration Days"
    if word not in _BARE or named or phrase.before(2) == "light":
        return None
    return Fixed("DURATION", write_duration("X", word))


@RULES.add("one-and-a-half", rf"(?P<n>{NUMBER})?a?(?P<u>[uU])&ah")
@RULES.add("and-a-half", rf"(?P<n>{NUMBER}|a)(?P<u>[uU])?&ah-?(?P<U>[uU])")
def read_and_half(phrase: Phrase) -> Plan | None:
    """A minute and a half; two and a half years."""
    groups = phrase.match.groupdict()
    unit = phrase.word("U") if groups.get("U") else phrase.word("u")
    number = (phrase.number("n") if phrase.has("n") and phrase.code("n") != "a" else None) or 1
    return Fixed("DURATION", _with_half(int(number), unit))


def _with_half(count: int, word: str) -> str:
    smaller = {"minute": ("S", 30), "hour": ("M", 30), "year": ("M", 6)}
    unit = _unit(word)
    before, after = _DURATIONS[unit]
    if unit not in smaller:
        return f"{before}{count}.5{after}"
    letter, half = smaller[unit]
    if count == 0:
        return f"{before}{half}{letter}"
    return f"{before}{count}{after}{half}{letter}"


@RULES.add("fraction", r"(?P<n>[dD])?d%d-?(?P<u>[uU])")
def read_fraction(phrase: Phrase) -> Plan | None:
    """2 1/2 years."""
    place = phrase.first + phrase.has("n")
    if phrase.tokens.words[place : place + 3] != ["1", "/", "2"]:
        return None
    whole = phrase.number("n") if phrase.has("n") else 0
    return Fixed("DURATION", _with_half(int(whole or 0), phrase.word("u")))


@RULES.add("quarter-century", r"a?q(?:-|Oa)(?P<u>u)")
def read_quarter_century(phrase: Phrase) -> Plan | None:
    """A quarter of a century."""
    return Fixed("DURATION", "P25Y") if phrase.word("u") == "century" else None


@RULES.add("half-unit", r"a?h-?a?-?(?P<u>u)")
def read_half(phrase: Phrase) -> Plan | None:
    """Half an hour; a half-century."""
    return Fixed("DURATION", _with_half(0, phrase.word("u")))


_DURATION_LEADS = word_set(
    "in for within after than over about nearly almost of lasted lasting last lasts took take "
    "takes by under during spent spend around roughly to every least most only just before as "
    "until at is was not exactly and or with"
)


@RULES.add("another-unit", r"a?Q(?P<u>u)")
def read_another(phrase: Phrase) -> Plan | None:
    """Another week; a single day."""
    if phrase.tokens.word(phrase.last - 2) == "single" and phrase.tokens.codes[phrase.first] != "a":
        return None
    return Fixed("DURATION", write_duration("1", phrase.word("u")))


@RULES.add("a-unit", r"a(?P<v>v)?(?P<u>u)(?:-?~)?(?!-[A<])")
def read_one(phrase: Phrase) -> Plan | None:
    """A week; "5 million a year", which comes again."""
    value = write_duration("1", phrase.word("u"))
    before = phrase.before()
    if phrase.has("v") or not before or before in _DURATION_LEADS:
        return Fixed("DURATION", value)
    return Fixed("SET", value)


@RULES.add("all-unit", r" (?P<u>u)v?")
def read_all(phrase: Phrase) -> Plan | None:
    """All week; all day long."""
    if phrase.tokens.word(phrase.first) != "all":
        return None
    return Fixed("DURATION", write_duration("1", phrase.word("u")))


@RULES.add("long-word", r"(?P<w>!)")
def read_long_word(phrase: Phrase) -> Plan | None:
    """Yearlong; weeklong."""
    value = LONG_WORDS.get(phrase.word("w"))
    return Fixed("DURATION", value) if value else None


@RULES.add("year-long", r"(?P<n>o|[dn]|)(?P<u>u)-v")
def read_long(phrase: Phrase) -> Plan | None:
    """Year-long; week-long."""
    count = phrase.number("n") if phrase.has("n") and phrase.code("n") else 1
    return (
        Fixed("DURATION", write_duration(write_count(count), phrase.word("u"))) if count else None
    )


_LONG = re.compile(r"P(\d+(?:\.5)?)(DE|CE)\Z")


def count_in_years(value: str) -> str:
    """The duration with decades and centuries told in years, as news annotation has them."""
    match = _LONG.match(value)
    if match is None:
        return value
    return f"P{int(float(match[1]) * (10 if match[2] == 'DE' else 100))}Y"
