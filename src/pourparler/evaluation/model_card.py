"""The model card of a trained pipeline: what it was trained on and how well it does, by genre.

The figures are measured when the card is written, with the functions that the command line uses,
so that anyone can repeat them.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from time import process_time

from spacy.language import Language

from pourparler.evaluation.language import LanguageScores, score_documents
from pourparler.evaluation.names import NameScores, score, score_rows
from pourparler.language.names import HAND_ANNOTATED, held_out, join_names, read_names
from pourparler.language.treebank import TreebankDocument, read_conllu

# What each set of data is and its licence, by the beginning of its file's name.
_SOURCES = {
    "ewt-": "UD English EWT: web logs, news groups, e-mail, reviews, answers (CC BY-SA 4.0)",
    "gum-": "UD English GUM, genres under free licences (CC BY, CC BY-SA or public domain)",
    "names-uner-": "Universal NER over EWT, train in its authors' first version (CC BY-SA 4.0)",
    "names-gum-": "proper names of GUM's entity layer (as GUM)",
    "names-wikigold-": "WikiGold (CC BY 4.0)",
    "names-crossner_politics-": "CrossNER, politics (MIT; its text CC BY-SA)",
    "names-gmb-": "Groningen Meaning Bank sample, Voice of America news (measured on, never "
    "trained on)",
    "names-wcep": "1,500 items of Wikipedia's Current Events portal, annotated by hand for this "
    "project (texts CC BY-SA 4.0; only ids, offsets and labels are kept here)",
    "wcep": "items of Wikipedia's Current Events portal, as plain text (CC BY-SA 4.0)",
}
_WENT_ON = """\
Training went on from the weights of the release before: trees with the treebanks, their sentences
put as headlines, and news items that two parsers read alike; names with the annotated rows and news
items of whose names a wide recognizer was sure. The weights of trees are the mean of the start and
of what was learned."""
_FROM_NOTHING = """\
Trees learned from the treebanks and, where there were news items, from those that two parsers read
alike; names from the annotated rows and from news items of whose names a better reader was sure."""
_LIMITS = """
- Half of the names are scored on sets with guidelines of their own: GUM counts peoples as persons
  and the GMB sample holds slips (dates as places), so neither can be read as plain accuracy. The
  items annotated for this project are the closest to its use.
