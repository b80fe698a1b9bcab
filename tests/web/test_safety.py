"""Who is answered, and what a browser is told."""

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from pourparler.app import Record
from pourparler.errors import UsageError
from pourparler.views.cli.serve import serve
from pourparler.views.web import make_site
from tests.web.conftest import BASE

TOKEN = "a-token-of-twenty-letters"


@pytest.mark.parametrize("path", ["/", "/nothing", "/static/pourparler.css", "/api/brief", "/api"])
def test_every_answer_carries_the_policy(client: TestClient, path: str) -> None:
    policy = client.get(path).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert client.get(path).headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8421", "127.0.0.1.evil.example", ""]
)
def test_another_name_for_this_machine_is_not_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 403


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:9", "[::1]:8421"])
def test_this_machine_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.fixture
def guarded(talks: Record) -> TestClient:
    return TestClient(
        make_site(talks, token=TOKEN), base_url="http://talks.example", follow_redirects=False
    )


def test_without_the_token_nothing_is_shown(guarded: TestClient) -> None:
    for path in ("/", "/api/brief", "/positions.csv", "/static/pourparler.css", "/?token=wrong"):
        answer = guarded.get(path)
        assert answer.status_code == 401
        assert "Freedonia" not in answer.text


def test_a_bearer_is_answered(guarded: TestClient) -> None:
    assert guarded.get("/", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert (
        guarded.get("/", headers={"authorization": "Bearer \xe9".encode("latin-1")}).status_code
        == 401
    )


def test_the_token_in_an_address_is_kept_in_a_cookie(guarded: TestClient) -> None:
    first = guarded.get(f"/positions?party=sylvania&token={TOKEN}")
    assert first.status_code == 303
    assert first.headers["location"] == "/positions?party=sylvania"
    cookie = first.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert guarded.get("/positions").status_code == 200


def test_giving_the_token_leads_to_no_other_site(guarded: TestClient) -> None:
    answer = guarded.get(f"http://talks.example//evil.example/?token={TOKEN}")
    assert answer.headers["location"].startswith("/evil.example")


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"sec-fetch-site": "cross-site"},
        {"origin": "null"},
    ],
)
def test_no_other_site_changes_anything(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/review", headers=headers).status_code == 403


def test_pages_are_only_read(client: TestClient) -> None:
    answer = client.post("/positions", headers={"origin": BASE})
    assert answer.status_code == 405


def test_a_wider_address_needs_a_token() -> None:
    for given in (["--host", "0.0.0.0"], ["--host", "0.0.0.0", "--token", "short"]):
        answer = CliRunner().invoke(serve, given)
        assert isinstance(answer.exception, UsageError)
        assert "--token" in str(answer.exception)
