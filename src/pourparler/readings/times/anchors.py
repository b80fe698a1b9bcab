"""What a time can count from: the publication, and the last dates mentioned."""

import re
from dataclasses import dataclass, field
from datetime import date

from pourparler.model import When
from pourparler.readings.times.days import is_day

_HEAD = re.compile(r"(BC)?(\d{4})(?:-(\d\d)(?:-(\d\d))?|-([QH]\d))?(?![\dX])")


@dataclass(slots=True)
class Anchors:
    """The publication and the last dates mentioned, kept up to date while times are read.

    `published` keeps the precision it was given with; `today` is its day, None where only a
    month or year is known. `narrative` holds in texts that tell of another time than their
    own, whose bare months and days follow the last date mentioned. Years before Christ are
    negative. `month_first` tells how the report's land writes dates in digits, None where
    that is not known. `story` is the year and month of a past that the paragraph tells of, in
    a text that is no chronicle. `month_years` has the year each month was last told of, `words`
    tells which words gave the last year, month and day
    (Y, M, D).
    """

    published: When
    name: str = "published"
    narrative: bool = False
    month_first: bool | None = None
    today: date | None = None
    year: int | None = None
    month: int | None = None
    day: date | None = None
    part: tuple[int, str] | None = None
    story: tuple[int, int] | None = None
    words: dict[str, str] = field(default_factory=dict)
    month_years: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Cut the publication into its parts."""
        match = _HEAD.match(self.published)
        if match and match[4] and is_day(int(match[2]), int(match[3]), int(match[4])):
            self.today = date(int(match[2]), int(match[3]), int(match[4]))

    @property
    def this_year(self) -> int | None:
        """The year of publication, None where it is not known."""
        match = _HEAD.match(self.published)
        return int(match[2]) if match else None

    @property
    def this_month(self) -> tuple[int, int] | None:
        """The year and month of publication, None where they are not known."""
        match = _HEAD.match(self.published)
        return (int(match[2]), int(match[3])) if match and match[3] else None

    def mention(self, value: str, exact: str) -> None:
        """Remember `value` as the last date mentioned, under the words that said it."""
        match = _HEAD.match(value)
        if match is None:
            return
        era, year, month, day, part = match.groups()
        self.year, self.words["Y"] = (-int(year) if era else int(year)), exact
        if part:
            self.part = (self.year, part)
        self.month, self.day = (int(month) if month else None), None
        if month:
            self.words["M"] = exact
            self.month_years[int(month)] = self.year
        if day and self.year > 0 and is_day(self.year, int(month), int(day)):
            self.day, self.words["D"] = date(self.year, int(month), int(day)), exact
