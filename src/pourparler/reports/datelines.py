"""Wire datelines: "MOSCOW, November 1. /TASS/.", "BEIRUT (AFP) —", "AMMAN, Jordan —".

A dateline stands where a story begins: at the start of the text or of one of its first
lines (headline and byline may stand before it), after desk notes such as "(Adds details)".
It is accepted when its parts make it one: an agency, a day, or capitals and a dash before
the beginning of a sentence. The rules are general; the lists hold agencies as they sign
themselves and words in capitals that are not places.
"""

import re
from datetime import date, timedelta

from pourparler.errors import ReportError
from pourparler.model import Dateline, When, first_day, last_day
from pourparler.reports.days import Order, read_day
from pourparler.reports.lists import words

_AGENCIES = words("agencies.txt")
_AGENCY_NAMES = re.compile(
    r"(?:agence france-presse|anadolu agency|associated press|the associated press|news agency"
    r"|ria novosti|thomson reuters|reuters|voice of america|afp-jiji|press association)",
    re.IGNORECASE,
)
_NO_PLACE = words("not_places.txt")
_MONTH = r"(?i:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6})\.?"
_DAY = (
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4})"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_LETTER = r"[^\W\d_a-zß-öø-ÿ]"
_UPPER = rf"(?:(?:ST|FT|MT)\. )?{_LETTER}(?:{_LETTER}|['’.-](?={_LETTER})){{1,24}}"
_UPPERS = rf"{_UPPER}(?:[ -]{_UPPER}){{0,3}}"
_CAPITALS = rf"(?P<capitals>{_UPPERS}(?: ?/ ?{_UPPERS}){{0,3}})"
_MIXED = r"(?P<mixed>[^\W\d_a-z][\w'’.-]{2,24}(?:[ -][^\W\d_a-z][\w'’.-]{1,24}){0,2})"
_NAME = r"[^\W\d_a-z][\w'’.]{1,20}"
_COUNTRY = rf"(?:, (?![A-Z]{{3,8}} ?[-–—]{{1,2}} )(?P<country>{_NAME}(?: {_NAME}){{0,3}}))?"
_AFTER = r"(?:[ \t]*(?P<mark>—|–|--|-|_|\.|:|,)?[ \t]*)"
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}|{_MIXED})"
    rf"(?:,? ?(?P<day>{_WEEKDAY}{_DAY})[.,]?)?"
    rf"(?(day)|{_COUNTRY}(?:,? (?P<later>{_DAY})[.,]?)?)"
    r"(?:,? ?(?:\((?P<round>[^()\n]{2,40})\)|/(?P<slash>[^/\n]{2,40})/"
    r"|(?P<bare>[A-Z]{3,8})(?= ?[-–—]{1,2} )))?" + _AFTER
)
_NOTES = re.compile(
    r"(?:[ \t]*\([^()\n]{3,200}\)[ \t]*\n?){1,3}|UPDATE \d{1,2}[ -]+", re.IGNORECASE
)
_SIGNED_FIRST = re.compile(
    r"[ \t]*(?:\((?P<round>[\w /]{2,20})\)|(?P<bare>[A-Z]{2,8}))[ \t]*[-–—]+[ \t]*"
)
_BEGINS = re.compile(r"[\"'“‘«„(\[]?[^\W_a-z]|\n|\Z")
_LINES_LOOKED_AT = 8
_LOOKED_AT = 3000  # characters: more than that many headlines hold
_PLAIN_SPACES = str.maketrans("\xa0\u2009\u202f", "   ")
_LONGEST_HEADLINE = 240
_DASHES = ("–", "-", "--", "_")
_SHORTEST_PLACE = 4  # of capitals and a dash alone: shorter ones are mostly acronyms
_OLDEST = timedelta(days=60)


def find_dateline(text: str, published: When) -> Dateline | None:
    """The dateline near the start of `text`, or None.

    Its day gets a year from `published` only when that lies within two months after it.

    >>> line = find_dateline("LAKEVIEW, May 5 (Xinhua) -- Talks resumed.", "2023-05-05")
    >>> (line.place, line.day, line.outlet, line.start, line.end)
    ('LAKEVIEW', '2023-05-05', 'Xinhua', 0, 27)
    """
    text = text[:_LOOKED_AT].translate(_PLAIN_SPACES)
    start = 0
    for _ in range(_LINES_LOOKED_AT):
        while start < len(text) and text[start] in " \t\n":
            start += 1
        found = _at(text, start, published)
        if found is not None:
            return found
        stop = text.find("\n", start, start + _LONGEST_HEADLINE)
        if stop < 0:
            return None
        start = stop + 1
    return None


