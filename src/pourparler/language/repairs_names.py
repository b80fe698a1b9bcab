"""Persons' names in the tree, as the guidelines of UD English have them.

The first word of a name is its head and the others are `flat`; a title before it is its
`nmod:desc`.
"""

from spacy.tokens import Span, Token

from pourparler.language.listing import OFFICES
from pourparler.language.tree_edits import Tree

_TITLE_RELATIONS = ("flat", "compound", "appos", "nmod:desc", "nmod", "dep", "nmod:unmarked")
# Words of a body's name looked through for its `of` (`Secretary of Homeland Security`).
_LONGEST_BODY = 6
_WITHIN_BODY = {"the": "det", "and": "cc", "for": "case"}


def repair_name(tree: Tree, name: Span) -> None:
    """Makes the first word of a person's name its head, and hangs a title on it."""
    if len({token.sent.start for token in (name[0], name[-1])}) > 1:
        return
    first = name.start
    if len(name) > 1 and all(token.pos_ == "PROPN" for token in name):
        root = name.root
        if root.i != first:
            _swap(tree, root, first, "flat", name)
        for token in name[1:]:
            tree.attach(token.i, first, "flat")
    title = tree.doc[first - 1] if first else None
    if title is None or title.is_sent_end:
        return
    if title.lower_ in OFFICES:
        _describe(tree, title, name)
    else:
        _office_of(tree, name)


def _describe(tree: Tree, title: Token, name: Span) -> None:
    """Hangs the title before a name on it."""
    first = name.start
    if any(child.dep_ in ("det", "nmod:poss") for child in title.lefts):
        # `the painter Anna Brandt` is an apposition, not a title.
        return
    if tree.head(first) == title.i and tree.relation(first) in _TITLE_RELATIONS:
        _swap(tree, title, first, "nmod:desc", name)
        return
    relation = tree.relation(title.i)
    beside = tree.head(title.i) == tree.head(first) and relation in (
        tree.relation(first),
        "obl:unmarked",
        "nmod:unmarked",
        "dep",
    )
    below = tree.head(title.i) == first and relation in ("compound", "flat", "appos")
    if beside or below:
        tree.attach(title.i, first, "nmod:desc")


def _office_of(tree: Tree, name: Span) -> None:
    """Hangs an office and its body on the person: `|Secretary of State| Anna Brandt`."""
    doc, first = tree.doc, name.start
    of = first - 1
    if not doc[of].text[:1].isupper():
        return
    while of > max(0, first - _LONGEST_BODY) and (
        doc[of].text[:1].isupper() or doc[of].lower_ in _WITHIN_BODY
    ):
        of -= 1
    if of < 1 or doc[of].lower_ != "of" or doc[of - 1].lower_ not in OFFICES:
        return
    office, body = doc[of - 1], first - 1
    below = first
    while tree.head(below) != below and below != office.i:
        below = tree.head(below)
    if below != office.i or office.sent.start != name[0].sent.start:
        return
    _swap(tree, office, first, "nmod:desc", name)
    for index in range(of + 1, body):
        if not of < tree.head(index) <= body:
            tree.attach(index, body, _WITHIN_BODY.get(doc[index].lower_, "compound"))
    tree.attach(body, office.i, "nmod")
    tree.attach(of, body, "case")


def _swap(tree: Tree, old: Token, new: int, relation: str, name: Span) -> None:
    """Puts `new` in the place of `old` in the tree, and `old` under it.

    What stood under `old` comes along, save what modifies a title from its left.
    """
    root = old.head.i == old.i
    tree.attach(new, new if root else old.head.i, old.dep_)
    for child in old.children:
        if child.i == new or name.start <= child.i < name.end:
            continue
        if relation == "nmod:desc" and child.i < old.i and child.dep_ in ("amod", "compound"):
            continue
        tree.attach(child.i, new, child.dep_)
    tree.attach(old.i, new, relation)
