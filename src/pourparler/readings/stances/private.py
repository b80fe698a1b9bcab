"""Who is named by a state and yet does not speak for it: protesters, a mayor, the forces of a man.

A city after "in" is where something happens, a name after "loyal to" whom somebody else obeys.
"""

import re

from pourparler.model import Mention
from pourparler.readings.page import Page

_OBEYED = re.compile(
    r"\b(?:loyal|faithful|allied|aligned|linked|sympathetic|hostile|opposed)\s+(?:to|with)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:in|near|outside|around|across)\s+(?:the\s+)?(?:(?:\w+\s+)?(?:capital|city),?\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:many|most|some|several|few|prominent|leading|young|angry|hundreds of|thousands of"
    r"|millions of|[\d,.]+)\s+$",
    re.IGNORECASE,
)
_BACK = 40


class Private:
    """Asks of the mentions on one page whether they speak for nobody but themselves."""

    def __init__(self, page: Page) -> None:
        self._text = page.report.text
        self._observers = page.codebook.stances.words["observers"]
        self._local = page.codebook.stances.words["local-offices"]
        self._locals = {
            mention.actor for mention in page.cast.mentions if self._is_named_local(mention)
        }

    def holds(self, mention: Mention) -> bool:
        """Whether it is somebody of a state who does not speak for it: one member of parliament,
        protesters, judges, a governor; or no speaker at all, but a place or a name obeyed."""
        if mention.post == "member":
            return True
        no_office = mention.form == "unnamed" or mention.post == "official"
        if no_office and set(mention.span.exact.lower().split()) & self._observers:
            return True
        return self._is_local(mention) or self._is_beside(mention)

    def _is_local(self, mention: Mention) -> bool:
        """Whether it is the mayor of a city or governor of a province, by whatever name."""
        if mention.post != "head":
            return False
        known = mention.actor is not None and mention.actor in self._locals
        return known or self._is_named_local(mention)

    def _is_named_local(self, mention: Mention) -> bool:
        named = set(mention.span.exact.lower().split()) & self._local
        return mention.post == "head" and bool(named)

    def _is_beside(self, mention: Mention) -> bool:
        """`forces loyal to |the president|`, `thousands in the capital |Yerevan|`."""
        before = self._text[max(0, mention.span.start - _BACK) : mention.span.start]
        if _OBEYED.search(before):
            return True
        if mention.form == "demonym" and mention.span.exact.endswith("s") and _SOME.search(before):
            return True  # "thousands of |Norwegians|"
        owns = self._text.startswith(("'s", "’s", "' ", "’ "), mention.span.end)
        return mention.form == "metonym" and not owns and bool(_PLACE.search(before))
