"""Which words are times: every rule over every place, and the longest reading of each place."""

import re
from dataclasses import dataclass, replace

from pourparler.readings.times import (
    clocks,
    dates,
    deictic,
    durations,
    holidays,
    parts,
    references,
    sets,
    years,
)
from pourparler.readings.times.lexicon import word_set
from pourparler.readings.times.plans import (
    ClockPlan,
    Fixed,
    MonthPlan,
    Plan,
    ReferencePlan,
    ShiftPlan,
    WeekdayPlan,
)
from pourparler.readings.times.rules import Phrase, Rule
from pourparler.readings.times.tokens import Tokens

ALL_RULES: tuple[Rule, ...] = (
    *clocks.RULES,
    *dates.RULES,
    *holidays.RULES,
    *years.RULES,
    *deictic.RULES,
    *parts.RULES,
    *references.RULES,
    *durations.RULES,
    *sets.RULES,
)

# Words before a time that say which part of it, or how nearly.
_PART = re.compile(r"(?:t?[{}I](?:Nt|O)?t?|t?[EGI]-?(?:Nt?|O)?|t?[<>](?:Nt?)?|t?[ol]hO)\Z")
_HEDGE = re.compile(r"(?:H|V|\+T|@Z|@_|\^)\Z")
_PART_MODS = {
    "{": "START",
    "}": "END",
    "I": "MID",
    "E": "START",
    "G": "END",
    "<": "START",
    ">": "END",
}
_WINDOW = 5


@dataclass(frozen=True, slots=True)
class Draft:
    """Words found to be a time, and what they plan; not yet resolved.

    `first` and `last` are the words of the whole expression, `core` the first word of the
    time itself, after "early", "the end of", "about".
    """

    first: int
    last: int
    core: int
    plan: Plan
    rule: str
    mod: str | None = None


def find_drafts(tokens: Tokens) -> list[Draft]:
    """The times of a text in its order, none overlapping another."""
    codes = tokens.codes
    found = [
        (match.start(), match.end(), order, rule, match)
        for order, rule in enumerate(ALL_RULES)
        for match in rule.pattern.finditer(codes)
    ]
    # The longest first at each place, the earlier rule among equals.
    found.sort(key=lambda one: (one[0], -one[1], one[2]))
    drafts: list[Draft] = []
    taken = 0
    for first, last, _, rule, match in found:
        if first < taken:
            continue
        plan = rule.read(Phrase(tokens, match))
        if plan is None:
            continue
        draft = _widen(tokens, Draft(first, last, first, plan, rule.name), taken)
        drafts.append(_widen_right(tokens, draft))
        taken = drafts[-1].last
    return [_lend_day(tokens, drafts, place) for place in range(len(drafts))]


def _lend_day(tokens: Tokens, drafts: list[Draft], place: int) -> Draft:
    """The draft, a bare clock with the day told right after it ("at 10:30 on Monday")."""
    draft = drafts[place]
    if not isinstance(draft.plan, ClockPlan) or draft.plan.day or place + 1 == len(drafts):
        return draft
    after = drafts[place + 1]
    between = tokens.words[draft.last : after.first][:_WINDOW]
    if not between or not _DAY_LINKS.issuperset(between) or not _is_day(after.plan):
        return draft
    day = after.plan.day if isinstance(after.plan, ClockPlan) else after.plan
    return replace(draft, plan=replace(draft.plan, day=day))


_DAY_LINKS = word_set("on , local time moscow ankara istanbul damascus tehran the of")


def _is_day(plan: Plan | None) -> bool:
    if isinstance(plan, ClockPlan):
        return _is_day(plan.day)
    if isinstance(plan, Fixed):
        return plan.type == "DATE" and len(plan.value) == 10
    if isinstance(plan, MonthPlan):
        return plan.day is not None
    return isinstance(plan, WeekdayPlan) or (isinstance(plan, ShiftPlan) and plan.unit == "D")


def _widen(tokens: Tokens, draft: Draft, taken: int) -> Draft:
    start = max(taken, draft.first - _WINDOW)
    before = tokens.codes[start : draft.first]
    if _can_have_part(draft.plan):
        match = _PART.search(before)
        if match is not None and _is_part(tokens, start + match.start(), draft):
            part = _part_mod(match[0], tokens.words[start + match.start() : draft.first])
            return _moved(draft, start + match.start(), part)
    match = _HEDGE.search(before)
    if match is not None:
        mod = _hedge(tokens, draft, start + match.start(), match[0])
        if mod is not None:
            return _moved(draft, start + match.start(), mod)
    return draft


def _widen_right(tokens: Tokens, draft: Draft) -> Draft:
    """The draft with the "or so" that may follow a count."""
    after = tokens.words[draft.last : draft.last + 2]
    if after == ["or", "so"] and not isinstance(draft.plan, ReferencePlan):
        return replace(draft, last=draft.last + 2, mod="APPROX")
    return draft


def _part_mod(codes: str, words: list[str]) -> str:
    if "h" in codes:
        return "START" if "first" in words else "END"
    return _PART_MODS[next(code for code in codes if code in _PART_MODS)]


def _moved(draft: Draft, first: int, mod: str) -> Draft:
    return Draft(first, draft.last, draft.core, draft.plan, draft.rule, mod)


def _can_have_part(plan: Plan) -> bool:
    if isinstance(plan, ReferencePlan):
        return False
    return not isinstance(plan, Fixed) or plan.type == "DATE"


def _is_part(tokens: Tokens, first: int, draft: Draft) -> bool:
    codes = tokens.codes[first : draft.first]
    if codes[-1] == "t" and tokens.codes[draft.first] == "Y":
        return False  # "the start of the 2010 final"
    if codes[-1] in "{}I" and "O" not in codes and not codes.startswith("I"):
        return False  # "an end Friday"
    if codes in {"{", "}", "{O", "}O"} and draft.core == draft.first:
        return codes.endswith("O")
    return True


def _hedge(tokens: Tokens, draft: Draft, first: int, code: str) -> str | None:
    word = tokens.word(first)
    if isinstance(draft.plan, Fixed) and draft.plan.type == "DURATION":
        if "X" in draft.plan.value:
            return None
        if code == "H":
            if word in {"just", "only", "exactly"}:
                return None
            return "EQUAL_OR_LESS" if word in {"nearly", "almost"} else "APPROX"
        if code == "+T":
            return "MORE_THAN" if word in {"more", "longer"} else "LESS_THAN"
        if code == "@Z":
            return "EQUAL_OR_MORE" if tokens.word(first + 1) == "least" else "EQUAL_OR_LESS"
        if code == "V":
            return "APPROX" if word == "some" else None
        if code == "@_":
            return "EQUAL_OR_LESS" if word == "up" else None
        if tokens.codes[draft.first] in "tlxfgR":
            return None
        return {"over": "MORE_THAN", "under": "LESS_THAN"}.get(word)
    if code == "H" and word in {"about", "around", "circa", "ca", "approximately", "roughly"}:
        if isinstance(draft.plan, ReferencePlan):
            return None
        if isinstance(draft.plan, ClockPlan) or word != "about":
            return "APPROX"
    return None
