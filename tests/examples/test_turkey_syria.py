"""The sample is well formed, and its gold points at words that are there."""

import json
import re
import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

SAMPLE = Path(__file__).parents[2] / "examples" / "turkey-syria"
GOLD = SAMPLE.with_name("turkey-syria-gold")
FILES = sorted(SAMPLE.glob("*.txt"))
HEADER = re.compile(r" date (\d{4}-\d\d-\d\d) ")
FORMS = {"named", "title", "pronoun", "floating", "unnamed"}
PRONOUNS = {"he", "she", "it", "they", "who", "his", "her", "its", "their"}


def text_of(path: Path) -> str:
    """The report's text as its reader sees it: without the header and the last newline."""
    raw = path.read_text(encoding="utf-8")
    header = HEADER.match(raw)
    assert header is not None, path.name
    return raw[header.end() :].rstrip("\n")


def rows(name: str) -> list[dict[str, Any]]:
    lines = (GOLD / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_report_has_its_date_and_a_wire_items_length(path: Path) -> None:
    header = HEADER.match(path.read_text(encoding="utf-8"))
    assert header is not None
    assert path.name.startswith(header[1])
    assert date(2022, 8, 1) <= date.fromisoformat(header[1]) <= date(2024, 12, 31)
    text = text_of(path)
    assert 90 <= len(text.split()) <= 300
    assert text == text.strip()
    assert "  " not in text


def test_every_report_is_named_in_the_sources_and_in_the_gold() -> None:
    sources = (SAMPLE / "SOURCES.md").read_text(encoding="utf-8")
    headings = [line for line in sources.splitlines() if line.startswith("### ")]
    named = [name for line in headings for name in re.findall(r"\S+\.txt", line)]
    assert named == [path.name for path in FILES]
    assert [row["doc_id"] for row in rows("statements.jsonl")] == named


@pytest.mark.parametrize("row", rows("statements.jsonl"), ids=lambda row: row["doc_id"])
def test_gold_statements_point_at_words(row: dict[str, Any]) -> None:
    text = text_of(SAMPLE / row["doc_id"])
    for quote in row["quotes"]:
        spans = [*quote["content_spans"], quote["content"], quote["cue"], quote["speaker"]]
        for start, end in filter(None, spans):
            assert 0 <= start < end <= len(text)
            exact = text[start:end]
            assert exact == exact.strip()
            assert not (start and text[start - 1].isalnum() and exact[0].isalnum()), exact
            assert not (end < len(text) and text[end].isalnum() and exact[-1].isalnum()), exact


@pytest.mark.parametrize("name", ["statements.jsonl", "real-reports.jsonl"])
def test_gold_rows_agree_with_themselves(name: str) -> None:
    for row in rows(name):
        for number, quote in enumerate(row["quotes"]):
            parts = quote["content_spans"]
            assert quote["content"] == [parts[0][0], parts[-1][1]]
            assert all(a[1] <= b[0] for a, b in pairwise(parts))
            assert quote["speaker_name"]
            assert quote["form"] in FORMS
            assert (quote["form"] == "floating") == (quote["speaker"] is None)
            assert quote["type"] in {"direct", "mixed", "indirect"}
            assert quote["nested_in"] != number
            assert quote["nested_in"] is None or 0 <= quote["nested_in"] < len(row["quotes"])


@pytest.mark.parametrize("row", rows("statements.jsonl"), ids=lambda row: row["doc_id"])
def test_gold_types_and_forms_fit_the_words(row: dict[str, Any]) -> None:
    text = text_of(SAMPLE / row["doc_id"])
    for quote in row["quotes"]:
        content = [text[start:end] for start, end in quote["content_spans"]]
        if quote["type"] == "direct":
            assert all(part[0] == '"' for part in content), content
        else:
            assert any('"' in part for part in content) == (quote["type"] == "mixed"), content
        if quote["speaker"]:
            speaker = text[slice(*quote["speaker"])].lower()
            unnamed = quote["speaker_name"].startswith("unnamed")
            if quote["form"] == "pronoun" or speaker in PRONOUNS:
                assert quote["form"] == "pronoun", speaker
                assert speaker in PRONOUNS, speaker
            else:
                assert (quote["form"] == "unnamed") == unnamed, speaker


def test_facts_are_carried_by_reports_of_the_sample() -> None:
    facts = tomllib.loads((GOLD / "facts.toml").read_text(encoding="utf-8"))
    days = {path.name[:10] for path in FILES}
    for kind in ("meetings", "positions", "preconditions"):
        assert facts[kind]
        for fact in facts[kind]:
            assert set(fact["reports"]) <= days, fact
            assert {day for day, _ in fact.get("lives", [])} <= days, fact
    assert {day for pair in facts["duplicates"] for day in pair} <= days
