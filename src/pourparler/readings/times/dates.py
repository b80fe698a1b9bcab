"""Dates that name a day, month or year: "10 May 2023", "June 20-21", "in 2017", "Nov. 2"."""

import re

from pourparler.readings.times.days import full_year, is_day
from pourparler.readings.times.lexicon import DECADES, HOLIDAYS, MONTHS, WEEKDAYS, word_set
from pourparler.readings.times.numbers import read_year_words
from pourparler.readings.times.plans import (
    Fixed,
    HolidayPlan,
    MonthPlan,
    NumericPlan,
    Plan,
    WeekdayPlan,
)
from pourparler.readings.times.rules import DAY, ORDINAL, Phrase, Rules, read_shift

RULES = Rules()

_YEAR = r"(?:(?P<Y>Y)(?!b)|(?P<y>y)|(?P<b>[Y3dD])b)"
# What follows a number that counts something, so that "2000 people" is no year.
_COUNTED = word_set(
    "people men women children troops soldiers students workers employees jobs votes seats "
    "points feet meters metres miles kilometers kilometres km tons tonnes pounds kilograms "
    "dollars euros rubles roubles lira yen percent pct per percentage barrels shares acres "
    "hectares copies pages civilians refugees fighters inmates prisoners passengers members "
    "delegates homes houses words hp cc mg kg mm cm"
)
_NUMBERING = word_set(
    "no no. number nr # $ £ € ¥ flight room page pages resolution resolutions law route boeing "
    "highway channel model section article chapter paragraph act x than nearly almost some "
    "approximately"
)
_YEAR_OPENERS = word_set(
    "in since by until till from during of before after early late mid through between year "
    "to for circa"
)
# Persons bear these months as names.
_NAME_MONTHS = word_set("may april june august")
_ATTACKS = word_set("attacks attack terrorist terror hijackings hijackers bombings")
_HOLIDAY_LEADS = word_set("on by since until before after at around")
_DATE_LEADS = word_set(
    "in since by until till from during of before after early late mid last next this through "
    "between for to and or on the begin beginning end starting around about every each that "
    "as or ( - – — , 's ended ending dated"
)


def read_year(phrase: Phrase) -> str | None:
    """The year in the groups Y, y and b of `_YEAR` as TIMEX3 writes it."""
    if phrase.has("Y"):
        return phrase.word("Y")
    if phrase.has("b"):
        number = phrase.word("b")
        return f"BC{int(number):04d}" if number.isdecimal() else None
    if phrase.has("y"):
        return str(full_year(int(phrase.word("y")[1:]), 1999))
    return None


def _date(year: str, month: int, day: int | None = None) -> Plan | None:
    if day is None:
        return Fixed("DATE", f"{year}-{month:02d}")
    digits = int(year.removeprefix("BC"))
    if not is_day(digits, month, day):
        return None
    return Fixed("DATE", f"{year}-{month:02d}-{day:02d}")


@RULES.add("iso-date", r"(?P<i>=)")
def read_iso(phrase: Phrase) -> Plan | None:
    """2024-07-12, 2024-07-12T14:30."""
    value = phrase.word("i").upper()
    year, month, day = (int(part) for part in value[:10].split("-"))
    if not is_day(year, month, day):
        return None
    return Fixed("TIME" if "T" in value else "DATE", value)


@RULES.add("numeric-date", r"(?P<n>/)")
def read_numeric(phrase: Phrase) -> Plan | None:
    """12/07/2024, 12.07.2024, 9/28/98."""
    raw = phrase.word("n")
    first, second, year = (int(part) for part in re.split(r"[/.]", raw))
    if raw[-3] in "/.":
        if "." in raw:
            return None  # as likely a version or a sum
        year = full_year(year, 2010)
    if "." in raw:
        return _date(f"{year:04d}", second, first)
    readings = [pair for pair in ((first, second), (second, first)) if is_day(year, *pair)]
    if len(readings) == 2 and first != second:
        return NumericPlan(first, second, year)
    return _date(f"{year:04d}", *readings[0]) if readings else None


