"""What follows a cue, and how far: clause, infinitive, object or prepositional phrase.

The frame names what the content is made of, as the codebook's cues list it: `that` a finite
clause, `to do` an infinitive, `doing` a gerund, `thing` a noun phrase, `so` what somebody is
called, `someone to do` an object with an infinitive, or a preposition (`for`: "called for").
Which later parts of the sentence still belong to the content was counted on PolNeAR's training
part; run `benchmarks/statements.py` again when the lists below change.
"""

from dataclasses import dataclass

from pourparler.readings.statements.nounphrases import first_noun_phrase
from pourparler.readings.statements.sheet import Sheet

CLAUSES = frozenset(["ccomp", "xcomp", "advcl", "parataxis", "csubj"])
_CLAUSE_MARKS = frozenset(["that", "whether", "if"])
_ADVERBIAL_MARKS = frozenset(["that", "whether"])
_SETTING_OFF = frozenset([",", "-", "–", "—", "--", ";", ":", "("])
_LEAVES = frozenset(
    ["after", "while", "although", "though", "because", "when", "before", "since", "during"]
)
_TIMES = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
        "morning",
        "afternoon",
        "evening",
        "night",
        "week",
        "month",
        "year",
        "weekend",
        "statement",
        "interview",
        "earlier",
        "later",
        "recently",
        "interviews",
        "statements",
        "remarks",
        "briefing",
        "conference",
    ]
)


_SUBJECTS = frozenset(["he", "she", "they", "it", "we", "i"])
_WHOM = frozenset(["DET", "ADJ", "NOUN", "PROPN", "NUM"])
_CALLED = frozenset(["on", "upon", "for"])
PRESENT = frozenset(["VBZ", "VBP"])
"""Headlines and leads tell in the present, and a time in them is mostly of what is said."""
_OPENING = frozenset(["DET", "PRON", "PROPN"])
_NOMINAL = frozenset(["NOUN", "PROPN", "PRON"])
_REASONS = frozenset(["ground", "grounds", "basis", "condition", "pretext", "assumption"])
_FARTHEST_THAT = 12
_LONGEST_ASIDE = 20
_FARTHEST_VERB = 30


@dataclass(frozen=True, slots=True)
class Complement:
    """A dependent of the cue that may hold the content.

    `first` is its first content token, `head` its head, `frame` what it is. `object` is the
    object before it ("told *reporters* that"), an addressee where the cue takes one.
    """

    frame: str
    head: int
    first: int
    object: int | None = None


def find_complements(sheet: Sheet, cue: int) -> list[Complement]:
    """The dependents after the cue that may hold its content, in text order."""
    found: list[Complement] = []
    known: int | None = None
    if is_misread(sheet, cue):
        return [Complement("thing", sheet.heads[cue], cue + 1)]
    for child in sheet.children[cue]:
        if child <= cue or sheet.tags[child] in ("PUNCT", "SPACE"):
            continue
        relation = sheet.relations[child].partition(":")[0]
        marker = marker_of(sheet, child)
        first = sheet.edges[child][0]
        if relation in ("obj", "iobj"):
            found.append(Complement("thing", child, first, known))
            known = child if known is None else known
        elif relation in CLAUSES:
            frame = _clause_frame(sheet, child, relation, marker, known)
            whom = _called_on(sheet, found[-1], first) if frame == "to do" and found else None
            if whom is not None:
                found.append(Complement("someone to do", child, first, whom))
            elif frame:
                found.append(Complement(frame, child, first, known))
        elif _is_prepositional(sheet, child, relation) and marker is not None:
            prefix = "" if known is None else "thing "
            found.append(Complement(prefix + sheet.words[marker], child, marker + 1, known))
            called = known is None and sheet.words[marker] in _CALLED
            asked = _asked_of(sheet, child) if called else None
            if asked is not None:
                found.append(Complement("someone to do", asked, sheet.edges[asked][0], child))
    return found


def _called_on(sheet: Sheet, before: Complement, first: int) -> int | None:
    """Who is to do it, where a preposition names him right before ("called on Norland to …")."""
    whom = before.head
    right_before = sheet.edges[whom][1] == first - 1
    return whom if before.frame in _CALLED and right_before else None


def _asked_of(sheet: Sheet, whom: int) -> int | None:
    """What he is to do, where the parse has it as his attribute."""
    for child in sheet.children[whom]:
        marker = marker_of(sheet, child)
        if child > whom and sheet.relations[child] == "acl" and marker is not None:
            return child if sheet.words[marker] == "to" else None
    return None


def is_misread(sheet: Sheet, verb: int) -> bool:
    """Whether a finite verb was taken for an attribute of its object ("the ministry welcomed
    recent statements"): a noun right before it is its subject."""
    return (
        sheet.relations[verb] in ("amod", "compound")
        and sheet.heads[verb] > verb > 0
        and sheet.tags[verb - 1] in _NOMINAL
        and sheet.tags[verb] == "VERB"
    )


