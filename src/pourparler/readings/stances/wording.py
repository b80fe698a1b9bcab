"""One line that tells a position in plain words."""

import re

from spacy.tokens import Token

from pourparler.model import Mention, Stance
from pourparler.readings.stances.desk import Desk
from pourparler.readings.stances.frames import Want
from pourparler.readings.stances.grammar import children, is_infinitive, is_passive
from pourparler.readings.stances.slots import addressee_of
from pourparler.readings.stances.terms import wording_of

LONGEST = 160
_TERMS = 100

# Before a noun, before an infinitive's verb, before a clause, and before a clause that tells what
# another is to do.
_NOUN: dict[Stance, str] = {
    "demand": "demands",
    "precondition": "wants first",
    "offer": "offers",
    "refusal": "rejects",
    "commitment": "commits to",
    "support": "supports",
}
_INFINITIVE: dict[Stance, str] = {
    "demand": "demands to",
    "precondition": "wants first to",
    "offer": "offers to",
    "refusal": "refuses to",
    "commitment": "commits to",
    "support": "wishes to",
}
_CLAUSE: dict[Stance, str] = {
    "demand": "demands that",
    "precondition": "wants first that",
    "offer": "proposes that",
    "refusal": "rejects that",
    "commitment": "promises that",
    "support": "supports that",
}
_DENIALS = re.compile(r"\b(?:not|never)\s+", re.IGNORECASE)
_UNLESS = re.compile(r"\b(?:does|do|did) not\s+|\bnot\s+", re.IGNORECASE)
_TO = re.compile(r"^to\s+", re.IGNORECASE)
_NOT_TO = re.compile(r"^not\s+to\s+", re.IGNORECASE)
_MUST = re.compile(r"\b(?:must|should|has to|have to|had to)\s+", re.IGNORECASE)
_NEEDED = re.compile(r"^it (?:is|was) (?:first |only )?(?:necessary|essential|imperative) ")
_BEFORE = re.compile(r",?\s+before\b.*")
_ONESELF = re.compile(
    r"^(?:he|she|we|I|they)\s+(?=(?:will|would|shall|can|could|must|should|may|might)\b)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:The|A|An|Another|All|Any|Both|Some|That|To|Our|Its|Their|It|This|These|Of)\b"
)
_LINK = re.compile(r"^(?:only )?(?:if|after|once|when|as long as|so long as)\s+", re.IGNORECASE)
_LINKED = re.compile(r"^(?:to|for)\s+", re.IGNORECASE)
_OPEN_BRACKET = re.compile(r"\s*\([^()]*$")
_THAT = re.compile(r"^(?:that|of)\s+", re.IGNORECASE)


def summarise(
    desk: Desk, want: Want, stance: Stance, *, against: bool = False, terms: Token | None = None
) -> str:
    """The party, its stance and what it is about, at most `LONGEST` characters.

    `against`: the words name what the party wants ended, which it then rejects. `terms` heads
    the clause that says on which terms.
    """
    phrase = _OPENING.sub(lambda opening: opening[0].lower(), _tidy(_phrase(desk, want)))
    phrase = _THAT.sub("", phrase)
    name = desk.parties.name(want.holder)
    if phrase.startswith(f"{name} "):  # "Aland says that it will come"
        phrase = f"it {phrase.removeprefix(name).lstrip()}"
    told = f"{name} {_told(desk, want, stance, phrase, against)}"
    condition = "" if terms is None else _tidy(wording_of(desk, terms))
    if not condition or condition in told:
        return _shorten(told, LONGEST)
    told = _without_opening(told, condition)
    condition = _shorten(condition, _TERMS)
    return f"{_shorten(told, LONGEST - len(condition) - 2)}, {condition}"


def _without_opening(told: str, condition: str) -> str:
    """`a truce |on the condition|`, which "on the condition that …" is about to say whole."""
    words = condition.split()
    for length in range(len(words) - 1, 0, -1):
        opening = " ".join(words[:length])
        if told.endswith(f" {opening}"):
            return told.removesuffix(opening).rstrip(" ,")
    return told


