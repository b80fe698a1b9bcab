"""What single expressions are worth, by the day of publication and the verb around them."""

import pytest

from pourparler.readings.times import read_times

TUESDAY = "2023-05-09"


def values(text: str, published: str = TUESDAY) -> list[tuple[str, str]]:
    return [(time.span.exact, time.value) for time in read_times(text, published)]


@pytest.mark.parametrize(
    ("text", "exact", "value"),
    [
        ("Talks opened on 10 May 2023.", "10 May 2023", "2023-05-10"),
        ("Talks opened on May 10, 2023.", "May 10, 2023", "2023-05-10"),
        ("Talks opened on Wednesday, May 10, 2023.", "Wednesday, May 10, 2023", "2023-05-10"),
        ("Talks opened on the tenth of May 2023.", "the tenth of May 2023", "2023-05-10"),
        ("Talks opened on 2023-05-10.", "2023-05-10", "2023-05-10"),
        ("Talks opened in December 2022.", "December 2022", "2022-12"),
        ("The unit has been there since 2017.", "2017", "2017"),
        ("They met in early 2012.", "early 2012", "2012"),
        ("They met in the 1990s.", "the 1990s", "199"),
        ("They met in the mid-'90s.", "the mid-'90s", "199"),
        ("It was settled in the 20th century.", "the 20th century", "19"),
        ("The city fell in 490 BC.", "490 BC", "BC0490"),
        ("Trade fell in the first half of 2023.", "the first half of 2023", "2023-H1"),
        ("Trade fell in the third quarter of 2022.", "the third quarter of 2022", "2022-Q3"),
        ("They will meet in the summer of 2024.", "the summer of 2024", "2024-SU"),
        ("The accord of nineteen ninety-six held.", "nineteen ninety-six", "1996"),
        ("They recalled the September 11 attacks.", "September 11", "2001-09-11"),
    ],
)
def test_dates_that_say_all(text: str, exact: str, value: str) -> None:
    assert values(text) == [(exact, value)]


