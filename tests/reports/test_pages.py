"""Saved pages, feeds and web archives."""

import gzip
import http.server
import io
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pourparler.reports import Limits
from pourparler.reports.markup import plain_text

from .taking import SENTENCE, one_refusal, one_report, take

PARAGRAPHS = [
    f"{SENTENCE} Nothing was decided on the first day, and delegates left late.",
    "A second round of consultations is to be held in Lakeview before the end of the month.",
    "The mediator thanked both delegations and asked them to come back with written proposals.",
]
HEAD = (
    '<meta property="article:published_time" content="2024-07-12T10:15:00+03:00">'
    '<meta property="og:site_name" content="Levant Wire">'
    '<meta property="og:title" content="Talks go on">'
    '<link rel="canonical" href="https://levantwire.example/1">'
)


def page(head: str = HEAD) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f'<!doctype html><html lang="en"><head><title>Talks go on</title>{head}</head><body>'
        f"<nav><a href='/'>Home</a></nav><article><h1>Talks go on</h1>{body}</article>"
        "<footer>All rights reserved</footer></body></html>"
    )


RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Levant Wire</title><language>en-us</language>
<item><title>Talks &amp; more</title><link>https://levantwire.example/1</link><guid>one</guid>
<pubDate>Fri, 12 Jul 2024 10:15:00 +0300</pubDate>
<description>&lt;p&gt;{SENTENCE}&lt;/p&gt;&lt;p&gt;They ended.&lt;/p&gt;</description></item>
<item><title>No day</title><description>{SENTENCE}</description></item>
</channel></rss>"""

ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Boreal</title>
<entry><title>Talks</title><id>tag:1</id><link href="https://boreal.example/1"/>
<published>2024-07-12T10:15:00Z</published><updated>2024-07-14T00:00:00Z</updated>
<summary>Short.</summary><content type="html">&lt;p&gt;{SENTENCE}&lt;/p&gt;</content></entry>
</feed>"""


def test_a_saved_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page())
    report = one_report(tmp_path)
    assert report.published == "2024-07-12"
    assert report.outlet == "Levant Wire"
    assert report.title == "Talks go on"
    assert report.url == "https://levantwire.example/1"
    assert report.text == "\n".join(["Talks go on", *PARAGRAPHS])


def test_a_page_without_a_day_takes_that_of_its_name(tmp_path: Path) -> None:
    (tmp_path / "2024-07-14-saved.html").write_text(page(head=""))
    assert one_report(tmp_path).published == "2024-07-14"
    (tmp_path / "2024-07-14-saved.html").write_text(page())
    assert one_report(tmp_path).published == "2024-07-12"


def test_a_page_without_any_day_gets_none(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(head=""))
    assert "--published" in one_refusal(tmp_path).fix


def test_what_a_browser_saves_beside_a_page_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page())
    (tmp_path / "a_files").mkdir()
    (tmp_path / "a_files" / "style.css").write_text("body {}")
    assert one_report(tmp_path).outlet == "Levant Wire"


def test_rss(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS)
    reports, refusals = take(tmp_path)
    assert len(reports) == 1
    report = reports[0]
    assert report.text == f"{SENTENCE}\n\nThey ended."
    assert report.published == "2024-07-12T10:15:00+03:00"
    assert report.title == "Talks & more"
    assert report.outlet == "Levant Wire"
    assert report.url == "https://levantwire.example/1"
    assert report.language == "en"
    assert report.key == "one"
    assert [refusal.record for refusal in refusals] == ["entry 2"]


def test_atom(tmp_path: Path) -> None:
    (tmp_path / "feed.atom").write_text(ATOM)
    report = one_report(tmp_path)
    assert (report.text, report.published, report.outlet) == (
        SENTENCE,
        "2024-07-12T10:15:00Z",
        "Boreal",
    )


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One</p><p>two<br>three</p>", "One\n\ntwo\n\nthree"),
        ("One  <b>bold</b>\nword", "One bold word"),
        ("<script>x()</script>Text<!-- no -->", "Text"),
        ("AT&amp;T &#8212; 5 &lt; 6", "AT&T — 5 < 6"),
        ("plain < text", "plain < text"),
        ("", ""),
    ],
)
def test_markup_into_plain_text(markup: str, text: str) -> None:
    assert plain_text(markup) == text


@pytest.fixture
def server() -> Iterator[str]:
    answers = {"/feed": RSS.encode(), "/page": page().encode(), "/long": b"x" * 100_000}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = answers.get(self.path)
            self.send_response(404 if body is None else 200)
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            """Nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as serving:
        thread = threading.Thread(target=serving.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()


def test_an_address_of_a_feed(server: str) -> None:
    reports, refusals = take(f"{server}/feed")
    assert [report.path for report in reports] == [f"{server}/feed"]
    assert len(refusals) == 1


def test_an_address_of_a_page(server: str) -> None:
    assert one_report(f"{server}/page").title == "Talks go on"


def test_an_address_that_fails(server: str) -> None:
    assert "404" in one_refusal(f"{server}/none").reason


def test_an_address_that_sends_too_much(server: str) -> None:
    assert "MB" in one_refusal(f"{server}/long", limits=Limits(page=50_000)).reason


def archive(*bodies: bytes, kind: str = "text/html", status: str = "200 OK") -> bytes:
    written = io.BytesIO()
    for number, body in enumerate(bodies):
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        block = answer.encode() + body
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
            f"WARC-Target-URI: https://levantwire.example/{number}\r\n"
            "WARC-Date: 2024-09-01T00:00:00Z\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        )
        written.write(head.encode() + block + b"\r\n\r\n")
    return written.getvalue()


def test_warc(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    good = page().encode()
    bare = b"<html><body><p>Home</p></body></html>"
    raw = archive(good, bare, good.replace(b"Nothing", b"Little")) + archive(
        b"GIF8", kind="image/gif"
    )
    for name, written in (("a.warc", raw), ("a.warc.gz", gzip.compress(raw))):
        path = tmp_path / name
        path.write_bytes(written)
        reports, refusals = take(path)
        assert [report.published for report in reports] == ["2024-07-12"] * 2
        assert [refusal.record for refusal in refusals] == ["record 2"]


@pytest.mark.parametrize("packed", [False, True])
def test_warc_that_breaks_off(tmp_path: Path, packed: bool) -> None:
    pytest.importorskip("fastwarc")
    first = archive(page().encode())
    second = archive(page().replace("Nothing", "Little").encode())
    raw = first + second[: len(second) // 2]
    if packed:
        raw = gzip.compress(first) + gzip.compress(second)[:-100]
    (tmp_path / "a.warc").write_bytes(raw)
    reports, refusals = take(tmp_path)
    assert len(reports) == 1
    assert len(refusals) == 1
