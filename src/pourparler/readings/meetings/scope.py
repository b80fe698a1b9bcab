"""The words that tell a meeting: a verb (met), or a noun (the summit) with the verb over it."""

from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.codebook import MeetingWords
from pourparler.readings.events.tree import Tree
from pourparler.readings.page import Page

_UP = frozenset(("nmod", "obj", "obl", "nsubj", "nsubj:pass", "conj", "compound", "appos", "root",
                 "xcomp", "ccomp", "obl:agent", "parataxis", "iobj", "obl:unmarked",
                 "advcl"))  # fmt: skip
_VERBAL = frozenset(("VERB", "AUX"))
_NOMINAL = frozenset(("NOUN", "PROPN"))
_CLIMB = 4
_FARTHEST = 60
_OVER = frozenset(("", "of", "in", "at", "on", "to", "for", "with", "from"))
_COUNTED = frozenset(("meeting", "session", "call", "summit", "round"))
_GATHERING = frozenset(("gather", "assemble"))
_DELEGATES = frozenset(("leader", "minister", "president", "delegation", "delegate", "envoy",
                        "negotiator", "representative", "diplomat"))  # fmt: skip
_ENDINGS = ("", "s", "es", "ed", "d")
_VOTING = frozenset(("candidate", "election", "voter", "ballot", "runoff", "run-off", "poll"))
_PARLIAMENTS = frozenset(("parliament", "congress", "legislature", "senate", "house", "knesset"))
_HYPHENS = frozenset(("-", "–", "—", "‑"))
ATTENDING = frozenset(("attend", "join", "participate", "partake", "travel", "go", "come"))
_WITHIN = frozenset(("amod", "compound"))
_EXPECTED = frozenset(("expect", "schedule", "plan", "set", "slate", "due"))
# What is done in answer to a meeting is another thing than the meeting.
_ANSWERS = frozenset(("response", "reaction", "reply", "answer", "retaliation", "protest"))
_HEIGHTS = frozenset(("mount", "mt", "mountain", "peak", "hill", "volcano"))


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a meeting is told.

    `noun` is the meeting noun (None where a verb tells it), `top` the outermost noun it belongs
    to ("a series of meetings"), `verb` the verb over it, or the telling verb itself. `beside`
    holds where that verb is of something else ("ahead of the summit, the minister said …"),
    `hidden` where the parse took the verb for a noun ("A and B hold talks"), `press` where it is
    a conference for reporters.
    """

    noun: int | None
    top: int | None
    verb: int | None
    several: bool = False
    beside: bool = False
    hidden: bool = False
    press: bool = False

    @property
    def head(self) -> int:
        """The token that tells the meeting."""
        return self.noun if self.noun is not None else self.verb or 0

    def own(self, tree: Tree, words: MeetingWords) -> Iterator[int]:
        """The words after the meeting's, up to the next clause."""
        end = min(tree.sentence(self.head)[1], self.head + _FARTHEST)
        for at in range(self.head + 1, end):
            told = at == self.verb or tree.lemmas[at] in words.single["holding"]
            joint = tree.poses[at] in ("SCONJ", "PART") and tree.tags[at] != "POS"
            if joint or tree.tags[at] in ("WP", "WDT", "WRB"):
                return
            verbal = tree.poses[at] in ("VERB", "AUX") and tree.lemmas[at] != "be"
            if verbal and not told and not _is_part_of_a_name(tree, at):
                return
            yield at


def hosts(scope: Scope) -> list[int]:
    """The words whose places and times are the meeting's."""
    verb = None if scope.beside else scope.verb
    return [at for at in dict.fromkeys((scope.noun, scope.top, verb)) if at is not None]


def carriers(tree: Tree, scope: Scope, words: MeetingWords) -> list[int]:
    """The clauses on the noun that tell of its being held: `to be held in Oslo`, `scheduled to
    take place in Oslo`, `hosted by Norway in Oslo`."""
    clauses = [kid for at in nouns(scope) for kid in tree.kids(at, "acl", "acl:relcl")]
    ahead = announced(tree, scope, words)
    if ahead is not None:
        clauses.append(ahead)
    told = [at for clause in clauses for at in (clause, *tree.kids(clause, "xcomp"))]
    carrying = words.single["carrying"] | words.single["hosting"] | {"take", "occur", "convene"}
    return [at for at in dict.fromkeys(told) if tree.lemmas[at] in carrying]


def announced(tree: Tree, scope: Scope, words: MeetingWords) -> int | None:
    """The participle after the meeting's phrase that says it is still to be, whatever the parse
    hangs it on: `arrives for talks with Norway, expected to start on Thursday`."""
    if scope.noun is None:
        return None
    at = participle_after(tree, scope.noun)
    if at is None or tree.lemmas[at] not in _EXPECTED:
        return None
    aim = tree.child(at, "xcomp")
    carrying = words.single["carrying"] | {"take", "occur", "last"}
    return at if aim is not None and tree.lemmas[aim] in carrying else None


