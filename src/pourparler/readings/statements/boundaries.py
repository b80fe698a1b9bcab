"""Where a content ends that the parse cut short.

A content runs to a comma or stop far more often than it ends between two words, so words that
follow directly belong to it, but for those that open a clause or time of the reporter's own.
Which words after a comma go on with a clause was counted on PolNeAR's training part.
"""

from collections.abc import Container

from pourparler.readings.statements.complements import PRESENT, is_time
from pourparler.readings.statements.joined import is_speakers_next, opens_report
from pourparler.readings.statements.sheet import Sheet
from pourparler.readings.statements.stretch import LONGEST

_MARKS = frozenset(
    ['"', "“", "”", "''", "``", "«", "»", "‘", "’", "(", ")", "[", "]", "-", "/", "$"]
)
_LEAVES = frozenset(["after", "while", "during", "before", "when", "although", "though"])
_JOINS = frozenset(["and", "but", "because", "or", "nor"])
_GOES_ON = frozenset(
    ["and", "but", "or", "nor", "because", "as", "in", "since", "that", "if", "so"]
)
_GIVES_EXAMPLES = frozenset(["including", "such", "like", "especially", "namely"])
SHOWING = frozenset(
    ["indicating", "showing", "suggesting", "signaling", "signalling", "reflecting"]
)
"""What things do rather than persons: "signals, indicating readiness" is all one object."""

_AHEAD = frozenset(["next", "coming", "following"])
_LEADS_TO_TIME = frozenset(["on", "in", "at", "early", "earlier", "late", "later", "last", "this"])
_SPEAKERS_OWN = frozenset(
    [
        "accusing",
        "calling",
        "citing",
        "condemning",
        "criticising",
        "criticizing",
        "demanding",
        "denouncing",
        "describing",
        "dismissing",
        "expressing",
        "hailing",
        "pledging",
        "praising",
        "rejecting",
        "threatening",
        "urging",
        "vowing",
        "warning",
    ]
)
"""What somebody goes on to do in speaking, rather than what he tells of."""

_ABOUT = frozenset(["regarding", "concerning", "considering", "including"])
_LEADING_TO = frozenset(["prompting", "leading", "causing", "sparking", "triggering", "forcing"])
"""What came of its being said."""

_OPENS_NEXT = frozenset([",", "and", "but"])
_TELLS = frozenset(["that", ":"])
_FINITE = frozenset(["VBZ", "VBD", "VBP"])
_SUBJECTS = frozenset(["he", "she", "they", "it", "who", "which", "i", "we"])
_LONGEST_LIST = 30
_LONGEST_TAG = 7
_LONGEST_CLIMB = 6
_WITHIN = frozenset(["acl", "acl:relcl", "amod", "nsubj", "nsubj:pass"])
_GOES_ON_TAGS = frozenset(["ADV", "AUX", "PART"])


def run_on(
    sheet: Sheet, cue: int, last: int, end: int, verbs: Container[str], *, clause: bool
) -> int:
    """The last token of a content that the parse ends at `last`; `end` is the sentence's.

    Words that govern the `cue` are the reporter's own. `clause` holds for a finite clause, which
    goes on over "and", "but" and some commas, but not over "and promised": `verbs` are the forms
    of the cues.
    """
    at, end = last + 1, min(end, last + LONGEST)
    above: frozenset[int] = frozenset() if clause else _governors(sheet, cue)
    while at < end:
        word, tag = sheet.words[at], sheet.tags[at]
        if tag == "SPACE" or at in above or (sheet.heads[at] in above and tag == "AUX"):
            break
        if tag == "PUNCT" or word in _MARKS:
            if word not in _MARKS and not (word == "," and _goes_on(sheet, at, end, clause)):
                break
            if word == "-" and sheet.starts[at] > sheet.ends[at - 1]:
                break
        elif is_time(sheet, at):
            if sheet.forms[cue] not in PRESENT and not _is_ahead(sheet, at, last):
                return _without_lead(sheet, at, last)
            last = at
        elif (
            word in _LEAVES
            or (word in _JOINS and not clause and not _is_list(sheet, at, end))
            or (word in _JOINS and at + 1 < end and sheet.words[at + 1] in verbs)
        ):
            break
        else:
            last = at
        at += 1
    return last


def _is_ahead(sheet: Sheet, time: int, last: int) -> bool:
    """Whether the time is one to come, and so of what is said ("will leave early *next year*")."""
    before = sheet.words[time - 1]
    return last == time - 1 and (before in _AHEAD or sheet.words[time] == "tomorrow")


def _without_lead(sheet: Sheet, time: int, last: int) -> int:
    """The last token before the words that lead to the time ("early this", "on")."""
    if last != time - 1:
        return last
    while last > 0 and sheet.words[last] in _LEADS_TO_TIME:
        last -= 1
    return last


