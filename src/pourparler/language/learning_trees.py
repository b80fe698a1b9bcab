"""Tags, morphology and trees: from the treebanks, and from news that two parsers read alike.

Training goes on from the package's weights where it can; the mean of the start and of what was
learned reads better than either.
"""

from collections.abc import Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from pourparler.language.examples import parse_examples
from pourparler.language.going_on import Mean, learnable, take_over
from pourparler.language.learning import learn
from pourparler.language.pipeline import WEIGHTS, load
from pourparler.language.pretraining import Guessing, pretrain
from pourparler.language.run import Run, first_weights
from pourparler.language.sources import plain_texts
from pourparler.language.teachers import Mixed, silver_trees
from pourparler.language.treebank import TreebankDocument

# Differently cut and altered copies of the treebanks, taken in turn from pass to pass.
_VARIANTS = 3


def learn_trees(run: Run, nlp: Language, documents: Sequence[TreebankDocument]) -> None:
    """Trains the pipes of the plan's step `parse`."""
    stage = run.stage("parse")
    silver: list[Doc] = []
    if texts := run.sample("silver_trees"):
        silver = silver_trees(
            nlp.vocab,
            lambda number: _teacher(run, number),
            texts,
            work=run.work,
            report=run.report,
        )
    trees = _trees(nlp, documents, run.seed)
    if run.goes_on:
        take_over(nlp, stage.pipes)
        trees = [learnable(nlp, examples) for examples in trees]
    else:
        first_weights(nlp, stage.pipes, trees[0], run.seed)
        _guess(run, nlp)
    mean = Mean(nlp, stage.pipes)
    passes = Mixed(nlp, trees, silver)
    learn(nlp, stage, passes, seed=run.seed, checkpoint=run.work, report=run.report)
    if run.goes_on:
        mean.add()
        mean.set()


def _teacher(run: Run, number: int) -> Language:
    """The first is trained; the second is the package's own pipeline, trained if there is none."""
    if number and (WEIGHTS / "meta.json").exists():
        return load()
    seed = run.seed + number
    documents = run.documents("teacher_learns_from")
    stage = run.stage("teacher", f"teacher-{number + 1}")
    nlp = run.blank(documents)
    trees = _trees(nlp, documents, seed)
    first_weights(nlp, stage.pipes, trees[0], seed)
    if number == 0:
        _guess(run, nlp)
    learn(nlp, stage, trees, seed=seed, checkpoint=run.work, report=run.report)
    return nlp


def _trees(nlp: Language, documents: Sequence[TreebankDocument], seed: int) -> list[list[Example]]:
    return [parse_examples(nlp, documents, seed=seed + turn) for turn in range(_VARIANTS)]


def _guess(run: Run, nlp: Language) -> None:
    """Lets the layers that all these pipes share begin with guessing hidden words of the news."""
    if run.data.items is None:
        return
    shared: Any = nlp.get_pipe("tok2vec")
    pretrain(
        nlp,
        shared.model,
        plain_texts(run.data.items, run.documents("teacher_learns_from")),
        Guessing(**run.plan["guessing"]),
        seed=run.seed,
        keep=run.work / "guesses",
        report=run.report,
    )
