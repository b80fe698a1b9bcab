"""Times of the day: "at 14:30 Moscow time", "10 p.m. Wednesday", "this morning", "last night"."""

import re

from pourparler.readings.times.lexicon import (
    CITY_ZONES,
    DAY_PARTS,
    DAY_SHIFTS,
    WEEKDAYS,
    ZONES,
    word_set,
)
from pourparler.readings.times.plans import (
    ClockPlan,
    Fixed,
    MonthPlan,
    Plan,
    ShiftPlan,
    WeekdayPlan,
)
from pourparler.readings.times.rules import Phrase, Rules, read_shift

RULES = Rules()

_CLOCK = r"(?:(?P<c>0)(?P<h>#)?(?P<o>\?)?|(?P<d>d)(?:(?P<dh>#)|(?P<do>\?))|(?P<m>m))"
_OFFSET = re.compile(r"([+-])(\d{1,2})(?::?(\d\d))?(?!\d)")
_DAY = (
    r"(?:(?:[Ww],?)?(?P<M>M)(?P<md>[dr])(?:,?(?P<Y>Y))?|(?P<md2>[dr])O?(?P<M2>M)(?:,?(?P<Y2>Y))?"
    r"|(?P<j>j)|(?P<ws>[lxi])?(?P<W>W))"
)


def read_clock(phrase: Phrase) -> str | None:
    """The clock of the groups of `_CLOCK` as TIMEX3 writes it (`T22:00`)."""
    if phrase.has("m"):
        return "T24:00" if phrase.word("m") == "midnight" else "T12:00"
    raw = phrase.word("c") or phrase.word("d")
    half = phrase.word("h") or phrase.word("dh") or (raw[-2:] if raw.endswith("m") else "")
    parts = [int(part) for part in re.findall(r"\d+", raw)]
    hour, minute = parts[0], parts[1] if len(parts) > 1 else 0
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 24 or minute > 59:
        return None
    seconds = f":{parts[2]:02d}" if len(parts) > 2 and parts[2] < 60 else ""
    return f"T{hour:02d}:{minute:02d}{seconds}"


def _day(phrase: Phrase) -> Plan | None:
    if phrase.has("j"):
        return ShiftPlan("D", DAY_SHIFTS[phrase.word("j")], "published")
    if phrase.has("W"):
        return WeekdayPlan(WEEKDAYS[phrase.word("W")], read_shift(phrase.code("ws")))
    for month, day, year in (("M", "md", "Y"), ("M2", "md2", "Y2")):
        if phrase.has(month):
            number = phrase.ordinal(day)
            if phrase.has(year):
                return Fixed("DATE", f"{phrase.word(year)}-{phrase.month(month):02d}-{number:02d}")
            return MonthPlan(phrase.month(month), number)
    return None


@RULES.add("clock-day", rf"{_CLOCK}(?P<z>:)?,?{_DAY}")
@RULES.add("day-clock", rf"{_DAY},?@?{_CLOCK}(?P<z>:)?")
@RULES.add("clock", rf"{_CLOCK}(?P<z>:)?")
def read_clock_day(phrase: Phrase) -> Plan | None:
    """10 p.m. Wednesday; 5 p.m. EST, Nov. 6; 14:30."""
    clock = read_clock(phrase)
    groups = phrase.match.groupdict()
    if clock is None or ("j" not in groups and not _is_clock(phrase)):
        return None
    return ClockPlan(clock, _day(phrase) if "j" in groups else None, _zone(phrase))


def _zone(phrase: Phrase) -> str | None:
    """The zone told with a clock: "GMT", "UTC+3", or "Moscow time" after it."""
    if not phrase.has("z"):
        return CITY_ZONES.get(phrase.after()) if phrase.after(1) == "time" else None
    end = phrase.tokens.ends[phrase.last - 1]
    ahead = phrase.tokens.text[end : end + 6]
    offset = _OFFSET.match(ahead)
    if phrase.word("z") in {"gmt", "utc"} and offset is not None and int(offset[2]) <= 14:
        return f"{offset[1]}{int(offset[2]):02d}:{offset[3] or '00'}"
    return ZONES[phrase.word("z")] or None


@RULES.add("four-digit-clock", r"(?P<c>[YD])(?P<z>:)")
def read_four_digits(phrase: Phrase) -> Plan | None:
    """1430 GMT."""
    digits = phrase.word("c")
    if len(digits) != 4 or not digits.isdecimal() or int(digits[:2]) > 24 or int(digits[2:]) > 59:
        return None
    return ClockPlan(f"T{digits[:2]}:{digits[2:]}", None, _zone(phrase))