def participle_after(tree: Tree, noun: int) -> int | None:
    """The participle behind a comma that follows the noun's phrase: `talks with Norway, expected
    to …`, `a meeting in Oslo, mediated by …`."""
    for at in range(noun + 1, tree.sentence(noun)[1]):
        if tree.tags[at] == "VBN" or tree.lemmas[at] == "due":
            behind = tree.doc[at - 1].text == "," and not tree.kids(at, "aux", "aux:pass")
            if behind or tree.relations[at] not in _WITHIN:
                return at if behind else None
        elif tree.poses[at] in _VERBAL and not _is_part_of_a_name(tree, at):
            return None
    return None


def is_particle(tree: Tree, at: int) -> bool:
    """Whether the preposition of a phrase is the verb's own: `is calling off the summit`."""
    case = tree.child(at, "case")
    alone = len(tree.cases(at)) == 1  # "pulls out of a meeting" is none
    return alone and case == tree.heads[at] + 1 and tree.lemmas[case] in ("off", "back", "out")


def nouns(scope: Scope) -> list[int]:
    """The nouns that tell the meeting, each once."""
    return [at for at in dict.fromkeys((scope.noun, scope.top)) if at is not None]


def scopes(tree: Tree, page: Page) -> Iterator[Scope]:
    """Each telling of a meeting, in text order."""
    words = page.codebook.meetings
    for index, lemma in enumerate(tree.lemmas):
        pos = tree.poses[index]
        if lemma in words.single["nouns"] and (
            pos in _NOMINAL
            or (pos == "VERB" and tree.tags[index] == "NN")
            or _verb_before(tree, index, words) is not None
        ):
            if not _is_part(tree, index, words):
                yield _noun_scope(tree, index, words)
        elif pos in _VERBAL and _tells(tree, index, page) and not _is_border(tree, index):
            yield Scope(None, None, index)


def _is_part(tree: Tree, index: int, words: MeetingWords) -> bool:
    """Whether the noun is part of a longer one that says what it is (the summit declaration),
    tells a demand (a call for), or names the top of a mountain."""
    verbal = tree.poses[tree.heads[index]] in _VERBAL
    if tree.relations[index] in ("compound", "amod", "flat") and not verbal:
        return _verb_before(tree, index, words) is None
    after = tree.lemmas[index + 1 : index + 4]
    if tree.lemmas[index] == "call" and _is_appeal(tree, index):
        return True
    if tree.lemmas[index] == "round" and any(
        cases[0] == "of" and tree.lemmas[kid] not in words.single["nouns"]
        for cases, kid in tree.obliques(index)
    ):
        return True  # of elections, of a cup
    if tree.lemmas[index] == "round" and _VOTING & set(tree.lemmas[slice(*tree.sentence(index))]):
        return True
    if tree.lemmas[index] == "session" and any(
        tree.lemmas[kid] in _PARLIAMENTS for _, kid in tree.obliques(index)
    ):
        return True
    if tree.lemmas[index] == "summit" and after[:1] == ["of"] and set(after) & _HEIGHTS:
        return True
    if tree.relations[index] != "nmod":
        return False
    over = tree.heads[index]
    # "the Code for Encounters at Sea" is one name
    named = bool(tree.names[index]) and tree.names[over] == tree.names[index]
    inside = named and over < index and tree.cases(index)[:1] == ("for",)
    return inside or tree.lemmas[over] in words.single["belonging"]


def _is_appeal(tree: Tree, call: int) -> bool:
    """Whether something is called for: `a call for a vote`, `calls from Norway for a vote`."""
    if tree.lemmas[call + 1 : call + 2] == ["for"]:
        return True
    said = tree.lemmas[call + 1 : call + 9]
    return said[:1] in (["from"], ["by"]) and "for" in said and not tree.kids(call, "compound")


def _tells(tree: Tree, index: int, page: Page) -> bool:
    words, lemma = page.codebook.meetings, tree.lemmas[index]
    if lemma in words.single["verbs"]:
        return not _is_sitting(tree, index)
    if lemma in words.single["receiving"]:
        guest = tree.child(index, "obj", "nsubj:pass")
        return guest is not None and _is_person(tree, guest, page)
    if lemma in _GATHERING:
        return _is_of_delegates(tree, index, words)
    phrases = [phrase for phrase in words.joint["verbs"] if phrase[0] == lemma]
    if not phrases:
        return False
    beside = {tree.lemmas[kid] for kid in tree.children[index]}
    for kid in tree.children[index]:
        beside.update(tree.lemmas[inner] for inner in tree.children[kid])
    return any(set(phrase[1:]) <= beside for phrase in phrases)


def _is_sitting(tree: Tree, verb: int) -> bool:
    """Whether a parliament meets by itself, as it does every week: `Parliament meets to vote`."""
    subject = tree.child(verb, "nsubj")
    alone = all(cases[0] != "with" for cases, _ in tree.obliques(verb))
    sits = subject is not None and tree.lemmas[subject] in _PARLIAMENTS
    return sits and alone and tree.child(verb, "obj") is None


