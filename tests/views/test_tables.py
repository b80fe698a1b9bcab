"""Rows of tables: what a person scans."""

from types import SimpleNamespace
from typing import Any

from pourparler.model import Mention, Span, Statement, Telling, Told
from pourparler.views.tables import statement_row

NAMES = {"freedonia": "Freedonia", "sylvania": "Sylvania"}
VIEW: Any = SimpleNamespace(actor_name=lambda actor: NAMES[actor])


def person(name: str, side: str | None) -> Mention:
    return Mention(Span(0, len(name), name), name.lower(), name, "name", side)


def speaker_of(*speakers: Mention) -> str:
    first, *joint = speakers
    words = (Span(20, 24, "talk"),)
    said = Statement("s1", "indirect", words, speaker=first, joint=tuple(joint))
    return str(statement_row(Told(said, Telling("r1", "2024", "2024-12-31")), VIEW)["speaker"])


def test_each_of_several_speakers_has_a_side_of_his_own() -> None:
    zog, brandt = person("Zog", "freedonia"), person("Brandt", "sylvania")
    assert speaker_of(zog, brandt) == "Zog (Freedonia), Brandt (Sylvania)"
    assert speaker_of(zog, person("Brandt", None)) == "Zog (Freedonia), Brandt"
    assert speaker_of(person("Freedonia", "freedonia"), brandt) == "Freedonia, Brandt (Sylvania)"
