"""Words for now, the past and the future that name no calendar time."""

from pourparler.readings.times.lexicon import REFERENCES
from pourparler.readings.times.plans import Plan, ReferencePlan
from pourparler.readings.times.rules import Phrase, Rules

RULES = Rules()


_NARRATIVE_ONLY = frozenset({"former", "future"})
_NEWS_ONLY = frozenset({"soon"})


@RULES.add("reference", r"(?P<w>!)")
def read_reference(phrase: Phrase) -> Plan | None:
    """Now; recently; soon."""
    word = phrase.word("w")
    value = REFERENCES.get(word)
    if value is None or phrase.tokens.raw(phrase.first) == "previously":
        return None
    if "as" in {phrase.before(), phrase.after()} and word in {"soon", "recently"}:
        return None  # "as soon as the guns fall silent"
    if word in _NARRATIVE_ONLY:
        return ReferencePlan(value, "narrative")
    return ReferencePlan(value, "news" if word in _NEWS_ONLY else "any")


@RULES.add("the-future", r"t(?P<n> )?(?P<w>!)")
def read_future(phrase: Phrase) -> Plan | None:
    """The future; the near future."""
    if phrase.word("w") != "future":
        return None
    if phrase.has("n") and phrase.word("n") not in {"near", "immediate", "foreseeable"}:
        return None
    return ReferencePlan("FUTURE_REF", "any" if phrase.before() in {"in", "into"} else "narrative")


@RULES.add("right-now", r" (?P<w>!)")
def read_right_now(phrase: Phrase) -> Plan | None:
    """Right now."""
    if phrase.tokens.word(phrase.first) != "right" or phrase.word("w") != "now":
        return None
    return ReferencePlan("PRESENT_REF")


@RULES.add("the-past", r"(?:t)(?P<w>l)(?![uUqnvdDVWMspkh])")
def read_past(phrase: Phrase) -> Plan | None:
    """In the past."""
    if phrase.word("w") != "past" or phrase.before() not in {"in", "of", "from", "to", "than"}:
        return None
    return ReferencePlan("PAST_REF")


@RULES.add("recent", r"(?P<w>[Rc])(?![uUq])")
def read_recent(phrase: Phrase) -> Plan | None:
    """Recent, current."""
    word = phrase.word("w")
    if word not in {"recent", "current"} or phrase.before() == "-" or phrase.after() == "-":
        return None
    return ReferencePlan("PAST_REF" if word == "recent" else "PRESENT_REF")


@RULES.add("recent-years", r"t?[Rl]U")
def read_recent_years(phrase: Phrase) -> Plan | None:
    """Recent years, as a stretch of the past."""
    if phrase.tokens.word(phrase.last - 1) != "years":
        return None
    return ReferencePlan("PAST_REF")


@RULES.add("these-days", r"iU")
def read_these_days(phrase: Phrase) -> Plan | None:
    """These days."""
    return ReferencePlan("PRESENT_REF") if phrase.tokens.word(phrase.last - 1) == "days" else None


@RULES.add("the-moment", r"[ti] ")
def read_moment(phrase: Phrase) -> Plan | None:
    """At the moment; at this time."""
    words = (phrase.tokens.word(phrase.first), phrase.tokens.word(phrase.last - 1))
    if phrase.before() != "at" or words not in {
        ("the", "moment"),
        ("this", "moment"),
        ("this", "time"),
    }:
        return None
    return ReferencePlan("PRESENT_REF")
