"""One run of training: its settings, its data, and the pipeline it starts from."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.training import Example
from spacy.util import load_model_from_config
from thinc.api import Config, fix_random_seed

from pourparler.language.going_on import fits, take_words
from pourparler.language.learning import Report, Stage
from pourparler.language.sources import Data, all_texts, name_rows, unannotated
from pourparler.language.treebank import TreebankDocument, read_conllu
from pourparler.language.vectors import VectorSettings, learn_vectors


@dataclass(frozen=True)
class Run:
    """The settings of the pipeline, the plan of the steps, and the folder that keeps what is done.

    `report` is told, a line at a time, how far it is.
    """

    settings: Config
    plan: dict[str, Any]
    data: Data
    work: Path
    report: Report

    @property
    def seed(self) -> int:
        """What all chance begins with."""
        return int(self.plan["seed"])

    @cached_property
    def goes_on(self) -> bool:
        """Whether training goes on from the package's weights, and so with its words."""
        pipes = [*self.plan["parse"]["pipes"], *self.plan["names"]["pipes"]]
        return fits(self._empty(), pipes, int(self.plan["vectors"]["width"]))

    def stage(self, step: str, name: str = "") -> Stage:
        """A step of the plan; `name` is what it is kept as, if not the step's own."""
        return Stage(name=name or step, **self.plan[step])

    def blank(self, documents: Sequence[TreebankDocument]) -> Language:
        """A pipeline that knows words and their vectors, and nothing else."""
        nlp = self._empty()
        if self.goes_on:
            take_words(nlp)
            return nlp
        texts = all_texts(self.data, documents, name_rows(self.data))
        settings = VectorSettings(**self.plan["vectors"])
        learn_vectors(nlp, texts, settings, keep=self.work / "vectors.npz")
        return nlp

    def documents(self, which: str = "treebanks") -> list[TreebankDocument]:
        """The documents of the treebanks that the plan lists there."""
        return [
            document
            for path in self.data.treebanks
            if path.name.split(".")[0] in self.plan[which]
            for document in read_conllu(path)
        ]

    def sample(self, what: str) -> list[str]:
        """As many of the news items as the plan says, drawn by chance."""
        if self.data.items is None:
            return []
        texts = unannotated(self.data.items)
        return random.Random(self.seed).sample(texts, min(int(self.plan[what]), len(texts)))

    def _empty(self) -> Language:
        return load_model_from_config(self.settings.copy(), auto_fill=True)


def first_weights(nlp: Language, pipes: Sequence[str], examples: list[Example], seed: int) -> None:
    """Gives the pipes their labels and first weights."""
    fix_random_seed(seed)
    if "tok2vec" in pipes:
        with nlp.select_pipes(enable=list(pipes)):
            nlp.initialize(lambda: examples)
        return
    for name in pipes:
        pipe: Any = nlp.get_pipe(name)
        pipe.initialize(lambda: examples, nlp=nlp)
