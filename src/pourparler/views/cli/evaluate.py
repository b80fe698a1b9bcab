"""`pourparler evaluate`: how well each question is read, against gold."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from pourparler.views.cli.options import format_option
from pourparler.views.cli.output import write

if TYPE_CHECKING:
    from spacy.language import Language

    from pourparler.model import Reading, Report

_WORST = 15
"""Misses shown in a table."""


def _gold(function: Callable[..., Any]) -> Callable[..., Any]:
    """What every `evaluate` command takes."""
    for option in reversed(
        (
            click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path)),
            click.option("--model", metavar="NAME", help="Another spaCy pipeline to read with."),
            format_option("table"),
        )
    ):
        function = option(function)
    return function


_predictions = click.option(
    "--predictions",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write what was found to this file, in the gold's own row form.",
)


@click.group()
def evaluate() -> None:
    """Score what is read against a gold file (see docs/reference/evaluation.md)."""


@evaluate.command(epilog="Example: pourparler evaluate language en-test.conllu")
@_gold
def language(gold: Path, model: str | None, style: str) -> None:
    """Tags, parse and sentences against a treebank (CoNLL-U), from raw text."""
    from pourparler.evaluation.language import as_json, score

    _write_figures(as_json(score(_pipeline(model), gold)), style)


@evaluate.command(epilog="Example: pourparler evaluate names names.jsonl")
@_gold
def names(gold: Path, model: str | None, style: str) -> None:
    """Names of persons, organisations and places against annotated rows."""
    from pourparler.evaluation.names import as_json, score

    _write_figures(as_json(score(_pipeline(model), gold)), style)


@evaluate.command(epilog="Example: pourparler evaluate times timebank.jsonl --format json")
@click.option("--types", help="Only times of these types, as DATE,TIME.")
@click.option("--samples", default=0, help="Bootstrap samples for 95% intervals.")
@_predictions
@_gold
def times(
    gold: Path,
    model: str | None,
    style: str,
    types: str | None,
    samples: int,
    predictions: Path | None,
) -> None:
    """Times against TIMEX3 rows: spans, types and values."""
    from pourparler.evaluation.times import (
        predict,
        read_gold,
        score,
        score_by_type,
        worst_misses,
    )

    rows = read_gold(gold)
    found = predict(rows)
    _write_predictions(map(msgspec.to_builtins, found), predictions)
    scored = score(rows, found, types.split(",") if types else None, samples=samples)
    figures: dict[str, Any] = {"gold": scored.gold, "found": scored.found}
    figures |= {name: msgspec.to_builtins(figure) for name, figure in scored.figures.items()}
    if not types:
        for kind, of_kind in score_by_type(rows, found).items():
            figures[f"value_{kind}"] = msgspec.to_builtins(of_kind.figures["value"])
    if samples:
        figures["intervals"] = msgspec.to_builtins(scored.intervals)
    misses = [
        {"count": count, **msgspec.to_builtins(miss)}
        for miss, count in worst_misses(scored, _WORST)
    ]
    _write_figures(figures, style, misses)


@evaluate.command(epilog="Example: pourparler evaluate statements gold.jsonl --kinds direct,mixed")
@click.option("--kinds", help="Only statements of these kinds, as direct,mixed.")
@click.option("--speech-only", is_flag=True, help="Leave out beliefs and plans that were found.")
@_predictions
@_gold
def statements(
    gold: Path,
    model: str | None,
    style: str,
    kinds: str | None,
    speech_only: bool,
    predictions: Path | None,
) -> None:
    """Who said what, against rows of quotations: content, cue and speaker."""
    from pourparler.evaluation.statements import predict, read_rows, score, worst

    rows = read_rows(gold)
    found = _predict(
        predict,
        rows,
        model,
        lambda reading: [
            item for item in reading.statements if not speech_only or item.attitude == "speech"
        ],
    )
    _write_predictions(found, predictions)
    figures = score(rows, found, kinds=set(kinds.split(",")) if kinds else None)
    _write_figures(figures, style, worst(rows, found, limit=_WORST))


@evaluate.command(epilog="Example: pourparler evaluate actors statements.jsonl")
@_predictions
@_gold
def actors(gold: Path, model: str | None, style: str, predictions: Path | None) -> None:
    """Speakers resolved to the right person, by the form of their mention."""
    import pourparler.codebook as codebooks
    from pourparler.evaluation.actors import score
    from pourparler.evaluation.statements import predict, read_rows

    rows = read_rows(gold)
    found = _predict(predict, rows, model, lambda reading: reading.statements)
    _write_predictions(found, predictions)
    scored = score(rows, found, codebooks.load())
    figures: dict[str, Any] = {
        form: {"accuracy": one.accuracy, **msgspec.to_builtins(one)}
        for form, one in scored.forms.items()
    }
    figures["missed"] = scored.missed
    _write_figures(figures, style, map(msgspec.to_builtins, scored.misses[:_WORST]))


@evaluate.command(epilog="Example: pourparler evaluate events gold.jsonl --actors-given")
@click.option("--actors-given", is_flag=True, help="Classify between the marked actors.")
@_predictions
@_gold
def events(
    gold: Path, model: str | None, style: str, actors_given: bool, predictions: Path | None
) -> None:
    """Who did what to whom, against PLOVER or CAMEO rows."""
    from pourparler.evaluation.events import (
        predict,
        predict_given,
        read_rows,
        score,
        score_given,
    )

    rows = read_rows(gold)
    if actors_given:
        found = list(predict_given(rows, _event_between(model)))
        _write_predictions(found, predictions)
        _write_figures(score_given(rows, found), style)
        return
    found = _predict(predict, rows, model, lambda reading: reading.events)
    _write_predictions(found, predictions)
    _write_figures(score(rows, found), style)


def _predict(
    predict: Callable[..., Iterator[dict[str, Any]]],
    rows: list[dict[str, Any]],
    model: str | None,
    items: Callable[["Reading"], Iterable[Any]],
) -> list[dict[str, Any]]:
    """What the readers find in each gold text, in the gold's row form."""
    from pourparler import codebook
    from pourparler.readings import read

    pipeline, book = _pipeline(model), codebook.load()

    def found(report: "Report") -> Iterable[Any]:
        return items(read(report, pipeline, book))

    return list(predict(rows, found))


