"""Training that goes on from the weights in the package, so that each release betters the last."""

import json
from collections.abc import Sequence
from typing import Any

from spacy.language import Language
from spacy.training import Example
from thinc.api import Config

from pourparler.language.pipeline import WEIGHTS, load
from pourparler.language.vectors import NormVectors


def fits(nlp: Language, pipes: Sequence[str], width: int) -> bool:
    """Whether the package holds pipes built like these, over word vectors of this width."""
    if not (WEIGHTS / "meta.json").exists():
        return False
    meta = json.loads((WEIGHTS / "meta.json").read_text(encoding="utf-8"))
    ours = Config().from_disk(WEIGHTS / "config.cfg")["components"]
    return bool(meta["vectors"]["width"] == width) and all(
        name in ours and ours[name]["model"] == nlp.config["components"][name]["model"]
        for name in pipes
    )


def take_words(nlp: Language) -> None:
    """Gives the pipeline the package's words and word vectors."""
    vocab = load().vocab
    for string in vocab.strings:
        nlp.vocab.strings.add(string)
    found = vocab.vectors
    nlp.vocab.vectors = NormVectors(
        strings=nlp.vocab.strings,
        data=found.data,
        keys=sorted(found.key2row, key=found.key2row.__getitem__),
        attr="NORM",
        name=found.name,
    )


def take_over(nlp: Language, pipes: Sequence[str]) -> None:
    """Gives the pipes the package's labels and weights; the words must be the package's too."""
    for name in pipes:
        pipe: Any = nlp.get_pipe(name)
        pipe.from_disk(WEIGHTS / name, exclude=["vocab"])


class Mean:
    """The mean of the weights that pipes have had, counting those they have at the start."""

    def __init__(self, nlp: Language, pipes: Sequence[str]) -> None:
        models: list[Any] = [nlp.get_pipe(name) for name in pipes]
        self._weights = [
            (node, name)
            for pipe in models
            for node in pipe.model.walk()
            for name in node.param_names
            if node.has_param(name)
        ]
        self._sums = [node.get_param(name).astype("float64") for node, name in self._weights]
        self._count = 1

    def add(self) -> None:
        """Counts the weights that the pipes have now."""
        self._count += 1
        for total, (node, name) in zip(self._sums, self._weights, strict=True):
            total += node.get_param(name)

    def set(self) -> None:
        """Gives the pipes the mean."""
        for total, (node, name) in zip(self._sums, self._weights, strict=True):
            node.set_param(name, (total / self._count).astype("float32"))


def learnable(nlp: Language, examples: Sequence[Example]) -> list[Example]:
    """The examples whose tags and relations the pipes have labels for."""
    tags, relations = set(nlp.pipe_labels["tagger"]), set(nlp.pipe_labels["parser"])
    return [
        example
        for example in examples
        if all(token.tag_ in tags and token.dep_ in relations for token in example.reference)
    ]
