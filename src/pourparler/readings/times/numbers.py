"""Numbers as words and digits."""

from collections.abc import Sequence

from pourparler.readings.times.lexicon import NUMBERS, ORDINALS, SCALES


def read_number(words: Sequence[str]) -> float | None:
    """The number that `words` say ("twenty", "-", "five"); None if they say none."""
    total, current, seen = 0.0, 0.0, False
    for word in words:
        if word in {"-", "and", "a", "an"}:
            continue
        if word[0].isdigit():
            try:
                current += float(word.replace(",", ""))
            except ValueError:
                return None
        elif word in NUMBERS:
            current += NUMBERS[word]
        elif word in SCALES:
            scale = SCALES[word]
            current = (current or 1) * scale
            if scale >= 1000:
                total, current = total + current, 0.0
        elif word in {"half", "halves"}:
            current += 0.5
        else:
            return None
        seen = True
    return total + current if seen else None


def read_year_words(words: Sequence[str]) -> int | None:
    """The year that `words` say as people speak it ("nineteen ninety-six", "two thousand")."""
    parts = [word for word in words if word not in {"-", "and"}]
    if len(parts) >= 2 and parts[0] == "two" and parts[1] == "thousand":
        rest = read_number(parts[2:]) if len(parts) > 2 else 0
        return None if rest is None or rest > 99 else 2000 + int(rest)
    if len(parts) < 2 or NUMBERS.get(parts[0], 0) not in range(16, 21):
        return None
    rest = read_number(parts[1:])
    if rest is None or not 10 <= rest <= 99 or any(word in SCALES for word in parts):
        return None
    return NUMBERS[parts[0]] * 100 + int(rest)


def read_ordinal(words: Sequence[str]) -> int | None:
    """The place that an ordinal names ("third", "21st", "twenty", "-", "first")."""
    parts = [word for word in words if word != "-"]
    if len(parts) == 1 and parts[0][0].isdigit():
        digits = parts[0].rstrip("stndrh")
        return int(digits) if digits.isdecimal() else None
    if len(parts) == 1:
        return ORDINALS.get(parts[0])
    if len(parts) == 2 and parts[0] in NUMBERS and parts[1] in ORDINALS:
        return NUMBERS[parts[0]] + ORDINALS[parts[1]]
    return None


def write_count(number: float) -> str:
    """The number as a duration writes it, without a decimal part where there is none."""
    return str(int(number)) if number == int(number) else f"{number:g}"
