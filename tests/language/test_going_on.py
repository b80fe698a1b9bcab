from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Config

from pourparler.language.going_on import Mean, fits, learnable, take_over, take_words
from pourparler.language.pipeline import register
from pourparler.language.training import CONFIG

PIPES = ["tok2vec", "tagger", "morphologizer", "parser"]
WORDS, TAGS = ["Envoys", "met"], ["NNS", "VBD"]


def pipeline(depth: int = 4) -> Language:
    register()
    config = Config().from_disk(CONFIG)
    config.pop("training")
    config["components"]["tok2vec"]["model"]["encode"]["depth"] = depth
    return spacy.util.load_model_from_config(config, auto_fill=True)


def test_pipes_built_like_the_packages_fit() -> None:
    assert fits(pipeline(), PIPES, 64)


def test_other_layers_or_vectors_do_not_fit() -> None:
    assert not fits(pipeline(depth=6), PIPES, 64)
    assert not fits(pipeline(), PIPES, 8)


def test_what_is_taken_over_reads_at_once() -> None:
    nlp = pipeline()
    take_words(nlp)
    take_over(nlp, PIPES)
    with nlp.select_pipes(enable=PIPES):
        doc = nlp("Envoys met in Geneva.")
    assert [token.dep_ for token in doc] == ["nsubj", "ROOT", "case", "obl", "punct"]


def test_words_keep_their_vectors_when_written(tmp_path: Path) -> None:
    nlp = pipeline()
    take_words(nlp)
    nlp.vocab.to_disk(tmp_path)
    again = pipeline()
    again.vocab.from_disk(tmp_path)
    assert again.vocab.vectors.attr == nlp.vocab.vectors.attr
    assert again.vocab.vectors.shape == nlp.vocab.vectors.shape


def test_examples_with_labels_of_their_own_are_left_out() -> None:
    nlp = pipeline()
    take_words(nlp)
    take_over(nlp, PIPES)
    known, new = (
        Doc(nlp.vocab, words=WORDS, tags=TAGS, heads=[1, 1], deps=[relation, "ROOT"])
        for relation in ("nsubj", "nsubj:new")
    )
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in (known, new)]
    assert learnable(nlp, examples) == examples[:1]


def test_the_mean_counts_the_start() -> None:
    nlp = pipeline()
    take_words(nlp)
    take_over(nlp, ["tagger"])
    model: Any = nlp.get_pipe("tagger").model  # type: ignore[attr-defined]
    [(node, name)] = [(n, k) for n in model.walk() for k in n.param_names if k == "b"]
    start = node.get_param(name).copy()
    mean = Mean(nlp, ["tagger"])
    for step in (3.0, 6.0):
        node.set_param(name, start + np.float32(step))
        mean.add()
    mean.set()
    assert np.allclose(node.get_param(name), start + 3)
