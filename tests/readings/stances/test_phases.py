"""Phase signs in invented reports: where talks stand, whose they are, and why."""

from dataclasses import replace

import pytest

from pourparler.model import PhaseSign
from pourparler.readings.phases import find_phase_signs
from pourparler.readings.times import find_times
from tests.readings.stances.negotiating import Maker, Said

BOTH = {"freedonia", "sylvania"}

SIGNS: list[tuple[str, str, bool, set[str]]] = [
    ("Freedonia and Sylvania resumed talks on Monday.", "resumed", False, BOTH),
    ("Talks between Freedonia and Sylvania resumed on Monday.", "resumed", False, BOTH),
    ("Peace talks between Freedonia and Sylvania collapsed.", "collapsed", False, BOTH),
    ("Talks between Freedonia and Sylvania broke down.", "collapsed", False, BOTH),
    ("Talks between Freedonia and Sylvania ended without an agreement.", "paused", False, BOTH),
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
    ("Freedonia and Sylvania failed to reach an agreement.", "paused", False, BOTH),
    ("Freedonia and Sylvania failed to agree on a border.", "paused", False, BOTH),
    (
        "The signing of a peace treaty between Freedonia and Sylvania is conditional on a reform.",
        "agreed",
        True,
        BOTH,
    ),
    ("Freedonia withdrew from the peace treaty with Sylvania.", "collapsed", False, BOTH),
    ("The truce between Freedonia and Sylvania broke down.", "collapsed", False, BOTH),
    ("Osterlich urges Freedonia and Sylvania to end it by resuming talks.", "resumed", True, BOTH),
]

# What an agreement settles: the issue it is on, and whether that alone.
AGREEMENTS: list[tuple[str, str | None, bool]] = [
    ("Freedonia and Sylvania agreed to open the railway bridge over the Lunna.", None, True),
    ("Freedonia and Sylvania agree on an exchange of prisoners.", "prisoners", True),
    ("Freedonia and Sylvania signed a new agreement on gas transit.", "energy", True),
    ("Freedonia and Sylvania agreed to a ceasefire.", "ceasefire", True),
    ("Freedonia and Sylvania agreed on a peace treaty.", "peace-agreement", False),
    ("Freedonia and Sylvania reach an accord aimed at normalising relations.", None, False),
]

# What is told beside the news, and the day it is given.
RECALLED: list[tuple[str, bool, str | None]] = [
    ("The talks between Freedonia and Sylvania had been suspended.", True, None),
    ("Talks between Freedonia and Sylvania were suspended in 2029.", False, "2029"),
    ("Talks between Freedonia and Sylvania have been suspended since 2029.", False, "2029/.."),
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
        "The talks were suspended entirely because of the elections in Freedonia.",
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
    "Freedonia and Sylvania failed to make a breakthrough in the talks.",
    "Freedonia and Sylvania agreed that the harvest was poor.",
    "The bank signed an agreement with the mill.",
    "The government of Freedonia fell in a vote of no confidence.",
    "The rebels tried to overthrow the government of Sylvania.",
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


@pytest.mark.parametrize(("text", "issue", "partial"), AGREEMENTS)
def test_what_an_agreement_settles(
    maker: Maker, text: str, issue: str | None, partial: bool
) -> None:
    (sign,) = signs(maker, text)
    assert (sign.phase, sign.partial, sign.hoped) == ("agreed", partial, False)
    assert issue is None or sign.issue == issue
    assert {each.represents for each in sign.parties} == BOTH


@pytest.mark.parametrize(("text", "recalled", "since"), RECALLED)
def test_background_is_told_from_news(
    maker: Maker, text: str, recalled: bool, since: str | None
) -> None:
    page = maker.page(text)
    page = replace(page, times=find_times(page))
    (sign,) = [one for one in find_phase_signs(page) if one.phase in ("paused", "resumed")]
    assert (sign.recalled, sign.since) == (recalled, since)


@pytest.mark.parametrize(
    "text",
    [
        "Voters in Freedonia narrowly fail to ratify a peace deal with Sylvania.",
        "Freedonian voters rejected the peace deal with Sylvania.",
        "No agreement was reached between Freedonia and Sylvania.",
        "Freedonia and Sylvania did not reach a peace deal in Osterlich.",
    ],
)
def test_a_deal_that_is_rejected_or_not_reached_is_a_setback(maker: Maker, text: str) -> None:
    (sign,) = signs(maker, text)
    assert (sign.phase, sign.hoped) == ("paused", False)


def test_talks_are_dated_by_their_name(maker: Maker) -> None:
    page = maker.page("The February talks between Freedonia and Sylvania broke down.")
    (sign,) = find_phase_signs(replace(page, times=find_times(page)))
    assert (sign.phase, sign.since is not None) == ("collapsed", True)


def test_what_several_with_titles_agree_on_is_of_all_of_them(maker: Maker) -> None:
    text = (
        "Minister Anna Brandt and Minister Karel Novak agree to connect the two capitals by rail."
    )
    (sign,) = signs(maker, text)
    assert [each.represents for each in sign.parties] == ["freedonia", "sylvania"]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels overthrew the government of Sylvania.",
        "The regime of Sylvania has collapsed.",
        "Sylvania held out for a year. Then the regime collapsed.",
    ],
)
def test_a_government_falls(maker: Maker, text: str) -> None:
    (sign,) = signs(maker, text)
    assert sign.fallen is not None
    assert (sign.phase, sign.fallen.represents) == ("collapsed", "sylvania")
    assert sign.causes == sign.evidence


def test_who_said_so_is_kept(maker: Maker) -> None:
    content = "that the elections had led to a pause in the negotiations"
    (sign,) = signs(maker, f"Holm said {content}.", ("Holm", content))
    assert sign.said_by is not None
    assert sign.said_by.actor == "ida-holm"
    assert [each.exact for each in sign.causes] == ["the elections"]
