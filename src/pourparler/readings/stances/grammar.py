"""Asking a parse what stances need to know: who does it, to what, and whether it is so.

Relations are those of Universal Dependencies. Every function takes what a mediocre parse gives:
a missing relation means an empty answer, never an error.
"""

from collections.abc import Iterator, Set

from spacy.tokens import Doc, Span, Token

LONGEST_SENTENCE = 300
_SUPPOSING = frozenset(("if", "whether", "unless", "lest", "until", "once", "provided"))
VERBAL = frozenset(("VERB", "AUX"))
_CLAUSES = frozenset(("xcomp", "ccomp", "advcl", "acl", "csubj", "acl:relcl", "csubj:pass"))
_SUBJECTS = frozenset(("nsubj", "csubj", "nsubj:outer"))


def prose(doc: Doc) -> Iterator[Span]:
    """The sentences a person could have written: at most `LONGEST_SENTENCE` words. In what is
    longer no parse means anything, and looking for it would take quadratic time."""
    return (sentence for sentence in doc.sents if len(sentence) <= LONGEST_SENTENCE)


def children(token: Token, *relations: str) -> list[Token]:
    """The children of `token` that stand in one of `relations` to it, in text order."""
    return [child for child in token.children if child.dep_ in relations]


def conjuncts(token: Token) -> list[Token]:
    """`token` and what is coordinated with it after it."""
    return [token, *children(token, "conj")]


def alike(token: Token) -> list[Token]:
    """`token` and those coordinated with it that are of its kind, nouns with a noun; a finite
    verb after an infinitive belongs to another clause."""
    nominal = token.pos_ in ("NOUN", "PROPN", "PRON", "NUM")
    others = [
        other
        for other in children(token, "conj")
        if (other.pos_ in ("NOUN", "PROPN", "PRON", "NUM")) == nominal
        and not (token.tag_ == "VB" and other.tag_ in ("VBZ", "VBD", "VBP"))
    ]
    return [token, *others]


def cases(token: Token) -> set[str]:
    """The prepositions and marks of a phrase, lower case."""
    return {child.lower_ for child in token.children if child.dep_ in ("case", "mark")}


def is_infinitive(token: Token) -> bool:
    """Whether `token` heads "to …"."""
    return any(
        child.lower_ == "to" and child.dep_ in ("mark", "aux") and child.pos_ == "PART"
        for child in token.children
    )


def is_passive(token: Token) -> bool:
    """Whether the verb is in the passive voice."""
    return bool(children(token, "nsubj:pass", "aux:pass", "csubj:pass"))


def agents(token: Token) -> list[Token]:
    """By whom a passive verb is done."""
    found = [
        child
        for child in token.children
        if child.dep_ in ("obl:agent", "obl", "nmod") and "by" in cases(child)
    ]
    return [each for agent in found for each in conjuncts(agent)]


def own_subjects(token: Token) -> list[Token]:
    """The subjects that hang on the clause itself; those of a passive verb are left out."""
    found = [child for child in token.children if child.dep_ in _SUBJECTS]
    if not found:  # hung on the auxiliary, where words stand between it and the verb
        helpers = [child for child in token.children if child.dep_ == "aux"]
        found = [child for helper in helpers for child in helper.children if child.dep_ == "nsubj"]
    if not found and token.tag_ in ("VBZ", "VBD", "VBP", "NNS"):
        # A name that a parser takes for a part of the verb: "Aland demands a truce".
        found = [child for child in children(token, "compound") if child.i == token.i - 1]
    if not found and is_headless(token):
        found = [token.head]
    return [each for subject in found for each in conjuncts(subject)]


def is_headless(token: Token) -> bool:
    """Whether a past verb hangs on its subject as if it were a participle of it, the sentence
    having no other verb: "the delegation insisted" taken for a delegation that was insisted."""
    return (
        token.dep_ == "acl"
        and token.head.dep_ == "ROOT"
        and token.head.i < token.i
        and token.tag_ in ("VBD", "VBN")
        and not agents(token)
        and not children(token.head, "cop", "acl:relcl")
    )


def is_negated(token: Token, words: Set[str]) -> bool:
    """Whether the clause or noun headed by `token` is denied."""
    return any(
        (child.lower_ in words or is_no_longer(child))
        and child.dep_ in ("advmod", "det", "cc:preconj", "neg", "aux", "cc")
        for child in token.children
    )


def is_no_longer(token: Token) -> bool:
    """Whether the word ends "no longer"."""
    return token.lower_ == "longer" and token.i > 0 and token.nbor(-1).lower_ == "no"


