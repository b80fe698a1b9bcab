"""What hides is written out, what does not stays."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as some

from pourparler.views.web.visible import visible


@given(some.text())
def test_no_control_or_direction_character_is_left(text: str) -> None:
    for character in visible(text):
        assert character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cs")
        assert unicodedata.bidirectional(character) not in (
            "RLO",
            "LRO",
            "RLE",
            "LRE",
            "PDF",
            "RLI",
            "LRI",
            "FSI",
            "PDI",
        )


def test_ordinary_text_is_left_alone() -> None:
    text = "Çavuşoğlu, بشار الأسد, می\u200cخواهم\n\tand 山"
    assert visible(text) == text
    assert visible("\ud800") == "�"
