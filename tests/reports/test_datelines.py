"""Wire datelines: what is one, what only looks like one, and what each tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pourparler.reports import find_dateline

PUBLISHED = "2024-11-01"


@pytest.mark.parametrize(
    ("dateline", "place", "day", "outlet"),
    [
        ("MOSCOW, November 1. /TASS/.", "MOSCOW", "2024-11-01", "TASS"),
        ("ANKARA (Reuters) –", "ANKARA", None, "Reuters"),
        ("GENEVA, Oct 31 (Xinhua) --", "GENEVA", "2024-10-31", "Xinhua"),
        ("BEIRUT —", "BEIRUT", None, None),
        ("AMMAN, Jordan —", "AMMAN, Jordan", None, None),
        ("BEIRUT, Lebanon (AP) —", "BEIRUT, Lebanon", None, "AP"),
        ("WASHINGTON/ANKARA, July 12 (AP) -", "WASHINGTON/ANKARA", None, "AP"),
        ("LAKEVIEW, N.H., Sept. 30 (UPI) —", "LAKEVIEW, N.H.", "2024-09-30", "UPI"),
        ("DAMASCUS, 1 November 2024 (SANA) -", "DAMASCUS", "2024-11-01", "SANA"),
        ("Damascus, SANA-", "Damascus", None, "SANA"),
        ("New York (AFP) –", "New York", None, "AFP"),
        ("(ANSA) - ROME, OCT 31 -", "ROME", "2024-10-31", "ANSA"),
        ("İSTANBUL (AA) –", "İSTANBUL", None, "AA"),
        ("SHARM EL-SHEIKH, Egypt (AP) —", "SHARM EL-SHEIKH, Egypt", None, "AP"),
        ("ST. PETERSBURG, October 30. /Boreal/.", "ST. PETERSBURG", "2024-10-30", "Boreal"),
        ("WASHINGTON (AP)_", "WASHINGTON", None, "AP"),
        ("KIGALI —\xa0", "KIGALI", None, None),
        ("ASTANA (Steppe Courier) –", "ASTANA", None, "Steppe Courier"),
    ],
)
def test_datelines(dateline: str, place: str, day: str | None, outlet: str | None) -> None:
    text = f"{dateline} The ministers met for two hours."
    found = find_dateline(text, PUBLISHED)
    assert found is not None
    assert (found.place, found.day, found.outlet) == (place, day, outlet)
    assert text[found.start : found.end] == dateline.strip("\xa0")


@pytest.mark.parametrize(
    "text",
    [
        "NATO said on Friday that it would wait.",
        "NATO — the alliance of thirty-two — said it would wait.",
        "NATO — The alliance said it would wait.",
        "BREAKING — Talks resume in Lakeview.",
        "ZANU–PF endorsed its candidate.",
        "BRANDT (in German): We wait.",
        "Brandt (CDU) — The chancellor waits.",
        "Talks resume — The mediator is content.",
        "The ministers met in MOSCOW (AP) — they said.",
        "MOSCOW and Ankara agree.",
        "U.S. — The president spoke.",
        "",
        " \n\n ",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert find_dateline(text, PUBLISHED) is None


@pytest.mark.parametrize(
    "before",
    [
        "(Adds details) ",
        "(Adds details, quotes)\n",
        "Talks go on\n\n",
        "Talks go on\nBy Ann Lee\n\n",
    ],
)
def test_after_desk_notes_headline_and_byline(before: str) -> None:
    text = f"{before}ANKARA (Reuters) – Talks go on."
    found = find_dateline(text, PUBLISHED)
    assert found is not None
    assert text[found.start : found.end] == "ANKARA (Reuters) –"


@pytest.mark.parametrize(
    ("written", "published", "day"),
    [
        ("December 31", "2025-01-01", "2024-12-31"),
        ("January 2", "2025-01-01", "2025-01-02"),
        ("May 5", "2024-11-01", None),
        ("February 29", "2024-03-01", "2024-02-29"),
        ("February 29", "2023-03-01", None),
        ("October 31, 2024", "2024-11-01", "2024-10-31"),
        ("October 31", "2024-11", "2024-10-31"),
    ],
)
def test_the_year_of_its_day(written: str, published: str, day: str | None) -> None:
    found = find_dateline(f"LAKEVIEW, {written} (AP) — Talks go on.", published)
    assert found is not None
    assert found.day == day


@given(some.text(alphabet="AB ab,.()/—-\n1ŞA", max_size=200))
def test_whatever_is_found_lies_in_the_text(text: str) -> None:
    found = find_dateline(text, PUBLISHED)
    assert found is None or 0 <= found.start < found.end <= len(text)
