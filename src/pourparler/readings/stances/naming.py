"""Which issues a stretch of a report names, and where."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from pourparler.codebook.issues import AGAINST
from pourparler.readings.page import Page
from pourparler.readings.stances.grammar import cases, is_infinitive, prose
from pourparler.readings.stances.riders import is_circumstance, is_rider

# How far a word lies from the head of a phrase, by its relation: the object of a verb is nearer
# to what is meant than its subject, a place or a time. What has no cost here is another matter.
_COSTS = {
    "obj": 2, "iobj": 6, "xcomp": 2, "ccomp": 2, "csubj": 2, "nsubj:pass": 2, "csubj:pass": 2,
    "nmod": 2, "compound": 1, "amod": 1, "nsubj": 3, "obl": 4, "nmod:poss": 5, "flat": 1,
    "fixed": 1, "obl:agent": 6, "advmod": 5, "compound:prt": 1, "obl:unmarked": 5, "det": 5,
    "nmod:unmarked": 3, "nummod": 5, "dep": 4, "cop": 3,
}  # fmt: skip
FARTHEST = 9
_STEPS = 4
_ENDING = frozenset(
    (
        "end", "stop", "halt", "cease", "suspend", "suspension", "abandon", "cancel", "quit",
        "leave", "break", "scrap", "drop", "withdraw", "postpone", "delay", "block", "undermine",
        "violate", "breach", "prevent", "derail", "sabotage", "pause", "freeze", "interruption",
        "cancellation", "violation", "boycott", "disrupt", "reject", "oppose", "refuse", "avoid",
    )
)  # fmt: skip


_WHO = frozenset(("nsubj", "obj", "iobj"))


class Named(NamedTuple):
    """An issue as words name it: which, where, and whether by what it would end."""

    issue: str
    anchor: Token
    against: bool


class _Found(NamedTuple):
    key: str
    anchors: frozenset[int]
    words: frozenset[int]


class IssuesOn:
    """The issues named on a page."""

    def __init__(self, page: Page) -> None:
        self._light = page.codebook.stances.words["light"]
        self._ends = page.codebook.stances.words["ends"]
        self._frames = page.codebook.stances.frames
        self._by_token: dict[int, list[_Found]] = {}
        marks = _marks(page)
        index = page.codebook.issues.index
        for sentence in prose(page.doc):
            words = [
                (token.i, forms)
                for token in sentence
                for forms in _forms(token, marks.get(token.i))
            ]
            for hit in index.find([forms for _, forms in words]):
                parts = [page.doc[words[place][0]] for place in hit.words]
                if not all(_are_near(parts[0], part) for part in parts[1:]):
                    continue
                thing = page.doc[words[hit.start][0]]
                if any(self._is_who_wants(thing, part) for part in parts):
                    continue
                found = _Found(
                    hit.key,
                    frozenset(words[place][0] for place in range(hit.start, hit.end)),
                    frozenset(words[place][0] for place in hit.words),
                )
                for anchor in found.anchors:
                    self._by_token.setdefault(anchor, []).append(found)

    def starts_at(self, token: Token) -> bool:
        """Whether the word is the place of an issue's cue, and not of what it would end."""
        return any(not found.key.startswith(AGAINST) for found in self._by_token.get(token.i, ()))

    def at(self, token: Token, issues: frozenset[str]) -> str | None:
        """Which of `issues` the word helps to name, if one."""
        for near in (token, *token.children):
            for found in self._by_token.get(near.i, ()):
                if found.key in issues and token.i in found.words:
                    return found.key
        return None

    def named(self, head: Token, *, put_off: bool = False, within: int = FARTHEST) -> list[Named]:
        """The issues that the phrase headed by `head` is about, in text order.

        Those nearest to its head, one or several coordinated ones: "a truce before talks on the
        constitution" is about a truce. Conjuncts of `head` itself are left to the caller. With
        `put_off` the head itself may be a word of ending ("suspends the talks until"); `within`
        is how far from the head the issue may stand, by what `_COSTS` count.
        """
        core: dict[int, tuple[int, int, frozenset[int]]] = {}
        for token, cost, group, ended in self._core(head, put_off):
            core.setdefault(token.i, (cost, group, ended))
        near: list[tuple[int, int, int, _Found]] = []
        for place, (_, _, ended) in core.items():
            for found in self._by_token.get(place, ()):
                if ended <= found.words:
                    inside = [core[word][:2] for word in found.words if word in core]
                    near.append((*min(inside), place, found))
        if not near:
            return []
        least = min(each[:2] for each in near)
        if least[0] > within:
            return []
        named: dict[str, Named] = {}
        plain = {each[3].key for each in near}
        for cost, group, place, found in sorted(near, key=lambda each: each[2]):
            if (cost, group) == least:
                issue = found.key.removeprefix(AGAINST)
                # "foreign forces withdraw" names the forces, and the withdrawal too.
                against = found.key.startswith(AGAINST) and issue not in plain
                named.setdefault(issue, Named(issue, head.doc[place], against))
        return list(named.values())

    def _core(self, head: Token, put_off: bool) -> Iterator[tuple[Token, int, int, frozenset[int]]]:
        """The words of a phrase that can be what it is about: each with its distance from the
        head, the group of conjuncts it is in, and the words of ending it stands under."""
        ended_at: frozenset[int] = frozenset() if put_off else self._ending(head)
        stack = [(head, 0, head.i, ended_at)]
        while stack:
            token, cost, group, ended = stack.pop()
            yield token, cost, group, ended
            for child in token.children:
                if child.dep_ == "conj":
                    if token != head:
                        stack.append((child, cost, group, ended))
                elif (step := self._step(token, child)) is not None:
                    stack.append((child, cost + step, child.i, ended | self._ending(child)))

    def _step(self, token: Token, child: Token) -> int | None:
        if is_rider(token, child):
            return None
        if child.dep_ in ("acl", "advcl"):
            if child.dep_ == "acl" and child.tag_ == "VBG" and self._is_asking(child):
                return 3  # "a deal asking him to resign"
            if is_infinitive(child) and token.pos_ not in ("VERB", "AUX"):
                return 2
            return 2 if child.dep_ == "acl" and token.lemma_.lower() in self._light else None
        if child.dep_ in ("obl", "nmod") and child.lemma_.lower() in self._ends:
            return None if "in" in cases(child) else _COSTS[child.dep_]
        return _COSTS.get(child.dep_)

    def _is_who_wants(self, thing: Token, part: Token) -> bool:
        """Whether a word of a cue names who wants the thing or is asked for it: "the |president|
        calls for a |meeting|" asks for no meeting of presidents."""
        joined = _over(thing, part)
        if joined is None or joined[0] == thing or thing.pos_ not in ("NOUN", "PROPN"):
            return False
        verb, side = joined
        if verb.lemma_.lower() == "invite":
            return False  # who invites another to a meeting will be at it
        frames = self._frames.get(verb.lemma_.lower(), ())
        wants = verb.pos_ == "VERB" and any(frame.kind == "verbs" for frame in frames)
        several = side.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in side.children)
        return wants and side.dep_ in _WHO and not several

    def _is_asking(self, verb: Token) -> bool:
        frames = self._frames.get(verb.lemma_.lower(), ())
        return any(frame.kind == "verbs" and frame.stance == "demand" for frame in frames)

    @staticmethod
    def _ending(token: Token) -> frozenset[int]:
        return frozenset((token.i,)) if token.lemma_.lower() in _ENDING else frozenset()


