"""Who took part, where the parse alone misleads: states inside other names, and the subjects of
headlines."""

from pourparler.model import Mention
from pourparler.readings.events.tree import Tree
from pourparler.readings.page import Page

_HYPHENS = frozenset(("-", "–", "—", "‑"))
_APART = ("non-", "anti-", "pro-", "ex-")
_PREFIXES = frozenset(("non", "anti", "pro", "ex"))
_LANDS = frozenset(
    (
        "border", "frontier", "territory", "soil", "airspace", "capital", "war", "conflict",
        "crisis", "coast", "boundary",
    )
)  # fmt: skip
_SUBJECT = frozenset(("NOUN", "PROPN", "ADJ", "CCONJ", "DET", "PART", "NUM"))
_LONGEST = 25


def is_inside_a_name(tree: Tree, at: int) -> bool:
    """Whether the word only helps to name something else: `Rwanda-backed`, `non-NATO`, `the
    Ruritania–Borduria border`."""
    texts = [tree.doc[near].text.lower() for near in range(max(at - 2, 0), min(at + 3, len(tree)))]
    here = at - max(at - 2, 0)
    if texts[here].startswith(_APART):
        return True
    if here == 2 and texts[1] in _HYPHENS and texts[0] in _PREFIXES:
        return True
    after = texts[here + 1 :]
    if len(after) == 2 and after[0] in _HYPHENS and after[1].endswith(("ed", "led", "held")):
        return True
    climbed = at
    for _ in range(3):
        if tree.lemmas[climbed] in _LANDS:
            return True
        if tree.relations[climbed] not in ("compound", "amod", "conj"):
            return False
        climbed = tree.heads[climbed]
    return tree.lemmas[climbed] in _LANDS


def named_by_land(tree: Tree, page: Page, at: int, known: list[Mention]) -> list[Mention]:
    """The mentions, but for a body "of" another land that land: the Congress of Ruritania is not
    that of the state whose own is best known."""
    if tree.poses[at] != "PROPN" or not all("." in (one.actor or "") for one in known):
        return known
    of = [page.cast.of(tree.doc[kid]) for cases, kid in tree.obliques(at) if cases[0] == "of"]
    lands = [one for one in of if one.actor is not None]
    strange = lands and not any(
        (one.actor or "").startswith(f"{land.actor}.") for one in known for land in lands
    )
    return lands if strange else known


def is_hold(tree: Tree, at: int) -> bool:
    """Whether the word is the verb of `A and B hold talks`, though taken for a noun."""
    if tree.doc[at].text.lower() not in ("hold", "holds") or tree.poses[at] in ("VERB", "AUX"):
        return False
    return at > tree.sentence(at)[0] and tree.poses[at - 1] in ("PROPN", "NOUN")


def hold_before(tree: Tree, noun: int) -> int | None:
    """The verb "hold" that the parse makes part of the name of the talks."""
    return next(
        (kid for kid in tree.kids(noun, "compound") if tree.lemmas[kid] in ("hold", "holds")
         and tree.doc[kid].text.lower() in ("hold", "holds") and kid < noun),
        None,
    )  # fmt: skip


def before_verb(tree: Tree, page: Page, verb: int) -> list[int]:
    """The known actors of the words right before a verb, where there are two or more of them:
    the coordinated subject, however it was parsed."""
    first = tree.sentence(verb)[0]
    if first and tree.doc[first - 1].text == ",":
        first = tree.sentence(first - 1)[0]
    first = max(first, verb - _LONGEST)
    start = verb
    while start > first and (
        tree.poses[start - 1] in _SUBJECT or tree.doc[start - 1].text in (",", "of")
    ):
        start -= 1
    words = range(start, verb)
    if start > first and tree.poses[start - 1] not in ("PUNCT", "SCONJ"):
        return []
    if not any(tree.lemmas[at] in ("and", ",") for at in words):
        return []
    found: dict[str, int] = {}
    represented: set[str | None] = set()
    for at in words:
        mention = page.cast.of(tree.doc[at])
        if mention.actor is not None and not is_inside_a_name(tree, at):
            found.setdefault(mention.actor, at)
            if mention.represents != mention.actor:
                represented.add(mention.represents)
    heads = [at for actor, at in found.items() if actor not in represented]
    return heads if len(heads) > 1 else []
