"""Lemmas from a table of exceptions and the rules of English spelling.

The table is counted in treebanks: what the rules would get wrong, and the base forms that tell
`hoping` (hope) from `hopping` (hop).
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc

from pourparler.language.listing import words
from pourparler.language.treebank import Word

_VOWELS = frozenset("aeiou")
_CLOSED_SYLLABLE = re.compile("[^aeiou]{1,3}[aeiou][^aeiouwxy]")
_IRREGULAR = """
be am is are was were been being 's 're 'm|have has had having 've|do does did done doing
arise arose arisen|awake awoke awoken|bear bore borne|beat beaten|become became|begin began begun
bend bent|bet|bid|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken
breed bred|bring brought|build built|burn burnt|burst|buy bought|cast|catch caught
choose chose chosen|cling clung|come came|cost|creep crept|cut|deal dealt|dig dug|draw drew drawn
dream dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt
fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden
foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone
freeze froze frozen|get got gotten|give gave given|go went gone|grind ground|grow grew grown
hang hung|hear heard|hide hid hidden|hit|hold held|hurt|keep kept|kneel knelt|know knew known
lay laid|lead led|lean leant|leap leapt|learn learnt|leave left|lend lent|let|light lit|lose lost
make made|mean meant|meet met|mislead misled|mistake mistook mistaken
misunderstand misunderstood|overcome overcame|oversee oversaw overseen|overtake overtook overtaken
overthrow overthrew overthrown|partake partook|pay paid|prove proven|put|quit|read|rebuild rebuilt
rid|ride rode ridden|ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought
sell sold|send sent|set|sew sewn|shake shook shaken|shed|shine shone|shoot shot|show shown
shrink shrank shrunk|shut|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|slit
sow sown|speak spoke spoken|speed sped|spend spent|spin spun|split|spoil spoilt|spread
spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|strike struck stricken
string strung|strive strove striven|swear swore sworn|sweep swept|swell swollen|swim swam swum
swing swung|take took taken|teach taught|tear tore torn|tell told|think thought
throw threw thrown|thrust|tread trod trodden|undergo underwent undergone
understand understood|undertake undertook undertaken|undo undid undone|uphold upheld|upset
wake woke woken|wear wore worn
tie tied tying|die died dying|lie lied lying|vie vied vying
weave wove woven|weep wept|win won|wind wound
withdraw withdrew withdrawn|withhold withheld|withstand withstood|wring wrung|write wrote written
"""
_IRREGULAR_NOUNS = """
man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice
life lives|wife wives|knife knives|leaf leaves|half halves|self selves|thief thieves|loaf loaves
wolf wolves|shelf shelves|calf calves|crisis crises|analysis analyses|basis bases
hypothesis hypotheses|thesis theses|oasis oases|diagnosis diagnoses|emphasis emphases
phenomenon phenomena|criterion criteria|bacterium bacteria|memorandum memoranda
referendum referenda referendums|index indices|appendix appendices|axis axes
syllabus syllabi|nucleus nuclei|spokesman spokesmen|spokeswoman spokeswomen|gunman gunmen
policeman policemen|fireman firemen|fisherman fishermen|businessman businessmen
congressman congressmen|serviceman servicemen|militiaman militiamen|tribesman tribesmen
series|species|headquarters|means|news|politics|economics|physics|mathematics|ethics|premises
"""


def _pairs(listing: str, tags: tuple[str, ...]) -> dict[str, str]:
    table = {}
    for entry in listing.strip().replace("\n", "|").split("|"):
        base, *forms = entry.split()
        for form in (base, *forms):
            for tag in tags:
                table[f"{form}/{tag}"] = base
    return table


def regular_lemma(form: str, upos: str, tag: str, bases: frozenset[str] | set[str]) -> str:
    """The lemma that spelling gives: `form` in lower case, proper nouns in their own.

    `tag` is the Penn tag; `bases` are known base forms with the first letter of their kind
    (`v:hope`, `n:crisis`, `a:late`), asked where spelling leaves a choice.
    """
    match tag:
        case "NNS" | "VBZ":
            return _without_s(form, "n" if tag == "NNS" else "v", bases)
        case "NNPS":
            return _without_s(form, "n", bases) if form.endswith("s") else form
        case "VBG" if upos in ("VERB", "AUX") and form.endswith("ing") and len(form) > 4:
            return _stem(form[:-3], "v", bases)
        case "VBD" | "VBN" if form.endswith("ied") and len(form) > 4:
            return form[:-3] + "y"
        case "VBD" | "VBN" if form.endswith("ed") and len(form) > 3:
            return _stem(form[:-2], "v", bases)
        case "JJR" | "RBR" if form.endswith("er") and len(form) > 4:
            return form[:-3] + "y" if form.endswith("ier") else _stem(form[:-2], "a", bases)
        case "JJS" | "RBS" if form.endswith("est") and len(form) > 5:
            return form[:-4] + "y" if form.endswith("iest") else _stem(form[:-3], "a", bases)
    return form


def _without_s(form: str, kind: str, bases: frozenset[str] | set[str]) -> str:
    if not form.endswith("s") or len(form) < 3 or f"{kind}:{form}" in bases:
        return form
    if f"{kind}:{form[:-1]}" in bases:
        return form[:-1]
    if form.endswith("es") and f"{kind}:{form[:-2]}" in bases:
        return form[:-2]
    if form.endswith(("ss", "us", "is")):
        return form
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("sses", "shes", "ches", "xes", "zzes", "oes", "uses")):
        return form[:-2] if not form.endswith(("auses", "ouses")) else form[:-1]
    return form[:-1]


def _stem(stem: str, kind: str, bases: frozenset[str] | set[str]) -> str:
    """The base form of what is left when -ing, -ed, -er or -est is taken off."""
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS
    if doubled:
        choices: tuple[str, ...] = (stem[:-1], stem, stem + "e")
    elif _CLOSED_SYLLABLE.fullmatch(stem):
        # `hop` would have doubled its consonant, so `hoping` comes from `hope`.
        choices = (stem + "e", stem)
    else:
        choices = (stem, stem + "e")
    for kinds in (kind, "vna"):
        for choice in choices:
            if any(f"{one}:{choice}" in bases for one in kinds):
                return choice
    if doubled and stem[-1] not in "lsfz":
        return stem[:-1]
    return stem + "e" if _wants_e(stem) else stem


# Stems that lost an e, where no list knows the word: negotiat-, emphasiz-, besieg-, conven-.
_BEFORE_E = tuple(
    sorted(
        words(
            """
            at ys rg dg lg ng ag eg ig ud ced cut mut ven xil bl pl tl dl gl cl fl zl quir spir sum
            sur pir clar par shar her cul
            """
        )
    )
)


def _wants_e(stem: str) -> bool:
    if len(stem) < 2 or not any(letter in _VOWELS or letter == "y" for letter in stem):
        return False
    if stem.endswith(("eat", "oat", "ong", "ing", "ss")):
        return False
    return stem[-1] in "cuvsz" or stem.endswith(_BEFORE_E)


_BASE_TAGS = {"VB": "v", "VBP": "v", "NN": "n", "JJ": "a", "RB": "a"}


def count_lemmas(treebank: Iterable[Word]) -> tuple[dict[str, str], list[str]]:
    """The table of exceptions (`form/UPOS/XPOS` to lemma) and the base forms, from a treebank."""
    seen: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    known: set[str] = set()
    for word in treebank:
        form = word.form if word.upos == "PROPN" else word.form.lower()
        seen[form, word.upos, word.xpos][word.lemma] += 1
        if word.xpos in _BASE_TAGS and word.lemma == word.form.lower():
            known.add(f"{_BASE_TAGS[word.xpos]}:{word.lemma}")
    table = {}
    for (form, upos, xpos), lemmas in seen.items():
        lemma, count = lemmas.most_common(1)[0]
        if upos in ("X", "PUNCT", "NUM") or (upos == "PROPN" and count < 3):
            continue
        if count == 1 and lemma[:1] != form[:1] and upos in ("NOUN", "VERB", "ADJ"):
            # A slip of the pen that the treebank's lemma mends.
            continue
        if regular_lemma(form, upos, xpos, known) != lemma:
            table[f"{form}/{upos}/{xpos}"] = lemma
    return table, sorted(known)


@Language.factory("pourparler_lemmas", assigns=["token.lemma"])
def create_lemmas(nlp: Language, name: str) -> "Lemmas":
    """The lemma component; it is empty until tables are set or read."""
    return Lemmas(nlp.vocab.strings)


class Lemmas:
    """Sets every token's lemma from its form, part of speech and tag."""

    def __init__(self, strings: StringStore) -> None:
        self._strings = strings
        self._table: dict[str, str] = {}
        self._bases: frozenset[str] = frozenset()
        self._verbs = _pairs(_IRREGULAR, ("VERB", "AUX"))
        self._nouns = _pairs(_IRREGULAR_NOUNS, ("NOUN",))
        self._known: dict[tuple[int, int, int], int] = {}

    def learn(self, treebank: Iterable[Word]) -> None:
        """Counts the tables in a treebank's words."""
        self._table, bases = count_lemmas(treebank)
        self._bases = frozenset(bases)
        self._known.clear()

    def lemma(self, form: str, upos: str, tag: str) -> str:
        """The lemma of one form."""
        if upos != "PROPN":
            form = form.lower()
        found = self._table.get(f"{form}/{upos}/{tag}")
        if found is None and tag != "VBP":
            found = self._verbs.get(f"{form}/{upos}") or self._nouns.get(f"{form}/{upos}")
        return regular_lemma(form, upos, tag, self._bases) if found is None else found

    def __call__(self, doc: Doc) -> Doc:
        known, add = self._known, self._strings.add
        for token in doc:
            key = (token.orth, token.pos, token.tag)
            lemma = known.get(key)
            if lemma is None:
                lemma = add(self.lemma(token.text, token.pos_, token.tag_))
                if len(known) < 500_000:
                    known[key] = lemma
            token.lemma = lemma
        return doc

    def to_disk(self, path: Path, exclude: Iterable[str] = ()) -> None:
        path.mkdir(parents=True, exist_ok=True)
        tables = {"table": self._table, "bases": sorted(self._bases)}
        (path / "lemmas.json").write_text(
            json.dumps(tables, ensure_ascii=False, sort_keys=True, indent=0), encoding="utf-8"
        )

    def from_disk(self, path: Path, exclude: Iterable[str] = ()) -> "Lemmas":
        tables = json.loads((path / "lemmas.json").read_text(encoding="utf-8"))
        self._table, self._bases = tables["table"], frozenset(tables["bases"])
        self._known.clear()
        return self
