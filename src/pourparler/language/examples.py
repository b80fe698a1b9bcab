"""Training examples for spaCy from treebank documents and rows of names."""

import random
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import filter_spans
from spacy.vocab import Vocab

from pourparler.language.headlines import could_be_headline, headline
from pourparler.language.names import NameRow
from pourparler.language.treebank import PARAGRAPH, TreebankDocument, Word

SPACE_TAG, SPACE_RELATION = "_SP", "dep"
# Of the sentences that could be headlines, the share that comes as such too.
_HEADLINES = 0.5
_PARAGRAPHS = (PARAGRAPH, PARAGRAPH, PARAGRAPH, "\n", " ")


def reference_doc(
    vocab: Vocab,
    document: TreebankDocument,
    first: int = 0,
    last: int | None = None,
    *,
    chance: random.Random | None = None,
) -> Doc:
    """The words `first` to `last` of a treebank document as an annotated Doc.

    White space longer than one blank is a token of its own, as spaCy's tokenizer has it, and
    hangs on the word before it. With `chance`, marks and spacing are altered.
    """
    words = document.words[first:last]
    base = words[0].start
    text = document.text[base : words[-1].end]
    if chance is not None:
        text = altered(text, chance)
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
        if chance is not None and gap == PARAGRAPH:
            gap = chance.choice(_PARAGRAPHS)
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
    nlp: Language, documents: Iterable[TreebankDocument], *, seed: int = 0, largest: int = 6
) -> list[Example]:
    """Examples of one to `largest` sentences each, drawn anew for every seed.

    Reports come with straight quotation marks, curly ones or both, with and without empty lines,
    and sometimes in capitals; a share of the examples is altered to match. Some sentences come
    again as headlines.
    """
    chance = random.Random(seed)
    examples = []
    for document in documents:
        at = 0
        while at < len(document.sentences):
            count = chance.randint(1, largest)
            group = document.sentences[at : at + count]
            reference = reference_doc(
                nlp.vocab, document, group[0].first, group[-1].last, chance=chance
            )
            references = [reference]
            for sentence in group:
                if chance.random() < _HEADLINES and could_be_headline(document, sentence):
                    made = headline(document, sentence, chance)
                    references.append(reference_doc(nlp.vocab, made, chance=chance))
            examples += [Example(nlp.make_doc(doc.text), doc) for doc in references]
            at += count
    return examples


def name_examples(
    nlp: Language, rows: Iterable[NameRow], *, seed: int = 0, capitals: float = 0.03
) -> list[Example]:
    """One example a row of names; where a name does not end with a token, the token is taken in.

    A share `capitals` of the rows is turned to capitals, as headlines are.
    """
    chance = random.Random(seed)
    examples = []
    for row in rows:
        text = altered(row.text, chance, capitals=capitals)
        predicted, reference = nlp.make_doc(text), nlp.make_doc(text)
        if not len(reference):
            continue
        spans = [
            reference.char_span(start, end, label=label, alignment_mode="expand")
            for start, end, label in row.names
        ]
        reference.set_ents(filter_spans([span for span in spans if span is not None]))
        examples.append(Example(predicted, reference))
    return examples


_CURLY = str.maketrans("'", "’")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def altered(text: str, chance: random.Random, *, capitals: float = 0.02) -> str:
    """The text as another outlet would print it: other quotation marks, or capitals throughout.

    Every character stays in its place.
    """
    draw = chance.random()
    if draw < capitals:
        upper = text.upper()
        return upper if len(upper) == len(text) else text
    if draw < 0.2:
        return text.translate(_STRAIGHT)
    if draw < 0.5:
        return _curled(text.translate(_CURLY), mismatched=draw < 0.27)
    return text


def _curled(text: str, *, mismatched: bool) -> str:
    """Straight double quotation marks made curly; `mismatched` leaves the opening ones straight."""
    characters = list(text)
    for at, character in enumerate(text):
        if character == '"':
            opens = at == 0 or text[at - 1].isspace() or text[at - 1] in "([—-"
            if opens and not mismatched:
                characters[at] = "“"
            elif not opens:
                characters[at] = "”"
    return "".join(characters)
