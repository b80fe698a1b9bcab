"""A reading's item as the process sees it: the item, and which report tells it."""

from typing import Generic, TypeVar

from msgspec import Struct

from pourparler.model.span import Evidence, Span
from pourparler.model.when import When

Item = TypeVar("Item", covariant=True)


class Telling(Struct, frozen=True, gc=False):
    """The report that tells something: what weighing its evidence needs to know.

    `copy_of` is the id of the earlier report this one nearly repeats; a copy is kept but not
    counted as independent. `day` is the latest day it may have been published, ISO.
    """

    report: str
    published: When
    day: str
    outlet: str | None = None
    copy_of: str | None = None

    def evidence(self, spans: tuple[Span, ...]) -> tuple[Evidence, ...]:
        """The spans as evidence in this report."""
        return tuple(Evidence.of(self.report, span) for span in spans)


class Told(Struct, Generic[Item], frozen=True, gc=False):
    """An item of a reading (a position, a meeting, …) and the report that tells it.

    `decided` is the id of a person's decision that confirmed or corrected it, if any did.
    """

    item: Item
    by: Telling
    decided: str | None = None


class Support(Struct, frozen=True, gc=False):
    """How much stands behind a conclusion.

    `reports` counts all that tell it, `independent` those that are neither near-copies of one
    another nor of the same outlet. `tellings` are those reports, one each; `decided` are the ids
    of people's decisions that confirmed or corrected what it rests on.
    """

    reports: int
    independent: int
    evidence: tuple[Evidence, ...]
    tellings: tuple[Telling, ...] = ()
    decided: tuple[str, ...] = ()
