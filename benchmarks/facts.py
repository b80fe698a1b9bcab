"""The sample's record against what a person finds in it (examples/turkey-syria-gold/facts.toml).

    python -m benchmarks.facts [--misses]

Counts the meetings, positions, preconditions, deadlocks and phases of the list that the record
holds, and beside them how many the record holds in all: the list is not everything there is, so
the rest is to be looked at, not counted as wrong.
"""

import argparse
import tempfile
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pourparler.app import Record, View
from pourparler.model import MeetingHeld, Position, Precondition, may_coincide
from pourparler.record.kinds import POSITIONS, PRECONDITIONS

EXAMPLES = Path(__file__).parents[1] / "examples"
Fact = Mapping[str, Any]

_WANTS = {"demand", "precondition"}
_WILLING = {"offer", "commitment", "support"}


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the sample, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--misses", action="store_true", help="list the facts not found")
    options = parser.parse_args(arguments)
    facts = tomllib.loads((EXAMPLES / "turkey-syria-gold" / "facts.toml").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "sample.db") as record:
        record.read(EXAMPLES / "turkey-syria")
        view = record.as_of(process="turkey-syria")
        for kind, (held, holds) in _questions(view).items():
            found = [any(holds(one, fact) for one in held) for fact in facts[kind]]
            print(f"{kind}: {sum(found)} of {len(found)} found, of {len(held)} in the record")
            for fact, hit in zip(facts[kind], found, strict=True):
                if options.misses and not hit:
                    told = {name: value for name, value in fact.items() if name != "reports"}
                    print(f"    missing: {told}  reports {', '.join(fact.get('reports', []))}")


def _questions(view: View) -> dict[str, tuple[list[Any], Callable[[Any, Fact], bool]]]:
    return {
        "meetings": (list(view.meetings()), _is_meeting),
        "positions": (
            [told.item for told in view.told(POSITIONS)],
            lambda one, fact: _is_position(one, fact, view),
        ),
        "preconditions": (
            [told.item for told in view.told(PRECONDITIONS)],
            lambda one, fact: _is_precondition(one, fact, view),
        ),
        "deadlocks": (
            list(view.deadlocks()),
            lambda one, fact: {who.actor for who in one.parties} == set(fact["parties"]),
        ),
        "phases": (
            list(view.phases()),
            lambda one, fact: one.phase == fact["name"] and one.since[:7] == fact["since"][:7],
        ),
    }


def _is_meeting(meeting: MeetingHeld, fact: Fact) -> bool:
    """The same time, status and level, with at least two of the participants."""
    sides = {who.represents or who.actor for who in meeting.participants}
    sides |= {who.actor for who in meeting.participants}
    when = fact.get("occurred")
    dated = when is None or (meeting.occurred is not None and may_coincide(meeting.occurred, when))
    levels = fact.get("level") in (None, *meeting.level) or not meeting.level
    together = len(sides & set(fact["participants"])) >= 2
    same_round = "round" in fact and meeting.round == fact["round"]
    return dated and levels and meeting.status == fact["status"] and (together or same_round)


def _is_position(position: Position, fact: Fact, view: View) -> bool:
    families = (_WANTS, _WILLING, {"refusal"})
    return (
        view.side(position.party).actor == fact["party"]
        and position.issue == fact["issue"]
        and any({position.stance, fact["stance"]} <= family for family in families)
        and position.voice == fact["voice"]
    )


def _is_precondition(one: Precondition, fact: Fact, view: View) -> bool:
    wants = "wants" not in fact or one.wants == fact["wants"]
    return (
        view.side(one.party).actor == fact["party"]
        and wants
        and one.denied == fact.get("denied", False)
    )


if __name__ == "__main__":
    main()
