"""The two real reports, where they lie beside the checkout: what the record must hold of them.

The reports are not ours to publish, so only short facts stand here.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pourparler.app import Record
from pourparler.model import Statement, Told

REPORTS = Path(__file__).parents[3] / "shared" / "reports"

pytestmark = pytest.mark.skipif(
    not REPORTS.is_dir(), reason=f"the real reports are not at {REPORTS.parent.name}/reports"
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with Record(tmp_path_factory.mktemp("real") / "real.db") as record:
        record.read(REPORTS)
        yield record


def said_by(record: Record, name: str, kind: str) -> list[Told[Statement]]:
    found = record.as_of().statements(speaker=name)
    return [told for told in found if told.item.kind == kind]


def test_direct_quotations_are_whole_and_have_their_speakers(record: Record) -> None:
    zakharova = said_by(record, "Zakharova", "direct")
    assert len(zakharova) == 3, "one of them closed with the wrong mark"
    assert all(len(told.item.content[0].exact.split()) > 20 for told in zakharova)
    (lavrov,) = said_by(record, "Lavrov", "direct")
    assert len(lavrov.item.content[0].exact.split()) > 60
    for told in (*zakharova, lavrov):
        assert told.item.speaker is not None
        assert told.item.speaker.represents == "russia"


def test_roles_and_pronouns_are_resolved(record: Record) -> None:
    texts = {
        told.item.speaker.span.exact
        for told in record.as_of().statements(speaker="Lavrov")
        if told.item.speaker is not None
    }
    assert any("diplomat" in text for text in texts)
    assert any(text.lower() == "he" for text in texts)
    assert any("minister" in text.lower() and "lavrov" not in text.lower() for text in texts)


def test_erdogan_asked_putin_for_help_in_october(record: Record) -> None:
    told = record.as_of().statements(speaker="Erdoğan")
    expected = next(one.item for one in told if "constructive" in one.item.content[0].exact)
    assert expected.stated == "2024-10"
    asked = next(one.item for one in told if one.item.act == "asked")
    assert asked.addressee is not None
    assert asked.addressee.actor == "vladimir-putin"


def test_the_orderings_conflict_and_lock(record: Record) -> None:
    view = record.as_of("2024-11-01", process="turkey-syria")
    wishes = {(one.party.actor, one.wants, one.before) for one in view.preconditions()}
    assert any(party == "syria" and wants == "troop-withdrawal" for party, wants, _ in wishes)
    assert any(party == "turkey" and before == "troop-withdrawal" for party, _, before in wishes)
    (deadlock,) = view.deadlocks()
    assert {who.actor for who in deadlock.parties} == {"syria", "turkey"}
    assert all(one.voice == "ascribed" for one in deadlock.orderings)


def test_no_deadlock_was_known_in_august(record: Record) -> None:
    view = record.as_of("2024-08-01", process="turkey-syria")
    assert len(view.reports()) == 1
    assert not view.deadlocks()
    assert not view.positions(issue="withdrawal")


def test_positions_are_ascribed_to_whom_they_belong(record: Record) -> None:
    held = record.as_of("2024-11-01", process="turkey-syria").positions()
    found = {(one.party.actor, one.issue): one for one in held}
    assert found["syria", "troop-withdrawal"].stance == "precondition"
    assert found["syria", "troop-withdrawal"].ascribed_by is not None
    assert found["turkey", "territorial-integrity"].stance == "commitment"
    assert any(one.party.actor == "russia" and one.voice == "own" for one in held)


def test_the_pause_has_its_causes_from_both(record: Record) -> None:
    phases = record.as_of("2024-11-01", process="turkey-syria").phases()
    assert phases[-1].phase == "paused"
    assert len({cause.evidence.report for cause in phases[-1].causes}) == 2


def test_the_format_is_known(record: Record) -> None:
    (facts,) = record.as_of("2024-11-01", process="turkey-syria").formats()
    roles: dict[str | None, set[str | None]] = {}
    for who, _ in facts.members:
        roles.setdefault(who.role, set()).add(who.actor)
    assert roles["guarantor"] == {"russia", "iran", "turkey"}
    assert roles["observer"] == {"jordan", "lebanon", "iraq"}
    assert {"syria.government", "syria.opposition", "un"} <= roles["party"]
    assert (facts.since, facts.rounds) == ("2017", 21)


def test_meetings_of_2023_and_the_one_proposed(record: Record) -> None:
    meetings = record.as_of("2024-11-01", process="turkey-syria").meetings()
    (series,) = [one for one in meetings if one.place == "Moscow"]
    assert {who.actor for who in series.participants} == {"russia", "turkey", "syria", "iran"}
    assert set(series.level) == {"foreign-ministers", "defence-ministers", "intelligence-chiefs"}
    assert series.occurred == "2023"
    (summit,) = [one for one in meetings if one.status == "proposed"]
    assert {who.represents for who in summit.participants} == {"turkey", "syria"}


def test_an_election_elsewhere_is_an_event_outside_the_talks(record: Record) -> None:
    events = record.as_of("2024-11-01").events()
    (election,) = [told.item for told in events if told.item.mode == "election"]
    assert election.occurred == "2024-07-05"
    assert not any("2024-07-05" in line.when for line in record.as_of("2024-11-01").timeline())