def _told(desk: Desk, want: Want, stance: Stance, phrase: str, against: bool) -> str:
    said = want.slot == "clause" and stance != "precondition"
    if against and _is_clause(want.thing) and not said:
        return f"wants ended first: {phrase}" if stance == "precondition" else f"rejects: {phrase}"
    if against and not said:
        return f"wants {phrase} ended first" if stance == "precondition" else f"rejects {phrase}"
    if want.slot == "unless":  # "threatens to … if it does not leave"
        return f"{_CLAUSE[stance]} {_UNLESS.sub('', phrase, count=1)}"
    if (invited := _invited(desk, want)) is not None:
        return invited
    doer = _doer(desk, want) if stance == "precondition" else None
    if doer is not None:
        return f"wants first {doer} {phrase.removesuffix(' first')}"
    if _is_infinitive(want):
        return _of_infinitive(desk, want, stance, phrase)
    if want.slot == "clause" and _is_clause(want.thing):
        # What must, will or cannot be, in the party's own words.
        if stance == "precondition":
            phrase = _LINK.sub("", phrase)
            if want.cue.lower_ == "before":
                phrase = _BEFORE.sub("", phrase)
            if _NEEDED.match(phrase):
                return f"wants first {_THAT.sub('', _NEEDED.sub('', phrase))}"
            phrase = _MUST.sub("", phrase, count=1)
            if want.thing.tag_ == "VBG":
                return f"wants first {phrase}"
            subject = _subject(desk, want.thing)
            return f"wants first{':' if subject is None else f' that{subject}'} {phrase}"
        phrase = _ONESELF.sub(f"{_who(want.holder)} ", phrase)
        return f"says that {_shared(want.thing)}{phrase}"
    is_gerund = want.thing.tag_ == "VBG" and want.slot not in ("that", "clause")
    if want.slot == "that" or (not is_gerund and _is_clause(want.thing)):
        phrase = _MUST.sub("", phrase) if stance == "demand" else phrase
        return f"{_CLAUSE[stance]} {phrase}"
    phrase = _TO.sub("", phrase)
    if stance == "precondition":
        phrase = phrase.removesuffix(" first")
    if stance == "offer" and want.cue.lemma_.lower() == "accept":
        return f"is ready to accept {phrase}"  # on terms
    is_open = stance == "offer" and want.slot in ("to", "for") and want.cue.pos_ != "NOUN"
    return f"is ready for {phrase}" if is_open else f"{_NOUN[stance]} {phrase}"


def _shared(verb: Token) -> str:
    """What a second verb shares with the first: "will stop and *it will* begin"."""
    if verb.dep_ != "conj" or verb.tag_ != "VB":
        return ""
    if children(verb, "nsubj", "nsubj:pass", "expl"):
        return ""
    return "it " if children(verb, "aux") else "it will "


def _invited(desk: Desk, want: Want) -> str | None:
    """`invites both sides to talks in June`, where that is what the party does."""
    is_noun = want.thing.pos_ in ("NOUN", "PROPN") and want.slot in ("to", "for")
    if want.cue.lemma_.lower() != "invite" or want.stance != "offer" or not is_noun:
        return None
    guests = [guest for guest in children(want.cue, "obj", "iobj") if guest.i < want.thing.i]
    if not guests or is_passive(want.cue):
        return None
    event = want.thing
    if event.dep_ == "obj" and event.head != want.cue:
        event = event.head  # "ceasefire talks", parsed as if one could ceasefire them
    whom, told = _bare(desk, guests[0]), _tidy(desk.phrase(event).exact)
    return f"invites {whom} {want.slot} {_LINKED.sub('', told)}"


def _who(holder: Mention) -> str:
    """What the party calls itself: who speaks for it, by name, where that is somebody."""
    return "it" if holder.actor == holder.represents or holder.post is None else holder.name


