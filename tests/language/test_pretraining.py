from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.ml.models.tok2vec import MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model

from pourparler.language.pretraining import Guessing, pretrain

TEXTS = ["Envoys met in Orsk on Monday .", "Talks in Orsk ended on Friday ."] * 20


def layers(nlp: Language) -> Any:
    embed = MultiHashEmbed(width=16, attrs=["NORM"], rows=[200], include_static_vectors=False)
    model = build_Tok2Vec_model(embed, MaxoutWindowEncoder(16, 1, 2, 2))
    model.initialize(X=[nlp.make_doc(TEXTS[0])])
    return model


def guess(nlp: Language, model: Any, keep: Path, batches: int) -> list[str]:
    lines: list[str] = []
    settings = Guessing(batches=batches, words=40, share=0.3, choices=50, learn_rate=0.02)
    pretrain(nlp, model, TEXTS, settings, seed=1, keep=keep, report=lines.append)
    return lines


def share(line: str) -> float:
    return float(line.split(", ")[1].split(" %")[0])


def test_hidden_words_come_to_be_guessed(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    lines = guess(nlp, layers(nlp), tmp_path / "kept", 400)
    assert share(lines[-1]) > 70
    assert share(lines[-1]) > share(lines[0])


def test_what_was_learned_is_kept_and_put_back(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    first, second = layers(nlp), layers(nlp)
    guess(nlp, first, tmp_path / "kept", 3)
    assert guess(nlp, second, tmp_path / "kept", 3) == []
    assert first.to_bytes() == second.to_bytes()


def test_the_same_seed_gives_the_same_weights(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    models = [layers(nlp) for _ in range(2)]
    start = models[0].to_bytes()
    for number, model in enumerate(models):
        model.from_bytes(start)
        guess(nlp, model, tmp_path / str(number), 3)
    assert models[0].to_bytes() == models[1].to_bytes()
