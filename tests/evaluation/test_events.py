"""Scoring of events: who counts as the same, what counts as found."""

from pathlib import Path
from typing import Any

import pytest

from pourparler.errors import UsageError
from pourparler.evaluation.events import (
    as_row,
    category_of,
    predict,
    read_rows,
    same_actor,
    score,
    score_given,
)
from pourparler.model import Event, Mention, Span

GOLD: list[dict[str, Any]] = [
    {
        "id": "1",
        "text": "Ruritania condemned Borduria.",
        "events": [{"source": "Ruritania", "target": "Borduria", "code": "DISAPPROVE"}],
    },
    {"id": "2", "text": "The harvest was good.", "events": []},
]


def row(source: str, target: str | None, code: str, status: str = "actual") -> dict[str, Any]:
    return {"source": source, "target": target, "type": None, "code": code, "status": status}


def test_the_same_actor_shares_a_name() -> None:
    assert same_actor("the Ruritanian government", "Ruritanian")
    assert same_actor("senior officials", "officials in the capital")
    assert not same_actor("the government of Ruritania", "the government of Borduria")


def test_editions_and_codes_meet_in_one_category() -> None:
    assert category_of({"code": "FIGHT"}) == category_of({"code": "195"}) == "ASSAULT"
    assert category_of({"type": "RETREAT"}) == category_of({"root": "08"}) == "YIELD"


def test_right_and_wrong_are_counted() -> None:
    right = [
        {"id": "1", "events": [row("Ruritania", "Borduria", "111")]},
        {"id": "2", "events": []},
    ]
    assert score(GOLD, right)["full"]["f1"] == 100
    wrong = [
        {"id": "1", "events": [row("Borduria", "Ruritania", "111")]},
        {"id": "2", "events": [row("Borduria", None, "190")]},
    ]
    figures = score(GOLD, wrong)
    assert figures["full"]["f1"] == 0
    assert figures["root"]["f1"] == 100
    assert figures["false_events"] == 100


def test_a_denied_event_is_no_event() -> None:
    denied = [{"id": "2", "events": [row("Borduria", "Ruritania", "190", "denied")]}]
    assert score(GOLD, denied)["false_events"] == 0


def test_what_both_did_is_met_in_either_order() -> None:
    gold = [
        {
            "id": "1",
            "events": [
                {"source": ["Ruritania", "Borduria"], "target": [], "code": "AGREE",
                 "reciprocal": True}
            ],
        }
    ]  # fmt: skip
    found = [{"id": "1", "events": [row("Borduria", "Ruritania", "030")]}]
    assert score(gold, found)["full"]["f1"] == 100


def test_macro_f1_weighs_categories_alike() -> None:
    gold = [
        {"id": str(at), "events": [{"source": "A", "target": "B", "code": code}]}
        for at, code in enumerate(["ACCUSE", "ACCUSE", "ACCUSE", "AID"])
    ]
    found = [{"id": str(at), "events": [row("A", "B", "111")]} for at in range(4)]
    figures = score_given(gold, found)
    assert figures["by_root"] == {"ACCUSE": 85.7, "AID": 0.0}
    assert figures["root"] == 42.9


def test_predictions_carry_code_and_root() -> None:
    mention = Mention(Span(0, 9, "Ruritania"), None, "Ruritania", "name")
    event = Event("e", (Span(0, 9, "Ruritania"),), type="AID", cameo="072", actors=(mention,))
    assert as_row(event) == {
        "source": "Ruritania",
        "target": None,
        "type": "AID",
        "code": "072",
        "root": "07",
        "status": "actual",
    }
    assert [told["id"] for told in predict(GOLD, lambda report: [event])] == ["1", "2"]


def test_a_pronoun_is_scored_as_whom_it_stands_for() -> None:
    mention = Mention(Span(5, 7, "it"), "ruritania", "Ruritania", "pronoun")
    event = Event("e", (Span(0, 9, "Borduria "),), type="AID", recipients=(mention,))
    assert as_row(event)["target"] == "Ruritania"


def test_a_broken_row_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "1", "events": []}\n{"id": "2"}\n')
    with pytest.raises(UsageError, match="line 2"):
        read_rows(path)


def test_types_are_called_as_the_gold_calls_them() -> None:
    event = Event("e", (Span(0, 1, "x"),), type="RETREAT", cameo="0874")
    assert as_row(event)["type"] == "RETREAT"
    assert as_row(event, "PLOVER-15")["type"] == "YIELD"
    accusation = Event("e", (Span(0, 1, "x"),), type="ACCUSE", cameo="090")
    assert as_row(accusation, "PLOVER-0.5b1")["type"] == "INVESTIGATE"
