"""Times that count from the dateline, or from the last date mentioned."""

from pourparler.model import Dateline
from pourparler.readings.times import read_times


def values(text: str, published: str) -> list[str]:
    return [time.value for time in read_times(text, published)]


def test_a_full_dateline_is_the_day_that_others_count_from() -> None:
    text = "ASTANA, November 1. The envoys met today."
    dateline = Dateline(0, 19, place="Astana", day="2022-11-01")
    times = read_times(text, "2022-11-02", dateline=dateline)
    assert [time.value for time in times] == ["2022-11-01", "2022-11-01"]
    assert times[1].anchor == "dateline"
    assert values(text, "2022-11-02") == ["2022-11-01", "2022-11-02"]


def test_days_before_and_after_count_from_the_last_day_mentioned() -> None:
    text = "The ministers met on 10 May 2023. The day before, their deputies had met."
    times = read_times(text, "2023-06-01")
    assert [time.value for time in times] == ["2023-05-10", "2023-05-09"]
    assert times[1].anchor == "10 May 2023"
    text = "The envoys met on May 10. Two days later, they met again."
    assert values(text, "2023-06-01") == ["2023-05-10", "2023-05-12"]


def test_bare_months_of_a_chronicle_follow_its_own_years() -> None:
    text = (
        "The revolt began in March 1848. By May it had spread to the north. In November 1848 "
        "the army struck. In January the town of Aubel fell. A truce was signed on 3 June 1850. "
        "The following year an amnesty came. In 1852 the last camp closed."
    )
    assert values(text, "2009-12-19") == [
        "1848-03",
        "1848-05",
        "1848-11",
        "1849-01",
        "1850-06-03",
        "1851",
        "1852",
    ]


def test_a_glance_at_a_later_year_does_not_move_a_chronicle() -> None:
    text = (
        "The siege began in March 1848. Papers opened in 1998 tell why. In June 1848 the wall "
        "fell. In August 1848 the town yielded. In September the army left."
    )
    assert values(text, "2009-12-19")[-1] == "1848-09"


def test_a_year_ago_keeps_the_quarter_spoken_of() -> None:
    text = "Exports fell in the first quarter. A year earlier, they had risen."
    assert values(text, "2023-05-09") == ["2023-Q1", "2022-Q1"]


def test_a_paragraph_on_the_past_keeps_its_bare_months() -> None:
    text = (
        "The revolt began in March 2011. By July it had spread. In February the town fell.\n\n"
        "They met again in December."
    )
    assert values(text, "2023-01-12") == ["2011-03", "2011-07", "2012-02", "2022-12"]
    named = "The March 2011 revolt goes on. They met again in December."
    assert values(named, "2023-01-12") == ["2011-03", "2022-12"]


def test_a_clock_is_on_the_day_told_after_it() -> None:
    text = "The round will open at 9 a.m. local time on June 20."
    assert values(text, "2023-01-12") == ["2023-06-20T09:00", "2023-06-20"]


def test_the_end_of_a_range_of_weekdays_follows_its_start() -> None:
    assert values("Talks ran Monday to Friday.", "2023-01-12") == ["2023-01-09", "2023-01-13"]


def test_a_stretch_after_a_dated_event_has_a_calendar_time() -> None:
    (stretch, _) = read_times("Two weeks after the 10 May meeting they left.", "2023-06-12")
    assert (stretch.value, stretch.when, stretch.anchor) == ("P2W", "2023-05-24", "10 May")
    (vague,) = read_times("Two weeks after the meeting they left.", "2023-06-12")
    assert (vague.value, vague.when) == ("P2W", None)
