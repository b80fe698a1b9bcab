"""Which language a text is in, or an honest None.

Common English function words settle English at once and cheaply; what they do not settle
goes to py3langid, whose answer is taken only when it is sure of it.
"""

import re
from functools import lru_cache
from typing import Any

from pourparler.reports.lists import words as listed

_SAMPLE = 1500
_ENOUGH = 600  # characters for the look at function words
_WORDS = re.compile(r"[^\W\d_]+")
_ENGLISH = listed("english.txt")
_ENGLISH_TOO = listed("english_too.txt")
_LANGUAGES = listed("languages.txt")
_CODES = {
    "english": "en", "eng": "en", "arabic": "ar", "ara": "ar", "turkish": "tr", "tur": "tr",
    "russian": "ru", "rus": "ru", "french": "fr", "fra": "fr", "fre": "fr", "german": "de",
    "deu": "de", "ger": "de", "spanish": "es", "spa": "es", "persian": "fa", "farsi": "fa",
    "fas": "fa", "per": "fa", "chinese": "zh", "zho": "zh", "chi": "zh", "ukrainian": "uk",
    "ukr": "uk", "italian": "it", "ita": "it", "portuguese": "pt", "por": "pt", "hebrew": "he",
    "heb": "he", "armenian": "hy", "azerbaijani": "az", "serbian": "sr", "albanian": "sq",
    "dutch": "nl", "japanese": "ja", "korean": "ko", "kurdish": "ku", "greek": "el",
}  # fmt: skip
_SURE = 0.9  # of another language: a report would be set aside for it
_SURE_OF_ENGLISH = 0.6
# Languages so near that a short text may be either: which one does not matter here.
_NEAR = ({"bs", "hr", "sr"}, {"da", "no"}, {"id", "ms"})
_FEWEST_LETTERS = 24  # in bytes, so that a script of words or syllables needs fewer signs
_FEWEST_WORDS = 4


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None when too little or too mixed to tell.

    >>> detect_language("The ministers of both countries said that talks would go on.")
    'en'
    >>> detect_language("OK.") is None
    True
    """
    sample = text[:_SAMPLE]
    words = _WORDS.findall(sample[:_ENOUGH].lower())
    if not words:
        return None
    sure = sum(map(_ENGLISH.__contains__, words))
    if sure and _is_english(sure, sum(map(_ENGLISH_TOO.__contains__, words)), len(words)):
        return "en"
    if sum(len(word.encode()) for word in words) < _FEWEST_LETTERS:
        return None
    if len(words) < _FEWEST_WORDS and sample.isascii():
        return None
    ranked = _identifier().rank(sample)
    language = str(ranked[0][0])
    near = next((group for group in _NEAR if language in group), {language})
    probability = sum(share for name, share in ranked if name in near)
    return language if probability >= (_SURE_OF_ENGLISH if language == "en" else _SURE) else None


def _is_english(sure: int, others: int, words: int) -> bool:
    """Whether so many function words among so many words leave no doubt."""
    return (sure >= 3 or (sure >= 1 and others >= 2)) and sure + others >= 0.2 * words


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

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([name for name in sorted(_LANGUAGES) if name in identifier.labels])
    return identifier
