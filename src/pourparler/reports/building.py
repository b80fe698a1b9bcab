"""An item into a report: its fields found, its day checked, its text cleaned."""

from collections.abc import Mapping
from datetime import date, timedelta

from pourparler.errors import ReportError, UsageError
from pourparler.model import Report, When, first_day, last_day, may_coincide
from pourparler.reports.columns import Columns
from pourparler.reports.datelines import find_dateline
from pourparler.reports.days import Order, read_day
from pourparler.reports.decoding import clean
from pourparler.reports.item import Item
from pourparler.reports.languages import detect_language, language_code
from pourparler.reports.limits import Limits

NO_DAY_FIX = (
    "Give the day of what carries none: --published DAY, "
    "or name the column that holds it: --map published=COLUMN."
)


class Builder:
    """Makes reports of items, by what the user said about columns, day and outlet."""

    def __init__(
        self,
        columns: Columns,
        *,
        published: str | None,
        outlet: str | None,
        today: date,
        limits: Limits,
    ) -> None:
        """Raises UsageError when `published` is no day up to `today`."""
        self.columns = columns
        self.outlet = outlet
        self.today = today
        self.limits = limits
        self._past: set[When] = set()  # items come day after day: each day is looked at once
        self.published = self._given_day(published)

    def build(self, item: Item, path: str, order: Order | None = None) -> Report:
        """The report that `item` holds. Raises ReportError with what a person may try."""
        fields = self.fields(item)
        text = self._text(fields, item)
        published = self._day(fields.get("published"), item, order)
        outlet = _words(fields.get("outlet"), "outlet") or self.outlet
        dateline = find_dateline(text, published)
        if outlet is None and dateline is not None:
            outlet = dateline.outlet
        # The text tells its language better than a template's declaration does.
        language = detect_language(text)
        if language is None:
            language = language_code(_words(fields.get("language"), "language"))
        return Report.of(
            text,
            published,
            outlet=outlet,
            title=_words(fields.get("title"), "title"),
            url=_words(fields.get("url"), "url"),
            language=language,
            dateline=dateline,
            path=path,
            key=_words(fields.get("key"), "key"),
        )

    def fields(self, item: Item) -> Mapping[str, object]:
        """The values of the report's fields, by field; those without a value are absent."""
        if item.is_plain:
            return item.values
        values = item.values
        found = {}
        for field, names in self.columns.of(tuple(values)).items():
            for name in names:
                value = values[name]
                if value is not None and value != "" and value != []:
                    found[field] = value
                    break
        return found

    def _text(self, fields: Mapping[str, object], item: Item) -> str:
        value = fields.get("text")
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            value = "\n\n".join(value)
        if value is None:
            if not item.is_plain and not self.columns.of(tuple(item.values))["text"]:
                raise self.columns.missing("text", item.values)
            raise ReportError("it has no text", fix="Nothing can be read from it; leave it out.")
        if not isinstance(value, str):
            raise ReportError(
                f"its text is no text but {type(value).__name__}",
                fix="Name the column that holds the text: --map text=COLUMN.",
            )
        text = clean(value)
        if not text or text.isspace():
            raise ReportError("it has no text", fix="Nothing can be read from it; leave it out.")
        if len(text) > self.limits.report:
            raise ReportError(
                f"its text has {len(text):,} characters, more than the {self.limits.report:,} "
                "that one report may have",
                fix="Divide it into the reports it is made of, each with its day.",
            )
        return text

    def _day(self, value: object, item: Item, order: Order | None) -> When:
        told = []
        own = read_day(value, order)
        if own is not None:
            told.append(("the report itself", own))
        told += item.other_days
        if self.published is not None:
            told.append(("--published", self.published))
        if not told:
            if not item.is_plain and not self.columns.of(tuple(item.values))["published"]:
                raise self.columns.missing("published", item.values)
            raise ReportError("it has no day of publication", fix=NO_DAY_FIX)
        where, best = told[0]
        for other, day in told[1:]:
            if not _agree(best, day):
                raise ReportError(
                    f"its days contradict: {where} says {best}, {other} says {day}",
                    fix="Correct the one that is wrong, then read it again.",
                )
            if len(day) > len(best):
                where, best = other, day
        if best not in self._past:
            self._check_past(best)
            self._past = {*self._past, best} if len(self._past) < 64 else {best}
        return best

    def _check_past(self, when: When) -> None:
        first = first_day(when)
        if first is None:
            raise ReportError(f"{when} is no day of the calendar", fix=NO_DAY_FIX)
        if first > self.today:
            raise ReportError(
                f"its day {when} lies in the future (today is {self.today})",
                fix="Correct the day, then read it again.",
            )

    def _given_day(self, published: str | None) -> When | None:
        if published is None:
            return None
        try:
            when = read_day(published)
            if when is not None:
                self._check_past(when)
        except ReportError as error:
            raise UsageError(f"--published {published}: {error.reason}") from None
        if when is None:
            raise UsageError("--published needs a day, as YYYY-MM-DD")
        return when


def _agree(left: When, right: When) -> bool:
    """Whether two written days may be one; a clock with a zone may show the neighbour's day."""
    if may_coincide(left, right):
        return True
    if "T" not in left and "T" not in right:
        return False
    first, last = first_day(left), last_day(right)
    if first is None or last is None:
        return False
    return abs(first - last) <= timedelta(days=1)


def _words(value: object, field: str) -> str | None:
    """A short field as text: names in a list joined by "; ", an object by its name."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, str):
        text = value if value.isascii() and value.isprintable() else clean(value)
        return text.strip() or None
    if isinstance(value, Mapping):
        for name in ("name", "title", "value", "href", "id"):
            if (inner := value.get(name)) is not None and not isinstance(inner, Mapping | list):
                return _words(inner, field)
        return None
    if isinstance(value, list | tuple):
        if field == "url":
            value = value[:1]
        return "; ".join(filter(None, (_words(part, field) for part in value))) or None
    return str(value)
