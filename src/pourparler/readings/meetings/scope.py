"""The words that tell a meeting: a verb (met), or a noun (the summit) with the verb over it."""

from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.codebook import MeetingWords
from pourparler.readings.events.tree import Tree
from pourparler.readings.meetings.partaking import hold_before, is_hold
from pourparler.readings.page import Page

_SERIES = frozenset(
    [
        "series",
        "number",
        "round",
        "several",
        "string",
        "set",
        "half",
        "couple",
        "dozen",
        "cycle",
        "lot",
        "slew",
        "spate",
    ]
)
_UP = frozenset(("nmod", "obj", "obl", "nsubj", "nsubj:pass", "conj", "compound", "appos", "root",
                 "xcomp", "ccomp", "obl:agent", "parataxis", "iobj", "obl:unmarked"))  # fmt: skip
_VERBAL = frozenset(("VERB", "AUX"))
_CLIMB = 4
_OVER = ((), ("of",), ("in",), ("at",), ("on",), ("to",), ("for",), ("with",), ("from",))


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a meeting is told.

    `noun` is the meeting noun (None where a verb tells it), `top` the outermost noun it belongs
    to ("a series of meetings"), `verb` the verb over it, or the telling verb itself. `beside`
    holds where that verb is of something else ("ahead of the summit, the minister said …").
    """

    noun: int | None
    top: int | None
    verb: int | None
    several: bool = False
    beside: bool = False

    @property
    def head(self) -> int:
        """The token that tells the meeting."""
        return self.noun if self.noun is not None else self.verb or 0


def scopes(tree: Tree, page: Page) -> Iterator[Scope]:
    """Each telling of a meeting, in text order."""
    words = page.codebook.meetings
    for index, lemma in enumerate(tree.lemmas):
        pos = tree.poses[index]
        if pos in ("NOUN", "PROPN") and lemma in words.single["nouns"]:
            if tree.relations[index] not in ("compound", "amod", "flat") and not _is_named(
                tree, index
            ):
                yield _noun_scope(tree, index)
        elif pos in _VERBAL and _tells(tree, index, words):
            yield Scope(None, None, index)


def _is_named(tree: Tree, index: int) -> bool:
    """Whether the noun is part of a longer one that says what it is (the summit declaration), or
    tells a demand (a call for)."""
    if tree.lemmas[index] == "call" and tree.lemmas[index + 1 : index + 2] == ["for"]:
        return True
    return tree.relations[index] == "nmod" and tree.lemmas[tree.heads[index]] in (
        "minute", "agenda", "sideline", "margin", "room", "table", "process",
    )  # fmt: skip


def _tells(tree: Tree, index: int, words: MeetingWords) -> bool:
    lemma = tree.lemmas[index]
    if lemma in words.single["verbs"]:
        return True
    if lemma in words.single["receiving"]:
        guest = tree.child(index, "obj", "nsubj:pass")
        return guest is not None and tree.names[guest] == "PER"
    phrases = [phrase for phrase in words.joint["verbs"] if phrase[0] == lemma]
    if not phrases:
        return False
    beside = {tree.lemmas[kid] for kid in tree.children[index]}
    for kid in tree.children[index]:
        beside.update(tree.lemmas[inner] for inner in tree.children[kid])
    return any(set(phrase[1:]) <= beside for phrase in phrases)


def _noun_scope(tree: Tree, index: int) -> Scope:
    top, several = index, tree.tags[index] == "NNS" and tree.lemmas[index] in (
        "meeting", "session", "call", "summit", "round",
    )  # fmt: skip
    held = hold_before(tree, index)
    if held is not None:
        return Scope(index, top, held, several)
    verb: int | None = None
    beside = False
    at = index
    for _ in range(_CLIMB):
        head = tree.heads[at]
        if head == at or tree.relations[at] not in _UP:
            break
        if tree.relations[at] in ("obl", "nmod"):
            beside = beside or tree.cases(at)[:1] not in _OVER
        if tree.poses[head] in _VERBAL or is_hold(tree, head):
            verb = head
            break
        if tree.lemmas[head] in _SERIES:
            top, several = head, True
        at = head
    if tree.poses[at] == "ADJ" and verb is None:
        verb = at
    return Scope(index, top, verb, several, beside)
