"""Preconditions in invented reports: who wants what before what."""

import pytest

from pourparler.readings.positions import find_positions
from pourparler.readings.preconditions import find_preconditions
from tests.readings.stances.negotiating import Maker, Said

Order = tuple[str, str | None, str | None, bool]

WITHDRAWAL = "troop-withdrawal"

ORDERS: list[tuple[str, tuple[Said, ...], set[Order]]] = [
    (
        "Sylvania will no longer take part in talks until the prisoners are released.",
        (),
        {("sylvania", "prisoners", "talks", False)},
    ),
    (
        "Sylvania supports talks as long as Freedonia withdraws its troops.",
        (),
        {("sylvania", WITHDRAWAL, "talks", False)},
    ),
    (
        "Sylvania conditions the talks on the withdrawal of Freedonian troops.",
        (),
        {("sylvania", WITHDRAWAL, "talks", False)},
    ),
    (
        "Sylvania will not resume talks until Freedonia withdraws its troops.",
        (),
        {("sylvania", WITHDRAWAL, "talks", False)},
    ),
    (
        "Sylvania wants Freedonian troops out of the valley first.",
        (),
        {("sylvania", WITHDRAWAL, None, False)},
    ),
    (
        "Sylvania wants the withdrawal dealt with first, Freedonia later.",
        (),
        {("sylvania", WITHDRAWAL, None, False)},
    ),
    (
        "Sylvania wants Freedonian troops to leave first.",
        (),
        {("sylvania", WITHDRAWAL, None, False)},
    ),
    (
        "Sylvania set two conditions for talks, including the withdrawal of Freedonian troops.",
        (),
        {("sylvania", WITHDRAWAL, "talks", False)},
    ),
    (
        "Sylvania accepted two conditions for talks, including the withdrawal of its troops.",
        (),
        set(),
    ),
    (
        "Sylvania refuses to negotiate unless the prisoners are released.",
        (),
        {("sylvania", "prisoners", "talks", False)},
    ),
    (
        "Novak said that he cannot allow an exchange of prisoners if it is not preceded by the "
        "withdrawal of troops.",
        (
            (
                "Novak",
                "that he cannot allow an exchange of prisoners if it is not preceded by the "
                "withdrawal of troops",
            ),
        ),
        {("sylvania", WITHDRAWAL, "prisoners", False)},
    ),
    (
        "Brandt said Freedonia is ready for talks as long as Sylvania withdraws its troops.",
        (("Brandt", "Freedonia is ready for talks as long as Sylvania withdraws its troops"),),
        {("freedonia", WITHDRAWAL, "talks", False)},
    ),
    (
        '"Normalisation is possible only after the withdrawal of troops," Novak said.',
        (("Novak", "Normalisation is possible only after the withdrawal of troops,"),),
        {("sylvania", WITHDRAWAL, "normalisation", False)},
    ),
    (
        '"The withdrawal of troops is a precondition for normalisation," Novak said.',
        (("Novak", "The withdrawal of troops is a precondition for normalisation,"),),
        {("sylvania", WITHDRAWAL, "normalisation", False)},
    ),
    (
        "Sylvania must pull its forces out of the valley and end its interference in Freedonian "
        "affairs if it wants relations restored, Brandt said.",
        (
            (
                "Brandt",
                "Sylvania must pull its forces out of the valley and end its interference in "
                "Freedonian affairs if it wants relations restored",
            ),
        ),
        {
            ("freedonia", WITHDRAWAL, "normalisation", False),
            ("freedonia", "non-interference", "normalisation", False),
        },
    ),
    (
        "Novak said the first step on the way to peace is a new constitution.",
        (("Novak", "the first step on the way to peace is a new constitution"),),
        {("sylvania", "constitution", None, False)},
    ),
    (
        "Novak said he would meet Freedonia's president only once Freedonia leaves Sylvania.",
        (
            (
                "Novak",
                "he would meet Freedonia's president only once Freedonia leaves Sylvania",
            ),
        ),
        {("sylvania", WITHDRAWAL, "leaders-meeting", False)},
    ),
    (
        "Sylvania demands a ceasefire as a condition for talks.",
        (),
        {("sylvania", "ceasefire", "talks", False)},
    ),
    (
        "Novak insists that it is first necessary to address the withdrawal of troops.",
        (("Novak", "that it is first necessary to address the withdrawal of troops"),),
        {("sylvania", WITHDRAWAL, None, False)},
    ),
    (
        "Freedonia proposes to revisit the issue of withdrawal at a later date.",
        (),
        {("freedonia", None, WITHDRAWAL, False)},
    ),
    (
        "Brandt said the status of the province will be addressed at a later stage.",
        (("Brandt", "the status of the province will be addressed at a later stage"),),
        {("freedonia", None, "status", False)},
    ),
    (
        '"A ceasefire is not a condition for talks," Brandt said.',
        (("Brandt", "A ceasefire is not a condition for talks,"),),
        {("freedonia", "ceasefire", "talks", True)},
    ),
    (
        "Freedonia is ready for talks without preconditions.",
        (),
        {("freedonia", None, "talks", True)},
    ),
    (
        "Freedonia sets no conditions for a dialogue with Sylvania.",
        (),
        {("freedonia", None, "talks", True)},
    ),
    (
        '"A meeting of the presidents depends on the withdrawal of troops," Novak said.',
        (("Novak", "A meeting of the presidents depends on the withdrawal of troops,"),),
        {("sylvania", WITHDRAWAL, "leaders-meeting", False)},
    ),
    (
        '"There can be no talks before the hostages are freed," Novak said.',
        (("Novak", "There can be no talks before the hostages are freed,"),),
        {("sylvania", "hostages", "talks", False)},
    ),
    (
        "Sylvania demands a ceasefire before talks.",
        (),
        {("sylvania", "ceasefire", "talks", False)},
    ),
    (
        "Sylvania is ready for talks if the sanctions are lifted.",
        (),
        {("sylvania", "sanctions-relief", "talks", False)},
    ),
    (
        "Sylvania puts the return of refugees first.",
        (),
        {("sylvania", "refugees-return", None, False)},
    ),
    (
        '"The ceasefire must come first," Novak said.',
        (("Novak", "The ceasefire must come first,"),),
        {("sylvania", "ceasefire", None, False)},
    ),
    (
        '"The withdrawal can only be the last step," Brandt said.',
        (("Brandt", "The withdrawal can only be the last step,"),),
        {("freedonia", None, WITHDRAWAL, False)},
    ),
    (
        '"Only when the blockade is lifted will we return to the talks," Novak said.',
        (("Novak", "Only when the blockade is lifted will we return to the talks,"),),
        {("sylvania", "blockade", "talks", False)},
    ),
    (
        "The Hill Front rejects talks until foreign forces withdraw from the valley.",
        (),
        {("hill-front", WITHDRAWAL, "talks", False)},
    ),
]

