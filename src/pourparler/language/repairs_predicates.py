"""Predicates that the parser put in the wrong place, where grammar leaves no doubt.

- `The next step, he thinks, |is| a truce`: a noun with a copula and no subject is the predicate of
  the noun that it hangs on.
- `The paper |understood| from her words that it is over`: no main clause begins with *that*; the
  participle before is the main verb.
- `leave Orsk, stop helping rebels and |end| the war`: an infinitive is joined to an infinitive, not
  to the gerund in between.
- `The ministers of Orsk |called| for a truce`: a noun has no finite verb as its attribute; the verb
  is the main one, the noun its subject.
- `called the demands for a truce |unrealistic|`: an adjective behind a noun is what that verb says
  of its object.
- `Envoy |calls| for a truce`: a noun beside a finite verb is its subject, not part of its name.
- `wants the troops |out| of Orsk`: out is where they are wanted, and no part of the verb.
- `made talks |depend| on a truce`: what is no noun in any dictionary is a verb.
- `demands that Orsk |lift| sanctions`: a clause after "that" has a verb, though the tagger took its
  base form for a noun.
- `accuse the state of working against them, |calling| for a vote`: who speaks on after a comma is
  the subject of the sentence, and no thing (`left the pact, which bans mines, |citing| risks`).
- `says that troops left and |calls| for talks`: what follows *and*, bare and before *for* or *on*,
  is the verb.
"""

from spacy.tokens import Span, Token

from pourparler.language.headline_verbs import NEWS_VERBS
from pourparler.language.listing import words
from pourparler.language.tree_edits import Tree

_NEVER_NOUNS = words("depend become belong remain occur exist happen arise seem hinge")
_CAUSING = words("make let help see have")
_JUDGING = words("call deem consider find label brand declare")
_WANTING = words("want need")
_SPEAKING = words("call urge demand say warn accuse ask add state claim insist describe cite note")
_FINITE = ("VBZ", "VBP", "VBD")
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")


def repair_predicates(tree: Tree, sentence: Span) -> None:
    """Corrects the predicates of the sentence."""
    root = sentence.root
    if root.pos_ in ("NOUN", "PROPN") and not _is_predicate(root):
        predicate = _with_copula(root) or _finite(root)
        if predicate is not None:
            tree.predicate(predicate.i, root)
    _that(tree, root)
    for token in sentence:
        if token.dep_ == "conj" and token.tag_ == "VB" and token.head.tag_ == "VBG":
            _join(tree, token)
        elif token.dep_ == "amod" and token.i == token.head.i + 1 and token.tag_ == "JJ":
            _judged(tree, token)
        elif token.tag_ == "VBZ" and token.pos_ == "VERB":
            _fronted(tree, token)
        elif token.tag_ == "VBG" and token.dep_ == "advcl" and token.lemma_ in _SPEAKING:
            _spoken_on(tree, token)
        elif token.lower_ == "calls" and token.tag_ == "NNS" and token.dep_ == "conj":
            _calls(tree, token)
        elif token.dep_ == "ccomp" and token.pos_ in ("NOUN", "PROPN"):
            _verbless(tree, token)
        elif token.lower_ == "out" and token.i and token.nbor(-1).dep_ == "obj":
            _wanted_out(tree, token)
        elif token.lower_ in _NEVER_NOUNS and token.pos_ == "NOUN":
            _caused(tree, token)


def _is_predicate(noun: Token) -> bool:
    return any(child.dep_ in ("cop", *_SUBJECTS) for child in noun.children)


def _finite(subject: Token) -> Token | None:
    verb = next((child for child in subject.rights if child.dep_ == "acl"), None)
    if verb is None or verb.tag_ != "VBD" or any(child.dep_ in _SUBJECTS for child in verb.lefts):
        return None
    return verb


def _judged(tree: Tree, adjective: Token) -> None:
    noun = adjective.head
    verb = noun.head
    while verb.pos_ != "VERB" and verb.head.i < verb.i:
        verb = verb.head
    thing = next((child for child in verb.rights if child.dep_ == "obj"), None)
    if verb.lemma_ not in _JUDGING or thing is None or any(c.dep_ == "xcomp" for c in verb.rights):
        return
    tree.attach(adjective.i, verb.i, "xcomp")
    if noun.dep_ == "obl" and noun.head.i == verb.i:
        tree.attach(noun.i, thing.i, "nmod")
    for child in noun.rights:
        if child.i > adjective.i:
            tree.attach(child.i, verb.i, "obl" if child.dep_ == "nmod" else child.dep_)
    for child in adjective.rights:
        if child.dep_ == "obl":
            tree.attach(child.i, verb.i, "obl")


def _with_copula(subject: Token) -> Token | None:
    for noun in subject.rights:
        relations = {child.dep_ for child in noun.lefts}
        if "cop" in relations and relations.isdisjoint(("case", "mark", *_SUBJECTS)):
            return noun
    return None


