"""From treebanks, rows of names and plain news text to a pipeline that `load` can read.

`train` goes through these steps, each kept in the folder WORK under the output so that a stopped
run goes on: word vectors, the parse (tags, morphology, trees), names, lemmas, figures. It needs
no GPU.
"""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.about import __version__ as SPACY_VERSION  # noqa: N812
from spacy.language import Language
from spacy.training import Example
from spacy.util import load_model_from_config
from thinc.api import Config, NumpyOps, set_current_ops

from pourparler.errors import LanguageError
from pourparler.language.examples import name_examples, parse_examples
from pourparler.language.learning import Report, Stage, learn
from pourparler.language.names import HAND_ANNOTATED, NameRow, held_out, join_names, read_names
from pourparler.language.pipeline import register
from pourparler.language.silver import silver_rows
from pourparler.language.treebank import TreebankDocument, read_conllu
from pourparler.language.vectors import VectorSettings, learn_vectors

CONFIG = Path(__file__).parent / "configs" / "en.cfg"
WORK = "training"
# The name in the configuration of the set annotated by hand.
HAND = "wcep"
# Differently cut and altered copies of the treebanks, taken in turn from pass to pass.
_VARIANTS = 3
# Measured on one core of an AMD EPYC: batches a minute.
_PACE = {"parse": 200, "names": 650}


@dataclass(frozen=True, slots=True)
class NameSet:
    """A file of names, how often it is taken in a pass, and whether a quarter is kept back."""

    path: Path
    weight: int
    quarter_kept: bool


@dataclass(frozen=True, slots=True)
class Data:
    """What a folder holds to train on."""

    treebanks: list[Path]
    names: list[NameSet]
    items: Path | None
    hand_weight: int


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
    stages = [Stage(name=name, **plan[name]) for name in ("parse", "names")]
    report(describe(found, stages))
    work = out / WORK
    nlp = load_model_from_config(settings, auto_fill=True)
    documents = [document for path in found.treebanks for document in read_conllu(path)]
    rows = list(_name_rows(found))
    learn_vectors(
        nlp,
        _texts(found, documents, rows),
        VectorSettings(**plan["vectors"]),
        keep=work / "vectors.npz",
    )
    seed = int(plan["seed"])
    trees = [parse_examples(nlp, documents, seed=seed + turn) for turn in range(_VARIANTS)]
    _initialize(nlp, trees[0], name_examples(nlp, rows), stages)
    learn(nlp, stages[0], trees, seed=seed, checkpoint=work, report=report)
    if found.items is not None and plan["silver_items"]:
        texts = _unannotated(found.items)
        count = int(plan["silver_items"])
        rows += silver_rows(
            nlp, rows, texts, stages[1], seed=seed, count=count, work=work, report=report
        )
    names = [name_examples(nlp, rows, seed=seed + turn) for turn in range(_VARIANTS)]
    learn(nlp, stages[1], names, seed=seed, checkpoint=work, report=report)
    _pipe(nlp, "pourparler_lemmas").learn(word for document in documents for word in document.words)
    nlp.meta.update(_meta(found, plan))
    nlp.to_disk(out)
    report(f"the weights are at {out}; {work} holds only what a stopped run needs")
    return out


def find_data(folder: Path, plan: dict[str, Any]) -> Data:
    """The files the plan names, as the folder has them; `LanguageError` lists what is absent."""
    treebanks: list[Path] = []
    names: list[NameSet] = []
    absent: list[str] = []
    for name in plan["treebanks"]:
        path = _find(folder, f"{name}.conllu")
        if path:
            treebanks.append(path)
        else:
            absent.append(f"{name}.conllu")
    items = _find(folder, "wcep.jsonl") or _find(folder.parent, "wcep.jsonl")
    for name, weight in plan["names_data"].items():
        if name == HAND:
            continue
        path = _find(folder, f"names-{name}.jsonl")
        if path:
            names.append(NameSet(path, int(weight), name in plan["quarter_kept"]))
        else:
            absent.append(f"names-{name}.jsonl")
    if absent:
        raise LanguageError(
            f"{folder} lacks {', '.join(absent)} (plain or .gz), which the training "
            "configuration names: add them, or give a configuration that leaves them out"
        )
    return Data(treebanks, names, items, int(plan["names_data"].get(HAND, 0)))


def _find(folder: Path, name: str) -> Path | None:
    for path in (folder / name, folder / f"{name}.gz"):
        if path.exists():
            return path
    return None


def describe(data: Data, stages: list[Stage]) -> str:
    """What the training will take, in a line."""
    rounds = {"parse": 1, "names": 3 if data.items else 1}
    minutes = 10 + sum(rounds[stage.name] * stage.batches / _PACE[stage.name] for stage in stages)
    items = "with" if data.items else "without"
    return (
        f"{len(data.treebanks)} treebanks and {len(data.names)} sets of names, {items} the news "
        f"items: about {minutes:.0f} minutes on one core, 3 GB of memory, 100 MB of disk"
    )


def _name_rows(data: Data) -> Iterator[NameRow]:
    for source in data.names:
        rows = read_names(source.path)
        yield from (held_out(rows)[0] if source.quarter_kept else rows) * source.weight
    if data.items is not None:
        yield from join_names(HAND_ANNOTATED, data.items, part="train") * data.hand_weight


def _texts(
    data: Data, documents: Iterable[TreebankDocument], rows: Iterable[NameRow]
) -> Iterator[str]:
    """All the text there is: the news items, the names' texts, the treebanks three times over."""
    if data.items is not None:
        yield from _item_texts(data.items)
    for row in rows:
        yield row.text
    for document in documents:
        for sentence in document.sentences:
            words = document.words[sentence.first : sentence.last]
            text = document.text[words[0].start : words[-1].end]
            yield from (text, text, text)


def _unannotated(items: Path) -> list[str]:
    """The news items that nobody annotated, so that none of those kept for measuring is taught."""
    annotated = {row.text for row in join_names(HAND_ANNOTATED, items)}
    return [text for text in _item_texts(items) if text not in annotated]


def _item_texts(items: Path) -> Iterator[str]:
    opener = gzip.open if items.suffix == ".gz" else open
    with opener(items, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def _initialize(
    nlp: Language, trees: list[Example], names: list[Example], stages: list[Stage]
) -> None:
    """Gives the trainable pipes their labels and first weights."""
    parse, ner = (stage.pipes for stage in stages)
    with nlp.select_pipes(enable=parse):
        nlp.initialize(lambda: trees)
    for name in ner:
        _pipe(nlp, name).initialize(lambda: names, nlp=nlp)


def _pipe(nlp: Language, name: str) -> Any:
    return nlp.get_pipe(name)


def _meta(data: Data, plan: dict[str, Any]) -> dict[str, object]:
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
        "seed": plan["seed"],
    }
