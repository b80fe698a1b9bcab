import json
from datetime import date
from pathlib import Path

import spacy

from pourparler.evaluation.model_card import describe_source, write_model_card

ROWS = "1\tTalks\ttalk\tNOUN\tNNS\t_\t0\troot\t_\t_\n\n"


def test_the_card_has_what_the_folder_allows(tmp_path: Path) -> None:
    (tmp_path / "ewt-test.conllu").write_text(ROWS)
    row = {"text": "Oslo", "entities": [[0, 4, "LOC"]]}
    (tmp_path / "names-gmb-test.jsonl").write_text(json.dumps(row) + "\n")
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.meta["sources"] = ["ewt-train.conllu.gz", "own.conllu"]
    nlp.meta["pourparler_spacy"] = "3.8"
    path = write_model_card(nlp, tmp_path, tmp_path / "card.md", today=date(2026, 1, 2))
    text = path.read_text()
    assert "Written 2026-01-02" in text
    assert "- `ewt-train.conllu.gz`: UD English EWT" in text
    assert "| ewt-test | 1 | 100.0 | 0.0 |" in text
    assert "| gmb-test | 0.0 | 0.0 | 0.0 |" in text
    assert "gum-test" not in text


def test_sources_of_a_users_own_are_named_as_such() -> None:
    assert "CC BY 4.0" in describe_source("names-wikigold-train.jsonl.gz")
    assert "owner's" in describe_source("own.conllu")
