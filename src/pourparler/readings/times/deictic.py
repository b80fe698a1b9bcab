"""Expressions that count from another time: "yesterday", "last year", "two days later"."""

from pourparler.readings.times.lexicon import DAY_SHIFTS, word_set
from pourparler.readings.times.plans import Base, Fixed, LatestPartPlan, Plan, ShiftPlan
from pourparler.readings.times.rules import (
    COUNT,
    NUMBER,
    ORDINAL,
    Phrase,
    Rules,
    read_shift,
    unit_of,
)

RULES = Rules()

_TURN_LEADS = word_set("on for in into its their his her entered")
_QUOTES = word_set("' \" ‘ ’ “ ”")
_LONG_UNITS = word_set("hours days weeks months years decades centuries")
# Units that a bare "the" makes a time of ("the week", not "the day").
_DEFINITE = word_set("week month year quarter")


@RULES.add("today", r"(?P<j>j)")
def read_today(phrase: Phrase) -> Plan | None:
    """Today, yesterday, tomorrow."""
    word = phrase.word("j")
    shown = phrase.before() in _QUOTES and phrase.after() in _QUOTES
    if word == "tonight" or (shown and phrase.tokens.raw(phrase.first)[0].isupper()):
        return None  # the "Today" programme
    return ShiftPlan("D", DAY_SHIFTS[word], "published")


@RULES.add("day-from-today", r"tu(?P<w>[BF])(?P<j>j)")
def read_day_from_today(phrase: Phrase) -> Plan | None:
    """The day before yesterday; the day after tomorrow."""
    step = -1 if phrase.has("w") and phrase.code("w") == "B" else 1
    return ShiftPlan("D", DAY_SHIFTS[phrase.word("j")] + step, "published")


@RULES.add("shifted-unit", r"(?:t?S?|i(?=[lg]))(?P<s>[lixfPgcL])(?:\$)?(?P<u>[ukq])")
@RULES.add("full-unit", r"(?P<s>[tic])v(?P<u>[ukq])")
def read_shifted(phrase: Phrase) -> Plan | None:
    """Last year; this week; the following month; the current quarter; the full year."""
    unit, code = unit_of(phrase.word("u")), phrase.code("s")
    if unit in {"h", "m", "s"}:
        return None
    if unit == "W" and code == "l" and _is_of_month(phrase):
        return Fixed("DURATION", "P1W")
    shift = 0 if code in "tL" else read_shift(code) or 0
    if code == "L" and unit == "Q":
        return LatestPartPlan(spoken_of=False)
    if code in "fP":
        return ShiftPlan(unit, shift, "mentioned")
    if code == "i" and phrase.word("s") == "these":
        return None
    if unit == "D":
        if code == "x":
            return ShiftPlan(unit, 1, "mentioned")
        if phrase.word("s") == "past":
            return Fixed("DURATION", "P1D")
        return None if code in "lgLt" else ShiftPlan(unit, shift, "published")
    return ShiftPlan(unit, shift, "published")


@RULES.add("week-of-month", rf"t(?P<o>{ORDINAL})(?P<u>u)(?=O)")
def read_week_of_month(phrase: Phrase) -> Plan | None:
    """The first week of May, as a stretch."""
    is_week = phrase.word("u") == "week" and _is_of_month(phrase)
    return Fixed("DURATION", "P1W") if is_week else None


def _is_of_month(phrase: Phrase) -> bool:
    return phrase.after() == "of" and phrase.tokens.codes[phrase.last + 1 : phrase.last + 2] == "M"


@RULES.add("day-in-turn", rf"[ta]?(?P<o>{ORDINAL})v?(?P<u>u)")
def read_day_in_turn(phrase: Phrase) -> Plan | None:
    """The second day; a third straight day: the day told of."""
    number = phrase.ordinal("o")
    if phrase.word("u") != "day" or number is None or number < 2:
        return None
    return ShiftPlan("D", 0, "either") if phrase.before() in _TURN_LEADS else None


@RULES.add("that-unit", r"(?:z|t?S|zS)(?P<u>[ukq])")
def read_that(phrase: Phrase) -> Plan | None:
    """That year; the same day."""
    if phrase.code("u") == "q":
        return LatestPartPlan()
    unit = unit_of(phrase.word("u"))
    return None if unit in {"h", "m", "s"} else ShiftPlan(unit, 0, "mentioned")


@RULES.add("in-the-day", r"[<>]Nt(?P<u>u)")
def read_in_the_day(phrase: Phrase) -> Plan | None:
    """Later in the day."""
    return ShiftPlan("D", 0, "mentioned") if phrase.word("u") == "day" else None


@RULES.add("the-unit", r"t(?P<u>[ukq])(?![OYb])")
def read_definite(phrase: Phrase) -> Plan | None:
    """The week; the year; the weekend."""
    if phrase.tokens.word(phrase.first) != "the":
        return None
    word = phrase.word("u")
    if phrase.after() == "-" or phrase.tokens.raw(phrase.last - 1)[0].isupper():
        return None  # "the quarter-finals", "Player of the Year"
    if word == "year" and phrase.after() in {"ended", "ending"}:
        return Fixed("DURATION", "P1Y")
    if word == "weekend":
        return ShiftPlan("WE", None, "published")
    if word in {"quarter", "quarters"}:
        return LatestPartPlan() if word == "quarter" else None
    return ShiftPlan(unit_of(word), 0, "either") if word in _DEFINITE else None


