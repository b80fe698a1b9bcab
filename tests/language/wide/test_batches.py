import random

import spacy
from spacy.tokens import Doc, Span

from pourparler.language.wide.batches import (
    PAD,
    UNKNOWN,
    Known,
    Sentence,
    batch_of,
    batches,
    known_in,
    sentence_of,
)


def sentence(text: str, guidelines: int = 0) -> Sentence:
    forms = text.split()
    return Sentence(forms, [form.lower() for form in forms], guidelines, [0] * len(forms))


def test_a_document_becomes_its_words_and_labels() -> None:
    doc = Doc(spacy.blank("en").vocab, words=["Anna", "Brandt", "left"])
    doc.set_ents([Span(doc, 0, 2, label="PER")])
    made = sentence_of(doc, 3)
    assert (made.forms, made.norms, made.guidelines) == (
        ["Anna", "Brandt", "left"],
        ["anna", "brandt", "left"],
        3,
    )
    assert made.labels[2] == 0
    assert made.labels[0] != made.labels[1] != 0


def test_rare_words_and_letters_are_unknown() -> None:
    known = known_in([sentence("talks talks talks Orsk")])
    assert set(known.words) == {"talks"}
    assert {"t", "s"} <= set(known.letters)
    assert "O" not in known.letters


def test_every_sentence_is_in_one_batch_with_others_as_long() -> None:
    sentences = [sentence("a " * length) for length in (9, 1, 2, 9, 1)]
    made = list(batches(sentences, 4))
    assert sorted(at for batch in made for at in batch) == [0, 1, 2, 3, 4]
    assert made[0] == [1, 4, 2]


def test_chance_puts_sentences_in_other_company() -> None:
    sentences = [sentence("a " * (1 + length % 5)) for length in range(40)]
    first, second = (list(batches(sentences, 20, random.Random(seed))) for seed in (1, 2))
    assert first != second


def test_a_batch_pads_shorter_sentences_and_spells_each_word_once() -> None:
    known = Known({"talks": 2}, {"t": 2})
    batch = batch_of([sentence("talks end talks", 1), sentence("talks")], known, {"talks": 5})
    assert batch.lengths.tolist() == [3, 1]
    assert batch.words.tolist() == [[2, UNKNOWN, 2], [2, PAD, PAD]]
    assert batch.vectors.tolist() == [[5, UNKNOWN, 5], [5, PAD, PAD]]
    assert batch.spelled[0].tolist() == [0, 1, 0]
    assert len(batch.letters) == 2
    assert batch.guidelines.tolist() == [1, 0]
