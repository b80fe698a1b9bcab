"""The words that tell a meeting: a verb (met), or a noun (the summit) with the verb over it."""

from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.codebook import MeetingWords
from pourparler.readings.events.tree import Tree
from pourparler.readings.page import Page

_UP = frozenset(("nmod", "obj", "obl", "nsubj", "nsubj:pass", "conj", "compound", "appos", "root",
                 "xcomp", "ccomp", "obl:agent", "parataxis", "iobj", "obl:unmarked",
                 "advcl"))  # fmt: skip
_VERBAL = frozenset(("VERB", "AUX"))
_NOMINAL = frozenset(("NOUN", "PROPN"))
_CLIMB = 4
_FARTHEST = 60
_OVER = frozenset(("", "of", "in", "at", "on", "to", "for", "with", "from"))
_COUNTED = frozenset(("meeting", "session", "call", "summit", "round"))
_ENDINGS = ("", "s", "es", "ed", "d")
_VOTING = frozenset(("candidate", "election", "voter", "ballot", "runoff", "run-off", "poll"))
_PARLIAMENTS = frozenset(("parliament", "congress", "legislature", "senate", "house", "knesset"))
_HEIGHTS = frozenset(("mount", "mt", "mountain", "peak", "hill", "volcano"))


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a meeting is told.

    `noun` is the meeting noun (None where a verb tells it), `top` the outermost noun it belongs
    to ("a series of meetings"), `verb` the verb over it, or the telling verb itself. `beside`
    holds where that verb is of something else ("ahead of the summit, the minister said …"),
    `hidden` where the parse took the verb for a noun ("A and B hold talks"), `press` where it is
    a conference for reporters.
    """

    noun: int | None
    top: int | None
    verb: int | None
    several: bool = False
    beside: bool = False
    hidden: bool = False
    press: bool = False

    @property
    def head(self) -> int:
        """The token that tells the meeting."""
        return self.noun if self.noun is not None else self.verb or 0

    def own(self, tree: Tree, words: MeetingWords) -> Iterator[int]:
        """The words after the meeting's, up to the next clause."""
        end = min(tree.sentence(self.head)[1], self.head + _FARTHEST)
        for at in range(self.head + 1, end):
            told = at == self.verb or tree.lemmas[at] in words.single["holding"]
            joint = tree.poses[at] in ("SCONJ", "PART") and tree.tags[at] != "POS"
            if joint or tree.tags[at] in ("WP", "WDT", "WRB"):
                return
            if tree.poses[at] in ("VERB", "AUX") and not told and tree.lemmas[at] != "be":
                return
            yield at


def hosts(scope: Scope) -> list[int]:
    """The words whose places and times are the meeting's."""
    verb = None if scope.beside else scope.verb
    return [at for at in dict.fromkeys((scope.noun, scope.top, verb)) if at is not None]


def scopes(tree: Tree, page: Page) -> Iterator[Scope]:
    """Each telling of a meeting, in text order."""
    words = page.codebook.meetings
    for index, lemma in enumerate(tree.lemmas):
        pos = tree.poses[index]
        if lemma in words.single["nouns"] and (
            pos in _NOMINAL
            or (pos == "VERB" and tree.tags[index] == "NN")
            or _verb_before(tree, index, words) is not None
        ):
            if not _is_part(tree, index, words):
                yield _noun_scope(tree, index, words)
        elif pos in _VERBAL and _tells(tree, index, page) and not _is_border(tree, index):
            yield Scope(None, None, index)


def _is_part(tree: Tree, index: int, words: MeetingWords) -> bool:
    """Whether the noun is part of a longer one that says what it is (the summit declaration),
    tells a demand (a call for), or names the top of a mountain."""
    verbal = tree.poses[tree.heads[index]] in _VERBAL
    if tree.relations[index] in ("compound", "amod", "flat") and not verbal:
        return _verb_before(tree, index, words) is None
    after = tree.lemmas[index + 1 : index + 4]
    if tree.lemmas[index] == "call" and after[:1] == ["for"]:
        return True
    if tree.lemmas[index] == "round" and any(
        cases[0] == "of" and tree.lemmas[kid] not in words.single["nouns"]
        for cases, kid in tree.obliques(index)
    ):
        return True  # of elections, of a cup
    if tree.lemmas[index] == "round" and _VOTING & set(tree.lemmas[slice(*tree.sentence(index))]):
        return True
    if tree.lemmas[index] == "session" and any(
        tree.lemmas[kid] in _PARLIAMENTS for _, kid in tree.obliques(index)
    ):
        return True
    if tree.lemmas[index] == "summit" and after[:1] == ["of"] and set(after) & _HEIGHTS:
        return True
    return (
        tree.relations[index] == "nmod"
        and tree.lemmas[tree.heads[index]] in words.single["belonging"]
    )


