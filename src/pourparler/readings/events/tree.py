"""A parse as plain lists: fast to walk, and small enough to build by hand.

spaCy's tokens cost a microsecond an attribute; readers that look at every word twice take the
whole parse out once and walk integers from there.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from spacy.attrs import DEP, ENT_TYPE, HEAD, IDX, LEMMA, POS, SENT_START, TAG
from spacy.tokens import Doc

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "X"))
_CORE = frozenset(("compound", "amod", "flat", "nmod:desc", "obl:npmod", "nummod"))
_LONGEST_CLIMB = 40
# No sentence has a word with more dependents; endless ones (tables, noise) stay linear to read.
_MOST_CHILDREN = 120
_TELLING = frozenset(("of", "in", "from", "near", "for"))
_DAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
        "morning",
        "afternoon",
        "evening",
        "night",
        "day",
        "week",
        "month",
        "year",
        "weekend",
        "hour",
        "minute",
        "time",
        "noon",
        "midnight",
        "decade",
        "date",
        "moment",
        "period",
        "spring",
        "summer",
        "autumn",
        "winter",
        "ago",
        "century",
        "early",
        "late",
    ]
)


# Words by spaCy's hash of them, as they are and in lower case: the same in every vocabulary.
_WORDS: dict[int, tuple[str, str]] = {0: ("", "")}
_MOST_WORDS = 500_000


def _words_of(doc: Doc, values: Iterable[int]) -> dict[int, tuple[str, str]]:
    strings = doc.vocab.strings
    if len(_WORDS) > _MOST_WORDS:
        _WORDS.clear()
        _WORDS[0] = ("", "")
    for value in set(values):
        if value not in _WORDS:
            word = strings[value]
            _WORDS[value] = (word, word.lower())
    return _WORDS


class Tree:
    """One document: for each token its lemma (lower case), part of speech, relation and head.

    `children` lists each token's dependents in text order. The root of a sentence has the
    relation "root" and is its own head.
    """

    __slots__ = (
        "_cores", "_obliques", "_sentences", "children", "doc", "heads", "lemmas", "names",
        "poses", "relations", "starts", "tags",
    )  # fmt: skip

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        rows = doc.to_array([LEMMA, POS, DEP, HEAD, ENT_TYPE, TAG, IDX, SENT_START])
        lemmas, poses, relations, heads, names, tags, starts, opens = rows.T.tolist()
        words = _words_of(doc, (*lemmas, *poses, *relations, *names, *tags))
        self.lemmas: list[str] = [words[value][1] for value in lemmas]
        self.poses: list[str] = [words[value][0] for value in poses]
        self.relations: list[str] = [words[value][1] for value in relations]
        self.names: list[str] = [words[value][0] for value in names]
        self.tags: list[str] = [words[value][0] for value in tags]
        self.starts: list[int] = starts
        self._sentences = [at for at, opening in enumerate(opens) if opening == 1 or at == 0]
        # numpy reads the offset of a head, which may be negative, as an unsigned number
        self.heads: list[int] = [
            (index + offset) & 0xFFFFFFFFFFFFFFFF for index, offset in enumerate(heads)
        ]
        self.children: list[list[int]] = [[] for _ in self.heads]
        for index, head in enumerate(self.heads):
            if head != index and len(self.children[head]) < _MOST_CHILDREN:
                self.children[head].append(index)
        self._mend()
        self._cores: dict[int, frozenset[str]] = {}
        self._obliques: dict[int, list[tuple[tuple[str, ...], int]]] = {}

    def __len__(self) -> int:
        return len(self.heads)

    def _mend(self) -> None:
        """Makes verbs of nouns that have an object: "police arrest two men" in a headline."""
        for index, pos in enumerate(self.poses):
            if pos not in ("NOUN", "ADJ") or self.tags[index] in ("NNS", "NNP"):
                continue
            if not any(
                kid > index and self.relations[kid] == "obj" for kid in self.children[index]
            ):
                continue
            self.poses[index], self.tags[index] = "VERB", "VBP"
            before = [kid for kid in self.children[index] if kid == index - 1]
            if before and self.relations[before[0]] in ("compound", "amod"):
                self.relations[before[0]] = "nsubj"

    def at(self, position: int) -> int:
        """The token that holds, or stands before, the character at `position`."""
        return max(0, bisect_right(self.starts, position) - 1)

    def sentence(self, index: int) -> tuple[int, int]:
        """First token of the sentence that holds `index`, and the one after its last."""
        number = bisect_right(self._sentences, index)
        last = number == len(self._sentences)
        return self._sentences[number - 1], len(self) if last else self._sentences[number]

    def characters(self, first: int, end: int) -> tuple[int, int]:
        """The code points from token `first` up to token `end`, exclusive."""
        last = self.doc[end - 1]
        return self.starts[first], last.idx + len(last)

    def child(self, index: int, *relations: str) -> int | None:
        """The first dependent of `index` in one of the `relations`."""
        for kid in self.children[index]:
            if self.relations[kid] in relations:
                return kid
        return None

    def kids(self, index: int, *relations: str) -> list[int]:
        """The dependents of `index` in one of the `relations`, in text order."""
        return [kid for kid in self.children[index] if self.relations[kid] in relations]

    def cases(self, index: int) -> tuple[str, ...]:
        """The prepositions of a noun phrase ("out", "of"), or the marker of a clause."""
        return tuple(self.lemmas[kid] for kid in self.kids(index, "case", "mark"))

    def obliques(self, index: int) -> list[tuple[tuple[str, ...], int]]:
        """Each prepositional phrase on a verb or noun: its prepositions, and its head."""
        found = self._obliques.get(index)
        if found is None:
            found = []
            for kid in self.children[index]:
                relation = self.relations[kid]
                if relation == "nmod" or relation.startswith("obl"):
                    cases = self.cases(kid)
                    if cases:
                        found.append((cases, kid))
            self._obliques[index] = found
        return found

    def is_nominal(self, index: int) -> bool:
        """Whether the token heads a noun phrase."""
        return self.poses[index] in _NOMINAL

    def is_time(self, index: int) -> bool:
        """Whether the noun phrase is one of time (on Monday, last week)."""
        return self.lemmas[index] in _DAYS

    def is_capital(self, index: int) -> bool:
        """Whether the word is written with a capital."""
        return self.doc[index].text[:1].isupper()

    def is_to_be(self, index: int) -> bool:
        """Whether a verb is told as arranged: `is to visit`, `are to be held`."""
        lemmas = {self.lemmas[kid] for kid in self.children[index] if kid < index}
        if "to" not in lemmas:
            return False
        head = self.heads[index]
        if self.relations[index] == "xcomp" and self.lemmas[head] == "be":
            return True
        finite = (
            kid
            for kid in self.kids(index, "aux", "cop", "aux:pass")
            if kid < index and self.lemmas[kid] == "be"
        )
        return any(self.tags[kid] in ("VBZ", "VBP", "VBD") for kid in finite)

    def core(self, index: int) -> frozenset[str]:
        """The lemmas that say what a noun phrase is: its head, its modifiers, what it is of."""
        found = self._cores.get(index)
        if found is None:
            found = frozenset(self._core_words(index, 2, 3))
            self._cores[index] = found
        return found

    def _core_words(self, index: int, out: int, down: int) -> Iterator[str]:
        """Words of the phrase: `out` phrases along, `down` modifiers deep."""
        yield self.lemmas[index]
        for kid in self.children[index]:
            relation = self.relations[kid]
            if relation in _CORE:
                if down:
                    yield from self._core_words(kid, 0, down - 1)
            elif out and relation in ("nmod", "conj") and self.lemmas[kid] not in _DAYS:
                cases = self.cases(kid)
                if relation == "conj" or not cases or cases[0] in ("of", "in", "on"):
                    yield from self._core_words(kid, out - 1, down)

    def conjuncts(self, index: int) -> list[int]:
        """The noun phrase and those coordinated with it, in text order."""
        return [index, *(kid for kid in self.kids(index, "conj") if self.is_nominal(kid))]

    def climb(self, index: int) -> Iterator[int]:
        """The token and those it hangs on, up to the root (at most forty)."""
        for _ in range(_LONGEST_CLIMB):
            yield index
            if self.heads[index] == index:
                return
            index = self.heads[index]

    def edges(self, index: int) -> tuple[int, int]:
        """First and last token of the noun phrase proper: no relative clause, no apposition."""
        first = last = index
        for kid in self.children[index]:
            if kid < index and self.relations[kid] not in ("case", "mark", "punct", "cc", "advmod"):
                first = min(first, self._left(kid))
            elif kid > index and self.relations[kid] in ("flat", "compound", "nmod:desc"):
                last = max(last, kid)
        return first, last

    def phrase(self, index: int) -> tuple[int, int]:
        """First and last token of the noun phrase with what it is of or in, so that it names
        somebody ("leaders of the new government"), still without clauses."""
        first, last = self.edges(index)
        while first < last and self.relations[first] in ("det", "punct"):
            first += 1
        while last > first and self.is_time(last):
            last -= 1
        for cases, kid in self.obliques(index):
            if cases[0] in _TELLING and kid > last and not self.is_time(kid):
                last = max(last, self.edges(kid)[1])
                for inner_cases, inner in self.obliques(kid):
                    if inner_cases[0] in ("of", "in") and not self.is_time(inner):
                        last = max(last, self.edges(inner)[1])
        return first, last

    def _left(self, index: int) -> int:
        for _ in range(_LONGEST_CLIMB):
            kids = self.children[index]
            if not kids or kids[0] > index:
                break
            index = kids[0]
        return index
