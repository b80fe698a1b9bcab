"""Gold statements beside predicted ones: word tokens, one-to-one pairs, and what is counted."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
Tokens = frozenset[int]

WORD = re.compile(r"\w+")
SHARED = 1e-9
LEVELS = (("J80", 0.8), ("ANY", SHARED), ("EXACT", 1.0))

_PRONOUNS = frozenset(
    ["i", "we", "you", "he", "she", "it", "they", "him", "her", "them", "his", "who"]
)


def spans_of(quote: Row, key: str) -> Sequence[Sequence[int]]:
    parts: Sequence[Sequence[int]] | None = quote.get(f"{key}_spans")
    if parts:
        return parts
    return [quote[key]] if quote.get(key) else []


def tokens_in(text: str, spans: Iterable[Sequence[int]]) -> Tokens:
    return frozenset(
        word.start() for start, end in spans for word in WORD.finditer(text, start, end)
    )


def with_tokens(text: str, quotes: Iterable[Row]) -> tuple[list[Row], list[Tokens]]:
    """The quotes whose content has a word at all, and those words."""
    kept, tokens = [], []
    for quote in quotes:
        words = tokens_in(text, spans_of(quote, "content"))
        if words:
            kept.append(quote)
            tokens.append(words)
    return kept, tokens


def pair(gold: Sequence[Tokens], found: Sequence[Tokens], least: float) -> list[tuple[int, int]]:
    """One-to-one pairs (gold, found) of at least that Jaccard, most alike first."""
    candidates = []
    for left, gold_tokens in enumerate(gold):
        for right, found_tokens in enumerate(found):
            shared = len(gold_tokens & found_tokens)
            if shared:
                alike = shared / len(gold_tokens | found_tokens)
                if alike >= least:
                    candidates.append((-alike, left, right))
    used_left: set[int] = set()
    used_right: set[int] = set()
    pairs = []
    for _, left, right in sorted(candidates):
        if left not in used_left and right not in used_right:
            used_left.add(left)
            used_right.add(right)
            pairs.append((left, right))
    return pairs


def count_document(
    row: Row,
    prediction: Row,
    kinds: Collection[str] | None,
    count: Counter[str],
    by_kind: defaultdict[Any, Counter[str]],
) -> None:
    text = row["text"]
    golds, gold_tokens = with_tokens(text, row["quotes"])
    founds, found_tokens = with_tokens(text, prediction.get("quotes", []))
    if kinds:
        other = {index for index, quote in enumerate(golds) if quote.get("type") not in kinds}
        ignored = {
            right for left, right in pair(gold_tokens, found_tokens, SHARED) if left in other
        }
        golds, gold_tokens = _without(golds, gold_tokens, other)
        founds, found_tokens = _without(founds, found_tokens, ignored)
    count["gold"] += len(golds)
    count["found"] += len(founds)
    all_gold: Tokens = frozenset().union(*gold_tokens)
    all_found: Tokens = frozenset().union(*found_tokens)
    count["tokens_both"] += len(all_gold & all_found)
    count["tokens_gold"] += len(all_gold)
    count["tokens_found"] += len(all_found)
    count["gold_speakers"] += sum(bool(spans_of(quote, "speaker")) for quote in golds)
    for quote in golds:
        by_kind[quote.get("type")]["gold"] += 1
    for level, least in LEVELS:
        for left, right in pair(gold_tokens, found_tokens, least):
            count[level] += 1
            if level != "EXACT":
                by_kind[golds[left].get("type")][level] += 1
                _countpair(text, golds[left], founds[right], level, count)
    _count_covered(golds, founds, count)


def _without(
    quotes: list[Row], tokens: list[Tokens], left_out: Collection[int]
) -> tuple[list[Row], list[Tokens]]:
    kept = [index for index in range(len(quotes)) if index not in left_out]
    return [quotes[index] for index in kept], [tokens[index] for index in kept]


def _countpair(text: str, gold: Row, found: Row, level: str, count: Counter[str]) -> None:
    speaker = tokens_in(text, spans_of(gold, "speaker"))
    if speaker:
        found_speaker = tokens_in(text, spans_of(found, "speaker"))
        count[f"{level} speakers"] += 1
        count[f"{level} speaker shared"] += bool(speaker & found_speaker)
        count[f"{level} speaker exact"] += speaker == found_speaker
    cue = tokens_in(text, spans_of(gold, "cue"))
    if cue:
        count[f"{level} cues"] += 1
        count[f"{level} cue shared"] += bool(cue & tokens_in(text, spans_of(found, "cue")))
    name = gold.get("reference") or (gold.get("speaker_name") if "form" in gold else None)
    if name:
        named = found.get("speaker_name") or found.get("reference")
        form = gold.get("form") or _form(text, gold, bool(speaker))
        right = _same_name(str(name), str(named or ""))
        for key in (f"{level} names", f"{level} names {form}"):
            count[key] += 1
            count[f"{key} right"] += right


def _form(text: str, gold: Row, has_speaker: bool) -> str:
    if not has_speaker:
        return "floating"
    words = text[slice(*gold["speaker"])].lower() if gold.get("speaker") else ""
    return "pronoun" if words in _PRONOUNS else "nominal"


def _same_name(left: str, right: str) -> bool:
    left_words, right_words = WORD.findall(left.lower()), WORD.findall(right.lower())
    return bool(left_words and right_words and left_words[-1] == right_words[-1])


def _count_covered(golds: Sequence[Row], founds: Sequence[Row], count: Counter[str]) -> None:
    """The Gender Gap Tracker's measure: greedy in gold order, by share of gold characters."""
    gold_characters = [_characters(quote) for quote in golds]
    found_characters = [_characters(quote) for quote in founds]
    for percent in (30, 80):
        left_over = list(range(len(founds)))
        for characters in gold_characters:
            best, best_share = None, percent / 100
            for index in left_over:
                shared = len(characters & found_characters[index])
                share = shared / len(characters) if characters else 0
                if share > best_share:
                    best, best_share = index, share
            if best is not None:
                left_over.remove(best)
                count[f"GGT{percent}"] += 1


def _characters(quote: Row) -> set[int]:
    return {at for start, end in spans_of(quote, "content") for at in range(start, end)}
