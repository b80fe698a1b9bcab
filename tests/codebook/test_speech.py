"""The words that report speech, as a person writes them down."""

from pathlib import Path

import pytest

from pourparler import codebook
from pourparler.codebook.speech import verb_forms
from pourparler.errors import CodebookError


def test_every_form_leads_to_its_cue() -> None:
    cues = codebook.load().cues
    assert cues.verbs["said"].lemma == "say"
    assert cues.verbs["urging"].act == "demanded"
    assert cues.verbs["pointed out"].lemma == "point out"
    assert cues.verbs["believes"].attitude == "belief"
    assert cues.nouns["allegations"].act == "accused"
    assert "interviews" in cues.venues


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("agree", ("agrees", "agreed", "agreeing")),
        ("stop", ("stops", "stopped", "stopping")),
        ("order", ("orders", "ordered", "ordering")),
        ("reply", ("replies", "replied", "replying")),
        ("stress", ("stresses", "stressed", "stressing")),
    ],
)
def test_regular_forms(lemma: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(lemma) == forms


def test_a_users_word_is_added_and_the_rest_stays(tmp_path: Path) -> None:
    (tmp_path / "cues.toml").write_text('[verbs]\ncable = { act = "warned", frames = ["that"] }\n')
    cues = codebook.load(tmp_path).cues
    assert cues.verbs["cabled"].act == "warned"
    assert cues.verbs["said"].lemma == "say"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[verbs]\nsay = { act = "sang" }\n', "`sang` is not known"),
        ('[verbs]\nsay = "said"\n', "`say` is 'said'"),
        ("[adverbs]\nreportedly = {}\n", "is no table of cues"),
        ("[verbs]\nsay = { frame = [] }\n", "`frame` is not known"),
    ],
)
def test_a_wrong_entry_names_its_file(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "cues.toml").write_text(text)
    with pytest.raises(CodebookError, match=r"cues\.toml") as caught:
        codebook.load(tmp_path)
    assert problem in str(caught.value)
