"""Memberships in invented reports: who is in a format, as what, and since when it meets."""

from dataclasses import replace

import pytest

from pourparler.codebook import Codebook, Format
from pourparler.readings.memberships import find_memberships
from pourparler.readings.page import Page
from tests.readings.stances.negotiating import Maker

LAKE = Format("lake-format", "Lake format", aliases=("Lake talks", "Lake process"))


@pytest.fixture
def told(maker: Maker, codebook: Codebook) -> "Told":
    return Told(maker, replace(codebook, formats={"lake-format": LAKE}))


class Told:
    """Reads a text with one invented format in the codebook."""

    def __init__(self, maker: Maker, codebook: Codebook) -> None:
        self._maker, self._codebook = maker, codebook

    def page(self, text: str) -> Page:
        return replace(self._maker.page(text), codebook=self._codebook)

    def members(self, text: str) -> dict[str | None, str | None]:
        found = find_memberships(self.page(text))
        return {each.member.actor: each.role for each in found if each.member is not None}

    def rounds(self, text: str) -> list[int | None]:
        return [each.rounds for each in find_memberships(self.page(text)) if each.member is None]


def test_members_take_the_role_that_their_list_is_given(told: Told) -> None:
    text = (
        "The Lake format includes Osterlich and the League of Nations as guarantors, alongside "
        "representatives of Freedonia and Sylvania."
    )
    assert told.members(text) == {
        "osterlich": "guarantor",
        "league": "guarantor",
        "freedonia": "party",
        "sylvania": "party",
    }


def test_observers_named_before_their_list(told: Told) -> None:
    text = "The Lake talks include Freedonia and Sylvania, and observer countries: Osterlich."
    assert told.members(text) == {"freedonia": None, "sylvania": None, "osterlich": "observer"}


def test_who_is_said_to_be_a_guarantor(told: Told) -> None:
    assert told.members("Osterlich is a guarantor of the Lake format.") == {
        "osterlich": "guarantor"
    }


def test_meetings_held_to_date(told: Told) -> None:
    assert told.rounds("The Lake talks have been ongoing, with 12 meetings held to date.") == [12]


def test_the_ordinal_of_a_meeting(told: Told) -> None:
    assert told.rounds("The 7th meeting of the Lake format was held in May.") == [7]
    assert told.rounds("The 8th meeting of the Lake format will be held in June.") == []


def test_no_format_no_membership(told: Told) -> None:
    assert find_memberships(told.page("The pact includes Freedonia and Sylvania.")) == ()


def test_evidence_slices_back(told: Told) -> None:
    text = "The Lake  format includes Freedonia\nand Sylvania."
    found = find_memberships(told.page(text))
    assert found
    assert all(span.holds_in(text) for each in found for span in each.evidence)
