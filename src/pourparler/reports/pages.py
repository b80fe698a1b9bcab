"""Saved web pages: the article, its day and its outlet, as trafilatura finds them.

The report's text is the article's text, not the page's code; the day is one that the page
itself states. A day in the file's name, often the day it was saved, counts only where the
page states none.
"""

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, BinaryIO

from pourparler.errors import ReportError
from pourparler.model import Refusal
from pourparler.reports.days import day_in_name
from pourparler.reports.decoding import clean, decode
from pourparler.reports.item import Item
from pourparler.reports.limits import Limits
from pourparler.reports.text import read_whole

_NO_ARTICLE = "Save the article's own page (not a front page or one made by scripts), or its text."

_FEWEST_WORDS = 8  # in one paragraph; menus and captions have fewer


def read_page(stream: BinaryIO, path: str, limits: Limits) -> Iterator[Item | Refusal]:
    """The one report of a page. Raises ReportError when it holds no article."""
    raw = read_whole(stream, limits.page)
    values = article(raw)
    if values.get("published") is None:
        values["published"] = day_in_name(PurePath(path).name)
    yield Item(values, raw, is_plain=True)


def article(raw: bytes, address: str | None = None) -> dict[str, object]:
    """The values of the article on a page. Raises ReportError when there is none."""
    found = _extract(clean(decode(raw)), address)
    if found is None or not _is_article(found.text or ""):
        raise ReportError("no article is found on the page", fix=_NO_ARTICLE)
    return {
        "published": found.date or None,
        "text": found.text,
        "title": found.title or None,
        "outlet": found.sitename or found.hostname or None,
        "url": found.url or address,
        "language": found.language or None,
    }


def _is_article(text: str) -> bool:
    """Whether there is running text: of a page without any, the menu is all that is found."""
    return any(len(line.split()) >= _FEWEST_WORDS for line in text.splitlines())


def _extract(page: str, address: str | None) -> Any:
    import trafilatura  # half a second to load: only who reads pages pays for it

    try:
        return trafilatura.bare_extraction(
            page,
            url=address,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:  # whatever a hostile page does to the parsers below it
        raise ReportError(
            f"the page cannot be taken apart ({type(error).__name__})", fix=_NO_ARTICLE
        ) from error
