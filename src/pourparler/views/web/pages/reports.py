"""One report with what was read from it marked in its words."""

from dataclasses import asdict, dataclass

from pourparler.views.marks import Mark, marks_of
from pourparler.views.web.asking import Page, Question
from pourparler.views.web.failing import NotFoundError
from pourparler.views.web.highlighting import Stretch, parse_places, stretches
from pourparler.views.web.templating import short

NAMES = {
    "statements": "statement",
    "meetings": "meeting",
    "positions": "position",
    "preconditions": "precondition",
    "phases": "phase",
}


def report(question: Question) -> Page:
    """The report; `mark=120-180` (code points, several with commas) marks the words sought."""
    view = question.view
    found = view.report_of(question.names["id"])
    if found is None:
        raise NotFoundError(f"no report {question.names['id']} is known as of {view.as_of}")
    marks = sorted(marks_of(found.id, view), key=lambda mark: (mark.start, mark.end, mark.kind))
    sought = parse_places(question.get("mark"))
    telling = view.telling(found.id)
    copy_of = telling.copy_of if telling else None
    return Page(
        "report.html",
        found.title
        or f"Report of {found.published}" + (f", {found.outlet}" if found.outlet else ""),
        items=[{**asdict(mark), "exact": found.text[mark.start : mark.end]} for mark in marks],
        rows=lambda: (
            {**asdict(mark), "exact": found.text[mark.start : mark.end]} for mark in marks
        ),
        context={
            "report": found,
            "marks": marks,
            "pieces": [
                _piece(one, marks)
                for one in stretches(found.text, [(mark.start, mark.end) for mark in marks], sought)
            ],
            "names": NAMES,
            "original": copy_of and view.report_of(copy_of),
            "copies": [by for by in view.tellings() if by.copy_of == found.id],
            "safe_url": _web_address(found.url),
        },
    )


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text as the page writes it: `before` are anchors that share its place."""

    text: str
    marks: tuple[int, ...]
    classes: str
    title: str
    before: list[str]
    anchor: str | None
    sought: bool


def _piece(stretch: Stretch, marks: list[Mark]) -> Piece:
    anchors = [f"s{start}-{end}" for start, end in stretch.anchors]
    kinds = dict.fromkeys(marks[index].kind for index in stretch.marks)
    sought = ["sought"] if stretch.sought else []
    return Piece(
        text=stretch.text,
        marks=stretch.marks,
        classes=" ".join(["mark", *kinds, *sought]) if kinds else "",
        title=" · ".join(short(marks[index].note, 120) for index in stretch.marks[:6]),
        before=anchors[:-1],
        anchor=anchors[-1] if anchors else None,
        sought=stretch.sought,
    )


def _web_address(url: str | None) -> str | None:
    """The address if it is one of the web: a report's URL may be anything."""
    return url if url and url.lower().startswith(("https://", "http://")) else None
