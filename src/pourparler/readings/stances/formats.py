"""Where a report names a format of talks."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Token

from pourparler.codebook import Format
from pourparler.readings.page import Page


class FormatNamed(NamedTuple):
    """A format named in a report, and the word that heads its name there."""

    format: str
    head: Token


def formats_on(page: Page) -> Iterator[FormatNamed]:
    """The formats that the report names, in text order."""
    formats = page.codebook.formats.values()
    names = tuple((name, each.id) for each in formats for name in _names(each))
    if not names:
        return
    pattern = _pattern(tuple(name for name, _ in names))
    ids = {name.lower(): id for name, id in names}
    for match in pattern.finditer(page.report.text):
        found = page.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if found is not None and len(found):
            yield FormatNamed(ids[re.sub(r"\s+", " ", match[0]).lower()], found.root)


def _names(each: Format) -> tuple[str, ...]:
    return (each.name, *each.aliases)


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the names, the longest first, whatever their capitals and white space."""
    longest = sorted(names, key=len, reverse=True)
    choices = "|".join(re.escape(name).replace(r"\ ", r"\s{1,3}") for name in longest)
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE)
