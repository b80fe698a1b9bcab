"""Exports in the programs that they are for: each file is read by that program's own library."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.dom import minidom

import bibtexparser
import icalendar
import jsonschema
import networkx
import pytest

from pourparler.app import Record, View
from pourparler.model import MeetingHeld, Support, first_day, last_day
from pourparler.views.export import ical
from pourparler.views.export.eventdata import QUADS, TABLES
from pourparler.views.export.registry import KINDS, as_text


def text(kind: str, view: View, style: str | None = None) -> str:
    return "".join(as_text(kind, view, style))


class TestAnnotations:
    def test_both_selectors_find_the_words(self, view: View, hostile: View) -> None:
        for asked in (view, hostile):
            texts = {report.id: report.text for report, _ in asked.each_report()}
            lines = text("annotations", asked).splitlines()
            assert lines
            for line in lines:
                annotation = json.loads(line)
                assert annotation["@context"] == "http://www.w3.org/ns/anno.jsonld"
                report = texts[annotation["target"]["source"]["id"].rpartition(":")[2]]
                position, quote = annotation["target"]["selector"]
                assert report[position["start"] : position["end"]] == quote["exact"] != ""
                before = report[: position["start"]]
                assert before.endswith(quote["prefix"])
                assert report[position["end"] :].startswith(quote["suffix"])
                assert quote["prefix"] or position["start"] == 0
            assert len({json.loads(line)["id"] for line in lines}) == len(lines)

    def test_positions_count_code_points(self, hostile: View) -> None:
        found = [json.loads(line) for line in text("annotations", hostile).splitlines()]
        (report,) = hostile.reports()
        later = [one["target"]["selector"][0]["start"] for one in found]
        beyond = [place for place, one in enumerate(report.text) if one > "\uffff"]
        assert beyond
        assert max(later) > min(beyond)

    def test_a_collection_counts_its_annotations(self, view: View) -> None:
        whole = json.loads(text("annotations", view, "jsonld"))
        assert whole["type"] == "AnnotationCollection"
        assert whole["total"] == len(whole["first"]["items"])
        lines = [json.loads(line) for line in text("annotations", view).splitlines()]
        assert [one | {"@context": whole["@context"]} for one in whole["first"]["items"]] == lines

    def test_only_web_addresses_are_links(self, hostile: View) -> None:
        assert "javascript:" not in text("annotations", hostile)


class TestEvents:
    @pytest.mark.parametrize("kind", ["polecat", "icews", "acled"])
    def test_columns_are_as_described_and_rows_lead_to_words(self, kind: str, view: View) -> None:
        texts = {report.id: report.text for report, _ in view.each_report()}
        rows = [json.loads(line) for line in text(kind, view).splitlines()]
        assert rows or kind == "acled"
        for row in rows:
            assert list(row) == [field.name for field in TABLES[kind].fields]
            report = row.get("Report") or row.get("Story ID") or row.get("report")
            start, end = (row.get(name, row.get(name.lower())) for name in ("Start", "End"))
            words = row.get("Exact") or row.get("notes")
            assert texts[report][start:end] == words

    def test_every_plover_type_has_a_quad_class(self, view: View) -> None:
        types = {code.type for code in view.codebook.frames.codes.values()} - {None}
        assert types <= set(QUADS)
        assert len(QUADS) == 16


TIMELINE = {
    "$defs": {
        "date": {
            "type": "object",
            "required": ["year"],
            "properties": {
                "year": {"type": "integer"},
                "month": {"type": "integer", "minimum": 1, "maximum": 12},
                "day": {"type": "integer", "minimum": 1, "maximum": 31},
            },
            "dependentRequired": {"day": ["month"]},
            "additionalProperties": False,
        },
        "text": {
            "type": "object",
            "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
            "additionalProperties": False,
        },
    },
    "type": "object",
    "required": ["events"],
    "properties": {
        "title": {"type": "object", "properties": {"text": {"$ref": "#/$defs/text"}}},
        "events": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["start_date", "text", "unique_id"],
                "properties": {
                    "start_date": {"$ref": "#/$defs/date"},
                    "end_date": {"$ref": "#/$defs/date"},
                    "text": {"$ref": "#/$defs/text"},
                    "group": {"type": "string"},
                    "display_date": {"type": "string"},
                    "unique_id": {"type": "string"},
                    "autolink": {"const": False},
                },
                "additionalProperties": False,
            },
        },
        "eras": {
            "type": "array",
            "items": {"type": "object", "required": ["start_date", "end_date"]},
        },
    },
    "additionalProperties": False,
}
"""TimelineJS's JSON, after https://timeline.knightlab.com/docs/json-format.html."""


class TestTimeline:
    def test_it_is_what_timelinejs_takes(self, view: View) -> None:
        found = json.loads(text("timeline", view))
        jsonschema.validate(found, TIMELINE)
        assert len(found["events"]) == len(view.timeline())
        for slide, entry in zip(found["events"], view.timeline(), strict=True):
            start = entry.when.removeprefix("../").partition("/")[0]
            known = start.partition("T")[0].count("-") + 1
            assert len(slide["start_date"]) == known
            assert "report " in slide["text"]["text"]

    def test_text_of_reports_is_no_markup(self, hostile: View) -> None:
        found = text("timeline", hostile)
        assert "<script" not in found
        assert "<b>" not in found


