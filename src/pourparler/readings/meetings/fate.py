"""What became of a meeting, or is to become of it, from the verbs and modals over its words."""

from collections.abc import Iterator

from pourparler.codebook import MeetingWords
from pourparler.model import MeetingStatus
from pourparler.readings.events.tree import Tree
from pourparler.readings.meetings import unreal
from pourparler.readings.meetings.scope import ATTENDING, Scope, announced, is_particle, nouns

_FALLEN: tuple[MeetingStatus, ...] = ("postponed", "cancelled")
_MODAL_PROPOSED = frozenset(("could", "may", "might", "should", "must", "can"))
_MODAL_PLANNED = frozenset(("will", "shall", "'ll"))
_NOT = frozenset(("not", "n't", "never", "no", "longer"))
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
_LONGEST_HEADLINE = 16
_WISHES = frozenset(("threaten", "urge", "demand", "propose", "want", "suggest", "consider"))
_REACHING = frozenset(("agree", "reach", "sign", "resolve", "settle", "find", "achieve"))
_AT_OR_AFTER = frozenset(("at", "in", "during", "after", "follow"))
_LENGTHENING = frozenset(("extend", "prolong", "lengthen"))
_MODIFIERS = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM"))
_HYPHENS = frozenset(("-", "–", "—", "‑"))
_IN = frozenset(("interest", "interested", "succeed", "fail", "hint", "aim",
                 "engage", "re-engage", "reengage", "participate", "partake", "join"))  # fmt: skip
_CHAIN = frozenset(("xcomp", "ccomp", "advcl", "acl", "root", "conj", "obj", "obl", "nsubj",
                    "nsubj:pass", "nmod", "csubj", "parataxis"))  # fmt: skip


def fate(tree: Tree, scope: Scope, words: MeetingWords) -> MeetingStatus | None:
    """The meeting's status; None where the report says that none was held.

    A meeting is held only where nothing says that it was merely thought of.
    """
    told = "cancelled" if _is_of_a_cancelled_trip(tree, scope, words) else _told(tree, scope, words)
    verb = tree.lemmas[scope.verb] if scope.verb is not None and not scope.beside else ""
    if told == "proposed" and (verb in _LENGTHENING or _is_anothers(tree, scope, verb)):
        return None
    if told is None or told in ("proposed", "postponed"):
        return told
    if unreal.is_absent(tree, scope) or (told == "held" and unreal.is_denied(tree, scope)):
        return None
    if unreal.is_conditional(tree, scope, words) or unreal.is_any(tree, scope):
        return "proposed"
    if told != "held":
        return told
    ahead = unreal.word_ahead(tree, scope)
    if ahead is not None:
        above = tree.lemmas[scope.verb] if scope.verb is not None else ""
        # what is demanded before a meeting is its condition; ahead of one it is not
        wanted = above in words.single["proposed"] and ahead == "before"
        return "proposed" if wanted else "planned"
    if unreal.is_before(tree, scope):
        return "planned"
    if unreal.is_aimed_at(tree, scope, words) and not unreal.is_visit(tree, scope, words):
        return "planned" if unreal.is_headline_plan(tree, scope) else "proposed"
    return "held"


def _is_of_a_cancelled_trip(tree: Tree, scope: Scope, words: MeetingWords) -> bool:
    """`cancels a trip that was to include a meeting`, `…, where talks were to be held`."""
    for at in tree.climb(scope.verb if scope.verb is not None else scope.head):
        if tree.relations[at] == "acl:relcl":
            verb = tree.heads[tree.heads[at]]
            over = (verb, tree.heads[verb])
            return any(tree.lemmas[one] in words.single["cancelled"] for one in over)
    return False


