"""Where words stand in a report."""

from msgspec import Struct


class Span(Struct, frozen=True, order=True, gc=False):
    """A stretch of a report's text.

    `start` and `end` are code points into `Report.text`, end-exclusive; `exact` is the
    slice itself, so that a span can be checked without trusting whoever made it.
    """

    start: int
    end: int
    exact: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """The span of `text` from `start` to `end`."""
        return cls(start, end, text[start:end])

    def holds_in(self, text: str) -> bool:
        """Whether the span slices back to its `exact`."""
        return 0 <= self.start < self.end and text[self.start : self.end] == self.exact

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Evidence(Struct, frozen=True, order=True, gc=False):
    """A span together with the report it lies in."""

    report: str
    start: int
    end: int
    exact: str

    @classmethod
    def of(cls, report: str, span: Span) -> "Evidence":
        """The evidence that `span` of `report` is."""
        return cls(report, span.start, span.end, span.exact)
