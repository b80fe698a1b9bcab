"""Cells of a CSV file that a spreadsheet opens without running anything.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and the text of a
report is never trusted. Such a cell gets an apostrophe before it, which tells a spreadsheet that
text follows. Nothing is lost: `plain_cell` gives the text back, whatever it was.
"""

from collections.abc import Mapping

import msgspec

BETWEEN_ITEMS = "; "

_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def cell(value: object) -> object:
    """A value as a CSV cell: texts of a list joined, other nested values as JSON, unknown as
    nothing, text made safe."""
    if isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
        return safe_cell(BETWEEN_ITEMS.join(value))
    if isinstance(value, Mapping | list | tuple):
        return msgspec.json.encode(value).decode()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return safe_cell(value)
    return "" if value is None else value


def safe_cell(text: str) -> str:
    """The text as a cell that no spreadsheet runs.

    >>> safe_cell("=1+1"), safe_cell("'=1+1"), safe_cell("'tis")
    ("'=1+1", "''=1+1", "'tis")
    """
    return f"'{text}" if text.lstrip("' ").startswith(_BEGINS_FORMULA) else text


def plain_cell(cell: str) -> str:
    """The text that `safe_cell` made a cell of.

    >>> plain_cell("'=1+1"), plain_cell("''=1+1"), plain_cell("'tis")
    ('=1+1', "'=1+1", "'tis")
    """
    is_marked = cell.startswith("'") and cell.lstrip("' ").startswith(_BEGINS_FORMULA)
    return cell[1:] if is_marked else cell
