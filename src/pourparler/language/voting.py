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

from pourparler.language.listing import OFFICES, words
from pourparler.language.names import LABELS

# Words that a title is made of and that no name begins with.
_TITLE_WORDS = OFFICES | words(
    """
    prime foreign defense defence interior finance former acting vice deputy first lady
    supreme crown grand assistant under u.n. special chief major brigadier retired
    then-president
    """
)
# Titles of which part of a name may be meant (`Prince George`, `Queen Mary 2`): never cut off.
_KEPT_TITLES = frozenset(("sheikh", "prince", "princess", "king", "queen", "imam", "first", "u.n."))
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

    def give(self, names: Mapping[str, str]) -> None:
        """Sets names that the caller is sure of, with their labels; they outvote all else."""
        wrong = sorted(set(names.values()) - set(LABELS))
        if wrong:
            raise ValueError(f"labels of names are PER, ORG or LOC, found {', '.join(wrong)}")
        self.given = dict(names)

    def __call__(self, doc: Doc) -> Doc:
        spans = [span for span in map(_trimmed, doc.ents) if span is not None]
        taken = {index for span in spans for index in range(span.start, span.end)}
        spans.extend(self._unseen(doc, taken))
        short = _abbreviations(doc, spans)
        spans.extend(Span(doc, at, at + 1, label="ORG") for at in short if at not in taken)
        if spans:
            doc.set_ents(sorted(self._decided(doc, spans, short), key=lambda span: span.start))
        return doc

    def _unseen(self, doc: Doc, taken: set[int]) -> list[Span]:
        """Names that the recognizer passed over: known ones, and persons after a title."""
        found = []
        for start, end in _runs(doc, taken):
            if doc[end - 1].dep_ == "compound" and doc[end - 1].head.i >= end:
                # `Ontario general election`: part of what is no name of ours.
                continue
            label = self.given.get(doc[start:end].text)
            if label is None and _is_office(doc, start):
                label = "PER" if doc[start].lower_ not in _TITLE_WORDS else None
            if label is not None:
                found.append(Span(doc, start, end, label=label))
        return found

    def _decided(self, doc: Doc, spans: list[Span], short: list[int]) -> Iterator[Span]:
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for span in spans:
            votes[span.text][span.label_] += _MENTION
            if _is_office(doc, span.start):
                votes[span.text]["PER"] += _TITLE
            if span.start in short and len(span) == 1:
                votes[span.text]["ORG"] += _TITLE
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
            is_person = span.text in surnames and span.text not in self.given
            label = "PER" if is_person else labels[span.text]
            yield Span(doc, span.start, span.end, label=label)


def _abbreviations(doc: Doc, spans: list[Span]) -> list[int]:
    """Where capitals in brackets follow an organisation (`Syrian Democratic Forces (|SDF)`)."""
    return [
        span.end + 1
        for span in spans
        if span.label_ == "ORG"
        and span.end + 2 < len(doc)
        and doc[span.end].text == "("
        and doc[span.end + 1].is_upper
        and doc[span.end + 2].text == ")"
    ]


def _trimmed(span: Span) -> Span | None:
    """The name without white space, leading articles and titles, and a trailing possessive."""
    doc, start, end = span.doc, span.start, span.end
    while start < end and (
        doc[start].is_space
        or doc[start].lower_ == "the"
        or (
            span.label_ == "PER"
            and doc[start].lower_ in _TITLE_WORDS
            and doc[start].lower_ not in _KEPT_TITLES
        )
    ):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].tag_ == "POS"):
        end -= 1
    if start == end:
        return None
    return span if (start, end) == (span.start, span.end) else Span(doc, start, end, span.label)


def _is_office(doc: Doc, start: int) -> bool:
    """Whether the word before is a person's office or title (`Foreign Minister |Brandt`)."""
    if start == 0:
        return False
    before: Token = doc[start - 1]
    return (before.lower_ in OFFICES and before.sent_start != 1) or (
        before.lower_ in OFFICES and before.text[:1].isupper()
    )


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
