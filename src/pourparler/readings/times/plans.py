"""What an expression says before it is known when it was said: plain data, resolved later.

A pattern reads "last Thursday" into `WeekdayPlan(3, shift=-1)`; the resolver turns that into
a day once the publication day, the verb's tense and the times before it are known.
"""

from dataclasses import dataclass
from typing import Literal

from pourparler.model import TimeType

Base = Literal["published", "mentioned", "either"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that depends on nothing."""

    type: TimeType
    value: str


@dataclass(frozen=True, slots=True)
class MonthPlan:
    """A month, or a day of one, whose year is not told.

    `shift` is -1 for "last June", 1 for "next June", 0 for "this June" and None where nothing
    is said; `year_shift` is that of "June last year"; `of_mentioned` marks
    "June of that year".
    """

    month: int
    day: int | None = None
    shift: int | None = None
    year_shift: int | None = None
    of_mentioned: bool = False


@dataclass(frozen=True, slots=True)
class WeekdayPlan:
    """A weekday, 0 for Monday; `shift` as for a month.

    `week_shift` is that of "Monday last week"; `follows` marks the end of "Monday to Friday",
    `possessive` "Monday's", `near` "later Monday", `from_mentioned` what counts from the last
    day told ("the previous Friday").
    """

    weekday: int
    shift: int | None = None
    week_shift: int | None = None
    follows: bool = False
    from_mentioned: bool = False
    possessive: bool = False
    near: bool = False


@dataclass(frozen=True, slots=True)
class ShiftPlan:
    """So many units from a base: `unit` is D, W, M, Q, Y, 10Y, 100Y, WE, h, m or s.

    `count` None is a vague number ("several years ago"), of which only the direction is known.
    `direction` is -1 or 1 where the words point away ("ago", "later").
    """

    unit: str
    count: int | None
    base: Base
    direction: int = 0


@dataclass(frozen=True, slots=True)
class PartPlan:
    """A season, quarter or half (`SP`, `Q3`, `H1`) of a year that may not be told."""

    part: str
    year: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class LatestPartPlan:
    """The quarter last spoken of, or else (and where not `spoken_of`) the last that has ended."""

    spoken_of: bool = True


@dataclass(frozen=True, slots=True)
class ClockPlan:
    """A time of day: `T14:30`, `TMO`. `day` is the day it is on, None where not told."""

    clock: str
    day: "Plan | None" = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class HolidayPlan:
    """A holiday, one of `holidays.NAMES`; `shift` as for a month."""

    name: str
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class ReferencePlan:
    """Now, the past or the future at large.

    `kind` says where the word is a time at all: "former" only in narratives, "soon" only in
    news, by the habits of those who annotate them.
    """

    value: str
    kind: Literal["any", "news", "narrative"] = "any"


@dataclass(frozen=True, slots=True)
class NumericPlan:
    """A date in digits whose first two numbers may be day and month or month and day."""

    first: int
    second: int
    year: int


Plan = (
    Fixed
    | ReferencePlan
    | MonthPlan
    | WeekdayPlan
    | ShiftPlan
    | PartPlan
    | LatestPartPlan
    | ClockPlan
    | HolidayPlan
    | NumericPlan
)
