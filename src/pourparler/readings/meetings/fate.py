"""What became of a meeting, or is to become of it, from the verbs and modals over its words."""

from collections.abc import Iterator

from pourparler.codebook import MeetingWords
from pourparler.model import MeetingStatus
from pourparler.readings.events.tree import Tree
from pourparler.readings.meetings import unreal
from pourparler.readings.meetings.scope import Scope

_MODAL_PROPOSED = frozenset(("could", "may", "might", "should", "must", "can"))
_MODAL_PLANNED = frozenset(("will", "shall", "'ll"))
_NOT = frozenset(("not", "n't", "never", "no"))
_SAYING = frozenset(
    [
        "say",
        "tell",
        "announce",
        "state",
        "declare",
        "report",
        "add",
        "note",
        "confirm",
        "reveal",
        "stress",
        "think",
        "believe",
    ]
)
_CHAIN = frozenset(("xcomp", "ccomp", "advcl", "acl", "root", "conj", "obj", "obl", "nsubj",
                    "nsubj:pass", "nmod", "csubj", "parataxis"))  # fmt: skip


def fate(tree: Tree, scope: Scope, words: MeetingWords) -> MeetingStatus | None:
    """The meeting's status; None where the report says that none was held.

    A meeting is held only where nothing says that it was merely thought of.
    """
    told = _told(tree, scope, words)
    if told is None or told in ("proposed", "postponed"):
        return told
    if unreal.is_absent(tree, scope) or (told == "held" and unreal.is_denied(tree, scope)):
        return None
    if unreal.is_conditional(tree, scope, words) or unreal.is_any(tree, scope):
        return "proposed"
    if told != "held":
        return told
    if unreal.is_ahead(tree, scope):
        above = tree.lemmas[scope.verb] if scope.verb is not None else ""
        return "proposed" if above in words.single["proposed"] else "planned"
    if unreal.is_aimed_at(tree, scope, words):
        return "planned" if unreal.is_headline_plan(tree, scope) else "proposed"
    return "held"


def _told(tree: Tree, scope: Scope, words: MeetingWords) -> MeetingStatus | None:
    """The status that the verbs, modals and adjectives tell."""
    single = words.single
    lemmas = {
        tree.lemmas[at]
        for at in _over(tree, scope)
        # "open to talks" is a wish, "opened the talks" is none
        if tree.poses[at] != "VERB" or tree.lemmas[at] not in single["holding"]
    }
    if lemmas & single["postponed"] or _phrase(tree, scope, words, "postponed"):
        return "postponed"
    if lemmas & single["cancelled"] or _phrase(tree, scope, words, "cancelled"):
        return "cancelled"
    modals = {*_modals(tree, scope), *unreal.modals_of_predicate(tree, scope)}
    negated = _is_negated(tree, scope)
    if modals & _MODAL_PROPOSED or (lemmas & single["proposed"]):
        return "proposed"
    if modals & _MODAL_PLANNED:
        return "cancelled" if negated else "planned"
    if "would" in modals:
        return "proposed" if negated or "if" in lemmas else "planned"
    arranged = scope.verb is not None and tree.is_to_be(scope.verb)
    if arranged or lemmas & single["planned"] or _is_infinitive_passive(tree, scope):
        return "planned"
    return None if negated else "held"


def _over(tree: Tree, scope: Scope) -> Iterator[int]:
    """The words that bear on the meeting's reality: verbs over it, nouns it hangs on, and the
    adjectives on it."""
    start = scope.head
    if scope.noun is not None:
        yield from (
            kid
            for kid in tree.kids(scope.noun, "amod", "acl", "det")
            if tree.poses[kid] in ("ADJ", "VERB")
        )
    at = start
    for above in tree.climb(start):
        if above != start:
            if tree.relations[at] not in _CHAIN or _is_cut(tree, at, above, scope):
                return
            yield above
            yield from tree.kids(above, "mark")
        at = above


def _is_cut(tree: Tree, at: int, above: int, scope: Scope) -> bool:
    """Whether what stands above says nothing of the meeting's reality."""
    relation = tree.relations[at]
    if tree.lemmas[above] in _SAYING and tree.poses[above] == "VERB":
        # To say that there was a meeting tells nothing of it; to announce one does.
        return relation != "obj"
    if relation in ("conj", "parataxis", "acl:relcl"):
        return True
    if relation == "advcl":
        return "to" not in tree.cases(at)
    if relation in ("obl", "nmod"):
        cases = tree.cases(at)
        return bool(cases) and cases[0] not in ("of", "to", "for", "on", "in", "about", "into")
    return False


def _modals(tree: Tree, scope: Scope) -> Iterator[str]:
    at: int | None = scope.verb
    for _ in range(3):
        if at is None:
            return
        yield from (tree.lemmas[kid] for kid in tree.kids(at, "aux"))
        at = tree.heads[at] if tree.relations[at] == "xcomp" else None


def _is_negated(tree: Tree, scope: Scope) -> bool:
    hosts = [scope.verb] if scope.noun is None else [scope.verb, scope.noun, scope.top]
    return any(
        tree.lemmas[kid] in _NOT
        for host in hosts
        if host is not None
        for kid in tree.kids(host, "advmod", "det", "neg")
    )


def _is_infinitive_passive(tree: Tree, scope: Scope) -> bool:
    """`a meeting to be held in May`, `talks to take place`."""
    if scope.noun is None:
        return False
    return any(
        "to" in tree.cases(kid)
        or any(tree.lemmas[inner] == "to" for inner in tree.kids(kid, "mark"))
        for kid in tree.kids(scope.noun, "acl")
    )


def _phrase(tree: Tree, scope: Scope, words: MeetingWords, name: str) -> bool:
    if scope.verb is None:
        return False
    beside = {tree.lemmas[kid] for kid in tree.children[scope.verb]}
    return any(
        phrase[0] == tree.lemmas[scope.verb] and set(phrase[1:]) <= beside
        for phrase in words.joint[name]
    )
