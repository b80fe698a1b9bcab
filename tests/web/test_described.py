"""Whatever the description allows is answered as the description says."""

import pytest
from hypothesis import HealthCheck, settings

from pourparler.app import Record
from pourparler.views.web import make_site
from tests.web.conftest import BASE

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")


@pytest.fixture(scope="session")
def described(talks: Record):  # type: ignore[no-untyped-def]
    return schemathesis.openapi.from_asgi("/api/openapi.json", make_site(talks), base_url=BASE)


schema = schemathesis.pytest.from_fixture("described")


@schema.parametrize()
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_answers_are_as_described(case) -> None:  # type: ignore[no-untyped-def]
    case.call_and_validate(headers={"host": "127.0.0.1"})
