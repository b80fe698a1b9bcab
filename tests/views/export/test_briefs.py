"""The brief as a document: each line leads to its notes, and nothing of a report is markup."""

import re
from html.parser import HTMLParser

import pytest

from pourparler.app import View
from pourparler.views.export.briefs import _md
from pourparler.views.export.registry import as_text


class Page(HTMLParser):
    """Collects a page's links, ids, tags and attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.names.add(name)
            if name == "href":
                self.links.append(value or "")
            if name == "id":
                self.ids.append(value or "")


def test_every_line_leads_to_words_and_a_report(view: View) -> None:
    page = "".join(as_text("brief", view))
    found = Page(page)
    assert found.ids == [f"note-{number}" for number in range(1, len(found.ids) + 1)]
    assert {link[1:] for link in found.links if link.startswith("#")} == set(found.ids)
    texts = " ".join(" ".join(report.text.split()) for report, _ in view.each_report())
    body, _, notes = page.partition("<h2>Notes</h2>")
    for line in re.findall(r"<li>(.*)</li>", body):
        assert 'href="#note-' in line
    for proof in view.brief().positions[0].support.evidence[:1]:
        assert proof.exact in texts
        assert f"report {proof.report}" in notes


def test_markdown_notes_are_all_there(view: View) -> None:
    page = "".join(as_text("brief", view, "md"))
    used = set(re.findall(r"\[\^(\d+)\](?!:)", page))
    assert used == set(re.findall(r"^\[\^(\d+)\]:", page, re.MULTILINE)) != set()
    for line in page.splitlines():
        if line.startswith("- "):
            assert "[^" in line


def test_the_page_asks_nothing_of_others_and_holds_no_markup_of_a_report(hostile: View) -> None:
    page = Page("".join(as_text("brief", hostile)))
    assert not page.tags & {"script", "img", "iframe", "object", "b", "link"}
    assert not any(name.startswith("on") for name in page.names)
    assert all(link.startswith(("#note-", "http")) for link in page.links)
    for style in ("html", "md"):
        text = "".join(as_text("brief", hostile, style))
        assert "\u202e" not in text
        assert "\x07" not in text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2024-11-12: talks", "2024-11-12: talks"),
        ("- a", r"\- a"),
        ("# b", r"\# b"),
        ("1. c", r"1\. c"),
        ("*x* <b> [l](u) `r`", r"\*x\* \<b\> \[l\](u) \`r\`"),
    ],
)
def test_markdown_prints_text_as_it_stands(text: str, written: str) -> None:
    assert _md(text) == written
