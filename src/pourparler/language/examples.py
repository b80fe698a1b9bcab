"""Training examples for spaCy from treebank documents and rows of names."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

from pourparler.language.treebank import TreebankDocument, Word

SPACE_TAG, SPACE_RELATION = "_SP", "dep"


def reference_doc(
    vocab: Vocab, document: TreebankDocument, first: int = 0, last: int | None = None
) -> Doc:
    """The words `first` to `last` of a treebank document as an annotated Doc.

    White space longer than one blank is a token of its own, as spaCy's tokenizer has it, and
    hangs on the word before it.
    """
    words = document.words[first:last]
    base = words[0].start
    text = document.text[base : words[-1].end]
    forms: list[str] = []
    spaces: list[bool] = []
    rows: list[Word | None] = []
    place: dict[int, int] = {}
    for number, word in enumerate(words):
        if word.end == word.start:
            continue
        place[first + number] = len(forms)
        forms.append(text[word.start - base : word.end - base])
        rows.append(word)
        following = words[number + 1].start if number + 1 < len(words) else word.end
        gap = text[word.end - base : following - base]
        spaces.append(gap.startswith(" "))
        if gap[1 if spaces[-1] else 0 :]:
            forms.append(gap[1 if spaces[-1] else 0 :])
            spaces.append(False)
            rows.append(None)
    heads = [place.get(row.head, index) if row else index - 1 for index, row in enumerate(rows)]
    starts = {place.get(sentence.first) for sentence in document.sentences}
    return Doc(
        vocab,
        words=forms,
        spaces=spaces,
        tags=[row.xpos if row else SPACE_TAG for row in rows],
        pos=[row.upos if row and row.upos != "_" else "SPACE" if not row else "X" for row in rows],
        morphs=["" if not row or row.feats == "_" else row.feats for row in rows],
        lemmas=[row.lemma if row else form for row, form in zip(rows, forms, strict=True)],
        heads=heads,
        deps=[
            ("ROOT" if row.relation == "root" else row.relation) if row else SPACE_RELATION
            for row in rows
        ],
        sent_starts=[index in starts for index in range(len(forms))],
    )


def parse_examples(
    nlp: Language,
    documents: Iterable[TreebankDocument],
    *,
    sentences: int = 8,
) -> Iterator[Example]:
    """One example for every `sentences` sentences of a document, in order."""
    for document in documents:
        for at in range(0, len(document.sentences), sentences):
            group = document.sentences[at : at + sentences]
            reference = reference_doc(nlp.vocab, document, group[0].first, group[-1].last)
            yield Example(nlp.make_doc(reference.text), reference)
