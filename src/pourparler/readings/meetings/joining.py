"""Whether those told beside a meeting joined it: the subject of the verb over it, or those after
its "with"."""

from pourparler.model import Role
from pourparler.readings.events.parties import Parties
from pourparler.readings.events.tree import Tree
from pourparler.readings.meetings.listing import Lists
from pourparler.readings.meetings.naming import Namer, side
from pourparler.readings.meetings.scope import ATTENDING, Scope, is_particle
from pourparler.readings.meetings.unreal import word_ahead
from pourparler.readings.page import Page

# What talks end or go on with, that is nobody.
_RESULTS = frozenset(
    (
        "agreement", "aim", "breakthrough", "call", "commitment", "communique", "deal",
        "declaration", "demand", "focus", "goal", "help", "hope", "objective", "pact", "plan",
        "pledge", "progress", "promise", "result", "statement", "truce", "view",
    )
)  # fmt: skip
_VISITS = frozenset(("visit", "trip", "tour", "arrival", "journey"))
_FATES = ("proposed", "planned", "postponed", "cancelled")
_SPEAKING = frozenset(("say", "tell", "add", "state", "announce", "declare", "warn", "call"))
_OWN = frozenset(("meeting", "summit", "session"))
_AMID = frozenset(("amid", "amidst", "despite", "after", "before"))
_SHUNNING = frozenset(("boycott", "skip", "shun"))
_NOT = frozenset(("not", "n't", "never"))
_HIGHEST = 4
_ON = frozenset(("on", "about", "over", "regarding"))
_BETWEEN_LANDS = frozenset(
    ("border", "road", "tie", "trade", "war", "conflict", "dispute", "relation", "line", "zone")
)
WHILE = frozenset(("in", "during", "at", "after", "follow", "on"))


