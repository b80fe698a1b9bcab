"""How well events are found: actor, recipient and category against gold.

Gold is JSON Lines `{id, text, events: [{source, target, code}]}`, where `source` and `target` are
texts or lists of `{text}` and `code` is a PLOVER type (of any edition) or a CAMEO code; predictions
are `{id, events: [{source, target, type, code, root, status}]}`.

Two texts name the same actor when they share a telling word: a capitalised one where both have
any, else any word that is not a function word. A gold event without a recipient asks for none,
and one that its actors did together (`reciprocal`) is met in either order. One prediction pairs
with one gold event of its sentence, best first. Events told as denied are not counted.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pourparler.evaluation.rows import read_json_lines
from pourparler.model import Event, Mention, Report

Row = Mapping[str, Any]
Place = tuple[int, int]

_CATEGORIES = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
    "CONCEDE": "YIELD",
    "RETREAT": "YIELD",
}
_ROOTS = {
    "01": "STATEMENT", "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT",
    "06": "COOPERATE", "07": "AID", "08": "YIELD", "09": "ACCUSE", "10": "REQUEST",
    "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE",
    "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip
_ROOT_OF_TYPE = {
    "AGREE": "03", "CONSULT": "04", "SUPPORT": "05", "COOPERATE": "06", "AID": "07",
    "CONCEDE": "08", "RETREAT": "08", "REQUEST": "10", "ACCUSE": "11", "REJECT": "12",
    "THREATEN": "13", "PROTEST": "14", "MOBILIZE": "15", "SANCTION": "16", "COERCE": "17",
    "ASSAULT": "19",
}  # fmt: skip
# What earlier editions of PLOVER, by the gold's `scheme`, call a type or a CAMEO root.
_EDITIONS: dict[str, dict[str, str]] = {
    "PLOVER-15": {"CONCEDE": "YIELD", "RETREAT": "YIELD"},
    "PLOVER-0.5b1": {
        "02": "DEMAND", "09": "INVESTIGATE", "10": "DEMAND", "11": "DISAPPROVE", "19": "FIGHT",
        "20": "FIGHT",
    },
}  # fmt: skip
_QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), "verbal cooperation"),
    **dict.fromkeys(("COOPERATE", "AID", "YIELD"), "material cooperation"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "verbal conflict"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "material conflict"),
}
_FUNCTION_WORDS = frozenset(
    [
        "the", "a", "an", "of", "and", "or", "in", "on", "at", "to", "for", "by", "with",
        "from", "its", "his", "her", "their", "s", "former", "all", "some", "least",
        "several", "other", "two", "three", "four",
    ]
)  # fmt: skip
# Marked texts differ from the plain by a blank here and there.
_SLACK = 6
_MARK = re.compile(r"</?[st]>")
_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")


def read_rows(path: Path | str) -> list[dict[str, Any]]:
    """The rows of a gold or prediction file, JSON Lines, plain or gzipped.

    Raises UsageError, naming the line, for a row that is no object with `id` and `events`.
    """
    return [row for _, row in read_json_lines(path, ("id", "events"))]


def predict(
    gold: Iterable[Row], read: Callable[[Report], Iterable[Event]]
) -> Iterator[dict[str, Any]]:
    """The events `read` finds in each gold text, as prediction rows in gold order.

    Types are written as the edition of PLOVER that the gold's `scheme` names calls them.
    """
    rows = list(gold)
    scheme = _scheme(rows)
    for row in rows:
        events = [as_row(event, scheme) for event in read(_report(row))]
        yield {"id": row["id"], "events": events}


def _scheme(rows: Iterable[Row]) -> str | None:
    return next((event.get("scheme") for row in rows for event in row["events"]), None)


def predict_given(
    gold: Iterable[Row], read: Callable[[Report, Place, Place], Event | None]
) -> Iterator[dict[str, Any]]:
    """The event `read` finds between the marked actors of each gold event, in gold order.

    A gold event's `marked` text, where it has one, tells where its actors stand (`<s>…</s>` and
    `<t>…</t>`); else the first place of their words counts.
    """
    rows = list(gold)
    scheme = _scheme(rows)
    for row in rows:
        events = []
        for marked in row["events"]:
            source, target = _first(marked.get("source")), _first(marked.get("target"))
            places = [
                _place(row["text"], str(marked.get("marked") or ""), tag, words)
                for tag, words in (("s", source), ("t", target))
            ]
            event = read(_report(row), places[0], places[1]) if all(map(any, places)) else None
            found = (
                as_row(event, scheme)
                if event is not None
                else dict.fromkeys(("type", "code", "root"))
            )
            events.append({"status": "actual", **found, "source": source, "target": target})
        yield {"id": row["id"], "events": events}


def _place(text: str, marked: str, tag: str, words: str) -> Place:
    """Where the words stand in the text; (0, 0) where they do not."""
    before = _MARK.sub("", marked.partition(f"<{tag}>")[0])
    start = text.find(words, max(0, len(before) - _SLACK)) if f"<{tag}>" in marked else -1
    if start < 0:
        start = text.find(words)
    return (start, start + len(words)) if words and start >= 0 else (0, 0)


def _report(row: Row) -> Report:
    published = str(row.get("date") or row.get("published") or "2020-01-01")[:10]
    return Report.of(row["text"], published)


def as_row(event: Event, scheme: str | None = None) -> dict[str, Any]:
    """The event as a prediction row; several actors on one side are joined by "and"."""
    root = event.cameo[:2] if event.cameo else _ROOT_OF_TYPE.get(event.type or "")
    names = _EDITIONS.get(scheme or "", {})
    return {
        "source": " and ".join(map(_words_of, event.actors)) or None,
        "target": " and ".join(map(_words_of, event.recipients)) or None,
        "type": names.get(event.type or "") or names.get(root or "") or event.type,
        "code": event.cameo,
        "root": root,
        "status": event.status,
    }


def _words_of(party: Mention) -> str:
    """What the report calls the party; for a pronoun, whom it stands for."""
    return party.name if party.form == "pronoun" else party.span.exact


def score(gold: Iterable[Row], predicted: Iterable[Row]) -> dict[str, Any]:
    """Precision, recall and F1 in percent.

    `full`: actor, recipient and category; `actors`: both actors with the root; `root`: category
    alone; `false_events`: percent of sentences without gold events that got one.
    """
    by_id = {row["id"]: row for row in predicted}
    counts = {measure: Counter[str]() for measure in ("full", "actor", "root")}
    empty = false = 0
    for row in gold:
        golds = row["events"]
        told = map(_told, by_id.get(row["id"], {}).get("events", []))
        found = [event for event in told if event is not None]
        if not golds:
            empty += 1
            false += bool(found)
            continue
        for measure, count in counts.items():
            count["gold"] += len(golds)
            count["found"] += len(found)
            count["right"] += _paired(golds, found, measure)
    figures: dict[str, Any] = {measure: _figures(count) for measure, count in counts.items()}
    figures["false_events"] = round(100 * false / empty, 1) if empty else None
    return figures


def score_given(gold: Iterable[Row], predicted: Iterable[Row]) -> dict[str, Any]:
    """Macro F1 in percent over the categories of events whose actors were given.

    `root` counts PLOVER's fifteen categories (yielding as one), `quad` the four kinds of
    cooperation and conflict, `binary` the two; `by_root` each category's F1.
    """
    by_id = {row["id"]: row for row in predicted}
    pairs = []
    for row in gold:
        found = by_id.get(row["id"], {}).get("events", [])
        for index, event in enumerate(row["events"]):
            told = _told(found[index]) if index < len(found) else None
            pairs.append((category_of(event), told["category"] if told else None))
    return {
        "root": _macro(pairs),
        "quad": _macro([(_QUADS.get(a or ""), _QUADS.get(b or "")) for a, b in pairs]),
        "binary": _macro([(_side(a), _side(b)) for a, b in pairs]),
        "by_root": {name: round(100 * f1, 1) for name, f1 in sorted(_by_class(pairs).items())},
    }


def category_of(event: Row) -> str | None:
    """PLOVER's category of a gold or predicted event, whichever edition or code it uses."""
    for key in ("type", "code", "root"):
        told = str(event.get(key) or "")
        if told.isdigit():
            return _ROOTS.get(told[:2])
        if told:
            return _CATEGORIES.get(told, told)
    return None


