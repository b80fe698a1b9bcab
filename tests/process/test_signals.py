"""Signals and their answers."""

from msgspec.structs import replace

from pourparler.model import MeetingHeld, Position, Signal, Told
from pourparler.process.changes import changed_signals
from pourparler.process.meetings import merge_meetings
from pourparler.process.signals import find_signals
from tests.process.making import PARTIES, meeting, position, sign

BOTH = "freedonia sylvania"
OFFER = position("freedonia", "talks", "offer", "2024-05-01")


def signals(*stances: Told[Position], meetings: list[MeetingHeld] | None = None) -> list[Signal]:
    """The signals on talks."""
    return find_signals([], stances, meetings or [], PARTIES, frozenset({"talks"}))


def test_an_offer_is_a_signal_towards_the_other_party() -> None:
    (signal,) = signals(OFFER)
    assert (signal.party.actor, [who.actor for who in signal.towards]) == (
        "freedonia",
        ["sylvania"],
    )
    assert signal.answer is None


def test_the_others_next_word_in_its_own_voice_is_the_answer() -> None:
    ascribed = position("sylvania", "talks", "offer", "2024-05-02", by="osterlich")
    own = position("sylvania", "talks", "refusal", "2024-05-09")
    (signal, *_) = signals(OFFER, ascribed, own)
    assert signal.answer == own.item.summary
    assert signal.answered_by is not None
    assert signal.answered_by.report == own.by.report


def test_a_meeting_answers_too() -> None:
    held = merge_meetings([meeting("2024-05-20", BOTH, "2024-05-20")], PARTIES)
    (signal,) = signals(OFFER, meetings=held)
    assert signal.answer == "They met by 2024-05-20"


def test_a_word_of_the_year_after_is_no_answer() -> None:
    (signal, *_) = signals(OFFER, position("sylvania", "talks", "refusal", "2025-05-09"))
    assert signal.answer is None


def test_what_is_said_again_within_days_is_one_signal() -> None:
    assert len(signals(OFFER, position("freedonia", "talks", "offer", "2024-05-03"))) == 1


def test_hopes_of_those_who_take_no_part_are_none() -> None:
    hope = sign("resumed", "2024-05-01", of="ruritania", hoped=True)
    assert find_signals([hope], [], [], PARTIES, frozenset({"talks"})) == []


def test_who_speaks_of_a_pause_to_come_threatens() -> None:
    threat = sign("paused", "2024-05-01", of="freedonia", hoped=True)
    assert find_signals([threat], [], [], PARTIES, frozenset({"talks"})) == []


def test_a_signal_and_its_answer_are_changes() -> None:
    before = signals(OFFER)
    after = signals(OFFER, position("sylvania", "talks", "refusal", "2024-05-09"))
    assert len(changed_signals([], before, lambda _: None)) == 1
    assert changed_signals(before, before, lambda _: None) == []
    (change,) = changed_signals(before, after, lambda _: None)
    assert "answered: sylvania refusal talks" in change.text


def test_a_report_dated_to_a_month_gives_a_signal_too() -> None:
    told = Told(OFFER.item, replace(OFFER.by, published="2024-04", day="2024-04-30"))
    (signal, *_) = signals(told, position("sylvania", "talks", "refusal", "2024-05-09"))
    assert (signal.published, signal.answer is not None) == ("2024-04", True)
