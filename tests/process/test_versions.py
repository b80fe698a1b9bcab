"""One saying, told by several reports."""

from pourparler.process.versions import merge_statements
from tests.process.making import PARTIES, statement

FULL = "relations can be restored once foreign forces have left the border region"


def test_versions_of_one_saying_stand_side_by_side() -> None:
    told = [
        statement("2024-05-10", "freedonia", FULL, "a"),
        statement("2024-05-11", "freedonia", "restored once foreign forces have left", "b"),
    ]
    (saying,) = merge_statements(told, PARTIES)
    assert [one.by.report for one in saying.versions] == ["a", "b"]
    assert saying.words == FULL
    assert saying.support.reports == 2


def test_another_speaker_another_week_or_other_words_are_another_saying() -> None:
    told = [
        statement("2024-05-10", "freedonia", FULL, "a"),
        statement("2024-05-10", "sylvania", FULL, "b"),
        statement("2024-05-20", "freedonia", FULL, "c"),
        statement("2024-05-10", "freedonia", "prisoners should be exchanged before winter", "d"),
    ]
    assert len(merge_statements(told, PARTIES)) == 4


def test_one_report_does_not_tell_a_saying_twice() -> None:
    told = [statement("2024-05-10", "freedonia", FULL, "a") for _ in range(2)]
    assert len(merge_statements(told, PARTIES)) == 2
