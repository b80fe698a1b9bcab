"""A page laid out for finding mentions: its words, its sentences, the names on it."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Doc

from pourparler.codebook import Codebook
from pourparler.codebook.spelling import fold
from pourparler.codebook.titles import Title
from pourparler.model import Form, Gender
from pourparler.readings.mentions_names import Hit, Names, names_of
from pourparler.readings.page import Page

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december".split()
)


@dataclass(slots=True)
class Draft:
    """A mention before it is known who is meant. Positions are tokens, `end` exclusive.

    `actors` are whom the words alone may name; `states` whom the mention speaks for, as far
    as its own words tell ("Turkish", "of Syria"), `target` those it is sent to ("for Syria").
    """

    kind: Literal["person", "role", "group", "actor", "place", "pronoun", "several"]
    start: int
    end: int
    head: int
    form: Form
    actors: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    name: str = ""
    title: Title | None = None
    part: str | None = None
    gender: Gender | None = None
    is_plural: bool = False
    is_definite: bool = True
    possessor: int | None = None
    count: int = 0
    noun: str = ""
    words: frozenset[str] = field(default_factory=frozenset)


class Desk:
    """The tokens of a page as plain lists, and the codebook names on it by token."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.doc: Doc = page.doc
        self.codebook: Codebook = page.codebook
        self.names: Names = names_of(page.codebook)
        self.text = page.report.text
        doc = page.doc
        self.starts = [token.idx for token in doc]
        self.words = [token.text for token in doc]
        self.lowers = [word.lower() for word in self.words]
        self.pos = [token.pos_ for token in doc]
        self.deps = [token.dep_ for token in doc]
        self.heads = [token.head.i for token in doc]
        self.sentences = [0] * len(doc)
        self.sentence_starts: list[int] = []
        for number, sentence in enumerate(doc.sents):
            self.sentence_starts.append(sentence.start)
            for i in range(sentence.start, sentence.end):
                self.sentences[i] = number
        self.hits: dict[int, tuple[Hit, int]] = {}
        self.inside: dict[int, int] = {}
        self.home = self._home()
        self._lay_hits()
        self.taken = bytearray(len(doc))

    def _lay_hits(self) -> None:
        """`hits`: first token of a name to the name and its end; `inside`: any token to first."""
        dateline = self.page.report.dateline
        begin = dateline.end if dateline is not None else 0
        for hit in self.names.find(fold(self.text)):
            if hit.start < begin:
                continue
            first, last = self.token_at(hit.start), self.token_at(hit.end - 1)
            self.hits[first] = (hit, last + 1)
            for i in range(first, last + 1):
                self.inside[i] = first

    def _home(self) -> str | None:
        """The state of the dateline's place, whose ministries need no adjective there."""
        dateline = self.page.report.dateline
        if dateline is None or dateline.place is None:
            return None
        place = fold(dateline.place).split("/")[-1].strip()
        for name in (place, place.title()):
            for entry in self.names.look_up(name):
                is_state = entry.actor in self.codebook.actors.states
                if is_state and entry.kind in {"capital", "actor"}:
                    return entry.actor
        return None

    def token_at(self, position: int) -> int:
        """The token that holds, or is the last before, the character at `position`."""
        return max(bisect_right(self.starts, position) - 1, 0)

    def end_of(self, token: int) -> int:
        """The code point after `token`."""
        return self.starts[token] + len(self.words[token])

    def slice(self, start: int, end: int) -> str:
        """The text from token `start` to before token `end`."""
        return self.text[self.starts[start] : self.end_of(end - 1)] if end > start else ""

    def first_of_sentence(self, token: int) -> int:
        """The first token of the sentence that holds `token`."""
        return self.sentence_starts[self.sentences[token]] if self.sentence_starts else 0

    def is_capital(self, token: int) -> bool:
        """Whether the word starts with a capital letter."""
        return self.words[token][:1].isupper()

    def is_free(self, start: int, end: int) -> bool:
        """Whether no draft covers any of these tokens yet."""
        return not any(self.taken[start:end])

    def take(self, draft: Draft) -> Draft:
        """`draft`, with its tokens marked as covered."""
        for i in range(draft.start, draft.end):
            self.taken[i] = 1
        return draft

    def state_of(self, hit: Hit) -> tuple[str, ...]:
        """The states and bodies a name may stand for beside a title ("Turkish", "Ankara")."""
        return hit.only("adjective", "actor", "capital", "seat", "people")

    def names_state(self, token: int) -> bool:
        """Whether `token` lies in a name that can stand beside a title."""
        first = self.inside.get(token)
        return first is not None and bool(self.state_of(self.hits[first][0]))
