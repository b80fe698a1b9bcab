"""Statements told without a verb: "according to …", "in the words of …", "Minister: …"."""

import re
from collections.abc import Iterator

from pourparler.codebook import SpeechCue
from pourparler.readings.statements.complements import marker_of
from pourparler.readings.statements.draft import Draft
from pourparler.readings.statements.nounphrases import first_noun_phrase
from pourparler.readings.statements.sheet import Sheet
from pourparler.readings.statements.speakers import RELATIVE
from pourparler.readings.statements.stretch import LONGEST, stretch

ACCORDING = SpeechCue(lemma="according to", part="verbs", frames=frozenset(["that", "quote"]))
COLON = SpeechCue(lemma=":", part="verbs", frames=frozenset(["that", "quote"]))

_LONGEST_NAME = 9
_FARTHEST_LINE = 200
_LONGEST_TURN = 5000
_WORDS_OF = frozenset(["words", "view", "opinion", "telling", "estimation", "account"])
_OWN_WORDS = frozenset(["words", "view", "opinion", "estimation", "telling"])
_TEXTS = frozenset(
    ["account", "accounts", "report", "reports", "article", "dispatch", "story", "statement"]
)
_BY = frozenset(["in", "by", "from", "of"])
_CONTRASTS = frozenset(["whereas", "while", "although", "though"])
_NEXT_SENTENCE = re.compile(r"[a-z]\. [A-Z]")
_CAPITAL = re.compile(r"[A-ZÀ-ÞĞİŞÇÖÜ\"“‘«']")


def find_phrases(sheet: Sheet) -> Iterator[Draft]:
    """One draft for each attributing phrase or speaker's name with a colon, in text order."""
    words = sheet.words
    for index in range(sheet.size - 2):
        draft = None
        if words[index] == "according" and words[index + 1] == "to":
            draft = _phrase(sheet, index, index + 1)
        elif words[index] == "in" and words[index + 1] == "the" and words[index + 2] in _WORDS_OF:
            if index + 3 < sheet.size and words[index + 3] == "of":
                draft = _phrase(sheet, index, index + 3)
        elif words[index] in _OWN_WORDS:
            draft = _own_words(sheet, index)
        elif words[index] == ":" and sheet.tags[index] == "PUNCT":
            draft = _named_line(sheet, index)
        if draft is not None:
            yield draft


def _own_words(sheet: Sheet, noun: int) -> Draft | None:
    """ "in his words", "in the minister's view", set off by commas or at the sentence's start."""
    owner = next(
        (child for child in sheet.children[noun] if sheet.relations[child] == "nmod:poss"), None
    )
    marker = marker_of(sheet, noun)
    if owner is None or marker is None or sheet.words[marker] != "in":
        return None
    sentence_first, sentence_end = sheet.sentences[noun]
    opens = marker == sentence_first or sheet.words[marker - 1] in (",", "-", "–", "—")
    closes = noun + 1 >= sentence_end or sheet.tags[noun + 1] == "PUNCT"
    if not (opens and closes) or sheet.relations[owner] != "nmod:poss":
        return None
    return _phrase_around(sheet, marker, noun, owner, noun)


def _phrase(sheet: Sheet, first: int, last: int) -> Draft | None:
    """The phrase from token `first`, whose noun phrase begins after `last`."""
    speaker = _governor(sheet, first, last, min(sheet.sentences[first][1], last + LONGEST))
    if speaker is None:
        return None
    return _phrase_around(sheet, first, last, speaker, None)


def _phrase_around(
    sheet: Sheet, first: int, last: int, speaker: int, end: int | None
) -> Draft | None:
    """What is told before and after the phrase; it ends at `end`, else with its noun phrase."""
    sentence_first, sentence_end = sheet.sentences[first]
    if first > sentence_first and sheet.words[first - 1] in RELATIVE:
        return None  # "results which, according to him, came": no sentence stands around it
    sentence_first, sentence_end = (
        max(sentence_first, first - LONGEST),
        min(sentence_end, last + LONGEST),
    )
    cue_first = first if end is None else end
    draft = Draft(
        ACCORDING,
        first,
        (sheet.starts[cue_first], sheet.ends[last]),
        speaker=speaker,
        placing="around",
    )
    if end is None:
        end = _phrase_end(sheet, speaker, sentence_end)
    opens = all(
        sheet.tags[index] in ("CCONJ", "ADV", "PUNCT", "SPACE")
        for index in range(sentence_first, first)
    )
    rest = stretch(sheet, end + 1, sentence_end - 1) if _goes_on(sheet, end, sentence_end) else None
    if opens:
        draft.parts = [] if rest is None else [rest]
    else:
        before = stretch(sheet, sentence_first, first - 1)
        draft.parts = [part for part in (before, rest) if part is not None]
    return draft if draft.parts else None