class TestNetwork:
    def test_networkx_reads_who_met_and_who_spoke(self, view: View, tmp_path: Path) -> None:
        file = tmp_path / "a.graphml"
        file.write_text(text("network", view), encoding="utf-8")
        graph: Any = networkx.read_graphml(file, force_multigraph=True)
        texts = {report.id: report.text for report, _ in view.each_report()}
        relations = set()
        for left, right, tie in graph.edges(data=True):
            assert left != right
            assert graph.nodes[left]["name"]
            relations.add(tie["relation"])
            assert tie["weight"] >= 1
            assert tie["first"] <= tie["last"]
            reports = tie["reports"].split()
            assert set(reports) <= set(texts)
            assert tie["words"] in " ".join(texts[reports[0]].split())
        assert {"met", "spoke-of", "spoke-to"} <= relations
        met = {
            frozenset((left, right))
            for left, right, tie in graph.edges(data=True)
            if tie["relation"] == "met"
        }
        assert frozenset(("turkey", "russia")) in met

    def test_hostile_text_is_still_xml(self, hostile: View) -> None:
        minidom.parseString(text("network", hostile).encode())


class TestCalendar:
    def test_icalendar_reads_every_meeting(self, view: View) -> None:
        raw = text("calendar", view)
        assert all(len(line.encode()) <= 75 for line in raw.split("\r\n"))
        calendar = icalendar.Calendar.from_ical(raw)
        entries = {str(one["UID"]).partition("@")[0]: one for one in calendar.subcomponents}
        assert set(entries) == {meeting.id for meeting in view.meetings()}
        for meeting in view.meetings():
            entry = entries[meeting.id]
            assert meeting.support.evidence[0].report in str(entry["DESCRIPTION"])
            assert str(entry.get("X-POURPARLER-OCCURRED", "")) == (meeting.occurred or "")
            if entry.name == "VEVENT":
                assert entry["DTSTART"].dt == first_day(meeting.occurred or "")
                end = last_day(meeting.occurred or "")
                assert end is not None
                assert entry["DTEND"].dt == end + timedelta(days=1)

    @pytest.mark.parametrize(
        ("occurred", "name", "days", "transparent"),
        [
            ("2024-07-12", "VEVENT", 1, False),
            ("2024-02", "VEVENT", 29, True),
            ("2024-07-01/2024-07-05", "VEVENT", 5, True),
            ("2024", "VJOURNAL", None, None),
            ("2024-07-01/..", "VJOURNAL", None, None),
            (None, "VJOURNAL", None, None),
        ],
    )
    def test_a_month_is_never_made_a_day(
        self,
        occurred: str | None,
        name: str,
        days: int | None,
        transparent: bool | None,
        view: View,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        meeting = MeetingHeld(
            "m", (), (), None, None, "Oslo", occurred, "planned", "in-person", None, False,
            Support(0, 0, ()),
        )  # fmt: skip
        monkeypatch.setattr(view, "meetings", lambda: [meeting])
        calendar = icalendar.Calendar.from_ical("".join(ical.as_calendar(view)))
        (entry,) = calendar.subcomponents
        assert entry.name == name
        if days is None:
            assert "DTSTART" not in entry
        else:
            assert isinstance(entry["DTSTART"].dt, date)
            assert entry["DTEND"].dt - entry["DTSTART"].dt == timedelta(days=days)
            assert str(entry["SUMMARY"]).startswith("Some time in") is transparent
            assert (str(entry["TRANSP"]) == "TRANSPARENT") is transparent

    def test_hostile_text_stays_text(self, hostile: View) -> None:
        raw = text("calendar", hostile)
        calendar = icalendar.Calendar.from_ical(raw)
        assert {one.name for one in calendar.subcomponents} <= {"VEVENT", "VJOURNAL"}
        assert "\x07" not in raw


class TestBibliography:
    def test_bibtexparser_reads_every_report(self, view: View, hostile: View) -> None:
        for asked in (view, hostile):
            library = bibtexparser.parse_string(text("bibliography", asked))
            assert not library.failed_blocks
            reports = {f"report-{report.id}": report for report, _ in asked.each_report()}
            assert {entry.key for entry in library.entries} == set(reports)
            for entry in library.entries:
                fields = entry.fields_dict
                assert fields["date"].value == reports[entry.key].published
                assert fields["year"].value == reports[entry.key].published[:4]

    def test_tex_runs_nothing_of_a_title(self, hostile: View) -> None:
        raw = text("bibliography", hostile)
        assert r"\textbackslash{}input\{x\} \& 100\%" in raw
        assert r"\input" not in raw
        assert "javascript" not in raw


def test_every_kind_says_what_it_is_and_has_a_format() -> None:
    page = (Path(__file__).parents[3] / "docs/how-to/exports.md").read_text(encoding="utf-8")
    for name, kind in KINDS.items():
        assert kind.what
        assert kind.formats
        assert name in page


@pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if kind.texts])
def test_no_later_report_shows_in_any_format(kind: str, sample: Record) -> None:
    day = "2023-06-01"
    asked = sample.as_of(day, process="turkey-syria")
    later = {report.id for report in sample.rows.reports()} - {
        report.id for report in sample.rows.reports(day)
    }
    assert later
    for style in KINDS[kind].texts:
        written = text(kind, asked, style)
        assert not [id for id in later if id in written]