@RULES.add("named-day", r"(?:(?P<M>M)(?P<d>[dr])|d%d)")
def read_named_day(phrase: Phrase) -> Plan | None:
    """The September 11 attacks, 9/11: a day that goes by its month and day alone."""
    if phrase.has("M"):
        named = (phrase.month(), phrase.word("d")) == (9, "11") and phrase.after() in _ATTACKS
    else:
        named = phrase.tokens.words[phrase.first : phrase.last] == ["9", "/", "11"]
    return Fixed("DATE", "2001-09-11") if named else None


@RULES.add("month-day-year", rf"(?:[Ww],?)?(?P<M>M)t?(?P<d>{DAY}),?O?{_YEAR}")
@RULES.add("day-month-year", rf"(?:[Ww],?)?(?:t(?=o|n|r))?(?P<d>{DAY})-?O?(?P<M>M)-?,?O?{_YEAR}")
def read_full(phrase: Phrase) -> Plan | None:
    """May 10, 2023; Wednesday, 10 May 2023; the tenth of May 2023."""
    year, day = read_year(phrase), phrase.ordinal("d")
    return _date(year, phrase.month(), day) if year and day else None


@RULES.add("month-day-to-year", rf"(?P<M>M)(?P<d>[dr])(?=[-_&](?:M)?[dr],?{_YEAR})")
@RULES.add("day-month-to-year", rf"(?P<d>[dr])O?(?P<M>M)(?=[-_&][dr]O?M,?{_YEAR})")
def read_full_by_end(phrase: Phrase) -> Plan | None:
    """The first day of "June 20-21, 2023" and of "20 June - 5 July 2023"."""
    year, day = read_year(phrase), phrase.ordinal("d")
    return _date(year, phrase.month(), day) if year and day else None


@RULES.add("day-to-month-year", rf"(?P<d>[dr])(?=[-_&|][dr]O?(?P<M>M),?O?{_YEAR})")
def read_day_by_end(phrase: Phrase) -> Plan | None:
    """The first day of "20-21 June 2023"."""
    return read_full(phrase)


@RULES.add("day-to-month", r"(?P<d>[dr])(?=[-_&|,](?:[dr]&)?[dr]O?(?P<M>M))")
def read_open_day_by_end(phrase: Phrase) -> Plan | None:
    """The first day of "20-21 June"."""
    return MonthPlan(phrase.month(), phrase.ordinal("d"))


@RULES.add("and-day-year", rf"(?:(?<=M[dr][-&_,|])|(?<=M[dr],&))(?P<d>[dr]),?{_YEAR}")
def read_day_after(phrase: Phrase) -> Plan | None:
    """The second day of "June 20-21, 2023"."""
    year, day = read_year(phrase), phrase.ordinal("d")
    month = _month_before(phrase)
    return _date(year, month, day) if year and day else None


@RULES.add("and-day", r"(?:(?<=M[dr][-&_|])|(?<=M[dr],&))(?P<d>[dr])(?![\dn])")
def read_open_day_after(phrase: Phrase) -> Plan | None:
    """The second day of "June 20-21"."""
    if _counts(phrase):
        return None
    return MonthPlan(_month_before(phrase), phrase.ordinal("d"))


def _month_before(phrase: Phrase) -> int:
    return MONTHS[phrase.tokens.words[phrase.tokens.codes.rindex("M", 0, phrase.first)]]


@RULES.add("month-year", rf"(?P<M>M),?O?{_YEAR}")
@RULES.add("month-to-year", rf"(?P<M>M)(?=[-_&|%]M,?O?{_YEAR})")
def read_month_year(phrase: Phrase) -> Plan | None:
    """May 2023; the first month of "April-May 2023"."""
    year = read_year(phrase)
    return _date(year, phrase.month()) if year else None


@RULES.add("month-year-in-words", r"(?P<M>M),?(?P<n>n(?:[-&]?n){1,4})")
def read_month_spoken_year(phrase: Phrase) -> Plan | None:
    """January nineteen ninety-seven."""
    year = read_year_words(phrase.words("n"))
    return _date(str(year), phrase.month()) if year else None


