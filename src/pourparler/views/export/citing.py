"""How a report is cited: what every file that leaves the record says of where a line stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pourparler.app import View
from pourparler.model import Evidence, Report, Support


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation needs to know of a report; its text is left out, to hold many."""

    id: str
    published: str
    outlet: str | None
    title: str | None
    url: str | None
    path: str | None

    @classmethod
    def of(cls, report: Report) -> "Cited":
        """The citation of a report."""
        return cls(
            report.id, report.published, report.outlet, report.title, report.url, report.path
        )

    @property
    def line(self) -> str:
        """Outlet, day, headline and id, those that are known."""
        title = f"“{self.title}”" if self.title else None
        parts = (self.outlet, self.published, title, f"report {self.id}")
        return ", ".join(part for part in parts if part)

    @property
    def link(self) -> str | None:
        """Its address, if it is one of the web: any other kind of link could do harm."""
        is_web = self.url is not None and self.url.lower().startswith(("http://", "https://"))
        return self.url if is_web else None


def citations(view: View) -> dict[str, Cited]:
    """Every report of a view, by id."""
    return {report.id: Cited.of(report) for report, _ in view.each_report()}


def cited(evidence: Iterable[Evidence], reports: dict[str, Cited]) -> Iterator[str]:
    """Each piece of evidence as a line: the words, and the report they stand in."""
    for one in evidence:
        report = reports.get(one.report)
        where = report.line if report else f"report {one.report}"
        yield f"“{flat(one.exact)}” ({where}, characters {one.start}–{one.end})"


def counted(support: Support) -> str:
    """How much stands behind a line."""
    if support.reports == 1:
        return "1 report"
    return f"{support.reports} reports, {support.independent} independent"


def flat(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())
