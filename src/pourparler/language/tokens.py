"""The tokenizer: English as the Universal Dependencies treebanks cut it.

spaCy's English rules, changed where EWT and GUM (train) cut otherwise: runs of one mark stay
whole, prefixes keep their hyphen (`pro-government`, `non-state`), telephone numbers stay whole,
hours and amounts part from their unit (`7PM`, `$10bn`), names from their number (`STS-1`), `/TASS/`
from its slashes, and titles and abbreviations keep their full stop.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import (
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
    registry,
)

from pourparler.language.listing import words

# Bounded, so that a long run of marks costs no more than its length.
_RUNS = (
    *(rf"{mark}{{2,100}}" for mark in ("[!?]", r"\*", "=", "_", "-", "~", "<", ">", "#", r"\+")),
    "'{3,100}",
    "’{3,100}",
)

_PREFIXES_KEPT = words(
    """
    non e re anti co pre pro mid cross post over multi ex sub counter semi mini neo inter
    intra un micro ultra quasi pseudo
    """
)

_ABBREVIATIONS = words(
    """
    Adm. Amb. Brig. Capt. Cdr. Cmdr. Col. Cpl. Dep. Dir. Drs. Engr. Gen. Gens. Gov. Govs.
    Hon. Insp. Lt. Maj. Mgr. Min. Msgr. Pres. Prof. Profs. Pvt. Rep. Reps. Rev. Sec. Sen.
    Sens. Sgt. Supt. St. Ste. Mt. Ft. Jr. Sr. Esq. Bros. Co. Corp. Inc. Ltd. Assn. Dept.
    Univ. Ave. Blvd. Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. al. vs.
    approx. est. U.S. U.K. U.N. E.U. U.A.E. U.S.A. D.C. U.S.S.R.
    """
)

_UNSPLIT = ("b/c", "w/o", "c/o", "n/a", "N/A", "a/c", "s/he", "w/")
_CUT = {
    "wanna": ("wan", "na"),
    "Wanna": ("Wan", "na"),
    "kinda": ("kind", "a"),
    "sorta": ("sort", "a"),
}
_FACES = {":)", ":(", ":-)", ":-(", ";)", ";-)", ":D", ":-D", ":P", ":-P", ":p", ":/", "<3", "^_^"}

# Telephone numbers, days in figures, outlets named after their address (`News.Az`), and given names
# whose second syllable is an English word (`Jae-in`).
_WHOLE = re.compile(
    r"\d{3}-\d{4}|\d{1,4}(?:-\d{1,4}){2,3}"
    r"|[A-Z][a-z]{1,5}-(?:in|an|on|so|do|no|he|me|as|is|won|hung|sang)"
    r"|[A-Z]\w{1,20}\.(?:Az|Am|Ge|Ru|Ua|Com|Net|Org)"
)
_FACE = re.compile(
    r"(?!['‘’—]+[a-zA-Z]?$)[^\w\s]*(?:[08=;:][^\w\s]*[DpPoOxX03]?|[^\w\s]{2,}[DpPoOxX03]?)"
)
_UNITS = (
    r"(?<=\d)(?:[AaPp][Mm]|[AaPp]\.[Mm]\.)",
    r"(?<=\d)(?:k|K|m|M|b|bn|mn|mins|minutes|hrs)",
)

# Longer than any word of any language; what is longer is cut, since the tokenizer's affix rules
# take quadratic time on one word.
LONGEST_WORD = 300
_ENDLESS = re.compile(rf"\S{{{LONGEST_WORD}}}")


class BoundedTokenizer(Tokenizer):  # type: ignore[misc]
    """spaCy's tokenizer, in linear time also where no white space comes for pages."""

    def __call__(self, text: str) -> Doc:
        if not _ENDLESS.search(text):
            doc: Doc = super().__call__(text)
            return doc
        words: list[str] = []
        spaces: list[bool] = []
        for piece in _bounded_pieces(text):
            doc = super().__call__(piece)
            words.extend(token.text for token in doc)
            spaces.extend(bool(token.whitespace_) for token in doc)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_disk(self, path: Any, **_: Any) -> None:
        """Writes nothing: the rules are what this module says, not what a folder kept of them."""

    def from_disk(self, path: Any, **_: Any) -> "BoundedTokenizer":
        """Reads nothing, which halves the time that a pipeline takes to load its rules."""
        return self


def _bounded_pieces(text: str) -> Iterable[str]:
    """The text in pieces: its ordinary stretches, and its endless words cut to size."""
    at = 0
    for match in _ENDLESS.finditer(text):
        if match.start() > at:
            yield text[at : match.start()]
        yield match.group()
        at = match.end()
    if at < len(text):
        yield text[at:]


@registry.tokenizers("pourparler.tokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """A function from the pipeline to its tokenizer, as spaCy's config wants it."""
    return build_tokenizer


def build_tokenizer(nlp: Language) -> Tokenizer:
    """Our tokenizer for an English pipeline."""
    defaults = nlp.Defaults
    rules = {
        word: pieces
        for word, pieces in (defaults.tokenizer_exceptions or {}).items()
        if word != "and/or" and not _FACE.fullmatch(word)
    }
    rules |= dict(_with_grave_accent(rules))
    rules |= {word: [{ORTH: word}] for word in (*_ABBREVIATIONS, *_UNSPLIT, *_FACES)}
    rules |= {word: [{ORTH: piece} for piece in pieces] for word, pieces in _CUT.items()}
    prefixes = [rule for rule in defaults.prefixes or () if rule != r"US\$"]
    return BoundedTokenizer(
        nlp.vocab,
        rules=rules,
        prefix_search=compile_prefix_regex([*_RUNS, r"/(?=\w)", "-(?=[A-Za-z])", *prefixes]).search,
        suffix_search=compile_suffix_regex(
            [*_RUNS, "/", r"(?<=/)\.", "(?<=[a-z0-9]{3})-", *_UNITS, *(defaults.suffixes or ())]
        ).search,
        infix_finditer=compile_infix_regex(_infixes(defaults.infixes or ())).finditer,
        url_match=defaults.url_match,
        token_match=_WHOLE.fullmatch,
    )


def _with_grave_accent(rules: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Contractions as some keyboards write them: can`t, he`s."""
    for word, pieces in rules.items():
        if "'" in word:
            typed = [{**piece, ORTH: piece[ORTH].replace("'", "`")} for piece in pieces]
            yield word.replace("'", "`"), typed


def _infixes(rules: Iterable[Any]) -> list[str]:
    kept = "".join(
        rf"(?<!\b[{prefix[0]}{prefix[0].upper()}]{prefix[1:]})" for prefix in sorted(_PREFIXES_KEPT)
    )
    return [
        *(kept + rule if "(?:-|" in rule else rule for rule in rules),
        kept + r"(?<=[A-Za-z])-(?=\d)",
        r"(?<=[0-9])[–—](?=[0-9])",
        r"(?<=[A-Z]\.)[-–—](?=[A-Za-z])",
        r"(?<=[a-z])\((?=s\b)",
        r"(?<=\w)[!?]{2,40}(?=\w)",
    ]
