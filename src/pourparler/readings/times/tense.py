"""Whether the words around a time tell of what was or of what is to come.

No parse is needed: the nearest verb to the left in the sentence decides, or the first to the
right where the time opens it. With a parsed document its tags replace the guess by form.
"""

from pourparler.readings.times.tokens import Tokens
from pourparler.readings.times.verb_tense import ARTICLES, Tense, is_infinitive, tense_of
from pourparler.readings.times.verbs import (
    AFTERWARDS,
    CANCELLED,
    CLAUSE_ENDS,
    COPULAS,
    DETERMINERS,
    FUTURE_LEADS,
    HAPPENED,
    LASTED,
    MODALS,
    PREPARING,
    TO_COME,
    TRIED,
)

_REACH = 25
_BESIDE = 8
_INFINITIVE_REACH = 8
# "They extended an offer to buy the firm Friday": a bare day goes with the main verb, unless
# the infinitive is right before it.
_BARE_DAY_REACH = 5
_DAY_PREPOSITIONS = frozenset({"on", "by", "next", "this", "late", "early"})
_OPENING = 3
_IF_REACH = 3
_ASKING = frozenset({"asked", "asking", "ask", "asks", "as", "even", "know", "see", "wonder"})
_TRYING_REACH = 5
_CALLS = frozenset({"call", "calls", "called", "calling", "invites", "invited"})


def find_tense(
    tokens: Tokens, first: int, last: int, tags: dict[int, str] | None = None
) -> Tense | None:
    """The tense of the verb that the words `first` to before `last` go with, None if unclear.

    Right after "since", "ended" or a verb of the past ("met in January") it is `surely-past`;
    where the words look both ways ("postponed Sunday's game") it is `nearest`.

    `tags` gives Penn tags by code point of a word's start, where a parse is at hand.
    """
    settled = _tense_beside(tokens, first, last)
    if settled is not None:
        return settled
    if tokens.codes[first - 1 : first] == "a":
        return None  # "under a June agreement"
    tense = _tense_before(tokens, first, last, tags)
    return _tense_after(tokens, first, last, tags) if tense is None else tense


def _tense_beside(tokens: Tokens, first: int, last: int) -> Tense | None:
    """The tense that the words next to the time settle, whatever verb is near."""
    before = tokens.word(first - 1)
    weekday = tokens.codes[first] == "W"
    if before in {"since", "ended"}:
        return "surely-past"
    if before in {"effective", "pending"} or (before == "starting" and weekday):
        return "future"
    if before in {"until", "till", "through"}:
        return _tense_of_end(tokens, first)
    if before == "of" and tokens.word(first - 2) in {"ahead", "deadline"}:
        return "future"
    if _is_possessive(tokens, last):
        return _tense_of_owner(tokens, first, last)
    if before == "for" and weekday:
        return "future"  # "pencilled in for Monday"
    if before == "to" and weekday and "from" not in tokens.words[max(0, first - 6) : first]:
        return "future"  # "postponed to Monday"
    if _is_called_for(tokens, first):
        return "future"
    after = tokens.word(last)
    if after in HAPPENED:
        return "past"
    if before in DETERMINERS and tokens.word(last + 1) in MODALS:
        return "future"  # "the November vote will"
    if after in TO_COME and before in DETERMINERS:
        return "nearest"  # "a report for the Thursday meeting"
    if before == "after" and weekday:
        return "nearest"
    if after in MODALS:  # but not "the stores they announced in May would close"
        return None if tokens.word(first - 2).endswith("ed") else "future"
    return "past" if after in {"was", "were"} else None


def _is_possessive(tokens: Tokens, last: int) -> bool:
    return tokens.word(last) in {"'s", "’s"}


def _tense_of_owner(tokens: Tokens, first: int, last: int) -> Tense | None:
    """The tense of "Sunday's vote" by the word before it, or by what it was."""
    before = tokens.word(first - 1)
    owned = tokens.words[last + 1 : last + 4]
    if not HAPPENED.isdisjoint(owned) or before in AFTERWARDS:
        return "past"
    if before == "before" and not TO_COME.isdisjoint(owned):
        return "future"
    if before == "for" and tokens.word(first - 2) in PREPARING:
        return "future"
    return "nearest" if before in {"for", "of"} else None