def _told(tree: Tree, scope: Scope, words: MeetingWords) -> MeetingStatus | None:
    """The status that the verbs, modals and adjectives tell."""
    single = words.single
    lemmas = {
        tree.lemmas[at]
        for at in _over(tree, scope, words)
        # "open to talks" is a wish, "opened the talks" is none
        if tree.poses[at] != "VERB" or tree.lemmas[at] not in single["holding"]
    }
    lemmas |= {*_of_headline(tree, scope), *_before(tree, scope)}
    modals = {*_modals(tree, scope), *unreal.modals_of_predicate(tree, scope)}
    for fallen in _FALLEN:
        if lemmas & single[fallen] or _phrase(tree, scope, words, fallen):
            if lemmas.isdisjoint(_WISHES) and modals.isdisjoint(_MODAL_PROPOSED):
                return fallen
            # what may be called off is still to be; of talks that go on nothing is told
            ongoing = scope.noun is not None and tree.lemmas[scope.noun] in single["doubtful"]
            return None if ongoing else "planned"
    negated = _is_negated(tree, scope)
    if modals & _MODAL_PROPOSED or (lemmas & single["proposed"]):
        return "proposed"
    if modals & _MODAL_PLANNED:
        if negated and scope.verb is not None and _has_time(tree, scope.verb):
            return "postponed"  # "will not take place this month"
        return "cancelled" if negated and not _stands_apart(tree, scope, words) else "planned"
    if "would" in modals:
        return "proposed" if negated or "if" in lemmas else "planned"
    arranged = scope.verb is not None and tree.is_to_be(scope.verb)
    if arranged or lemmas & single["planned"] or _is_to_be_held(tree, scope, words):
        return "planned"
    return None if negated else "held"


def _stands_apart(tree: Tree, scope: Scope, words: MeetingWords) -> bool:
    """Whether what will not be is not the meeting: one who "will not attend the summit", what
    "will not come up at the summit"."""
    if scope.verb is None or tree.lemmas[scope.verb] in ATTENDING:
        return scope.verb is not None
    beside = scope.top is not None and tree.relations[scope.top].startswith("obl")
    return beside and tree.lemmas[scope.verb] not in words.single["holding"]


def _has_time(tree: Tree, verb: int) -> bool:
    return any(
        tree.is_time(kid) for kid in tree.kids(verb, "obl", "obl:unmarked", "obl:tmod", "advmod")
    )


def _of_headline(tree: Tree, scope: Scope) -> set[str]:
    """The adjectives of a sentence without a verb: `meeting with Ruritania possible`."""
    first, end = tree.sentence(scope.head)
    if end - first > _LONGEST_HEADLINE:
        return set()
    words = range(first, end)
    if any(tree.poses[at] in ("VERB", "AUX") for at in words):
        return set()
    return {tree.lemmas[at] for at in words if tree.poses[at] == "ADJ"}


def _before(tree: Tree, scope: Scope) -> Iterator[str]:
    """What the meeting is right after (`work on a meeting`), and the adjectives on it, though
    the parse hangs them on a name in between (`the planned Norway–Sweden summit`)."""
    if scope.noun is None:
        return
    at, first = scope.noun - 1, tree.sentence(scope.noun)[0]
    while at > first and (
        tree.poses[at] in _MODIFIERS or tree.doc[at].text in _HYPHENS
        or tree.relations[at] == "amod"
    ):  # fmt: skip
        if tree.relations[at] == "amod":
            yield tree.lemmas[at]
        at -= 1
    if at > first and tree.lemmas[at] in ("on", "for", "of", "about", "to"):
        yield tree.lemmas[at - 1]
    elif at == scope.verb and tree.heads[scope.noun] != at:
        yield tree.lemmas[at]


def _over(tree: Tree, scope: Scope, words: MeetingWords) -> Iterator[int]:
    """The words that bear on the meeting's reality: verbs over it, nouns it hangs on, and the
    adjectives on it."""
    start = scope.head
    if scope.noun is not None:
        yield from (
            kid
            for kid in tree.kids(scope.noun, "amod", "acl", "det")
            if tree.poses[kid] in ("ADJ", "VERB")
            # "the ruling party hold talks": what stands before a hidden verb is its subject's
            and not (scope.hidden and kid < (scope.verb or 0))
            and "to" not in tree.cases(kid)
            and not _has_other_aim(tree, kid, words)
        )
    at = start
    for above in tree.climb(start):
        if above != start:
            if tree.relations[at] == "conj" and tree.is_nominal(at) and tree.is_nominal(above):
                at = above
                continue
            if tree.relations[at] not in _CHAIN or _is_cut(tree, at, above, scope, words):
                break
            if tree.lemmas[above] != "mean" or not _has_other_aim(tree, above, words):
                yield above
            yield from tree.kids(above, "mark")
        at = above
    ahead = announced(tree, scope, words)
    if ahead is not None:
        yield ahead


def _has_other_aim(tree: Tree, participle: int, words: MeetingWords) -> bool:
    """Whether what is meant or expected of a meeting is not that it be held: `talks meant to
    build on the truce`."""
    aim = tree.child(participle, "xcomp")
    return aim is not None and tree.lemmas[aim] not in words.single["holding"] | {"be"}


