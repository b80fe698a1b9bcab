"""Which frames a verb's or noun's words fit, and how well."""

from collections.abc import Iterator

from pourparler.codebook import Frame, Frames
from pourparler.readings.events.parties import Parties
from pourparler.readings.events.tree import Tree

_BESIDE = frozenset(
    ("compound:prt", "advmod", "obj", "obl", "xcomp", "obl:unmarked", "nmod", "advcl", "case",
     "obl:agent", "iobj", "dep")
)  # fmt: skip
_VERBAL = frozenset(("VERB", "AUX"))


class Matcher:
    """Matches frames on one tree."""

    def __init__(self, tree: Tree, parties: Parties, frames: Frames) -> None:
        self.tree = tree
        self.parties = parties
        self.frames = frames

    def verb(self, index: int) -> list[tuple[float, Frame]]:
        """The frames a verb fits, best first, each with how much of it was matched."""
        candidates = self.frames.verbs.get(self.tree.lemmas[index])
        if not candidates:
            return []
        beside: frozenset[str] | None = None
        found = []
        for frame, others in candidates:
            if (others or frame.complements) and beside is None:
                beside = self._beside(index)
            if others and not beside.issuperset(others):  # type: ignore[union-attr]
                continue
            fit = self._fit(index, frame, others, beside)
            if fit is not None:
                found.append((fit + 0.6 * len(others), frame))
        found.sort(key=lambda pair: -pair[0])
        return found

    def _fit(
        self,
        index: int,
        frame: Frame,
        others: tuple[str, ...],
        beside: frozenset[str] | None,
    ) -> float | None:
        fit = 1.0
        if frame.intransitive and self.tree.child(index, "obj") is not None:
            return None
        if frame.objects or frame.about_agents or frame.about_any:
            fit += self._object_fit(index, frame, others)
            if fit == 1 and not frame.complements:
                return None
        if frame.complements and fit < 2:
            if not any(set(phrase) <= (beside or frozenset()) for phrase in frame.complements):
                return None
            fit += 2.5
        if frame.subjects or frame.of_agents:
            subject = self.parties.subject(index)[0]
            if self.parties.is_passive(index):
                subject = self.parties.agent(index)
            if subject is None or not self._meets_subject(frame, subject):
                return None
            fit += 0 if frame.of_agents else 1.2
        return fit

    def _object_fit(self, index: int, frame: Frame, others: tuple[str, ...]) -> float:
        """2 where the object, or what a preposition of the phrase brings in ("agree on a
        truce"), is one the frame asks for; more where several of its words are."""
        things = [self.parties.object(index)]
        bringing = others + frame.towards if frame.intransitive else others
        things += [kid for cases, kid in self.tree.obliques(index) if cases[0] in bringing]
        return max((self._meets_object(frame, at) for at in things if at is not None), default=0)

    def _meets_object(self, frame: Frame, thing: int) -> float:
        words = self.tree.core(thing)
        if any(phrase <= words for phrase in frame.objects.joint):
            return 2.5
        if not frame.objects.single.isdisjoint(words):
            return 2 if self.tree.lemmas[thing] in frame.objects.single else 1.9
        if frame.about_agents and self.parties.is_agent(self.parties.unwrap(thing)):
            return 1.6
        return 0.5 if frame.about_any else 0

    def _meets_subject(self, frame: Frame, subject: int) -> bool:
        if frame.of_agents and self.parties.is_agent(self.parties.unwrap(subject)):
            return True
        return frame.subjects.meet(self.tree.core(subject))

    def noun(self, index: int) -> tuple[float, Frame] | None:
        """The frame a noun fits best: the one that names most of the phrase's words."""
        candidates = self.frames.nouns.get(self.tree.lemmas[index])
        if not candidates or (self.tree.poses[index] == "PROPN" and self.tree.is_time(index)):
            return None
        words: frozenset[str] | None = None
        best: tuple[float, Frame] | None = None
        for frame, others in candidates:
            if others:
                words = words or self.tree.core(index)
                if not words.issuperset(others):
                    continue
            if frame.under and self._verb_over(index) not in frame.under:
                continue
            fit = 1.0 + len(others)
            if best is None or fit > best[0]:
                best = (fit, frame)
        return best

    def _verb_over(self, index: int) -> str:
        """The verb a noun is the object or subject of, or a part of such a one."""
        tree = self.tree
        for above in tree.climb(index):
            if tree.poses[above] == "VERB":
                return tree.lemmas[above]
        return ""

    def _beside(self, index: int) -> frozenset[str]:
        """The words beside a verb: particles, prepositions, heads of its phrases."""
        tree = self.tree
        words: set[str] = set()
        for kid in tree.children[index]:
            if tree.relations[kid] in _BESIDE and not (tree.is_time(kid) and tree.cases(kid)):
                words.add(tree.lemmas[kid])
                if kid > index:
                    words.update(tree.lemmas[inner] for inner in tree.children[kid])
        return frozenset(words)

    def is_predicate(self, index: int) -> bool:
        """Whether the token is a verb that tells something (no participle before a noun)."""
        return self.tree.poses[index] in _VERBAL and self.tree.relations[index] not in (
            "amod", "compound", "aux", "aux:pass", "cop", "case", "mark", "compound:prt", "fixed",
        )  # fmt: skip

    def predicates(self) -> Iterator[int]:
        """The tokens that may tell an act, in text order."""
        frames = self.frames
        tree = self.tree
        for index, lemma in enumerate(tree.lemmas):
            if lemma in frames.verbs or lemma in frames.nouns or lemma in frames.adjectives:
                yield index
