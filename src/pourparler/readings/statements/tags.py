"""Tags: the reporter's "the minister said" set beside or into what was said, without marks."""

from dataclasses import dataclass

from pourparler.readings.statements.complements import marker_of
from pourparler.readings.statements.nounphrases import NOMINAL, first_noun_phrase
from pourparler.readings.statements.sheet import Sheet
from pourparler.readings.statements.stretch import LONGEST, stretch

_LEFT = frozenset([",", "-", "–", "—", "--", '"', "”", "''", "’", "?", "!"])
_RIGHT = frozenset([",", ".", ";", "-", "–", "—", "--", ":"])
_DASHES = frozenset([",", "-", "–", "—", "--"])
_REPORTERS_OWN = frozenset(
    [
        "adding",
        "who",
        "which",
        "after",
        "when",
        "as",
        "while",
        "in",
        "at",
        "during",
        "whose",
        "though",
        "although",
        "before",
    ]
)
_GOES_ON = frozenset(["and", "but", "or", "because", "since", "if", "so", "that", "not"])
_FRONTED = frozenset(["ccomp", "parataxis", "dep", "csubj", "obj"])
_RELATIVE = frozenset(["who", "which", "that"])
_DEMANDS = frozenset(["must", "should", "ought"])
_LONGEST_NAME = 14
_LONGEST_HEADING = 8


@dataclass(frozen=True, slots=True)
class Tag:
    """Tokens `first` to `last` (inclusive): who said it, the verb, and when and to whom."""

    first: int
    last: int
    speaker: int
    closed: bool


def find_tag(sheet: Sheet, verb: int, speaker: int | None) -> Tag | None:
    """The tag the verb stands in, None where it does not close what was said."""
    if sheet.words[verb].endswith("ing") or sheet.relations[verb] in ("acl", "amod", "compound"):
        return None
    before = {sheet.words[child] for child in sheet.children[verb] if child < verb}
    if "to" in before or (sheet.relations[verb] == "acl:relcl" and before & _RELATIVE):
        return None
    sentence_first, sentence_end = sheet.sentences[verb]
    found = _subject_first(sheet, verb, speaker, sentence_first)
    if found is None:
        found = _verb_first(sheet, verb, sentence_first, sentence_end)
    if found is None:
        return None
    first, last, head = found
    if sheet.words[head] in _RELATIVE:
        return None
    if first <= sentence_first or not _is_set_off(sheet, first):
        return None
    last, closed = _rest(sheet, verb, last, sentence_end)
    tag = Tag(first, last, head, closed)
    if _is_fronted(sheet, verb, first) or (closed and _stands_alone(sheet, sentence_first, first)):
        return tag
    return None


def _is_set_off(sheet: Sheet, first: int) -> bool:
    """Whether a mark stands before it; a hyphen within a word (`Asia-Pacific`) is none."""
    mark = first - 1
    hyphen = sheet.words[mark] == "-" and sheet.ends[mark] == sheet.starts[first]
    return sheet.words[mark] in _LEFT and not (
        hyphen and sheet.ends[mark - 1] == sheet.starts[mark]
    )


def around(sheet: Sheet, verb: int, tag: Tag) -> list[tuple[int, int]]:
    """The content before the tag and, where the sentence goes on with it, after."""
    sentence_first, sentence_end = sheet.sentences[verb]
    before = stretch(sheet, _behind_heading(sheet, sentence_first, tag.first), tag.first - 1)
    if before is None:
        return []
    resume = tag.last + 2
    if resume < sentence_end and sheet.words[resume - 1] in _DASHES:
        word = sheet.words[resume]
        conjoined = (
            word in ("and", "but") and sheet.tags[min(resume + 1, sentence_end - 1)] == "VERB"
        )
        if _resumes(sheet, resume, sentence_end) and not conjoined:
            after = stretch(sheet, resume, sentence_end - 1)
            if after is not None:
                return [before, after]
    return [before]


def _behind_heading(sheet: Sheet, first: int, end: int) -> int:
    """The first token behind a heading, which nobody says ("Norland talks: …, Brandt said")."""
    for index in range(first, min(end, first + _LONGEST_HEADING)):
        if sheet.words[index] == ":":
            return index + 1
        if sheet.tags[index] not in ("PROPN", "ADJ", "NOUN", "ADP", "NUM"):
            break
    return first


