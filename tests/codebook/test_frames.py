"""The frames of the codebook: what becomes of codes, and what a person gets wrong."""

from pathlib import Path

import pytest

from pourparler.codebook import load
from pourparler.codebook.frames import load_frames
from pourparler.errors import CodebookError


def test_a_code_becomes_what_its_longest_stem_says() -> None:
    frames = load().frames
    assert frames.turned("072", "refused") == "1222"
    assert frames.turned("0874", "willed") == "0356"
    assert frames.turned("111", "stopped") is None


def test_types_follow_from_codes() -> None:
    frames = load().frames
    assert frames.type_of("0831") == "RETREAT"
    assert frames.type_of("0811") == "CONCEDE"
    assert frames.type_of("010") is None


def test_every_turn_leads_to_a_code_that_has_a_type() -> None:
    frames = load().frames
    for code in frames.codes.values():
        for turn, becomes in code.turns.items():
            assert frames.type_of(becomes), f"{code.id} {turn} -> {becomes}"


def test_a_person_adds_a_frame_in_four_lines(tmp_path: Path) -> None:
    (tmp_path / "frames.toml").write_text(
        '[excommunicate]\ncode = "161"\nverbs = ["excommunicate"]\nnouns = ["excommunication"]\n'
    )
    frames = load(tmp_path).frames
    ((frame, others),) = frames.verbs["excommunicate"]
    assert (frame.type, frame.code, others) == ("SANCTION", "161", ())
    assert "condemn" in frames.verbs


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[x]\ncode = "111"\n', "tells no word"),
        ('[x]\ncode = "999"\nverbs = ["x"]\n', "code `999`"),
        ('[x]\noperator = "wished"\nverbs = ["x"]\n', "`wished` is not an operator"),
        ('[x]\ncode = "111"\nverbs = ["x"]\nobjects = ["@nowhere"]\n', "names the list `@nowhere`"),
        ('[x]\ncode = "111"\nverbs = ["x"]\nrecipient = ["to"]\n', "`recipient` is not known"),
        ('[x]\ncode = "111"\nverbs = ["x"]\nobject_is = "goal"\n', "`object_is` is `goal`"),
        ('[x]\ncode = "111"\ntype = "HUG"\nverbs = ["x"]\n', "`HUG` is no PLOVER type"),
    ],
)
def test_a_slip_is_named_with_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "frames.toml").write_text("\n" + text)
    with pytest.raises(CodebookError, match=r"frames\.toml, line 2") as caught:
        load(tmp_path)
    assert message in str(caught.value)


def test_lists_may_name_themselves_without_end(tmp_path: Path) -> None:
    (tmp_path / "words.toml").write_text('[ring]\nwords = ["@ring", "gold"]\n')
    (tmp_path / "frames.toml").write_text(
        '[give]\ncode = "070"\nverbs = ["give"]\nobjects = ["@ring"]\n'
    )
    (tmp_path / "cameo.toml").write_text('["07"]\nname = "aid"\ntype = "AID"\n')
    frames = load_frames([tmp_path])
    assert frames.by_id["give"].objects.single == {"gold"}