@RULES.add("ago", rf"(?:H|\+T)?(?P<n>{COUNT}|a)-?(?P<u>[uUq])(?P<so>\|(?: ))?A")
def read_ago(phrase: Phrase) -> Plan | None:
    """Two weeks ago; several years ago."""
    unit = unit_of(phrase.word("u"))
    count = _count(phrase)
    if phrase.has("so") and phrase.tokens.word(phrase.last - 2) != "so":
        return None
    if count is None:
        return Fixed("DATE", "PAST_REF")
    base: Base = "either" if unit == "Y" and count == 1 else "published"
    return ShiftPlan(unit, -count, base, -1)


@RULES.add("later", rf"(?:H|\+T)?(?P<n>{COUNT}|a)-?(?P<u>[uUq])(?P<w>[<>]|[BFP](?=[,.)&]|\Z))")
def read_later(phrase: Phrase) -> Plan | None:
    """A year earlier; two days later."""
    unit, back = unit_of(phrase.word("u")), phrase.code("w") in "<BP"
    count = _count(phrase)
    if count is None:
        return ShiftPlan(unit, None, "mentioned", -1 if back else 1)
    base: Base = "either" if back and unit == "Y" and count == 1 else "mentioned"
    return ShiftPlan(unit, -count if back else count, base, -1 if back else 1)


@RULES.add("half-ago", rf"(?P<n>{NUMBER}|a)(?P<u>[uU])?&ah-?(?P<U>[uU])?A")
def read_half_ago(phrase: Phrase) -> Plan | None:
    """Three and a half years ago."""
    unit = unit_of(phrase.word("u") or phrase.word("U") or "day")
    count = _count(phrase)
    if unit != "Y" or count is None:
        return Fixed("DATE", "PAST_REF")
    return ShiftPlan("M", -(12 * count + 6), "published", -1)


@RULES.add("half-unit-ago", r"a?h-?a?-?(?P<u>u)A")
def read_half_unit_ago(phrase: Phrase) -> Plan | None:
    """Half a century ago."""
    years = {"century": 50, "decade": 5}.get(phrase.word("u"))
    if years is None:
        return Fixed("DATE", "PAST_REF")
    return ShiftPlan("Y", -years, "published", -1)


@RULES.add("vaguely-ago", r"(?P<u>[Uv])A")
def read_vaguely_ago(phrase: Phrase) -> Plan | None:
    """Years ago; long ago."""
    return Fixed("DATE", "PAST_REF") if phrase.word("u") in {"long", *_LONG_UNITS} else None


@RULES.add("vaguely-later", r"(?P<u>U)(?P<w>[<>])")
def read_vaguely_later(phrase: Phrase) -> Plan | None:
    """Hours later; weeks earlier."""
    return ShiftPlan(
        unit_of(phrase.word("u")), None, "mentioned", -1 if phrase.code("w") == "<" else 1
    )


@RULES.add("day-before", r"t(?P<u>u)(?P<w>[<>]|f|[BF](?=[,.)&]|\Z))")
def read_day_before(phrase: Phrase) -> Plan | None:
    """The day before; the day after."""
    if phrase.word("u") not in {"day", "week", "month", "year"}:
        return None
    shift = -1 if phrase.code("w") in "B<" else 1
    return ShiftPlan(unit_of(phrase.word("u")), shift, "mentioned")


@RULES.add("year-earlier", r"(?P<u>u)-(?P<w>[A<])")
@RULES.add("year-earlier-period", rf"t?(?P<u>u)-?(?P<w>[A<]){ORDINAL}?[qJ]")
@RULES.add("quarter-a-year-ago", r"t[S ]?[qJ]a(?P<u>u)(?P<w>[A<])")
@RULES.add("same-period-last-year", r"t[S ][qJ](?:O|N)?[lP](?P<u>u)")
def read_year_earlier(phrase: Phrase) -> Plan | None:
    """The year-earlier period; the quarter a year ago; the same period last year."""
    if phrase.code("u") and phrase.word("u") != "year":
        return None
    return ShiftPlan(unit_of(phrase.word("u")), -1, "either", -1)


@RULES.add("from-now", rf"(?P<n>{COUNT}|a)(?P<u>[uU]) !")
def read_from_now(phrase: Phrase) -> Plan | None:
    """Two weeks from now."""
    if [phrase.tokens.word(phrase.last - 2), phrase.tokens.word(phrase.last - 1)] != [
        "from",
        "now",
    ]:
        return None
    count = _count(phrase)
    if count is None:
        return Fixed("DATE", "FUTURE_REF")
    return ShiftPlan(unit_of(phrase.word("u")), count, "published", 1)


def _count(phrase: Phrase) -> int | None:
    if phrase.code("n") == "a":
        return 1
    number = phrase.number("n")
    return None if number is None or number > 5000 or number != int(number) else int(number)
