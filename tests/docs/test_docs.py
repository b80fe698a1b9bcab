"""The documentation says what is true: commands, export fields, links and examples."""

import re
import runpy
from pathlib import Path

import pytest

from pourparler.app import Record
from pourparler.views.cli import COMMANDS
from pourparler.views.export import EXPORTS, rows_of

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), *(ROOT / name for name in ("README.md", "CONTRIBUTING.md"))])


def test_the_reference_of_commands_is_as_generated() -> None:
    reference = runpy.run_path(str(DOCS / "make_reference.py"))["reference"]
    page = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
    assert page == reference(), "run: python docs/make_reference.py"


@pytest.mark.parametrize("kind", EXPORTS)
def test_every_export_field_is_described(kind: str, sample: Record) -> None:
    page = (DOCS / "reference" / "export.md").read_text(encoding="utf-8")
    section = re.search(rf"^## {kind}\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE)
    assert section is not None
    described = set(re.findall(r"`(\w+)`", section[1])) - {"null"}
    process = "turkey-syria" if kind == "phases" else "all"
    row = next(rows_of(kind, sample.as_of("2024-11-15", process=process)), None)
    assert row is None or set(row) == described


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_named_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^ {4}|`)pourparler ([a-z]+)\b", text, re.MULTILINE))
    assert named <= set(COMMANDS)
