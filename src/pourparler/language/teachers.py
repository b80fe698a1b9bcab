"""More trees to learn from: sentences of news that two parsers read alike.

Two parsers trained apart err in different places. Where both cut and read a sentence the same
way, but for a word in ten, it is taken as if annotated. The treebanks hold a few news reports;
this shows the final parser many thousands of sentences as news writes them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.training import Example
from spacy.vocab import Vocab

from pourparler.language.learning import Report

_KEPT = "silver-trees.spacy"
_ATTRIBUTES = ("TAG", "POS", "MORPH", "DEP", "HEAD", "SENT_START")
_READING = ("pourparler_sentences", "tok2vec", "tagger", "morphologizer", "parser")
_SAME = 0.9
_SHORTEST = 4


def silver_trees(
    vocab: Vocab,
    teacher: Callable[[int], Language],
    texts: Sequence[str],
    *,
    work: Path,
    report: Report = lambda line: None,
) -> list[Doc]:
    """Of the texts, the runs of sentences that two parsers read alike.

    `teacher` gives the first (0) and the second (1) trained pipeline. The trees are kept in
    `work`, so that a stopped run need not grow them again.
    """
    path = work / _KEPT
    if not path.exists():
        first, second = (list(read_trees(teacher(number), texts)) for number in (0, 1))
        agreed = list(agreed_trees(first, second))
        report(f"teachers: {sum(map(len, agreed))} of {sum(map(len, first))} words read alike")
        path.parent.mkdir(parents=True, exist_ok=True)
        DocBin(attrs=_ATTRIBUTES, docs=agreed).to_disk(path)
    return list(DocBin().from_disk(path).get_docs(vocab))


def read_trees(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """The texts with sentences, tags and trees, and nothing else."""
    with nlp.select_pipes(enable=_READING):
        yield from nlp.pipe(texts)


def agreed_trees(ours: Sequence[Doc], theirs: Sequence[Doc]) -> Iterator[Doc]:
    """The longest runs of sentences, as documents of their own, that both readings share."""
    for one, other in zip(ours, theirs, strict=True):
        ends = {(sentence.start, sentence.end) for sentence in other.sents}
        start = end = 0
        for sentence in one.sents:
            if (sentence.start, sentence.end) in ends and _alike(sentence, other):
                start = start if end == sentence.start and end > start else sentence.start
                end = sentence.end
                continue
            if end - start >= _SHORTEST:
                yield one[start:end].as_doc()
            start = end = sentence.end
        if end - start >= _SHORTEST:
            yield one[start:end].as_doc()


def _alike(sentence: Span, other: Doc) -> bool:
    words = [token for token in sentence if not token.is_space]
    same = 0
    for token in words:
        twin = other[token.i]
        same += token.head.i == twin.head.i and token.dep == twin.dep and token.tag == twin.tag
    return bool(words) and same >= _SAME * len(words)


class Mixed(Sequence[list[Example]]):
    """Passes over the treebanks, each with its share of the silver trees.

    The examples of silver trees are made when their pass comes: all at once they would take
    gigabytes.
    """

    def __init__(self, nlp: Language, gold: Sequence[list[Example]], silver: Sequence[Doc]) -> None:
        self._nlp, self._gold, self._silver = nlp, gold, silver
        words = sum(len(example.reference) for example in gold[0])
        self._parts = max(1, round(sum(map(len, silver)) / words))

    def __len__(self) -> int:
        return len(self._gold) * self._parts

    def __getitem__(self, turn: Any) -> Any:
        part = self._silver[turn % self._parts :: self._parts]
        return self._gold[turn % len(self._gold)] + [
            Example(self._nlp.make_doc(doc.text), doc) for doc in part
        ]
