"""Sentences in which the tagger found no verb: `Rebels in Orsk |advance| on the city.`

News items and headlines stand in the present, treebanks hardly ever, and so `advance` or `strikes`
is taken for a noun. Where a sentence has no finite verb, and one of the verbs of news stands
where a verb would, it becomes the verb, and the sentence hangs on it. So it does where the only
finite verbs are those of clauses within (`The court |rules| that the law holds.`).
"""

from collections.abc import Iterator

import numpy as np
from spacy.attrs import TAG
from spacy.strings import get_string_id
from spacy.tokens import Doc, Span, Token

from pourparler.language.listing import words
from pourparler.language.tree_edits import Tree

NEWS_VERBS = words(
    """
    abandon accept account accuse acquire address admit advance agree announce appeal approve
    argue arrest arrive ask assault attack attend authorize back ban battle begin besiege block
    bomb boycott break call cancel capture cast challenge charge claim clash clear close
    collapse collide condemn confirm continue contract convict crash criticize cross cut declare
    decline defeat defend demand deny deploy derail destroy detain detonate dismiss dissolve
    elect end enter erupt establish exchange execute expel explode face fall fight file fine
    fire flee gain grant halt hand head hijack hit hold host impose increase injure invade issue
    join jump kidnap kill land launch lead leave level lift lose mark march meet move name
    observe offer open order oust overturn pass pay place plan pledge plead plunge prepare
    promise propose protest pull push put quit rage raid raise ram reach recall recapture
    recognize refuse reject release remain remove reopen report rescue resign resume retake
    retire return revert riot rise rule sack sanction say seek seize sell send sentence set
    settle shell shoot shut sign signal speak spread stage start state step stop storm strike
    suffer support surrender suspend swear sweep take tell threaten topple trade trigger urge
    veto visit voice vote vow walk warn widen win withdraw wound
    """
)
# What makes a verb of a form in -s even where the sentence has no full stop: `Envoy |calls| for`.
_COMPLEMENTS = {
    "call": ("for", "on", "off"),
    "move": ("to",),
    "offer": ("to",),
    "plan": ("to",),
    "pledge": ("to",),
    "vote": ("to", "for", "against"),
    "vow": ("to",),
}
_TELLING = words("announce claim confirm rule report say state warn")
_PREDICATES = ("cop", "nsubj", "nsubj:pass", "csubj", "case")
_FINITE = np.array([get_string_id(tag) for tag in ("VBZ", "VBP", "VBD", "MD")], dtype="uint64")
_AFTER = frozenset(
    ("DT", "IN", "CD", "TO", "PRP", "PRP$", "NNP", "NNPS", "JJ", "RB", "NNS", "RP", "$")
)
_ONE = ("NN", "NNP", "NNPS", "CD", ")")
_MANY = ("NNS", "NNP", "NNPS", "CD", ")")
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_IN_FRONT = frozenset(("det", "amod", "compound", "nummod", "nmod:poss", "flat", "nmod:desc"))
_SHORTEST = 4


def find_verbs(doc: Doc) -> None:
    """Gives every sentence without a finite verb the one it seems to have."""
    finite = np.isin(doc.to_array(TAG), _FINITE)
    for sentence in doc.sents:
        if len(sentence) < _SHORTEST:
            continue
        verb = _main(sentence)
        if verb is None and not finite[sentence.start : sentence.end].any():
            verb = next(_candidates(sentence), None)
        if verb is not None:
            tree = Tree(doc)
            _hang(tree, sentence, verb)
            tree.write()


def _candidates(sentence: Span) -> Iterator[Token]:
    plural = False
    ends = sentence[-1].is_punct
    for before, token, after in zip(sentence, sentence[1:], sentence[2:], strict=False):
        plural = plural or before.tag_ in ("NNS", "NNPS") or before.lower_ == "and"
        if not (token.is_lower and token.is_alpha):
            continue
        if token.tag_ == "NNS":
            tag, base = "VBZ", _base(token.lower_)
            fits = ends and after.tag_ in (*_AFTER, "NN")
            fits = before.tag_ in _ONE and (fits or after.lower_ in _COMPLEMENTS.get(base, ()))
        else:
            tag, base = "VBP", token.lower_
            fits = token.tag_ in ("NN", "VB") and plural and before.tag_ in (*_MANY, "RB")
            fits = fits and after.tag_ in _AFTER and before.nbor(-1 if before.i else 0).tag_ != "TO"
        if fits and base in NEWS_VERBS:
            token.tag_, token.pos_, token.lemma_ = tag, "VERB", base
            yield token