def _tells(tree: Tree, index: int, page: Page) -> bool:
    words, lemma = page.codebook.meetings, tree.lemmas[index]
    if lemma in words.single["verbs"]:
        return True
    if lemma in words.single["receiving"]:
        guest = tree.child(index, "obj", "nsubj:pass")
        return guest is not None and _is_person(tree, guest, page)
    phrases = [phrase for phrase in words.joint["verbs"] if phrase[0] == lemma]
    if not phrases:
        return False
    beside = {tree.lemmas[kid] for kid in tree.children[index]}
    for kid in tree.children[index]:
        beside.update(tree.lemmas[inner] for inner in tree.children[kid])
    return any(set(phrase[1:]) <= beside for phrase in phrases)


def _is_border(tree: Tree, verb: int) -> bool:
    """Whether lands meet on the map: `the river where Norway and Sweden meet`."""
    where = any(tree.lemmas[kid] == "where" for kid in tree.kids(verb, "advmod"))
    lands = tree.kids(verb, "nsubj")
    return (
        tree.relations[verb] == "acl:relcl"
        and tree.tags[verb] in ("VBP", "VBZ")
        and where
        and bool(lands)
        and all(tree.names[kid] == "LOC" for kid in lands)
    )


def _is_person(tree: Tree, index: int, page: Page) -> bool:
    if tree.names[index] == "PER":
        return True
    return any(
        one.actor is not None and one.post is not None and one.form != "unnamed"
        for one in page.cast.at(tree.starts[index])
    )


def _noun_scope(tree: Tree, index: int, words: MeetingWords) -> Scope:
    top, several = index, tree.tags[index] == "NNS" and tree.lemmas[index] in _COUNTED
    press = tree.lemmas[index - 1] in words.single["press"] if index else False
    hidden = _verb_before(tree, index, words)
    if hidden is not None:
        return Scope(index, top, hidden, several, hidden=True, press=press)
    verb: int | None = None
    beside = False
    at = index
    for _ in range(_CLIMB):
        head = tree.heads[at]
        if head == at or tree.relations[at] not in _UP:
            break
        if tree.relations[at] in ("obl", "nmod", "advcl"):
            beside = beside or (tree.cases(at) or ("",))[0] not in _OVER
        if tree.poses[head] in _VERBAL or _is_verb_form(tree, head, words):
            verb = head
            break
        if tree.lemmas[head] in words.single["series"]:
            top, several = head, True
        at = head
    if verb is None:
        verb = at if tree.poses[at] == "ADJ" else _verb_after(tree, index, words)
    return Scope(index, top, verb, several, beside, press=press)


def _is_verb_form(tree: Tree, at: int, words: MeetingWords) -> bool:
    """Whether the word has the form of a verb of holding and stands after a noun, though taken
    for a noun itself: `A and B hold talks`, `talks between A and B end`."""
    if at == tree.sentence(at)[0]:
        return False
    if tree.poses[at] in _VERBAL and tree.relations[at] not in ("compound", "amod"):
        return False
    text = tree.doc[at].text
    if not text.islower() or tree.poses[at - 1] not in ("PROPN", "NOUN"):
        return False
    holding = words.single["carrying"]
    return any(text == f"{verb}{ending}" for verb in _stems(text) & holding for ending in _ENDINGS)


def _stems(text: str) -> set[str]:
    return {text.removesuffix(ending) for ending in _ENDINGS if text.endswith(ending)}


def _verb_before(tree: Tree, noun: int, words: MeetingWords) -> int | None:
    """The verb of holding that the parse makes part of the name of the talks, or the talks its
    verb (`A and B commence talks`)."""
    at = noun - 1
    first = max(tree.sentence(noun)[0], noun - 4)
    while at >= first:
        if _is_verb_form(tree, at, words):
            return at
        if tree.poses[at] not in ("ADJ", "NOUN", "DET", "NUM", "PROPN"):
            return None
        at -= 1
    return None


def _verb_after(tree: Tree, noun: int, words: MeetingWords) -> int | None:
    """The verb of talks that the parse took for a noun: `talks between A and B end with …`."""
    for at in range(noun + 1, min(tree.sentence(noun)[1], noun + 16)):
        if tree.poses[at] in _VERBAL:
            return None
        if tree.poses[at - 1] == "PROPN" and _is_verb_form(tree, at, words):
            return at
    return None
