"""What came of a meeting, in the report's words."""

from collections.abc import Iterator

from pourparler.codebook import MeetingWords
from pourparler.readings.events.tree import Tree
from pourparler.readings.meetings.scope import Scope

_ENDING = frozenset(("end", "conclude", "yield", "result", "produce", "close", "finish"))
_SIDES = frozenset(
    (
        "they", "side", "party", "minister", "leader", "both", "participant", "delegation",
        "official", "negotiator", "statement", "document", "agreement", "communique",
        "declaration", "president", "envoy", "diplomat", "nothing", "all", "country", "nation",
        "state", "power", "two", "three", "four", "five", "six", "seven",
    )
)  # fmt: skip
_LED_TO = frozenset(("after", "since", "because", "as", "if", "before", "until", "unless"))
# What several do together at or after a meeting is what came of it.
_AGREEING = frozenset(("agree", "sign", "adopt", "pledge", "settle"))
_AT_OR_AFTER = frozenset(("at", "during", "after", "follow", "in"))
_FINITE = frozenset(("VBP", "VBZ", "VBD"))
_LONGEST = 30


def outcome(tree: Tree, scope: Scope, words: MeetingWords) -> str | None:
    """The clause that tells what came of the meeting, beside it or in the next sentence."""
    single = words.single["outcomes"]
    if scope.verb is not None:
        for kid in _followed_by(tree, scope.verb):
            if kid > scope.head and tree.lemmas[kid] in single and _is_later(tree, kid):
                return _clause(tree, kid)
        if scope.noun is not None and tree.lemmas[scope.verb] in _ENDING:
            for cases, kid in tree.obliques(scope.verb):
                told = kid > scope.verb and not tree.is_time(kid) and not tree.names[kid]
                if cases[0] in ("with", "without", "in") and told:
                    return _clause(tree, kid)
        agreed = _agreed(tree, scope)
        if agreed is not None:
            return _clause(tree, agreed)
    return _next_sentence(tree, scope, single)


def _followed_by(tree: Tree, verb: int) -> Iterator[int]:
    """The verbs told after the one that tells the meeting. A finite verb that the parse puts
    beside a participle is the finite one's: `resume talks aimed at peace and agree to …`."""
    yield from tree.kids(verb, "conj", "advcl", "xcomp")
    if tree.tags[verb] not in _FINITE:
        return
    for at in range(verb + 1, tree.sentence(verb)[1]):
        joined = tree.relations[at] == "conj" and tree.tags[at] == tree.tags[verb]
        beside = joined and tree.tags[tree.heads[at]] in ("VBG", "VB") and verb in tree.climb(at)
        if beside and tree.child(at, "nsubj", "nsubj:pass") is None:
            yield at


def _agreed(tree: Tree, scope: Scope) -> int | None:
    """The verb by which several agree at or after a meeting: `At a summit in Oslo, Norway and
    Sweden agree to …`, `rebels attending talks in Oslo agree on …`."""
    verb = _over(tree, scope)
    if verb is None or tree.lemmas[verb] not in _AGREEING or tree.tags[verb] not in _FINITE:
        return None
    denied = {"not", "n't", "never"} & {tree.lemmas[kid] for kid in tree.kids(verb, "advmod")}
    subjects = tree.kids(verb, "nsubj") if not denied and not tree.kids(verb, "aux") else []
    if any(_is_of_several(tree, subject) for subject in subjects):
        return verb
    joined = not subjects and tree.relations[verb - 1] == "conj" and tree.names[verb - 1]
    return verb if joined and not denied else None  # "In Oslo, Norway and Sweden agree to …"


def _over(tree: Tree, scope: Scope) -> int | None:
    """The verb of what is done at or after the meeting, or by those attending it."""
    verb, top = scope.verb, scope.top
    if verb is None or top is None:
        return None
    if tree.relations[verb] == "acl" and tree.tags[verb] == "VBG":
        those = tree.heads[verb]
        return tree.heads[those] if tree.relations[those] == "nsubj" else None
    case = tree.cases(top)[:1]
    if case == ("of",) and tree.lemmas[tree.heads[top]] == "result":
        top = tree.heads[top]
    elif _AT_OR_AFTER.isdisjoint(case):
        return None
    return verb if tree.heads[top] == verb else None


def _is_of_several(tree: Tree, subject: int) -> bool:
    several = tree.tags[subject] in ("NNS", "NNPS") or tree.child(subject, "conj") is not None
    return several or tree.lemmas[subject] in _SIDES


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
    before = tree.kids(index, "case", "mark", "det", "amod", "advmod", "compound")
    if tree.poses[index] != "VERB":
        before += tree.kids(index, "obl")
    return _words(tree, min([index, *before]), last + 1)


def _words(tree: Tree, first: int, end: int) -> str:
    return str(tree.doc[first:end].text).strip(" .,;\n")
