"""Counting and narrowing statements as columns gives what looping over them would."""

from hypothesis import given
from hypothesis import strategies as some

from pourparler.app.columns import StatementColumns, StatementRow

ROWS = some.lists(
    some.tuples(
        some.sampled_from(["r1", "r2", "r3"]),
        some.integers(0, 9),
        some.sampled_from(["2024-01-01", "2024-02-01", "2024-02-02"]),
        some.sampled_from(["a", "b", "b; a", None]),
        some.sampled_from(["said", "asked"]),
        some.sampled_from(["direct", "indirect"]),
        some.just("speech"),
        some.sampled_from(["Çelik spoke of the border.", "The road-map stands", ""]),
    ),
    unique_by=lambda row: (row[0], row[1]),
    max_size=30,
)


@given(
    ROWS,
    some.sampled_from(["2023-12-31", "2024-01-15", "2024-02-01", "2025-01-01"]),
    some.sampled_from([None, "a", "nobody"]),
    some.sampled_from([None, "asked"]),
)
def test_narrowing_is_what_a_loop_would_find(
    rows: list[StatementRow], as_of: str, party: str | None, act: str | None
) -> None:
    rows = sorted(rows, key=lambda row: (row[2], row[0], row[1]))
    columns = StatementColumns(rows)
    found = columns.keys(columns.find(as_of, {"party": party, "act": act}))
    wanted = [
        (row[0], row[1])
        for row in reversed(rows)
        if row[2] <= as_of
        and (party is None or party in (row[3] or "").split("; "))
        and act in (None, row[4])
    ]
    assert found == wanted
    counts = dict(columns.counts("party", as_of, {"party": party, "act": act}))
    for value in ("a", "b", ""):
        expected = sum(
            1
            for row in rows
            if row[2] <= as_of and value in (row[3] or "").split("; ") and act in (None, row[4])
        )
        assert counts.get(value, 0) == expected
    assert sum(count for _, count in columns.per_day(as_of)) == sum(
        1 for row in rows if row[2] <= as_of
    )


@given(ROWS)
def test_places_are_found_by_key(rows: list[StatementRow]) -> None:
    columns = StatementColumns(rows)
    keys = [(row[0], row[1]) for row in rows]
    assert columns.keys(columns.places([*keys, ("elsewhere", 1), ("r1", 77)])) == keys


def test_words_are_whole_and_without_accents() -> None:
    rows: list[StatementRow] = [
        ("r", number, "2024-01-01", None, "said", "direct", "speech", text)
        for number, text in enumerate(["Çelik spoke of the border.", "The road-map stands"])
    ]
    columns = StatementColumns(rows)
    assert list(columns.with_words("celik BORDER")) == [0]
    assert list(columns.with_words("road-map")) == [1]
    assert list(columns.with_words("bord")) == []
    assert list(columns.with_words("?")) == [0, 1]
