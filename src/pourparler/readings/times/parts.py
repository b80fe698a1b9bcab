"""Parts of a year: seasons, quarters, halves and its end, of a year told or not."""

from pourparler.readings.times.lexicon import SEASONS, word_set
from pourparler.readings.times.plans import Fixed, LatestPartPlan, PartPlan, Plan, ShiftPlan
from pourparler.readings.times.rules import ORDINAL, Phrase, Rules, read_shift, unit_of

RULES = Rules()

_YEAR = r"(?:(?P<Y>Y)(?!b)|(?P<b>[Y3dD])b)"
_SHIFTED_YEAR = r"(?P<s>[lixfPzSct])(?P<u>u)"
_SEASON_GAMES = word_set("olympics games paralympics olympic school")


@RULES.add("latest-period", r"t?LJ")
def read_latest_period(phrase: Phrase) -> Plan | None:
    """The latest period."""
    return LatestPartPlan()


@RULES.add("season-year", rf"t?(?P<q>s),?O?{_YEAR}(?:-[dY])?")
@RULES.add("season", r"(?:i(?=[lg]s))?(?P<s>[lixzPfgtS])?(?P<q>s)(?:O?(?P<w>[lixzS]|tS)(?P<u>u))?")
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
    if code == "t" and word == "fall" and (phrase.before() != "in" or phrase.after() == "of"):
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


@RULES.add("last-quarter", rf"t?(?P<o>l)(?P<p>q)O(?:{_YEAR}|{_SHIFTED_YEAR})")
def read_last_quarter(phrase: Phrase) -> Plan | None:
    """The last quarter of 1989."""
    return _part(phrase, 4)


@RULES.add("last-half", rf"t?(?P<o>[lG])-?(?P<p>h)(?:,?O?{_YEAR}|O{_SHIFTED_YEAR})?(?!O(?:M|t?e))")
def read_last_half(phrase: Phrase) -> Plan | None:
    """The last half of 1989."""
    return _part(phrase, 2)


@RULES.add("year-quarter", rf"t?{_YEAR}-?\$?(?P<o>{ORDINAL})-?(?P<p>[qh])")
@RULES.add("shifted-year-quarter", rf"{_SHIFTED_YEAR}'(?P<o>{ORDINAL})-?(?P<p>[qh])")
def read_quarter_of(phrase: Phrase) -> Plan | None:
    """The 1988 second quarter; next year's first quarter."""
    return _part(phrase, phrase.ordinal("o"))


@RULES.add("quarter-of-year-named", r"t?(?P<Y>Y)[qJ]")
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
