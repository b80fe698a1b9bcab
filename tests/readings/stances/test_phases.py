"""Phase signs in invented reports: where talks stand, whose they are, and why."""

import pytest

from pourparler.model import PhaseSign
from pourparler.readings.phases import find_phase_signs
from tests.readings.stances.negotiating import Maker, Said

BOTH = {"freedonia", "sylvania"}

SIGNS: list[tuple[str, str, bool, set[str]]] = [
    ("Freedonia and Sylvania resumed talks on Monday.", "resumed", False, BOTH),
    ("Talks between Freedonia and Sylvania resumed on Monday.", "resumed", False, BOTH),
    ("Peace talks between Freedonia and Sylvania collapsed.", "collapsed", False, BOTH),
    ("Talks between Freedonia and Sylvania broke down.", "collapsed", False, BOTH),
    ("Talks between Freedonia and Sylvania ended without an agreement.", "collapsed", False, BOTH),
    ("Freedonia suspended its talks with Sylvania.", "paused", False, BOTH),
    ("The negotiations between Freedonia and Sylvania have stalled.", "paused", False, BOTH),
    ("Talks between Freedonia and Sylvania are on hold.", "paused", False, BOTH),
    ("Drought brought the talks between Freedonia and Sylvania to a halt.", "paused", False, BOTH),
    ("The rapprochement between Freedonia and Sylvania stalled.", "paused", False, BOTH),
    ("Freedonia and Sylvania held talks in Osterlich.", "talks", False, BOTH),
    ("Freedonia and Sylvania signed a peace treaty.", "agreed", False, BOTH),
    (
        "The peace treaty between Freedonia and Sylvania entered into force.",
        "implemented",
        False,
        BOTH,
    ),
    ("Freedonia and Sylvania agreed to resume talks.", "resumed", True, BOTH),
    ("Freedonia hopes to resume talks with Sylvania.", "resumed", True, BOTH),
    (
        "The third round of talks between Freedonia and Sylvania will resume on Monday.",
        "resumed",
        True,
        BOTH,
    ),
    ("Freedonia and Sylvania signalled interest in resuming dialogue.", "resumed", True, BOTH),
    (
        "Osterlich called for the resumption of talks between Freedonia and Sylvania.",
        "resumed",
        True,
        BOTH,
    ),
    ("Freedonia and Sylvania held exploratory talks in a hotel by the lake.", "talks", False, BOTH),
]

CAUSES: list[tuple[str, str, str]] = [
    (
        "Border clashes and a change of government led to a pause in the talks.",
        "paused",
        "Border clashes and a change of government",
    ),
    (
        "The talks were suspended because of the elections in Freedonia.",
        "paused",
        "because of the elections in Freedonia",
    ),
    (
        "The peace talks collapsed over the status of the harbour.",
        "collapsed",
        "over the status of the harbour",
    ),
    (
        "The talks stalled due to the shelling of the valley.",
        "paused",
        "due to the shelling of the valley",
    ),
]

NONE = [
    "Freedonia and Sylvania did not resume talks.",
    "The talks have not collapsed.",
    "Sylvania denies that the talks collapsed.",
    "Freedonia failed to revive the talks.",
    "The market resumed trading after talks with the bank.",
    "A ceasefire agreement was not signed.",
    "The house collapsed.",
    "If the talks collapse, the war goes on.",
]


def signs(maker: Maker, text: str, *said: Said) -> tuple[PhaseSign, ...]:
    """The phase signs of a text."""
    return find_phase_signs(maker.page(text, *said))


@pytest.mark.parametrize(("text", "phase", "hoped", "parties"), SIGNS)
def test_report_tells_a_phase(
    maker: Maker, text: str, phase: str, hoped: bool, parties: set[str]
) -> None:
    (sign,) = signs(maker, text)
    assert (sign.phase, sign.hoped) == (phase, hoped)
    assert {each.represents for each in sign.parties} == parties
    assert sign.evidence[0].holds_in(text)


@pytest.mark.parametrize(("text", "phase", "cause"), CAUSES)
def test_report_tells_why(maker: Maker, text: str, phase: str, cause: str) -> None:
    (sign,) = signs(maker, text)
    assert sign.phase == phase
    assert [each.exact for each in sign.causes] == [cause]


@pytest.mark.parametrize("text", NONE)
def test_no_phase_is_told(maker: Maker, text: str) -> None:
    assert signs(maker, text) == ()


def test_who_said_so_is_kept(maker: Maker) -> None:
    content = "that the elections had led to a pause in the negotiations"
    (sign,) = signs(maker, f"Holm said {content}.", ("Holm", content))
    assert sign.said_by is not None
    assert sign.said_by.actor == "ida-holm"
    assert [each.exact for each in sign.causes] == ["the elections"]
