"""Trees corrected by rule where the parser errs and the annotation guidelines are plain.

- Persons' names and titles: see `repairs_names`; headlines: see `repairs_headlines`; predicates in
  the wrong place: see `repairs_predicates`; clauses without their conjunction: `repairs_clauses`.
- What a reporting verb reports is a clause: its subject is not the verb's object, and a predicate
  with a copula and a subject of its own is a `ccomp`.
- A finite verb after an insertion (`The complaint, filed in Orsk, accuses …`) has the noun before
  it as its subject.
- Two names with a comma between, at the start of a headline, are both its subject.
- A that-clause after where or to whom something was said is what was said.
- A clause without "that" behind a time (`said on Monday it had left`) is what was said.
- A heading with a colon before the sentence is not its subject.
- After verbs that direct others (*ask, urge, help, call on*), an infinitive that follows the one
  directed is the verb's `xcomp`, not attached to a clause above nor to that one's name.
"""

from spacy.language import Language
from spacy.strings import StringStore
from spacy.symbols import VERB
from spacy.tokens import Doc, Token

from pourparler.language.headline_verbs import find_verbs
from pourparler.language.listing import words
from pourparler.language.repairs_clauses import repair_clause
from pourparler.language.repairs_headlines import repair_headline
from pourparler.language.repairs_names import repair_name
from pourparler.language.repairs_predicates import repair_predicates
from pourparler.language.tree_edits import Tree

_DIRECTING = words(
    """
    ask urge help call appeal tell order instruct invite encourage persuade press pressure push
    implore beg request direct command warn remind allow permit enable force compel authorize
    authorise convince oblige require advise
    """
)
# Nouns whose infinitive is their own: `urged a plan to end the war`.
_WITH_INFINITIVE = words(
    """
    ability agreement aid aim ambition approval assistance attempt authority bid bill
    call campaign chance commitment
    deal decision demand desire determination drive effort failure freedom goal help idea initiative
    intention law leave mandate measure move need obligation offer operation
    opportunity order permission
    plan pledge policy power preparation pressure promise proposal push readiness reason refusal
    request resolution resource right step strategy tendency threat time vote vow way will
    willingness
    """
)
_REPORTING = words(
    """
    say announce claim state declare deny note insist argue suggest report stress emphasize
    emphasise confirm believe think hope add acknowledge admit reiterate predict estimate reveal
    assert maintain conclude explain fear indicate allege recall remark
    """
)
_TELLING = words("tell inform assure remind notify")
# Nouns whose that-clause is their own: `on the grounds that …`.
_WITH_CLAUSE = words(
    """
    accusation allegation assertion assumption belief charge claim concern condition
    conclusion condolence evidence expectation fact fear ground grounds hope hypothesis idea
    impression insistence news notion possibility promise report rumor rumour sign
    suggestion suspicion threat view warning
    """
)
_STORE = StringStore(sorted(_DIRECTING | _REPORTING | _TELLING))
_TELLING_KEYS = frozenset(_STORE[word] for word in _TELLING)
_DIRECTING_KEYS = frozenset(_STORE[word] for word in _DIRECTING)
_REPORTING_KEYS = frozenset(_STORE[word] for word in _REPORTING)
_FINITE = ("VBZ", "VBP", "VBD", "MD")
_FARTHEST = 30
_LOOSE = ("conj", "ccomp", "parataxis", "advcl", "dep")
_HELPING = ("aux", "aux:pass", "cop", "mark")


@Language.component(
    "pourparler_repairs", requires=["token.dep", "token.lemma"], assigns=["token.dep", "token.head"]
)
def repair(doc: Doc) -> Doc:
    """The document with its tree corrected."""
    find_verbs(doc)
    tree = Tree(doc)
    for name in doc.ents:
        if name.label_ == "PER":
            repair_name(tree, name)
    tree.write()
    tree = Tree(doc)
    for verb in doc:
        if verb.pos != VERB:
            continue
        if verb.dep_ in _LOOSE and verb.tag_ in _FINITE:
            _main_verb(tree, verb)
        repair_clause(tree, verb)
        _pair(tree, verb)
        if verb.lemma in _DIRECTING_KEYS:
            _open_clause(tree, verb)
        if verb.lemma in _TELLING_KEYS:
            _clause_told(tree, verb)
        elif verb.lemma in _REPORTING_KEYS:
            _clause_told(tree, verb)
            _reported_clause(tree, verb)
            _after_time(tree, verb)
            _heading(tree, verb)
    tree.write()
    tree = Tree(doc)
    for sentence in doc.sents:
        repair_headline(tree, sentence)
    tree.write()
    tree = Tree(doc)
    for sentence in doc.sents:
        repair_predicates(tree, sentence)
    tree.write()
    return doc


