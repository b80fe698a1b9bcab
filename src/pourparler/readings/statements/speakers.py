"""Which noun phrase is the speaker, and which one is spoken to."""

from bisect import bisect_left

from pourparler.readings.statements.abstract import is_abstract
from pourparler.readings.statements.boundaries import SHOWING
from pourparler.readings.statements.complements import is_time, marker_of
from pourparler.readings.statements.joined import goes_on_outside
from pourparler.readings.statements.nounphrases import NOMINAL, first_noun_phrase
from pourparler.readings.statements.sheet import Sheet

_SUBJECTS = frozenset(["nsubj", "nsubj:pass", "nsubj:outer"])
_NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"])
_OPENING = NOMINAL | {"DET", "ADJ", "NUM"}
_CLOSING = frozenset([",", "-", "–", "—", "--"])
_DOES_IT_HIMSELF = ("offer", "promis", "pledg", "threaten", "vow", "call", "phon", "telephon")
_AGAINST = frozenset(
    ["from", "against", "despite", "amid", "amidst", "after", "following", "over", "to", "under"]
)
"""What leads to a claim that somebody meets, and has not made."""

_NOT_THEIR_OWN = (
    "veto", "reject", "dismiss", "fac", "receiv", "ignor", "den", "refut", "follow",
    "urg", "demand", "seek", "request",
)  # fmt: skip
"""Verbs whose object is another's: who vetoes a proposal has not made it."""
_LONGEST_LIST = 20
_LONGEST_CLIMB = 6
_FARTHEST = 100
RELATIVE = frozenset(["who", "which", "that", "whom"])
_LONGEST_HEADING = 6
_OPENS_CLAUSE = frozenset(["after", "before", "since", "until", "as", "when", "while"])


def speaker_of_verb(sheet: Sheet, verb: int) -> int | None:
    """The head of the noun phrase that speaks, for a verb that is a cue.

    Its own subject; else that of the verb it is joined or subordinate to ("…, adding that"); for
    a participle that describes a noun, that noun ("a letter saying"); None for a passive without
    an agent and where the parse gives none.
    """
    at: int = verb
    finite = sheet.is_finite(verb)
    for _ in range(_LONGEST_CLIMB):
        subject = subject_of(sheet, at)
        if subject is not None and subject < verb:
            subject = after_heading(sheet, subject, verb)
        if subject is not None and (at == verb or not sheet.is_silent(subject)):
            passive = sheet.relations[subject] == "nsubj:pass"
            if not passive or at != verb:
                return subject
            return agent_of(sheet, verb)
        relation = sheet.relations[at]
        head: int = sheet.heads[at]
        if at == verb and finite and relation == "advcl" and marker_of(sheet, at) is not None:
            return None  # "after Brandt said": a finite clause has a subject of its own
        if relation == "acl" and finite and at != verb:
            at = _clause_of(sheet, head)
            continue
        if relation == "acl" and marker_of(sheet, at) is not None:
            at = head
            continue
        if relation == "acl" and (_is_beside(sheet, head, at) or is_abstract(sheet, head)):
            at = _clause_of(sheet, head)
            continue
        if relation == "acl" or relation == "amod":
            return head if sheet.words[verb].endswith("ing") else agent_of(sheet, verb)
        if relation == "acl:relcl":
            return head
        if relation == "conj" and at == verb and goes_on_outside(sheet, verb):
            at = sheet.heads[head]
            continue
        if relation in ("conj", "xcomp", "advcl", "parataxis", "ccomp", "cop", "aux", "compound"):
            if relation == "xcomp" and (at == verb or not finite):
                controller = _object(sheet, head, at)
                if controller is not None:
                    return controller
            if relation == "ccomp" and at == verb and head > verb:
                return agent_of(sheet, verb)
            at = head
            continue
        break
    return agent_of(sheet, verb)


def _is_beside(sheet: Sheet, noun: int, participle: int) -> bool:
    """Whether a participle after a comma tells of the subject and not of the noun before it
    ("gives an address, calling on the sides to stop")."""
    first = sheet.edges[participle][0]
    return (
        sheet.words[participle].endswith("ing")
        and noun < first
        and "," in (sheet.words[first], sheet.words[first - 1])
        and sheet.heads[noun] != noun
    )


def _clause_of(sheet: Sheet, noun: int) -> int:
    """The verb whose clause the noun stands in, else the noun."""
    at = noun
    for _ in range(_LONGEST_CLIMB):
        if sheet.tags[at] in ("VERB", "AUX"):
            return at
        if sheet.heads[at] == at:
            break
        at = sheet.heads[at]
    return noun


