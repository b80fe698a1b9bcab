"""Positions over time."""

from pourparler.process.positions import holding, positions_held
from tests.process.making import PARTIES, position


def test_a_position_told_twice_is_one_with_two_supports() -> None:
    told = [position("sylvania", "withdrawal", "demand", f"2024-0{month}-01") for month in (1, 3)]
    (held,) = positions_held(told, PARTIES)
    assert held.since == "2024-01-01"
    assert held.told_on == "2024-03-01"
    assert (held.support.reports, len(held.support.evidence)) == (2, 2)


def test_an_offer_after_a_refusal_reverses_it_and_ends_it() -> None:
    told = [
        position("freedonia", "withdrawal", "offer", "2024-05-01"),
        position("freedonia", "withdrawal", "refusal", "2024-01-01"),
    ]
    refusal, offer = positions_held(told, PARTIES)
    assert (refusal.stance, refusal.until) == ("refusal", "2024-05-01")
    assert (offer.shift, offer.replaces) == ("reversed", refusal.id)
    assert holding([refusal, offer]) == [offer]


def test_a_precondition_bears_out_a_demand() -> None:
    told = [
        position("sylvania", "withdrawal", "demand", "2024-01-01"),
        position("sylvania", "withdrawal", "precondition", "2024-02-01"),
        position("sylvania", "withdrawal", "demand", "2024-03-01"),
    ]
    (held,) = positions_held(told, PARTIES)
    assert held.stance == "precondition"


def test_what_others_ascribe_does_not_outrank_a_partys_own_word() -> None:
    told = [
        position("freedonia", "talks", "offer", "2024-01-01"),
        position("freedonia", "talks", "refusal", "2024-02-01", by="sylvania"),
    ]
    (held,) = positions_held(told, PARTIES)
    assert (held.stance, held.voice) == ("offer", "own")


def test_those_who_take_no_part_have_no_position() -> None:
    assert positions_held([position("ruritania", "talks", "offer", "2024-01-01")], PARTIES) == []


def test_the_partys_own_plain_and_latest_words_are_shown() -> None:
    told = [
        position("sylvania", "withdrawal", "demand", "2024-01-01", by="osterlich"),
        position("sylvania", "withdrawal", "demand", "2024-02-01"),
        position("sylvania", "withdrawal", "demand", "2024-03-01"),
        position("sylvania", "withdrawal", "precondition", "2024-04-01", by="osterlich"),
    ]
    (held,) = positions_held(told, PARTIES)
    assert (held.voice, held.summary) == ("own", told[2].item.summary)
    assert held.support.reports == 4
