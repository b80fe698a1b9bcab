"""What is said beside the thing wanted: its issue is not the position's."""

import pytest

from pourparler.readings.positions import find_positions
from tests.readings.stances.negotiating import Maker

# A text and the issues of the positions in it.
BESIDE: list[tuple[str, set[str]]] = [
    (
        "Freedonia calls for a halt to cocoa exports to cut off funding for the rebels.",
        {"trade"},
    ),
    ("Freedonia calls for the leaders to be punished over the election protests.", set()),
    ("Freedonia urges Sylvania to make an appeal for his release at a summit in June.", set()),
    (
        "Freedonia rejects a deal between mediators and the coalition government asking the "
        "president to resign.",
        {"leaders-departure"},
    ),
    (
        "Freedonia urges Sylvania to take responsibility for threats to national sovereignty.",
        set(),
    ),
    ("Freedonia agrees to repatriate its prisoners.", {"prisoners"}),
    ("Freedonia agrees to repatriate the valley people.", {"refugees-return"}),
    ("Freedonia promises that the federal government will pay for the bridge.", set()),
    ("Freedonia demands a federal system in the valley.", {"autonomy"}),
    ("Freedonia demands 500 tonnes of rice from Sylvania.", {"financial-aid"}),
    ("Freedonia renounces her Sylvanian visa.", set()),
    ("Freedonia supports a Sylvanian-brokered maritime deal.", set()),
    ("Freedonia demands reparations for an attack on a nuclear reactor.", {"reparations"}),
    ("Freedonia agrees to accept refugees.", {"migration"}),
    ("Freedonia agrees to stop aid to the Sylvanian farms.", {"financial-aid"}),
]

# What sounds like it and is the thing itself.
THING: list[tuple[str, set[str]]] = [
    ("Freedonia refuses to sit at the negotiating table.", {"talks"}),
    ("Freedonia agrees to stop aid to the rebels.", {"support-for-armed-groups"}),
    ("Freedonia agrees to ceasefire operations against the Hill Front.", {"ceasefire"}),
    ("Freedonia insists on participation at the talks.", {"talks-format"}),
    ("Freedonia agrees to negotiate over the border dispute.", {"talks"}),
    ("Freedonia presented a proposal to end the war.", {"peace-agreement"}),
]


@pytest.mark.parametrize(("text", "issues"), [*BESIDE, *THING])
def test_issue_is_that_of_what_is_wanted(maker: Maker, text: str, issues: set[str]) -> None:
    assert {one.issue for one in find_positions(maker.page(text))} == issues


def test_each_deed_is_asked_of_whom_it_is_asked(maker: Maker) -> None:
    text = "Freedonia urges Sylvania to cease fighting and negotiate with the government."
    told = {one.issue: one.summary for one in find_positions(maker.page(text))}
    assert told["talks"] == "Freedonia demands that Sylvania negotiate with the government"
    assert told["ceasefire"].startswith("Freedonia demands that Sylvania cease fighting")


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (
            "Osterlich invites Freedonia and Sylvania to ceasefire talks in June.",
            "Osterlich invites Freedonia and Sylvania to ceasefire talks in June",
        ),
        (
            "Osterlich invites Freedonia to peace talks.",
            "Osterlich invites Freedonia to peace talks",
        ),
    ],
)
def test_who_invites_to_talks_offers_talks(maker: Maker, text: str, summary: str) -> None:
    (position,) = find_positions(maker.page(text))
    assert (position.stance, position.issue) == ("offer", "talks")
    assert position.summary == summary


def test_a_verb_taken_for_a_noun_is_no_part_of_what_is_rejected(maker: Maker) -> None:
    (position,) = find_positions(maker.page("Freedonia rejects any change and calls for dialogue."))
    assert (position.stance, position.summary) == ("demand", "Freedonia demands dialogue")


def test_what_all_must_do_is_demanded_without_must(maker: Maker) -> None:
    text = "Freedonia agrees that a multinational force must be sent to the valley."
    (position,) = find_positions(maker.page(text))
    assert position.summary == (
        "Freedonia demands that a multinational force be sent to the valley"
    )


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (
            "Sylvania is invited by Osterlich to attend a summit in June.",
            "Osterlich proposes that Sylvania attend a summit in June",
        ),
        (
            "Freedonia issued an ultimatum to Sylvania to withdraw its troops.",
            "Freedonia demands that Sylvania withdraw its troops",
        ),
        (
            "Another ceasefire is rejected by Sylvania.",
            "Sylvania rejects another ceasefire",
        ),
    ],
)
def test_who_is_asked_is_named(maker: Maker, text: str, summary: str) -> None:
    assert [one.summary for one in find_positions(maker.page(text))] == [summary]


def test_what_is_called_necessary_for_another_is_asked_of_it(maker: Maker) -> None:
    content = "that it is necessary for Sylvania to withdraw its troops"
    page = maker.page(f"Brandt said {content}.", ("Brandt", content))
    summaries = [one.summary for one in find_positions(page)]
    assert summaries == ["Freedonia demands that Sylvania withdraw its troops"]
