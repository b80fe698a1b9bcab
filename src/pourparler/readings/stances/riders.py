"""What is only said beside the thing meant: when, where, why or between whom it is.

An issue named there is not what the party takes a stance on: "an appeal for his release at a
summit" is about no summit, "punished over election protests" about no election.
"""

from spacy.tokens import Token

from pourparler.readings.stances.grammar import cases, children, is_infinitive

_ADJUNCTS = frozenset(("obl", "nmod", "advcl"))
# What only tells when or under what a thing is: "cut back forces during the talks".
_CIRCUMSTANCE = frozenset(
    (
        "during", "amid", "after", "before", "following", "since", "despite", "until", "ahead",
        "while", "if", "unless", "once", "prior", "pending", "without", "when", "upon",
    )
)  # fmt: skip
_BETWEEN = frozenset(("between", "among", "amongst"))
# "Punish them over", "resign over": why. Who negotiates or agrees over a thing does it about it.
_CAUSED = frozenset(
    (
        "punish", "arrest", "detain", "jail", "sack", "dismiss", "resign", "quit", "impose",
        "prosecute", "charge", "sue", "try", "condemn", "criticise", "criticize", "apologise",
        "apologize", "impeach", "expel", "suspend", "protest", "recall", "investigate",
    )
)  # fmt: skip
# With these nouns "at" tells of what one takes part in, not where something else is done.
_PRESENCE = frozenset(
    (
        "presence", "participation", "attendance", "seat", "place", "representation", "role",
        "part", "meeting", "appearance", "discussion", "return", "talk", "negotiation",
    )
)  # fmt: skip
_HARMS = frozenset(("threat", "danger", "menace", "risk"))
# Nouns of a deed, which an infinitive after their object gives the purpose of.
_DEEDS = frozenset(
    (
        "halt", "end", "stop", "suspension", "withdrawal", "release", "exchange", "deployment",
        "ban", "increase", "reduction", "cut", "delivery", "transfer", "use", "limit",
    )
)  # fmt: skip
# "A deal brokered by others" is about no help of theirs.
_HELPED = frozenset(("broker", "mediate", "facilitate", "host", "sponsor", "back"))
_OBJECT = frozenset(("to", "of", "on", "in", "against"))


def is_circumstance(child: Token) -> bool:
    """Whether a phrase or clause only tells when, or in spite of what."""
    return child.dep_ in _ADJUNCTS and bool(cases(child) & _CIRCUMSTANCE)


def is_rider(token: Token, child: Token) -> bool:
    """Whether what `child` heads is said beside `token`, on which it hangs, and is no part of
    what it is about."""
    if child.dep_ == "acl":
        return is_infinitive(child) and is_what_for(token, child)
    if child.dep_ == "amod":
        return child.tag_ == "VBN" and child.lemma_.lower() in _HELPED  # "US-brokered"
    if child.dep_ not in ("obl", "nmod"):
        return False
    marks = cases(child)
    if _is_across(token, child):
        return True
    if marks & (_CIRCUMSTANCE | _BETWEEN):
        return True
    lemma = token.lemma_.lower()
    if "over" in marks:
        return child.dep_ == "obl" and lemma in _CAUSED
    if "to" in marks:
        return child.dep_ == "nmod" and lemma in _HARMS  # "threats to our sovereignty"
    return "at" in marks and _is_done_at(token)


def _is_across(token: Token, child: Token) -> bool:
    """`rejects a change and |calls| for talks`, with the talks hung on the change: another verb
    stands between the two."""
    return any(
        between.tag_ in ("VBZ", "VBD", "VBP") and not token.is_ancestor(between)
        for between in token.doc[token.i + 1 : child.left_edge.i]
    )


def _is_done_at(token: Token) -> bool:
    """`an appeal at the summit`, `raise it at the talks`; not `sit down at the talks`."""
    if token.pos_ == "VERB":
        return bool(children(token, "obj", "nsubj:pass"))
    return token.pos_ == "NOUN" and token.lemma_.lower() not in _PRESENCE


def is_what_for(noun: Token, clause: Token) -> bool:
    """`a halt to exports |to cut off funds|`: what a deed is for, its object being told."""
    return noun.lemma_.lower() in _DEEDS and any(
        noun.i < thing.i < clause.i and cases(thing) & _OBJECT for thing in children(noun, "nmod")
    )
