"""The training loop: fixed batches, a falling learning rate, averaged weights, and resumption.

Given the same examples, seed and number of batches the result is the same; a stopped run goes on
from its last checkpoint.
"""

import pickle
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.training import Example
from thinc.api import Adam, Model, Optimizer, fix_random_seed

CHECKPOINT_EVERY = 500
_WARM_UP = 200

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of training: which pipes learn, for how long and how fast.

    `words` is the size of a full batch; early batches are smaller.
    """

    name: str
    pipes: list[str]
    batches: int
    words: int
    learn_rate: float
    dropout: float


def learn(
    nlp: Language,
    stage: Stage,
    variants: Sequence[list[Example]],
    *,
    seed: int,
    checkpoint: Path | None = None,
    report: Report = lambda line: None,
) -> None:
    """Trains the stage's pipes and leaves the averaged weights in them.

    `variants` are differently made copies of the same examples; each pass takes the next one.
    """
    fix_random_seed(seed)
    optimizer = Adam(
        stage.learn_rate, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True
    )
    done = _resume(nlp, stage, optimizer, checkpoint)
    if done:
        report(f"{stage.name}: goes on after batch {done}")
    losses: dict[str, float] = {}
    with nlp.select_pipes(enable=stage.pipes):
        for number, batch in enumerate(_batches(variants, stage, seed), 1):
            if number > stage.batches or done >= stage.batches:
                break
            if number <= done:
                continue
            optimizer.learn_rate = stage.learn_rate * pace(number, stage.batches)
            nlp.update(batch, sgd=optimizer, losses=losses, drop=stage.dropout)
            if number % 100 == 0:
                shown = ", ".join(f"{pipe} {loss:.0f}" for pipe, loss in losses.items())
                report(f"{stage.name}: batch {number} of {stage.batches}, loss {shown}")
                losses = {}
            if checkpoint and (number % CHECKPOINT_EVERY == 0 or number == stage.batches):
                _save(nlp, stage, optimizer, number, checkpoint)
    for model in _models(nlp, stage):
        for node in model.walk():
            for name in node.param_names:
                average = optimizer.averages.get((node.id, name))
                if average is not None:
                    node.set_param(name, average)


def pace(number: int, batches: int) -> float:
    """The share of the learning rate at a batch: up over the first, then down to a fiftieth."""
    if number < _WARM_UP:
        return number / _WARM_UP
    return max(0.02, 1 - (number - _WARM_UP) / max(1, batches - _WARM_UP))


def _batches(variants: Sequence[list[Example]], stage: Stage, seed: int) -> Iterator[list[Example]]:
    shuffler = random.Random(seed)
    number = 0
    for turn in range(10**9):
        order = list(variants[turn % len(variants)])
        shuffler.shuffle(order)
        batch: list[Example] = []
        size = 0
        for example in order:
            batch.append(example)
            size += len(example.predicted)
            if size >= stage.words * min(1.0, 0.2 + number / 1000):
                yield batch
                batch, size, number = [], 0, number + 1


def _model(nlp: Language, name: str) -> Model[Any, Any]:
    pipe: Any = nlp.get_pipe(name)
    model: Model[Any, Any] = pipe.model
    return model


def _models(nlp: Language, stage: Stage) -> list[Model[Any, Any]]:
    return [_model(nlp, name) for name in stage.pipes]


def _params(nlp: Language, stage: Stage) -> dict[tuple[int, str], tuple[int, int, str]]:
    """Where each parameter lies, by its key in the optimizer: keys differ from run to run."""
    return {
        (node.id, name): (at, number, name)
        for at, model in enumerate(_models(nlp, stage))
        for number, node in enumerate(model.walk())
        for name in node.param_names
    }


_STATE = ("mom1", "mom2", "averages", "nr_update", "last_seen")


def _save(nlp: Language, stage: Stage, optimizer: Optimizer, number: int, folder: Path) -> None:
    places = _params(nlp, stage)
    state = {
        part: {
            places[key]: value for key, value in getattr(optimizer, part).items() if key in places
        }
        for part in _STATE
    }
    folder.mkdir(parents=True, exist_ok=True)
    weights = {name: _model(nlp, name).to_bytes() for name in stage.pipes}
    partial = folder / f"{stage.name}.partial"
    partial.write_bytes(pickle.dumps((number, state, weights)))
    partial.replace(folder / f"{stage.name}.checkpoint")


def _resume(nlp: Language, stage: Stage, optimizer: Optimizer, folder: Path | None) -> int:
    """The number of the last batch of an earlier run, its weights and moments put back; else 0."""
    path = folder / f"{stage.name}.checkpoint" if folder else None
    if path is None or not path.exists():
        return 0
    number, state, weights = pickle.loads(path.read_bytes())
    for name, data in weights.items():
        _model(nlp, name).from_bytes(data)
    keys = {place: key for key, place in _params(nlp, stage).items()}
    for part in _STATE:
        getattr(optimizer, part).update(
            {keys[place]: value for place, value in state[part].items() if place in keys}
        )
    return int(number)