class Joiner:
    """Tells whether those named around the meetings of one page took part."""

    def __init__(
        self, tree: Tree, parties: Parties, page: Page, lists: Lists, names: Namer
    ) -> None:
        self.tree = tree
        self.parties = parties
        self.lists = lists
        self.names = names
        self.words = page.codebook.meetings

    def takes_part(self, scope: Scope, role: Role | None, has_both: bool) -> bool:
        """Whether the subject of the verb over the meeting is one of those who met."""
        if scope.noun is None or role is not None:
            return True
        assert scope.verb is not None
        lemma = self.tree.lemmas[scope.verb]
        if self.visitor(scope) is not None or self._stays_away(scope.verb):
            return False
        top = scope.top if scope.top is not None else scope.head
        spoken = lemma in _SPEAKING and not is_particle(self.tree, top)
        if scope.beside or (spoken and self.tree.relations[top] != "obj"):
            return not has_both and (
                self._is_with_another(scope)
                or self._is_after_talks(scope)
                or self._is_their_own(scope)
                or self._is_ahead_of_it(scope)
            )
        single = self.words.single
        if lemma in single["holding"] or lemma in single["visiting"]:
            return True
        if has_both:
            return False
        if self.has_with(scope):
            return True
        cases = set(self.tree.cases(top)[:1])
        if self.tree.heads[top] != scope.verb:  # "failed to find a solution at a meeting"
            return bool(cases & WHILE) and self.is_of_several(scope.verb)
        if self.tree.relations[top] in ("obj", "nsubj:pass") or cases & {"for", "to"}:
            return any(lemma in single[name] for name in _FATES)
        return bool(cases & WHILE) and (self.is_of_several(scope.verb) or self._is_their_own(scope))

    def is_of_several(self, verb: int | None) -> bool:
        """Whether the subject of the verb names several sides."""
        if verb is None:
            return False
        subject = self.parties.subject(verb)[0]
        # "In Oslo, Norway and Sweden agree": the parse may join them to the place
        named = self.lists.before(verb) if subject is None else self.names.named(subject)
        return len({side(one) for one in named}) > 1

    def _is_with_another(self, scope: Scope) -> bool:
        """`said after talks with …`: whoever says so is the other side."""
        top = scope.top if scope.top is not None else scope.head
        if not set(self.tree.cases(top)[:1]) & WHILE:
            return False
        return self.has_with(scope) or self.is_joint(scope)

    def _is_after_talks(self, scope: Scope) -> bool:
        """`after talks in Geneva, Norway and Sweden agreed`: those who did so had talked."""
        if scope.verb is None or scope.noun is None:
            return False
        after = set(self.tree.cases(scope.noun)[:1]) & WHILE
        talks = self.tree.lemmas[scope.noun] in self.words.single["doubtful"]
        return bool(after) and talks and self.is_of_several(scope.verb)

    def _is_ahead_of_it(self, scope: Scope) -> bool:
        """`calls for calm ahead of meetings with …`: whoever says so is the other side."""
        if scope.verb is None or scope.noun is None or self.tree.lemmas[scope.noun] not in _OWN:
            return False
        speaks = self.tree.lemmas[scope.verb] in _SPEAKING | {"urge", "pledge", "vow"}
        subject = self.parties.subject(scope.verb)[0] if speaks else None
        person = subject is not None and self.tree.names[subject] == "PER"
        return (
            person and word_ahead(self.tree, scope) in ("ahead", "prior") and self.has_with(scope)
        )

    def _stays_away(self, verb: int) -> bool:
        """Whether who is told of does not come: `will not attend`, `decides not to travel to Oslo
        and attend`, `boycotts`."""
        tree = self.tree
        if tree.lemmas[verb] in _SHUNNING:
            return True
        if tree.lemmas[verb] not in ATTENDING:
            return False
        over = [verb]
        while tree.relations[over[-1]] in ("conj", "xcomp") and len(over) < _HIGHEST:
            over.append(tree.heads[over[-1]])
        return any(tree.lemmas[kid] in _NOT for at in over for kid in tree.kids(at, "advmod"))

    def _is_their_own(self, scope: Scope) -> bool:
        """`A and B came to no terms during their meeting`, `at its summit, A …`: it is theirs."""
        if scope.verb is None or scope.noun is None:
            return False
        owner = self.tree.child(scope.noun, "nmod:poss")
        if owner is None or self.tree.lemmas[owner] not in ("their", "they", "its", "it"):
            return False
        return self.tree.tags[owner] == "PRP$" and (
            self.is_of_several(scope.verb) or self.tree.lemmas[owner] in ("its", "it")
        )

    def is_joint(self, scope: Scope) -> bool:
        """Whether it is a joint conference for reporters: who says it and who is told held it."""
        noun = scope.noun
        return scope.press and noun is not None and "joint" in {
            self.tree.lemmas[kid] for kid in self.tree.kids(noun, "amod")
        }  # fmt: skip

    def visitor(self, scope: Scope) -> int | None:
        """Whose visit it is that the meeting belongs to: `her visit to Norway for a summit`."""
        tree = self.tree
        at = scope.top if scope.top is not None else scope.head
        for above in list(tree.climb(at))[1:4]:
            if not tree.is_nominal(above):
                return None
            if tree.lemmas[above] in _VISITS:
                return tree.child(above, "nmod:poss")
        return None

    def has_with(self, scope: Scope) -> bool:
        """Whether it is told with whom it was."""
        at = self.with_at(scope)
        if at is not None and self.tree.lemmas[at] == "with":
            return True
        nouns = {each for each in (scope.noun, scope.top) if each is not None}
        return any(cases[0] == "with" for noun in nouns for cases, _ in self.tree.obliques(noun))

    def with_at(self, scope: Scope) -> int | None:
        """The "with" or "between" that follows the meeting's words in their own phrase."""
        tree = self.tree
        end = tree.sentence(scope.head)[1]
        for at in range(scope.head + 1, min(end, scope.head + 14)):
            if tree.lemmas[at] in ("with", "between", "among") and tree.poses[at] != "VERB":
                if tree.lemmas[tree.heads[at]] in _RESULTS:
                    return None
                if not _AMID.isdisjoint(tree.lemmas[scope.head + 1 : at]):
                    return None  # "talks amid a dispute with Norway" are with somebody else
                return (
                    at if self.is_end(at - 1, scope) or self._is_behind_topic(at, scope) else None
                )
            held = at == scope.verb or tree.lemmas[at] in self.words.single["holding"]
            if tree.poses[at] in ("VERB", "SCONJ") and not held:
                return None
        return None

    def _is_behind_topic(self, between: int, scope: Scope) -> bool:
        """`talks on migration between Norway and Sweden`: these have no borders between them."""
        lemmas = self.tree.lemmas
        topic = not _ON.isdisjoint(lemmas[scope.head + 1 : between])
        return topic and lemmas[between] == "between" and lemmas[between - 1] not in _BETWEEN_LANDS

    def is_end(self, at: int, scope: Scope) -> bool:
        """Whether the meeting's phrase may end here, so that who, where or when may follow."""
        tree = self.tree
        if at in (scope.noun, scope.top, scope.verb) or self.lists.holding(at):
            return True
        if tree.names[at] or tree.is_time(at) or tree.poses[at] in ("VERB", "ADV", "NUM"):
            return True
        return tree.lemmas[at] in ("place", ",", "counterpart", "official")
