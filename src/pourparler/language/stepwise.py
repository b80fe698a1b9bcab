"""spaCy's parser and recognizer, with a faster loop over their steps.

spaCy 3.8 takes Python's lock once for every absent neighbour of every step, and multiplies the
small matrices of a step by a kernel made for no processor in particular. Here all documents of a
batch take a step together, by numpy: the same answers in two thirds of the time.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer
from spacy.pipeline.dep_parser import DEFAULT_PARSER_MODEL
from spacy.pipeline.ner import DEFAULT_NER_MODEL
from spacy.tokens import Doc
from thinc.api import Model, set_dropout_rate


def parse_stepwise(pipe: Any, docs: Sequence[Doc], drop: float) -> list[Any]:
    """The final states of the documents, each step of the batch taken at once."""
    pipe._ensure_labels_are_added(docs)
    set_dropout_rate(pipe.model, drop)
    states: list[Any] = pipe.moves.init_batch(docs)
    steps = pipe.model.predict(docs)
    going = [state for state in states if not state.is_final()]
    while going:
        going = pipe.transition_states(going, steps.predict(going))
    steps.clear_memory()
    return states


class _Stepwise:
    """What spaCy's parser and recognizer do otherwise here."""

    def greedy_parse(self, docs: Sequence[Doc], drop: float = 0.0) -> list[Any]:
        return parse_stepwise(self, docs, drop)

    def pipe(self: Any, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Each batch whole: the more documents take a step together, the less a step costs."""
        handler = self.get_error_handler()
        docs_left = iter(stream)
        while docs := list(islice(docs_left, batch_size)):
            try:
                self.set_annotations(docs, self.predict(docs))
            except Exception as error:
                handler(self.name, self, docs, error)
            else:
                yield from docs


class StepwiseParser(_Stepwise, DependencyParser):  # type: ignore[misc]
    """spaCy's `DependencyParser`, faster."""


class StepwiseRecognizer(_Stepwise, EntityRecognizer):  # type: ignore[misc]
    """spaCy's `EntityRecognizer`, faster."""


@Language.factory(
    "pourparler_parser",
    assigns=["token.dep", "token.head", "token.is_sent_start", "doc.sents"],
    default_config={
        "model": DEFAULT_PARSER_MODEL,
        "update_with_oracle_cut_size": 100,
        "min_action_freq": 30,
    },
)
def create_parser(
    nlp: Language,
    name: str,
    model: Model[Any, Any],
    update_with_oracle_cut_size: int,
    min_action_freq: int,
) -> StepwiseParser:
    """A parser set like spaCy's factory `parser`."""
    return StepwiseParser(
        nlp.vocab,
        model,
        name,
        update_with_oracle_cut_size=update_with_oracle_cut_size,
        min_action_freq=min_action_freq,
    )


@Language.factory(
    "pourparler_recognizer",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_config={"model": DEFAULT_NER_MODEL},
)
def create_recognizer(nlp: Language, name: str, model: Model[Any, Any]) -> StepwiseRecognizer:
    """A recognizer set like spaCy's factory `ner`."""
    return StepwiseRecognizer(nlp.vocab, model, name)
