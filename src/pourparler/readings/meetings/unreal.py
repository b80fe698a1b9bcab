"""Whether a meeting's words only think of it: aimed at, conditional, denied, or still ahead."""

from collections.abc import Iterator

from pourparler.codebook import MeetingWords
from pourparler.readings.events.tree import Tree
from pourparler.readings.meetings.scope import Scope

_CONDITIONS = frozenset(("if", "unless", "whether", "lest", "until", "till", "provided"))
_FACTS = frozenset(("after", "since", "because", "as", "when", "while", "follow", "during"))
_AHEAD = frozenset(("before", "ahead", "prior", "pending"))
_ABSENT = frozenset(("without", "instead"))
_NOT = frozenset(("not", "n't", "never", "no", "neither", "none", "nobody", "nor"))
_CARRIED_OUT = frozenset(
    ("manage", "begin", "start", "continue", "proceed", "resume", "happen", "get")
)
_READY = frozenset(
    (
        "open", "ready", "willing", "unwilling", "reluctant", "prepared", "readiness",
        "willingness", "openness", "unready",
    )
)  # fmt: skip
_CLAUSES = frozenset(("xcomp", "ccomp", "advcl", "acl", "csubj", "parataxis", "nsubj",
                      "nsubj:pass", "obj", "nmod", "obl", "conj", "compound"))  # fmt: skip
_FIRST = frozenset(("first", "second", "third", "last", "latest", "only"))
_GOING = frozenset(("arrive", "travel", "fly", "come", "go", "head", "leave", "return", "land"))
_PAST = frozenset(("VBD", "VBN"))
_HIGHEST = 6


def is_absent(tree: Tree, scope: Scope) -> bool:
    """Whether it is what there is none of (without a meeting)."""
    return scope.noun is not None and bool(_cases(tree, scope) & _ABSENT)


def is_denied(tree: Tree, scope: Scope) -> bool:
    """Whether what the meeting is the aim of is denied (does not need to meet, no plans to meet),
    or nobody is who met."""
    if scope.beside or scope.verb is None:
        return False
    subject = tree.child(scope.verb, "nsubj", "nsubj:pass")
    if subject is not None and (
        tree.lemmas[subject] in _NOT
        or any(tree.lemmas[kid] in _NOT for kid in tree.kids(subject, "det", "advmod"))
    ):
        return True
    at = scope.verb
    for _ in range(_HIGHEST):
        aim = _is_infinitive(tree, at) or tree.cases(at)[:1] == ("for",)
        if tree.relations[at] not in ("xcomp", "acl", "csubj", "advcl") or not aim:
            return False
        at = tree.heads[at]
        if any(tree.lemmas[kid] in _NOT for kid in tree.kids(at, "advmod", "det", "neg")):
            return True
    return False


def is_conditional(tree: Tree, scope: Scope, words: MeetingWords) -> bool:
    """Whether it hangs on something: told in an if-clause, or with one."""
    for at in _clauses(tree, scope, words):
        marks = {tree.lemmas[kid] for kid in tree.kids(at, "mark", "case", "advmod")}
        if marks & _CONDITIONS or _is_as_long_as(tree, at):
            return True
        if marks & _FACTS:
            break
    verb = scope.verb
    if verb is None or scope.beside or tree.tags[verb] in _PAST:
        return False
    return any(
        _is_as_long_as(tree, clause)
        or any(tree.lemmas[kid] in _CONDITIONS for kid in tree.kids(clause, "mark", "case"))
        for clause in tree.kids(verb, "advcl")
    )


def word_ahead(tree: Tree, scope: Scope) -> str | None:
    """The word that tells it as what something comes before (ahead of the summit)."""
    if scope.noun is None:
        return None
    for above in tree.climb(scope.top if scope.top is not None else scope.noun):
        if not tree.is_nominal(above):
            return None
        case = tree.child(above, "case")
        words = (*tree.cases(above)[:1], tree.lemmas[case - 1] if case else "")
        told = next((word for word in words if word in _AHEAD), None)
        if told is not None:
            return told
    return None


def is_before(tree: Tree, scope: Scope) -> bool:
    """Whether what is done now is done before they meet (`needs to see steps before meeting`)."""
    verb = scope.verb
    if scope.noun is not None or verb is None or "before" not in tree.cases(verb):
        return False
    over = tree.heads[verb]
    while tree.relations[over] == "xcomp":
        over = tree.heads[over]
    aux = [kid for kid in tree.kids(over, "aux", "aux:pass", "cop") if kid < over]
    return any(tree.tags[at] in ("VBZ", "VBP", "MD") for at in (over, *aux))