def same_actor(left: str, right: str) -> bool:
    """Whether two texts name the same actor: they share a telling word."""
    first, second = _telling(left), _telling(right)
    names = {word for word in first if word[:1].isupper()}
    other_names = {word for word in second if word[:1].isupper()}
    if names and other_names:
        return bool(_lower(names) & _lower(other_names))
    return bool(_lower(first) & _lower(second))


def _telling(text: str) -> set[str]:
    words = _WORD.findall(text.replace("'s", " ").replace("’s", " "))
    return {word for word in words if word.lower() not in _FUNCTION_WORDS}


def _lower(words: set[str]) -> set[str]:
    return {word.lower().replace(".", "") for word in words}


def _told(event: Row) -> dict[str, Any] | None:
    category = category_of(event)
    if category is None or category == "STATEMENT" or event.get("status") == "denied":
        return None
    return {**event, "category": category}


def _paired(golds: list[Row], found: list[dict[str, Any]], measure: str) -> int:
    left = list(found)
    right = 0
    for event in golds:
        match = next((told for told in left if _matches(event, told, measure)), None)
        if match is not None:
            left.remove(match)
            right += 1
    return right


def _matches(gold: Row, told: Row, measure: str) -> bool:
    if category_of(gold) != told["category"]:
        return False
    if measure == "root":
        return True
    sources, targets = _texts(gold.get("source")), _texts(gold.get("target"))
    source, target = told.get("source") or "", told.get("target") or ""
    if measure == "actor":
        return not sources or any(same_actor(text, source) for text in sources)
    if gold.get("reciprocal") and not targets and len(sources) > 1:
        return _together(sources, source, target) or _together(sources, target, source)
    meets_source = not sources or any(same_actor(text, source) for text in sources)
    meets_target = not targets or any(same_actor(text, target) for text in targets)
    if gold.get("reciprocal") and not (meets_source and meets_target):
        return any(same_actor(text, target) for text in sources) and any(
            same_actor(text, source) for text in targets
        )
    return meets_source and meets_target


