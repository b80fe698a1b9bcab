"""The words for stances, orderings and phases, as a person edits them."""

from pathlib import Path
from typing import get_args

import pytest

from pourparler.codebook import Codebook
from pourparler.codebook.files import BUILT_IN
from pourparler.codebook.stances import load_stances
from pourparler.errors import CodebookError
from pourparler.model import PhaseName


def test_frames_keep_slots_particles_and_what_a_denial_means(codebook: Codebook) -> None:
    (insist,) = codebook.stances.frames["insist"]
    assert (insist.stance, insist.negated) == ("demand", None)
    assert "that" in insist.slots
    rule = next(frame for frame in codebook.stances.frames["rule"])
    assert (rule.particle, rule.stance) == ("out", "refusal")
    ready = next(frame for frame in codebook.stances.frames["ready"])
    assert (ready.kind, ready.stance, ready.negated) == ("adjectives", "offer", "refusal")


def test_every_phase_has_words(codebook: Codebook) -> None:
    for phase in get_args(PhaseName):
        assert any(codebook.stances.phases[phase].values()), phase


def test_a_users_table_replaces_the_one_of_its_name(tmp_path: Path) -> None:
    (tmp_path / "stances.toml").write_text('[support]\nverbs = ["bless: obj"]\n')
    frames = load_stances((BUILT_IN, tmp_path)).frames
    assert [frame.stance for frame in frames["bless"]] == ["support"]
    assert "welcome" not in frames
    assert "demand" in frames


@pytest.mark.parametrize(
    ("file", "text", "problem"),
    [
        ("stances.toml", "[longing]\nverbs = []\n", "is no stance"),
        ("stances.toml", '[demand]\nverbs = ["crave"]\n', "names no slot"),
        ("stances.toml", '[demand]\nnegated = "sulking"\n', "`sulking` is no stance"),
        ("stances.toml", '[demand]\nverb = ["crave: obj"]\n', "`verb` is not known"),
        ("stances.toml", '[verdicts]\nsulking = ["bad"]\n', "`sulking` is no stance"),
        ("phases.toml", "[dozing]\nverbs = []\n", "is no phase"),
    ],
)
def test_a_wrong_entry_is_named_with_file_and_line(
    tmp_path: Path, file: str, text: str, problem: str
) -> None:
    (tmp_path / file).write_text(text)
    with pytest.raises(CodebookError, match=problem) as caught:
        load_stances((BUILT_IN, tmp_path))
    assert (caught.value.file, caught.value.line) == (str(tmp_path / file), 1)
