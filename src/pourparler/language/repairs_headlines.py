"""Headlines corrected by rule: what is to come, and a speaker who stands last.

- `Spain to leave Orsk`: with no verb but the infinitive, that is the verb, and the name before it
  is its subject.
- `Troops not leaving, say officials`: who follows a verb of saying at the end is who says it, and
  the sentence before is what was said.
"""

from spacy.tokens import Span, Token

from pourparler.language.listing import words
from pourparler.language.tree_edits import Tree

_SAYING = words("say says warn warns claim claims report reports announce announces")
_FINITE = ("VBZ", "VBP", "VBD", "MD")
_NOMINAL = ("NOUN", "PROPN", "PRON")
_WITHIN_NAME = ("ADJ", "NOUN", "PROPN", "DET", "NUM", "ADP", "PART", "CCONJ")
_LONGEST_SPEAKER = 7


def repair_headline(tree: Tree, sentence: Span) -> None:
    """Corrects the sentence where it is such a headline."""
    telling = _telling(sentence)
    if telling is not None and _speaker_last(tree, sentence, telling):
        return
    _to_come(tree, sentence)


def _telling(sentence: Span) -> Token | None:
    """The verb of saying after the sentence's last comma."""
    for token in reversed(sentence):
        if token.lower_ in _SAYING and token.i > sentence.start + 1:
            return token if token.nbor(-1).text == "," else None
    return None


def _speaker_last(tree: Tree, sentence: Span, verb: Token) -> bool:
    end = sentence.end - 1 if sentence[-1].is_punct else sentence.end
    named = sentence.doc[verb.i + 1 : end]
    if not 0 < len(named) <= _LONGEST_SPEAKER or any(t.pos_ not in _WITHIN_NAME for t in named):
        return False
    speaker, root = named.root, sentence.root
    if speaker.pos_ not in _NOMINAL or speaker.head.i != verb.i or speaker.dep_ == "nsubj":
        return False
    if any(child.dep_.startswith(("nsubj", "mark", "cc")) for child in verb.lefts):
        return False
    tree.attach(speaker.i, verb.i, "nsubj")
    if root.i < verb.i:
        tree.attach(verb.i, verb.i, "ROOT")
        tree.attach(root.i, verb.i, "ccomp")
    return True


def _to_come(tree: Tree, sentence: Span) -> None:
    # A noun's infinitive is mostly its own (`attempts to end the war`), a name has none.
    noun = sentence.root
    if not noun.ent_type_ or any(token.tag_ in _FINITE for token in sentence):
        return
    if any(child.dep_ in ("case", "cop") for child in noun.lefts):
        return
    verb = next((child for child in noun.rights if child.dep_ == "acl"), None)
    if verb is None or verb.tag_ != "VB" or verb.left_edge.lower_ != "to":
        return
    if sentence.doc[noun.i + 1 : verb.left_edge.i].text.strip(" ,"):
        # Something stands between: `the plan of Spain to leave`, or a pair of names.
        pair = [child for child in noun.rights if child.dep_ in ("conj", "flat", "appos")]
        if not pair or pair[-1].right_edge.i + 1 != verb.left_edge.i:
            return
    tree.attach(verb.i, verb.i, "ROOT")
    tree.attach(noun.i, verb.i, "nsubj")
    for child in noun.rights:
        if child.i > verb.i:
            tree.attach(child.i, verb.i, child.dep_)
