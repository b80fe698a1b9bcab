import spacy
from spacy.tokens import Doc, Span

from pourparler.language.relations import speaks_clear, speaks_ontonotes, translate


def tree(*rows: tuple[str, str, int, str]) -> Doc:
    """A one-sentence document of rows (form, part of speech, head, relation)."""
    return Doc(
        spacy.blank("en").vocab,
        words=[row[0] for row in rows],
        pos=[row[1] for row in rows],
        heads=[row[2] for row in rows],
        deps=[row[3] for row in rows],
        lemmas=["be" if row[0] in ("is", "was") else row[0].lower() for row in rows],
    )


def relations(doc: Doc) -> dict[str, tuple[str, str]]:
    return {token.text: (token.dep_, token.head.text) for token in doc}


def test_prepositions_become_case() -> None:
    doc = tree(
        ("Envoys", "NOUN", 1, "nsubj"),
        ("met", "VERB", 1, "ROOT"),
        ("in", "ADP", 1, "prep"),
        ("Geneva", "PROPN", 2, "pobj"),
    )
    found = relations(translate(doc))
    assert found["Geneva"] == ("obl", "met")
    assert found["in"] == ("case", "Geneva")


def test_a_preposition_on_a_noun_makes_nmod() -> None:
    doc = tree(
        ("withdrawal", "NOUN", 0, "ROOT"),
        ("of", "ADP", 0, "prep"),
        ("troops", "NOUN", 1, "pobj"),
    )
    assert relations(translate(doc))["troops"] == ("nmod", "withdrawal")


def test_passives_and_agents() -> None:
    doc = tree(
        ("Berg", "PROPN", 2, "nsubjpass"),
        ("was", "AUX", 2, "auxpass"),
        ("quoted", "VERB", 2, "ROOT"),
        ("by", "ADP", 2, "agent"),
        ("agencies", "NOUN", 3, "pobj"),
    )
    found = relations(translate(doc))
    assert found["Berg"] == ("nsubj:pass", "quoted")
    assert found["was"] == ("aux:pass", "quoted")
    assert found["agencies"] == ("obl:agent", "quoted")


def test_the_predicate_heads_a_copular_clause() -> None:
    doc = tree(
        ("Berg", "PROPN", 1, "nsubj"),
        ("is", "AUX", 1, "ROOT"),
        ("minister", "NOUN", 1, "attr"),
        ("now", "ADV", 1, "advmod"),
    )
    found = relations(translate(doc))
    assert found["minister"] == ("ROOT", "minister")
    assert found["is"] == ("cop", "minister")
    assert found["Berg"] == ("nsubj", "minister")


def test_conjuncts_hang_on_the_first() -> None:
    doc = tree(
        ("Spain", "PROPN", 0, "ROOT"),
        ("Malta", "PROPN", 0, "conj"),
        ("and", "CCONJ", 1, "cc"),
        ("Chad", "PROPN", 1, "conj"),
    )
    found = relations(translate(doc))
    assert found["Chad"] == ("conj", "Spain")
    assert found["and"] == ("cc", "Chad")


def test_names_are_persons_organisations_and_places() -> None:
    doc = tree(
        ("Berg", "PROPN", 1, "nsubj"), ("left", "VERB", 1, "ROOT"), ("Oslo", "PROPN", 1, "dobj")
    )
    doc.set_ents([Span(doc, 0, 1, "PERSON"), Span(doc, 1, 2, "DATE"), Span(doc, 2, 3, "GPE")])
    assert [(name.text, name.label_) for name in translate(doc).ents] == [
        ("Berg", "PER"),
        ("Oslo", "LOC"),
    ]


def test_foreign_vocabularies_are_known_by_their_labels() -> None:
    assert speaks_clear(["nsubj", "dobj"])
    assert not speaks_clear(["nsubj", "obj"])
    assert speaks_ontonotes(["PERSON", "GPE"])
    assert not speaks_ontonotes(["PER", "LOC"])


def test_trees_in_our_vocabulary_are_left_alone() -> None:
    doc = tree(("end", "NOUN", 0, "ROOT"), ("of", "ADP", 2, "case"), ("war", "NOUN", 0, "nmod"))
    assert relations(translate(doc, trees=False))["war"] == ("nmod", "end")
