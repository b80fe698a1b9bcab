"""What is accepted only on terms, told by a phrase and not by a clause with "if"."""

import pytest

from pourparler.readings.positions import find_positions
from pourparler.readings.preconditions import find_preconditions
from tests.readings.stances.negotiating import Maker

ON_TERMS = [
    (
        "Freedonia accepts a ceasefire but with conditions.",
        "Freedonia is ready to accept a ceasefire but with conditions",
    ),
    (
        "Freedonia agrees to talks, subject to approval by parliament.",
        "Freedonia is ready for talks subject to approval by parliament",
    ),
    (
        "Freedonia agrees to a ceasefire conditional on the release of prisoners.",
        "Freedonia is ready for a ceasefire conditional on the release of prisoners",
    ),
    (
        "Freedonia agrees to a ceasefire on the condition that Sylvania withdraws its troops.",
        "Freedonia is ready for a ceasefire on the condition that Sylvania withdraws its troops",
    ),
]
ORDERS = [
    (
        "Freedonia accepted a ceasefire, conditional on a withdrawal of Sylvanian troops.",
        ("troop-withdrawal", "ceasefire"),
    ),
    (
        "Freedonia agrees to a ceasefire conditional on the release of prisoners.",
        ("prisoners", "ceasefire"),
    ),
    (
        "Freedonia agrees to a ceasefire on the condition that Sylvania withdraws its troops.",
        ("troop-withdrawal", "ceasefire"),
    ),
    (
        "Freedonia extends the truce but Sylvania refuses to do so unless Freedonia withdraws "
        "its troops.",
        ("troop-withdrawal", "ceasefire"),
    ),
]


@pytest.mark.parametrize(("text", "summary"), ON_TERMS)
def test_terms_stay_in_the_summary(maker: Maker, text: str, summary: str) -> None:
    held_out = [one for one in find_positions(maker.page(text)) if one.stance != "precondition"]
    told = [(one.stance, one.summary.replace(",", "")) for one in held_out]
    assert told == [("offer", summary)]


@pytest.mark.parametrize(("text", "order"), ORDERS)
def test_what_is_accepted_on_terms_comes_after_them(
    maker: Maker, text: str, order: tuple[str, str]
) -> None:
    assert [(one.wants, one.before) for one in find_preconditions(maker.page(text))] == [order]


@pytest.mark.parametrize(
    "text",
    [
        "Freedonia agrees to talks on conditions in the camps.",
        "Freedonia agrees to hold talks and Sylvania will come under certain conditions.",
    ],
)
def test_how_things_are_makes_no_terms(maker: Maker, text: str) -> None:
    first = find_positions(maker.page(text))[0]
    assert (first.stance, first.issue) == ("commitment", "talks")