def _is_told_by_several(noun: Token) -> bool:
    """`Rebels |state| that they will leave`: a plural before it, and "that" behind."""
    if noun.tag_ != "NN" or noun.lower_ not in _TELLING or noun.i + 2 >= len(noun.doc):
        return False
    before, after = noun.nbor(-1), noun.nbor(1)
    return before.tag_ in ("NNS", "NNPS") and after.lower_ == "that" and after.dep_ == "mark"


def _main(sentence: Span) -> Token | None:
    """The verb that the parser made the noun that all clauses of the sentence hang on."""
    root = sentence.root
    heads = [root, *(child for child in root.rights if child.dep_ == "conj")]
    for token in heads:
        if not token.is_lower or not sentence.start < token.i:
            continue
        if token is root and _is_told_by_several(token):
            token.tag_, token.pos_, token.lemma_ = "VBP", "VERB", token.lower_
            return token
        if token.tag_ != "NNS":
            continue
        if token.i + 1 >= sentence.end or not sentence[-1].is_punct:
            continue
        if any(child.dep_ in _PREDICATES for child in token.children):
            continue
        before, after, base = token.nbor(-1), token.nbor(1), _base(token.lower_)
        telling = after.lower_ == "that" and base in _TELLING
        if token is not root:
            fits = before.text == "," and after.lower_ in _COMPLEMENTS.get(base, ())
        else:
            fits = before.tag_ in _ONE and (telling or after.tag_ in _AFTER)
        if fits and base in NEWS_VERBS:
            token.tag_, token.pos_, token.lemma_ = "VBZ", "VERB", base
            return token
    return None


def _base(form: str) -> str:
    if form.endswith("ies"):
        return form[:-3] + "y"
    return form[:-2] if form[:-2] in NEWS_VERBS and form.endswith("es") else form[:-1]


def _hang(tree: Tree, sentence: Span, verb: Token) -> None:
    """Makes the verb the root, what stands before it its subject, and after it its object."""
    left = [token for token in sentence if token.i < verb.i and token.head.i >= verb.i]
    left += [token for token in sentence if token.i < verb.i and token.head.i == token.i]
    right = [token for token in sentence if token.i > verb.i]
    right = [token for token in right if token.head.i <= verb.i or token.head.i == token.i]
    tree.attach(verb.i, verb.i, "ROOT")
    _hang_left(tree, sorted(left, key=lambda token: token.i), verb)
    taken = False
    for token in right:
        relation = _relation(token)
        if relation == "obl:unmarked" and not taken:
            relation, taken = "obj", True
        tree.attach(token.i, verb.i, relation)


def _hang_left(tree: Tree, left: list[Token], verb: Token) -> None:
    """Hangs what stands before the verb: its subject, and what belongs to that."""
    nominal = [token for token in left if token.pos_ in _NOMINAL or token.ent_type_]
    heads = [token for token in nominal if token.dep_ not in _IN_FRONT]
    last = nominal[-1:] if not heads or heads[-1].i < nominal[-1].i else []
    heads = [token for token in (*heads, *last) if not _case(token)]
    link: dict[int, Token] = {}
    for mark in left:
        if mark.dep_ in ("case", "cc"):
            nearest = next((token for token in heads if token.i > mark.i), None)
            if nearest is not None:
                link[nearest.i] = mark
    free = [token for token in heads if token.i not in link]
    agreeing = [token for token in free if _is_many(token) == (verb.tag_ == "VBP")]
    subject = (agreeing or free)[-1] if free else None
    for token in left:
        if subject is None:
            tree.attach(token.i, verb.i, _relation(token))
        elif token.i == subject.i:
            tree.attach(token.i, verb.i, "nsubj")
        elif token.i in link:
            mark = link[token.i]
            tree.attach(token.i, subject.i, "nmod" if mark.dep_ == "case" else "conj")
            tree.attach(mark.i, token.i, mark.dep_)
        elif token not in link.values():
            front = token.dep_ in _IN_FRONT and not _case(token)
            owner = next((head for head in heads if head.i > token.i), subject)
            if front:
                tree.attach(token.i, owner.i, token.dep_)
            else:
                tree.attach(token.i, verb.i, _relation(token))


def _is_many(noun: Token) -> bool:
    return noun.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in noun.rights)


def _relation(token: Token) -> str:
    if token.dep_ in ("punct", "cc", "case", "mark", "advmod", "compound:prt"):
        return token.dep_
    if token.pos_ in _NOMINAL:
        return "obl" if _case(token) else "obl:unmarked"
    if token.dep_ in ("acl", "acl:relcl") and any(c.lower_ == "that" for c in token.lefts):
        return "ccomp"
    if token.tag_ == "VB":
        return "xcomp"
    return "advcl" if token.pos_ == "VERB" else "dep"


def _case(token: Token) -> bool:
    return any(child.dep_ == "case" for child in token.lefts)
