"""The main paths in a real Chromium, and no serious finding of axe-core.

Skipped, saying so, without Chromium, Playwright or (for the last) a copy of axe-core, which
POURPARLER_AXE names.
"""

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from pourparler.app import Record
from pourparler.views.web import make_site
from tests.web import making
from tests.web.test_pages import PAGES

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(os.environ.get("POURPARLER_AXE", "node_modules/axe-core/axe.min.js"))
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium: apt-get install chromium"),
    pytest.mark.xdist_group("browser"),
]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running site of a record of its own."""
    with making.made(tmp_path_factory.mktemp("browser")) as record:
        yield from served(record)


def served(record: Record) -> Iterator[str]:
    """The address of a site, for as long as it runs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = uvicorn.Config(make_site(record), port=port, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Any, base: str) -> Iterator[Any]:
    """A page that fails the test when the browser complains or asks for anything elsewhere."""
    context = browser.new_context(base_url=base)
    page = context.new_page()
    complaints: list[str] = []
    page.on(
        "console",
        lambda message: (
            complaints.append(message.text) if message.type in ("error", "warning") else None
        ),
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith(base) else complaints.append(f"asked for {request.url}")
        ),
    )
    page.set_default_timeout(20_000)
    yield page
    context.close()
    assert complaints == []


def test_from_the_overview_to_the_marked_words(page: Any) -> None:
    page.goto("/")
    page.fill("input[name=as_of]", "2024-01-25")
    page.wait_for_url("**as_of=2024-01-25**")
    page.click("nav.pages >> text=Positions")
    page.click("td.wants a >> nth=0")
    # The page shows every party's quotations until the cell's own take their place.
    page.wait_for_selector("#quotations-title:has-text('Freedonia on')")
    assert "as_of=2024-01-25" in page.url
    page.click("#quotations summary >> nth=0")
    page.click("#quotations .words >> nth=0")
    page.wait_for_url("**/reports/**")
    shown = page.locator(".text .sought")
    assert shown.first.inner_text() == "withdrawal of troops"
    assert shown.first.is_visible()
    assert page.evaluate("document.querySelector(':target').textContent") == "withdrawal of troops"


def test_a_highlight_lights_up_what_was_read_from_it(page: Any) -> None:
    page.goto("/positions?party=sylvania")
    page.click("#quotations summary >> nth=0")
    page.click("#quotations .words >> nth=0")
    page.wait_for_url("**/reports/**")
    page.hover(".text a.mark >> nth=0")
    assert page.locator(".read li.lit").count() >= 1


def test_a_corrected_statement_is_seen_everywhere(page: Any) -> None:
    page.goto("/review?kind=statements")
    page.fill("input[name=author]", "Ada")
    page.fill("input[name=act]", "promised")
    page.locator("h1").click()
    page.keyboard.press("n")
    page.wait_for_selector("text=Decided.")
    page.goto("/statements?act=promised")
    assert page.locator(".said > li").count() == 1
    page.goto("/review?kind=statements")
    assert "promised" in page.locator("table").inner_text()


def test_the_table_can_be_taken_away(page: Any) -> None:
    page.goto("/statements")
    with page.expect_download() as download:
        page.click("footer >> text=CSV")
    saved = Path(download.value.path()).read_text(encoding="utf-8")
    assert saved.startswith("published,speaker")
    assert download.value.suggested_filename.endswith(".csv")


def test_keys_search_walk_and_help(page: Any) -> None:
    page.goto("/timeline")
    page.keyboard.press("j")
    assert page.locator("[data-list] > .at").count() == 1
    page.keyboard.press("?")
    assert page.locator("dialog[open]").count() == 1
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**since=**")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"


@pytest.fixture
def phone(browser: Any, base: str) -> Iterator[Any]:
    """A page on a screen of a phone's width."""
    context = browser.new_context(base_url=base, viewport={"width": 390, "height": 800})
    yield context.new_page()
    context.close()


def test_what_became_of_a_meeting_is_seen_on_a_phone(phone: Any) -> None:
    phone.goto("/meetings")
    status = phone.locator("td .status").first.bounding_box()
    assert status["x"] + status["width"] <= 390


@pytest.mark.parametrize("path", ["/", "/positions"])
def test_every_party_of_the_matrix_is_seen_on_a_phone(phone: Any, path: str) -> None:
    phone.goto(path)
    for cell in phone.locator("table.matrix td[data-party]").all():
        box = cell.bounding_box()
        assert 0 <= box["x"] < box["x"] + box["width"] <= 390
    named = "getComputedStyle(document.querySelector('td[data-party]'), '::before').content"
    assert "Freedonia" in phone.evaluate(named)


def test_the_timeline_opens_at_its_end_on_a_phone(phone: Any) -> None:
    phone.goto("/timeline")
    box = phone.locator(".chart svg").bounding_box()
    assert box["width"] > 390
    assert box["x"] + box["width"] <= 390
    assert box["x"] < 0


def test_the_network_is_drawn(page: Any) -> None:
    page.goto("/network")
    page.wait_for_selector("#network.drawn canvas")
    assert page.locator("main table tbody tr").count() >= 1


def test_everything_works_without_scripts(browser: Any, base: str) -> None:
    context = browser.new_context(base_url=base, java_script_enabled=False)
    page = context.new_page()
    page.goto("/positions")
    page.click("td.wants a >> nth=0")
    assert "party=" in page.url
    assert page.locator("#quotations li").count() >= 1
    page.fill("input[name=as_of]", "2024-01-15")
    page.click("form.when button")
    assert "as_of=2024-01-15" in page.url
    page.goto("/network")
    assert page.locator("#network svg .node").count() >= 2
    context.close()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_is_wider_than_the_screen(
    browser: Any, base: str, paths: dict[str, str], name: str, width: int
) -> None:
    context = browser.new_context(base_url=base, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(paths[name])
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.skipif(not AXE.is_file(), reason="there is no axe-core: npm install axe-core")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious(
    browser: Any, base: str, paths: dict[str, str], name: str, scheme: str
) -> None:
    context = browser.new_context(base_url=base, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(paths[name])
    page.add_script_tag(path=str(AXE))
    found = page.evaluate("axe.run()")["violations"]
    serious = [
        (one["id"], [node["html"][:150] for node in one["nodes"][:3]])
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
    context.close()
    assert serious == []
