"""Why talks came to where they stand, in the report's words."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from pourparler.model import Span
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.grammar import cases, children, own_subjects
from pourparler.readings.stances.turns import Turn

_SPELLS = frozenset(
    (
        "year", "month", "week", "day", "hour", "minute", "decade", "hiatus", "pause", "break",
        "round", "session", "meeting", "weekend", "call", "night", "morning",
    )
)  # fmt: skip


_HOW_FAR = re.compile(r"(?:\w+ly|in part) (?=because\b)", re.IGNORECASE)
_LATER = frozenset(("after", "following"))
_SOON = frozenset(("shortly", "soon", "just", "immediately", "right"))


def causes_of(desk: Desk, turn: Turn) -> Iterator[Span]:
    """The stretches that tell why: what "led to" the phase, "because of" what, "over" what."""
    words = desk.stances.phase_words
    if turn.verb != turn.cue and turn.verb.lemma_.lower() in words["causing"]:
        yield from _what_led_to(desk, turn.verb)
    for head in {turn.cue.i: turn.cue, turn.verb.i: turn.verb}.values():
        for child in children(head, "obl", "nmod", "advcl", "obl:unmarked"):
            if _is_reason(child, words["reasons"]):
                yield _without_adverb(desk.phrase(child))


def _without_adverb(told: Span) -> Span:
    """The reason alone: "*entirely* because it refused"."""
    lead = _HOW_FAR.match(told.exact)
    if lead is None:
        return told
    start = told.start + lead.end()
    return Span(start, told.end, told.exact[lead.end() :])


def _what_led_to(desk: Desk, verb: Token) -> Iterator[Span]:
    """The subject of "led to": all that stands before the verb in its clause, since a long list
    of causes is where a parser errs most."""
    aux = children(verb, "aux", "advmod", "aux:pass")
    end = min((child.i for child in aux if child.i < verb.i), default=verb.i)
    start = desk.sentence(verb).start
    for token in verb.doc[start:end]:
        if token.lower_ == "that" and token.pos_ != "DET" and not _follows_noun(token):
            start = token.i + 1
    words = [token for token in verb.doc[start:end] if not token.is_punct and not token.is_space]
    subjects = own_subjects(verb)
    if subjects and subjects[0].pos_ == "PRON":
        return
    if any(word.pos_ in ("NOUN", "PROPN") for word in words):
        yield desk.stretch(*words)


def _follows_noun(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).pos_ in ("NOUN", "PROPN", "PRON")


def _is_reason(phrase: Token, reasons: frozenset[str]) -> bool:
    marks = cases(phrase)
    for child in phrase.children:
        if child.dep_ in ("case", "mark"):
            marks |= {part.lower_ for part in child.children}
    if not marks & reasons:
        return False
    if phrase.ent_type_ == "DATE" or phrase.lemma_.lower() in _SPELLS or phrase.like_num:
        return False
    if marks & _LATER and _is_spell(phrase):
        return False
    return "over" not in marks or phrase.pos_ in ("NOUN", "PROPN")


def _is_spell(phrase: Token) -> bool:
    """Whether the phrase tells how much later: "shortly after …", "a day after …"."""
    for mark in children(phrase, "case", "mark"):
        before = mark.nbor(-1) if mark.i else mark
        if before.lower_ in _SOON or before.lemma_.lower() in _SPELLS:
            return True
    return False
