"""How well statements are found: content, speaker and resolved name against gold.

Content is compared as sets of word tokens, so that quotation marks and punctuation do not
count. One gold statement pairs with one predicted statement, the most alike first: a pair
counts for `J80` when their tokens overlap by a Jaccard of 0.8 or more, for `ANY` when they share
one, for `EXACT` when they are the same. `GGT30` and `GGT80` are the Gender Gap Tracker's own
measure (characters of the gold covered), `TOK` counts tokens of all contents together.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pourparler.errors import UsageError
from pourparler.evaluation.rows import read_json_lines
from pourparler.evaluation.statement_pairs import (
    SHARED,
    Row,
    count_document,
    pair,
    spans_of,
    with_tokens,
)
from pourparler.model import Mention, Report, Statement
from pourparler.reports import find_dateline

_DATED = re.compile(r"\s*date (\d{4}-\d{2}-\d{2}) ")


def read_rows(path: Path | str) -> list[dict[str, Any]]:
    """The rows of a gold or prediction file, JSON Lines, plain or gzipped.

    Raises UsageError, naming the line, for a row that is no object with `doc_id` and `quotes`.
    """
    path = Path(path)
    rows = read_json_lines(path, ("doc_id", "quotes"))
    return [_with_text(row, path, number) for number, row in rows]


def _with_text(row: dict[str, Any], path: Path, number: int) -> dict[str, Any]:
    """The row with its `text`: gold kept beside its reports names the file instead.

    Such a `doc_id` is a dated text's file name, looked for in the gold's folder, the one
    above and, for gold in `sample-gold`, in `sample` beside it; the text begins after the
    ` date YYYY-MM-DD ` it opens with.
    """
    if "text" in row:
        return row
    above = path.parent.parent
    for folder in (path.parent, above, above / path.parent.name.removesuffix("-gold")):
        file = folder / str(row["doc_id"])
        if file.is_file():
            raw = file.read_text(encoding="utf-8")
            header = _DATED.match(raw)
            day = {"published": header[1]} if header else {}
            return {**row, **day, "text": raw[header.end() :] if header else raw}
    raise UsageError(
        f"{path}, line {number}: no `text`, and no file {row['doc_id']!r} in {path.parent} or "
        f"beside it. Give the row its text, or put the report there."
    )


def predict(
    gold: Iterable[Row], read: Callable[[Report], Iterable[Statement]]
) -> Iterator[dict[str, Any]]:
    """What `read` finds in each gold text, in the gold's own row form, in gold order.

    Where a gold marks nesting (its quotes have `nested_in`), beliefs and plans told by the
    reporter are left out, as there; where it marks none, as PolNeAR, beliefs and plans count,
    what a statement tells of another is left out, and a quotation that floats after an
    attribution is one with it. A row without a known day is read as published
    on an arbitrary one: days do not enter the scores. Offsets are code points into the gold's
    own text.
    """
    rows = list(gold)
    nests = any("nested_in" in quote for row in rows for quote in row["quotes"])
    for row in rows:
        published = str(row.get("date") or row.get("published") or "2020-01-01")[:10]
        dateline = find_dateline(row["text"], published)
        report = Report.of(row["text"], published, title=row.get("title"), dateline=dateline)
        quotes = [_quote(found) for found in read(report) if _counts(found, nests)]
        yield {"doc_id": row["doc_id"], "quotes": quotes if nests else _joined(quotes)}


def _counts(statement: Statement, nests: bool) -> bool:
    return statement.attitude == "speech" if nests else statement.nested_in is None


def _joined(quotes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The quotes with all that one cue tells made one, as PolNeAR has it."""
    first: dict[tuple[int, int], dict[str, Any]] = {}
    joined: list[dict[str, Any]] = []
    for quote in quotes:
        cue = tuple(quote["cue"]) if quote["cue"] else None
        earlier = first.get(cue) if cue else None
        if earlier is None:
            joined.append(quote)
            if cue:
                first[cue] = quote
            continue
        parts = sorted([*earlier["content_spans"], *quote["content_spans"]])
        earlier["content_spans"], earlier["content"] = parts, [parts[0][0], parts[-1][1]]
        if earlier["type"] != quote["type"]:
            earlier["type"] = "mixed"
    return joined


def _quote(statement: Statement) -> dict[str, Any]:
    spans = [[part.start, part.end] for part in statement.content]
    speaker, cue = statement.speaker, statement.cue
    return {
        "content": [spans[0][0], spans[-1][1]],
        "content_spans": spans,
        "cue": [cue.start, cue.end] if cue else None,
        "speaker": [speaker.span.start, speaker.span.end] if speaker else None,
        "speaker_name": _together((speaker, *statement.joint)) if speaker else None,
        "type": statement.kind,
        "attitude": statement.attitude,
        "act": statement.act,
    }