def _together(sources: list[str], source: str, target: str) -> bool:
    both = f"{source} and {target}"
    return all(same_actor(text, both) for text in sources[:2])


def _texts(value: Any) -> list[str]:
    if value is None:
        return []
    if isinstance(value, str):
        return [value]
    return [item if isinstance(item, str) else str(item.get("text") or "") for item in value]


def _first(value: Any) -> str:
    texts = _texts(value)
    return texts[0] if texts else ""


def _figures(count: Counter[str]) -> dict[str, float]:
    precision = count["right"] / count["found"] if count["found"] else 0.0
    recall = count["right"] / count["gold"] if count["gold"] else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {
        "precision": round(100 * precision, 1),
        "recall": round(100 * recall, 1),
        "f1": round(100 * f1, 1),
    }


def _side(category: str | None) -> str | None:
    quad = _QUADS.get(category or "")
    return quad.split()[1] if quad else None


def _by_class(pairs: Iterable[tuple[str | None, str | None]]) -> dict[str, float]:
    right: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for expected, told in pairs:
        if expected is not None:
            gold[expected] += 1
            right[expected] += expected == told
        if told is not None:
            found[told] += 1
    return {name: 2 * right[name] / (gold[name] + found[name]) for name in gold}


def _macro(pairs: Iterable[tuple[str | None, str | None]]) -> float:
    classes = _by_class(pairs)
    return round(100 * sum(classes.values()) / len(classes), 1) if classes else 0.0
