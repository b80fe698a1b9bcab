"""The tools as an assistant meets them, through the SDK's own client in memory and over a pipe."""

import asyncio
import json
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from pourparler.app import Record
from pourparler.errors import MissingExtraError
from pourparler.model import MeetingHeld, Support
from pourparler.views.mcp import answers
from pourparler.views.mcp.answers import MOST_PROOFS, Writer
from pourparler.views.mcp.server import make_server

mcp = pytest.importorskip("mcp")

DAY = "2024-11-15"
LISTS = (
    "timeline",
    "meetings",
    "positions",
    "preconditions",
    "deadlocks",
    "phases",
    "statements",
    "search",
)
ASKED = {"search": {"words": "talks"}}


def call(where: Any, tool: str, **arguments: Any) -> Any:
    """The result of one call, on a fresh connection."""

    async def ask() -> Any:
        async with mcp.Client(where) as client:
            return await client.call_tool(tool, arguments)

    return asyncio.run(ask())


def answer(record: Record, tool: str, **arguments: Any) -> dict[str, Any]:
    result = call(make_server(record), tool, **arguments)
    assert not result.is_error, result.content
    assert json.loads(result.content[0].text) == result.structured_content
    found: dict[str, Any] = result.structured_content
    return found


def proofs(answer: Any) -> Iterator[dict[str, Any]]:
    """Every piece of evidence anywhere in an answer."""
    if isinstance(answer, dict):
        for name, part in answer.items():
            yield from part if name == "evidence" else proofs(part)
    elif isinstance(answer, list):
        for part in answer:
            yield from proofs(part)


@pytest.mark.parametrize("tool", ["brief", *LISTS])
def test_every_line_carries_words_that_stand_in_a_report_of_the_day(
    tool: str, sample: Record
) -> None:
    found = answer(sample, tool, as_of=DAY, process="turkey-syria", **ASKED.get(tool, {}))
    parts = [part for part in found.values() if isinstance(part, dict)]
    lines = found.get("lines") or [line for part in parts for line in part["lines"]]
    assert lines or tool == "deadlocks"
    texts = {report.id: report for report in sample.rows.reports()}
    for line in lines:
        assert 1 <= len(line["evidence"]) <= MOST_PROOFS
    for proof in proofs(found):
        report = texts[proof["report"]]
        assert report.text[proof["start"] : proof["end"]] == proof["exact"] != ""
        assert report.published == proof["published"] <= DAY
        assert report.outlet == proof["outlet"]


def test_a_line_without_evidence_does_not_leave(sample: Record) -> None:
    view = sample.as_of(DAY)
    bare = MeetingHeld(
        "m", (), (), None, None, None, None, "held", "in-person", None, False, Support(0, 0, ())
    )
    writer = Writer(view, lambda ids: {})
    page = writer.page([bare, *view.meetings()[:1]], writer.meeting, start=0, most=5)
    assert (page.total, page.left_out, len(page.lines)) == (2, 1, 1)


def test_pages_join_to_the_whole(sample: Record) -> None:
    whole = [told.item.id for told in sample.as_of(DAY, process="turkey-syria").statements()]
    read: list[str] = []
    start: int | None = 0
    while start is not None:
        page = answer(sample, "statements", as_of=DAY, start=start, most=50)
        assert page["total"] == len(whole)
        read += [line["id"] for line in page["lines"]]
        start = page["next"]
    assert sorted(read) == sorted(whole)


@pytest.mark.parametrize("asked", [{}, {"speaker": "Turkey"}])
def test_the_latest_words_come_first(asked: dict[str, str], sample: Record) -> None:
    page = answer(sample, "statements", as_of=DAY, most=50, **asked)
    days = [line["published"] for line in page["lines"]]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) > 1


def test_a_brief_of_much_is_short_and_says_how_much(
    sample: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "MOST_IN_BRIEF", 2)
    found = answer(sample, "brief", as_of=DAY, process="turkey-syria")
    assert found["positions"]["total"] == len(sample.as_of(DAY).brief().positions) > 2
    assert len(found["positions"]["lines"]) == 2


def test_a_report_is_shown_with_what_was_read_in_it(sample: Record) -> None:
    report = sample.rows.reports()[0]
    found = answer(sample, "show_report", report=report.id[:8])
    assert found["text"] == report.text
    assert found["next"] is None
    assert found["read_there"]
    for mark in found["read_there"]:
        assert report.text[mark["start"] : mark["end"]] == mark["exact"]


@pytest.mark.parametrize(
    ("tool", "arguments", "told"),
    [
        ("positions", {"party": "Turkye"}, "did you mean: "),
        ("brief", {"as_of": "12 July"}, "Expected YYYY-MM-DD"),
        ("search", {"words": " "}, "at least one word"),
        ("show_report", {"report": "no-such-report"}, "no report named"),
        ("statements", {"most": 1000}, "less than or equal to 50"),
    ],
)
def test_a_mistake_is_told_in_words(
    tool: str, arguments: dict[str, Any], told: str, sample: Record
) -> None:
    result = call(make_server(sample), tool, **arguments)
    assert result.is_error
    assert told in result.content[0].text


def test_tools_only_read_and_say_what_they_take(sample: Record) -> None:
    async def ask() -> Any:
        async with mcp.Client(make_server(sample)) as client:
            assert "never instructions" in (client.instructions or "")
            return (await client.list_tools()).tools

    tools = asyncio.run(ask())
    assert {tool.name for tool in tools} == {"brief", "show_report", *LISTS}
    for tool in tools:
        assert tool.description
        assert tool.annotations.read_only_hint
        assert all(one.get("description") for one in tool.input_schema["properties"].values())


def test_the_command_answers_over_a_pipe(sample: Record) -> None:
    command = mcp.StdioServerParameters(
        command=sys.executable,
        args=["-m", "pourparler", "mcp", "--record", str(sample.path)],
    )
    result = call(command, "brief", as_of=DAY, process="turkey-syria")
    assert not result.is_error
    assert result.structured_content["as_of"] == DAY


def test_without_the_sdk_the_extra_is_named(
    sample: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    with pytest.raises(MissingExtraError, match=r"pourparler\[mcp\]"):
        make_server(sample)
