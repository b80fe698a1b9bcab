"""Whatever the description allows is answered as the description says."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from pourparler.app import Record
from pourparler.views.web import make_site

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")

HOST = {"host": "127.0.0.1"}


@pytest.fixture(scope="module")
def operations(talks: Record) -> list[Any]:
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", make_site(talks), headers=HOST)
    return [found.ok() for found in schema.get_all_operations()]


def test_answers_are_as_described(operations: list[Any]) -> None:
    # Its own pytest plugin does not know pytest 9, so each operation is driven from here.
    assert len(operations) > 15
    for operation in operations:

        @settings(
            max_examples=4, deadline=None, database=None, suppress_health_check=list(HealthCheck)
        )
        @given(case=operation.as_strategy())
        def answers_as_described(case: Any) -> None:
            case.call_and_validate(headers=HOST)

        answers_as_described()
