"""The times of a page: the report's own day, its dateline and the tags of its parse."""

from typing import Any

from pourparler.codebook import Codebook
from pourparler.model import Dateline, Report
from pourparler.readings.page import Page
from pourparler.readings.times import find_times


def test_a_page_gives_its_dateline_and_its_parse(nlp: Any, codebook: Codebook) -> None:
    text = "ASTANA, November 1. The envoys met today and will meet again on Thursday."
    report = Report.of(
        text, "2022-11-02", dateline=Dateline(0, 19, place="Astana", day="2022-11-01")
    )
    times = find_times(Page(report, nlp(text), codebook))
    assert [(time.value, time.anchor) for time in times] == [
        ("2022-11-01", "dateline"),
        ("2022-11-01", "dateline"),
        ("2022-11-03", "dateline"),
    ]
