"""Headlines corrected by rule: what is to come, and a speaker who stands last.

- `Spain to leave Orsk`: with no verb but the infinitive, that is the verb, and the name before it
  is its subject.
- `Troops not leaving, say officials`: who follows a verb of saying at the end is who says it, and
  the sentence before is what was said; one before it whose number does not fit the verb (`Deal not
  dead, say envoys`) is no subject of it.
"""

from spacy.tokens import Span, Token

from pourparler.language.listing import words
from pourparler.language.tree_edits import Tree

_SAYING = words("say says warn warns claim claims report reports announce announces")
_ONLY_VERBS = ("say", "says")
_FINITE = ("VBZ", "VBP", "VBD", "MD")
_NOMINAL = ("NOUN", "PROPN", "PRON")
_WITHIN_NAME = ("ADJ", "NOUN", "PROPN", "DET", "NUM", "ADP", "PART", "CCONJ")
_LONGEST_SPEAKER = 7
_ENDS = frozenset((*'.!?"”’»', "—", "–", "-"))


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
    after = sentence.doc[verb.i + 1 : sentence.end]
    end = next((token.i for token in after if token.text in _ENDS), sentence.end)
    named = sentence.doc[verb.i + 1 : end]
    if not 0 < len(named) <= _LONGEST_SPEAKER or any(t.pos_ not in _WITHIN_NAME for t in named):
        return False
    speaker, root = named.root, sentence.root
    if speaker.pos_ not in _NOMINAL or (speaker.head.i == verb.i and speaker.dep_ == "nsubj"):
        return False
    if speaker.head.i != verb.i and verb.lower_ not in _ONLY_VERBS:
        return False
    if any(child.dep_.startswith(("mark", "cc")) for child in verb.lefts):
        return False
    taken = next((child for child in verb.lefts if child.dep_.startswith("nsubj")), None)
    if taken is not None:
        if _agrees(taken, verb) or not _agrees(speaker, verb):
            return False
        _hang_said(tree, taken, verb)
    tree.attach(speaker.i, verb.i, "nsubj")
    if root.i < verb.i:
        tree.attach(verb.i, verb.i, "ROOT")
        tree.attach(root.i, verb.i, "ccomp")
    return True


def _hang_said(tree: Tree, noun: Token, verb: Token) -> None:
    """Hangs `Deal not dead` on the verb: by the adjective, if one ends it, else by the noun."""
    last = verb.nbor(-2)
    if last.pos_ == "ADJ" and noun.is_ancestor(last):
        tree.attach(last.i, verb.i, "ccomp")
        tree.attach(noun.i, last.i, "nsubj")
    else:
        tree.attach(noun.i, verb.i, "ccomp")


def _agrees(noun: Token, verb: Token) -> bool:
    many = noun.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in noun.rights)
    return noun.pos_ == "PRON" or many != verb.lower_.endswith("s")


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
    tree.predicate(verb.i, noun)
