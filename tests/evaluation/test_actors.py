"""Resolved speakers against gold written by hand."""

from typing import Any

from pourparler.codebook import Codebook
from pourparler.evaluation.actors import SameName, score


def row(*quotes: dict[str, Any]) -> dict[str, Any]:
    return {"doc_id": "one", "quotes": list(quotes)}


def quote(start: int, end: int, name: str | None, form: str = "named") -> dict[str, Any]:
    return {
        "content": [start, end],
        "content_spans": [[start, end]],
        "speaker": [end, end + 4],
        "speaker_name": name,
        "form": form,
    }


def test_speakers_are_scored_by_form(codebook: Codebook) -> None:
    gold = row(quote(0, 10, "Anna Brandt"), quote(20, 40, "Turkey", "pronoun"))
    said = row(quote(0, 8, "Anna Brandt"), quote(22, 40, "Syria"))
    scores = score([gold], [said], codebook)
    assert scores.forms["named"].accuracy == 1.0
    assert scores.forms["pronoun"].right == 0
    assert [(miss.gold, miss.predicted) for miss in scores.misses] == [("Turkey", "Syria")]


def test_a_statement_nobody_found_is_counted_apart(codebook: Codebook) -> None:
    scores = score([row(quote(0, 10, "Anna Brandt"))], [row()], codebook)
    assert scores.missed == 1
    assert scores.misses == ()
    assert scores.forms["named"].accuracy is None


def test_the_statement_that_shares_most_is_the_one_compared(codebook: Codebook) -> None:
    gold = row(quote(0, 100, "Anna Brandt"))
    said = row(quote(90, 120, "Bela Kovar"), quote(5, 80, "Anna Brandt"))
    assert score([gold], [said], codebook).forms["named"].right == 1


def test_names_the_codebook_gives_to_one_actor_are_the_same(codebook: Codebook) -> None:
    same = SameName(codebook)
    assert same.holds("Türkiye", "Turkey")
    assert same.holds("Faisal Mekdad", "Faisal Miqdad")
    assert same.holds("unnamed Turkish officials", "unnamed Turkish official")
    assert not same.holds("Turkey", "Syria")


def test_joined_names_are_right_only_when_all_are_there(codebook: Codebook) -> None:
    same = SameName(codebook)
    assert same.holds("Russia, Iran and Turkey", "Turkey, Russia and Iran")
    assert not same.holds("Russia, Iran and Turkey", "Turkey and Russia")
