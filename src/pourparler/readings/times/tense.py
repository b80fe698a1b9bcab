"""Whether the words around a time tell of what was or of what is to come.

No parse is needed: the nearest verb to the left in the sentence decides, or the first to the
right where the time opens it. With a parsed document its tags replace the guess by form.
"""

from typing import Literal

from pourparler.readings.times.tokens import Tokens
from pourparler.readings.times.verbs import (
    CLAUSE_ENDS,
    COPULAS,
    DETERMINERS,
    FUTURE_LEADS,
    HAPPENED,
    LASTED,
    MODALS,
    NOT_INFINITIVES,
    NOT_VERBS,
    PAST,
    PRESENT,
    TO_COME,
)

Tense = Literal["past", "surely-past", "future", "present"]

_REACH = 25
_BESIDE = 8
_INFINITIVE_REACH = 8
# "They extended an offer to buy the firm Friday": a bare day goes with the main verb, unless
# the infinitive is right before it.
_BARE_DAY_REACH = 5
_NOUN_REACH = 4
_DAY_PREPOSITIONS = frozenset({"on", "by", "next", "this", "late", "early"})
_OPENING = 3
_CALLS = frozenset({"call", "calls", "called", "calling", "invites", "invited"})


def find_tense(
    tokens: Tokens, first: int, last: int, tags: dict[int, str] | None = None
) -> Tense | None:
    """The tense of the verb that the words `first` to before `last` go with, None if unclear.

    Right after "since", "ended" or a verb of the past ("met in January") it is `surely-past`.

    `tags` gives Penn tags by code point of a word's start, where a parse is at hand.
    """
    settled = _tense_beside(tokens, first, last)
    if settled is not None:
        return settled
    if tokens.codes[first - 1 : first] == "a":
        return None  # "under a June agreement"
    return _tense_before(tokens, first, tags) or _tense_after(tokens, first, last, tags)


def _tense_beside(tokens: Tokens, first: int, last: int) -> Tense | None:
    """The tense that the words next to the time settle, whatever verb is near."""
    before = tokens.word(first - 1)
    if before in {"since", "ended"}:
        return "surely-past"
    if before == "effective" or (before == "starting" and tokens.codes[first] == "W"):
        return "future"
    if before in {"until", "till", "through"}:
        return _tense_of_end(tokens, first)
    if before == "of" and tokens.word(first - 2) == "ahead":
        return "future"
    if before == "for" and tokens.codes[first] == "W":
        return "future"  # "pencilled in for Monday"
    if _is_called_for(tokens, first):
        return "future"
    after = tokens.word(last)
    if after in HAPPENED:
        return "past"
    return "future" if after in MODALS else "past" if after in {"was", "were"} else None


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


def _tense_before(tokens: Tokens, first: int, tags: dict[int, str] | None) -> Tense | None:
    infinitive = False
    bare = tokens.codes[first] == "W" and tokens.word(first - 1) not in _DAY_PREPOSITIONS
    reach = _BARE_DAY_REACH if bare else _INFINITIVE_REACH
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = tokens.words[index]
        if word in CLAUSE_ENDS or "\n" in word:
            break
        tense = _tense_of(tokens, index, tags)
        if tense is None and word in COPULAS and first - index <= 2:
            return "present"  # "the vote is on Tuesday"
        if tense is None:
            near = first - index <= reach
            if near and word == "to" and _is_infinitive(tokens, index, first, tags):
                infinitive = True
            continue
        if infinitive and word not in FUTURE_LEADS:
            return "future"
        beside = first - index <= _BESIDE and tokens.word(first - 1) in {"in", "on", "during"}
        return "surely-past" if tense == "past" and beside else tense
    return "future" if infinitive else None


def _tense_after(
    tokens: Tokens, first: int, last: int, tags: dict[int, str] | None
) -> Tense | None:
    if tokens.word(last) == "," and not _opens(tokens, first):
        return None  # "despite the accord in July, they will not sign"
    for index in range(last, min(len(tokens.words), last + _REACH)):
        word = tokens.words[index]
        if word in CLAUSE_ENDS or "\n" in word:
            break
        tense = _tense_of(tokens, index, tags)
        if tense is not None:
            return tense
    return None