def _tense_of_end(tokens: Tokens, first: int) -> Tense:
    """The tense of "until Monday": a weekday is to come, unless something lasted until then."""
    if tokens.codes[first] != "W":
        return "present"  # a month is as likely told of either: the nearer one
    lasted = any(tokens.word(first - back) in LASTED for back in range(2, 5))
    return "past" if lasted else "future"


def _is_called_for(tokens: Tokens, first: int) -> bool:
    """Whether the time is that of something called for: "calls for a strike on Thursday"."""
    noun = first - 2 if tokens.word(first - 1) in {"on", "in"} else first - 1
    if tokens.word(noun) not in TO_COME:
        return False
    before = range(noun - 1, max(-1, noun - 7), -1)
    return any(tokens.words[index] in _CALLS for index in before) or any(
        tokens.words[index] in {"next", "upcoming", "forthcoming"} for index in before[:2]
    )


def _tense_before(
    tokens: Tokens, first: int, last: int, tags: dict[int, str] | None
) -> Tense | None:
    infinitive = 0  # where its "to" stands
    bare = tokens.codes[first] == "W" and tokens.word(first - 1) not in _DAY_PREPOSITIONS
    reach = _BARE_DAY_REACH if bare else _INFINITIVE_REACH
    owned = _is_possessive(tokens, last)
    named = tokens.word(first - 1) in ARTICLES and tokens.codes[last : last + 1] == " "
    purpose: Tense = "nearest" if owned or named else "future"  # "to examine the May 3 vote"
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = tokens.words[index]
        if word in CLAUSE_ENDS or "\n" in word:
            break
        if bare and word in CANCELLED:
            return "nearest"  # "postponed Sunday's game"
        if word.endswith("ing") and tokens.word(index - 1) in {"since", "after"}:
            return "past"  # "since announcing in October that he would not run"
        if owned and word in {"after", "following", "despite"}:
            return "past"  # "despite its defeat in Sunday's vote"
        tense = tense_of(tokens, index, tags)
        if tense is None and word in COPULAS:
            return "future" if infinitive else "present"  # "the vote is on Tuesday"
        if word == "if" and tokens.word(index - 1) not in _ASKING:
            return "future"  # "if they fail in November"
        if tense is None:
            near = first - index <= reach
            if near and word == "to" and is_infinitive(tokens, index, first, tags):
                infinitive = index
            continue
        tried = word in TRIED and infinitive - index <= _TRYING_REACH
        if infinitive and (tried or tokens.word(index - 1) == "had"):
            return "past"  # "attempted to escape on Sunday", "had ordered them to leave"
        if infinitive and word not in FUTURE_LEADS:
            return purpose
        if tense == "past" and _is_if(tokens, index):
            return "future"  # "if they failed in November"
        beside = first - index <= _BESIDE and tokens.word(first - 1) in {"in", "on", "during"}
        return "surely-past" if tense == "past" and beside else tense
    return purpose if infinitive else None


def _is_if(tokens: Tokens, index: int) -> bool:
    """Whether an "if" that asks nothing stands shortly before the verb at `index`."""
    places = range(max(1, index - _IF_REACH), index)
    return any(tokens.words[at] == "if" and tokens.words[at - 1] not in _ASKING for at in places)


def _tense_after(
    tokens: Tokens, first: int, last: int, tags: dict[int, str] | None
) -> Tense | None:
    ends = CLAUSE_ENDS if _opens(tokens, first) else CLAUSE_ENDS | {",", "that"}
    for index in range(last, min(len(tokens.words), last + _REACH)):
        word = tokens.words[index]
        if word in ends or "\n" in word:
            break  # "despite the accord in July, they will not sign"
        tense = tense_of(tokens, index, tags)
        if tense is not None:
            return "nearest" if word in CANCELLED else tense
    return None


def _opens(tokens: Tokens, first: int) -> bool:
    """Whether the time opens its clause ("Starting on Thursday, the ministers will meet")."""
    before = (tokens.word(first - back) for back in range(1, _OPENING + 1))
    return any(not word.isalpha() or word in {"and", "but", "that", "as"} for word in before)