def _is_anothers(tree: Tree, scope: Scope, verb: str) -> bool:
    """Whether it is a meeting of others that is discussed: held or still to be, none says."""
    owned = scope.noun is not None and tree.child(scope.noun, "nmod:poss")
    return bool(owned) and verb == "discuss"


def _is_cut(tree: Tree, at: int, above: int, scope: Scope, words: MeetingWords) -> bool:
    """Whether what stands above says nothing of the meeting's reality."""
    relation = tree.relations[at]
    if tree.lemmas[above] in _SAYING and tree.poses[above] == "VERB":
        # To say that there was a meeting tells nothing of it; to announce one does.
        return relation != "obj"
    if relation in ("conj", "parataxis", "acl:relcl"):
        return True
    if _is_of_another(tree, at, above, scope, words):
        return True
    if relation == "advcl":
        ruled_out = tree.lemmas[above] == "rule" and tree.cases(at)[:1] == ("out",)
        return "to" not in tree.cases(at) and not ruled_out
    if at in nouns(scope) and unreal.word_ahead(tree, scope) in ("ahead", "prior"):
        return True
    if relation in ("obl", "nmod") and not is_particle(tree, at):
        cases = tree.cases(at)
        if cases[:1] in (("in",), ("into",), ("at",)):
            # "interested in talks" bears on them; what is done in talks does not
            return tree.lemmas[above] not in _IN
        return bool(cases) and cases[0] not in ("of", "to", "for", "on", "about")
    if relation == "acl" and tree.tags[at] == "VBG":
        if tree.lemmas[at] in ("hold", "attend") and tree.relations[above].startswith("nsubj"):
            return True  # "rebels attending talks in Oslo agree to …" attend them
        return at == scope.verb and scope.noun is None
    return False


def _is_of_another(tree: Tree, at: int, above: int, scope: Scope, words: MeetingWords) -> bool:
    """Whether what is put off is another thing: `halts its attacks for talks`, `postpones her trip
    to focus on the summit`."""
    if not any(tree.lemmas[above] in words.single[name] for name in _FALLEN):
        return False
    relation = tree.relations[at]
    if relation == "obj":
        aims = {kid for cases, kid in tree.obliques(at) if cases[0] in ("for", "to")}
        prepared = words.single["planned"] | words.single["proposed"]
        return not aims.isdisjoint(nouns(scope)) and tree.lemmas[at] not in prepared
    with_another = relation in ("obl", "nmod", "xcomp") and not is_particle(tree, at)
    return relation == "advcl" or (with_another and tree.child(above, "obj") is not None)


def _modals(tree: Tree, scope: Scope) -> Iterator[str]:
    at: int | None = scope.verb
    for _ in range(3):
        if at is None:
            return
        yield from (tree.lemmas[kid] for kid in tree.kids(at, "aux"))
        at = tree.heads[at] if tree.relations[at] == "xcomp" else None


def _is_negated(tree: Tree, scope: Scope) -> bool:
    hosts = [scope.verb] if scope.noun is None else [scope.verb, scope.noun, scope.top]
    reaching = scope.verb is not None and tree.lemmas[scope.verb] in _REACHING
    if reaching and scope.top is not None and set(tree.cases(scope.top)[:1]) & _AT_OR_AFTER:
        hosts = hosts[1:]  # they met, though they "did not agree at the summit"
    return any(
        tree.lemmas[kid] in _NOT
        for host in hosts
        if host is not None
        for kid in tree.kids(host, "advmod", "det", "neg")
    )


def _is_to_be_held(tree: Tree, scope: Scope, words: MeetingWords) -> bool:
    """`a meeting to be held in May`, `talks to take place`."""
    if scope.noun is None:
        return False
    return any(
        tree.lemmas[kid] in words.single["holding"]
        and ("to" in tree.cases(kid) or "to" in {tree.lemmas[at] for at in tree.kids(kid, "mark")})
        for kid in tree.kids(scope.noun, "acl")
    )


def _phrase(tree: Tree, scope: Scope, words: MeetingWords, name: str) -> bool:
    if scope.verb is None:
        return False
    top, verb = scope.top, scope.verb
    if top is not None and tree.heads[top] == verb and _is_cut(tree, top, verb, scope, words):
        return False  # what was called off after talks is not the talks
    beside = {tree.lemmas[kid] for kid in tree.children[scope.verb]}
    if top is not None and is_particle(tree, top):
        beside.update(tree.cases(top))
    return any(
        phrase[0] == tree.lemmas[scope.verb] and set(phrase[1:]) <= beside
        for phrase in words.joint[name]
    )