def _opens(tokens: Tokens, first: int) -> bool:
    """Whether the time opens its clause ("Starting on Thursday, the ministers will meet")."""
    before = (tokens.word(first - back) for back in range(1, _OPENING + 1))
    return any(not word.isalpha() or word in {"and", "but", "that", "as"} for word in before)


def _tense_of(tokens: Tokens, index: int, tags: dict[int, str] | None) -> Tense | None:
    word = tokens.words[index]
    if word == "set" and tokens.word(index + 1) not in {"to", "for"}:
        return "past"  # "the record set in August"
    if word in FUTURE_LEADS:
        before = {tokens.word(index - 1), tokens.word(index - 2)}
        return "past" if "had" in before and word != "expected" else "future"
    if tags is None:
        tense = _tense_by_form(tokens, index, word)
    else:
        tense = _tense_of_tag(tags.get(tokens.starts[index], ""), word)
    if tense in {"past", "present"}:
        return _look_ahead(tokens, index, tense)
    return tense


def _tense_by_form(tokens: Tokens, index: int, word: str) -> Tense | None:
    if _is_modal(tokens, index):
        return "future"
    if word in PRESENT:
        return None if _is_noun(tokens, index) else "present"
    if word in PAST:
        return "past"
    if word.endswith("ed") and len(word) > 3 and word not in NOT_VERBS:
        return None if _is_adjective(tokens, index) else "past"
    return None


def _is_modal(tokens: Tokens, index: int) -> bool:
    """Whether the word is "will", "may" or the like, and no month."""
    return tokens.word(index) in MODALS and tokens.raw(index) != "May"


def _is_noun(tokens: Tokens, index: int) -> bool:
    """Whether a verb's form is a noun: "a brief visit", but "the ministers visit"."""
    before = tokens.word(index - 1)
    if before in DETERMINERS:
        return True
    if tokens.word(index).endswith("s") or before.endswith("s") or before == "to":
        return False
    return any(tokens.word(index - back) in DETERMINERS for back in range(2, _NOUN_REACH))


def _is_adjective(tokens: Tokens, index: int) -> bool:
    """Whether a participle describes the noun after it: "a proposed date"."""
    before = index - 1
    if tokens.word(before) in {"still", "yet", "newly", "recently", "much"}:
        before -= 1
    return before >= 0 and tokens.codes[before] in "at"


def _look_ahead(tokens: Tokens, index: int, tense: Tense) -> Tense | None:
    """The verb's tense, or the future its own auxiliaries put it in ("will be held").

    None for an infinitive ("to be held"): what governs it decides.
    """
    places = [index - back for back in range(1, 4)]
    if tokens.word(places[0]) in {"also", "again", "then", "not"} or tokens.word(
        places[0]
    ).endswith("ly"):
        del places[0]
    if tokens.word(places[0]) == "be":
        del places[0]
    if tokens.word(places[0]) == "to":
        return None
    return "future" if _is_modal(tokens, places[0]) else tense


def _tense_of_tag(tag: str, word: str) -> Tense | None:
    if tag == "MD":
        return "future"
    if tag in {"VBD", "VBN"}:
        return "past"
    if tag in {"VBZ", "VBP"} and word not in COPULAS:
        return "past" if word in {"has", "have", "'ve", "’ve"} else "present"
    return None


def _is_infinitive(tokens: Tokens, index: int, first: int, tags: dict[int, str] | None) -> bool:
    after = index + 1
    if after >= first:
        return False
    if tags is not None:
        return tags.get(tokens.starts[after]) == "VB"
    raw, word = tokens.raw(after), tokens.word(after)
    if tokens.codes[after] != " " or word in NOT_INFINITIVES:
        return False
    return raw.islower() and raw.isalpha() and not word.endswith(("ing", "ed", "s"))
