"""The brief on screens of several widths."""

from collections.abc import Callable

import pytest
from rich.console import Console

from pourparler.app import Record
from pourparler.views.brief import BriefWriter
from pourparler.views.cli import brief as printing

WIDTHS = (60, 80, 99, 100, 140)


@pytest.fixture
def shown(
    sample: Record, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., list[str]]:
    """The lines that a terminal of some width shows of the sample's brief."""

    def show(width: int, as_of: str = "2024-08-31") -> list[str]:
        terminal = Console(width=width, force_terminal=True, color_system=None, highlight=False)
        monkeypatch.setattr(printing, "console", lambda: terminal)
        printing.print_brief(sample.as_of(as_of, process="turkey-syria"))
        return capsys.readouterr().out.splitlines()

    return show


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_screen(width: int, shown: Callable[..., list[str]]) -> None:
    lines = shown(width)
    assert max(map(len, lines)) <= width
    assert not any(line.endswith(" ") for line in lines)


@pytest.mark.parametrize("width", [80, 99])
def test_a_narrow_screen_wraps_what_it_would_have_to_cut(
    width: int, sample: Record, shown: Callable[..., list[str]]
) -> None:
    view = sample.as_of("2024-08-31", process="turkey-syria")
    held = [one.summary for one in view.brief().positions if one.party.actor == "turkey"]
    told = " ".join(" ".join(shown(width)).split())
    short = [summary for summary in held if len(summary) < width and summary in told]
    assert len(short) >= 2
    lines = shown(width)
    border = next(n for n, line in enumerate(lines) if line.startswith("    Border security"))
    assert not lines[border].endswith(" …")
    wrapped = [
        line for line in lines[border + 1 :] if not line.startswith("    ") or line[4] == " "
    ]
    assert wrapped[0].startswith("      ")


def test_a_wide_screen_cuts_to_one_line(shown: Callable[..., list[str]]) -> None:
    positions = [line for line in shown(104) if line.startswith("    ") and ", since " in line]
    assert positions
    assert all(line.endswith("]") for line in positions)


@pytest.mark.parametrize("width", WIDTHS)
def test_that_nothing_was_heard_for_long_is_never_cut(
    width: int, shown: Callable[..., list[str]]
) -> None:
    told = " ".join(" ".join(shown(width, "2026-01-01")).split())
    assert "nothing since" in told


def test_in_a_pipe_lines_are_whole(sample: Record) -> None:
    view = sample.as_of("2024-08-31", process="turkey-syria")
    lines = [line.plain for line in BriefWriter(view.brief(), view).lines()]
    assert all(any(one.summary in line for line in lines) for one in view.positions()[:1])
