"""Scores of statements against gold, by hand and against each other."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from pourparler.errors import UsageError
from pourparler.evaluation.statements import predict, read_rows, score, worst
from pourparler.model import Mention, Report, Span, Statement

TEXT = 'The talks, Brandt said, would go on. "We will meet again," she added.'


def quote(content: list[list[int]], speaker: list[int] | None, kind: str) -> dict[str, Any]:
    whole = [content[0][0], content[-1][1]]
    return {"content": whole, "content_spans": content, "speaker": speaker, "type": kind}


GOLD = [
    {
        "doc_id": "a",
        "text": TEXT,
        "quotes": [
            quote([[0, 9], [24, 35]], [11, 17], "indirect"),
            quote([[37, 58]], [59, 62], "direct"),
        ],
    }
]


def predicted(*quotes: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"doc_id": "a", "quotes": list(quotes)}]


def test_a_perfect_prediction_scores_all() -> None:
    figures = score(GOLD, predicted(*GOLD[0]["quotes"]))  # type: ignore[misc]
    assert figures["content_J80"]["F"] == 100
    assert figures["quote+speaker_ANY"]["F"] == 100
    assert figures["recall_by_type"]["direct"] == {"n": 1, "J80": 100.0, "ANY": 100.0}


def test_marks_and_stops_do_not_count() -> None:
    figures = score(GOLD, predicted(quote([[38, 57]], [59, 62], "direct")))
    assert figures["content_EXACT"] == {
        "P": 100.0,
        "R": 50.0,
        "F": 66.7,
        "tp": 1,
        "npred": 1,
        "ngold": 2,
    }


def test_half_a_content_is_any_but_not_j80() -> None:
    figures = score(GOLD, predicted(quote([[0, 9]], [11, 17], "indirect")))
    assert figures["content_J80"]["tp"] == 0
    assert figures["content_ANY"]["tp"] == 1
    assert figures["content_TOK"]["R"] == round(100 * 2 / 9, 1)


def test_a_missing_or_wrong_speaker_is_wrong() -> None:
    figures = score(GOLD, predicted(quote([[37, 58]], None, "direct")))
    assert figures["speaker_acc_J80"]["overlap"] == 0.0
    assert figures["quote+speaker_J80"]["tp"] == 0


def test_gold_of_other_kinds_is_ignored_with_what_was_found_for_it() -> None:
    figures = score(GOLD, predicted(*GOLD[0]["quotes"]), kinds=["direct"])  # type: ignore[misc]
    assert figures["content_J80"]["npred"] == 1
    assert figures["content_J80"]["F"] == 100


def test_names_are_compared_by_their_last_word() -> None:
    gold = [{**GOLD[0], "quotes": [{**GOLD[0]["quotes"][1], "reference": "Anna Brandt"}]}]  # type: ignore[index, dict-item]
    right = score(
        gold, predicted({**quote([[37, 58]], [59, 62], "direct"), "speaker_name": "A Brandt"})
    )
    assert right["reference_acc_J80"]["all"] == 100.0


def test_a_document_without_predictions_counts_unless_left_out() -> None:
    assert score(GOLD, [])["content_J80"]["ngold"] == 2
    assert score(GOLD, [], only_predicted=True)["content_J80"]["ngold"] == 0


def test_the_worst_misses_come_longest_first() -> None:
    misses = worst(GOLD, [])
    assert [miss["words"] for miss in misses] == [5, 4]
    assert misses[0]["content"] == "The talks … would go on"


def statement(start: int, end: int, nested_in: str | None = None, **more: Any) -> Statement:
    mention = Mention(Span.of(TEXT, 11, 17), "brandt", "Anna Brandt", "surname")
    return Statement(
        f"{start}",
        "direct",
        (Span.of(TEXT, start, end),),
        speaker=mention,
        nested_in=nested_in,
        **more,
    )


def found(report: Report) -> list[Statement]:
    return [
        statement(37, 58),
        statement(38, 40, nested_in="37"),
        statement(0, 9, attitude="belief"),
    ]


def test_gold_without_nesting_is_answered_without() -> None:
    (row,) = predict(GOLD, found)
    assert [quote["content"] for quote in row["quotes"]] == [[37, 58], [0, 9]]
    assert row["quotes"][0]["speaker_name"] == "Anna Brandt"


def test_gold_without_nesting_has_all_that_one_cue_tells_as_one() -> None:
    cue = Span.of(TEXT, 63, 68)

    def floats(report: Report) -> list[Statement]:
        return [statement(0, 9, cue=cue), statement(37, 58, cue=cue)]

    (row,) = predict(GOLD, floats)
    assert [quote["content_spans"] for quote in row["quotes"]] == [[[0, 9], [37, 58]]]


def test_gold_with_nesting_is_answered_with_speech_at_every_depth() -> None:
    quotes = [{**one, "nested_in": None} for one in GOLD[0]["quotes"]]  # type: ignore[misc]
    (row,) = predict([{**GOLD[0], "quotes": quotes}], found)
    assert [quote["content"] for quote in row["quotes"]] == [[37, 58], [38, 40]]


def test_rows_are_read_plain_and_gzipped(tmp_path: Path) -> None:
    line = json.dumps(GOLD[0]).encode()
    (tmp_path / "gold.jsonl").write_bytes(line + b"\n\n")
    (tmp_path / "gold.jsonl.gz").write_bytes(gzip.compress(line))
    assert read_rows(tmp_path / "gold.jsonl") == read_rows(tmp_path / "gold.jsonl.gz") == GOLD


def test_a_row_without_text_takes_it_from_the_report_beside_it(tmp_path: Path) -> None:
    (tmp_path / "talks-gold").mkdir()
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "day.txt").write_text(" date 2024-06-12 Talks ended.")
    gold = tmp_path / "talks-gold" / "gold.jsonl"
    gold.write_text('{"doc_id": "day.txt", "quotes": []}')
    (row,) = read_rows(gold)
    assert (row["text"], row["published"]) == ("Talks ended.", "2024-06-12")


@pytest.mark.parametrize("line", ["{", "[]", '{"doc_id": "a"}', '{"doc_id": "a", "quotes": []}'])
def test_a_broken_row_names_its_line(tmp_path: Path, line: str) -> None:
    (tmp_path / "gold.jsonl").write_text(f"\n{line}\n")
    with pytest.raises(UsageError, match="line 2"):
        read_rows(tmp_path / "gold.jsonl")
