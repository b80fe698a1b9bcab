from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from pourparler.language import teachers
from pourparler.language.teachers import Mixed, agreed_trees, silver_trees

WORDS = ["Envoys", "met", "in", "Orsk", ".", "They", "left", "it", "soon", "."]
HEADS = [1, 1, 3, 1, 1, 6, 6, 6, 6, 6]
RELATIONS = ["nsubj", "ROOT", "case", "obl", "punct", "nsubj", "ROOT", "obj", "advmod", "punct"]
NLP = spacy.blank("en")


def tree(heads: list[int] = HEADS, relations: list[str] = RELATIONS) -> Doc:
    starts = [index in (0, 5) for index in range(len(WORDS))]
    tags = ["X"] * len(WORDS)
    return Doc(NLP.vocab, words=WORDS, heads=heads, deps=relations, tags=tags, sent_starts=starts)


def test_sentences_read_alike_are_taken_together() -> None:
    [kept] = agreed_trees([tree()], [tree()])
    assert [token.text for token in kept] == WORDS
    assert [token.dep_ for token in kept] == RELATIONS


def test_a_sentence_read_otherwise_is_left_out() -> None:
    other = tree(relations=["obj", "ROOT", "mark", "obl", "punct", *RELATIONS[5:]])
    [kept] = agreed_trees([tree()], [other])
    assert kept.text == "They left it soon . "


def test_trees_are_kept_for_a_stopped_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def teacher(number: int) -> Language:
        asked.append(number)
        return NLP

    monkeypatch.setattr(teachers, "read_trees", lambda nlp, texts: iter([tree()]))
    first = silver_trees(NLP.vocab, teacher, ["a"], work=tmp_path)
    again = silver_trees(NLP.vocab, teacher, ["a"], work=tmp_path)
    assert asked == [0, 1]
    assert [doc.text for doc in again] == [doc.text for doc in first]
    assert again[0][0].head.text == "met"


def test_every_pass_has_the_treebanks_and_a_part_of_the_silver() -> None:
    gold = [[Example(tree(), tree())]]
    silver = [tree(), tree(), tree()]
    passes = Mixed(NLP, gold, silver)
    assert len(passes) == 3
    assert [len(passes[turn]) for turn in range(3)] == [2, 2, 2]
    assert Mixed(NLP, gold, [])[5] == gold[0]
