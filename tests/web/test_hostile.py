"""Reports that hold scripts, markup, huge words, control and direction characters."""

import re
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from tests.web.making import HOSTILE
from tests.web.test_pages import PAGES

DANGEROUS = ["\u202e", "\u202c", "\u2067", "\x00", "\x07", "\x1b"]


class Tags(HTMLParser):
    """Every tag of a page with its attributes, and the text between."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_of_a_report_becomes_markup(
    client: TestClient, paths: dict[str, str], name: str
) -> None:
    page = Tags(client.get(paths[name]).text)
    scripts = [given for tag, given in page.tags if tag == "script"]
    assert all((one.get("src") or "").startswith("/static/") for one in scripts)
    assert not {tag for tag, _ in page.tags} & {"img", "iframe", "object", "style", "b", "i", "u"}
    for tag, given in page.tags:
        assert not [attribute for attribute in given if attribute.startswith("on")], tag
        assert "style" not in given
        assert not (given.get("href") or "").lower().startswith("javascript"), tag


@pytest.mark.parametrize("name", PAGES)
def test_no_hidden_character_reaches_a_page(
    client: TestClient, paths: dict[str, str], name: str
) -> None:
    text = client.get(paths[name]).text
    assert not [character for character in DANGEROUS if character in text]


def test_hidden_characters_are_written_out(client: TestClient, paths: dict[str, str]) -> None:
    page = Tags(client.get(paths["report"]).text)
    shown = "".join(page.words)
    assert "⟨U+202E⟩gnorw⟨U+202C⟩" in shown
    assert "rang ␇␛[31m and ␀ nothing" in shown
    assert "{{ 7 * 7 }} {% raw %} &amp; javascript:alert(3)" in shown
    assert "שלום" in shown


def test_the_whole_text_is_shown(client: TestClient, paths: dict[str, str]) -> None:
    page = "".join(Tags(client.get(paths["report"]).text).words)
    assert "w" * 5000 in page
    assert HOSTILE[: HOSTILE.index("\u202e")] in page


@pytest.mark.parametrize(
    "path",
    [
        "/static/../site.py",
        "/static/..%2fsite.py",
        "/static/%2e%2e/site.py",
        "/static//etc/passwd",
        "/static/vendor/../../site.py",
        "/static/vendor",
        "/reports/..%2f..%2fetc%2fpasswd",
        "/api/export/..%2f.csv",
    ],
)
def test_no_path_leaves_the_record(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "words", ['"', "a AND", "NEAR(", "text:x", "*", "'; DROP TABLE reports;--", "(" * 400, "\x00"]
)
def test_any_words_can_be_searched_for(client: TestClient, words: str) -> None:
    assert client.get("/statements", params={"words": words}).status_code == 200


def test_marks_outside_the_text_are_ignored(client: TestClient, paths: dict[str, str]) -> None:
    path = paths["report"].partition("?")[0]
    for mark in ("5-2", "999999-9999999", "x-y", "-", "1-2," * 500, "0-99999999999999999999"):
        assert client.get(path, params={"mark": mark}).status_code == 200


def test_a_link_out_is_one_of_the_web(client: TestClient, paths: dict[str, str]) -> None:
    text = client.get(paths["report"]).text
    assert not re.search(r'href="javascript:', text)
    assert "javascript:alert(5)" in text
