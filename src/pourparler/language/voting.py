"""Names decided by vote: statistics, titles, the rest of the document, and names the caller knows.

The recognizer sees a few words around a name. This component adds what a reader would use
beside them: a title makes a person (`Foreign Minister Anna Brandt`), a name means in one document
what it mostly means there, a surname is the person named in full before, letters in brackets are
the body they abbreviate, and a name the caller gives is what the caller says.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from pourparler.language.name_forms import (
    after_titles,
    by_last_word,
    initials,
    is_addressed,
    is_office,
    is_place,
    is_region,
    is_somebody,
    names_nothing,
    parted,
    trimmed,
)
from pourparler.language.names import LABELS

# What each witness counts; names given by the caller are beyond doubt.
_MENTION, _TITLE, _GIVEN = 1, 3, 10_000


@Language.factory("pourparler_names", assigns=["doc.ents"], requires=["doc.ents"])
def create_names(nlp: Language, name: str) -> "NameVotes":
    """The component; it knows no names until it is given some."""
    return NameVotes()


class NameVotes:
    """Corrects the names of a document by vote."""

    def __init__(self) -> None:
        self.given: dict[str, str] = {}
        self._longest: dict[str, int] = {}

    def give(self, names: Mapping[str, str]) -> None:
        """Sets names that the caller is sure of, with their labels; they outvote all else."""
        wrong = sorted(set(names.values()) - set(LABELS))
        if wrong:
            raise ValueError(f"labels of names are PER, ORG or LOC, found {', '.join(wrong)}")
        self.given = dict(names)
        self._longest.clear()
        for name in names:
            first, count = name.split(maxsplit=1)[0], len(name.split())
            self._longest[first] = max(count, self._longest.get(first, 0))

    def __call__(self, doc: Doc) -> Doc:
        spans = [span for span in map(trimmed, parted(doc.ents)) if span is not None]
        spans = [span for span in spans if not names_nothing(span)]
        spans = _merged(spans, list(self._known(doc)) if self.given else [])
        taken = {index for span in spans for index in range(span.start, span.end)}
        unseen = self._unseen(doc, taken)
        taken.update(index for span in unseen for index in range(span.start, span.end))
        spans.extend(unseen)
        short = _abbreviations(doc, spans)
        spans.extend(Span(doc, at, at + 1, label="ORG") for at in short if at not in taken)
        if spans or doc.ents:
            doc.set_ents(sorted(self._decided(doc, spans, short), key=lambda span: span.start))
        return doc

    def _known(self, doc: Doc) -> Iterator[Span]:
        """The given names as they stand in the text, the longest at each place."""
        end = 0
        for token in doc:
            longest = self._longest.get(token.text)
            if longest is None or token.i < end:
                continue
            for last in range(min(len(doc), token.i + longest + 4), token.i, -1):
                label = self.given.get(doc[token.i : last].text)
                if label is None:
                    continue
                if not _modifies(doc[last - 1]):
                    yield Span(doc, token.i, last, label=label)
                end = last
                break

    def _unseen(self, doc: Doc, taken: set[int]) -> list[Span]:
        """Names that the recognizer passed over: known ones, and persons after a title."""
        found = []
        for start, end in _runs(doc, taken):
            if _modifies(doc[end - 1]):
                continue
            label = self.given.get(doc[start:end].text)
            if label is None:
                start = after_titles(doc, start, end)
            if label is None and start < end and is_office(doc, start):
                label = "PER"
            if label is None and start < end and is_somebody(doc, end):
                label = "PER"
            if label is None and (is_place(doc, start) or is_region(doc[start:end].text)):
                label = "LOC"
            if label is not None and start < end:
                found.append(Span(doc, start, end, label=label))
        return found

    def _decided(self, doc: Doc, spans: list[Span], short: list[int]) -> Iterator[Span]:
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for span in spans:
            votes[span.text][span.label_] += _MENTION
            if is_office(doc, span.start):
                votes[span.text]["PER"] += _TITLE
            if span.end + 1 in short:
                votes[span.text]["ORG"] += _TITLE
            if span.start in short and len(span) == 1:
                votes[span.text]["ORG"] += _TITLE
            if label := by_last_word(span):
                votes[span.text][label] += _TITLE
        for text, count in votes.items():
            if label := self.given.get(text):
                count[label] += _GIVEN
        labels = {text: count.most_common(1)[0][0] for text, count in votes.items()}
        surnames = {
            text.rsplit(maxsplit=1)[1]
            for text, label in labels.items()
            if label == "PER" and " " in text
        }
        for span in spans:
            is_person = (span.text in surnames and span.text not in self.given) or is_addressed(
                doc, span.start
            )
            label = "PER" if is_person else labels[span.text]
            yield Span(doc, span.start, span.end, label=label)


def _modifies(word: Token) -> bool:
    """Whether a name's last word only modifies what follows (`|Ontario| general election`)."""
    return word.dep_ == "compound" and word.head.i > word.i and not word.nbor().is_punct


def _merged(spans: list[Span], known: list[Span]) -> list[Span]:
    """The recognizer's names and the known ones; of two that overlap the longer, else the known."""
    kept: list[Span] = []
    for span in sorted((*known, *spans), key=lambda span: (span.start, -len(span))):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
        elif len(span) > len(kept[-1]):
            kept[-1] = span
    return kept


def _abbreviations(doc: Doc, spans: list[Span]) -> list[int]:
    """Where capitals in brackets follow an organisation (`Syrian Democratic Forces (|SDF)`).

    What was taken for a person is one where its words begin with these letters.
    """
    return [
        span.end + 1
        for span in spans
        if span.end + 2 < len(doc)
        and doc[span.end].text == "("
        and doc[span.end + 1].is_upper
        and doc[span.end + 2].text == ")"
        and (
            span.label_ == "ORG"
            or (span.label_ == "PER" and initials(span) == doc[span.end + 1].text)
        )
    ]


def _runs(doc: Doc, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Stretches of proper nouns that are part of no name yet."""
    start = None
    for token in doc:
        if token.pos_ == "PROPN" and token.i not in taken and token.text[:1].isupper():
            if start is None or token.is_sent_start:
                if start is not None:
                    yield start, token.i
                start = token.i
        elif start is not None:
            yield start, token.i
            start = None
    if start is not None:
        yield start, len(doc)
