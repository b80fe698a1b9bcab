"""A page laid out for finding mentions: its words, its sentences, the names on it."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from spacy.attrs import DEP, HEAD, IDX, LOWER, ORTH, POS, SENT_START
from spacy.parts_of_speech import NAMES
from spacy.tokens import Doc

from pourparler.codebook import Codebook
from pourparler.codebook.spelling import fold
from pourparler.codebook.titles import Title
from pourparler.model import Form, Gender
from pourparler.readings.mentions.names import Hit, Names, names_of, vocabulary
from pourparler.readings.page import Page

CALENDAR = vocabulary(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december"
)


_POS_NAMES: dict[int, str] = NAMES


_MONEY = ("$", "€", "£")
_APART = vocabulary("dissident dissidents splinter breakaway offshoot defector defectors")
_OF_A_LAND = vocabulary("national federal supreme")
_LEANING = ("pro-", "anti-")


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
        self._read_tokens(page.doc)
        self.hits: dict[int, tuple[Hit, int]] = {}
        self.inside: dict[int, int] = {}
        self.home = self._home()
        self._lay_hits()
        self.taken = bytearray(len(self.words))

    def _lay_hits(self) -> None:
        """`hits`: first token of a name to the name and its end; `inside`: any token to first."""
        dateline = self.page.report.dateline
        begin = dateline.end if dateline is not None else 0
        for hit in self.names.find(fold(self.text)):
            if hit.start < begin or self.text[hit.end : hit.end + 1] in _MONEY:
                continue  # "US$43" is no state's
            if self.text[max(0, hit.start - 5) : hit.start].lower().endswith(_LEANING):
                continue  # nor are "pro-Norwegian" rebels
            first, last = self.token_at(hit.start), self.token_at(hit.end - 1)
            if self._is_end_of_a_name(hit, first) or self._broke_away(hit, last + 1):
                continue
            self.hits[first] = (hit, last + 1)
            for i in range(first, last + 1):
                self.inside[i] = first

    def _broke_away(self, hit: Hit, following: int) -> bool:
        """Whether it only names whom others left ("FARC *dissidents*", "Fatah *al-Islam*"); a
        land's are its own."""
        after = "".join(self.lowers[following : following + 1])
        apart = after in _APART or after == "al" or after.startswith("al-")
        return apart and self._names_no_state(hit)

    def _names_no_state(self, hit: Hit) -> bool:
        actors = self.page.codebook.actors
        named = (actors.get(entry.actor) for entry in hit.entries)
        return all(one is not None and one.kind != "state" for one in named)

    def _is_end_of_a_name(self, hit: Hit, first: int) -> bool:
        """Whether a body's name only ends another's ("the Trade Union *Congress*", "the National
        *Security Council*")."""
        if first and self.is_capital(first - 1) and self.lowers[first - 1] in _OF_A_LAND:
            return self._names_no_state(hit) and first - 1 not in self.inside
        if not first or " " in self.text[hit.start : hit.end]:
            return False
        bodies = all(entry.actor.endswith(".parliament") for entry in hit.entries)
        before = first - 1
        named = self.is_capital(before) and self.doc[before].ent_type_ == "ORG"
        return bodies and named and before not in self.inside

    def _read_tokens(self, doc: Doc) -> None:
        """The tokens' attributes as lists; a Token object each would cost more than all else."""
        strings = doc.vocab.strings
        columns = doc.to_array([IDX, ORTH, LOWER, POS, DEP, HEAD, SENT_START]).T
        self.starts: list[int] = columns[0].tolist()
        self.words: list[str] = [strings[code] for code in columns[1].tolist()]
        self.lowers: list[str] = [strings[code] for code in columns[2].tolist()]
        self.pos = [_POS_NAMES[code] for code in columns[3].tolist()]
        self.deps: list[str] = [strings[code] if code else "" for code in columns[4].tolist()]
        offsets = columns[5].astype("int32").tolist()
        self.heads = [i + offset for i, offset in enumerate(offsets)]
        self.sentences: list[int] = []
        self.sentence_starts: list[int] = []
        for i, mark in enumerate(columns[6].tolist()):
            if mark == 1 or i == 0:
                self.sentence_starts.append(i)
            self.sentences.append(len(self.sentence_starts) - 1)
        self.titles = [self.names.title_noun(word) for word in self.lowers]
        self.groups = [self.names.group_noun(word) for word in self.lowers]

    def _home(self) -> str | None:
        """The state of the dateline's place, whose ministries need no adjective there."""
        dateline = self.page.report.dateline
        if dateline is None or dateline.place is None:
            return None
        states = {
            entry.actor
            for place in fold(dateline.place).split("/")
            for name in (place.strip(), place.strip().title())
            for entry in self.names.look_up(name)
            if entry.kind in {"capital", "actor"} and entry.actor in self.codebook.actors.states
        }
        return states.pop() if len(states) == 1 else None

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
