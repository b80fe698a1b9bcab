"""Files, folders, feeds and archives into dated reports; what cannot be read, with its reason."""

from pourparler.reports.datelines import find_dateline
from pourparler.reports.duplicates import (
    Signature,
    bands,
    bands_of,
    is_copy,
    signature,
    similarity,
)
from pourparler.reports.finding import nothing_at
from pourparler.reports.languages import detect_language
from pourparler.reports.limits import Limits
from pourparler.reports.reading import read_paths

__all__ = [
    "Limits",
    "Signature",
    "bands",
    "bands_of",
    "detect_language",
    "find_dateline",
    "is_copy",
    "nothing_at",
    "read_paths",
    "signature",
    "similarity",
]
