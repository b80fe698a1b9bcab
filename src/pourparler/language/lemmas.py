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

from pourparler.language.lemma_lists import CERTAIN, IRREGULAR_NOUNS, IRREGULAR_VERBS, VERBS
from pourparler.language.listing import words
from pourparler.language.treebank import Word

_VOWELS = frozenset("aeiou")
# Two vowels apart: `expell-` doubled its l, `call-` did not.
_SYLLABLES = re.compile("[aeiouy][^aeiouy]+[aeiouy]")
_CLOSED_SYLLABLE = re.compile("[^aeiou]{1,3}[aeiou][^aeiouwxy]")
_LISTED = frozenset(f"v:{verb}" for verb in VERBS)
_PREFIXES = ("re", "un", "mis", "over", "out", "dis", "de", "under", "fore", "up")


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
    if kind == "n" and form.endswith("men") and len(form) > 5:
        return form[:-2] + "an"
    if not form.endswith("s") or len(form) < 3 or f"{kind}:{form}" in bases:
        return form
    for kinds in (kind, "vna"):
        if any(f"{one}:{form[:-1]}" in bases for one in kinds):
            return form[:-1]
        if form.endswith("es") and any(f"{one}:{form[:-2]}" in bases for one in kinds):
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
    for prefix in _PREFIXES:
        for choice in choices:
            if choice.startswith(prefix) and f"{kind}:{choice.removeprefix(prefix)}" in bases:
                return choice
    if stem.endswith("ck") and f"{kind}:{stem[:-1]}" in bases:
        return stem[:-1]
    if doubled and (stem[-1] not in "lsfz" or (stem[-1] == "l" and _SYLLABLES.search(stem))):
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
    if stem.endswith("e"):
        return True
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
        self._bases: frozenset[str] = _LISTED
        self._verbs = _pairs(IRREGULAR_VERBS, ("VERB", "AUX"))
        self._nouns = _pairs(IRREGULAR_NOUNS, ("NOUN",))
        self._known: dict[tuple[int, int, int], int] = {}

    def learn(self, treebank: Iterable[Word]) -> None:
        """Counts the tables in a treebank's words."""
        self._table, bases = count_lemmas(treebank)
        self._bases = _LISTED | frozenset(bases)
        self._known.clear()

    def lemma(self, form: str, upos: str, tag: str) -> str:
        """The lemma of one form."""
        if upos != "PROPN":
            form = form.lower()
        found = CERTAIN.get(f"{form}/{upos}") or self._table.get(f"{form}/{upos}/{tag}")
        if found is None and tag != "VBP":
            found = self._irregular(form, upos)
        return regular_lemma(form, upos, tag, self._bases) if found is None else found

    def _irregular(self, form: str, upos: str) -> str | None:
        """The lemma of an irregular form, also of one with a prefix (`retaken`, `misled`)."""
        found = self._verbs.get(f"{form}/{upos}") or self._nouns.get(f"{form}/{upos}")
        if found or upos != "VERB":
            return found
        for prefix in _PREFIXES:
            rest = form.removeprefix(prefix)
            if rest != form and len(rest) > 3 and (base := self._verbs.get(f"{rest}/VERB")):
                return prefix + base
        return None

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
        tables = {"table": self._table, "bases": sorted(self._bases - _LISTED)}
        (path / "lemmas.json").write_text(
            json.dumps(tables, ensure_ascii=False, sort_keys=True, indent=0), encoding="utf-8"
        )

    def from_disk(self, path: Path, exclude: Iterable[str] = ()) -> "Lemmas":
        tables = json.loads((path / "lemmas.json").read_text(encoding="utf-8"))
        self._table, self._bases = tables["table"], _LISTED | frozenset(tables["bases"])
        self._known.clear()
        return self