def _that(tree: Tree, root: Token) -> None:
    subjects = [child for child in root.lefts if child.dep_ in _SUBJECTS]
    mark = next((c for c in root.lefts if c.dep_ == "mark" and c.lower_ == "that"), None)
    if mark is None or len(subjects) < 2 or not subjects[0].i < mark.i < subjects[1].i:
        return
    verb = next((child for child in subjects[0].rights if child.dep_ == "acl"), None)
    if verb is None or verb.tag_ not in ("VBN", "VBD"):
        return
    tree.attach(verb.i, verb.i, "ROOT")
    tree.attach(subjects[0].i, verb.i, "nsubj")
    tree.attach(root.i, verb.i, "ccomp")
    for child in root.children:
        if child.dep_ == "punct" and (child.i < subjects[0].i or child.i == root.sent.end - 1):
            tree.attach(child.i, verb.i, "punct")


def _join(tree: Tree, verb: Token) -> None:
    gerund = verb.head
    above = gerund.head
    alone = all(child.dep_ != "mark" for child in verb.lefts)
    if gerund.dep_ in ("xcomp", "advcl") and above.tag_ == "VB" and alone:
        while above.dep_ == "conj" and above.head.tag_ == "VB":
            above = above.head
        tree.attach(verb.i, above.i, "conj")


def _fronted(tree: Tree, verb: Token) -> None:
    nouns = [child for child in verb.lefts if child.dep_ in ("compound", "nmod")]
    taken = any(child.dep_ in _SUBJECTS for child in verb.children)
    if nouns and not taken and nouns[-1].pos_ in ("NOUN", "PROPN"):
        tree.attach(nouns[-1].i, verb.i, "nsubj")
        for noun in nouns[:-1]:
            tree.attach(noun.i, nouns[-1].i, noun.dep_)


def _spoken_on(tree: Tree, verb: Token) -> None:
    first = verb.left_edge
    if "," not in (first.text, tree.doc[first.i - 1].text):
        return
    if verb.head.tag_ in _FINITE and not _is_of_a_thing(verb.head):
        return
    if any(child.dep_ == "mark" for child in verb.lefts) or verb.head.i > verb.i:
        return
    for above in verb.head.ancestors:
        if above.tag_ in _FINITE and above.pos_ == "VERB":
            tree.attach(verb.i, above.i, "advcl")
            return


def _calls(tree: Tree, word: Token) -> None:
    called = word.nbor() if word.i + 1 < word.sent.end else word
    alone = all(child.dep_ in ("cc", "punct") for child in word.lefts)
    above = next((verb for verb in word.ancestors if verb.tag_ in _FINITE), None)
    if not alone or above is None or above.i > word.i or called.lower_ not in ("for", "on"):
        return
    word.tag_, word.pos_, word.lemma_ = "VBZ", "VERB", "call"
    tree.attach(word.i, above.i, "conj")
    if called.dep_ == "case":
        tree.attach(called.head.i, word.i, "obl")


def _is_of_a_thing(verb: Token) -> bool:
    """Whether a clause tells of a thing ("the treaty, *which* bans mines"): it says nothing."""
    return verb.dep_ == "acl:relcl" and any(
        child.lower_ == "which" and child.dep_.startswith("nsubj") for child in verb.lefts
    )


def _verbless(tree: Tree, noun: Token) -> None:
    lefts = list(noun.lefts)
    if any(child.dep_ in ("cop", "aux", *_SUBJECTS) for child in noun.children):
        return
    marks = [child for child in lefts if child.dep_ == "mark" and child.lower_ == "that"]
    before = [child for child in lefts if child.dep_ in ("compound", "amod", "nmod")]
    verb = next((child for child in reversed(before) if child.lower_ in NEWS_VERBS), None)
    doers = [child for child in before if verb is not None and child.i < verb.i]
    doers = [child for child in doers if child.pos_ in ("NOUN", "PROPN") or child.ent_type_]
    if not marks or verb is None or not doers:
        return
    doer = doers[-1]
    verb.tag_, verb.pos_, verb.lemma_ = "VB", "VERB", verb.lower_
    tree.attach(verb.i, noun.head.i, "ccomp")
    tree.attach(noun.i, verb.i, "obj")
    tree.attach(doer.i, verb.i, "nsubj")
    for child in lefts:
        if child.dep_ == "mark":
            tree.attach(child.i, verb.i, "mark")
        elif child.i < doer.i:
            tree.attach(child.i, doer.i, child.dep_)
        elif doer.i < child.i < verb.i:
            tree.attach(child.i, verb.i, "advmod")


def _wanted_out(tree: Tree, out: Token) -> None:
    thing = out.nbor(-1)
    if thing.head.lemma_ not in _WANTING:
        return
    if out.dep_ == "case" and out.head.head.i == thing.head.i:
        tree.attach(out.head.i, thing.i, "nmod")
    elif out.head.i == thing.head.i:
        tree.attach(out.i, thing.i, "advmod")


def _caused(tree: Tree, word: Token) -> None:
    causing = word.head
    left = [child for child in word.lefts if child.dep_ in ("amod", "compound", "nmod")]
    if causing.lemma_ not in _CAUSING or word.dep_ != "obj" or not left:
        return
    thing = left[-1]
    word.tag_, word.pos_, word.lemma_ = "VB", "VERB", word.lower_
    thing.pos_ = "NOUN"
    tree.attach(word.i, causing.i, "xcomp")
    tree.attach(thing.i, causing.i, "obj")
    for child in word.lefts:
        if child.i != thing.i:
            tree.attach(child.i, thing.i, child.dep_)
    for child in word.rights:
        if child.dep_ == "nmod":
            tree.attach(child.i, word.i, "obl")
