"""Which column of a table, or name of a JSON object, holds what.

The lists are in order of trust: the first that has a value is taken. Columns that tell when a
report was changed, or when a program fetched it, are not days of publication.
"""

import re
from collections.abc import Iterable, Mapping

from pourparler.errors import ReportError, UsageError

FIELDS = ("published", "text", "title", "outlet", "url", "language", "key")

_KNOWN = {
    "published": (
        "published published_at published_on published_date published_time publish_date "
        "publish_time publishdate date_published datepublished date_publish publication_date "
        "publicationdate pub_date pubdate pub_time date_time_published webpublicationdate "
        "web_publication_date first_published firstpublished date day article_date story_date "
        "post_date report_date news_date datetime date_time seendate seen_date timestamp "
        "created_at created time issued dct"
    ),
    "text": (
        "text body content article maintext main_text full_text fulltext article_text "
        "article_body articlebody body_text bodytext plain_text plaintext content_text "
        "cleaned_text clean_text text_content story document news report message description "
        "summary abstract snippet"
    ),
    "title": "title headline head_line heading webtitle web_title article_title name subject",
    "outlet": (
        "outlet outlets source sources publisher publication newspaper site_name sitename site "
        "agency news_agency source_name media provider domain source_domain"
    ),
    "url": "url link links web_url weburl uri permalink href source_url article_url",
    "language": "language lang language_code langcode",
    "key": (
        "key id article_id articleid report_id item_id doc_id docid document_id guid uuid uid "
        "identifier"
    ),
}
KNOWN = {field: tuple(names.split()) for field, names in _KNOWN.items()}
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_APART = re.compile(r"[^0-9a-z]+")


def plain_name(name: str) -> str:
    """A column's name in lower case, its words joined by underscores: "Pub Date", "pubDate"."""
    return _APART.sub("_", _CAMEL.sub("_", name).lower()).strip("_")


class MissingColumnError(ReportError):
    """No column holds what every report needs."""


class Columns:
    """Finds the columns of each field: those the user named, else the usual names."""

    def __init__(self, named: Mapping[str, str]) -> None:
        """Raises UsageError when `named` maps a field that reports do not have."""
        for field in named:
            if field not in FIELDS:
                raise UsageError(
                    f"--map {field}={named[field]}: a report has no {field!r}. "
                    f"It has: {', '.join(FIELDS)}."
                )
        self.named = dict(named)
        self._plans: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {}

    def of(self, names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        """For each field the columns that may hold it, the most trusted first."""
        plan = self._plans.get(names)
        if plan is None:
            if len(self._plans) > 1000:  # hostile input: every item with names of its own
                self._plans.clear()
            plan = self._plans[names] = self._plan(names)
        return plan

    def _plan(self, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        by_plain: dict[str, list[str]] = {}
        given = list(names)
        for name in given:
            by_plain.setdefault(plain_name(name), []).append(name)
        plan = {}
        for field in FIELDS:
            if field in self.named:
                wanted = self.named[field]
                plan[field] = (
                    (wanted,) if wanted in given else tuple(by_plain.get(plain_name(wanted), ()))
                )
            else:
                plan[field] = tuple(
                    name for known in KNOWN[field] for name in by_plain.get(known, ())
                )
        return plan

    def missing(self, field: str, names: Iterable[str]) -> MissingColumnError:
        """The error that no column of `names` holds `field`."""
        found = ", ".join(list(names)[:12]) or "none"
        if field in self.named:
            return MissingColumnError(
                f"it has no column {self.named[field]!r} (its columns: {found})",
                fix=f"Name another column: --map {field}=COLUMN.",
            )
        also = " Or give one day for all: --published DAY." if field == "published" else ""
        what = "day of publication" if field == "published" else field
        return MissingColumnError(
            f"no column is known to hold the {what} (its columns: {found})",
            fix=f"Name it: --map {field}=COLUMN.{also}",
        )
