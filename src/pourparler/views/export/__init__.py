"""The record as files that other programs open."""

from pourparler.views.export.rows import EXPORTS, rows_of

__all__ = ["EXPORTS", "rows_of"]
