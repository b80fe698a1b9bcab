"""Entities and statements of FollowTheMoney, read by its own library where that is installed.

The library needs ICU's headers to install, so it is no part of the usual tests' packages.
"""

import json
from pathlib import Path

import pytest

from pourparler.app import View
from pourparler.views.export.registry import as_text

WHY = "followthemoney is not installed: its exports were not validated (pip install followthemoney)"
model = pytest.importorskip("followthemoney", reason=WHY).model
serialize = pytest.importorskip("followthemoney.statement.serialize", reason=WHY)


def text(kind: str, view: View, style: str | None = None) -> str:
    return "".join(as_text(kind, view, style))


class TestFollowTheMoney:
    def test_entities_are_valid_and_lead_to_each_other(self, view: View, hostile: View) -> None:
        for asked in (view, hostile):
            found = [json.loads(line) for line in text("followthemoney", asked).splitlines()]
            ids = {one["id"] for one in found}
            assert len(ids) == len(found)
            for entity in found:
                schema = model.get(entity["schema"])
                assert schema is not None
                schema.validate(entity)
                for name, values in entity["properties"].items():
                    prop = schema.get(name)
                    assert prop is not None
                    if prop.type.name == "entity":
                        assert set(values) <= ids
                        assert prop.range is not None
                for_proof = {"Event", "Note"}
                if entity["schema"] in for_proof:
                    assert entity["properties"]["proof"]
                    assert entity["properties"]["description"]

    def test_each_statement_of_evidence_leads_to_its_report(
        self, view: View, tmp_path: Path
    ) -> None:
        file = tmp_path / "a.json"
        file.write_text(text("followthemoney", view, "statements"), encoding="utf-8")
        found = list(serialize.read_path_statements(file, "json"))
        texts = {report.id: report.text for report, _ in view.each_report()}
        assert len({one.id for one in found}) == len(found)
        told = [one for one in found if one.prop == "description"]
        assert told
        for one in told:
            assert one.origin is not None
            assert one.value in texts[one.origin]
        whole = {json.loads(line)["id"] for line in text("followthemoney", view).splitlines()}
        assert {one.entity_id for one in found} == whole
