"""Cues: how they are written, and where they are found."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pourparler.codebook.cues import NEAR, CueIndex, Hit, parse_cue

SETS = {"forces": ("troops", "army")}


def find(cues: dict[str, str], sentence: str) -> list[Hit]:
    """The hits of a sentence whose words are their own lemmas."""
    index = CueIndex((key, parse_cue(text, SETS)) for key, text in cues.items())
    return index.find([{word} for word in sentence.split()])


def keys(cues: dict[str, str], sentence: str) -> list[str]:
    return [hit.key for hit in find(cues, sentence)]


@pytest.mark.parametrize(
    ("cue", "sentence", "is_found"),
    [
        ("border security", "the border security plan", True),
        ("border security", "security at the border", False),
        ("border + security", "security at the border", True),
        ("truce|ceasefire", "a ceasefire holds", True),
        ("normali*", "to normalise ties", True),
        ("normali*", "the norm", False),
        ("@forces leave", "the army leave today", True),
        ("cease-fire", "a cease fire holds", True),
        ("%head-of-state", "the %head-of-state spoke", True),
        ("pull out", "pull", False),
    ],
)
def test_a_cue_is_found(cue: str, sentence: str, is_found: bool) -> None:
    assert bool(find({"x": cue}, sentence)) is is_found


def test_parts_may_not_stand_too_far_apart() -> None:
    near = " ".join(["troops", *["word"] * NEAR, "leave"])
    far = " ".join(["troops", *["word"] * (NEAR + 1), "leave"])
    assert keys({"x": "leave + troops"}, near) == ["x"]
    assert keys({"x": "leave + troops"}, far) == []


def test_the_first_part_is_the_place_of_a_hit() -> None:
    (hit,) = find({"x": "leave + troops"}, "the troops must leave now")
    assert (hit.start, hit.end, hit.words) == (3, 4, (1, 3))


def test_the_longer_cue_wins() -> None:
    cues = {"talks": "talks", "nuclear": "nuclear talks"}
    assert keys(cues, "the nuclear talks and other talks") == ["nuclear", "talks"]


def test_of_equals_the_closer_then_the_later_wins() -> None:
    assert keys({"far": "end + fuel", "near": "end + war"}, "end of war for fuel") == ["near"]
    assert keys({"first": "end", "second": "end"}, "the end") == ["second"]


@given(st.lists(st.sampled_from(["troops", "leave", "talks", "the"]), max_size=40))
def test_hits_lie_in_the_sentence_and_hold_their_words(words: list[str]) -> None:
    for hit in find({"x": "leave + troops", "y": "talks"}, " ".join(words)):
        assert 0 <= hit.start < hit.end <= len(words)
        assert {words[place] for place in hit.words} <= {"troops", "leave", "talks"}


def test_time_is_linear_on_a_word_repeated() -> None:
    started = time.perf_counter()
    find({"x": "leave + troops", "y": "troops troops"}, "troops leave " * 20_000)
    assert time.perf_counter() - started < 5
