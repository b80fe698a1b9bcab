"""The words of a text with their places and codes: what every pattern runs over."""

import re
from dataclasses import dataclass

from pourparler.readings.times.codes import WORD_CODES

# Alternatives are tried in order at each place, and none can run back over another's text.
_TOKEN = re.compile(
    r"""
      (?P<iso>\d{4}(?:-\d\d-|/\d\d/)\d\d(?![\d/-])(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?)
    | (?P<numeric>\d{1,2}([/.])\d{1,2}\3(?:\d{4}|\d\d)(?![\d/]))
    | (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?![\d:]))
    | (?P<number>\d+(?:[.,]\d+){0,6})(?P<tail>st|nd|rd|th|s|am|pm)?(?![^\W_])
    | (?P<digits>\d+)
    | (?P<short>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec
        |Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.(?=\s|,))
    | (?P<half>[aApP]\.\s?[mM]\.|(?<=\d\s)[aApP][mM]\b|(?<=\d)[aApP][mM]\b)
    | (?P<years>['’`]\d\ds?(?!\w))
    | [oO]['’]clock
    | ['’]s\b
    | (?P<word>[^\W\d_]+)
    | (?P<gap>\n[^\S\n]*\n)
    | [^\w\s]
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words of `text` in order: `starts` and `ends` in code points, `words` in lower case.

    `codes` has one letter for each word, so an index into it is an index into the others.
    """

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    codes: str

    def exact(self, first: int, last: int) -> str:
        """The text from word `first` to the end of word `last - 1`."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def word(self, index: int) -> str:
        """The word at `index` in lower case, empty outside of the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def raw(self, index: int) -> str:
        """The word at `index` as written, empty outside of the text."""
        inside = 0 <= index < len(self.words)
        return self.text[self.starts[index] : self.ends[index]] if inside else ""


def tokenize(text: str) -> Tokens:
    """The words of `text` with their codes."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    codes: list[str] = []
    known = WORD_CODES.get
    for match in _TOKEN.finditer(text):
        raw = match[0]
        word = raw.lower()
        kind = match.lastgroup
        if kind == "word":
            code = known(word, " ")
            if code in "MwX:" and not _is_written_so(code, raw):
                code = " "
        elif kind is None:
            code = known(word, " ")
        else:
            code = _code(kind, word, match)
            if kind == "short":
                word = word[:-1]
        starts.append(match.start())
        ends.append(match.end())
        words.append(word)
        codes.append(code)
    return Tokens(text, starts, ends, words, "".join(codes))


def _is_written_so(code: str, raw: str) -> bool:
    """Whether a name of a month or zone is written as one: "May" but "may", "EST" but "Est"."""
    if code == "M":
        return not raw[0].islower()
    return code != "w" and raw.isupper()


def _code(kind: str, word: str, match: "re.Match[str]") -> str:
    if kind == "iso":
        return "="
    if kind == "numeric":
        return "/"
    if kind == "clock":
        return "0"
    if kind == "short":
        return WORD_CODES[word[:-1]]
    if kind == "half":
        return "#"
    if kind == "years":
        return "e" if word.endswith("s") else "y"
    if kind == "gap":
        return "."
    if kind == "tail":
        return _code_tail(match["number"], match["tail"])
    if kind == "number":
        return _code_number(match["number"])
    return "D"


def _code_number(number: str) -> str:
    if number.isdecimal():
        if len(number) == 4:
            return "Y" if 1000 <= int(number) <= 2100 else "D"
        if len(number) == 3:
            return "3"
        if len(number) <= 2 and 1 <= int(number) <= 31:
            return "d"
    return "D"


def _code_tail(number: str, tail: str) -> str:
    if not number.isdecimal() or len(number) > 4:
        return "D"
    if tail in {"am", "pm"}:
        return "0" if int(number) <= 12 else " "
    if tail == "s":
        return "e" if len(number) in {2, 4} and number.endswith("0") else " "
    return "r"
