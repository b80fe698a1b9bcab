"""Who a verb or noun is about: its subject, its object, its agent and the phrases beside it."""

from collections.abc import Iterable

from pourparler.readings.events.phrases import Phrases
from pourparler.readings.events.tree import Tree
from pourparler.readings.page import Page

_RELATIVE = frozenset(("who", "which", "that", "whom"))
_WHERE = frozenset(("where", "when", "why"))
_OBJECT_CONTROL = frozenset(("asked", "demanded"))
_ALLOWING = frozenset(("allow", "permit", "let", "enable", "help", "force", "authorize", "send"))
_TURNS = frozenset(
    (
        "response", "return", "case", "fact", "addition", "exchange", "connection", "bid", "line",
        "accordance", "effort", "attempt", "move", "result", "order", "regard", "relation",
        "retaliation", "reaction", "favor", "favour", "term", "course", "wake", "light", "view",
        "way", "condition", "ground", "basis", "charge", "suspicion", "statement", "interview",
        "letter", "speech", "protest", "solidarity", "violation", "defiance", "support", "front",
    )
)  # fmt: skip
_HIGHEST = 12


class Parties(Phrases):
    """The parties of one page's verbs and nouns, as tokens."""

    def __init__(self, tree: Tree, page: Page) -> None:
        super().__init__(tree, page)
        self._subjects: dict[int, tuple[int | None, bool]] = {}

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