def first_of_list(sheet: Sheet, head: int) -> int:
    """The head of the first in a list of subjects that the parse hangs on the verb one by one
    ("Peru, Chile and Bolivia said"); else `head` itself."""
    verb = sheet.heads[head]
    if sheet.relations[head] != "nsubj" or head > verb:
        return head
    if not any(sheet.relations[child] == "conj" for child in sheet.children[head]):
        return head  # "Another, a diplomat, said" lists nobody
    first = head
    children = sheet.children[verb]
    at = bisect_left(children, head)
    for child in reversed(children[max(0, at - _LONGEST_LIST) : at]):
        if sheet.relations[child] == "nsubj":
            between = sheet.text[sheet.ends[child] : sheet.starts[sheet.edges[first][0]]]
            if between.strip() != ",":
                break
            first = child
    return first


def subject_before(sheet: Sheet, word: int) -> int | None:
    """The subject of the last finite verb before the word, else the name right before it."""
    first = max(sheet.sentences[word][0], word - _FARTHEST)
    if sheet.tags[word - 1] == "PROPN":
        return _outermost(sheet, word - 1, first, word)
    for index in range(word - 1, first - 1, -1):
        if sheet.tags[index] == "VERB" and sheet.is_finite(index):
            subject = subject_of(sheet, index)
            if subject is not None and sheet.tags[subject] != "PRON":
                return subject
    return None


def antecedent_of(sheet: Sheet, pronoun: int) -> int:
    """The noun a relative pronoun stands for ("the envoys *who*"), else the pronoun itself."""
    if sheet.words[pronoun] not in RELATIVE:
        return pronoun
    at = sheet.heads[pronoun]
    for _ in range(_LONGEST_CLIMB):
        if sheet.relations[at] == "acl:relcl" and sheet.heads[at] < pronoun:
            return int(sheet.heads[at])
        if sheet.relations[at] not in ("conj", "xcomp", "ccomp", "cop", "aux"):
            break
        at = sheet.heads[at]
    return pronoun


def after_heading(sheet: Sheet, speaker: int, verb: int) -> int:
    """The subject behind a heading that the parse took for it ("Norland talks: Brandt says")."""
    for index in range(speaker + 1, min(verb, speaker + _LONGEST_HEADING)):
        if sheet.words[index] == ":":
            found = first_noun_phrase(sheet, index + 1, verb)
            return speaker if found is None else found
    return speaker


def is_speaker(sheet: Sheet, head: int) -> bool:
    """Whether the phrase of `head` can name a speaker at all."""
    if sheet.words[head] == "that" and not sheet.relations[sheet.heads[head]].startswith("acl"):
        return False
    named = sheet.tags[head] in _NOMINAL or _is_unknown_name(sheet, head)
    return named and not is_time(sheet, head)


def nearest_speaker(sheet: Sheet, verb: int) -> int | None:
    """The noun phrase before a finite verb the parse gives no subject.

    It ends right before the verb, or before the apposition or relative clause that ends there
    ("Anna Brandt, who chairs the talks, said").
    """
    word, first = sheet.words[verb], max(sheet.sentences[verb][0], verb - _FARTHEST)
    if word.endswith("ing") or is_passive(sheet, verb):
        return None
    at = verb - 1
    while at >= first and sheet.tags[at] in ("AUX", "ADV", "PART"):
        if sheet.words[at] == "to":
            return None
        at -= 1
    if at < first:
        return None
    if sheet.words[at] == ")":
        while at > first and sheet.words[at] != "(":
            at -= 1
        at -= 1
    if sheet.tags[at] in NOMINAL:
        return _outermost(sheet, at, first, verb)
    if sheet.words[at] not in _CLOSING:
        return None
    start = first
    while start < at and sheet.tags[start] not in _OPENING:
        if sheet.tags[start] in ("ADP", "SCONJ"):
            while start < at and sheet.words[start] != ",":
                start += 1
        start += 1
    return first_noun_phrase(sheet, start, at)


def _outermost(sheet: Sheet, at: int, first: int, verb: int) -> int:
    """The head of the noun phrase that ends at `at`."""
    for _ in range(_LONGEST_CLIMB):
        head = sheet.heads[at]
        if not first <= head < verb or head == at or sheet.tags[head] not in NOMINAL:
            break
        if "," in sheet.words[min(head, at) : max(head, at)]:
            break
        marker = marker_of(sheet, at)
        if marker is not None and sheet.words[marker] in _OPENS_CLAUSE:
            break  # "a visit after Brandt said": Brandt is the subject, whatever "after" is
        at = head
    return at


