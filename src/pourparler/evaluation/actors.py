"""How well speakers are resolved: the right person or body, by how the text names it.

Gold and predictions are the rows of `evaluation.statements` (`doc_id`, `quotes` with
`content_spans`, `speaker`, `speaker_name`, and in the gold `form`). A gold statement pairs with
the predicted one whose content is most alike (characters shared, of all of both); statements
nobody found are counted apart (`missed`), so that resolving is judged on what was there.

Two names are one where the codebook gives them to one actor, where they differ only in accents,
articles and number, or where the gold joins several ("A, B and C") and all are predicted. A role
in a format ("Astana guarantors") is all who have it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from pourparler.codebook import Codebook
from pourparler.codebook.spelling import fold

Row = Mapping[str, Any]

_ARTICLES = re.compile(r"\b(?:al|el|the|a|an)[- ]")


class FormScore(Struct, frozen=True):
    """How many speakers named in one form were resolved right, of those found and of all."""

    right: int
    found: int
    gold: int

    @property
    def accuracy(self) -> float | None:
        """Right of those found, 0 to 1; None where none was found."""
        return self.right / self.found if self.found else None


class Miss(Struct, frozen=True):
    """A speaker resolved wrong: where, how it was named, who it is and who was said."""

    doc_id: str
    form: str
    speaker: tuple[int, int] | None
    gold: str
    predicted: str | None


class ActorScores(Struct, frozen=True):
    """The scores by form, in the gold's words for forms, and every miss in gold order."""

    forms: dict[str, FormScore]
    misses: tuple[Miss, ...]
    missed: int


def score(gold: Iterable[Row], predicted: Iterable[Row], codebook: Codebook) -> ActorScores:
    """The scores of the predicted speakers against the gold's."""
    names = SameName(codebook)
    found_by_doc = {row["doc_id"]: list(row["quotes"]) for row in predicted}
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    misses: list[Miss] = []
    for doc_id, quote in _quotes(gold):
        form, wanted = str(quote.get("form") or "named"), quote.get("speaker_name")
        if not wanted:
            continue
        total[form] += 1
        match = _match(quote, found_by_doc.get(doc_id, ()))
        if match is None:
            continue
        found[form] += 1
        said = match.get("speaker_name")
        if said and names.holds(wanted, said):
            right[form] += 1
        else:
            place = quote.get("speaker")
            misses.append(Miss(doc_id, form, tuple(place) if place else None, wanted, said))
    forms = {form: FormScore(right[form], found[form], total[form]) for form in sorted(total)}
    return ActorScores(forms, tuple(misses), total.total() - found.total())


class SameName:
    """Tells whether two names are of one actor."""

    def __init__(self, codebook: Codebook) -> None:
        self._actors: dict[str, set[str]] = {}
        for actor in codebook.actors.values():
            for name in (actor.name, *actor.aliases):
                self._actors.setdefault(_plain(name), set()).add(actor.id)
        self._groups: dict[str, set[str]] = {}
        for format in codebook.formats.values():
            for member in format.members:
                group = f"{format.name.removesuffix(' format')} {member.role}s"
                self._groups.setdefault(_plain(group), set()).add(member.actor)

    def holds(self, wanted: str, said: str) -> bool:
        """Whether `said` is `wanted`, or names each of those that `wanted` joins."""
        if self._is_one(wanted, said):
            return True
        members = self._groups.get(_plain(wanted))
        if members:
            named = [self._actors.get(_plain(part), set()) for part in _parts(said)]
            return all(ids & members for ids in named) and members == members & set().union(*named)
        parts = _parts(wanted)
        others = _parts(said)
        return len(parts) > 1 and all(
            any(self._is_one(part, other) for other in others) for part in parts
        )

    def _is_one(self, left: str, right: str) -> bool:
        left, right = _plain(left), _plain(right)
        if left == right or left.removesuffix("s") == right.removesuffix("s"):
            return True
        return not self._actors.get(left, set()).isdisjoint(self._actors.get(right, set()))


def _plain(name: str) -> str:
    return " ".join(_ARTICLES.sub("", fold(name).lower()).replace("-", " ").split())


def _parts(names: str) -> list[str]:
    return [part for part in re.split(r", (?:and )?| and ", names) if part]


def _quotes(rows: Iterable[Row]) -> Iterator[tuple[str, Row]]:
    for row in rows:
        for quote in row["quotes"]:
            yield row["doc_id"], quote


def _match(quote: Row, candidates: Iterable[Row]) -> Row | None:
    """The candidate whose content is most alike, by characters shared of all; None for none."""
    best: Row | None = None
    best_share = 0.0
    spans = _spans(quote)
    for candidate in candidates:
        others = _spans(candidate)
        shared = sum(
            max(0, min(end, other_end) - max(start, other_start))
            for start, end in spans
            for other_start, other_end in others
        )
        share = shared / (_length(spans) + _length(others) - shared) if shared else 0.0
        if share > best_share:
            best, best_share = candidate, share
    return best


def _length(spans: Iterable[tuple[int, int]]) -> int:
    return sum(end - start for start, end in spans)


def _spans(quote: Row) -> list[tuple[int, int]]:
    spans = quote.get("content_spans") or [quote["content"]]
    return [(start, end) for start, end in spans]
