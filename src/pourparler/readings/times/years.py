"""Years, decades and centuries: "in 2017", "1914-18", "the 1990s", "499 BC"."""

from pourparler.readings.times.days import full_year
from pourparler.readings.times.guards import YEAR_OPENERS, is_counted, is_led, is_year
from pourparler.readings.times.lexicon import DECADES
from pourparler.readings.times.numbers import read_year_words
from pourparler.readings.times.plans import Fixed, Plan
from pourparler.readings.times.rules import ORDINAL, Phrase, Rules

RULES = Rules()


@RULES.add("year", r"(?:(?:t|i)?(?P<t>[uU])|\$)?(?P<Y>Y)(?![bnu])")
def read_bare_year(phrase: Phrase) -> Plan | None:
    """1996; the year 2000; fiscal 1989."""
    if phrase.has("t") and phrase.word("t") not in {"year", "years"}:
        return None
    if phrase.last - phrase.first == 1 and not is_year(phrase):
        return None
    return Fixed("DATE", phrase.word("Y"))


@RULES.add("year-bc", r"(?:X)?(?P<b>[Y3dD])b")
@RULES.add("year-to-bc", r"(?P<b>[Y3])(?=[-_&][Y3]b)")
def read_year_bc(phrase: Phrase) -> Plan | None:
    """499 BC."""
    number = phrase.word("b")
    return Fixed("DATE", f"BC{int(number):04d}") if number.isdecimal() else None


@RULES.add("year-in-two-digits", r"(?P<y>y)")
def read_short_year(phrase: Phrase) -> Plan | None:
    """'98."""
    if phrase.before() not in YEAR_OPENERS | {"class", "spring", "summer", "fall", "winter"}:
        return None
    return Fixed("DATE", str(full_year(int(phrase.word("y")[1:]), 1999)))


@RULES.add("to-year", r"(?<=Y[-%])(?P<d>[dD])(?![%nMuU])")
def read_year_after(phrase: Phrase) -> Plan | None:
    """The second year of "1914-18"."""
    digits, start = phrase.word("d"), phrase.tokens.word(phrase.first - 2)
    if len(digits) != 2 or not digits.isdecimal() or int(start[2:]) >= int(digits):
        return None
    return Fixed("DATE", start[:2] + digits)


@RULES.add("year-in-words", r"(?:t?(?P<u>u))?(?P<n>n(?:[-&]?n){1,4})(?![-]?[uU])")
def read_spoken_year(phrase: Phrase) -> Plan | None:
    """Nineteen ninety-six; the year two thousand."""
    if phrase.has("u") and phrase.word("u") != "year":
        return None
    year = read_year_words(phrase.words("n"))
    if year is None or (not phrase.has("u") and is_counted(phrase)):
        return None
    return Fixed("DATE", str(year))


@RULES.add("decade", r"t?(?P<e>e)")
def read_decade(phrase: Phrase) -> Plan | None:
    """The 1990s; the '90s; the nineties."""
    word = phrase.word("e").lstrip("'’`")
    led = phrase.first < phrase.last - 1
    if word in DECADES:
        return Fixed("DATE", f"19{DECADES[word]}") if led or is_led(phrase) else None
    digits = word.rstrip("s")
    if len(digits) == 4:
        return Fixed("DATE", digits[:3])
    if not led and phrase.word("e") == word and not is_led(phrase):
        return None
    return Fixed("DATE", str(full_year(int(digits), 1999))[:3])


@RULES.add("century", rf"t?(?P<o>{ORDINAL})-?(?P<u>u)(?P<b>b)?")
def read_century(phrase: Phrase) -> Plan | None:
    """The 20th century; the fourth century BC."""
    number = phrase.ordinal("o")
    if phrase.word("u") != "century" or number is None or number < 1:
        return None
    return Fixed("DATE", f"{'BC' if phrase.has('b') else ''}{number - 1:02d}")
