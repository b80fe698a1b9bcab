"""The innermost statement at a place is the shortest that holds it."""

from hypothesis import given
from hypothesis import strategies as st

from pourparler.model import Span, Statement
from pourparler.readings.innermost import Innermost

TEXT = "x" * 40
PARTS = st.tuples(st.integers(0, 39), st.integers(1, 40)).filter(lambda part: part[0] < part[1])


def _statement(number: int, parts: list[tuple[int, int]]) -> Statement:
    content = tuple(Span.of(TEXT, start, end) for start, end in parts)
    return Statement(id=str(number), kind="indirect", content=content)


def _scanned(statements: list[Statement], position: int) -> Statement | None:
    holding = [
        one for one in statements if any(part.start <= position < part.end for part in one.content)
    ]
    return min(holding, key=lambda one: sum(p.end - p.start for p in one.content), default=None)


@given(st.lists(st.lists(PARTS, min_size=1, max_size=3), max_size=6))
def test_gives_what_a_scan_of_all_would(drawn: list[list[tuple[int, int]]]) -> None:
    statements = [_statement(number, parts) for number, parts in enumerate(drawn)]
    laid = Innermost(statements)
    for position in range(42):
        assert laid.at(position) is _scanned(statements, position)


def test_nothing_is_laid_where_nobody_speaks() -> None:
    assert Innermost(()).at(3) is None
