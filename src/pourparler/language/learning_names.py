"""Names: from annotated rows, and from news items whose names a better reader is sure of."""

from collections.abc import Callable, Iterable
from functools import partial
from importlib.util import find_spec
from typing import Any

from spacy.language import Language

from pourparler.language.examples import name_examples
from pourparler.language.going_on import take_over
from pourparler.language.learning import learn
from pourparler.language.names import NameRow
from pourparler.language.run import Run, first_weights
from pourparler.language.silver import agreed_names, kept_rows
from pourparler.language.sources import HAND, name_rows, name_sets

# Differently altered copies of the rows, taken in turn from pass to pass.
_VARIANTS = 3


def learn_names(run: Run, nlp: Language) -> None:
    """Trains the pipes of the plan's step `names`."""
    stage = run.stage("names")
    rows = list(name_rows(run.data))
    first_weights(nlp, stage.pipes, name_examples(nlp, rows), run.seed)
    recognizer: Any = nlp.get_pipe("ner")
    untrained = recognizer.model.to_bytes()
    if texts := run.sample("silver_names"):
        teach = _taught_widely if find_spec("torch") else _agreed
        if teach is _agreed:
            run.report("names: taught less well without PyTorch (pip install 'pourparler[teach]')")
        silver = kept_rows(run.work, lambda: teach(run, nlp, rows, texts))
        run.report(f"names: {len(silver)} of {len(texts)} news items taken as annotated")
        rows += silver
    if run.goes_on:
        take_over(nlp, stage.pipes)
    else:
        recognizer.model.from_bytes(untrained)
    names = [name_examples(nlp, rows, seed=run.seed + turn) for turn in range(_VARIANTS)]
    learn(nlp, stage, names, seed=run.seed, checkpoint=run.work, report=run.report)


def _taught_widely(
    run: Run, nlp: Language, rows: list[NameRow], texts: list[str]
) -> Iterable[NameRow]:
    """The texts of whose names the wide recognizer is sure."""
    # PyTorch takes seconds to import, and is not there for everybody.
    from pourparler.language.wide.teaching import WideSettings, sure_names

    return sure_names(
        nlp,
        name_sets(run.data),
        texts,
        WideSettings(**run.plan["wide"]),
        like=HAND,
        seed=run.seed,
        keep=run.work / "wide.pt",
        report=run.report,
    )


def _agreed(run: Run, nlp: Language, rows: list[NameRow], texts: list[str]) -> Iterable[NameRow]:
    """The texts in which two of our own recognizers find the same names."""
    ours = partial(take_over, nlp, run.stage("names").pipes)
    second = ours if run.goes_on else _judge(run, nlp, rows, 2)
    return agreed_names(nlp, (_judge(run, nlp, rows, 1), second), texts)


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
