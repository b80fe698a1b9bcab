"""RSS and Atom: each entry a report, with the feed's name as its outlet."""

import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from pourparler.errors import ReportError
from pourparler.model import Refusal
from pourparler.reports.days import read_day
from pourparler.reports.item import Item
from pourparler.reports.limits import Limits
from pourparler.reports.markup import plain_text
from pourparler.reports.text import read_whole

_END = re.compile(rb"</(?:rss|feed|rdf:RDF)\s*>", re.IGNORECASE)


def read_feed(stream: BinaryIO, path: str, limits: Limits) -> Iterator[Item | Refusal]:
    """One item for each entry, in order. Of a feed that breaks off, the whole entries."""
    import feedparser

    raw = read_whole(stream, limits.page)
    try:
        feed = feedparser.parse(io.BytesIO(raw), resolve_relative_uris=False)
    except Exception as error:  # whatever a hostile feed does to the parsers below it
        raise _broken(type(error).__name__) from error
    is_cut = _END.search(raw, max(0, len(raw) - 4096)) is None
    entries = feed.entries[:-1] if is_cut else feed.entries
    for number, entry in enumerate(entries, start=1):
        values = _values(entry, feed.feed)
        written = repr(sorted(values.items())).encode("utf-8", "surrogatepass")
        yield Item(values, written, record=f"entry {number}", is_plain=True)
    if is_cut:
        raise _broken("it breaks off; the whole entries before the break were read")
    if not entries and feed.bozo:
        raise _broken(str(feed.get("bozo_exception", "no entry in it")))


def _values(entry: Any, feed: Any) -> dict[str, object]:
    source = entry.get("source") or {}
    values = {
        "published": _day(entry),
        "text": _text(entry),
        "title": plain_text(entry.get("title") or "") or None,
        "outlet": source.get("title") or feed.get("title"),
        "url": entry.get("link"),
        "language": entry.get("language") or feed.get("language"),
        "key": entry.get("id"),
    }
    return {name: value for name, value in values.items() if value}


def _text(entry: Any) -> str:
    """The longest of what the entry gives: its content, else its summary."""
    given = [part.get("value") or "" for part in entry.get("content") or ()]
    given.append(entry.get("summary") or "")
    return max(map(plain_text, given), key=len)


def _day(entry: Any) -> str | None:
    for name in ("published", "updated"):
        if name not in entry or not (written := entry[name]):
            continue
        try:
            return read_day(written)
        except ReportError:
            parsed = entry.get(f"{name}_parsed")
            if parsed is not None:
                return "{:04d}-{:02d}-{:02d}T{:02d}:{:02d}:{:02d}Z".format(*parsed[:6])
            raise
    return None


def _broken(said: str) -> ReportError:
    return ReportError(f"the feed is broken: {said}", fix="Fetch the feed again.")
