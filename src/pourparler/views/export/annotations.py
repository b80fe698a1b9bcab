"""Evidence as W3C Web Annotations: each thing read, on the words it was read from.

Web Annotation Data Model, https://www.w3.org/TR/annotation-model/, section 4.2. Its
TextPositionSelector counts characters as Unicode code points, end-exclusive, as our spans do, so
positions carry over as they are; a program that counts UTF-16 (a browser) converts. Positions are
into `Report.text`, which is the source named here, not into the web page at the report's address:
there, the TextQuoteSelector finds the words again.
"""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from pourparler import __version__
from pourparler.app import View
from pourparler.model import Report
from pourparler.record import kinds
from pourparler.views.export.citing import Cited
from pourparler.views.marks import Mark, marks_from

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

AROUND = 32
"""Code points of context before and after a quotation."""

Annotation = dict[str, Any]


def as_lines(view: View) -> Iterator[str]:
    """One annotation a line."""
    for annotation in annotations(view):
        yield _json({"@context": CONTEXT} | annotation) + "\n"


def as_collection(view: View) -> Iterator[str]:
    """One AnnotationCollection with all of them on its first page."""
    name = f"urn:pourparler:annotations:{view.as_of}"
    head = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": f"What was read from the reports, as of {view.as_of}",
    }
    page = {"id": f"{name}:1", "type": "AnnotationPage", "partOf": name, "startIndex": 0}
    yield _json(head)[:-1] + ',"first":' + _json(page)[:-1] + ',"items":['
    total = 0
    for annotation in annotations(view):
        yield (",\n" if total else "\n") + _json(annotation)
        total += 1
    yield f'\n]}},"total":{total}}}\n'


def annotations(view: View) -> Iterator[Annotation]:
    """An annotation for each stretch that something was read from, report by report."""
    for part in view.portions():
        told = _Told(part)
        for report, _ in part.each_report():
            source = _source(report)
            for number, mark in enumerate(marks_from(told.by(report.id), view)):
                yield _annotation(report, source, mark, number)


class _Told:
    """What some reports tell, by kind and report: one query a kind instead of one a report."""

    def __init__(self, part: View) -> None:
        self._part = part
        self._items: dict[str, dict[str, list[Any]]] = {}

    def by(self, report: str) -> Callable[[kinds.Kind], list[Any]]:
        """What gives the items of a kind that the report tells."""
        return lambda kind: self._of(kind).get(report, [])

    def _of(self, kind: kinds.Kind) -> dict[str, list[Any]]:
        if kind.name not in self._items:
            found = self._items.setdefault(kind.name, {})
            for told in self._part.told(kind):
                found.setdefault(told.by.report, []).append(told.item)
        return self._items[kind.name]


def _annotation(report: Report, source: Annotation, mark: Mark, number: int) -> Annotation:
    before = report.text[max(0, mark.start - AROUND) : mark.start]
    after = report.text[mark.end : mark.end + AROUND]
    quote = {
        "type": "TextQuoteSelector",
        "exact": report.text[mark.start : mark.end],
        "prefix": before,
        "suffix": after,
    }
    position = {"type": "TextPositionSelector", "start": mark.start, "end": mark.end}
    return {
        "id": f"urn:pourparler:annotation:{report.id}:{mark.kind}:{mark.start}-{mark.end}:{number}",
        "type": "Annotation",
        "motivation": "describing",
        "generator": {
            "id": f"urn:pourparler:version:{__version__}",
            "type": "Software",
            "name": f"Pourparler {__version__}",
        },
        "body": [
            {
                "type": "TextualBody",
                "value": mark.note,
                "format": "text/plain",
                "language": "en",
                "purpose": "describing",
            },
            {"type": "TextualBody", "value": mark.kind, "purpose": "tagging"},
        ],
        "target": {
            "type": "SpecificResource",
            "source": source,
            "selector": [position, quote],
        },
    }


def _source(report: Report) -> Annotation:
    source: Annotation = {
        "id": f"urn:pourparler:report:{report.id}",
        "type": "Text",
        "format": "text/plain",
    }
    if report.language:
        source["language"] = report.language
    link = Cited.of(report).link
    return source | {"via": link} if link else source


def _json(value: Annotation) -> str:
    return msgspec.json.encode(value).decode()
