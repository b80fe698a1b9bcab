"""Whether the words around a time tell of what was or of what is to come.

No parse is needed: the nearest verb to the left in the sentence decides, or the first to the
right where the time opens it. With a parsed document its tags replace the guess by form.
"""

from typing import Literal

from pourparler.readings.times.lexicon import word_set
from pourparler.readings.times.tokens import Tokens

Tense = Literal["past", "surely-past", "future", "present"]

_REACH = 25
_BESIDE = 8
_INFINITIVE_REACH = 8
# "They extended an offer to buy the firm Friday": a bare day goes with the main verb, unless
# the infinitive is right before it.
_BARE_DAY_REACH = 5
_DAY_PREPOSITIONS = frozenset({"on", "by", "next", "this", "late", "early"})
_PAST = word_set(
    "was were had did said told met held took came went made began left gave fell rose led won "
    "lost sent spoke wrote became saw found knew thought brought sought bought caught fought got "
    "ran set put hit cut shot struck broke chose drew drove flew grew kept paid read sat sold "
    "stood swore withdrew overthrew understood withheld undertook laid meant heard felt built "
    "dealt spent lent hung shook threw blew wore tore fled bid quit shut spread split swept "
    "has have having been died killed"
)
_FUTURE = word_set("will shall ll 'll won’t won't would may might could should can must")
_COPULAS = frozenset({"is", "are", "am"})
_MODALS = word_set("will would may might could should can must")
_NOT_INFINITIVES = word_set(
    "all any both some many most one two three such him her them us me you it which whom what "
    "end date no power peace war office work"
)
_FUTURE_LEADS = word_set(
    "scheduled expected due planned slated set plans plan planning intends upcoming "
    "forthcoming hopes ahead until payable expires tomorrow awaiting"
)
_PRESENT = word_set(
    "say remains remain continues continue meet meets hold holds begin begins start "
    "starts arrive arrives leave leaves visit visits travel travels open opens resume resumes "
    "host hosts fly flies"
)
# What is named by the day it happened on.
_HAPPENED = word_set(
    "attack attacks bombing bombings blast explosion earthquake earthquakes quake massacre coup "
    "killing killings assassination ceasefire accord uprising invasion raid raids"
)
_NOT_VERBS = word_set(
    "united red hundred need speed indeed embed bed shed wed fed feed seed breed sacred naked "
    "wicked rugged media based related so-called ahmed mohammed muhammed syed saeed ted fred "
    "alfred mohamed hamed"
)
_CLAUSE_ENDS = word_set(". ; ! ?")


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
    infinitive = False
    bare = tokens.codes[first] == "W" and tokens.word(first - 1) not in _DAY_PREPOSITIONS
    reach = _BARE_DAY_REACH if bare else _INFINITIVE_REACH
    if tokens.codes[first - 1 : first] == "a":
        return None  # "under a June agreement"
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = tokens.words[index]
        if word in _CLAUSE_ENDS or "\n" in word:
            break
        tense = _tense_of(tokens, index, tags)
        if tense is None and word in _COPULAS and first - index <= 2:
            return "present"  # "the vote is on Tuesday"
        if tense is None:
            near = first - index <= reach
            if near and word == "to" and _is_infinitive(tokens, index, first, tags):
                infinitive = True
            continue
        if infinitive and word not in _FUTURE_LEADS:
            return "future"
        beside = first - index <= _BESIDE and tokens.word(first - 1) in {"in", "on", "during"}
        return "surely-past" if tense == "past" and beside else tense
    if infinitive:
        return "future"
    for index in range(last, min(len(tokens.words), last + _REACH)):
        word = tokens.words[index]
        if word in _CLAUSE_ENDS or "\n" in word:
            break
        tense = _tense_of(tokens, index, tags)
        if tense is not None:
            return tense
    return None


def _tense_beside(tokens: Tokens, first: int, last: int) -> Tense | None:
    """The tense that the words next to the time settle, whatever verb is near."""
    before = tokens.word(first - 1)
    if before in {"since", "ended"}:
        return "surely-past"
    if before == "effective":
        return "future"
    if before in {"until", "till", "through"}:
        return "present"  # as likely told of either: the nearer one
    if before == "of" and tokens.word(first - 2) == "ahead":
        return "future"
    if before == "for" and tokens.codes[first] == "W":
        return "future"  # "pencilled in for Monday"
    after = tokens.word(last)
    if after in _HAPPENED:
        return "past"
    return "future" if after in _MODALS else "past" if after in {"was", "were"} else None


def _tense_of(tokens: Tokens, index: int, tags: dict[int, str] | None) -> Tense | None:
    word = tokens.words[index]
    if word == "set" and tokens.word(index + 1) not in {"to", "for"}:
        return "past"  # "the record set in August"
    if word in _FUTURE_LEADS:
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
    if word in _FUTURE:
        raw = tokens.text[tokens.starts[index]]
        return None if raw == "M" and word == "may" else "future"
    if word in _PRESENT:
        return "present"
    if word in _PAST:
        return "past"
    if word.endswith("ed") and len(word) > 3 and word not in _NOT_VERBS:
        return None if _is_adjective(tokens, index) else "past"
    return None


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
    words = [tokens.word(index - back) for back in range(1, 4)]
    if words[0] in {"also", "again", "then", "not"} or words[0].endswith("ly"):
        del words[0]
    if words[0] == "be":
        del words[0]
    if words[0] == "to":
        return None
    return "future" if words[0] in _FUTURE else tense


def _tense_of_tag(tag: str, word: str) -> Tense | None:
    if tag == "MD":
        return "future"
    if tag in {"VBD", "VBN"}:
        return "past"
    if tag in {"VBZ", "VBP"} and word not in _COPULAS:
        return "past" if word in {"has", "have", "'ve", "’ve"} else "present"
    return None


def _is_infinitive(tokens: Tokens, index: int, first: int, tags: dict[int, str] | None) -> bool:
    after = index + 1
    if after >= first:
        return False
    if tags is not None:
        return tags.get(tokens.starts[after]) == "VB"
    raw, word = tokens.raw(after), tokens.word(after)
    if tokens.codes[after] != " " or word in _NOT_INFINITIVES:
        return False
    return raw.islower() and raw.isalpha() and not word.endswith(("ing", "ed", "s"))