def _together(speakers: Iterable[Mention]) -> str:
    """The names of those who speak together, as the gold joins them: "A, B and C"."""
    *others, last = (mention.name for mention in speakers)
    return f"{', '.join(others)} and {last}" if others else last


def score(
    gold: Iterable[Row],
    predicted: Iterable[Row],
    *,
    kinds: Collection[str] | None = None,
    only_predicted: bool = False,
) -> dict[str, Any]:
    """Precision, recall and F1 in percent, one entry a measure, and recall by kind.

    `kinds` restricts the gold; what was predicted for gold of another kind is then ignored, not
    punished. A document nothing was predicted for counts as such unless `only_predicted`.
    """
    by_document = {row["doc_id"]: row for row in predicted}
    count: Counter[str] = Counter()
    by_kind: defaultdict[Any, Counter[str]] = defaultdict(Counter)
    for row in gold:
        if only_predicted and row["doc_id"] not in by_document:
            continue
        count_document(row, by_document.get(row["doc_id"], {}), kinds, count, by_kind)
    return _figures(count, by_kind)


def worst(
    gold: Iterable[Row], predicted: Iterable[Row], *, limit: int = 20
) -> list[dict[str, Any]]:
    """The longest gold contents no prediction shares a word with, longest first."""
    by_document = {row["doc_id"]: row for row in predicted}
    missed = []
    for row in gold:
        text = row["text"]
        golds, gold_tokens = with_tokens(text, row["quotes"])
        _, found_tokens = with_tokens(text, by_document.get(row["doc_id"], {}).get("quotes", []))
        seen = {left for left, _ in pair(gold_tokens, found_tokens, SHARED)}
        for index, quote in enumerate(golds):
            if index not in seen:
                parts = spans_of(quote, "content")
                missed.append(
                    {
                        "doc_id": row["doc_id"],
                        "type": quote.get("type"),
                        "start": parts[0][0],
                        "content": " … ".join(text[start:end] for start, end in parts),
                        "cue": text[slice(*quote["cue"])] if quote.get("cue") else None,
                        "words": len(gold_tokens[index]),
                    }
                )
    return sorted(missed, key=lambda miss: -int(miss["words"]))[:limit]


def _figures(count: Counter[str], by_kind: Mapping[Any, Counter[str]]) -> dict[str, Any]:
    found, gold = count["found"], count["gold"]
    figures: dict[str, Any] = {
        f"content_{level}": _prf(count[level], found, gold) for level in ("J80", "ANY", "EXACT")
    }
    figures["content_TOK"] = _prf(count["tokens_both"], count["tokens_found"], count["tokens_gold"])
    figures["content_GGT30"] = _prf(count["GGT30"], found, gold)
    figures["content_GGT80"] = _prf(count["GGT80"], found, gold)
    for level in ("J80", "ANY"):
        figures[f"speaker_acc_{level}"] = {
            "overlap": _share(count, f"{level} speaker shared", f"{level} speakers"),
            "exact": _share(count, f"{level} speaker exact", f"{level} speakers"),
            "n": count[f"{level} speakers"],
            "cue": _share(count, f"{level} cue shared", f"{level} cues"),
        }
        if count[f"{level} names"]:
            figures[f"reference_acc_{level}"] = _names(count, level)
    figures["quote+speaker_J80"] = _prf(count["J80 speaker shared"], found, count["gold_speakers"])
    figures["quote+speaker_ANY"] = _prf(count["ANY speaker shared"], found, count["gold_speakers"])
    figures["recall_by_type"] = {
        kind: {
            "n": counts["gold"],
            "J80": round(100 * counts["J80"] / counts["gold"], 1),
            "ANY": round(100 * counts["ANY"] / counts["gold"], 1),
        }
        for kind, counts in by_kind.items()
        if counts["gold"]
    }
    return figures


def _names(count: Counter[str], level: str) -> dict[str, Any]:
    prefix = f"{level} names"
    figures: dict[str, Any] = {
        "all": _share(count, f"{prefix} right", prefix),
        "n": count[prefix],
    }
    for key in sorted(count):
        form = key.removeprefix(f"{prefix} ")
        if key.startswith(f"{prefix} ") and form != "right" and not form.endswith(" right"):
            figures[form] = [_share(count, f"{key} right", key), count[key]]
    return figures


def _share(count: Counter[str], part: str, whole: str) -> float | None:
    return round(100 * count[part] / count[whole], 1) if count[whole] else None


def _prf(right: int, found: int, gold: int) -> dict[str, float]:
    precision = right / found if found else 0
    recall = right / gold if gold else 0
    both = 200 * precision * recall / (precision + recall) if precision + recall else 0
    return {
        "P": round(100 * precision, 1),
        "R": round(100 * recall, 1),
        "F": round(both, 1) if both else 0,
        "tp": right,
        "npred": found,
        "ngold": gold,
    }