- Names: an organisation's boundaries (`Merck Sharp and Dohme`, `High Court` or `Fijian High
  Court`) and companies seen for the first time, which pass for persons or places. Known names
  given to `load(names=...)` outvote the rest.
- Trees: where a clause hangs after a long noun phrase, appositions, and clauses that quotation
  marks cut in two. After verbs that direct others (*urge, ask, call on*) and within persons'
  names rules mend the parse.
- Sentences: text without punctuation (mail, lists) is cut by guess; reports are not.
"""
# Test sets alone: the development sets are trained on.
_TREEBANKS = ("ewt-test", "gum-test")
_NAMES = ("uner-test", "gum-test", "gmb-test")
_POLITICS = "crossner_politics-dev"


def describe_source(name: str) -> str:
    """What a data file is and its licence; a file of the user's own is named as such."""
    for beginning, text in _SOURCES.items():
        if name.startswith(beginning):
            return text
    return "not among the project's own sources; its licence is its owner's to state"


def write_model_card(nlp: Language, data: Path, out: Path, *, today: date | None = None) -> Path:
    """Measures the pipeline on the test sets in `data` and writes the card to `out`.

    Sets that `data` lacks are left out of the tables.
    """
    treebanks = {name: read_conllu(path) for name, path in _present(data, _TREEBANKS, ".conllu")}
    names = dict(_present(data, _NAMES, ".jsonl", "names-"))
    parses = {name: score_documents(nlp, documents) for name, documents in treebanks.items()}
    pace = _pace(nlp, [document.text for documents in treebanks.values() for document in documents])
    news = [document for name in treebanks for document in treebanks[name] if is_news(document)]
    if news:
        parses["gum-test, news"] = score_documents(nlp, news)
    found = {name: score(nlp, path) for name, path in names.items()}
    for _, path in _present(data, (_POLITICS,), ".jsonl", "names-"):
        found["politics, held-out quarter of CrossNER dev"] = score_rows(
            nlp, held_out(read_names(path))[1]
        )
    items = next((path for _, path in _present(data, ("wcep",), ".jsonl")), None) or next(
        (path for _, path in _present(data.parent, ("wcep",), ".jsonl")), None
    )
    if items is not None:
        found["wcep, held-out third"] = score_rows(
            nlp, join_names(HAND_ANNOTATED, items, part="test")
        )
    genres = {
        genre: score_documents(
            nlp, [document for document in treebanks["gum-test"] if document.genre == genre]
        )
        for genre in sorted({document.genre for document in treebanks.get("gum-test", [])})
    }
    out.write_text(
        "\n".join(_card(nlp, parses, genres, found, pace, today or date.today())) + "\n",
        encoding="utf-8",
    )
    return out


def _pace(nlp: Language, texts: Sequence[str]) -> float:
    """Words a second of processor time, all components at work: the best of three readings.

    Other programs on the machine slow a reading down, and nothing speeds it up.
    """
    best = 0.0
    for _ in range(3):
        started = process_time()
        words = sum(len(doc) for doc in nlp.pipe(texts))
        best = max(best, words / max(process_time() - started, 1e-9))
    return best


def is_news(document: TreebankDocument) -> bool:
    """Whether a treebank document is a news report."""
    return document.genre == "news"


def _present(
    folder: Path, names: Sequence[str], ending: str, beginning: str = ""
) -> Iterable[tuple[str, Path]]:
    for name in names:
        for path in (
            folder / f"{beginning}{name}{ending}",
            folder / f"{beginning}{name}{ending}.gz",
        ):
            if path.exists():
                yield name, path
                break


def _card(
    nlp: Language,
    parses: dict[str, LanguageScores],
    genres: dict[str, LanguageScores],
    names: dict[str, NameScores],
    pace: float,
    today: date,
) -> Iterable[str]:
    meta = nlp.meta
    yield "# The English pipeline"
    yield ""
    yield (
        f"Written {today.isoformat()} by `pourparler train language`. spaCy {version('spacy')}, "
        f"thinc {version('thinc')}; the weights load with spaCy {meta.get('pourparler_spacy')} "
        "only. Licence of the weights: CC BY-SA 4.0, as their data asks."
    )
    yield ""
    yield f"Components: {', '.join(nlp.pipe_names)}. Seed {meta.get('seed')}."
    yield ""
    yield "## Trained on"
    yield ""
    for source in meta.get("sources", []):
        yield f"- `{source}`: {describe_source(str(source))}"
    yield ""
    yield _WENT_ON if meta.get("went_on") else _FROM_NOTHING
    yield ""
    yield "## Figures"
    yield ""
    yield (
        "From raw text, scored by character spans (tokenisation counts), F1 in percent. "
        "`pourparler evaluate language FILE.conllu` and `pourparler evaluate names FILE.jsonl` "
        "repeat them; names are read with the codebook's names known, as the readers do. "
        f"All components together read {pace:,.0f} words in a second of processor "
        "time on the machine that wrote this."
    )
    yield ""
    yield from _parse_table("set", parses)
    yield ""
    yield "By genre of GUM test:"
    yield ""
    yield from _parse_table("genre", genres)
    yield ""
    yield "| names | precision | recall | F1 | PER | ORG | LOC |"
    yield "|---|---|---|---|---|---|---|"
    for name, scores in names.items():
        figures = scores.all
        labels = " | ".join(f"{scores.labels[label].f1:.1f}" for label in ("PER", "ORG", "LOC"))
        yield (
            f"| {name} | {figures.precision:.1f} | {figures.recall:.1f} | {figures.f1:.1f} "
            f"| {labels} |"
        )
    yield ""
    yield "## What it gets wrong"
    yield _LIMITS.rstrip()


def _parse_table(what: str, rows: dict[str, LanguageScores]) -> Iterable[str]:
    yield (
        f"| {what} | words | tokens | UPOS | UAS | LAS | LAS without punctuation | sentences "
        "| subject of a speech verb | its clause |"
    )
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for name, scores in rows.items():
        figures = " | ".join(
            f"{figure:.1f}"
            for figure in (
                scores.tokens_f,
                scores.upos,
                scores.uas,
                scores.las,
                scores.las_without_punctuation,
                scores.sents_f,
                scores.speech_subject_f,
                scores.speech_clause_f,
            )
        )
        yield f"| {name} | {scores.words:,} | {figures} |"
