"""Times that come again: "every July", "per day", "daily", "on Mondays"."""

from pourparler.readings.times.durations import write_duration
from pourparler.readings.times.lexicon import (
    DAY_PARTS,
    FREQUENCIES,
    MONTHS,
    PLURAL_WEEKDAYS,
    SEASONS,
    WEEKDAYS,
)
from pourparler.readings.times.numbers import write_count
from pourparler.readings.times.plans import Fixed, Plan
from pourparler.readings.times.rules import NUMBER, Phrase, Rules

RULES = Rules()


@RULES.add("every", rf"KQ?(?P<o>o|r)?(?P<n>{NUMBER})?(?P<u>[uUkqWMspm])")
def read_every(phrase: Phrase) -> Plan | None:
    """Every day; each July; every two weeks."""
    code, word = phrase.code("u"), phrase.word("u")
    if phrase.has("n") or phrase.has("o"):
        number = phrase.number("n") if phrase.has("n") else phrase.ordinal("o")
        if not number or code not in "uU":
            return None
        return Fixed("SET", write_duration(write_count(number), word))
    return Fixed("SET", write_set(code, word))


def write_set(code: str, word: str) -> str:
    """The value of a time that comes again, by the code of its word."""
    if code == "M":
        return f"XXXX-{MONTHS[word]:02d}"
    if code == "W":
        return f"XXXX-WXX-{WEEKDAYS[word] + 1}"
    if code == "s":
        return f"XXXX-{SEASONS[word]}"
    if code == "p":
        return f"XXXX-XX-XXT{DAY_PARTS[word]}"
    if code == "k":
        return "XXXX-WXX-WE"
    if code == "m":
        return "XXXX-XX-XXT24:00" if word == "midnight" else "XXXX-XX-XXT12:00"
    return write_duration("1", word)


@RULES.add("every-part-of-weekday", r"K(?P<W>W)(?P<p>p)")
def read_every_part(phrase: Phrase) -> Plan | None:
    """Every Monday morning."""
    return Fixed("SET", f"{write_set('W', phrase.word('W'))}T{DAY_PARTS[phrase.word('p')]}")


@RULES.add("per-unit", r"%(?P<u>u)")
def read_per(phrase: Phrase) -> Plan | None:
    """Per day."""
    return Fixed("SET", write_duration("1", phrase.word("u")))


@RULES.add("frequency", r"(?P<w>!)")
def read_frequency(phrase: Phrase) -> Plan | None:
    """Daily; annually."""
    word = phrase.word("w")
    value = FREQUENCIES.get(word)
    if _is_in_name(phrase):
        return None  # "the daily Al-Ahd", "Daily Courier"
    if word in {"weekly", "monthly"} and phrase.tokens.raw(phrase.last).isalpha():
        return None
    return Fixed("SET", value) if value else None


def _is_in_name(phrase: Phrase) -> bool:
    if phrase.tokens.raw(phrase.last)[:1].isupper():
        return True
    if phrase.word("w") in PLURAL_WEEKDAYS:
        return False
    return phrase.tokens.raw(phrase.first)[0].isupper() and phrase.before() not in {"", ".", "\n\n"}