def _reported_clause(tree: Tree, verb: Token) -> None:
    """Makes what is reported a clause with its own subject."""
    thing = clause = None
    for child in verb.rights:
        if child.dep_ == "obj" and thing is None:
            thing = child
        elif clause is None and (child.dep_ == "ccomp" or _is_told(child)):
            clause = child
    if thing is None:
        return
    if clause is None:
        relations = {child.dep_ for child in thing.children}
        if "cop" in relations and "nsubj" in relations:
            tree.attach(thing.i, verb.i, "ccomp")
        return
    relations = {child.dep_ for child in clause.children}
    if clause.i < thing.i or any(name.startswith(("nsubj", "csubj", "expl")) for name in relations):
        return
    finite = clause.tag_ in _FINITE or any(
        child.tag_ in _FINITE and child.dep_ in ("aux", "aux:pass", "cop")
        for child in clause.children
    )
    if finite:
        passive = "aux:pass" in relations
        tree.attach(thing.i, clause.i, "nsubj:pass" if passive else "nsubj")
        tree.attach(clause.i, verb.i, "ccomp")


def _is_told(clause: Token) -> bool:
    """Whether an open clause has a finite verb, and so a subject (`admits a bomb |downed| it`)."""
    return clause.dep_ == "xcomp" and clause.tag_ in ("VBD", "VBZ", "VBP")


def _after_time(tree: Tree, verb: Token) -> None:
    """Makes a clause of what is reported where a time stands before it.

    `announced on Monday it |was leaving|`.
    """
    if any(child.dep_ in ("ccomp", "obj", "parataxis") for child in verb.children):
        return
    for clause in verb.rights:
        first = clause.left_edge
        if clause.dep_ != "advcl" or first.dep_ not in ("nsubj", "nsubj:pass", "expl", "det"):
            continue
        relations = {child.dep_ for child in clause.lefts}
        told = relations & {"nsubj", "nsubj:pass", "expl"} and "mark" not in relations
        if told and first.pos_ in ("PRON", "DET") and first.nbor(-1).text != ",":
            tree.attach(clause.i, verb.i, "ccomp")
            return


def _clause_told(tree: Tree, verb: Token) -> None:
    """Hangs a that-clause on the verb, not on where or to whom it was said.

    `said in an interview |that talks had failed|`, `tells supporters |that he must win|`.
    """
    if any(child.dep_ == "ccomp" for child in verb.rights):
        return
    heard = ("obl", "obl:unmarked", "obj", "iobj")
    for noun in verb.rights:
        told = noun.dep_ in heard[: 4 if verb.lemma in _TELLING_KEYS else 2]
        if not told or noun.lemma_ in _WITH_CLAUSE:
            continue
        for clause in noun.rights:
            marks = (child.lower_ for child in clause.lefts if child.dep_ == "mark")
            if clause.dep_ in ("acl", "acl:relcl") and "that" in marks:
                tree.attach(clause.i, verb.i, "ccomp")
                return


def _main_verb(tree: Tree, verb: Token) -> None:
    """Gives a verb after a comma the noun that an insertion took from it.

    `The complaint, filed in Orsk, |accuses …`: filed has the subject, though it is no main verb.
    `The envoy, who is in Orsk, |admitted …`: admitted hangs on the insertion, the envoy on nothing.
    """
    insertion, first = verb.head, verb.left_edge
    after_comma = "," in (first.text, tree.doc[first.i - 1].text)
    if insertion.i >= verb.i or not after_comma or _has_subject(verb):
        return
    if any(child.dep_ in ("cc", "mark") for child in verb.lefts):
        return
    if insertion.dep_ == "acl:relcl" and insertion.head.head.i == insertion.head.i:
        noun = insertion.head
    elif insertion.tag_ == "VBN" and not any(child.dep_ in _HELPING for child in insertion.lefts):
        noun = next((child for child in insertion.lefts if child.dep_ == "nsubj"), insertion)
    else:
        return
    if noun.pos_ not in ("NOUN", "PROPN", "PRON"):
        return
    above = noun if noun.head.i == noun.i else insertion
    root = above.head.i == above.i
    tree.attach(verb.i, verb.i if root else above.head.i, above.dep_)
    tree.attach(noun.i, verb.i, "nsubj")
    if insertion.dep_ != "acl:relcl":
        tree.attach(insertion.i, noun.i, "acl")
    for mark in above.rights:
        if mark.dep_ == "punct" and mark.i > verb.i:
            tree.attach(mark.i, verb.i, "punct")


