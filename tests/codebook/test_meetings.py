"""The words of meetings: levels, lists, and what a person gets wrong."""

from pathlib import Path

import pytest

from pourparler.codebook import load
from pourparler.errors import CodebookError


def test_levels_have_posts_and_phrases() -> None:
    levels = load().meetings.levels
    assert "foreign-minister" in levels["foreign-ministers"].posts
    assert ("deputy", "foreign", "minister") in levels["deputies"].phrases
    assert len(levels) == 6


def test_lists_keep_phrases_apart() -> None:
    words = load().meetings
    assert "postpone" in words.single["postponed"]
    assert ("call", "off") in words.joint["cancelled"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[fates]\nwords = ["x"]\n', "is not a list"),
        ("[levels.gods]\nposts = []\n", "`gods` is no level"),
        ('[levels.leaders]\nposts = ["emperor"]\n', "`emperor` is no post"),
    ],
)
def test_a_slip_is_named(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "meetings.toml").write_text(text)
    with pytest.raises(CodebookError, match=message):
        load(tmp_path)
