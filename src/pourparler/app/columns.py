"""The statements of a process as columns of numbers: counted and narrowed in milliseconds.

A million statements are twenty megabytes so, and no row is decoded that is not shown.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy
from numpy.typing import NDArray

from pourparler.record.kinds import BETWEEN

Numbers = NDArray[numpy.int32]
Places = NDArray[numpy.intp]

NAMES = ("party", "act", "kind", "attitude")
"""The columns that a search can be narrowed by."""

_WORD = re.compile(r"[^\W_]+")

_MOST_VALUES = 40
"""Values of a column that are counted out, those with the most statements."""


StatementRow = tuple[str, int, str, str | None, str, str, str, str | None]
"""Report, number, day, party, act, kind, attitude, and the text where words are looked for."""


class StatementColumns:
    """Statements in order of day, report and place in the text."""

    names = NAMES

    def __init__(
        self,
        rows: Iterable[StatementRow],
    ) -> None:
        reports, days = _Coder(), _Coder()
        values = {name: _Coder() for name in NAMES}
        codes: list[list[int]] = [[] for _ in range(3 + len(NAMES))]
        texts: list[str] = []
        for report, number, day, *rest, text in rows:
            if text is not None:
                texts.append(_normal(text))
            codes[0].append(reports.code(report))
            codes[1].append(number)
            codes[2].append(days.code(day))
            for column, name, value in zip(codes[3:], NAMES, rest, strict=True):
                column.append(values[name].code(value or ""))
        arrays = [numpy.array(column, dtype=numpy.int32) for column in codes]
        self._reports, self._numbers, self._days = arrays[:3]
        self._texts = texts
        self._columns = dict(zip(NAMES, arrays[3:], strict=True))
        self._report_ids, self._report_codes = reports.values, reports.codes
        self._values = {name: coder.values for name, coder in values.items()}
        self._holding: dict[str, dict[str, list[int]]] = {}
        for name, coder in values.items():
            holding = self._holding[name] = {}
            for value, code in coder.codes.items():
                for part in _parts(value):
                    holding.setdefault(part, []).append(code)
        self._day_values = days.values
        self._keys = self._reports.astype(numpy.int64) << 20 | self._numbers
        self._by_key = numpy.argsort(self._keys, kind="stable")

    @property
    def holds_text(self) -> bool:
        """Whether words can be looked for here."""
        return len(self._texts) == len(self)

    def __len__(self) -> int:
        return len(self._reports)

    def find(
        self, as_of: str, wanted: Mapping[str, str | None], matching: Places | None = None
    ) -> Places:
        """The places of the statements as of a day that have the wanted values, latest first."""
        mask = self._mask(as_of, wanted, matching)
        return numpy.flatnonzero(mask)[::-1]

    def counts(
        self,
        name: str,
        as_of: str,
        wanted: Mapping[str, str | None],
        matching: Places | None = None,
    ) -> list[tuple[str, int]]:
        """How many statements have each value of a column, whatever is wanted of that one."""
        others = {key: value for key, value in wanted.items() if key != name}
        mask = self._mask(as_of, others, matching)
        column = self._columns[name][: len(mask)]
        found = numpy.bincount(column[mask], minlength=len(self._values[name]))
        totals: Counter[str] = Counter()
        for code in numpy.flatnonzero(found):
            for value in _parts(self._values[name][code]):
                totals[value] += int(found[code])
        return totals.most_common(_MOST_VALUES)

    def per_day(self, as_of: str) -> list[tuple[str, int]]:
        """How many statements were published on each day up to one, in order."""
        size = self._until(as_of)
        found = numpy.bincount(self._days[:size], minlength=0)
        return [(self._day_values[code], int(count)) for code, count in enumerate(found) if count]

    def keys(self, places: Places) -> list[tuple[str, int]]:
        """Report and number of the statements at those places."""
        return [
            (self._report_ids[self._reports[place]], int(self._numbers[place])) for place in places
        ]

    def with_words(self, words: str) -> Places:
        """The places of the statements that hold all the words; an accent makes no difference."""
        wanted = [normal for word in words.split() if (normal := _normal(word)).strip()]
        return numpy.array(
            [
                place
                for place, text in enumerate(self._texts)
                if all(word in text for word in wanted)
            ],
            dtype=numpy.intp,
        )

    def places(self, keys: Sequence[tuple[str, int]]) -> Places:
        """Where the statements of those keys stand; those of other reports are left out."""
        coded = [
            self._report_codes[report] << 20 | number
            for report, number in keys
            if report in self._report_codes
        ]
        if not coded or not len(self):
            return numpy.array([], dtype=numpy.intp)
        sought = numpy.array(coded, dtype=numpy.int64)
        at = numpy.searchsorted(self._keys, sought, sorter=self._by_key)
        found = self._by_key[numpy.minimum(at, len(self) - 1)]
        exact: Places = found[self._keys[found] == sought]
        return exact

    def _mask(
        self, as_of: str, wanted: Mapping[str, str | None], matching: Places | None
    ) -> NDArray[numpy.bool_]:
        size = self._until(as_of)
        if matching is None:
            mask = numpy.ones(size, dtype=numpy.bool_)
        else:
            mask = numpy.zeros(len(self), dtype=numpy.bool_)
            mask[matching] = True
            mask = mask[:size]
        for name, value in wanted.items():
            if value is not None:
                mask &= numpy.isin(self._columns[name][:size], self._codes_with(name, value))
        return mask

    def _codes_with(self, name: str, value: str) -> list[int]:
        """The codes of the values that are, or as a list hold, one value."""
        return self._holding[name].get(value, [])

    def _until(self, as_of: str) -> int:
        """How many statements there are up to a day: days are coded in their order."""
        low, high = 0, len(self._day_values)
        while low < high:
            middle = (low + high) // 2
            if self._day_values[middle] <= as_of:
                low = middle + 1
            else:
                high = middle
        return int(numpy.searchsorted(self._days, low, side="left"))


def _parts(value: str) -> list[str]:
    """The values that a value holds: those who speak together are a list."""
    return value.split(BETWEEN)


def _normal(text: str) -> str:
    """The words of a text in small letters without accents, with a space before and after."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return f" {' '.join(_WORD.findall(plain))} "


class _Coder:
    """Numbers for values, in the order in which they first come."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self.codes: dict[str, int] = {}

    def code(self, value: str) -> int:
        found = self.codes.get(value)
        if found is None:
            found = self.codes[value] = len(self.values)
            self.values.append(value)
        return found
