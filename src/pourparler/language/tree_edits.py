"""A document's tree, edited in place and written back at once."""

from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.tokens import Doc, Token


class Tree:
    """Heads and relations of a document with the edits so far."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.heads: dict[int, int] = {}
        self.relations: dict[int, str] = {}

    def head(self, index: int) -> int:
        """The head of a token, with the edits so far."""
        return self.heads.get(index, self.doc[index].head.i)

    def relation(self, index: int) -> str:
        """The relation of a token, with the edits so far."""
        return self.relations.get(index, self.doc[index].dep_)

    def attach(self, index: int, head: int, relation: str) -> None:
        """Hangs a token on another; on itself for a root."""
        self.heads[index] = head
        self.relations[index] = relation

    def predicate(self, index: int, subject: Token) -> None:
        """Makes a token the root in place of its subject; what follows it comes along."""
        self.attach(index, index, "ROOT")
        self.attach(subject.i, index, "nsubj")
        for child in subject.rights:
            if child.i > index:
                self.attach(child.i, index, child.dep_)

    def write(self) -> None:
        """Puts the edits into the document; none of them if together they would make a circle."""
        if not self.heads or self._has_circle():
            return
        values: Any = self.doc.to_array([HEAD, DEP])
        add = self.doc.vocab.strings.add
        for index, head in self.heads.items():
            values[index, 0] = np.uint64((head - index) & 0xFFFFFFFFFFFFFFFF)
            values[index, 1] = add(self.relations[index])
        self.doc.from_array([HEAD, DEP], values)

    def _has_circle(self) -> bool:
        for index in self.heads:
            seen = {index}
            while (above := self.head(index)) != index:
                if above in seen:
                    return True
                seen.add(above)
                index = above
        return False
