"""From treebanks, rows of names and plain news text to a pipeline that `load` can read.

`train` takes these steps, each kept in the folder WORK under the output so that a stopped run
goes on: trees (`learning_trees`), names (`learning_names`), lemmas. It needs no GPU.
"""

import json
from pathlib import Path
from typing import Any

from spacy.about import __version__ as SPACY_VERSION  # noqa: N812
from spacy.language import Language
from thinc.api import Config, NumpyOps, set_current_ops

from pourparler.errors import LanguageError
from pourparler.language.learning import Report
from pourparler.language.learning_names import learn_names
from pourparler.language.learning_trees import learn_trees
from pourparler.language.names import HAND_ANNOTATED
from pourparler.language.pipeline import register
from pourparler.language.run import Run
from pourparler.language.sources import Data, find_data

CONFIG = Path(__file__).parent / "configs" / "en.cfg"
WORK = "training"
# Measured on one core of an AMD EPYC: batches a minute.
_PACE = {"guessing": 260, "teacher": 140, "parse": 140, "judge": 650, "names": 650}
# Minutes that the wide recognizer takes for a pass over all rows, and for a thousand news items.
_WIDE_PASS, _WIDE_THOUSAND = 5.0, 0.1


def train(
    data: Path, out: Path, *, config: Path = CONFIG, report: Report = lambda line: None
) -> Path:
    """Trains the English pipeline and returns the folder of its weights, `out`.

    `data` holds `*.conllu[.gz]` treebanks and `names-*.jsonl[.gz]`, as the config names them, and
    `wcep.jsonl.gz` there or in the folder above. `report` is told, a line at a time, what it will
    take and how far it is. Raises `LanguageError` when data is missing or malformed.
    """
    register()
    set_current_ops(NumpyOps(use_blis=False))
    if not config.exists():
        raise LanguageError(f"no training configuration at {config}")
    settings = Config().from_disk(config)
    plan = settings.pop("training")
    found = find_data(data, plan)
    report(describe(found, plan))
    run = Run(settings, plan, found, out / WORK, report)
    documents = run.documents()
    nlp = run.blank(documents)
    learn_trees(run, nlp, documents)
    learn_names(run, nlp)
    lemmas: Any = nlp.get_pipe("pourparler_lemmas")
    lemmas.learn(word for document in documents for word in document.words)
    nlp.meta.update(_meta(run))
    nlp.to_disk(out)
    _forget_words(nlp, out / "vocab" / "strings.json")
    report(f"the weights are at {out}; {out / WORK} holds only what a stopped run needs")
    return out


def describe(data: Data, plan: dict[str, Any]) -> str:
    """What the training will take, in a line."""
    steps = tuple(_PACE) if data.items else ("parse", "names")
    minutes = 10 + sum(plan[step]["batches"] / _PACE[step] for step in steps)
    if data.items:
        minutes += _WIDE_PASS * plan["wide"]["passes"] + _WIDE_THOUSAND * plan["silver_names"] / 1e3
    items = "with" if data.items else "without"
    return (
        f"{len(data.treebanks)} treebanks and {len(data.names)} sets of names, {items} the news "
        f"items: about {minutes:.0f} minutes on one core, 4 GB of memory, 200 MB of disk"
    )


def _forget_words(nlp: Language, path: Path) -> None:
    """Keeps of the strings only labels and words with vectors; others come back when they are met.

    All words of the news items would make the weights a tenth larger.
    """
    labels = {part for pipe in nlp.pipe_labels.values() for label in pipe for part in _parts(label)}
    keys = [key for key in nlp.vocab.vectors if key in nlp.vocab.strings]
    words = {nlp.vocab.strings[key] for key in keys}
    path.write_text(json.dumps(sorted(labels | words), ensure_ascii=False), encoding="utf-8")


def _parts(label: str) -> list[str]:
    """A label, its features and their names and values (`Number=Sing|Person=3`)."""
    features = label.split("|")
    return [label, *features, *(part for feature in features for part in feature.split("="))]


def _meta(run: Run) -> dict[str, object]:
    data = run.data
    return {
        "name": "pourparler",
        "description": "English for news of negotiations: tags, trees, names, lemmas",
        "license": "CC BY-SA 4.0",
        "pourparler_spacy": ".".join(SPACY_VERSION.split(".")[:2]),
        "sources": [
            *(path.name for path in data.treebanks),
            *(source.path.name for source in data.names),
            *([HAND_ANNOTATED.name, data.items.name] if data.items else []),
        ],
        "seed": run.seed,
        "went_on": run.goes_on,
    }