def _is_of_delegates(tree: Tree, verb: int, words: MeetingWords) -> bool:
    """Whether those who gather do so to meet: `delegations from Norway and Sweden gather`, where
    no noun tells the meeting."""
    who = tree.child(verb, "nsubj")
    if who is None or tree.child(verb, "obj") is not None or tree.lemmas[who] not in _DELEGATES:
        return False
    return all(tree.lemmas[kid] not in words.single["nouns"] for kid in tree.children[verb])


def _is_border(tree: Tree, verb: int) -> bool:
    """Whether lands meet on the map: `the river where Norway and Sweden meet`."""
    where = any(tree.lemmas[kid] == "where" for kid in tree.kids(verb, "advmod"))
    lands = tree.kids(verb, "nsubj")
    return (
        tree.relations[verb] == "acl:relcl"
        and tree.tags[verb] in ("VBP", "VBZ")
        and where
        and bool(lands)
        and all(tree.names[kid] == "LOC" for kid in lands)
    )


def _is_person(tree: Tree, index: int, page: Page) -> bool:
    if tree.names[index] == "PER":
        return True
    return any(
        one.actor is not None and one.post is not None and one.form != "unnamed"
        for one in page.cast.at(tree.starts[index])
    )


def _noun_scope(tree: Tree, index: int, words: MeetingWords) -> Scope:
    top, several = index, tree.tags[index] == "NNS" and tree.lemmas[index] in _COUNTED
    press = tree.lemmas[index - 1] in words.single["press"] if index else False
    hidden = _verb_before(tree, index, words)
    if hidden is not None:
        return Scope(index, top, hidden, several, hidden=True, press=press)
    verb = _infinitive_before(tree, index)
    if verb is not None:
        return Scope(index, top, verb, several, press=press)
    case = tree.child(index, "case")
    # "ahead of" is no preposition to every parse
    beside = bool(case) and tree.lemmas[(case or 0) - 1] == "ahead"
    at = index
    for _ in range(_CLIMB):
        head = tree.heads[at]
        if tree.lemmas[at] == "ahead" or tree.lemmas[head] in _ANSWERS:
            beside = True
        elif tree.relations[at] not in _UP:
            break
        if head == at:
            break
        if tree.relations[at] in ("obl", "nmod", "advcl"):
            over = (tree.cases(at) or ("",))[0] in _OVER or is_particle(tree, at)
            beside = beside or not over
        if tree.poses[head] in _VERBAL or _is_verb_form(tree, head, words):
            verb = head
            break
        if tree.lemmas[head] in words.single["series"]:
            top, several = head, True
        at = head
    if verb is None:
        verb = at if tree.poses[at] == "ADJ" else _verb_after(tree, index, words)
    return Scope(index, top, verb, several, beside, press=press)


def _infinitive_before(tree: Tree, noun: int) -> int | None:
    """The infinitive whose object the parse made the subject of what follows: `a decision to
    freeze talks will be kept`."""
    verb = tree.edges(noun)[0] - 1
    if tree.relations[noun] not in ("nsubj", "nsubj:pass") or verb < 1:
        return None
    bare = tree.tags[verb] == "VB" and tree.lemmas[verb - 1] == "to"
    return verb if bare and tree.child(verb, "obj") is None else None


def _is_part_of_a_name(tree: Tree, at: int) -> bool:
    """Whether a verb is only a word of a name or title: the United Kingdom, president-elect."""
    before = tree.relations[at] in _WITHIN  # "the newly elected president"
    return bool(tree.names[at]) or before or (at > 0 and tree.doc[at - 1].text in _HYPHENS)


def _is_verb_form(tree: Tree, at: int, words: MeetingWords) -> bool:
    """Whether the word has the form of a verb of holding and stands after a noun, though taken
    for a noun itself: `A and B hold talks`, `talks between A and B end`."""
    if at == tree.sentence(at)[0]:
        return False
    if tree.poses[at] in _VERBAL and tree.relations[at] not in ("compound", "amod"):
        return False
    text = tree.doc[at].text
    if not text.islower() or tree.poses[at - 1] not in ("PROPN", "NOUN"):
        return False
    holding = words.single["carrying"]
    return any(text == f"{verb}{ending}" for verb in _stems(text) & holding for ending in _ENDINGS)


def _stems(text: str) -> set[str]:
    return {text.removesuffix(ending) for ending in _ENDINGS if text.endswith(ending)}


def _verb_before(tree: Tree, noun: int, words: MeetingWords) -> int | None:
    """The verb of holding that the parse makes part of the name of the talks, or the talks its
    verb (`A and B commence talks`)."""
    at = noun - 1
    first = max(tree.sentence(noun)[0], noun - 4)
    while at >= first:
        if _is_verb_form(tree, at, words):
            return at
        if tree.poses[at] not in ("ADJ", "NOUN", "DET", "NUM", "PROPN"):
            return None
        at -= 1
    return None


def _verb_after(tree: Tree, noun: int, words: MeetingWords) -> int | None:
    """The verb of talks that the parse took for a noun: `talks between A and B end with …`."""
    for at in range(noun + 1, min(tree.sentence(noun)[1], noun + 16)):
        if tree.poses[at] in _VERBAL:
            return None
        if tree.poses[at - 1] == "PROPN" and _is_verb_form(tree, at, words):
            return at
    return None
