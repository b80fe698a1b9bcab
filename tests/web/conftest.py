"""The record of `making`, its site, and a client of it, each made once: tests only look."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from pourparler.app import Record
from pourparler.views.web import make_site
from tests.web import making

BASE = "http://127.0.0.1:8421"


@pytest.fixture(scope="session")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """The record that every page is asked about."""
    with making.made(tmp_path_factory.mktemp("web")) as record:
        yield record


@pytest.fixture(scope="session")
def client(talks: Record) -> TestClient:
    """A client on this machine."""
    return TestClient(make_site(talks), base_url=BASE, raise_server_exceptions=True)


@pytest.fixture(scope="session")
def paths(client: TestClient) -> dict[str, str]:
    """A path for each page, with ids that the record holds."""
    reports = client.get("/api/reports").json()["items"]
    hostile = next(one["id"] for one in reports if "script" in one["text"])
    meetings = client.get("/api/meetings").json()["items"]
    return {
        "overview": "/",
        "timeline": "/timeline",
        "positions": "/positions",
        "deadlocks": "/deadlocks",
        "party": "/parties/freedonia",
        "issue": "/issues/troop-withdrawal",
        "meetings": "/meetings",
        "meeting": f"/meetings/{meetings[0]['id']}",
        "statements": "/statements",
        "statement": "/statements/1said",
        "report": f"/reports/{hostile}?mark=10-40",
        "compare": "/compare?with=2024-01-15",
        "network": "/network",
        "refused": "/refused",
        "method": "/method",
        "data": "/data",
        "review": "/review",
    }
