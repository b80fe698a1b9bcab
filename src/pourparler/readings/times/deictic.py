"""Expressions that count from another time: "yesterday", "last year", "two days later"."""

from pourparler.readings.times.lexicon import DAY_SHIFTS, SEASONS, UNITS, word_set
from pourparler.readings.times.plans import Base, Fixed, LatestPartPlan, PartPlan, Plan, ShiftPlan
from pourparler.readings.times.rules import COUNT, NUMBER, ORDINAL, Phrase, Rules, read_shift

RULES = Rules()

_YEAR = r"(?:(?P<Y>Y)(?!b)|(?P<b>[Y3dD])b)"
_SHIFTED_YEAR = r"(?P<s>[lixfPzSct])(?P<u>u)"
_SEASON_GAMES = word_set("olympics games paralympics olympic school")
_LONG_UNITS = word_set("hours days weeks months years decades centuries")
# Units that a bare "the" makes a time of ("the week", not "the day").
_DEFINITE = word_set("week month year quarter")


def unit_of(word: str) -> str:
    """The unit a word names, as `ShiftPlan` writes it."""
    return UNITS[word] if word in UNITS else UNITS[word.rstrip("s")]


@RULES.add("today", r"(?P<j>j)")
def read_today(phrase: Phrase) -> Plan | None:
    """Today, yesterday, tomorrow."""
    word = phrase.word("j")
    return None if word == "tonight" else ShiftPlan("D", DAY_SHIFTS[word], "published")


@RULES.add("day-from-today", r"tu(?P<w>[BF])(?P<j>j)")
def read_day_from_today(phrase: Phrase) -> Plan | None:
    """The day before yesterday; the day after tomorrow."""
    step = -1 if phrase.has("w") and phrase.code("w") == "B" else 1
    return ShiftPlan("D", DAY_SHIFTS[phrase.word("j")] + step, "published")


@RULES.add("shifted-unit", r"t?S?(?P<s>[lixfPgcL])(?:\$)?(?P<u>[ukq])")
@RULES.add("full-unit", r"(?P<s>[tic])v(?P<u>[ukq])")
def read_shifted(phrase: Phrase) -> Plan | None:
    """Last year; this week; the following month; the current quarter; the full year."""
    unit, code = unit_of(phrase.word("u")), phrase.code("s")
    if unit in {"h", "m", "s"}:
        return None
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


@RULES.add("latest-period", r"t?LJ")
def read_latest_period(phrase: Phrase) -> Plan | None:
    """The latest period."""
    return LatestPartPlan()


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
@RULES.add("year-earlier-period", rf"t?(?P<u>u)-(?P<w>[A<]){ORDINAL}?[qJ]")
@RULES.add("quarter-a-year-ago", r"tqa(?P<u>u)(?P<w>[A<])")
def read_year_earlier(phrase: Phrase) -> Plan | None:
    """The year-earlier period; the quarter a year ago."""
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


@RULES.add("season-year", rf"t?(?P<q>s),?O?{_YEAR}")
@RULES.add("season", r"(?P<s>[lixzPfgtS])?(?P<q>s)(?:O?(?P<w>[lixzS]|tS)(?P<u>u))?")
def read_season(phrase: Phrase) -> Plan | None:
    """The summer of 2023; last spring; winter."""
    season = SEASONS[phrase.word("q")]
    if phrase.after() in _SEASON_GAMES or (phrase.after() == "-" and phrase.after(1) == "like"):
        return None
    if phrase.before() in {"a", "an"}:
        return None
    groups = phrase.match.groupdict()
    if groups.get("Y"):
        return PartPlan(season, int(phrase.word("Y")))
    if groups.get("b"):
        return PartPlan(season, -int(phrase.word("b"))) if phrase.word("b").isdecimal() else None
    if "s" not in groups:
        return None
    word, code = phrase.word("q"), phrase.code("s")
    if phrase.has("u"):
        return (
            PartPlan(season, None, read_shift(phrase.code("w")))
            if phrase.word("u") == "year"
            else None
        )
    modified = phrase.before() in {"early", "late", "mid", "-", "in", "this", "last", "next"}
    if not code and word in {"fall", "spring"} and not modified:
        return None
    if code == "t" and word == "fall":
        return None
    shift = None if code in {"", "t", "z", "S"} else read_shift(code)
    return PartPlan(season, None, shift)


@RULES.add(
    "quarter",
    rf"(?:t(?!\$?-?{ORDINAL}-))?\$?-?(?P<o>{ORDINAL})-?\$?(?P<p>[qh])(?:,?O?(?:\$|tu)?{_YEAR}|O{_SHIFTED_YEAR})?(?!O(?:M|t?e))",
)
def read_quarter(phrase: Phrase) -> Plan | None:
    """The third quarter; the first half of 2023; the second quarter of last year."""
    return _part(phrase, phrase.ordinal("o"))


@RULES.add("last-half", rf"t?(?P<o>[lG])-?(?P<p>h)(?:,?O?{_YEAR}|O{_SHIFTED_YEAR})?(?!O(?:M|t?e))")
def read_last_half(phrase: Phrase) -> Plan | None:
    """The last half of 1989."""
    return _part(phrase, 2)


@RULES.add("year-quarter", rf"t?{_YEAR}-?\$?(?P<o>{ORDINAL})-?(?P<p>[qh])")
@RULES.add("shifted-year-quarter", rf"{_SHIFTED_YEAR}'(?P<o>{ORDINAL})-?(?P<p>[qh])")
def read_quarter_of(phrase: Phrase) -> Plan | None:
    """The 1988 second quarter; next year's first quarter."""
    return _part(phrase, phrase.ordinal("o"))


@RULES.add("quarter-of-year-named", rf"t?{_YEAR}[qJ]")
def read_year_period(phrase: Phrase) -> Plan | None:
    """The 1988 period."""
    return Fixed("DATE", phrase.word("Y"))


def _part(phrase: Phrase, number: int | None) -> Plan | None:
    letter = "Q" if phrase.code("p") == "q" else "H"
    if number is None or not 1 <= number <= (4 if letter == "Q" else 2):
        return None
    groups = phrase.match.groupdict()
    if groups.get("Y"):
        return PartPlan(f"{letter}{number}", int(phrase.word("Y")))
    if groups.get("u"):
        if phrase.word("u") != "year":
            return None
        return PartPlan(f"{letter}{number}", None, read_shift(phrase.code("s")) or 0)
    if letter == "H" and phrase.tokens.codes[phrase.first] != "t":
        return None
    return PartPlan(f"{letter}{number}")


@RULES.add("year-end", r"t?(?P<s>[lxi])?(?P<u>u)'?-?}")
def read_year_end(phrase: Phrase) -> Plan | None:
    """Year-end; the year's end."""
    if phrase.word("u") not in {"year", "month", "week"}:
        return None
    return ShiftPlan(unit_of(phrase.word("u")), read_shift(phrase.code("s")) or 0, "either")
