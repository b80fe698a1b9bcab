"""Deadlocks, among any number of parties."""

from pourparler.model import Deadlock, Phase, Precondition, Support, Told
from pourparler.process.deadlocks import find_deadlocks
from pourparler.process.orderings import orderings
from pourparler.process.positions import positions_held
from tests.process.making import PARTIES, PROCESS, position, precondition

PARENTS = {"withdrawal": "security", "security": None, "refugees": None, "talks": None}


def deadlocks(
    told: list[Told[Precondition]], phases: list[Phase] | None = None, refusals: bool = False
) -> list[Deadlock]:
    stances = [position("freedonia", "withdrawal", "refusal", "2024-02-01")] if refusals else []
    held = positions_held(stances, PARTIES)
    return find_deadlocks(
        orderings(told, PARTIES), held, phases or [], PROCESS, PARENTS, str.capitalize
    )


def test_first_against_later_locks() -> None:
    (found,) = deadlocks(
        [
            precondition("sylvania", "withdrawal", None, "2024-01-01"),
            precondition("freedonia", None, "withdrawal", "2024-03-01"),
        ]
    )
    assert found.sentence == (
        "Sylvania wants withdrawal first; Freedonia would settle withdrawal only later."
    )
    assert found.since == "2024-03-01"
    assert {who.actor for who in found.parties} == {"freedonia", "sylvania"}
    assert len(found.support.evidence) == 2


def test_the_goal_of_the_process_stands_for_the_rest() -> None:
    assert deadlocks(
        [
            precondition("sylvania", "withdrawal", "normalisation", "2024-01-01"),
            precondition("freedonia", "talks", "withdrawal", "2024-01-01"),
        ]
    )


def test_one_party_alone_is_no_deadlock() -> None:
    assert not deadlocks(
        [
            precondition("sylvania", "withdrawal", None, "2024-01-01"),
            precondition("sylvania", None, "withdrawal", "2024-03-01"),
        ]
    )


def test_three_parties_lock_in_a_ring() -> None:
    (found,) = deadlocks(
        [
            precondition("sylvania", "withdrawal", "refugees", "2024-01-01"),
            precondition("freedonia", "refugees", "elections", "2024-01-02"),
            precondition("osterlich", "elections", "withdrawal", "2024-01-03"),
        ]
    )
    assert len(found.parties) == 3


def test_giving_up_a_condition_dissolves_it() -> None:
    (found,) = deadlocks(
        [
            precondition("sylvania", "withdrawal", None, "2024-01-01"),
            precondition("freedonia", None, "withdrawal", "2024-03-01"),
            precondition("sylvania", "withdrawal", None, "2024-08-25", denied=True),
        ]
    )
    assert found.until == "2024-08-25"
    assert found.dissolved == "Sylvania no longer makes it a condition"


def test_an_agreement_dissolves_it() -> None:
    agreed = Phase("border", "agreed", "2024-06-01", Support(1, 1, ()))
    told = [
        precondition("sylvania", "withdrawal", None, "2024-01-01"),
        precondition("freedonia", None, "withdrawal", "2024-03-01"),
    ]
    (found,) = deadlocks(told, [agreed])
    assert found.until == "2024-06-01"


def test_a_refusal_of_what_is_wanted_first_locks() -> None:
    (found,) = deadlocks(
        [precondition("sylvania", "withdrawal", None, "2024-01-01")], refusals=True
    )
    assert found.sentence == "Sylvania wants withdrawal first; Freedonia refuses that."


def test_a_refusal_given_up_dissolves_it() -> None:
    stances = [
        position("freedonia", "withdrawal", "refusal", "2024-02-01"),
        position("freedonia", "withdrawal", "offer", "2024-06-01"),
    ]
    wish = orderings([precondition("sylvania", "withdrawal", None, "2024-01-01")], PARTIES)
    held = positions_held(stances, PARTIES)
    (found,) = find_deadlocks(wish, held, [], PROCESS, PARENTS, str.capitalize)
    assert (found.since, found.until) == ("2024-02-01", "2024-06-01")
    assert found.dissolved == "Freedonia no longer refuses withdrawal"


def test_a_precondition_told_as_a_position_locks_too() -> None:
    stances = [
        position("sylvania", "withdrawal", "precondition", "2024-01-01"),
        position("freedonia", "withdrawal", "refusal", "2024-02-01"),
    ]
    held = positions_held(stances, PARTIES)
    (found,) = find_deadlocks([], held, [], PROCESS, PARENTS, str.capitalize)
    assert found.sentence == "Sylvania wants withdrawal first; Freedonia refuses that."


def test_no_condition_for_talks_is_still_one_for_a_settlement() -> None:
    told = [
        precondition("sylvania", "withdrawal", "normalisation", "2024-01-01"),
        precondition("freedonia", None, "withdrawal", "2024-03-01"),
        precondition("sylvania", "withdrawal", "talks", "2024-08-25", denied=True),
    ]
    (found,) = deadlocks(told)
    assert found.until is None


def test_a_wish_told_again_after_its_denial_stands() -> None:
    told = [
        precondition("sylvania", "withdrawal", None, "2024-01-01"),
        precondition("freedonia", None, "withdrawal", "2024-03-01"),
        precondition("sylvania", "withdrawal", None, "2024-08-25", denied=True),
        precondition("sylvania", "withdrawal", None, "2024-09-10"),
    ]
    (found,) = deadlocks(told)
    assert found.until is None


def test_hundreds_of_orderings_are_searched_at_once() -> None:
    parents = {f"issue-{number}": None for number in range(20)}
    told = [
        precondition(party, f"issue-{one}", f"issue-{other}", "2024-01-01")
        for party in ("freedonia", "sylvania", "osterlich")
        for one in range(20)
        for other in range(20)
        if one != other
    ]
    found = find_deadlocks(orderings(told, PARTIES), [], [], PROCESS, parents, str.capitalize)
    assert all(len(one.orderings) == 2 for one in found)


def test_what_is_wanted_before_something_is_not_told_again_as_wanted_first() -> None:
    wishes = [
        precondition("sylvania", "withdrawal", None, "2024-01-01"),
        precondition("sylvania", "withdrawal", "refugees", "2024-01-01"),
    ]
    (found,) = deadlocks(wishes, refusals=True)
    assert "before refugees" in found.sentence
