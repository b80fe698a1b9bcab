"""Holidays by name, as reports write them, and the day each falls on in a year."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from pourparler.readings.times.lexicon import word_set
from pourparler.readings.times.plans import Fixed, HolidayPlan, Plan
from pourparler.readings.times.rules import Phrase, Rules, read_shift

RULES = Rules()

# Month and day of those that keep them from year to year.
_FIXED: Final = {
    "new year day": (1, 1),
    "valentine day": (2, 14),
    "nowruz": (3, 21),
    "earth day": (4, 22),
    "may day": (5, 1),
    "juneteenth": (6, 19),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year eve": (12, 31),
}
# Month, weekday (0 for Monday) and its place in the month, -1 for the last.
_BY_WEEKDAY: Final = {
    "presidents day": (2, 0, 3),
    "memorial day": (5, 0, -1),
    "labor day": (9, 0, 1),
    "columbus day": (10, 0, 2),
    "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
}
# Days after western Easter.
_BY_EASTER: Final = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "whit monday": 50,
}
NAMES: Final = frozenset({*_FIXED, *_BY_WEEKDAY, *_BY_EASTER})


def day_of(name: str, year: int) -> date:
    """The day of the holiday `name` (one of `NAMES`) in `year`."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _BY_EASTER:
        return _easter(year) + timedelta(days=_BY_EASTER[name])
    month, weekday, place = _BY_WEEKDAY[name]
    if place < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (place - 1))


def _easter(year: int) -> date:
    """Easter Sunday by the Gregorian reckoning (Gauss, with Lichtenberg's corrections)."""
    century = year // 100
    moon = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    cycle = year % 19
    epact = (19 * cycle + moon) % 30
    full_moon = 21 + epact - (epact + cycle // 11) // 29
    weekday = 2 - (3 * century + 3) // 4
    sunday = 7 - (year + year // 4 + weekday) % 7
    march = full_moon + 7 - (full_moon - sunday) % 7
    return date(year, 3, 1) + timedelta(days=march - 1)


_LEADS = word_set("on by since until before after at around")
_SHIFT, _OF_YEAR = r"(?P<s>[lixfPg])?", r"(?:,?O?(?P<Y>Y))?"


@RULES.add("holiday", rf"{_SHIFT}(?P<h>[*][uW]?){_OF_YEAR}")
@RULES.add("holiday-eve", rf"{_SHIFT}(?P<h>[*] ){_OF_YEAR}")
@RULES.add("holiday-in-words", rf"{_SHIFT}(?P<h> [uW]){_OF_YEAR}")
@RULES.add("holiday-of", rf"{_SHIFT}(?P<h> u?'[u ]){_OF_YEAR}")
def read_holiday(phrase: Phrase) -> Plan | None:
    """Christmas 2024; last New Year's Eve; Labor Day."""
    words = [word for word in phrase.words("h") if word.isalpha()]
    name = " ".join(words)
    if name not in NAMES or phrase.before() == "orthodox":
        return None
    if phrase.has("Y"):
        return Fixed("DATE", day_of(name, int(phrase.word("Y"))).isoformat())
    if not phrase.has("s") and len(words) == 1 and phrase.before() not in _LEADS:
        return None
    return HolidayPlan(name, read_shift(phrase.code("s")))