def _doer(desk: Desk, want: Want) -> str | None:
    """Who is wanted to do it, where that is the object of wanting ("wants |troops| to leave")."""
    if want.thing.dep_ != "xcomp" or want.thing.tag_ != "VB":
        return None
    for thing in children(want.thing.head, "obj"):
        if thing.i < want.thing.i:
            return desk.phrase(thing).exact
    return None


def _subject(desk: Desk, clause: Token) -> str | None:
    """Who does it, where that stands before another verb: "if it withdraws and renounces".

    Empty where the clause itself says so; None where nobody is said to.
    """
    if children(clause, "nsubj", "nsubj:pass", "expl", "csubj"):
        return ""
    while clause.dep_ == "conj":
        clause = clause.head
        for subject in children(clause, "nsubj", "nsubj:pass"):
            return f" {desk.phrase(subject).exact}"
    return None


def _of_infinitive(desk: Desk, want: Want, stance: Stance, phrase: str) -> str:
    asked = addressee_of(want.cue, want.thing)
    deed = _TO.sub("", _DENIALS.sub("", phrase, count=1) if stance == "refusal" else phrase)
    if asked is None or stance not in ("demand", "precondition", "offer"):
        return f"{_INFINITIVE[stance]} {deed}"
    whom = _bare(desk, asked)
    deed = _LINKED.sub("", deed.removeprefix(f"for {whom}").lstrip())
    deed = _NOT_TO.sub("not ", deed.removeprefix(whom).lstrip()).removeprefix("to ")
    return f"{_CLAUSE[stance]} {whom} {deed}"


def _bare(desk: Desk, noun: Token) -> str:
    """The words that name whom, without what is said of them and to them."""
    last = max(
        (part.right_edge for part in noun.children if part.dep_ in _NAMING),
        key=lambda token: token.i,
        default=noun,
    )
    last = last if last.i > noun.i else noun
    first = min(
        (part.left_edge for part in noun.children if part.i < noun.i and part.dep_ != "case"),
        key=lambda token: token.i,
        default=noun,
    )
    return _tidy(desk.stretch(first, last).exact)


_NAMING = frozenset(("flat", "nmod", "compound", "conj"))


def _is_infinitive(want: Want) -> bool:
    verb = want.thing
    bare = want.slot == "to" and verb.tag_ == "VB" and verb.pos_ in ("VERB", "AUX")
    return verb.pos_ not in ("NOUN", "PROPN") and (is_infinitive(verb) or bare)


def _is_clause(thing: Token) -> bool:
    # An object is a noun, whatever the tagger thought ("seeks |guarantees| that …").
    return (thing.pos_ in ("VERB", "AUX") and thing.dep_ != "obj") or any(
        child.dep_ in ("nsubj", "nsubj:pass", "cop") for child in thing.children
    )


def _phrase(desk: Desk, want: Want) -> str:
    """The words of the thing, less the conjunction or preposition they begin with."""
    thing = want.thing
    span = desk.phrase(thing)
    if want.cue.head == thing and want.cue.dep_ in ("acl", "amod"):
        span = desk.stretch(thing.left_edge, thing)
    if want.slot == "subject" and thing.i < want.cue.i:
        helpers = [child for child in want.cue.children if child.dep_ in ("cop", "aux", "aux:pass")]
        end = min((child.i for child in helpers if child.i > thing.i), default=want.cue.i)
        span = desk.stretch(thing.left_edge, want.cue.doc[end - 1])
    opening = [
        child
        for child in thing.children
        if child.dep_ in ("case", "mark", "cc") and child.i < thing.i and child.pos_ != "PART"
    ]
    start = span.start
    for child in sorted(opening, key=lambda each: each.i):
        if child.idx <= start:
            start = child.idx + len(child)
    return desk.page.report.text[start : span.end]


def _tidy(phrase: str) -> str:
    """The phrase on one line, without marks of quotation or a bracket that is not closed."""
    plain = re.sub(r"\s+", " ", re.sub(r'["“”«»]', "", phrase)).strip()
    return _OPEN_BRACKET.sub("", plain)


def _shorten(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