def marked_clause(sheet: Sheet, cue: int) -> Complement | None:
    """A clause that "that" announces, where the parse has it otherwise.

    Between the cue and "that" may stand to whom, when and where ("mentioned in Kazan that …"),
    no verb and no stop; behind it there must be a verb.
    """
    end = sheet.sentences[cue][1]
    aside = _after_aside(sheet, cue, end)
    if aside is not None:
        return Complement("that", aside, aside)
    for index in range(cue + 1, min(end - 2, cue + _FARTHEST_THAT)):
        tag = sheet.tags[index]
        if sheet.words[index] == "that" and (tag != "PRON" or sheet.relations[index] == "mark"):
            following = range(index + 1, min(end, index + _FARTHEST_VERB))
            verb = next((at for at in following if sheet.tags[at] in ("VERB", "AUX")), None)
            announces = index == cue + 1 or tag == "SCONJ" or sheet.tags[index + 1] in _OPENING
            if verb is None or not announces or sheet.words[index - 1] in _REASONS:
                return None
            return Complement("that", index, index)
        if tag in ("VERB", "AUX", "SPACE", "SCONJ") or sheet.words[index] in _SETTING_OFF:
            return None
    return None


def behind_addressee(sheet: Sheet, cue: int, complement: Complement) -> Complement:
    """The clause without whom it is told to, where the parse has that in it ("told the press
    *he would leave*", "told Norland *that talks failed*")."""
    first = complement.first
    whom: int | None = complement.object
    if complement.frame not in ("that", "clause", "thing"):
        return complement
    start = cue + 1
    end = min(sheet.sentences[cue][1], start + _FARTHEST_THAT)
    for index in range(start, end):
        word, tag = sheet.words[index], sheet.tags[index]
        clause = word == "that" or (tag == "PRON" and word in _SUBJECTS)
        if clause and index > start:
            whom = first_noun_phrase(sheet, start, index) if whom is None else whom
            if complement.frame == "thing" and index + 1 < sheet.size:
                heads = sheet.tags[index + 1 : min(end + 6, sheet.size)]
                if "VERB" not in heads and "AUX" not in heads:
                    break
            return Complement("that", complement.head, max(index, first), whom)
        named = sheet.text[sheet.starts[index]].isupper()
        if tag not in _WHOM and not named and word not in ("of", "'s", "’s"):
            break
    return complement


def _after_aside(sheet: Sheet, cue: int, end: int) -> int | None:
    """The "that" after an aside between commas: "proposed, as the talks ended, that …"."""
    if cue + 1 >= end or sheet.words[cue + 1] != ",":
        return None
    for index in range(cue + 2, min(end - 2, cue + _LONGEST_ASIDE)):
        if sheet.words[index] == ",":
            follows = sheet.words[index + 1] == "that" and sheet.tags[index + 1] == "SCONJ"
            return index + 1 if follows else None
    return None


def _is_prepositional(sheet: Sheet, child: int, relation: str) -> bool:
    return relation in ("obl", "nmod") and sheet.relations[child] != "obl:agent"


def marker_of(sheet: Sheet, head: int) -> int | None:
    """The preposition or conjunction that introduces the phrase of `head`."""
    for child in sheet.children[head]:
        if child >= head:
            return None
        if sheet.relations[child] in ("case", "mark"):
            return child
    return None


def _clause_frame(
    sheet: Sheet, head: int, relation: str, marker: int | None, known: int | None
) -> str | None:
    mark = sheet.words[marker] if marker is not None else ""
    if mark == "to" and relation in ("xcomp", "ccomp", "advcl"):
        return "to do" if known is None else "someone to do"
    if relation == "ccomp" or (relation in ("advcl", "csubj") and mark in _ADVERBIAL_MARKS):
        return "that" if mark in _CLAUSE_MARKS or _is_finite(sheet, head) else "clause"
    if relation == "parataxis" and sheet.words[sheet.edges[head][0]] in ("that", ":"):
        return "parataxis"
    if relation == "xcomp":
        name = "doing" if sheet.words[head].endswith("ing") else "so"
        return name if known is None else f"someone {name}"
    return None


def _is_finite(sheet: Sheet, head: int) -> bool:
    return any(
        sheet.relations[child].startswith(("nsubj", "csubj", "expl"))
        for child in sheet.children[head]
    )


def last_token(sheet: Sheet, cue: int, complement: Complement) -> int:
    """The last token of the content that begins with `complement`.

    Later dependents of the cue belong to it until one is set off: a clause of the reporter's
    own ("while …"), a time, another verb the speaker is the subject of.
    """
    last = sheet.edges[complement.head][1]
    for child in sheet.children[cue]:
        if child <= complement.head or sheet.tags[child] == "PUNCT":
            continue
        if not _belongs(sheet, child, complement):
            break
        last = max(last, sheet.edges[child][1])
    return last


def _belongs(sheet: Sheet, child: int, complement: Complement) -> bool:
    relation = sheet.relations[child].partition(":")[0]
    first = sheet.edges[child][0]
    set_off = sheet.words[first] in _SETTING_OFF or sheet.words[first - 1] in _SETTING_OFF
    marker = marker_of(sheet, child)
    mark = sheet.words[marker] if marker is not None else ""
    if relation in ("ccomp", "xcomp", "obj"):
        return True
    if relation == "conj" and mark == "to":
        return complement.frame.endswith("to do")  # "agree to meet, and *to work* for peace"
    if relation == "conj":
        return complement.frame == "that" and not set_off and _is_finite(sheet, child)
    if relation == "parataxis" or (set_off and relation == "advcl"):
        return False
    if relation == "advcl":
        return mark not in _LEAVES and bool(mark)
    if relation in ("obl", "advmod"):
        reporters = is_time(sheet, child) and sheet.forms[sheet.heads[child]] not in PRESENT
        return mark not in _LEAVES and not reporters and not set_off
    return not set_off and relation not in ("dep", "nsubj", "punct", "discourse")


def is_time(sheet: Sheet, head: int) -> bool:
    """Whether the phrase tells when or at what occasion something was said."""
    return sheet.words[head] in _TIMES
