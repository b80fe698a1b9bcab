"""The brief as a document: Markdown, and one HTML page that prints on paper as it stands.

Every line ends in the numbers of its notes; a note is the words that prove it and their report.
The page asks nothing of any other: no script, no font, no picture from elsewhere, and its own
policy forbids them. Report text is escaped, and invisible characters in it are written out.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from pourparler import __version__
from pourparler.app import View
from pourparler.model import Brief, Evidence, PositionHeld, Support, Who
from pourparler.process.timeline import describe_meeting
from pourparler.views.brief import silence
from pourparler.views.export.citing import Cited, citations, counted, flat
from pourparler.views.tables import because_of
from pourparler.views.visible import visible

MOST_PROOFS = 3
"""Notes of one line; how many more pieces of evidence there are is said."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, the numbers of its notes, and how much stands behind it."""

    text: str
    notes: tuple[int, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Paper:
    """The brief in parts, each a heading and its lines; and the notes."""

    title: str
    intro: str
    parts: tuple[tuple[str, tuple[Line, ...]], ...]
    notes: tuple[tuple[Evidence, Cited], ...]


def as_markdown(view: View) -> Iterator[str]:
    """The brief in Markdown, with footnotes."""
    paper = _Writer(view).paper()
    yield f"# {_md(paper.title)}\n\n{_md(paper.intro)}\n"
    for heading, lines in paper.parts:
        yield f"\n## {_md(heading)}\n\n"
        for line in lines:
            marks = "".join(f"[^{number}]" for number in line.notes)
            yield f"- {_md(line.text)} ({line.told}){marks}\n"
    yield "\n"
    for number, (evidence, report) in enumerate(paper.notes, 1):
        link = f" <{report.link}>" if report.link else ""
        yield f"[^{number}]: “{_md(evidence.exact)}” {_md(_where(evidence, report))}{link}\n"


def as_page(view: View) -> Iterator[str]:
    """The brief as one HTML page."""
    paper = _Writer(view).paper()
    yield _HEAD.format(title=_html(paper.title), intro=_html(paper.intro))
    for heading, lines in paper.parts:
        yield f"<section><h2>{_html(heading)}</h2>\n<ul>\n"
        for line in lines:
            marks = ", ".join(
                f'<a href="#note-{number}" aria-label="note {number}">{number}</a>'
                for number in line.notes
            )
            yield f"<li><bdi>{_html(line.text)}</bdi> "
            yield f"<small>{line.told}</small> <sup>{marks}</sup></li>\n"
        yield "</ul></section>\n"
    yield "<section><h2>Notes</h2>\n<ol>\n"
    for number, (evidence, report) in enumerate(paper.notes, 1):
        where = _html(_where(evidence, report))
        if report.link:
            where = f'<a href="{escape(report.link)}" rel="noreferrer">{where}</a>'
        yield f'<li id="note-{number}"><q><bdi>{_html(evidence.exact)}</bdi></q> {where}</li>\n'
    yield "</ol></section>\n</main></body></html>\n"


class _Writer:
    """Lays out one view's brief, numbering its notes as they come."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._reports = citations(view)
        self._notes: dict[Evidence, int] = {}

    def paper(self) -> Paper:
        """The brief in parts; those without a line are left out."""
        brief = self._view.brief()
        parts = tuple(
            (name, found) for name, lines in self._parts(brief) if (found := tuple(lines))
        )
        notes = tuple((one, self._reports[one.report]) for one in self._notes)
        read = f"From {brief.reports} reports of {brief.outlets} outlets"
        days = f", {brief.first_day} to {brief.last_day}" if brief.first_day else ""
        intro = f"As of {brief.as_of}. {read}{days}. Read by Pourparler {__version__}."
        return Paper(brief.name, intro, parts, notes)

    def _parts(self, brief: Brief) -> Iterator[tuple[str, Iterable[Line]]]:
        if brief.phase:
            phase = brief.phase
            causes = [
                self._line(
                    f"{because_of(cause.words)}{cause.words}"
                    f"{f' (says {cause.said_by.described})' if cause.said_by else ''}",
                    [cause.evidence],
                )
                for cause in phase.causes
            ]
            since = f"{phase.phase} since {phase.since}{silence(phase, brief.as_of)}"
            yield (
                "Phase",
                [self._told(since, phase.support), *causes],
            )
        for heading, meeting in (
            ("Last meeting", brief.last_meeting),
            ("Next meeting", brief.next_meeting),
        ):
            if meeting:
                text = describe_meeting(meeting, self._view.format_name)
                yield heading, [self._told(f"{meeting.occurred}: {text}", meeting.support)]
        by_party = sorted(brief.positions, key=lambda one: self._rank(one.party))
        for _, those in groupby(by_party, key=lambda one: self._rank(one.party)):
            held = list(those)
            yield f"Positions of {held[0].party.name}", map(self._position, held)
        yield (
            "Deadlocks",
            (
                self._told(f"since {one.since}: {one.sentence}", one.support)
                for one in brief.deadlocks
            ),
        )
        yield (
            "Signals",
            (
                self._line(
                    f"{one.published}: {f'{one.party.name}: ' if one.party.name else ''}{one.words}"
                    + (f" → {one.answer}" if one.answer else ""),
                    [proof for proof in (one.evidence, one.answered_by) if proof],
                )
                for one in brief.signals
            ),
        )
        yield (
            "Changed in the last 30 days",
            (self._told(f"{one.published}: {one.text}", one.support) for one in brief.changes),
        )

    def _position(self, one: PositionHeld) -> Line:
        issue = self._view.issue_name(one.issue)
        by = f" (as told by {one.ascribed_by.described})" if one.ascribed_by else ""
        return self._told(f"{issue}, since {one.since}: {one.summary}{by}", one.support)

    def _rank(self, party: Who) -> tuple[int, str]:
        """Parties of the process in its order, then others by name."""
        order = self._view.process.actors if self._view.process else ()
        place = order.index(party.actor) if party.actor in order else len(order)
        return place, party.name

    def _told(self, text: str, support: Support) -> Line:
        return self._line(text, support.evidence, counted(support))

    def _line(self, text: str, evidence: Iterable[Evidence], told: str = "1 report") -> Line:
        proofs = tuple(evidence)
        numbers = tuple(
            self._notes.setdefault(one, len(self._notes) + 1) for one in proofs[:MOST_PROOFS]
        )
        more = len(proofs) - len(numbers)
        return Line(flat(text), numbers, f"{told}, {more} more passages" if more > 0 else told)


def _where(evidence: Evidence, report: Cited) -> str:
    return f"{report.line}, characters {evidence.start}–{evidence.end}"


def _html(text: str) -> str:
    return escape(visible(flat(text)))


def _md(text: str) -> str:
    """Text that Markdown prints as it stands."""
    escaped = re.sub(r"([\\`*_{}\[\]<>|~$&])", r"\\\1", visible(flat(text)))
    return re.sub(r"^(\d{1,9}(?=[.)])|(?=[#+=-]))", r"\1\\", escaped)


_HEAD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 1rem/1.5 Georgia, "Times New Roman", serif; margin: 0; }}
main {{ max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }}
h1 {{ font-size: 1.6rem; line-height: 1.2; }}
h2 {{ font-size: 1.1rem; margin: 1.6rem 0 .4rem; border-bottom: 1px solid currentColor; }}
ul, ol {{ padding-left: 1.4rem; }}
li {{ margin: .3rem 0; overflow-wrap: anywhere; }}
small, ol {{ font-size: .85rem; }}
small {{ color: color-mix(in srgb, currentColor 75%, transparent); }}
sup a {{ padding: 0 .15em; }}
@page {{ size: A4; margin: 2cm; @bottom-right {{ content: counter(page) " / " counter(pages); }} }}
@media print {{
  :root {{ color-scheme: light; }}
  main {{ max-width: none; margin: 0; padding: 0; }}
  h2 {{ break-after: avoid; }}
  li {{ break-inside: avoid; }}
  a {{ color: inherit; text-decoration: none; }}
  ol a[href^="http"]::after {{ content: " " attr(href); }}
}}
</style></head><body><main>
<h1>{title}</h1>
<p>{intro}</p>
"""
