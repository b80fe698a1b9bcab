"""What came of a meeting, in the report's words."""

from pourparler.codebook import MeetingWords
from pourparler.readings.events.tree import Tree
from pourparler.readings.meetings.scope import Scope

_ENDING = frozenset(("end", "conclude", "yield", "result", "produce", "close", "finish"))
_SIDES = frozenset(
    (
        "they", "side", "party", "minister", "leader", "both", "participant", "delegation",
        "official", "negotiator", "two", "statement", "document", "agreement", "communique",
        "declaration", "president", "envoy", "diplomat", "nothing",
    )
)  # fmt: skip
_LED_TO = frozenset(("after", "since", "because", "as", "if", "before", "until", "unless"))
_LONGEST = 30


def outcome(tree: Tree, scope: Scope, words: MeetingWords) -> str | None:
    """The clause that tells what came of the meeting, beside it or in the next sentence."""
    single = words.single["outcomes"]
    if scope.verb is not None:
        for kid in tree.kids(scope.verb, "conj", "advcl", "xcomp"):
            if kid > scope.head and tree.lemmas[kid] in single and _is_later(tree, kid):
                return _clause(tree, kid)
        if scope.noun is not None and tree.lemmas[scope.verb] in _ENDING:
            for cases, kid in tree.obliques(scope.verb):
                if cases[0] in ("with", "without", "in") and not tree.is_time(kid):
                    return _clause(tree, kid)
    return _next_sentence(tree, scope, single)


def _is_later(tree: Tree, clause: int) -> bool:
    """Whether a clause tells what followed, not what had led to the meeting."""
    return _LED_TO.isdisjoint(tree.cases(clause))


def _next_sentence(tree: Tree, scope: Scope, single: frozenset[str]) -> str | None:
    """The next sentence, where its subject is those who met and its verb an outcome."""
    start = tree.sentence(scope.head)[1]
    if start >= len(tree):
        return None
    end = tree.sentence(start)[1]
    root = next((at for at in range(start, end) if tree.relations[at] == "root"), None)
    if root is None or tree.lemmas[root] not in single:
        return None
    subject = tree.child(root, "nsubj", "nsubj:pass")
    if subject is None or tree.lemmas[subject] not in _SIDES:
        return None
    return _words(tree, start, min(end, start + _LONGEST))


def _clause(tree: Tree, index: int) -> str:
    """The words of the clause or phrase headed by `index`, from its first to its last."""
    last = index
    for at in range(index + 1, min(index + _LONGEST, len(tree))):
        if index not in tree.climb(at):
            break
        last = at
    before = tree.kids(index, "case", "mark", "det", "amod", "advmod", "compound", "obl")
    return _words(tree, min([index, *before]), last + 1)


def _words(tree: Tree, first: int, end: int) -> str:
    return str(tree.doc[first:end].text).strip(" .,;\n")
