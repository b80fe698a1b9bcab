"""`pourparler train language`: from treebanks and annotated names to weights."""

from pathlib import Path

import click


@click.group()
def train() -> None:
    """Train what Pourparler learns from data."""


@train.command(epilog="Example: pourparler train language data/treebanks -o weights/en")
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "-o",
    "--output",
    "out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the weights. A stopped run goes on from it.",
)
def language(data: Path, out: Path) -> None:
    """Train the English pipeline on a folder of CoNLL-U treebanks and JSONL names.

    Says first what it will take; a stopped run goes on where it was; the weights come with a
    model card. Read with them by naming their folder: --model FOLDER.
    """
    from pourparler import codebook
    from pourparler.evaluation.model_card import write_model_card
    from pourparler.language import load
    from pourparler.language.training import train as train_language

    train_language(data, out, report=click.echo)
    pipeline = load(str(out), names=codebook.load().actors.known_names)
    write_model_card(pipeline, data, out / "model-card.md")
    click.echo(f"The model card is {out / 'model-card.md'}.")
