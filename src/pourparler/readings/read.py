"""One report in, one reading out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pourparler.codebook import Codebook
from pourparler.model import Reading, Report
from pourparler.readings.events import find_events
from pourparler.readings.meetings import find_meetings, link_meetings
from pourparler.readings.memberships import find_memberships
from pourparler.readings.mentions import find_mentions
from pourparler.readings.page import Page
from pourparler.readings.phases import find_phase_signs
from pourparler.readings.positions import find_positions
from pourparler.readings.preconditions import find_preconditions
from pourparler.readings.stances.desk import Desk
from pourparler.readings.statements import find_statements
from pourparler.readings.times import find_times

VERSION = "2"
"""Of the readers' rules and weights. A change that reads any report otherwise raises it."""


def read(report: Report, pipeline: Language, codebook: Codebook) -> Reading:
    """What one report says.

    A pure function: the same report, pipeline and codebook give the same reading, whatever
    was read before.
    """
    return read_parsed(report, pipeline(report.text), codebook)


def read_all(
    reports: Iterable[Report], pipeline: Language, codebook: Codebook, *, version: str = VERSION
) -> Iterator[Reading | tuple[str, Exception]]:
    """The reading of each report, in order; in its place, the id of a report and the fault that
    one of the readers ran into, so that a batch goes on."""
    pairs = ((report.text, report) for report in reports)
    for doc, report in pipeline.pipe(pairs, as_tuples=True):
        try:
            yield read_parsed(report, doc, codebook, version=version)
        except Exception as fault:  # a fault in a reader costs one report, never the batch
            yield report.id, fault


def read_parsed(report: Report, doc: Doc, codebook: Codebook, *, version: str = VERSION) -> Reading:
    """What one report says, from its parse."""
    page = Page(report, doc, codebook)
    page = replace(page, times=find_times(page))
    page = replace(page, cast=find_mentions(page))
    page = replace(page, statements=find_statements(page))
    page = replace(page, events=find_events(page))
    meetings = find_meetings(page)
    page = replace(page, events=link_meetings(page.events, meetings))
    desk = Desk(page)
    return Reading(
        report=report.id,
        reader=version,
        codebook=codebook.fingerprint,
        times=page.times,
        mentions=page.cast.mentions,
        actors=page.cast.actors,
        statements=page.statements,
        events=page.events,
        meetings=meetings,
        positions=find_positions(page, desk),
        preconditions=find_preconditions(page, desk),
        phases=find_phase_signs(page, desk),
        memberships=find_memberships(page),
    )
