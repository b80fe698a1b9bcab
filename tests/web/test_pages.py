"""Every page in every form, as of any day."""

import csv
import io
import re
from types import SimpleNamespace

import pytest
from starlette.testclient import TestClient

from pourparler.app import Record
from pourparler.model import Mention, Span, Statement, Telling, Told
from pourparler.views.web.templating import environment

PAGES = [
    *("overview", "timeline", "positions", "deadlocks", "party", "issue", "meetings", "meeting"),
    *(
        "statements",
        "statement",
        "report",
        "compare",
        "network",
        "refused",
        "method",
        "data",
        "review",
    ),
]


def beside(path: str, style: str) -> str:
    path, _, query = path.partition("?")
    return ("/index" if path == "/" else path) + f".{style}" + (f"?{query}" if query else "")


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_html_json_and_csv(
    client: TestClient, paths: dict[str, str], name: str
) -> None:
    page = client.get(paths[name])
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert "Cite this page" in page.text
    data = client.get(beside(paths[name], "json"))
    assert data.status_code == 200
    assert {"title", "as_of", "cite", "url", "total", "next", "items"} <= data.json().keys()
    assert data.json()["as_of"] == "2024-03-05"
    table = client.get(beside(paths[name], "csv"))
    assert table.status_code == 200
    assert table.headers["content-type"].startswith("text/csv")
    assert "attachment" in table.headers["content-disposition"]


@pytest.mark.parametrize("name", PAGES)
def test_every_page_names_its_other_forms_and_a_lasting_address(
    client: TestClient, paths: dict[str, str], name: str
) -> None:
    text = client.get(paths[name]).text
    for style in ("json", "csv"):
        assert beside(paths[name], style).replace("&", "&amp;") in text
    assert "as_of=2024-03-05" in text


def test_a_day_hides_what_was_published_later(client: TestClient) -> None:
    early = client.get("/positions?as_of=2024-01-15")
    assert "precondition" in early.text
    assert "Sylvania offers" not in early.text
    assert "Sylvania offers" in client.get("/positions").text
    whole = client.get("/statements.json").json()["total"]
    assert client.get("/statements.json?as_of=2024-01-15").json()["total"] == 1 < whole


def test_a_report_is_not_known_before_its_day(client: TestClient, paths: dict[str, str]) -> None:
    path = paths["report"].partition("?")[0]
    assert client.get(f"{path}?as_of=2024-03-04").status_code == 404
    assert client.get(f"{path}?as_of=2024-03-05").status_code == 200


def test_links_keep_the_day_and_the_talks(client: TestClient) -> None:
    text = client.get("/?as_of=2024-02-15&process=border").text
    for path in re.findall(r'href="(/(?:positions|timeline|reports)[^"#]*)', text):
        assert "as_of=2024-02-15" in path
        assert "process=border" in path


def test_no_evidence_looks_unlike_no_position(client: TestClient) -> None:
    text = client.get("/positions").text
    assert re.search(r'<td class="silent"[^>]*>.*?no evidence', text, re.DOTALL)
    assert re.search(r'<td class="mentioned"[^>]*>.*?no position', text, re.DOTALL)


def test_a_cell_opens_its_quotations(client: TestClient) -> None:
    text = client.get("/positions?party=sylvania&issue=troop-withdrawal").text
    shown = text[text.index('id="quotations"') :]
    assert "Sylvania offers" in shown
    assert "Freedonia wants" not in shown
    assert re.search(r"/reports/\w+\?mark=\d+-\d+#s\d+-\d+", shown)


def test_evidence_links_land_on_marked_words(client: TestClient) -> None:
    text = client.get("/positions?party=sylvania").text
    path, place = re.findall(r'href="(/reports/\w+\?mark=[\d-]+)#(s[\d-]+)"', text)[0]
    report = client.get(path).text
    assert f'id="{place}"' in report
    assert re.search(r'class="[^"]*sought[^"]*"[^>]*>withdrawal of troops<', report)


def test_a_deadlock_is_drawn(client: TestClient) -> None:
    text = client.get("/deadlocks?as_of=2024-02-05").text
    assert text.count('class="arrow') == 2
    assert "Freedonia wants withdrawal of troops before normalisation" in text


def test_statements_narrow_by_party_and_words(client: TestClient) -> None:
    found = client.get("/statements.json?party=sylvania&words=withdrawal").json()
    assert found["total"] == 2
    rows = list(csv.reader(io.StringIO(client.get("/statements.csv?party=sylvania").text)))
    assert len(rows) == 3
    assert client.get("/statements.json?words=nowhere").json()["total"] == 0


def test_that_nothing_was_heard_for_long_stands_beside_the_phase(client: TestClient) -> None:
    assert "nothing since" not in client.get("/").text
    assert "nothing since" in client.get("/?as_of=2025-06-01").text


def test_a_day_before_the_first_report_is_told_with_the_days_of_the_record(
    client: TestClient,
) -> None:
    text = client.get("/?as_of=2001-01-01").text
    assert "were published from 2024-01-10 to 2024-03-05" in text


def test_each_of_several_speakers_is_named_with_a_side(talks: Record) -> None:
    zog = mention("King Zog", "freedonia")
    statement = Statement(
        "j1", "indirect", (Span(0, 4, "talk"),), speaker=zog, joint=(mention("Brandt", "sylvania"),)
    )
    told = Told(statement, Telling("r1", "2024-01-01", "2024-01-01"))
    question = SimpleNamespace(
        party=lambda one: f"/parties/{one}",
        to=lambda path, **_: path,
        places=lambda _: "",
        statement=lambda id: f"/statements/{id}",
    )
    parts = environment().get_template("parts.html").module
    written = re.sub(r"<[^>]+>", "", parts.statements(question, talks.as_of(), [told]))
    assert "King Zog for Freedonia, Brandt for Sylvania" in " ".join(written.split())


def mention(name: str, side: str) -> Mention:
    """A person who speaks for a side."""
    return Mention(Span(0, len(name), name), name.lower(), name, "name", side)


def test_two_days_compared_tell_what_changed(client: TestClient) -> None:
    text = client.get("/compare?with=2024-01-25").text
    assert "differs" in text
    assert client.get("/compare?with=soon").status_code == 400


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nothing", 404),
        ("/parties/nobody", 404),
        ("/issues/nothing", 404),
        ("/meetings/none", 404),
        ("/reports/none", 404),
        ("/?as_of=yesterday", 400),
        ("/?process=nowhere", 404),
        ("/statements?from=-1", 400),
        ("/meetings?status=wished", 400),
        ("/timeline?since=soon", 400),
        ("/data?kind=secrets", 400),
    ],
)
def test_what_cannot_be_shown_says_so(client: TestClient, path: str, status: int) -> None:
    page = client.get(path)
    assert page.status_code == status
    assert "To the overview" in page.text
    plain, _, query = path.partition("?")
    data = client.get(("/index" if plain == "/" else plain) + f".json?{query}")
    assert data.status_code == status
    assert data.json()["error"].keys() == {"status", "message", "try"}


def test_a_page_is_not_sent_again_until_it_changes(client: TestClient) -> None:
    first = client.get("/positions")
    tag = first.headers["etag"]
    again = client.get("/positions", headers={"if-none-match": tag})
    assert again.status_code == 304
    assert again.content == b""