def _pipeline(model: str | None) -> "Language":
    """The pipeline as readers use it: it knows the codebook's names."""
    from pourparler import codebook, language

    return language.load(model, names=codebook.load().actors.known_names)


def _event_between(model: str | None) -> Callable[..., Any]:
    from pourparler import codebook
    from pourparler.readings import read_event_between

    pipeline, book = _pipeline(model), codebook.load()

    def found(report: "Report", source: str, target: str) -> Any:
        return read_event_between(report, source, target, pipeline, book)

    return found


def _write_predictions(rows: Iterable[Mapping[str, Any]], path: Path | None) -> None:
    if path is not None:
        path.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))


def _write_figures(figures: Mapping[str, Any], style: str, misses: Iterable[Any] = ()) -> None:
    """The figures as they are in JSON; in a table one line a measure, then the worst misses."""
    if style in ("json", "jsonl"):
        encoded = msgspec.json.encode(figures)
        sys.stdout.write(msgspec.json.format(encoded, indent=2).decode() + "\n")
        return
    write([{"measure": name, "figure": _figure(value)} for name, value in figures.items()], style)
    worst = list(misses)
    if worst:
        click.echo("\nThe worst misses:")
        write(worst, style)


def _figure(value: object) -> str:
    if isinstance(value, Mapping):
        return "  ".join(f"{name} {_figure(part)}" for name, part in value.items())
    return f"{value:.3g}" if isinstance(value, float) else str(value)
