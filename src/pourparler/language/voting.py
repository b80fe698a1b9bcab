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
_ADDRESSES = frozenset(("mr.", "mr", "mrs.", "mrs", "ms.", "ms", "messrs."))
# Of what stands before `of` and a place (`the city of Orsk`).
_PLACES_OF = words(
    """
    city town village district province state region island port county municipality capital
    suburb neighborhood neighbourhood prefecture governorate borough
    """
)
# Nouns that a hyphen joins to a person's name.
_AFTER_HYPHEN = words("era style like appointee supporter loyalist")
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
        spans = [span for span in map(_trimmed, doc.ents) if span is not None]
        spans = _merged(spans, list(self._known(doc)) if self.given else [])
        taken = {index for span in spans for index in range(span.start, span.end)}
        unseen = self._unseen(doc, taken)
        taken.update(index for span in unseen for index in range(span.start, span.end))
        spans.extend(unseen)
        short = _abbreviations(doc, spans)
        spans.extend(Span(doc, at, at + 1, label="ORG") for at in short if at not in taken)
        if spans:
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
            if label is None and _is_office(doc, start):
                label = "PER" if doc[start].lower_ not in _TITLE_WORDS else None
            if label is None and _is_place(doc, start):
                label = "LOC"
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
            is_person = (span.text in surnames and span.text not in self.given) or _is_addressed(
                doc, span.start
            )
            label = "PER" if is_person else labels[span.text]
            yield Span(doc, span.start, span.end, label=label)


def _modifies(word: Token) -> bool:
    """Whether a name's last word only modifies what follows (`|Ontario| general election`)."""
    return word.dep_ == "compound" and word.head.i > word.i


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
    while end > start and (
        doc[end - 1].is_space
        or doc[end - 1].tag_ == "POS"
        or (doc[end - 1].is_lower and doc[end - 1].is_alpha and doc[end - 1].pos_ != "PROPN")
    ):
        end -= 1
    if span.label_ == "PER":
        end = _word_end(doc, end)
    if start >= end:
        return None
    return span if (start, end) == (span.start, span.end) else Span(doc, start, end, span.label)


def _word_end(doc: Doc, end: int) -> int:
    """The end of a person's name of which hyphens join the last part (`Tae|-nyeon`)."""
    hyphen = end - 1 if doc[end - 1].text == "-" else end
    if hyphen + 1 >= len(doc) or doc[hyphen].text != "-":
        return end
    rest = doc[hyphen + 1]
    joined = not (doc[hyphen - 1].whitespace_ or doc[hyphen].whitespace_)
    part_of_name = rest.pos_ in ("PROPN", "NOUN") and rest.lower_ not in _AFTER_HYPHEN
    return hyphen + 2 if joined and part_of_name else end


def _is_addressed(doc: Doc, start: int) -> bool:
    """Whether a form of address stands before (`Mr. |Bloomberg|`): whatever else bears the name."""
    return start > 0 and doc[start - 1].lower_ in _ADDRESSES


def _is_place(doc: Doc, start: int) -> bool:
    """Whether the words before make a place of a name (`the city of |Orsk`)."""
    return start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in _PLACES_OF


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
