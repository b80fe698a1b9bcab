"""Answers to a question: a sequence of plain objects, and a data frame when asked."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

import msgspec

from pourparler.errors import MissingExtraError

Answer = TypeVar("Answer", covariant=True)


class Answers(Sequence[Answer], Generic[Answer]):
    """The answers to one question, in the question's order."""

    def __init__(self, answers: Iterable[Answer]) -> None:
        self._answers = tuple(answers)

    @overload
    def __getitem__(self, index: int) -> Answer: ...
    @overload
    def __getitem__(self, index: slice) -> "Answers[Answer]": ...
    def __getitem__(self, index: int | slice) -> "Answer | Answers[Answer]":
        if isinstance(index, slice):
            return Answers(self._answers[index])
        return self._answers[index]

    def __len__(self) -> int:
        return len(self._answers)

    def __iter__(self) -> Iterator[Answer]:
        return iter(self._answers)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Answers) and self._answers == other._answers

    def __hash__(self) -> int:
        return hash(self._answers)

    def __repr__(self) -> str:
        return f"Answers({list(self._answers)!r})"

    def frame(self) -> Any:
        """The answers as a pandas DataFrame, nested fields as `party.name`.

        Raises MissingExtraError without pandas.
        """
        try:
            import pandas
        except ImportError as error:
            raise MissingExtraError("A data frame", "frame") from error
        return pandas.json_normalize([msgspec.to_builtins(answer) for answer in self._answers])
