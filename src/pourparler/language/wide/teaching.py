"""Teaching the wide recognizer, and asking it for the names of plain text (PyTorch)."""

import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from spacy.language import Language
from torch.nn.functional import cross_entropy, log_softmax

from pourparler.language.examples import name_examples
from pourparler.language.learning import Report
from pourparler.language.names import NameRow
from pourparler.language.wide.batches import (
    Known,
    Sentence,
    batch_of,
    batches,
    known_in,
    sentence_of,
)
from pourparler.language.wide.labels import likeliest, names_of
from pourparler.language.wide.network import Recognizer

_AVERAGED = 0.998
_LONGEST = 200
_ASKED_AT_ONCE, _WORDS_ASKED = 4_000, 3_000


@dataclass(frozen=True, slots=True)
class WideSettings:
    """How the recognizer is built and taught.

    `passes` over all rows in batches of `words` words; `sure` is the least chance that the least
    certain label of a text may have for its names to count.
    """

    width: int
    layers: int
    passes: int
    words: int
    learn_rate: float
    sure: float


def sure_names(
    nlp: Language,
    sets: Mapping[str, Sequence[NameRow]],
    texts: Sequence[str],
    settings: WideSettings,
    *,
    like: str,
    seed: int,
    keep: Path,
    report: Report,
) -> Iterator[NameRow]:
    """The texts in which the recognizer is sure of all names, and finds some.

    `sets` are rows by the name of their guidelines; the texts are read by those named `like`. What
    was taught is kept at `keep`, and taken from there if it exists.
    """
    torch.manual_seed(seed)
    order = sorted(sets)
    first = _sentences(nlp, sets, seed)
    known, vectors = known_in(first), _vector_rows(nlp)
    recognizer = Recognizer(
        len(known.words) + 2,
        len(known.letters) + 2,
        len(order),
        _vectors(nlp),
        width=settings.width,
        layers=settings.layers,
    )
    if keep.exists():
        recognizer.load_state_dict(torch.load(keep))
    else:
        passes = (_sentences(nlp, sets, seed + turn) for turn in range(settings.passes))
        _teach(recognizer, passes, len(first), known, vectors, settings, seed, report)
        keep.parent.mkdir(parents=True, exist_ok=True)
        torch.save(recognizer.state_dict(), keep)
    yield from _asked(recognizer, nlp, texts, known, vectors, order.index(like), settings.sure)


def _sentences(nlp: Language, sets: Mapping[str, Sequence[NameRow]], seed: int) -> list[Sentence]:
    return [
        sentence_of(example.reference, number)
        for number, name in enumerate(sorted(sets))
        for example in name_examples(nlp, sets[name], seed=seed)
        if len(example.reference) < _LONGEST
    ]


def _vector_rows(nlp: Language) -> dict[str, int]:
    vectors = nlp.vocab.vectors
    return {nlp.vocab.strings[key]: row + 2 for key, row in vectors.key2row.items()}


def _vectors(nlp: Language) -> torch.Tensor:
    data = torch.from_numpy(nlp.vocab.vectors.data.copy())
    return torch.cat([data.new_zeros(2, data.shape[1]), data])


def _teach(
    recognizer: Recognizer,
    passes: Iterator[list[Sentence]],
    rows: int,
    known: Known,
    vectors: dict[str, int],
    settings: WideSettings,
    seed: int,
    report: Report,
) -> None:
    """Teaches the recognizer and leaves in it the mean of its latest weights."""
    chance = random.Random(seed)
    weights = [weight for weight in recognizer.parameters() if weight.requires_grad]
    optimizer = torch.optim.Adam(weights, betas=(0.9, 0.95))
    means = [weight.detach().clone() for weight in weights]
    taught = 0
    for turn, sentences in enumerate(passes, 1):
        done = 0
        for members in batches(sentences, settings.words, chance):
            taught, done = taught + 1, done + len(members)
            share = (turn - 1 + done / max(rows, 1)) / settings.passes
            for group in optimizer.param_groups:
                group["lr"] = settings.learn_rate * min(taught / 150, max(0.01, 1 - share))
            _step(
                recognizer, optimizer, batch_of([sentences[at] for at in members], known, vectors)
            )
            _average(means, weights, min(_AVERAGED, taught / (taught + 10)))
        report(f"wide recognizer: pass {turn} of {settings.passes}, {taught} batches")
    for weight, mean in zip(weights, means, strict=True):
        weight.data.copy_(mean)


def _step(recognizer: Recognizer, optimizer: Any, batch: Any) -> None:
    there = torch.arange(batch.words.shape[1])[None] < torch.from_numpy(batch.lengths)[:, None]
    loss = cross_entropy(
        recognizer(batch)[there], torch.from_numpy(batch.labels)[there], label_smoothing=0.02
    )
    optimizer.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(recognizer.parameters(), 5.0)
    optimizer.step()


@torch.no_grad()
def _average(means: list[torch.Tensor], weights: list[Any], kept: float) -> None:
    for mean, weight in zip(means, weights, strict=True):
        mean.mul_(kept).add_(weight, alpha=1 - kept)


@torch.no_grad()
def _asked(
    recognizer: Recognizer,
    nlp: Language,
    texts: Sequence[str],
    known: Known,
    vectors: dict[str, int],
    guidelines: int,
    sure: float,
) -> Iterator[NameRow]:
    recognizer.eval()
    for start in range(0, len(texts), _ASKED_AT_ONCE):
        made = map(nlp.make_doc, texts[start : start + _ASKED_AT_ONCE])
        docs = [doc for doc in made if len(doc)]
        sentences = [sentence_of(doc, guidelines) for doc in docs]
        for members in batches(sentences, _WORDS_ASKED):
            batch = batch_of([sentences[at] for at in members], known, vectors)
            chances = log_softmax(recognizer(batch), -1).numpy()
            for row, at in zip(chances, members, strict=True):
                doc = docs[at]
                labels = likeliest(row[: len(doc)])
                least = min(row[place, label] for place, label in enumerate(labels))
                names = names_of(labels)
                if names and math.exp(least) >= sure:
                    spans = ((doc[first:end], kind) for first, end, kind in names)
                    yield NameRow(
                        doc.text, tuple((s.start_char, s.end_char, kind) for s, kind in spans)
                    )
