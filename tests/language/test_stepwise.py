from collections.abc import Iterable
from typing import Any

import pytest
from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer
from spacy.tokens import Doc
from spacy.util import raise_error

TEXTS = (
    "Foreign Minister Anna Brandt said on Monday that Germany would withdraw from Orsk.",
    "",
    "“We want talks first,” she said. Envoys of both sides left Geneva.",
    "Troops left.",
)


def prepared(nlp: Language, before: str) -> list[Doc]:
    docs = [nlp.make_doc(text) for text in TEXTS]
    for name, pipe in nlp.pipeline:
        if name == before:
            break
        docs = [pipe(doc) for doc in docs]
    return docs


def read(pipe: Any, docs: list[Doc], predict: Any) -> Iterable[list[tuple[int, str, str, str]]]:
    pipe.set_annotations(docs, predict(pipe, docs, drop=0.0))
    for doc in docs:
        yield [(word.head.i, word.dep_, word.ent_iob_, word.ent_type_) for word in doc]


@pytest.mark.parametrize(
    ("name", "theirs"), [("parser", DependencyParser), ("ner", EntityRecognizer)]
)
def test_the_answers_are_those_of_spacys_own_loop(
    nlp: Language, name: str, theirs: type[Any]
) -> None:
    pipe: Any = nlp.get_pipe(name)
    ours = list(read(pipe, prepared(nlp, name), type(pipe).greedy_parse))
    assert ours == list(read(pipe, prepared(nlp, name), theirs.greedy_parse))
    assert any(label for doc in ours for _, *labels in doc for label in labels)


def test_documents_come_out_in_order_whatever_their_length(nlp: Language) -> None:
    pipe: Any = nlp.get_pipe("parser")
    docs = list(pipe.pipe(prepared(nlp, "parser"), batch_size=3))
    assert [doc.text for doc in docs] == list(TEXTS)
    assert all(doc.has_annotation("DEP") for doc in docs if len(doc))


def test_a_batch_that_fails_is_told_to_the_error_handler(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe: Any = nlp.get_pipe("parser")
    told: list[tuple[str, list[str]]] = []

    def fails(*answers: object) -> None:
        raise ValueError("no")

    def handler(name: str, failed: object, docs: list[Doc], error: Exception) -> None:
        told.append((name, [doc.text for doc in docs]))

    monkeypatch.setattr(type(pipe), "set_annotations", fails)
    pipe.set_error_handler(handler)
    try:
        assert list(pipe.pipe(prepared(nlp, "parser")[2:])) == []
    finally:
        pipe.set_error_handler(raise_error)
    assert told == [("parser", list(TEXTS[2:]))]