def _over(one: Token, other: Token) -> tuple[Token, Token] | None:
    """The nearest word over both, and the one under it that leads to `other`; None where that
    is far off, or where one of the two stands over the other."""
    ups = _above(one)
    below = other
    for _ in range(_STEPS):
        if below.dep_ == "ROOT" or below.i in ups:
            return None
        if below.head.i in ups:
            return below.head, below
        below = below.head
    return None


def _are_near(one: Token, other: Token) -> bool:
    """Whether two words of a cue belong together: few steps apart in the tree, and neither in
    what only tells when or in spite of what."""
    if abs(one.i - other.i) <= 2:
        return True
    ups = _above(one)
    return any(
        place in ups and ups[place] + steps <= _STEPS for place, steps in _above(other).items()
    )


def _above(token: Token) -> dict[int, int]:
    """The word and those above it, each with how many steps up it lies."""
    ups = {token.i: 0}
    for steps in range(1, _STEPS + 1):
        if token.dep_ == "ROOT" or is_circumstance(token) or is_rider(token.head, token):
            break
        token = token.head
        ups[token.i] = steps
    return ups


def _marks(page: Page) -> dict[int, str]:
    """What cues may ask of a mention, by the token that heads it: a person's post, or that it
    is a state."""
    marks: dict[int, str] = {}
    actors = page.codebook.actors
    learned = {actor.id: actor for actor in page.cast.actors}
    for mention in page.cast.mentions:
        actor = learned.get(mention.actor or "") or actors.get(mention.actor or "")
        if mention.form == "pronoun":
            continue
        if mention.post is not None:
            mark = f"%{mention.post}"
        elif actor is not None and actor.kind == "state" and mention.form != "demonym":
            mark = "%state"
        else:
            continue
        found = page.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        if found is not None and len(found):
            marks[found.root.i] = mark
    return marks


def _forms(token: Token, mark: str | None) -> Iterator[frozenset[str]]:
    """The forms of each word a token holds: a hyphen parts words, marks of quotation are none."""
    if token.is_space or token.is_quote or token.text in ("-", "–", "‑"):
        return
    pieces = token.lower_.replace("‑", "-").replace("’", "'").strip("-").split("-")
    for piece in pieces:
        forms = {piece}
        if len(pieces) == 1 and (token.lemma_ != "deal" or token.pos_ != "VERB"):
            forms.add(token.lemma_.lower())  # what is "dealt with" is no deal
        if mark is not None and piece is pieces[-1]:
            forms.add(mark)
        yield frozenset(forms)