def _at(text: str, start: int, published: When) -> Dateline | None:
    begin, agency = _before_place(text, start)
    signed = agency is not None
    match = _DATELINE.match(text, begin)
    if match is None:
        return None
    inside = match["round"] or match["slash"] or match["bare"]
    day = match["day"] or match["later"]
    if inside is not None:
        if re.fullmatch(_WEEKDAY + _DAY, inside):
            day, inside = inside, None
        elif not _is_agency(inside, bracketed=match["bare"] is None):
            return None
        else:
            agency = inside.strip()
    place = match["capitals"] or match["mixed"]
    if not _is_dateline(text, match, place, day, agency):
        return None
    if match["country"] and match["capitals"]:
        place = f"{place}, {match['country']}"
    return Dateline(
        start=start if signed else match.start(),
        end=len(text[: match.end()].rstrip(" \t")),
        place=place,
        day=_day(day, published) if day else None,
        outlet=agency,
    )


def _before_place(text: str, start: int) -> tuple[int, str | None]:
    """Where the place begins: after an agency that signs first, which is given, or desk notes."""
    signed = _SIGNED_FIRST.match(text, start)
    agency = (signed["round"] or signed["bare"]) if signed else None
    if signed and agency and _is_known(agency):
        return signed.end(), agency
    notes = _NOTES.match(text, start)
    return notes.end() if notes else start, None


def _is_dateline(
    text: str, match: re.Match[str], place: str, day: str | None, agency: str | None
) -> bool:
    """Whether the parts found, and what follows, make a dateline of it."""
    if _BEGINS.match(text, match.end()) is None:
        return False
    mark = match["mark"]
    before, after = text[match.start("mark") - 1], text[match.end("mark") :][:1]
    # A short dash glued to both sides joins a compound ("ANC–PAC"); only the long one may be.
    is_dash = mark == "—" or (mark in _DASHES and (before in " )/" or after in " \n"))
    first = re.split(r"[\s/-]", place.strip(".").casefold())[0]
    if first in _NO_PLACE or place.casefold() in _NO_PLACE:
        return False
    is_capital = place.isupper() and sum(map(str.isalpha, place)) >= 3
    if agency is not None:
        if _is_known(agency):
            return is_capital or mark is not None
        # In small letters "Brandt (CDU) — the chancellor" would look the same, and with a colon
        # a transcript: "BRANDT (in German): We wait."
        is_signed = is_dash or (match["slash"] is not None and mark == ".")
        return is_capital and is_signed and agency[0].isupper()
    if day is not None:
        return is_dash or (is_capital and mark in (".", ":"))
    return is_capital and is_dash and len(place) >= _SHORTEST_PLACE


def _is_agency(words: str, *, bracketed: bool) -> bool:
    if _is_known(words):
        return True
    return bracketed and re.fullmatch(r"[^\W\d_][\w .&'’/-]{1,38}", words) is not None


def _is_known(agency: str) -> bool:
    """Whether the words are an agency's signature, also two of them: "AFP/Reuters"."""
    parts = re.split(r"[\s/,&-]+", agency.casefold().strip())
    return any(part in _AGENCIES for part in parts) or _AGENCY_NAMES.match(agency) is not None


def _day(words: str, published: When) -> When | None:
    """The dateline's day, its year from the words or from `published` close after it."""
    words = re.sub("^" + _WEEKDAY, "", words).strip(" .,")
    last, first = last_day(published), first_day(published)
    years = [""] if re.search(r"\d{4}", words) else _years(first, last)
    for year in years:
        try:
            when = read_day(f"{words} {year}".strip(), Order.DAY_FIRST)
        except ReportError:  # February 29 in a year that has none
            continue
        day = first_day(when) if when else None
        if not year:
            return when
        if day and last and first and first - _OLDEST <= day <= last + timedelta(days=1):
            return when
    return None


def _years(first: date | None, last: date | None) -> list[str]:
    if first is None or last is None:
        return []
    return sorted(
        {str(last.year), str(first.year), str(first.year - 1), str(last.year + 1)}, reverse=True
    )
