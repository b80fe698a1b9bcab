"""Text that nobody vouches for, made safe to look at: what is invisible is made visible.

Escaping markup is Jinja's; this is about characters that hide or reorder what stands beside
them. Line breaks and tabs stay, and so do the joiners that Persian and Indic words need.
"""

import re

_DIRECTION = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_HIDDEN = [0x00AD, 0x200B, 0x2060, 0xFEFF, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080)]
_CONTROLS = [code for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (0x09, 0x0A)]

_SHOWN: dict[int, str] = {code: f"⟨U+{code:04X}⟩" for code in (*_DIRECTION, *_HIDDEN)}
_SHOWN |= {code: chr(0x2400 + code) if code < 0x20 else f"⟨U+{code:04X}⟩" for code in _CONTROLS}
_SHOWN |= {0x7F: "␡", 0x2028: "\n", 0x2029: "\n", 0xFFFE: "�", 0xFFFF: "�"}

_UNSEEN = re.compile("[" + "".join(re.escape(chr(code)) for code in _SHOWN) + "\ud800-\udfff]")


def visible(text: str) -> str:
    """The text with control and direction characters written out.

    >>> visible("a\\u202eb\\x07")
    'a⟨U+202E⟩b␇'
    """
    if _UNSEEN.search(text) is None:
        return text
    return _UNSEEN.sub(lambda found: _SHOWN.get(ord(found[0]), "�"), text)