@RULES.add("month-last-year", r"(?P<M>M),?O?(?:(?P<l>l)|(?P<x>x)|i)(?P<u>u)")
def read_month_in_shifted_year(phrase: Phrase) -> Plan | None:
    """June last year."""
    if phrase.word("u") != "year":
        return None
    shift = -1 if phrase.has("l") else 1 if phrase.has("x") else 0
    return MonthPlan(phrase.month(), year_shift=shift)


@RULES.add("month-same-year", r"(?P<M>M)(?P<d>[dr])?,?O(?:z|tS|t)(?P<u>u)")
def read_month_same_year(phrase: Phrase) -> Plan | None:
    """August of that year; July 25 of the same year."""
    if phrase.word("u") != "year":
        return None
    return MonthPlan(
        phrase.month(), phrase.ordinal("d") if phrase.has("d") else None, of_mentioned=True
    )


@RULES.add("month-day", r"(?:[Ww],?)?(?P<M>M)t?(?P<d>[dr]|(?<=t)(?:n-)?o)")
@RULES.add("day-month", rf"(?:[Ww],?)?(?:t(?=o|n|r))?(?P<d>{DAY})O?(?P<M>M)")
def read_day(phrase: Phrase) -> Plan | None:
    """May 10; 10 May; the tenth of May."""
    day = phrase.ordinal("d")
    if day is None or not is_day(2000, phrase.month(), day):
        return None
    if phrase.code("d") == "d" and phrase.tokens.codes[phrase.last - 1] == "d" and _counts(phrase):
        return None
    return MonthPlan(phrase.month(), day)


@RULES.add("month", r"(?:t(?=SM|fM|PM))?(?P<s>[lixfPgS](?!M,?O?[Yyd]))?(?P<M>M)")
def read_month(phrase: Phrase) -> Plan | None:
    """May; last May."""
    if phrase.has("s") or _is_month(phrase):
        return MonthPlan(phrase.month(), shift=read_shift(phrase.code("s")))
    return None


@RULES.add("to-weekday", r"(?<=W[-_])(?P<W>W)")
def read_weekday_after(phrase: Phrase) -> Plan | None:
    """The last day of "Monday to Friday"."""
    return WeekdayPlan(WEEKDAYS[phrase.word("W")], follows=True)


@RULES.add("weekday", r"(?:t(?=[fPx]W))?(?P<s>[lixfPg])?(?P<W>W)")
def read_weekday(phrase: Phrase) -> Plan | None:
    """Friday; last Friday."""
    if phrase.tokens.raw(phrase.last - 1)[0].islower():
        return None
    code = phrase.code("s")
    return WeekdayPlan(
        WEEKDAYS[phrase.word("W")],
        read_shift(code),
        from_mentioned=bool(code) and code in "Pf",
        possessive=phrase.after() in {"'s", "’s"},
    )


@RULES.add("weekday-of-week", r"(?P<W>W),?O?(?P<s>[lixfP])(?P<u>u)")
@RULES.add("week-of-weekday", r"(?P<s>[lixfP])(?P<u>u)O?,?(?:N@)?(?P<W>W)")
def read_weekday_of_week(phrase: Phrase) -> Plan | None:
    """Thursday last week; Monday of this week."""
    if phrase.word("u") != "week":
        return None
    return WeekdayPlan(WEEKDAYS[phrase.word("W")], None, read_shift(phrase.code("s")) or 0)


@RULES.add("year", r"(?:(?:t|i)?(?P<t>[uU])|\$)?(?P<Y>Y)(?![bnu])")
def read_bare_year(phrase: Phrase) -> Plan | None:
    """1996; the year 2000; fiscal 1989."""
    if phrase.has("t") and phrase.word("t") not in {"year", "years"}:
        return None
    if phrase.last - phrase.first == 1 and not _is_year(phrase):
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
    if phrase.before() not in _YEAR_OPENERS | {"class", "spring", "summer", "fall", "winter"}:
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
    if year is None or (not phrase.has("u") and _counts(phrase)):
        return None
    return Fixed("DATE", str(year))