def _pair(tree: Tree, verb: Token) -> None:
    """Joins two names that a headline sets side by side (`|Norway, Sweden| hold talks`)."""
    start = verb.sent.start
    if verb.i < start + 3 or tree.doc[start + 1].text != ",":
        return
    first, second = tree.doc[start], tree.doc[start + 2]
    if not (first.ent_type_ and first.ent_type_ == second.ent_type_):
        return
    if second.head.i != verb.i or second.dep_ not in ("nsubj", "nsubj:pass"):
        return
    above = first.head.i == first.i and verb.head.i == first.i
    if above:
        tree.attach(verb.i, verb.i, "ROOT")
        for child in first.rights:
            if child.i > verb.i:
                tree.attach(child.i, verb.i, child.dep_)
    if above or first.head.i == verb.i:
        tree.attach(first.i, verb.i, second.dep_)
        tree.attach(second.i, first.i, "conj")
        tree.attach(start + 1, second.i, "punct")


def _has_subject(verb: Token) -> bool:
    return any(child.dep_.startswith(("nsubj", "csubj", "expl")) for child in verb.children)


def _heading(tree: Tree, verb: Token) -> None:
    """Sets a heading with a colon beside the sentence (`Talks in Orsk: Envoys say …`)."""
    subjects = [child for child in verb.lefts if child.dep_.startswith("nsubj")]
    if len(subjects) < 2:
        return
    first, last = subjects[0], subjects[-1]
    between = verb.doc[first.right_edge.i : last.i]
    if any(token.text == ":" for token in between):
        tree.attach(first.i, verb.i, "dislocated")


def _open_clause(tree: Tree, verb: Token) -> None:
    """Hangs the infinitive after the one directed on the directing verb."""
    directed = None
    for child in verb.rights:
        if child.dep_ in ("xcomp", "ccomp"):
            return
        if child.dep_ in ("obj", "iobj") or (
            child.dep_ == "obl" and _case(child) in ("on", "upon", "to")
        ):
            directed = child
    if directed is None:
        directed = _passive_subject(verb)
        start = verb.i + 1
    else:
        start = directed.i + 1
    if directed is None or directed.lemma_ in _WITH_INFINITIVE:
        return
    infinitive = _infinitive_after(verb, start)
    if infinitive is None or infinitive.head.i == verb.i:
        return
    above = infinitive.head.i == infinitive.i or infinitive.head.is_ancestor(verb)
    on_name = infinitive.head.i == directed.i or (
        infinitive.head.pos_ == "PROPN" and directed.is_ancestor(infinitive.head)
    )
    if above or on_name:
        if infinitive.is_ancestor(verb):
            return
        tree.attach(infinitive.i, verb.i, "xcomp")


def _case(token: Token) -> str:
    return next((child.lower_ for child in token.lefts if child.dep_ == "case"), "")


def _passive_subject(verb: Token) -> Token | None:
    return next((child for child in verb.lefts if child.dep_ == "nsubj:pass"), None)


def _infinitive_after(verb: Token, start: int) -> Token | None:
    """The first infinitive after `start` in the verb's sentence with no other verb between."""
    doc, end = verb.doc, min(verb.sent.end, start + _FARTHEST)
    for index in range(start, end):
        token = doc[index]
        if token.tag_ == "TO" and token.head.tag_ == "VB" and token.head.i > index:
            return token.head
        if token.pos_ in ("VERB", "AUX") or token.text in (";", ":", '"', "”"):
            return None
    return None
