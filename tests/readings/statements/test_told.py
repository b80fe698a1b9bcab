"""When, to whom and on what occasion."""

from dataclasses import replace

from pourparler.model import Span, Time
from pourparler.readings.page import Page
from pourparler.readings.statements import find_statements
from tests.readings.statements.desk import parsed

_IN_OCTOBER = (
    "In/ADP/case/1 October_/PROPN/obl/4 ,/PUNCT/punct/4 Brandt/PROPN/nsubj/4"
    " stated/VERB/ROOT/4 that/SCONJ/mark/9 talks/NOUN/nsubj/9 in/ADP/case/8 May/PROPN/nmod/6"
    " failed_/VERB/ccomp/4 ./PUNCT/punct/4"
)


def with_times(page: Page, **values: str) -> Page:
    text = page.report.text
    times = [
        Time(Span.of(text, text.index(word), text.index(word) + len(word)), "DATE", value, value)
        for word, value in values.items()
    ]
    return replace(page, times=tuple(sorted(times, key=lambda time: time.span)))


def test_a_time_beside_the_cue_is_when_it_was_said() -> None:
    page = with_times(parsed(_IN_OCTOBER), October="2023-10", May="2024-05")
    (statement,) = find_statements(page)
    assert statement.stated == "2023-10"


def test_a_time_in_the_content_is_not() -> None:
    page = with_times(parsed(_IN_OCTOBER), May="2024-05")
    (statement,) = find_statements(page)
    assert statement.stated is None


def test_an_interview_is_the_venue_and_its_paper_the_addressee() -> None:
    page = parsed(
        "Talks/NOUN/nsubj/1 failed_/VERB/ROOT/1 ,/PUNCT/punct/1 Brandt/PROPN/nsubj/4"
        " said/VERB/parataxis/1 in/ADP/case/7 an/DET/det/7 interview/NOUN/obl/4"
        " with/ADP/case/10 the/DET/det/10 Gazette_/PROPN/nmod/7 ./PUNCT/punct/1"
    )
    (statement,) = find_statements(page)
    assert statement.venue == "an interview with the Gazette"
    assert statement.addressee is not None
    assert "Gazette" in statement.addressee.span.exact


def test_whoever_goes_on_said_it_at_the_same_time() -> None:
    page = parsed(
        "In/ADP/case/1 October_/PROPN/obl/4 ,/PUNCT/punct/4 Brandt/PROPN/nsubj/4"
        " said/VERB/ROOT/4 talks/NOUN/nsubj/6 failed_/VERB/ccomp/4 ./PUNCT/punct/4"
        " |Brandt/PROPN/nsubj/9 added/VERB/ROOT/9 that/SCONJ/mark/12 war/NOUN/nsubj/12"
        " loomed_/VERB/ccomp/9 ./PUNCT/punct/9"
    )
    first, second = find_statements(with_times(page, October="2023-10"))
    assert (first.stated, second.stated) == ("2023-10", "2023-10")


def test_a_time_of_another_verb_is_not_when_it_was_said() -> None:
    page = parsed(
        "Brandt/PROPN/nsubj/1 welcomed/VERB/ROOT/1 the/DET/det/3 truce_/NOUN/obj/1 ,/PUNCT/punct/1"
        " after/SCONJ/mark/7 Norland/PROPN/nsubj/7 left/VERB/advcl/1 in/ADP/case/9"
        " May_/PROPN/obl/7 ./PUNCT/punct/1"
    )
    (statement,) = find_statements(with_times(page, May="2024-05"))
    assert statement.stated is None
