"""Names: from annotated rows, and from news items in which two recognizers find the same names."""

from collections.abc import Callable
from functools import partial
from typing import Any

from spacy.language import Language

from pourparler.language.examples import name_examples
from pourparler.language.going_on import Mean, take_over
from pourparler.language.learning import learn
from pourparler.language.names import NameRow
from pourparler.language.run import Run, first_weights
from pourparler.language.silver import silver_rows
from pourparler.language.sources import name_rows

# Differently altered copies of the rows, taken in turn from pass to pass.
_VARIANTS = 3


def learn_names(run: Run, nlp: Language) -> None:
    """Trains the pipes of the plan's step `names`.

    Where training goes on from the package's weights, the result is the mean of them and of what
    was learned.
    """
    stage = run.stage("names")
    rows = list(name_rows(run.data))
    first_weights(nlp, stage.pipes, name_examples(nlp, rows), run.seed)
    recognizer: Any = nlp.get_pipe("ner")
    untrained = recognizer.model.to_bytes()
    if texts := run.sample("silver_names"):
        ours = partial(take_over, nlp, stage.pipes)
        second = ours if run.goes_on else _judge(run, nlp, rows, 2)
        judges = (_judge(run, nlp, rows, 1), second)
        rows += silver_rows(nlp, judges, texts, work=run.work, report=run.report)
    if run.goes_on:
        take_over(nlp, stage.pipes)
    else:
        recognizer.model.from_bytes(untrained)
    mean = Mean(nlp, stage.pipes)
    names = [name_examples(nlp, rows, seed=run.seed + turn) for turn in range(_VARIANTS)]
    learn(nlp, stage, names, seed=run.seed, checkpoint=run.work, report=run.report)
    if run.goes_on:
        mean.add()
        mean.set()


def _judge(run: Run, nlp: Language, rows: list[NameRow], number: int) -> Callable[[], None]:
    """What trains a recognizer anew, from the pipeline's first weights."""
    recognizer: Any = nlp.get_pipe("ner")
    untrained = recognizer.model.to_bytes()
    stage = run.stage("judge", f"judge-{number}")

    def train() -> None:
        recognizer.model.from_bytes(untrained)
        seed = run.seed + number
        variants = [name_examples(nlp, rows, seed=seed)]
        learn(nlp, stage, variants, seed=seed, checkpoint=run.work, report=run.report)

    return train
