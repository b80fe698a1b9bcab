"""The words of time: months, units, numbers, zones and what each stands for."""

from typing import Final


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
    "lately": "PAST_REF",
    "soon": "FUTURE_REF",
    "future": "FUTURE_REF",
    "former": "PAST_REF",
}
LONG_WORDS: Final = {
    "daylong": "P1D",
    "weeklong": "P1W",
    "monthlong": "P1M",
    "yearlong": "P1Y",
    "decadelong": "P10Y",
}
PLURAL_WEEKDAYS: Final = {
    f"{name}s": f"XXXX-WXX-{number + 1}" for name, number in WEEKDAYS.items() if len(name) > 5
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
} | PLURAL_WEEKDAYS
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