def before_next(
    sheet: Sheet, cue: int, first: int, last: int, verbs: Container[str], *, clause: bool
) -> int:
    """The last token before another cue of the same speaker ("…, adding", "… and states that")."""
    last = _before_tag(sheet, first, last, verbs)
    for index in range(first + 1, min(last, first + LONGEST)):
        word = sheet.words[index]
        sets_scene = word in _LEAVES or (word == "as" and _is_beside(sheet, index))
        if not clause and sets_scene and sheet.relations[index] == "mark":
            return index - 1
        if word == "with" and _has_teller(sheet, index, verbs):
            return index - 1
        if word not in _OPENS_NEXT:
            continue
        following = sheet.words[index + 1]
        if word in ("and", "but") and opens_report(sheet, index, verbs):
            return index - 1
        if word == "," and _leads_on(sheet, index):
            return index - 1
        if word == "," and (following == "while" or (not clause and following == "with")):
            return index - 1
        at = index + 1
        while at < last and (sheet.tags[at] == "ADV" or sheet.words[at] in _MARKS):
            at += 1
        if word != "," and is_speakers_next(sheet, cue, at, verbs, clause=clause):
            return _with_mark(sheet, index, at)
        if at >= last or sheet.tags[at] != "VERB":
            continue
        if sheet.words[at] not in verbs:
            continue
        told = sheet.words[at + 1] in _TELLS or sheet.words[at + 1] in _MARKS
        if sheet.words[at].endswith("ing"):
            own = told or not clause or sheet.words[at] in _SPEAKERS_OWN
            if word == "," and own and sheet.words[at] not in SHOWING:
                return index - 1
        elif (told or (not clause and word != ",")) and _is_alike(sheet, cue, at):
            return _with_mark(sheet, index, at)
    return last


def _leads_on(sheet: Sheet, comma: int) -> bool:
    """Whether it is told what came of it (", prompting the council to resign")."""
    at = comma + 1
    while sheet.tags[at] == "ADV" and at + 1 < sheet.size:
        at += 1
    return sheet.words[at] in _LEADING_TO


def _has_teller(sheet: Sheet, link: int, verbs: Container[str]) -> bool:
    """Whether another speaks from here on ("… with Brandt vowing to leave")."""
    for at in range(link + 2, min(sheet.size, link + _LONGEST_TAG)):
        if sheet.words[at] in _ABOUT:
            return False
        if sheet.forms[at] == "VBG" and sheet.words[at] in verbs:
            return sheet.tags[at - 1] in ("PROPN", "NOUN")
        if sheet.tags[at] in ("PUNCT", "VERB", "AUX", "ADP"):
            return False
    return False


def _is_beside(sheet: Sheet, link: int) -> bool:
    """Whether "as" opens what somebody else does meanwhile ("vows to help *as Brandt leaves*")."""
    if sheet.words[link - 1] == ",":
        return True
    verb = sheet.heads[link]
    return sheet.forms[verb] in _FINITE and any(
        sheet.relations[child] == "nsubj" and sheet.doc[child].ent_type_
        for child in sheet.children[verb]
    )


def _before_tag(sheet: Sheet, first: int, last: int, verbs: Container[str]) -> int:
    """The last token before the words that say who reports it all (", the Gazette reports")."""
    if sheet.words[last] not in verbs or sheet.forms[last] not in _FINITE:
        return last
    for index in range(last - 1, max(first, last - _LONGEST_TAG), -1):
        if sheet.words[index] == ",":
            return index - 1 if index < last - 1 else last
        if sheet.tags[index] not in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"):
            break
    return last


def _with_mark(sheet: Sheet, index: int, verb: int) -> int:
    """The last token before a comma or "and", and the quotation mark right behind it."""
    return index + 1 if index + 1 < verb and sheet.words[index + 1] in _MARKS else index - 1


def _is_alike(sheet: Sheet, cue: int, verb: int) -> bool:
    """Whether both are finite, in one form: "calls" and "states", "called" and "stated".

    Taggers take "they say" for an infinitive now and then.
    """
    form = sheet.forms[verb]
    if sheet.forms[cue] == "VBP" and form == "VB":
        return sheet.words[verb - 1] != "to"
    return form == sheet.forms[cue] and form in _FINITE


def _governors(sheet: Sheet, cue: int) -> frozenset[int]:
    """The words after it that a cue within a noun phrase depends on ("the men *backing* it
    *left*")."""
    found: list[int] = []
    if sheet.relations[cue] not in _WITHIN:
        return frozenset()
    at = cue
    for _ in range(_LONGEST_CLIMB):
        at = sheet.heads[at]
        if at > cue:
            found.append(at)
    return frozenset(found)


def _goes_on(sheet: Sheet, comma: int, end: int, clause: bool) -> bool:
    following = comma + 1
    if following >= end:
        return False
    word, tag = sheet.words[following], sheet.tags[following]
    if word in _GIVES_EXAMPLES or word in SHOWING or _is_list(sheet, following, end):
        return True
    if not clause:
        return False
    return word in _GOES_ON or word in _MARKS or tag in _GOES_ON_TAGS


def _is_list(sheet: Sheet, first: int, end: int) -> bool:
    """Whether a comma goes on with a list ("refugees, trade, and the border")."""
    joined = False
    for index in range(first, min(end, first + _LONGEST_LIST)):
        tag, word = sheet.tags[index], sheet.words[index]
        if sheet.relations[index] == "amod":
            continue  # "and *renewed* talks"
        if tag in ("VERB", "AUX", "SCONJ", "SPACE") or word in _SUBJECTS:
            return False
        if word in ("and", "or"):
            if index > first:
                after = min(index + 1, end - 1)
                attribute = sheet.relations[after] == "amod"
                return attribute or sheet.tags[after] not in ("VERB", "AUX", "PRON", "ADV")
            joined = True
        elif joined and tag == "PUNCT":
            return True
    return joined