def is_passive(sheet: Sheet, verb: int) -> bool:
    """Whether the verb is a passive participle."""
    return any(
        sheet.relations[child] in ("aux:pass", "nsubj:pass") for child in sheet.children[verb]
    )


def subject_of(sheet: Sheet, verb: int) -> int | None:
    """The verb's own subject, active or passive."""
    found: int | None = None
    for child in sheet.children[verb]:
        if sheet.relations[child] in _SUBJECTS and _is_noun_phrase(sheet, child):
            found = child
            if child < verb:
                continue
            break
    return found


def _is_noun_phrase(sheet: Sheet, head: int) -> bool:
    """Not so where a preposition leads it: "At a news conference" never speaks."""
    if sheet.tags[head] not in _NOMINAL and not _is_unknown_name(sheet, head):
        return False
    marker = marker_of(sheet, head)
    if marker is None or sheet.tags[marker] != "ADP" or sheet.words[marker] == "of":
        return True
    # "… met on Monday, with envoys saying that": whose participle it is, is who says it
    return sheet.words[marker] == "with" and sheet.words[sheet.heads[head]].endswith("ing")


def _is_unknown_name(sheet: Sheet, head: int) -> bool:
    """Whether a subject is spelled like a name; taggers take a rare one for an adverb."""
    first = sheet.text[sheet.starts[head]]
    return sheet.relations[head] == "nsubj" and first.isupper() and sheet.tags[head] == "ADV"


def _object(sheet: Sheet, verb: int, before: int) -> int | None:
    """Whom the verb has do it; who offers or promises a thing does it himself."""
    if sheet.words[verb].startswith(_DOES_IT_HIMSELF):
        return None
    for child in sheet.children[verb]:
        if verb < child < before and sheet.relations[child] in ("obj", "iobj"):
            return child
    return None


def agent_of(sheet: Sheet, verb: int) -> int | None:
    """Who did it, in a passive: the phrase with "by"."""
    for child in sheet.children[verb]:
        if child > verb and sheet.relations[child] in ("obl:agent", "obl"):
            marker = marker_of(sheet, child)
            if marker is not None and sheet.words[marker] == "by":
                return child
    return None


def speaker_of_noun(sheet: Sheet, noun: int, content: int) -> int | None:
    """Whose claim, call or plan it is: possessor, "by …", "from …", or the subject that has it.

    `content` heads what is claimed, called for or planned, which is never who does.
    """
    children = [child for child in sheet.children[noun] if child != content]
    for child in children:
        relation = sheet.relations[child]
        if relation == "nmod:poss":
            return child
        if child > noun and relation in ("nmod", "nmod:agent", "obl"):
            marker = marker_of(sheet, child)
            if marker is not None and sheet.words[marker] in ("by", "from"):
                return child
    subject = subject_of(sheet, noun)
    if subject is not None:
        return subject
    for child in children:
        if child > noun and sheet.relations[child] == "nmod":
            marker = marker_of(sheet, child)
            if marker is not None and sheet.words[marker] == "of":
                return child
    head = sheet.heads[noun]
    if sheet.words[head] in SHOWING and subject_of(sheet, head) is None:
        return None
    if sheet.relations[noun] in ("obj", "obl", "nmod") and sheet.tags[head] in ("VERB", "AUX"):
        leads = marker_of(sheet, noun)
        if leads is not None and sheet.words[leads] in _AGAINST:
            return None
        marker = marker_of(sheet, head)
        infinitive = marker is not None and sheet.words[marker] == "to"
        if infinitive or sheet.words[head].startswith(_NOT_THEIR_OWN):
            return None
        return speaker_of_verb(sheet, head)
    for child in children:
        if sheet.relations[child] in ("compound", "amod") and sheet.tags[child] == "PROPN":
            return child
    return None


def addressee_of(sheet: Sheet, verb: int) -> int | None:
    """The head of the noun phrase spoken to: an indirect object, or "to …" after the verb."""
    for child in sheet.children[verb]:
        if child <= verb:
            continue
        relation = sheet.relations[child]
        if relation == "iobj":
            return child
        if relation == "obl":
            marker = marker_of(sheet, child)
            if marker is not None and sheet.words[marker] == "to":
                return child
    return None