@RULES.add("clock-to-clock", r"(?P<d>d)(?=[-_&]d(?P<dh>#))")
def read_first_clock(phrase: Phrase) -> Plan | None:
    """The first hour of "9 to 11 a.m."."""
    hour, late = int(phrase.word("d")), phrase.word("dh").startswith("p")
    return ClockPlan(f"T{hour % 12 + 12 * late:02d}:00") if hour <= 12 else None


_MOMENT_ENDS = word_set("local hours hrs on moscow ankara istanbul damascus tehran")
_MOMENT_LEADS = word_set("at by from until till before after around about since to between")


def _is_clock(phrase: Phrase) -> bool:
    if phrase.has("m"):
        return phrase.tokens.raw(phrase.first).islower()
    if phrase.has("d") or phrase.has("h") or phrase.has("z") or phrase.has("o"):
        return True
    return phrase.before() in _MOMENT_LEADS or phrase.after() in _MOMENT_ENDS


@RULES.add("part-of-day", r"(?P<s>[lixzfPS]|tS|t[xfP]|t(?=pO))(?P<p>[pm])")
def read_part(phrase: Phrase) -> Plan | None:
    """This morning; last night; the next evening; that afternoon."""
    code, part = phrase.code("s"), DAY_PARTS.get(phrase.word("p"))
    if part is None or code == "t" or phrase.tokens.raw(phrase.last - 1)[0].isupper():
        return None
    if code == "i":
        return ClockPlan(f"T{part}", ShiftPlan("D", 0, "published"))
    if code == "l":
        return ClockPlan(f"T{part}", ShiftPlan("D", -1, "published"))
    if code in {"z", "S", "tS"}:
        return ClockPlan(f"T{part}", ShiftPlan("D", 0, "mentioned"))
    return ClockPlan(f"T{part}", ShiftPlan("D", -1 if "P" in code else 1, "mentioned"))


@RULES.add("part-before", r"t(?P<p>p)(?P<w>[BF])(?=[,.)&]|\Z)")
def read_part_before(phrase: Phrase) -> Plan | None:
    """The night before; the morning after."""
    step = -1 if phrase.code("w") == "B" else 1
    return ClockPlan(f"T{DAY_PARTS[phrase.word('p')]}", ShiftPlan("D", step, "mentioned"))


_SHOWN = word_set("show shows news programme programmes program session sessions paper papers")
_PART_LEADS = word_set("in by before at until during since")


@RULES.add("bare-part-of-day", r"[EGI]?-?t?(?P<p>p)")
def read_bare_part(phrase: Phrase) -> Plan | None:
    """In the morning; by evening; at night, which is no night of its own."""
    part, before = DAY_PARTS[phrase.word("p")], phrase.before()
    led = phrase.first < phrase.last - 1
    if before not in _PART_LEADS or phrase.word("p") == "overnight" or phrase.after() == "'s":
        return None
    if before == "at":
        return Fixed("TIME", f"XXXX-XX-XXT{part}") if part == "NI" and not led else None
    if led != (before in {"in", "during"}) or phrase.after() in _SHOWN:
        return None
    return ClockPlan(f"T{part}", ShiftPlan("D", 0, "mentioned"))


@RULES.add("part-of-named-day", rf"[EGI]?-?{_DAY}(?P<p>p)")
@RULES.add("named-part-of-day", rf"t?[EGI]?-?(?P<p>p)U?(?:O|,)?{_DAY}")
def read_part_of_day(phrase: Phrase) -> Plan | None:
    """Friday night; tomorrow morning; the morning of 31 January 1965."""
    day = _day(phrase)
    part = DAY_PARTS[phrase.word("p")]
    named = phrase.tokens.raw(phrase.match.start("p"))[
        0
    ].isupper() and phrase.first < phrase.match.start("p")
    return ClockPlan(f"T{part}", day) if day and not named else None  # "Saturday Night Live"


@RULES.add("hours-of-named-day", rf"t?(?P<e>[EG])-?(?P<u>U)O{_DAY}")
def read_hours_of_day(phrase: Phrase) -> Plan | None:
    """The early hours of 3 November."""
    day = _day(phrase)
    if day is None or phrase.word("u") != "hours":
        return None
    return ClockPlan("TMO" if phrase.code("e") == "E" else "TNI", day)


@RULES.add("tonight", r"(?P<j>j)")
def read_tonight(phrase: Phrase) -> Plan | None:
    """Tonight."""
    if phrase.word("j") != "tonight":
        return None
    return ClockPlan("TNI", ShiftPlan("D", 0, "published"))


@RULES.add("overnight", r"(?P<p>p)")
def read_overnight(phrase: Phrase) -> Plan | None:
    """Overnight: the night before, as reports of a morning tell it."""
    if phrase.word("p") != "overnight":
        return None
    return ClockPlan("TNI", ShiftPlan("D", -1, "published"))