def is_aimed_at(tree: Tree, scope: Scope, words: MeetingWords) -> bool:
    """Whether it is what somebody goes or is ready to do, and no verb says that it was done."""
    if _is_ready(tree, scope):
        return True
    verb = scope.verb
    if verb is None or not _bears(tree, scope, words):
        return False
    for _ in range(_HIGHEST):
        bare = tree.relations[verb] == "conj" and tree.tags[verb] == "VB"
        if bare and not _is_infinitive(tree, verb):
            verb = tree.heads[verb]  # "a readiness to disarm and enter talks"
            continue
        if not _is_infinitive(tree, verb):
            return False
        head = tree.heads[verb]
        if _is_first(tree, head):
            return False
        if tree.relations[verb] != "xcomp" or tree.lemmas[head] not in _CARRIED_OUT:
            return True
        verb = head
    return False


def is_headline_plan(tree: Tree, scope: Scope) -> bool:
    """Whether a whole sentence says just "A to meet B", or somebody goes to meet somebody."""
    if scope.verb is None:
        return False
    gone = tree.lemmas[tree.heads[scope.verb]] in _GOING
    return gone or tree.relations[scope.verb] in ("root", "advcl")


def is_visit(tree: Tree, scope: Scope, words: MeetingWords) -> bool:
    """Whether somebody is told to have gone where they meet: `visited Ruritania to meet …`."""
    if scope.verb is None:
        return False
    over = tree.heads[scope.verb]
    finite = tree.tags[over] in ("VBZ", "VBP", "VBD") and not tree.kids(over, "aux")
    return finite and tree.lemmas[over] in words.single["visiting"]


def is_any(tree: Tree, scope: Scope) -> bool:
    """Whether it is any meeting there may be."""
    return scope.noun is not None and any(
        tree.lemmas[kid] == "any" for kid in tree.kids(scope.noun, "det")
    )


def modals_of_predicate(tree: Tree, scope: Scope) -> Iterator[str]:
    """The modals of what a meeting is said to be: `the meeting would be a mistake`."""
    top = scope.top if scope.top is not None else scope.noun
    if top is not None and tree.relations[top] in ("nsubj", "nsubj:pass"):
        yield from (tree.lemmas[kid] for kid in tree.kids(tree.heads[top], "aux"))


def _bears(tree: Tree, scope: Scope, words: MeetingWords) -> bool:
    """Whether the meeting is as real as its verb: a deal not reached at talks leaves them real."""
    if scope.noun is None:
        return True
    if scope.beside or scope.verb is None:
        return False
    top = scope.top if scope.top is not None else scope.noun
    known = tree.lemmas[scope.verb] in words.single["holding"] | {"speak", "talk"}
    if tree.cases(top)[:1] in (("in",), ("at",)) and tree.child(scope.verb, "obj") is not None:
        return False  # "to continue their work in talks": the talks are real
    return known or not tree.relations[top].startswith(("obl", "nmod"))


def _clauses(tree: Tree, scope: Scope, words: MeetingWords) -> Iterator[int]:
    """The verbs and nouns over the meeting, as far as they bear on it."""
    start = scope.verb if scope.verb is not None and not scope.beside else scope.head
    if scope.noun is not None and not scope.beside and not _bears(tree, scope, words):
        return
    at = start
    for _ in range(_HIGHEST):
        yield at
        above = tree.heads[at]
        if above == at or tree.relations[at] not in _CLAUSES:
            return
        if set(tree.cases(at)[:1]) & _FACTS:
            return
        at = above


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.lemmas[kid] == "to" for kid in tree.kids(verb, "mark", "aux", "case"))


def _is_first(tree: Tree, noun: int) -> bool:
    """Whether what somebody is to do is done: `the first minister to meet them`."""
    nouns = [noun, *(tree.kids(noun, "obj", "xcomp") if tree.lemmas[noun] == "become" else ())]
    words = {tree.lemmas[at] for at in nouns}
    words |= {tree.lemmas[kid] for at in nouns for kid in tree.kids(at, "amod")}
    return not words.isdisjoint(_FIRST)


def _is_as_long_as(tree: Tree, clause: int) -> bool:
    return any(
        tree.lemmas[kid] == "long" and any(tree.lemmas[at] == "as" for at in tree.children[kid])
        for kid in tree.kids(clause, "advmod", "mark")
    )


def _is_ready(tree: Tree, scope: Scope) -> bool:
    """`open to a meeting`, `ready to hold talks`, however the words were parsed."""
    first = tree.sentence(scope.head)[0]
    for at in range(max(first, scope.head - 5), scope.head - 1):
        if tree.lemmas[at] in _READY and tree.lemmas[at + 1] in ("to", "for"):
            between = tree.lemmas[at + 2 : scope.head]
            return "," not in between and "and" not in between
    return False


def _cases(tree: Tree, scope: Scope) -> set[str]:
    top = scope.top if scope.top is not None else scope.head
    return set(tree.cases(top)[:1])