@pytest.mark.parametrize(
    ("text", "exact", "value"),
    [
        ("The ministers met yesterday.", "yesterday", "2023-05-08"),
        ("The ministers will meet tomorrow.", "tomorrow", "2023-05-10"),
        ("The ministers met on Thursday.", "Thursday", "2023-05-04"),
        ("The ministers will meet on Thursday.", "Thursday", "2023-05-11"),
        ("The talks will be held on Thursday.", "Thursday", "2023-05-11"),
        ("On Thursday, the ministers will meet.", "Thursday", "2023-05-11"),
        ("They agreed to meet again on Friday.", "Friday", "2023-05-12"),
        ("The envoy spoke last Tuesday.", "last Tuesday", "2023-05-02"),
        ("They met on Tuesday last week.", "Tuesday last week", "2023-05-02"),
        ("They met last week.", "last week", "2023-W18"),
        ("They met last December.", "last December", "2022-12"),
        ("They met in October.", "October", "2022-10"),
        ("They will meet in October.", "October", "2023-10"),
        ("They met in June last year.", "June last year", "2022-06"),
        ("They met on Dec. 28.", "Dec. 28", "2022-12-28"),
        ("The round is set for June 20.", "June 20", "2023-06-20"),
        ("They met two days ago.", "two days ago", "2023-05-07"),
        ("They met two weeks ago.", "two weeks ago", "2023-W17"),
        ("They met three months ago.", "three months ago", "2023-02"),
        ("They met earlier this month.", "earlier this month", "2023-05"),
        ("A text is due by the end of the year.", "the end of the year", "2023"),
        ("Both spoke last spring.", "last spring", "2022-SP"),
        ("Both spoke over the weekend.", "the weekend", "2023-W18-WE"),
        ("They had been set to meet in January.", "January", "2023-01"),
        ("The last session had been in July.", "July", "2022-07"),
        ("He said that January would be too early.", "January", "2024-01"),
        ("A draft went to all parties in June.", "June", "2022-06"),
        ("The talks continue on Thursday.", "Thursday", "2023-05-11"),
        ("It was pencilled in for Thursday.", "Thursday", "2023-05-11"),
        ("They recalled the 7 October attacks.", "7 October", "2022-10-07"),
        ("They met last April.", "last April", "2022-04"),
        ("It is due in the second half of June.", "the second half of June", "2023-06"),
        ("It is due in the second half of the year.", "the second half of the year", "2023-H2"),
        ("They spoke earlier in the week.", "earlier in the week", "2023-W19"),
        ("They spoke at 1430 GMT.", "1430 GMT", "2023-05-09T14:30"),
        ("They waited 2 1/2 years.", "2 1/2 years", "P2Y6M"),
        ("It took two decades.", "two decades", "P20Y"),
        ("They spoke this morning.", "this morning", "2023-05-09TMO"),
        ("They spoke last night.", "last night", "2023-05-08TNI"),
        ("They spoke on Monday evening.", "Monday evening", "2023-05-08TEV"),
        ("They spoke at 14:30 GMT.", "14:30 GMT", "2023-05-09T14:30"),
        ("They met at 10 p.m. Monday.", "10 p.m. Monday", "2023-05-08T22:00"),
        ("They met at noon.", "noon", "2023-05-09T12:00"),
        ("They are talking now.", "now", "PRESENT_REF"),
        ("They spoke recently.", "recently", "PAST_REF"),
        ("They may talk in the near future.", "the near future", "FUTURE_REF"),
        ("The unions call for a general strike on Thursday.", "Thursday", "2023-05-11"),
        ("He called for calm on Thursday.", "Thursday", "2023-05-04"),
        ("The city imposes a curfew until Monday.", "Monday", "2023-05-15"),
        ("The siege lasted until Monday.", "Monday", "2023-05-08"),
        ("Starting Monday, the post will open.", "Monday", "2023-05-15"),
        ("The envoy starts talks on Thursday.", "Thursday", "2023-05-11"),
        ("The envoy paid a brief visit to the port in October.", "October", "2022-10"),
        ("Despite their accord in January, they will not sign.", "January", "2023-01"),
        ("The bank in May cut its forecast.", "May", "2023-05"),
        ("They said that later Monday a truce would begin.", "later Monday", "2023-05-08"),
        ("A Wednesday match.", "Wednesday", "2023-05-10"),
        ("Tariffs won't take effect on Wednesday.", "Wednesday", "2023-05-10"),
        ("The fleet is to try to set sail on Thursday.", "Thursday", "2023-05-11"),
        ("A ship will set off on Wednesday.", "Wednesday", "2023-05-10"),
        ("It will pay the holders of its restructured debt Wednesday.", "Wednesday", "2023-05-10"),
        ("They had ordered the staff to leave on Thursday.", "Thursday", "2023-05-04"),
        ("He attempted to escape on Sunday.", "Sunday", "2023-05-07"),
        ("They must annul the results of Sunday's vote.", "Sunday", "2023-05-07"),
        ("They claimed responsibility for Saturday's attack.", "Saturday", "2023-05-06"),
        ("Police drew up plans for Saturday's march.", "Saturday", "2023-05-13"),
        ("They postponed Wednesday's game.", "Wednesday", "2023-05-10"),
        ("A report for the Wednesday meeting has come.", "Wednesday", "2023-05-10"),
        ("The vote was postponed to Friday.", "Friday", "2023-05-12"),
        ("They missed their scheduled flight Monday.", "Monday", "2023-05-08"),
        ("It will ease the talks if they win in January.", "January", "2024-01"),
        ("His seat is on the line in the vote on Thursday.", "Thursday", "2023-05-11"),
        ("The plans for winning in June are compounded by debt.", "June", "2023-06"),
        ("The shops that they announced in January would close.", "January", "2023-01"),
        ("He seemed to be of two minds Sunday night.", "Sunday night", "2023-05-07TNI"),
        ("Since announcing in January that he would go, he rests.", "January", "2023-01"),
        ("They said that the January vote will be close.", "January", "2024-01"),
        ("They spoke this past week.", "this past week", "2023-W18"),
        ("It opened half a century ago.", "half a century ago", "1973"),
        ("The centre-left party seeks a vote in June.", "June", "2023-06"),
        ("The planning minister resigned over the fire in January.", "January", "2023-01"),
        ("A deadline of 1 July was set.", "1 July", "2023-07-01"),
        ("He is believed to have gone there in February.", "February", "2023-02"),
        ("They spoke this past Sunday.", "this past Sunday", "2023-05-07"),
        ("Talks went into a second day.", "a second day", "2023-05-09"),
        ("By evening the hall was empty.", "evening", "2023-05-09TEV"),
        ("They met on Thanksgiving Day.", "Thanksgiving Day", "2022-11-24"),
        ("They will meet after Labor Day.", "Labor Day", "2023-09-04"),
        ("They met on Easter Monday.", "Easter Monday", "2023-04-10"),
        ("They met on New Year's Eve.", "New Year's Eve", "2022-12-31"),
        ("It rose in the last quarter of 2012.", "the last quarter of 2012", "2012-Q4"),
    ],
)
def test_dates_that_count_from_publication(text: str, exact: str, value: str) -> None:
    assert values(text) == [(exact, value)]


