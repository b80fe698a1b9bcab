"""The tense of one word: by its form and the words before it, or by the tag of a parse."""

from typing import Literal

from pourparler.readings.times.tokens import Tokens
from pourparler.readings.times.verbs import (
    COPULAS,
    DETERMINERS,
    FUTURE_LEADS,
    MODALS,
    NOT_INFINITIVES,
    NOT_VERBS,
    PAST,
    PRESENT,
)

Tense = Literal["past", "surely-past", "future", "present", "nearest"]

_NOUN_REACH = 4
_MOST_BETWEEN = 5
ARTICLES = DETERMINERS - {"no", "any", "this", "that"}
_AT_FIRST = frozenset({"originally", "initially", "previously", "once"})
_BETWEEN = frozenset({"be", "also", "again", "then", "not", "either", "only", "both"})


def tense_of(tokens: Tokens, index: int, tags: dict[int, str] | None) -> Tense | None:
    """The tense of the word at `index`, None where it is no verb or leaves it open."""
    word = tokens.words[index]
    if word == "set" and tokens.word(index + 1) not in {"to", "for"}:
        return _look_ahead(tokens, index, "past")  # "the record set in August"
    if word == "won" and tokens.word(index + 1) in {"'", "’"}:
        return "future"  # "won't"
    if word == "planning" and tokens.word(index + 1) not in {"to", "for", "a", "an", "the"}:
        return None  # "the planning minister"
    if word in FUTURE_LEADS:
        if tokens.word(index - 1) in _AT_FIRST or tokens.word(index - 1) in ARTICLES:
            return "nearest"  # "their scheduled flight", "was originally scheduled"
        before = {tokens.word(index - 1), tokens.word(index - 2)}
        return "past" if "had" in before and word != "expected" else "future"
    if tags is None:
        tense = _tense_by_form(tokens, index, word)
    else:
        tense = _tense_of_tag(tokens, index, tags.get(tokens.starts[index], ""))
    if tense in {"past", "present"}:
        return _look_ahead(tokens, index, tense)
    return tense


def _tense_by_form(tokens: Tokens, index: int, word: str) -> Tense | None:
    if _is_modal(tokens, index):
        return "future"
    if word in PRESENT:
        return None if _is_noun(tokens, index) else "present"
    if _is_part_of_noun(tokens, index):
        return None
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


def _is_part_of_noun(tokens: Tokens, index: int) -> bool:
    """Whether a verb's form is joined to the word before it: "the left", "centre-left"."""
    joined = tokens.ends[index - 1] == tokens.starts[index] if index else False
    return (joined and tokens.codes[index - 1] == "-") or tokens.word(index - 1) in ARTICLES


def _is_adjective(tokens: Tokens, index: int) -> bool:
    """Whether a participle describes the noun after it: "a proposed date"."""
    before = index - 1
    if tokens.word(before) in {"still", "yet", "newly", "recently", "much"}:
        before -= 1
    return before >= 0 and tokens.word(before) in ARTICLES


def _look_ahead(tokens: Tokens, index: int, tense: Tense) -> Tense | None:
    """The verb's tense, or the future its own auxiliaries put it in ("will be held").

    None for an infinitive ("to be held"): what governs it decides.
    """
    for before in range(index - 1, index - _MOST_BETWEEN, -1):
        if tokens.word(before) not in _BETWEEN and not tokens.word(before).endswith("ly"):
            break
    if tokens.word(before) == "to":
        return None
    if tokens.word(before) in COPULAS:
        return "present"  # "the parties are divided"
    return "future" if _is_modal(tokens, before) else tense


def _tense_of_tag(tokens: Tokens, index: int, tag: str) -> Tense | None:
    word = tokens.words[index]
    if tag == "MD":
        return None if tokens.raw(index) == "May" else "future"
    if tag == "VBD" or (tag == "VBN" and not _is_adjective(tokens, index)):
        return "past"
    if word in {"starting", "beginning"}:
        return "present"
    if tag in {"VBZ", "VBP"} and word not in COPULAS:
        return "past" if word in {"has", "have", "'ve", "’ve"} else "present"
    return None


def is_infinitive(tokens: Tokens, index: int, first: int, tags: dict[int, str] | None) -> bool:
    """Whether the "to" at `index` opens an infinitive that begins before the word `first`."""
    after = index + 1
    if after >= first:
        return False
    if tags is not None:
        return tags.get(tokens.starts[after]) == "VB"
    raw, word = tokens.raw(after), tokens.word(after)
    if tokens.codes[after] != " " or word in NOT_INFINITIVES:
        return False
    return raw.islower() and raw.isalpha() and not word.endswith(("ing", "ed", "s", "ern"))