@RULES.add("decade", r"t?(?P<e>e)")
def read_decade(phrase: Phrase) -> Plan | None:
    """The 1990s; the '90s; the nineties."""
    word = phrase.word("e").lstrip("'’`")
    led = phrase.first < phrase.last - 1
    if word in DECADES:
        return Fixed("DATE", f"19{DECADES[word]}") if led or _is_led(phrase) else None
    digits = word.rstrip("s")
    if len(digits) == 4:
        return Fixed("DATE", digits[:3])
    if not led and phrase.word("e") == word and not _is_led(phrase):
        return None
    return Fixed("DATE", str(full_year(int(digits), 1999))[:3])


@RULES.add("century", rf"t?(?P<o>{ORDINAL})-?(?P<u>u)(?P<b>b)?")
def read_century(phrase: Phrase) -> Plan | None:
    """The 20th century; the fourth century BC."""
    number = phrase.ordinal("o")
    if phrase.word("u") != "century" or number is None or number < 1:
        return None
    return Fixed("DATE", f"{'BC' if phrase.has('b') else ''}{number - 1:02d}")


@RULES.add(
    "holiday", r"(?P<s>[lixfPg])?(?:(?P<h>[*])|(?P<n> )(?P<u>u)'?)(?P<e>[ u])?(?:,?O?(?P<Y>Y))?"
)
def read_holiday(phrase: Phrase) -> Plan | None:
    """Christmas 2024; last New Year's Eve."""
    if phrase.has("n") and (phrase.word("n"), phrase.word("u")) != ("new", "year"):
        return None
    if phrase.has("e") and phrase.word("e") not in {"eve", "day"}:
        return None
    if phrase.has("n") and not phrase.has("e"):
        return None
    name = phrase.word("h") or "new year"
    month, day = HOLIDAYS.get(f"{name} {phrase.word('e')}".strip()) or HOLIDAYS[name]
    if phrase.has("Y"):
        return _date(phrase.word("Y"), month, day)
    if not phrase.has("s") and phrase.before() not in _HOLIDAY_LEADS:
        return None
    return HolidayPlan(month, day, read_shift(phrase.code("s")))


def _is_led(phrase: Phrase) -> bool:
    return phrase.before() in {"early", "late", "mid", "-", "the"}


def _counts(phrase: Phrase) -> bool:
    return phrase.after() in _COUNTED or phrase.after() in {"%", "million", "billion", "thousand"}


def _is_year(phrase: Phrase) -> bool:
    year, before, after = int(phrase.word("Y")), phrase.before(), phrase.after()
    led = before in _YEAR_OPENERS
    if before in _NUMBERING or after in {"%", "°"}:
        return False
    if after in _COUNTED and not (led and before in {"in", "since", "by", "until"}):
        return False
    if not 1700 <= year <= 2060:
        return (
            led
            and before in {"in", "since", "by", "until", "from", "between", "of", "year"}
            and year > 1000
        )
    if after == "-" and phrase.after(1) in {"year", "day", "strong", "member", "man", "mile"}:
        return False
    return not (before == "." and phrase.tokens.word(phrase.first - 2) == "no")


def _is_month(phrase: Phrase) -> bool:
    word, before, after = phrase.word("M"), phrase.before(), phrase.after()
    if len(word) < 5 and word not in {"may", "june", "july"}:
        return phrase.tokens.raw(phrase.first).endswith(".")  # "Jan" and "Mar" are names
    if word not in _NAME_MONTHS and word != "march":
        return True
    raw = phrase.tokens.raw(phrase.first)
    led = before in _DATE_LEADS
    previous = phrase.tokens.raw(phrase.first - 1)
    if word in {"may", "march"} and not raw.istitle():
        return led and before not in {",", "and", "or", "the", "to", "-", "'s", "("}
    following = phrase.tokens.raw(phrase.last)
    if previous[:1].isupper() and not led:
        return False
    if following[:1].isupper() and after and not led:
        return False
    if word in {"may", "march"}:
        return led and before not in {",", "the"}
    return True