@pytest.mark.parametrize(
    ("text", "exact", "value", "type_"),
    [
        ("After two weeks of talks they left.", "two weeks", "P2W", "DURATION"),
        ("It was a two-hour meeting.", "two-hour", "PT2H", "DURATION"),
        ("The 12-year-old war goes on.", "12-year-old", "P12Y", "DURATION"),
        ("It took the past three months.", "the past three months", "P3M", "DURATION"),
        ("It took several days.", "several days", "PXD", "DURATION"),
        ("They waited for weeks.", "weeks", "PXW", "DURATION"),
        ("They waited half an hour.", "half an hour", "PT30M", "DURATION"),
        ("They waited two and a half years.", "two and a half years", "P2Y6M", "DURATION"),
        (
            "It lasted more than twenty-five years.",
            "more than twenty-five years",
            "P25Y",
            "DURATION",
        ),
        ("They meet every Friday.", "every Friday", "XXXX-WXX-5", "SET"),
        ("They meet each July.", "each July", "XXXX-07", "SET"),
        ("They talk daily.", "daily", "XXXX-XX-XX", "SET"),
        ("It costs five million euros a year.", "a year", "P1Y", "SET"),
        ("They meet every two weeks.", "every two weeks", "P2W", "SET"),
        ("They meet on Mondays.", "Mondays", "XXXX-WXX-1", "SET"),
        ("They meet every Monday morning.", "every Monday morning", "XXXX-WXX-1TMO", "SET"),
        ("They stayed for another week.", "another week", "P1W", "DURATION"),
        ("They stayed for a further two weeks.", "a further two weeks", "P2W", "DURATION"),
        ("It fell in a single day.", "a single day", "P1D", "DURATION"),
        ("It takes between two and three years.", "two and three years", "P2Y", "DURATION"),
        ("It took a quarter of a century.", "a quarter of a century", "P25Y", "DURATION"),
        ("It was a months-long trek.", "months-long", "PXM", "DURATION"),
        ("It was a yearlong trek.", "yearlong", "P1Y", "DURATION"),
        ("They talked all week.", "all week", "P1W", "DURATION"),
        ("It is a 10-million-year-old bone.", "10-million-year-old", "P10000000Y", "DURATION"),
    ],
)
def test_durations_and_sets(text: str, exact: str, value: str, type_: str) -> None:
    times = read_times(text, TUESDAY)
    assert [(time.span.exact, time.value, time.type) for time in times] == [(exact, value, type_)]


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister May spoke to the press.",
        "The side may march on.",
        "The army will march to the border.",
        "They won 3:2 at home.",
        "Some 2000 people fled.",
        "It sold 1,500 shares at $1996 each.",
        "Resolution 2254 was adopted.",
        "Security Council resolution 1701 holds.",
        "He scored a second goal.",
        "They reached the quarter-finals.",
        "Mar Delgado was named Player of the Year.",
        "Three-quarters of the members agreed.",
        "The Winter Olympics opened.",
        "As soon as the guns fall silent they will talk.",
        "The daily Al-Ahd wrote so.",
        "The envoy is 61 years old.",
        "They kept to working hours.",
        "Version 1.2.34 is out.",
        "The star is 111 light-years away.",
        "She writes for The Sunday Times.",
        "They watched Saturday Night Live.",
        "He was charged with the murder of April Jones.",
        "They support the March 23 Movement.",
        'He joins the "Today" show.',
        "He spoke on the programme This Morning.",
        "On their Inauguration Days both were young.",
        "They recalled Bloody Sunday.",
        "The Christmas market and Easter Island drew crowds.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert values(text) == []