def _governor(sheet: Sheet, first: int, last: int, end: int) -> int | None:
    for index in (first, last):
        head: int = sheet.heads[index]
        if last < head < min(end, last + 30) and sheet.tags[head] in ("NOUN", "PROPN", "PRON"):
            return _author(sheet, head)
    found = first_noun_phrase(sheet, last + 1, min(end, last + 12))
    return None if found is None else _author(sheet, found)


def _author(sheet: Sheet, head: int) -> int:
    """Whose a text is ("according to an account in the Gazette"); else `head` itself."""
    if sheet.words[head] not in _TEXTS:
        return head
    for child in sheet.children[head]:
        if sheet.relations[child] == "nmod:poss":
            return child
        if child < head and sheet.relations[child] in ("amod", "compound"):
            word = sheet.text[sheet.starts[child] : sheet.ends[child]]
            if word[0].isupper() and child > sheet.sentences[head][0]:
                return child  # "the Norland statement" is Norland's
        marker = marker_of(sheet, child)
        if child > head and marker is not None and sheet.words[marker] in _BY:
            return child
    return head


def _phrase_end(sheet: Sheet, speaker: int, sentence_end: int) -> int:
    """The last token of the noun phrase, before the comma that closes it."""
    right = min(sheet.edges[speaker][1], sentence_end - 1)
    for index in range(speaker + 1, right + 1):
        if sheet.words[index] == "," and index + 1 <= right:
            if sheet.words[index + 1] in ("who", "which", "a", "an", "the", "whose"):
                continue
            return index - 1
    return right


def _goes_on(sheet: Sheet, end: int, sentence_end: int) -> bool:
    """Whether a clause with a verb of its own follows the phrase."""
    if end + 2 >= sentence_end or sheet.words[end + 1] not in (",", "-", "–", "—"):
        return False
    if sheet.words[end + 2] in _CONTRASTS:
        return False
    return any(sheet.tags[index] in ("VERB", "AUX") for index in range(end + 2, sentence_end))


def _named_line(sheet: Sheet, colon: int) -> Draft | None:
    """A paragraph that opens with a name and a colon: a headline, or a transcript's turn."""
    text = sheet.text
    start = text.rfind("\n", max(0, sheet.starts[colon] - _FARTHEST_LINE), sheet.starts[colon]) + 1
    if start == 0 and sheet.starts[colon] > _FARTHEST_LINE:
        return None
    first = colon
    while first > 0 and sheet.starts[first - 1] >= start:
        first -= 1
        if colon - first > _LONGEST_NAME:
            return None
    name = range(first, colon)
    if not name or any(sheet.tags[index] in ("VERB", "AUX", "PUNCT") for index in name):
        return None
    end = text.find("\n", sheet.ends[colon], sheet.ends[colon] + _LONGEST_TURN)
    end = min(len(text), sheet.ends[colon] + _LONGEST_TURN) if end == -1 else end
    body = text[sheet.ends[colon] : end].strip()
    is_turn = text[start : sheet.starts[colon]].isupper()
    is_headline = (
        start < _FARTHEST_LINE
        and not text[:start].strip()
        and any(sheet.tags[index] == "PROPN" for index in name)
    )
    if not body or not _CAPITAL.match(body) or not (is_turn or is_headline):
        return None
    speaker = first_noun_phrase(sheet, first, colon)
    begin = text.index(body[0], sheet.ends[colon])
    stop = begin + len(body.rstrip(" ."))
    if speaker is None or (is_headline and _is_topic(sheet, speaker, colon, stop)):
        return None
    return Draft(
        COLON,
        colon,
        (sheet.starts[colon], sheet.ends[colon]),
        [(begin, stop)],
        speaker=speaker,
        placing="around",
    )


def _is_topic(sheet: Sheet, named: int, colon: int, stop: int) -> bool:
    """Whether a land's name stands over what has no verb ("Norland: Presidential elections"), or
    over a whole report."""
    if sheet.doc[named].ent_type_ != "LOC":
        return False
    if _NEXT_SENTENCE.search(sheet.text, sheet.ends[colon], stop):
        return True
    for index in range(colon + 1, sheet.size):
        if sheet.starts[index] >= stop:
            return True
        if sheet.tags[index] in ("VERB", "AUX") or sheet.words[index] in ("no", "not"):
            return False
    return True
