"""The first noun phrase of a stretch, where the parse does not tell."""

from pourparler.readings.statements.sheet import Sheet

_LONGEST = 16

NOMINAL = frozenset(["NOUN", "PROPN", "PRON"])


def first_noun_phrase(sheet: Sheet, first: int, limit: int | None = None) -> int | None:
    """The head of the noun phrase that starts at token `first` or just after it."""
    limit = min(sheet.size if limit is None else limit, first + _LONGEST)
    run: list[int] = []
    for index in range(first, limit):
        tag = sheet.tags[index]
        if tag in NOMINAL:
            run.append(index)
        elif tag not in ("DET", "ADJ", "NUM", "PART", "SYM") and (run or tag != "PUNCT"):
            break
        if tag == "PRON":
            break
    if not run:
        return None
    inside = set(run)
    return next((index for index in run if sheet.heads[index] not in inside), run[-1])


def named_before(sheet: Sheet, first: int, limit: int) -> int | None:
    """The noun phrase that leads up to `limit`: after "from", where one is named so.

    "And from the ministry:" names the ministry, "Minister Brandt:" the minister.
    """
    for index in range(limit - 1, first - 1, -1):
        if sheet.words[index] == "from":
            return first_noun_phrase(sheet, index + 1, limit)
    start = first
    while start < limit and sheet.tags[start] not in NOMINAL | {"DET", "ADJ"}:
        start += 1
    return first_noun_phrase(sheet, start, limit)
