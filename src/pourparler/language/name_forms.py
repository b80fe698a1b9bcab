"""What a name's own words and its neighbours say: where it begins and ends, and what bears it."""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from pourparler.language.listing import OFFICES, words

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
# Last words of names that tell what bears them, and those of events and texts, which bear none.
_BODIES = words(
    """
    Party Front Movement Alliance Union Council Committee Commission Ministry Brigade Federation
    Foundation Association Congress Army Parliament Assembly Institute University Agency
    Corporation Coalition League Court Authority Bureau Organization Organisation Society
    """
)
_LANDS = words(
    "Island Islands Province River Mountains Valley Peninsula Strait Desert Street Airport"
)
_EVENTS = words(
    """
    War Treaty Agreement Accord Accords Crisis Revolution Uprising Offensive Summit Protocol
    Massacre
    """
)
_STORMS = ("hurricane", "typhoon", "cyclone")
_ILLNESSES = frozenset(("AIDS", "HIV", "H.I.V.", "SARS", "MERS", "COVID", "Ebola", "Zika"))
_OF_ILLNESS = re.compile(r"['’]s (?:disease|syndrome)")
_LISTING = ("and", "&", "inc", "inc.", "ltd", "ltd.", "co.", "llc", "jr.", "d.c.")
_TIMES = words(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Ramadan Easter Christmas Nowruz Eid"
)
_REGIONS = words(
    """
    Caribbean Balkans Caucasus Sahel Maghreb Levant Scandinavia Mediterranean Arctic Antarctica
    Europe Asia Africa Americas Oceania
    """
)
_SEAT = re.compile(r"[A-Z]-[A-Z]{2}")
# Nouns that a hyphen joins to a person's name.
_AFTER_HYPHEN = words("era style like appointee supporter loyalist")


def parted(names: Iterable[Span]) -> Iterator[Span]:
    """The names, two of them parted that a comma joins (`Rally for Orsk, Union of Towns`)."""
    for name in names:
        start = name.start
        if not any(token.lower_ in _LISTING for token in name):
            for token in name[2:-2]:
                if token.text == "," and token.i - start > 1:
                    yield Span(name.doc, start, token.i, label=name.label)
                    start = token.i + 1
        yield name if start == name.start else Span(name.doc, start, name.end, label=name.label)


def names_nothing(name: Span) -> bool:
    """Whether it is an event, a text, a storm, an illness, a time, or a seat in a parliament
    (`R-OK`)."""
    doc, start, end = name.doc, name.start, name.end
    event = len(name) > 1 and name[-1].text in _EVENTS and all(t.lower_ != "of" for t in name)
    storm = start > 0 and doc[start - 1].lower_ in _STORMS
    illness = name.text in _ILLNESSES or _OF_ILLNESS.fullmatch(doc[end : end + 2].text) is not None
    time = name.text in _TIMES
    return event or storm or illness or time or _SEAT.fullmatch(name.text) is not None


def by_last_word(name: Span) -> str | None:
    """The label that the last word of a name gives (`Orsk |Front|`), or the word after it."""
    last = name[-1].text
    if len(name) > 1 and last in _BODIES:
        return "ORG"
    if len(name) > 1 and last in _LANDS:
        return "LOC"
    after = name.doc[name.end] if name.end < len(name.doc) else None
    return "ORG" if after is not None and after.text == "party" and name.label_ != "LOC" else None


def initials(name: Span) -> str:
    """The first letters of its words that have a capital."""
    return "".join(token.text[0] for token in name if token.text[0].isupper())


def trimmed(span: Span) -> Span | None:
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


def is_place(doc: Doc, start: int) -> bool:
    """Whether the words before make a place of a name (`the city of |Orsk`)."""
    return start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in _PLACES_OF


def is_region(name: str) -> bool:
    """Whether it is a part of the world."""
    return name in _REGIONS


def is_somebody(doc: Doc, end: int) -> bool:
    """Whether what follows tells of a person (`|Brandt|, who left`)."""
    return doc[end : end + 2].text == ", who"


def is_office(doc: Doc, start: int) -> bool:
    """Whether the word before is a person's office or title (`Foreign Minister |Brandt`)."""
    if start == 0:
        return False
    before: Token = doc[start - 1]
    return (before.lower_ in OFFICES and before.sent_start != 1) or (
        before.lower_ in OFFICES and before.text[:1].isupper()
    )


def after_titles(doc: Doc, start: int, end: int) -> int:
    """Where a name begins after its titles (`Chancellor |Brandt|`)."""
    while start < end and doc[start].lower_ in _TITLE_WORDS:
        start += 1
    return start


def is_addressed(doc: Doc, start: int) -> bool:
    """Whether a form of address stands before (`Mr. |Bloomberg|`): whatever else bears the name."""
    return start > 0 and doc[start - 1].lower_ in _ADDRESSES