def demand_after(sheet: Sheet, cue_last: int) -> tuple[int, int] | None:
    """What goes on after a tag as a demand of the speaker's: "…," he said, but they must go."""
    sentence_end = sheet.sentences[cue_last][1]
    comma, link = cue_last + 1, cue_last + 2
    if link + 2 >= sentence_end or sheet.words[comma] != ",":
        return None
    if sheet.words[link] not in ("but", "and") or sheet.tags[link + 1] not in NOMINAL | {"DET"}:
        return None
    for at in range(link + 1, min(sentence_end, link + _LONGEST_NAME)):
        if sheet.words[at] in _DEMANDS and sheet.tags[at] == "AUX":
            return stretch(sheet, link, sentence_end - 1)
        if sheet.tags[at] in ("VERB", "AUX", "PUNCT", "SCONJ"):
            return None
    return None


def _resumes(sheet: Sheet, first: int, end: int) -> bool:
    """Whether what was said goes on after the tag: "…, he said, was ready"."""
    word, tag = sheet.words[first], sheet.tags[first]
    if word in _REPORTERS_OWN or word.endswith("ing"):
        return False
    if tag not in ("VERB", "AUX", "ADV", "PART", "PRON") and word not in _GOES_ON:
        return False
    return any(sheet.tags[at] in ("VERB", "AUX") for at in range(first, min(end, first + 40)))


def _subject_first(
    sheet: Sheet, verb: int, speaker: int | None, sentence_first: int
) -> tuple[int, int, int] | None:
    """ "…, the minister said": from the subject's first token to the verb."""
    if speaker is not None and speaker < verb and sheet.heads[speaker] == verb:
        first = sheet.edges[speaker][0]
        while first < speaker and sheet.tags[first] in ("PUNCT", "CCONJ", "SPACE"):
            first += 1
        return first, verb, speaker
    at = verb - 1
    while at > sentence_first and sheet.tags[at] in ("AUX", "ADV"):
        at -= 1
    first = at + 1
    while first > max(sentence_first, verb - _LONGEST_NAME):
        if sheet.tags[first - 1] in ("VERB", "AUX", "PUNCT", "SCONJ", "SPACE"):
            break
        first -= 1
    head = first_noun_phrase(sheet, first, verb) if first <= at else None
    return None if head is None else (first, verb, head)


def _verb_first(
    sheet: Sheet, verb: int, sentence_first: int, sentence_end: int
) -> tuple[int, int, int] | None:
    """ "…, said the minister": from the verb to the end of the noun phrase."""
    if verb - 1 <= sentence_first or sheet.words[verb - 1] not in _LEFT:
        return None
    head = first_noun_phrase(sheet, verb + 1, min(sentence_end, verb + _LONGEST_NAME))
    if head is None or sheet.relations[head] not in ("nsubj", "obj", "nsubj:pass", "dep"):
        return None
    return verb, max(head, min(sheet.edges[head][1], sentence_end - 1)), head


def _rest(sheet: Sheet, verb: int, last: int, sentence_end: int) -> tuple[int, bool]:
    """The tag's last token ("… said on Monday"), and whether it ends at a stop or comma."""
    at = last + 1
    while at < sentence_end and (
        sheet.tags[at] not in ("PUNCT", "VERB", "AUX", "SCONJ", "SPACE")
        or sheet.relations[at] == "acl"
    ):
        at += 1
    if at == sentence_end or sheet.tags[at] == "SPACE" or sheet.words[at] in _RIGHT:
        return at - 1, True
    return last, False


def _is_fronted(sheet: Sheet, verb: int, first: int) -> bool:
    """Whether the parse has the words before the tag as what was said, not as its setting."""
    head, relation = sheet.heads[verb], sheet.relations[verb].partition(":")[0]
    if head != verb and relation in ("parataxis", "dep", "ccomp", "conj", "acl", "discourse"):
        return head < first or relation in ("parataxis", "dep", "discourse")
    if relation == "advcl" and head < first and marker_of(sheet, verb) is None:
        return True
    return any(
        sheet.relations[child].partition(":")[0] in _FRONTED
        for child in sheet.children[verb]
        if child < first
    )


def _stands_alone(sheet: Sheet, first: int, end: int) -> bool:
    """Whether the words before the tag are a clause and not the setting of another."""
    if end - first > LONGEST:
        return False
    verbs = sum(sheet.tags[index] in ("VERB", "AUX") for index in range(first, end))
    setting = sheet.tags[first] in ("SCONJ", "ADP") or sheet.words[first].endswith(("ing", "ed"))
    nominal = any(sheet.tags[index] in NOMINAL for index in range(first, end))
    return nominal and verbs > (2 if setting else 0)
