import json
from pathlib import Path

import pytest
from thinc.api import Config

from pourparler.errors import LanguageError
from pourparler.language import sources
from pourparler.language.pipeline import check_version, load
from pourparler.language.sources import Data, NameSet, find_data
from pourparler.language.training import CONFIG, WORK, describe, train

SENTENCES = [
    [
        ("Anna", "Anna", "PROPN", "NNP", 3, "nsubj"),
        ("Brandt", "Brandt", "PROPN", "NNP", 1, "flat"),
        ("said", "say", "VERB", "VBD", 0, "root"),
        ("envoys", "envoy", "NOUN", "NNS", 5, "nsubj"),
        ("met", "meet", "VERB", "VBD", 3, "ccomp"),
        (".", ".", "PUNCT", ".", 3, "punct"),
    ],
    [
        ("Envoys", "envoy", "NOUN", "NNS", 2, "nsubj"),
        ("left", "leave", "VERB", "VBD", 0, "root"),
        ("Orsk", "Orsk", "PROPN", "NNP", 2, "obj"),
        (".", ".", "PUNCT", ".", 2, "punct"),
    ],
]


def treebank(copies: int) -> str:
    lines = []
    for copy in range(copies):
        lines.append(f"# newdoc id = d{copy}")
        for sentence in SENTENCES:
            for number, (form, lemma, upos, xpos, head, relation) in enumerate(sentence, 1):
                row = [number, form, lemma, upos, xpos, "_", head, relation, "_", "_"]
                lines.append("\t".join(map(str, row)))
            lines.append("")
    return "\n".join(lines) + "\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "ewt-train.conllu").write_text(treebank(12))
    row = {
        "text": "Anna Brandt left Orsk Press in Orsk.",
        "entities": [[0, 11, "PER"], [17, 27, "ORG"], [31, 35, "LOC"]],
    }
    (folder / "names-uner-train.jsonl").write_text((json.dumps(row) + "\n") * 12)
    return folder


@pytest.fixture
def config(tmp_path: Path) -> Path:
    settings = Config().from_disk(CONFIG)
    plan = settings["training"]
    plan["treebanks"] = ["ewt-train"]
    plan["names_data"] = {"uner-train": 1}
    plan["vectors"] |= {"min_count": 1, "epochs": 1, "words": 50, "width": 8}
    plan["teacher_learns_from"] = ["ewt-train"]
    plan["guessing"] |= {"choices": 20}
    plan["wide"] |= {"width": 8, "passes": 1, "words": 60, "sure": 0.0}
    for stage in ("guessing", "teacher", "parse", "judge", "names"):
        plan[stage] |= {"batches": 6, "words": 60}
    settings["components"]["parser"]["min_action_freq"] = 1
    path = tmp_path / "small.cfg"
    settings.to_disk(path)
    return path


def test_training_gives_a_pipeline_that_loads(data: Path, config: Path, tmp_path: Path) -> None:
    pytest.importorskip("floret")
    lines: list[str] = []
    out = train(data, tmp_path / "out", config=config, report=lines.append)
    assert "1 treebanks and 1 sets of names, without the news items" in lines[0]
    check_version(out)
    doc = load(str(out))("Envoys left Orsk.")
    assert doc.has_annotation("DEP")
    assert doc[1].lemma_
    meta = json.loads((out / "meta.json").read_text())
    assert meta["sources"] == ["ewt-train.conllu", "names-uner-train.jsonl"]


def test_news_items_are_learned_from(
    data: Path, config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("floret")
    items = [{"id": f"i{n}", "text": f"Envoys left Orsk on day {n}."} for n in range(12)]
    annotated = {"id": "i0", "part": "train", "names": [[12, 16, "LOC"]]}
    (data / "wcep.jsonl").write_text("".join(json.dumps(item) + "\n" for item in items))
    (tmp_path / "hand.jsonl").write_text(json.dumps(annotated) + "\n")
    monkeypatch.setattr(sources, "HAND_ANNOTATED", tmp_path / "hand.jsonl")
    out = train(data, tmp_path / "out", config=config)
    kept = {path.name for path in (out / WORK).iterdir()}
    assert {"guesses", "silver-trees.spacy", "silver.jsonl", "parse.checkpoint"} <= kept
    lines: list[str] = []
    train(data, out, config=config, report=lines.append)
    assert "parse: goes on after batch 6" in lines
    assert not any("batch 6 of" in line for line in lines)


def test_what_the_folder_lacks_is_listed(data: Path) -> None:
    plan = {
        "treebanks": ["ewt-train", "gum-train"],
        "names_data": {"uner-train": 1, "gum-train": 1, "wcep": 4},
        "quarter_kept": [],
    }
    with pytest.raises(LanguageError, match=r"lacks gum-train\.conllu, names-gum-train\.jsonl"):
        find_data(data, plan)


def test_the_news_items_may_lie_in_the_folder_above(data: Path) -> None:
    (data.parent / "wcep.jsonl").write_text("")
    plan = {"treebanks": ["ewt-train"], "names_data": {"uner-train": 2}, "quarter_kept": []}
    found = find_data(data, plan)
    assert found == Data(
        [data / "ewt-train.conllu"],
        [NameSet(data / "names-uner-train.jsonl", 2, quarter_kept=False)],
        data.parent / "wcep.jsonl",
        0,
    )
    stage = {"batches": 100}
    plan |= dict.fromkeys(("guessing", "teacher", "parse", "judge", "names"), stage)
    plan |= {"wide": {"passes": 1}, "silver_names": 1000}
    assert "with the news items" in describe(found, plan)
