"""What looks like a date and is none: counts, numbered things, persons called May."""

from pourparler.readings.times.lexicon import word_set
from pourparler.readings.times.rules import Phrase

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
YEAR_OPENERS = word_set(
    "in since by until till from during of before after early late mid through between year "
    "to for circa"
)
# Persons bear these months as names.
_NAME_MONTHS = word_set("may april june august")
# After these a name is as likely as a date ("the murder of April Jones").
_NAME_LEADS = word_set("of by with for from to and or as")
_DATE_LEADS = word_set(
    "in since by until till from during of before after early late mid last next this through "
    "between for to and or on the begin beginning end starting around about every each that "
    "as or ( - – — , 's ended ending dated"
)


def is_led(phrase: Phrase) -> bool:
    """Whether a word or mark stands before the phrase that a decade follows."""
    return phrase.before() in {"early", "late", "mid", "-", "the"}


def is_counted(phrase: Phrase) -> bool:
    """Whether what follows the phrase is counted by its number ("20 people")."""
    return phrase.after() in _COUNTED or phrase.after() in {"%", "million", "billion", "thousand"}


def is_year(phrase: Phrase) -> bool:
    """Whether the four digits of the group Y are a year here."""
    year, before, after = int(phrase.word("Y")), phrase.before(), phrase.after()
    led = before in YEAR_OPENERS
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


def is_month(phrase: Phrase) -> bool:
    """Whether the name of the group M is a month here, and no person or verb."""
    word, before, after = phrase.word("M"), phrase.before(), phrase.after()
    if len(word) < 5 and word not in {"may", "june", "july"}:
        is_short = phrase.tokens.raw(phrase.last - 1).endswith(".")  # "Jan" and "Mar" are names
        return is_short or phrase.tokens.codes[phrase.last : phrase.last + 2] == "-M"
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
    if following[:1].isupper() and after and (not led or before in _NAME_LEADS):
        return False
    if word in {"may", "march"}:
        return led and before not in {",", "the"}
    return True
