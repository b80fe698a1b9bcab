"""Which language a text is in, or an honest None.

Common English function words settle English at once and cheaply; what they do not settle
goes to py3langid, whose answer is taken only when it is sure of it.
"""

import re
from functools import lru_cache
from typing import Any

from pourparler.reports.lists import words as listed

_SAMPLE = 1500
_WORDS = re.compile(r"[^\W\d_]+")
_ENGLISH = listed("english.txt")
_CODES = {
    "english": "en", "eng": "en", "arabic": "ar", "ara": "ar", "turkish": "tr", "tur": "tr",
    "russian": "ru", "rus": "ru", "french": "fr", "fra": "fr", "fre": "fr", "german": "de",
    "deu": "de", "ger": "de", "spanish": "es", "spa": "es", "persian": "fa", "farsi": "fa",
    "fas": "fa", "per": "fa", "chinese": "zh", "zho": "zh", "chi": "zh", "ukrainian": "uk",
    "ukr": "uk", "italian": "it", "ita": "it", "portuguese": "pt", "por": "pt", "hebrew": "he",
    "heb": "he", "armenian": "hy", "azerbaijani": "az", "serbian": "sr", "albanian": "sq",
    "dutch": "nl", "japanese": "ja", "korean": "ko", "kurdish": "ku", "greek": "el",
}  # fmt: skip
_SURE = 0.9
_FEWEST_LETTERS = 24
_FEWEST_WORDS = 4


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None when too little or too mixed to tell.

    >>> detect_language("The ministers of both countries said that talks would go on.")
    'en'
    >>> detect_language("OK.") is None
    True
    """
    sample = text[:_SAMPLE]
    words = _WORDS.findall(sample.lower())
    if not words:
        return None
    hits = sum(word in _ENGLISH for word in words)
    if hits >= 3 and hits >= 0.12 * len(words):
        return "en"
    letters = sum(map(len, words))
    if letters < _FEWEST_LETTERS:
        return None
    if len(words) < _FEWEST_WORDS and sample.isascii():
        return None
    language, probability = _identifier().classify(sample)
    return str(language) if probability >= _SURE else None


def language_code(named: str | None) -> str | None:
    """The ISO 639-1 code of a language as data name it ("English", "eng", "en-US"), if known."""
    if named is None:
        return None
    plain = re.split(r"[-_;\s]", named.strip().lower())[0]
    if plain in _CODES:
        return _CODES[plain]
    return plain if len(plain) == 2 and plain.isascii() and plain.isalpha() else None


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
