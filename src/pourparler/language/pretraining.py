"""First weights for the layers that read words in context, learned from plain text.

Some words of a text are hidden and the layers learn to tell which they were from what stands
around them. Treebanks hold few sentences of news; the news items hold millions of words of it,
and this is how the trees and names come to profit from them.
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Adam, Model, Softmax, fix_random_seed

from pourparler.language.learning import Report, pace

HIDDEN = "▁"
"""What stands in the place of a hidden word."""


@dataclass(frozen=True, slots=True)
class Guessing:
    """How the guessing goes: `batches` of `words` words, `share` of them hidden.

    `choices` is the number of words to choose from; rarer ones are known by their last letters.
    """

    batches: int
    words: int
    share: float
    choices: int
    learn_rate: float


def pretrain(
    nlp: Language,
    layers: Model[Any, Any],
    texts: Sequence[str],
    settings: Guessing,
    *,
    seed: int,
    keep: Path,
    report: Report = lambda line: None,
) -> None:
    """Teaches `layers` (documents in, rows of words out) to guess hidden words of the texts.

    What they learned is kept at `keep`, and read from there if it exists.
    """
    if keep.exists():
        layers.from_bytes(keep.read_bytes())
        return
    fix_random_seed(seed)
    chance = random.Random(seed)
    classes = _classes(nlp, texts, settings.choices)
    output: Model[Any, Any] = Softmax(nO=len(classes), nI=layers.get_dim("nO"))
    output.initialize()
    optimizer = Adam(settings.learn_rate, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0)
    right = seen = 0
    for number, docs in enumerate(_batches(nlp, texts, settings, chance), 1):
        optimizer.learn_rate = settings.learn_rate * pace(number, settings.batches)
        one, all_ = _guess(docs, layers, output, classes, settings.share, chance)
        layers.finish_update(optimizer)
        output.finish_update(optimizer)
        right, seen = right + one, seen + all_
        if number % 100 == 0:
            report(
                f"{keep.stem}: batch {number} of {settings.batches}, "
                f"{100 * right / max(seen, 1):.1f} % of the hidden words guessed"
            )
            right = seen = 0
        if number == settings.batches:
            break
    keep.parent.mkdir(parents=True, exist_ok=True)
    keep.write_bytes(layers.to_bytes())


def _batches(
    nlp: Language, texts: Sequence[str], settings: Guessing, chance: random.Random
) -> Iterator[list[Doc]]:
    """Batches of documents without end, the texts in a new order each time round."""
    order = list(texts)
    while True:
        chance.shuffle(order)
        batch: list[Doc] = []
        size = 0
        for text in order:
            batch.append(nlp.make_doc(text))
            size += len(batch[-1])
            if size >= settings.words:
                yield batch
                batch, size = [], 0


def _kind(norm: str) -> str:
    """What stands for a rare word: its last three letters, or that it holds no letter."""
    return "-" + norm[-3:] if norm[-1:].isalpha() else "-0"


def _classes(nlp: Language, texts: Sequence[str], choices: int) -> dict[str, int]:
    """The number of each class: frequent words, and frequent endings of the others."""
    words = Counter(token.norm_ for text in texts[:: max(1, len(texts) // 20_000)]
                    for token in nlp.make_doc(text) if not token.is_space)  # fmt: skip
    kept = [word for word, _ in words.most_common(choices)]
    endings: Counter[str] = Counter()
    for word, count in words.items():
        endings[_kind(word)] += count
    kept += [ending for ending, _ in endings.most_common(choices // 4)]
    return {word: number for number, word in enumerate(kept)}


def _guess(
    docs: list[Doc],
    layers: Model[Any, Any],
    output: Model[Any, Any],
    classes: dict[str, int],
    share: float,
    chance: random.Random,
) -> tuple[int, int]:
    """One step on a batch: how many words were guessed, and how many hidden."""
    shown, places, answers = [], [], []
    at = 0
    for doc in docs:
        forms = [token.text for token in doc]
        for index, token in enumerate(doc):
            if token.is_space or chance.random() >= share:
                continue
            norm = token.norm_
            answer = classes.get(norm, classes.get(_kind(norm)))
            if answer is None:
                continue
            places.append(at + index)
            answers.append(answer)
            draw = chance.random()
            if draw < 0.8:
                forms[index] = HIDDEN
            elif draw < 0.9:
                forms[index] = doc[chance.randrange(len(doc))].text
        shown.append(Doc(doc.vocab, words=forms, spaces=[bool(t.whitespace_) for t in doc]))
        at += len(doc)
    if not places:
        return 0, 0
    rows, back = layers.begin_update(shown)
    found = np.concatenate(rows)
    scores, back_output = output.begin_update(found[places])
    guessed = int((scores.argmax(axis=1) == np.array(answers)).sum())
    scores[np.arange(len(answers)), answers] -= 1
    gradient = np.zeros_like(found)
    gradient[places] = back_output(scores / len(answers))
    ends = np.cumsum([len(row) for row in rows])[:-1]
    back(np.split(gradient, ends))
    return guessed, len(answers)
