"""Where and when meetings were held."""

from typing import Any

import pytest

from pourparler.codebook import Codebook
from pourparler.model import Meeting, Report
from pourparler.readings.read import read


def only(text: str, nlp: Any, codebook: Codebook, published: str = "2024-05-10") -> Meeting:
    (meeting,) = read(Report.of(text, published), nlp, codebook).meetings
    return meeting


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Norway met Sweden, its neighbour, in Geneva on Monday.", "Geneva"),
        ("President Anna Brandt visits Kenya for talks with President Karl Lund.", "Kenya"),
        ("The three ministers of Norway, Sweden and Denmark met in the Geneva format.", None),
        ("President Anna Brandt visits Kenya and meets with President Karl Lund.", "Kenya"),
        ("Anna Brandt arrived in Nairobi and met Kenyan President Karl Lund.", "Nairobi"),
        ("Anna Brandt, visiting Nairobi, met Kenyan President Karl Lund.", "Nairobi"),
        ("Anna Brandt leaves for Nairobi for talks with Kenyan President Karl Lund.", "Nairobi"),
        ("Anna Brandt left Nairobi after meeting Kenyan President Karl Lund.", None),
        ("Norway and Sweden meet in the Kenyan capital, Nairobi, for talks.", "Nairobi"),
        ("Norway and Sweden hold talks at a forum in Nairobi, Kenya.", "Nairobi"),
        ("President Anna Brandt flew to Nairobi, where she met President Karl Lund.", "Nairobi"),
        ("Anna Brandt, in her first visit to Kenya, meets with President Karl Lund.", "Kenya"),
        ("Sweden meets with Norway's leader Anna Brandt in Nairobi.", "Nairobi"),
        ("A summit of Norway and Sweden begins in the town of Mora, near Oslo.", "Mora"),
        ("Norway and Sweden hold talks during a summit in Nairobi.", "Nairobi"),
        ("Norway and Sweden meet for unofficial talks in Nairobi.", "Nairobi"),
        ("Anna Brandt meets with ministers of the United Kingdom and Norway in Mora.", "Mora"),
        ("Norway prepares the summit with Sweden scheduled to be held in Nairobi.", "Nairobi"),
        ("Crowds in Oslo protest the Norway–Sweden summit to be held in Nairobi.", "Nairobi"),
        ("Rebels from Norway, attending talks hosted by Sweden in Nairobi, wait.", "Nairobi"),
        ("Anna Brandt arrives by train in Nairobi for talks with Sweden.", "Nairobi"),
        ("Norway and Sweden met on the sidelines of the races in Nairobi.", "Nairobi"),
        ("Norway met Sweden in The Hague on Monday.", "The Hague"),
    ],
)
def test_the_place_is_the_meetings_own(
    text: str, place: str | None, nlp: Any, codebook: Codebook
) -> None:
    assert only(text, nlp, codebook).place == place


def test_a_lead_in_the_present_is_of_the_day_or_the_one_before(
    nlp: Any, codebook: Codebook
) -> None:
    meeting = only("Norway and Sweden meet in Geneva.", nlp, codebook)
    assert (meeting.status, meeting.occurred) == ("held", "2024-05-09/2024-05-10")


def test_a_month_of_publication_tells_no_day(nlp: Any, codebook: Codebook) -> None:
    assert only("Norway and Sweden meet in Geneva.", nlp, codebook, "2024-05").occurred is None


def test_what_is_ahead_of_a_report_is_planned(nlp: Any, codebook: Codebook) -> None:
    text = "Norway and Sweden meet in Geneva next week."
    assert only(text, nlp, codebook).status == "planned"


def test_a_visit_to_meet_somebody_is_a_meeting(nlp: Any, codebook: Codebook) -> None:
    text = "President Anna Brandt visits Kenya to meet with President Karl Lund."
    meeting = only(text, nlp, codebook)
    assert (meeting.status, meeting.place) == ("held", "Kenya")


def test_a_day_that_only_names_somebody_dates_nothing(nlp: Any, codebook: Codebook) -> None:
    text = "Norway will mediate talks between Sweden and the March 23 Movement."
    assert only(text, nlp, codebook).occurred is None


def test_the_day_told_later_is_finer_than_the_headlines(nlp: Any, codebook: Codebook) -> None:
    text = "Norway meets Sweden\n\nNorway met Sweden in Geneva on Wednesday."
    assert only(text, nlp, codebook).occurred == "2024-05-08"


def test_talks_are_on_the_day_they_are_expected_to_start(nlp: Any, codebook: Codebook) -> None:
    text = "Anna Brandt arrives in Oslo for talks with Sweden, expected to start on Monday."
    meeting = only(text, nlp, codebook)
    assert (meeting.status, meeting.occurred) == ("planned", "2024-05-13")


def test_what_is_put_off_keeps_the_day_it_was_to_be(nlp: Any, codebook: Codebook) -> None:
    text = "Talks between Norway and Sweden, scheduled to take place today, are postponed."
    meeting = only(text, nlp, codebook)
    assert (meeting.status, meeting.occurred) == ("postponed", "2024-05-10")


def test_what_was_last_so_long_ago_is_not_of_then(nlp: Any, codebook: Codebook) -> None:
    text = "Norway met Sweden in Oslo for the first time since the vote in 2011."
    assert only(text, nlp, codebook).occurred is None
