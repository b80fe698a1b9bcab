"""The trained English pipeline that readings stand on: load, train, and its weights."""

from pourparler.language.pipeline import load

__all__ = ["load"]
