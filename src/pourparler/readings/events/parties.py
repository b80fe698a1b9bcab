"""Who a verb or noun is about: subjects, objects, and the actors inside a noun phrase."""

from collections.abc import Iterable, Iterator

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
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_WHERE = frozenset(("where", "when", "why"))
_PERSONS = frozenset(
    ("he", "she", "they", "it", "we", "i", "you", "him", "her", "them", "us", "me")
)
_THIRD = frozenset(("he", "she", "they", "it"))
_OBJECT_CONTROL = frozenset(("asked", "demanded"))
_ALLOWING = frozenset(("allow", "permit", "let", "enable", "help", "force", "authorize", "send"))
_OWNERS = ("by", "of", "from", "against", "in", "with", "between", "among", "on", "at", "to")
_TURNS = frozenset(
    (
        "response", "return", "case", "fact", "addition", "exchange", "connection", "bid", "line",
        "accordance", "effort", "attempt", "move", "result", "order", "regard", "relation",
        "retaliation", "reaction", "favor", "favour", "term", "course", "wake", "light", "view",
        "way", "condition", "ground", "basis", "charge", "suspicion", "statement", "interview",
        "letter", "speech", "protest", "solidarity", "violation", "defiance", "support", "front",
    )
)  # fmt: skip
# Before a noun these tell its kind, not who it belongs to (military withdrawal, state visit).
_KINDS = frozenset(("military", "state", "party", "group", "police", "leader", "people", "head"))
_DEEPEST = 6
_HIGHEST = 12


class Parties:
    """The parties of one page's verbs and nouns, as tokens."""

    def __init__(self, tree: Tree, page: Page) -> None:
        self.tree = tree
        self.codebook: Codebook = page.codebook
        self._agents = page.codebook.frames.agents
        self._named = [False] * len(tree)
        for mention in page.cast.mentions:
            if mention.actor is not None:
                for at in range(tree.at(mention.span.start), tree.at(mention.span.end - 1) + 1):
                    self._named[at] = True
        self._subjects: dict[int, tuple[int | None, bool]] = {}

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

    # ------------------------------------------------------------ subjects and objects

    def subject(self, verb: int, depth: int = 0) -> tuple[int | None, bool]:
        """The noun phrase that is the subject of a verb, and whether the verb is passive."""
        found = self._subjects.get(verb)
        if found is None:
            if depth > _HIGHEST:
                return None, False
            self._subjects[verb] = (None, False)
            found = self._find_subject(verb, depth)
            self._subjects[verb] = found
        return found

    def _find_subject(self, verb: int, depth: int) -> tuple[int | None, bool]:
        tree = self.tree
        passive = self.is_passive(verb)
        own = self._own_subject(verb)
        if (
            own is not None
            and tree.lemmas[own] in _RELATIVE
            and tree.relations[verb].startswith("acl")
        ):
            return tree.heads[verb], passive
        if own is not None:
            return own, passive
        head, relation = tree.heads[verb], tree.relations[verb]
        if head == verb:
            return None, passive
        if relation.startswith("acl"):
            return head, passive
        if relation in ("xcomp", "ccomp", "advcl") and self._controls_object(head):
            thing = self.object(head)
            if thing is not None:
                return thing, passive
        if relation in ("xcomp", "advcl", "conj", "ccomp", "parataxis", "dep"):
            above, above_passive = self.subject(head, depth + 1)
            if tree.is_nominal(head) and relation != "conj" and above is None:
                return head, passive
            if relation == "conj" and above_passive and not passive and "auxpass" not in relation:
                # "was arrested and charged": the second participle is passive too
                passive = tree.tags[verb] == "VBN"
            return above, passive
        return None, passive

    def _own_subject(self, verb: int) -> int | None:
        """The subject that hangs on the verb, or (a common slip of parsers) on its auxiliary."""
        tree = self.tree
        relations = ("nsubj", "nsubj:pass", "nsubj:outer")
        if tree.poses[verb] != "VERB":
            relations = ("nsubj", "expl", "nsubj:outer")
        told = tree.kids(verb, *relations)
        if told:
            # of two, the first is a heading or a dateline ("GENEVA: The ministers met")
            return next((at for at in reversed(told) if at < verb), told[0])
        for auxiliary in tree.kids(verb, "aux", "aux:pass"):
            own = tree.child(auxiliary, "nsubj", "nsubj:pass")
            if own is not None:
                return own
        return None

    def _controls_object(self, verb: int) -> bool:
        lemma = self.tree.lemmas[verb]
        if lemma in _ALLOWING:
            return True
        frames = self.codebook.frames.verbs.get(lemma, ())
        return any(frame.operator in _OBJECT_CONTROL for frame, _ in frames)

    def is_passive(self, verb: int) -> bool:
        """Whether the verb is passive, or a participle that modifies what it was done to."""
        tree = self.tree
        if tree.child(verb, "nsubj:pass", "aux:pass") is not None:
            return True
        return tree.relations[verb] == "acl" and tree.tags[verb] == "VBN"

    def object(self, verb: int) -> int | None:
        """The noun phrase a verb is done to: its object, or its subject when it is passive."""
        tree = self.tree
        if self.is_passive(verb):
            subject = self.subject(verb)[0]
            if subject is not None:
                return subject
        thing = tree.child(verb, "obj")
        if thing is not None:
            return thing
        if tree.relations[verb] == "acl:relcl":
            own = tree.child(verb, "nsubj")
            where = any(tree.lemmas[kid] in _WHERE for kid in tree.kids(verb, "advmod", "mark"))
            if own is not None and tree.lemmas[own] not in _RELATIVE and not where:
                return tree.heads[verb]
        for kid in tree.kids(verb, "obl", "iobj", "obl:unmarked", "nmod"):
            if (
                kid > verb
                and not tree.cases(kid)
                and tree.is_nominal(kid)
                and not tree.is_time(kid)
            ):
                return kid
        return None

    def agent(self, verb: int) -> int | None:
        """The `by` phrase of a passive verb."""
        tree = self.tree
        named = tree.child(verb, "obl:agent")
        if named is not None:
            return named
        for cases, kid in tree.obliques(verb):
            if "by" in cases and not tree.is_time(kid):
                return kid
        return None

    def phrase(self, hosts: Iterable[int], prepositions: Iterable[str]) -> int | None:
        """The first phrase with one of the `prepositions`, most telling first, on any host."""
        tree = self.tree
        found = [item for host in hosts for item in tree.obliques(host)]
        for preposition in prepositions:
            for cases, kid in found:
                if preposition in cases and not self._is_aside(kid):
                    return kid
        return None

    def _is_aside(self, index: int) -> bool:
        """Whether a phrase names nobody: a time, or a turn of speech ("in response to")."""
        return self.tree.is_time(index) or self.tree.lemmas[index] in _TURNS
