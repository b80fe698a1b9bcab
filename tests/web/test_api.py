"""The HTTP API: pages that lose nothing, streams, one shape of error, and its description."""

import csv
import io

import msgspec
import pytest
from starlette.testclient import TestClient

from pourparler.app import Record
from pourparler.views.export import EXPORTS, rows_of
from pourparler.views.web.api.operations import OPERATIONS

NAMES = [one.name for one in OPERATIONS]


def plain(answer: object) -> object:
    """The answer as it is after a journey through JSON."""
    return msgspec.json.decode(msgspec.json.encode(answer))


@pytest.mark.parametrize("name", NAMES)
def test_pages_of_one_hold_everything_once(client: TestClient, name: str) -> None:
    whole = client.get(f"/api/{name}").json()
    assert whole["next"] is None
    assert whole["total"] == len(whole["items"])
    found, path = [], f"/api/{name}?limit=1"
    while path:
        page = client.get(path).json()
        assert page["total"] == whole["total"]
        found += page["items"]
        path = page["next"]
    assert found == whole["items"]


def test_answers_are_those_of_the_python_api(client: TestClient, talks: Record) -> None:
    for day in ("2024-01-15", "2024-02-20", "2024-03-05"):
        view = talks.as_of(day, process="border")
        for name, answers in (
            ("positions", view.positions()),
            ("meetings", view.meetings()),
            ("deadlocks", view.deadlocks()),
            ("timeline", view.timeline()),
            ("changes", view.changes()),
            ("actors", view.actors()),
        ):
            given = client.get(f"/api/{name}?as_of={day}").json()["items"]
            assert given == plain(list(answers)), (name, day)
        assert client.get(f"/api/brief?as_of={day}").json() == plain(view.brief())


@pytest.mark.parametrize("kind", EXPORTS)
def test_streams_are_the_exports(client: TestClient, talks: Record, kind: str) -> None:
    rows = list(rows_of(kind, talks.as_of(process="border")))
    lines = client.get(f"/api/export/{kind}.jsonl").text.splitlines()
    assert [msgspec.json.decode(line) for line in lines] == plain(rows)
    table = list(csv.reader(io.StringIO(client.get(f"/api/export/{kind}.csv").text)))
    assert len(table) == (len(rows) + 1 if rows else 0)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/nothing", 404),
        ("/api/reports/none", 404),
        ("/api/export/secrets.csv", 404),
        ("/api/positions?as_of=never", 400),
        ("/api/positions?limit=0", 400),
        ("/api/positions?limit=1001", 400),
        ("/api/positions?offset=x", 400),
        ("/api/positions?colour=red", 400),
        ("/api/meetings?status=wished", 400),
        ("/api/positions?party=a&party=b", 400),
        ("/api/brief?process=nowhere", 404),
    ],
)
def test_errors_have_one_shape(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    error = answer.json()["error"]
    assert error.keys() == {"status", "message", "try"}
    assert error["status"] == status
    assert error["message"]
    assert error["try"]


def test_another_method_is_refused_in_the_same_shape(client: TestClient) -> None:
    answer = client.post("/api/positions")
    assert answer.status_code == 405
    assert answer.json()["error"]["status"] == 405


def test_the_description_names_every_question(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    for name in NAMES:
        assert f"/api/{name}" in described["paths"]
