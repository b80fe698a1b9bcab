"""The review queue: least certain first, and decisions that change every page."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from pourparler.app import Record
from pourparler.views.web import make_site
from tests.web import making
from tests.web.conftest import BASE


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Record]:
    """A record of its own: these tests decide on it."""
    with making.made(tmp_path) as record:
        yield record


@pytest.fixture
def reviewer(own: Record) -> TestClient:
    return TestClient(make_site(own), base_url=BASE, follow_redirects=False)


def form_of(page: str) -> dict[str, str]:
    """The hidden and shown fields of the page's question, as a browser would send them."""
    shown = page[page.index('class="deciding"') :]
    shown = shown[: shown.index("</form>")]
    fields = {}
    for tag in re.findall(r"<input[^>]*>", shown):
        name = re.search(r'name="([^"]*)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        assert name is not None
        fields[name[1]] = value[1] if value else ""
    return fields


def answered(client: TestClient, path: str = "/review", **changes: str) -> str:
    """Where the site leads after the first question of the page was answered."""
    form = form_of(client.get(path).text) | {"author": "Ada"} | changes
    answer = client.post(path, data=form, headers={"origin": BASE})
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def test_the_least_certain_comes_first(reviewer: TestClient) -> None:
    doubts = [one["doubt"] for one in reviewer.get("/review.json").json()["items"]]
    assert doubts == sorted(doubts, reverse=True)
    assert doubts[0] > doubts[-1]


def test_a_confirmed_reading_leaves_the_queue(reviewer: TestClient, own: Record) -> None:
    before = reviewer.get("/review.json").json()
    location = answered(reviewer, answer="right")
    assert location.startswith("/review?last=")
    after = reviewer.get("/review.json").json()
    assert after["total"] == before["total"] - 1
    assert before["items"][0]["item"] not in {one["item"] for one in after["items"]}
    (kept,) = own.deciding().each()
    assert (kept.verdict, kept.author) == ("confirm", "Ada")


def test_a_wrong_reading_leaves_every_page_and_undo_brings_it_back(reviewer: TestClient) -> None:
    path = "/review?kind=positions"
    whole = reviewer.get("/positions.json").json()["total"]
    location = answered(reviewer, path, answer="wrong", reason="nobody said so")
    assert reviewer.get("/positions.json").json()["total"] == whole - 1
    page = reviewer.get(location).text
    undo = re.search(r'name="undo" value="(\w+)"', page)
    site = re.search(r'name="site" value="([^"]+)"', page)
    assert undo is not None
    assert site is not None
    form = {"site": site[1], "undo": undo[1], "author": "Ada"}
    assert reviewer.post(path, data=form).status_code == 303
    assert reviewer.get("/positions.json").json()["total"] == whole


def test_a_corrected_statement_is_so_everywhere(reviewer: TestClient) -> None:
    path = "/review?kind=statements"
    first = reviewer.get("/review.json?kind=statements").json()["items"][0]
    answered(reviewer, path, answer="wrong", speaker="sylvania", act="promised")
    found = reviewer.get("/api/statements?act=promised").json()
    assert [one["item"]["speaker"]["actor"] for one in found["items"]] == ["sylvania"]
    assert found["items"][0]["by"]["report"] == first["report"]
    assert ">promised<" in reviewer.get("/statements?act=promised").text


def test_a_rejected_statement_is_counted_no_more(reviewer: TestClient) -> None:
    whole = reviewer.get("/statements.json").json()["total"]
    answered(reviewer, "/review?kind=statements", answer="wrong")
    after = reviewer.get("/statements.json").json()
    assert after["total"] == len(after["items"]) == whole - 1


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"site": "forged"}, 403),
        ({"site": ""}, 403),
        ({"answer": "maybe"}, 400),
        ({"author": ""}, 400),
        ({"item": "nothing"}, 404),
        ({"reason": "x" * 30_000}, 413),
    ],
)
def test_what_is_no_decision_changes_nothing(
    reviewer: TestClient, own: Record, changes: dict[str, str], status: int
) -> None:
    form = form_of(reviewer.get("/review").text) | {"author": "Ada", "answer": "right"} | changes
    assert reviewer.post("/review", data=form).status_code == status
    assert list(own.deciding().each()) == []


def test_without_the_cookie_nothing_is_decided(own: Record) -> None:
    site = make_site(own)
    form = form_of(TestClient(site, base_url=BASE).get("/review").text)
    other = TestClient(site, base_url=BASE)
    answer = other.post("/review", data=form | {"author": "Ada", "answer": "right"})
    assert answer.status_code == 403


def test_the_page_is_not_kept_for_others(reviewer: TestClient) -> None:
    answer = reviewer.get("/review")
    assert answer.headers["cache-control"] == "no-store"
    assert "samesite=strict" in answer.headers["set-cookie"].lower()
