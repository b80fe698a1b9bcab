"""Dates that name a day, month or year: "10 May 2023", "June 20-21", "in 2017", "Nov. 2"."""

import re

from pourparler.readings.times.days import full_year, is_day
from pourparler.readings.times.guards import is_counted, is_month
from pourparler.readings.times.lexicon import MONTHS, WEEKDAYS, word_set
from pourparler.readings.times.numbers import read_year_words
from pourparler.readings.times.plans import (
    Fixed,
    MonthPlan,
    NumericPlan,
    Plan,
    WeekdayPlan,
)
from pourparler.readings.times.rules import DAY, Phrase, Rules, read_shift

RULES = Rules()

_YEAR = r"(?:(?P<Y>Y)(?!b)|(?P<y>y)|(?P<b>[Y3dD])b)"
_ATTACKS = word_set("attacks attack terrorist terror hijackings hijackers bombings")
_BODIES = word_set("movement alliance brigade brigades front city coalition")


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
    value = phrase.word("i").upper().replace("/", "-")
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


@RULES.add("day-to-month", r"(?P<d>[dr])(?=(?:[-_&|]|,[dr]&)[dr]O?(?P<M>M))")
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
    if is_counted(phrase):
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
    if phrase.after() in _BODIES and phrase.tokens.raw(phrase.last)[0].isupper():
        return None  # "the March 23 Movement"
    if (
        phrase.code("d") == "d"
        and phrase.tokens.codes[phrase.last - 1] == "d"
        and is_counted(phrase)
    ):
        return None
    return MonthPlan(phrase.month(), day)


@RULES.add("month", r"(?:t(?=SM|fM|PM))?(?P<s>[lixfPgS](?!M,?O?[Yyd]))?(?P<M>M)")
def read_month(phrase: Phrase) -> Plan | None:
    """May; last May."""
    if phrase.has("s") or is_month(phrase):
        return MonthPlan(phrase.month(), shift=read_shift(phrase.code("s")))
    return None


@RULES.add("to-weekday", r"(?<=W[-_])(?P<W>W)")
def read_weekday_after(phrase: Phrase) -> Plan | None:
    """The last day of "Monday to Friday"."""
    return WeekdayPlan(WEEKDAYS[phrase.word("W")], follows=True)


@RULES.add("weekday", r"(?:t(?=[fPx]W)|i(?=[lg]W))?(?P<s>[lixfPg])?(?P<W>W)")
def read_weekday(phrase: Phrase) -> Plan | None:
    """Friday; last Friday."""
    if phrase.tokens.raw(phrase.last - 1)[0].islower() or _is_title(phrase):
        return None
    code = phrase.code("s")
    return WeekdayPlan(
        WEEKDAYS[phrase.word("W")],
        read_shift(code),
        from_mentioned=bool(code) and code in "Pf",
        possessive=phrase.after() in {"'s", "’s"},
    )


_SHOWS = word_set(
    "night times telegraph mail mirror express herald tribune post independent star sun"
)
_NAMING = word_set("bloody black super cyber")


def _is_title(phrase: Phrase) -> bool:
    """Whether a weekday is part of a name: "The Sunday Times", "Bloody Sunday"."""
    if phrase.after() in _SHOWS and phrase.tokens.raw(phrase.last)[0].isupper():
        return True
    return phrase.before() in _NAMING and phrase.tokens.raw(phrase.first - 1)[0].isupper()


@RULES.add("weekday-near", r"[<>](?P<W>W)")
def read_weekday_near(phrase: Phrase) -> Plan | None:
    """Earlier Thursday; later Thursday."""
    return WeekdayPlan(WEEKDAYS[phrase.word("W")], near=True)


@RULES.add("weekday-of-week", r"(?P<W>W),?O?(?P<s>[lixfP])(?P<u>u)")
@RULES.add("week-of-weekday", r"(?P<s>[lixfP])(?P<u>u)O?,?(?:N@)?(?P<W>W)")
def read_weekday_of_week(phrase: Phrase) -> Plan | None:
    """Thursday last week; Monday of this week."""
    if phrase.word("u") != "week":
        return None
    return WeekdayPlan(WEEKDAYS[phrase.word("W")], None, read_shift(phrase.code("s")) or 0)
