"""The parse as plain lists: asking spaCy's tokens one by one costs more than the rules do."""

from functools import cached_property

from spacy.attrs import DEP, HEAD, POS, SENT_START
from spacy.tokens import Doc


class Sheet:
    """Words, tags and heads of a parse, by token index; labels are Universal Dependencies.

    Nothing here walks up or down the tree more than once per token, so that one
    endless sentence costs no more than its words.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self.size = len(doc)
        self.words = [token.lower_ for token in doc]
        self.starts = [token.idx for token in doc]
        self.ends = [start + len(word) for start, word in zip(self.starts, self.words, strict=True)]
        columns = doc.to_array([HEAD, DEP, POS, SENT_START])
        strings = doc.vocab.strings
        names = {int(key): strings[int(key)] for key in {*columns[:, 1], *columns[:, 2]}}
        offsets = columns[:, 0].astype("int64").tolist()
        self.heads = [index + offset for index, offset in enumerate(offsets)]
        self.relations = [names[key] for key in columns[:, 1].tolist()]
        self.tags = [
            "SPACE" if word.isspace() else names[key]
            for word, key in zip(self.words, columns[:, 2].tolist(), strict=True)
        ]
        self._sentence_starts = columns[:, 3].tolist()

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
        return [(token.left_edge.i, token.right_edge.i) for token in self.doc]

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
