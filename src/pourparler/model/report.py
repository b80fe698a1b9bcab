"""What was published, and what could not be read."""

import hashlib
from collections.abc import Iterable

from msgspec import Struct

from pourparler.model.when import When


def identify(kind: str, parts: Iterable[str | int | None]) -> str:
    """An identifier for what `parts` say: sixteen hexadecimal digits.

    Each part is hashed with its length before it, so that different parts never share an
    encoding (`ab`, `c` and `a`, `bc` differ, and so do the empty and the unknown).
    """
    digest = hashlib.blake2b(digest_size=8, person=kind.encode()[:16])
    for part in parts:
        raw = b"" if part is None else str(part).encode("utf-8", "surrogatepass")
        digest.update(b"-" if part is None else b"%d:" % len(raw))
        digest.update(raw)
    return digest.hexdigest()


class Dateline(Struct, frozen=True, gc=False):
    """What a wire dateline says ("MOSCOW, November 1. /TASS/."): place, day, agency.

    `start` and `end` are code points into `Report.text`; the text itself keeps the dateline.
    `day` has the year only where the dateline or `Report.published` gives it.
    """

    start: int
    end: int
    place: str | None = None
    day: When | None = None
    outlet: str | None = None


class Report(Struct, frozen=True, gc=False):
    """One dated news item, identified by what it says and when it was published."""

    id: str
    published: When
    text: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    dateline: Dateline | None = None
    path: str | None = None
    key: str | None = None

    @classmethod
    def of(
        cls,
        text: str,
        published: When,
        *,
        outlet: str | None = None,
        title: str | None = None,
        url: str | None = None,
        language: str | None = None,
        dateline: Dateline | None = None,
        path: str | None = None,
        key: str | None = None,
    ) -> "Report":
        """The report of that content; where its file lies does not change its id."""
        return cls(
            id=identify("report", (published, outlet, title, text)),
            published=published,
            text=text,
            outlet=outlet,
            title=title,
            url=url,
            language=language,
            dateline=dateline,
            path=path,
            key=key,
        )


class Refusal(Struct, frozen=True, gc=False):
    """Something that could not be read, kept with its reason.

    `record` tells which item of the file ("line 7", "entry 3"); None means the whole file.
    `fix` is what a person may try. `fingerprint` identifies the refused bytes where they
    could be read at all, so that a mended file is read again and an unchanged one is not.
    """

    path: str
    reason: str
    fix: str
    record: str | None = None
    fingerprint: str | None = None
