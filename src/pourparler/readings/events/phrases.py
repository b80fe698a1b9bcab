"""What a noun phrase is: whether it can act, and the actors it names or holds."""

from collections.abc import Iterator

from pourparler.codebook import Codebook
from pourparler.readings.events.tree import Tree
from pourparler.readings.page import Page

_QUANTITIES = frozenset(
    [
        "thousand",
        "hundred",
        "dozen",
        "ten",
        "score",
        "number",
        "group",
        "majority",
        "million",
        "lot",
        "series",
        "crowd",
        "handful",
        "band",
        "rest",
        "part",
        "couple",
        "pair",
        "batch",
        "total",
        "percent",
        "third",
        "half",
        "quarter",
        "team",
        "one",
        "some",
        "most",
        "many",
        "several",
        "none",
        "all",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "wave",
        "contingent",
        "bunch",
        "each",
        "both",
        "any",
        "more",
        "hundreds",
        "thousands",
        "dozens",
        "tens",
        "scores",
        "billion",
    ]
)
_PERSONS = frozenset(
    ("he", "she", "they", "it", "we", "i", "you", "him", "her", "them", "us", "me")
)
_THIRD = frozenset(("he", "she", "they", "it"))
_OWNERS = ("by", "of", "from", "against", "in", "with", "between", "among", "on", "at", "to")
# Before a noun these tell its kind, not who it belongs to (military withdrawal, state visit).
_KINDS = frozenset(("military", "state", "party", "group", "police", "leader", "people", "head"))
_DEEPEST = 6


class Phrases:
    """The noun phrases of one page, by their head tokens."""

    def __init__(self, tree: Tree, page: Page) -> None:
        self.tree = tree
        self.codebook: Codebook = page.codebook
        self._agents = page.codebook.frames.agents
        self._named = [False] * len(tree)
        for mention in page.cast.mentions:
            if mention.actor is not None:
                for at in range(tree.at(mention.span.start), tree.at(mention.span.end - 1) + 1):
                    self._named[at] = True

    # ------------------------------------------------------------ what a noun phrase is

    def is_agent(self, index: int) -> bool:
        """Whether the noun phrase headed by the token can act in the affairs of states."""
        tree = self.tree
        pos = tree.poses[index]
        lemma = tree.lemmas[index]
        if pos == "PRON":
            return lemma in _PERSONS
        if tree.is_time(index):
            return False
        if self._named[index] or tree.names[index] or lemma in self._agents:
            return True
        if pos == "PROPN":
            return True
        return pos in ("NOUN", "ADJ") and lemma.endswith(("man", "men")) and pos == "NOUN"

    def is_known(self, index: int) -> bool:
        """Whether the cast knows which actor the word names."""
        return self._named[index]

    def is_vague(self, index: int) -> bool:
        """Whether the word is an "it" that nobody is known to be."""
        return self.tree.lemmas[index] == "it" and not self._named[index]

    def is_named(self, index: int) -> bool:
        """Whether the word names an actor, or a people (Syrian)."""
        tree = self.tree
        if self._named[index] or tree.names[index]:
            return True
        return tree.poses[index] in ("ADJ", "PROPN") and tree.is_capital(index)

    def who(self, index: int, depth: int = 0) -> list[int]:
        """The actors a noun phrase tells of: itself, or those inside that it belongs to."""
        tree = self.tree
        index = self.meant(self.unwrap(index))
        heads = tree.conjuncts(index)
        agents = [head for head in heads if self.is_agent(head)]
        if agents:
            return agents
        if depth >= _DEEPEST:
            return []
        for head in heads:
            found = self._inside(head, depth)
            if found:
                return found
        return []

    def meant(self, index: int) -> int:
        """Whom a pronoun in what somebody says or does means, where the cast does not know: the
        subject of the clause above ("Hungary said it would …")."""
        tree = self.tree
        if tree.poses[index] != "PRON" or tree.lemmas[index] not in _THIRD or self._named[index]:
            return index
        for above in tree.climb(index):
            if tree.relations[above] in ("ccomp", "advcl", "xcomp") and tree.heads[above] != above:
                subject = tree.child(tree.heads[above], "nsubj", "nsubj:pass")
                if subject is not None and subject != index:
                    subject = self.unwrap(subject)
                    if self.is_agent(subject) and tree.poses[subject] != "PRON":
                        return subject
        return index

    def inside(self, index: int) -> list[int]:
        """The actors inside a noun phrase that it belongs to, never itself."""
        return self._inside(self.unwrap(index), 0)

    def unwrap(self, index: int) -> int:
        """The noun that counts: `thousands of workers` are workers."""
        tree = self.tree
        for _ in range(3):
            if tree.lemmas[index] not in _QUANTITIES and tree.poses[index] != "NUM":
                break
            inner = next((kid for kid in tree.kids(index, "nmod") if "of" in tree.cases(kid)), None)
            if inner is None:
                break
            index = inner
        return index

    def peoples(self, index: int) -> list[int]:
        """The peoples coordinated before a noun: `French and Egyptian warships`."""
        for kid in self.tree.kids(index, "amod", "compound", "nmod"):
            if self.is_named(kid):
                both = [kid, *self._beside(kid)]
                if len(both) > 1:
                    return both
        return []

    def _inside(self, index: int, depth: int) -> list[int]:
        tree = self.tree
        owner = tree.child(index, "nmod:poss")
        if owner is not None:
            found = self.who(owner, depth + 1)
            if found:
                return found
        agent = self._agent_of_participle(index, depth)
        if agent:
            return agent
        phrases = list(tree.obliques(index))
        for preposition in _OWNERS[:2]:
            for cases, kid in phrases:
                if cases[0] == preposition and not tree.is_time(kid):
                    found = self.who(kid, depth + 1)
                    if found:
                        return found
        before = tree.kids(index, "amod", "compound", "nmod")
        before += [inner for kid in before for inner in tree.kids(kid, "amod", "compound")]
        named = [kid for kid in before if self.is_named(kid) and not tree.cases(kid)]
        if named:
            return [kid for first in named for kid in (first, *self._beside(first))]
        for preposition in _OWNERS[2:]:
            for cases, kid in phrases:
                if cases[0] == preposition and not tree.is_time(kid):
                    found = self.who(kid, depth + 1)
                    if found:
                        return found
        agents = [
            kid
            for kid in tree.kids(index, "compound")
            if tree.lemmas[kid] in self._agents and tree.lemmas[kid] not in _KINDS
        ]
        return agents[:1]

    def _beside(self, index: int) -> Iterator[int]:
        return (kid for kid in self.tree.kids(index, "conj") if self.is_named(kid))

    def _agent_of_participle(self, index: int, depth: int) -> list[int]:
        for clause in self.tree.kids(index, "acl"):
            for cases, kid in self.tree.obliques(clause):
                if "by" in cases:
                    return self.who(kid, depth + 1)
        return []