NONE: list[tuple[str, tuple[Said, ...]]] = [
    ("Sylvania will suspend arms supplies before the elections on Sunday.", ()),
    ("The talks will not resume until Monday.", ()),
    ("Freedonia and Sylvania met for the first time in ten years.", ()),
    ("A ceasefire was signed before the talks began.", ()),
    ("The source spoke on condition of anonymity after the talks.", ()),
    (
        "There will be no peace until the troops withdraw, the analyst Otto Lind said.",
        (("Lind", "There will be no peace until the troops withdraw"),),
    ),
    ("Conditions in the refugee camps are poor.", ()),
    (
        "Brandt said that Sylvania will face sanctions if it tests a ballistic missile.",
        (("Brandt", "that Sylvania will face sanctions if it tests a ballistic missile"),),
    ),
    (
        "Brandt said that the army has limited its forces before the elections.",
        (("Brandt", "that the army has limited its forces before the elections"),),
    ),
    ("Freedonia later withdrew its troops.", ()),
    ("First the rain came, then the refugees.", ()),
]


def told(maker: Maker, text: str, *said: Said) -> set[Order]:
    """The preconditions found: party, what is wanted, before what, whether denied."""
    page = maker.page(text, *said)
    return {
        (each.party.represents or "", each.wants, each.before, each.denied)
        for each in find_preconditions(page)
    }


@pytest.mark.parametrize(("text", "said", "expected"), ORDERS)
def test_report_tells_an_order(
    maker: Maker, text: str, said: tuple[Said, ...], expected: set[Order]
) -> None:
    assert told(maker, text, *said) == expected


@pytest.mark.parametrize(("text", "said"), NONE)
def test_no_order_is_told(maker: Maker, text: str, said: tuple[Said, ...]) -> None:
    assert told(maker, text, *said) == set()


def test_what_is_wanted_first_is_a_position_too(maker: Maker) -> None:
    text = "Sylvania will not resume talks until Freedonia withdraws its troops."
    found = {
        (each.party.actor, each.issue): each.stance for each in find_positions(maker.page(text))
    }
    assert found[("sylvania", WITHDRAWAL)] == "precondition"


def test_an_order_told_by_another_is_ascribed(maker: Maker) -> None:
    content = "that Sylvania will not resume talks until Freedonia withdraws its troops"
    page = maker.page(f"Holm said {content}.", ("Holm", content))
    found = find_preconditions(page)
    assert [(each.voice, each.party.actor) for each in found] in (
        [("own", "ida-holm")],
        [("ascribed", "sylvania")],
    )
    assert [each.voice for each in found] == ["ascribed"]


def test_evidence_holds_both_sides(maker: Maker) -> None:
    text = "Sylvania will not resume talks until Freedonia withdraws its troops."
    (precondition,) = find_preconditions(maker.page(text))
    assert precondition.evidence[0].holds_in(text)
    assert "talks until Freedonia withdraws its troops" in precondition.evidence[0].exact
