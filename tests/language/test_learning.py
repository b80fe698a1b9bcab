from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import fix_random_seed

from pourparler.language import learning
from pourparler.language.learning import Stage, learn

TEXTS = [("envoys met", ["NOUN", "VERB"]), ("talks ended", ["NOUN", "VERB"])] * 4


def prepared() -> tuple[Language, list[Example]]:
    fix_random_seed(0)  # the weights before any learning are drawn at random
    nlp = spacy.blank("en")
    nlp.add_pipe("tagger")
    examples = [Example.from_dict(nlp.make_doc(text), {"tags": tags}) for text, tags in TEXTS]
    nlp.initialize(lambda: examples)
    return nlp, examples


def stage(batches: int) -> Stage:
    return Stage("tags", ["tagger"], batches, words=8, learn_rate=0.01, dropout=0.0)


def weights(nlp: Language) -> bytes:
    return nlp.get_pipe("tagger").model.to_bytes()  # type: ignore[attr-defined,no-any-return]


@pytest.fixture
def trained() -> bytes:
    nlp, examples = prepared()
    learn(nlp, stage(12), [examples], seed=3)
    return weights(nlp)


def test_the_stage_learns() -> None:
    nlp, examples = prepared()
    learn(nlp, stage(60), [examples], seed=3)
    assert [token.tag_ for token in nlp("envoys ended")] == ["NOUN", "VERB"]


def test_the_same_seed_gives_the_same_weights(trained: bytes) -> None:
    nlp, examples = prepared()
    learn(nlp, stage(12), [examples], seed=3)
    assert weights(nlp) == trained


def test_a_stopped_run_goes_on_where_it_was(
    trained: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning, "CHECKPOINT_EVERY", 5)
    nlp, examples = prepared()

    class StopError(Exception):
        pass

    calls = []
    update = nlp.update

    def stopping(*arguments: object, **options: object) -> object:
        calls.append(1)
        if len(calls) == 8:
            raise StopError
        return update(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(nlp, "update", stopping)
    with pytest.raises(StopError):
        learn(nlp, stage(12), [examples], seed=3, checkpoint=tmp_path)
    resumed, examples = prepared()
    lines: list[str] = []
    learn(resumed, stage(12), [examples], seed=3, checkpoint=tmp_path, report=lines.append)
    assert lines == ["tags: goes on after batch 5"]
    for one, other in zip(_arrays(resumed), _arrays(_from(trained)), strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-5, atol=1e-6)


def _from(data: bytes) -> Language:
    nlp, _ = prepared()
    nlp.get_pipe("tagger").model.from_bytes(data)  # type: ignore[attr-defined]
    return nlp


def _arrays(nlp: Language) -> list[np.ndarray]:
    model = nlp.get_pipe("tagger").model  # type: ignore[attr-defined]
    return [node.get_param(name) for node in model.walk() for name in node.param_names]