def auxiliaries(token: Token) -> set[str]:
    """The auxiliaries of a clause, as lemmas and forms, lower case."""
    found: set[str] = set()
    for child in token.children:
        if child.dep_ in ("aux", "aux:pass", "cop"):
            found.update((child.lower_, child.lemma_.lower()))
    return found


def matches(verb: Token, entries: Set[str]) -> bool:
    """Whether the verb, with its particle where the entry has one, is among the entries."""
    lemma = verb.lemma_.lower()
    if lemma in entries:
        return not (
            children(verb, "compound:prt") and any(e.startswith(lemma + " ") for e in entries)
        )
    return any(
        f"{lemma} {child.lower_}" in entries
        for child in verb.children
        if child.dep_ in ("compound:prt", "advmod", "case", "xcomp")
    )


def clause_of(token: Token) -> Token:
    """The predicate of the clause that `token` stands in."""
    while token.dep_ != "ROOT" and token.dep_ not in _CLAUSES and token.dep_ != "parataxis":
        if token.dep_ == "conj" and token.pos_ in VERBAL:
            break
        token = token.head
    return token


def clauses_above(token: Token) -> Iterator[Token]:
    """The predicates of the clauses around `token`, from its own outwards."""
    clause = clause_of(token)
    yield clause
    while clause.dep_ != "ROOT":
        clause = clause_of(clause.head)
        yield clause


def is_supposed(token: Token) -> bool:
    """Whether `token` stands in a question or under "if", "until" or the like."""
    *_, root = clauses_above(token)
    end = root.right_edge.i + 1
    if any(mark.text == "?" for mark in token.doc[max(end - 2, 0) : end]):
        return True
    return any(
        child.lower_ in _SUPPOSING and child.dep_ == "mark"
        for clause in clauses_above(token)
        for child in clause.children
    )


def controllers(token: Token, continuing: Set[str], expressing: Set[str]) -> list[Token]:
    """Who does what the verb `token` tells, where it has no subject of its own.

    `continuing` are verbs that share their subject with the infinitive after them, `expressing`
    those of which a noun with a participle is the object ("issued a statement rejecting").
    """
    seen = 0
    while not (found := own_subjects(token)) and token.dep_ != "ROOT" and seen < 50:
        seen += 1
        head = token.head
        if token.dep_ == "advcl" and (senders := _sent_things(head, token)):
            return senders
        if _shares_subject(token, continuing):
            token = head
        elif token.dep_ == "acl" and token.tag_ == "VBG":
            if senders := _senders(head):
                return senders
            if head.head.lemma_.lower() in expressing and head.dep_ == "obj":
                token = head.head
            else:
                return [head]
        else:
            return []
    return [_antecedent(subject) for subject in found]


def _sent_things(verb: Token, participle: Token) -> list[Token]:
    """`noting signals from Aland, indicating readiness`: the signals indicate, so Aland does."""
    if participle.tag_ != "VBG":
        return []
    return [
        sender
        for thing in children(verb, "obj")
        if thing.i < participle.i
        for sender in _senders(thing)
        if "from" in cases(sender)
    ]


def _senders(noun: Token) -> list[Token]:
    """Whose a noun is: "signals from Aland", "Aland's statement", "a note by Aland"."""
    return [
        child
        for child in noun.children
        if child.dep_ == "nmod:poss"
        or (child.dep_ in ("nmod", "obl") and cases(child) & {"from", "by"})
    ]


def _shares_subject(token: Token, continuing: Set[str]) -> bool:
    """Whether the subject of the clause above is that of `token` too."""
    head = token.head
    if token.dep_ == "conj":
        return head.pos_ in VERBAL or head.pos_ in ("ADJ", "NOUN")
    if token.dep_ == "xcomp":
        return head.lemma_.lower() in continuing
    is_participle = token.tag_ == "VBG" and not children(token, "mark") and not is_infinitive(token)
    return token.dep_ == "advcl" and is_participle


def _antecedent(subject: Token) -> Token:
    """What a relative pronoun stands for; any other word itself."""
    if subject.lower_ in ("who", "which", "that", "whom"):
        for clause in clauses_above(subject):
            if clause.dep_ == "acl:relcl":
                return clause.head
    return subject


def subtree_ends(token: Token) -> tuple[int, int]:
    """The code points where the phrase headed by `token` starts and ends."""
    right = token.right_edge
    return token.left_edge.idx, right.idx + len(right)