def test_a_period_compared_is_that_of_the_quarter_spoken_of() -> None:
    text = "Profit fell in the first quarter of 2023 from the same period last year."
    assert values(text)[1] == ("the same period last year", "2022-Q1")


def test_a_month_keeps_the_year_it_had_before() -> None:
    text = "The vote will be held in December. It is no help in December."
    assert [value for _, value in values(text)] == ["2023-12", "2023-12"]


def test_a_report_with_weekdays_is_no_chronicle() -> None:
    past = "The pacts of May 3, 1990, May 4, 1991, May 5, 1992 and June 6, 1993 failed. "
    assert values(f"{past}They met on Monday.")[-1] == ("Monday", "2023-05-08")


def test_both_days_of_a_range_are_read() -> None:
    assert values("The round is set for June 20-21.") == [
        ("June 20", "2023-06-20"),
        ("21", "2023-06-21"),
    ]
    assert values("It was held on 20-21 June 2022.") == [
        ("20", "2022-06-20"),
        ("21 June 2022", "2022-06-21"),
    ]
    assert values("It ran from 1914-18.") == [("1914", "1914"), ("18", "1918")]


def test_the_other_reading_is_kept() -> None:
    (time,) = read_times("The ministers met on Thursday.", TUESDAY)
    assert (time.value, time.alternative, time.anchor) == ("2023-05-04", "2023-05-11", "published")
    (month,) = read_times("They met in October.", TUESDAY)
    assert (month.value, month.alternative) == ("2022-10", "2023-10")


def test_numeric_dates_follow_the_land_of_the_report() -> None:
    text = "It was signed on 05/04/2023."
    american = read_times(text, TUESDAY, language="en-US")[0]
    british = read_times(text, TUESDAY, language="en-GB")[0]
    assert (american.value, american.alternative) == ("2023-05-04", "2023-04-05")
    assert (british.value, british.alternative) == ("2023-04-05", "2023-05-04")
    assert read_times(text, TUESDAY)[0].value == "2023-05-04"
    assert read_times(text, "2023-04-06")[0].value == "2023-04-05"
    assert read_times("It was signed on 28/04/2023.", TUESDAY)[0].value == "2023-04-28"


def test_a_publication_known_only_to_the_month_invents_no_day() -> None:
    assert values("They met on Thursday.", "2023-05") == [("Thursday", "XXXX-WXX-4")]
    assert values("They met today.", "2023-05") == [("today", "2023-05")]
    assert values("They met last year.", "2023-05") == [("last year", "2022")]
    assert values("They met last month.", "2023-05") == [("last month", "2023-04")]
