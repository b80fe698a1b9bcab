"""The parse as plain lists: asking spaCy's tokens one by one costs more than the rules do."""

from collections.abc import Container
from functools import cached_property

from spacy.attrs import DEP, HEAD, IDX, LENGTH, LOWER, POS, SENT_START, TAG
from spacy.tokens import Doc

_FINITE = frozenset(["VBZ", "VBP", "VBD", "MD"])


class Sheet:
    """Words, tags and heads of a parse, by token index; labels are Universal Dependencies.

    `forms` are the Penn tags ("VBZ"); `silent` the nouns of what never speaks ("war").

    Nothing here walks up or down the tree more than once per token, so that one
    endless sentence costs no more than its words.
    """

    def __init__(self, doc: Doc, silent: Container[str] = frozenset()) -> None:
        self.doc = doc
        self._silent = silent
        self.text = doc.text
        self.size = len(doc)
        columns = doc.to_array([HEAD, DEP, POS, SENT_START, TAG, LOWER, IDX, LENGTH])
        strings = doc.vocab.strings
        keys = {*columns[:, 1], *columns[:, 2], *columns[:, 4]}
        names = {int(key): strings[int(key)] for key in keys}
        self.words: list[str] = [strings[key] for key in columns[:, 5].tolist()]
        self.starts: list[int] = columns[:, 6].tolist()
        self.ends: list[int] = (columns[:, 6] + columns[:, 7]).tolist()
        offsets = columns[:, 0].astype("int64").tolist()
        self.heads = [index + offset for index, offset in enumerate(offsets)]
        self.relations = [names[key] for key in columns[:, 1].tolist()]
        self.tags = [
            "SPACE" if word.isspace() else names[key]
            for word, key in zip(self.words, columns[:, 2].tolist(), strict=True)
        ]
        self.forms = [names[key] for key in columns[:, 4].tolist()]
        self._sentence_starts = columns[:, 3].tolist()

    def is_silent(self, index: int) -> bool:
        """Whether the word names what never speaks, and is no part of a body's name."""
        if self.words[index] not in self._silent or self.tags[index] not in ("NOUN", "PROPN"):
            return False
        return self.doc[index].ent_type_ not in ("ORG", "PER")

    def is_finite(self, verb: int) -> bool:
        """Whether the verb is in the present or past, or has an auxiliary that is."""
        return self.forms[verb] in _FINITE or any(
            self.forms[child] in _FINITE
            for child in self.children[verb]
            if self.relations[child].startswith(("aux", "cop"))
        )

    @cached_property
    def children(self) -> list[list[int]]:
        """The dependents of each token, in text order."""
        children: list[list[int]] = [[] for _ in range(self.size)]
        for index, head in enumerate(self.heads):
            if head != index:
                children[head].append(index)
        return children

    @cached_property
    def edges(self) -> list[tuple[int, int]]:
        """First and last token of each token's subtree."""
        firsts, lasts = list(range(self.size)), list(range(self.size))
        downwards = [index for index, head in enumerate(self.heads) if head == index]
        for index in downwards:  # grows while it is gone through
            downwards.extend(self.children[index])
        for index in reversed(downwards):
            head = self.heads[index]
            firsts[head] = min(firsts[head], firsts[index])
            lasts[head] = max(lasts[head], lasts[index])
        return list(zip(firsts, lasts, strict=True))

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """For each token, the first and (exclusive) last token of its sentence.

        No sentence runs over a line's end, whatever the parse has.
        """
        spans: list[tuple[int, int]] = []
        first = 0
        for index in range(1, self.size + 1):
            if (
                index == self.size
                or self._sentence_starts[index] == 1
                or "\n" in self.words[index - 1]
            ):
                spans.extend([(first, index)] * (index - first))
                first = index
        return spans
