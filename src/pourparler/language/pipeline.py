"""The English pipeline as readings use it: ours from the package, or any other by name.

Readings see one vocabulary whichever pipeline is in use: Universal Dependencies relations (the
root keeps spaCy's label `ROOT`) and the name labels PER, ORG and LOC.
"""

import json
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import spacy
from spacy.about import __version__ as SPACY_VERSION  # noqa: N812
from spacy.language import Language
from thinc.api import Model, NumpyOps, set_current_ops

from pourparler.errors import LanguageError
from pourparler.language.relations import speaks_clear, speaks_ontonotes

WEIGHTS = Path(__file__).parent / "weights" / "en"
# The modules whose import makes our components known to spaCy.
_COMPONENTS = (
    "tokens", "distinct", "sentences", "stepwise", "lemmas", "relations", "voting", "repairs",
    "reader",
)  # fmt: skip
# numpy's BLAS multiplies our small matrices three times as fast as the bundled BLIS does.
_OPS = NumpyOps(use_blis=False)
_PROBE = "Foreign Minister Anna Brandt said on Monday that Germany was asked by Spain to meet."


def load(name: str | None = None, *, names: Mapping[str, str] | None = None) -> Language:
    """Our English pipeline, or the spaCy pipeline of that name or folder, ready for readings.

    `names` are known names and their labels (`{"Idlib": "LOC"}`), which outvote the recognizer;
    they are heeded by our pipeline, and by others that hold `pourparler_names`.

    Raises `LanguageError` when it cannot be found, was trained with another minor version of
    spaCy (ours), or lacks something that readings need; the message lists what is missing.
    """
    register()
    set_current_ops(_OPS)
    nlp = _load_ours(WEIGHTS) if name is None else _load_named(name)
    _multiply_by_numpy(nlp)
    nlp.max_length = 20_000_000
    if names and nlp.has_pipe("pourparler_names"):
        votes: Any = nlp.get_pipe("pourparler_names")
        votes.give(names)
    return nlp


def _multiply_by_numpy(nlp: Language) -> None:
    """Sets the operations of every layer: spaCy gives some of a parser's its own."""
    for _, pipe in nlp.pipeline:
        layers: Any = getattr(pipe, "model", None)
        if isinstance(layers, Model) and isinstance(layers.ops, NumpyOps):
            for layer in layers.walk():
                layer.ops = _OPS


def register() -> None:
    """Makes our components known to spaCy."""
    for module in _COMPONENTS:
        import_module(f"pourparler.language.{module}")


def _load_ours(folder: Path) -> Language:
    if not (folder / "meta.json").exists():
        raise LanguageError(
            f"no trained English pipeline at {folder}: train one with "
            "'pourparler train language DATA -o DIR', or name another with --model"
        )
    check_version(folder)
    return spacy.load(folder)


def check_version(folder: Path) -> None:
    """Raises `LanguageError` when the weights were trained with another minor version of spaCy."""
    trained = json.loads((folder / "meta.json").read_text(encoding="utf-8")).get(
        "pourparler_spacy", ""
    )
    running = ".".join(SPACY_VERSION.split(".")[:2])
    if trained and trained != running:
        raise LanguageError(
            f"the pipeline at {folder} was trained with spaCy {trained}, this is spaCy {running}: "
            f"install spaCy {trained} (pip install 'spacy~={trained}.0') or train it again with "
            "'pourparler train language DATA -o DIR'"
        )


def _load_named(name: str) -> Language:
    folder = Path(name)
    if (folder / "meta.json").exists():
        check_version(folder)
    try:
        nlp = spacy.load(folder if folder.exists() else name)
    except OSError as error:
        raise LanguageError(
            f"no spaCy pipeline {name!r}: it is neither an installed package nor a folder with a "
            "config.cfg. Install it (python -m spacy download NAME) or leave --model out to use "
            "ours"
        ) from error
    _translate(nlp)
    check(nlp, name)
    return nlp


def _translate(nlp: Language) -> None:
    """Adds the component that turns CLEAR labels into ours, where the pipeline speaks them."""
    labels = {label for pipe in nlp.pipe_labels.values() for label in pipe}
    trees = speaks_clear(labels)
    if (trees or speaks_ontonotes(labels)) and not nlp.has_pipe("pourparler_relations"):
        nlp.add_pipe("pourparler_relations", last=True, config={"trees": trees})


def missing_parts(nlp: Language) -> list[str]:
    """What readings need and the pipeline does not give, in plain words."""
    doc = nlp(_PROBE)
    needs = {
        "sentences": doc.has_annotation("SENT_START"),
        "parts of speech (a tagger or morphologizer)": doc.has_annotation("POS"),
        "lemmas (a lemmatizer)": doc.has_annotation("LEMMA"),
        "dependencies (a parser)": doc.has_annotation("DEP"),
        "dependencies in UD or CLEAR labels": any(
            token.dep_ in ("nsubj", "nsubj:pass") for token in doc
        ),
        "names (an entity recognizer with PER/PERSON, ORG, LOC/GPE)": _knows_names(nlp),
    }
    return [need for need, met in needs.items() if not met]


def _knows_names(nlp: Language) -> bool:
    labels = {label for labels in nlp.pipe_labels.values() for label in labels}
    return bool(labels & {"PER", "PERSON"}) and "ORG" in labels and bool(labels & {"LOC", "GPE"})


def check(nlp: Language, name: str) -> None:
    """Raises `LanguageError` with what is missing."""
    missing = missing_parts(nlp)
    if missing:
        raise LanguageError(
            f"the pipeline {name!r} cannot serve readings; it lacks: {'; '.join(missing)}. It has: "
            f"{', '.join(nlp.pipe_names) or 'nothing'}. Name a full English pipeline, or leave "
            "--model out to use ours"
        )
