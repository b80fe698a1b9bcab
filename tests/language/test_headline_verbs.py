import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pourparler.language.headline_verbs import find_verbs


def tree(nlp: Language, *rows: tuple[str, str, str, int, str]) -> Doc:
    """A sentence of rows (form, part of speech, tag, head, relation)."""
    return Doc(
        nlp.vocab,
        words=[row[0] for row in rows],
        pos=[row[1] for row in rows],
        tags=[row[2] for row in rows],
        heads=[row[3] for row in rows],
        deps=[row[4] for row in rows],
    )


def relations(doc: Doc) -> dict[str, tuple[str, str]]:
    return {token.text: (token.dep_, token.head.text) for token in doc}


def test_a_noun_that_stands_for_a_verb_becomes_one(nlp: Language) -> None:
    doc = tree(
        nlp,
        ("Rebels", "NOUN", "NNS", 0, "ROOT"),
        ("in", "ADP", "IN", 3, "case"),
        ("Orsk", "PROPN", "NNP", 3, "compound"),
        ("advance", "NOUN", "NN", 0, "nmod"),
        ("on", "ADP", "IN", 6, "case"),
        ("the", "DET", "DT", 6, "det"),
        ("city", "NOUN", "NN", 3, "nmod"),
        (".", "PUNCT", ".", 0, "punct"),
    )
    find_verbs(doc)
    found = relations(doc)
    assert found["advance"] == ("ROOT", "advance")
    assert found["Rebels"] == ("nsubj", "advance")
    assert found["Orsk"] == ("nmod", "Rebels")
    assert found["in"] == ("case", "Orsk")
    assert found["city"] == ("obl", "advance")
    assert (doc[3].tag_, doc[3].pos_, doc[3].lemma_) == ("VBP", "VERB", "advance")


def test_what_follows_it_is_its_object(nlp: Language) -> None:
    doc = tree(
        nlp,
        ("Norway", "PROPN", "NNP", 1, "compound"),
        ("rejects", "NOUN", "NNS", 1, "ROOT"),
        ("the", "DET", "DT", 3, "det"),
        ("plan", "NOUN", "NN", 1, "appos"),
        (".", "PUNCT", ".", 1, "punct"),
    )
    find_verbs(doc)
    found = relations(doc)
    assert found["Norway"] == ("nsubj", "rejects")
    assert found["plan"] == ("obj", "rejects")
    assert doc[1].lemma_ == "reject"


@pytest.mark.parametrize("tag", ["VBD", "MD"])
def test_a_sentence_with_a_verb_is_left_alone(nlp: Language, tag: str) -> None:
    doc = tree(
        nlp,
        ("Air", "NOUN", "NN", 1, "compound"),
        ("strikes", "NOUN", "NNS", 4, "nsubj"),
        ("on", "ADP", "IN", 3, "case"),
        ("Orsk", "PROPN", "NNP", 1, "nmod"),
        ("ended", "VERB", tag, 4, "ROOT"),
    )
    before = relations(doc)
    find_verbs(doc)
    assert relations(doc) == before


def test_a_title_has_no_verb(nlp: Language) -> None:
    doc = tree(
        nlp,
        ("Islamist", "NOUN", "NN", 1, "compound"),
        ("protests", "NOUN", "NNS", 1, "ROOT"),
        ("in", "ADP", "IN", 3, "case"),
        ("Orsk", "PROPN", "NNP", 1, "nmod"),
    )
    before = relations(doc)
    find_verbs(doc)
    assert relations(doc) == before


def test_a_title_has_one_where_no_noun_would_go_on_so(nlp: Language) -> None:
    doc = tree(
        nlp,
        ("Envoy", "NOUN", "NN", 1, "compound"),
        ("calls", "NOUN", "NNS", 1, "ROOT"),
        ("for", "ADP", "IN", 3, "case"),
        ("restraint", "NOUN", "NN", 1, "nmod"),
    )
    find_verbs(doc)
    assert doc[1].tag_ == "VBZ"
    assert relations(doc)["Envoy"] == ("nsubj", "calls")
    assert relations(doc)["restraint"] == ("obl", "calls")


def test_the_noun_that_every_clause_hangs_on_is_the_verb(nlp: Language) -> None:
    doc = tree(
        nlp,
        ("Norway", "PROPN", "NNP", 3, "nmod:poss"),
        ("'s", "PART", "POS", 0, "case"),
        ("court", "NOUN", "NN", 3, "compound"),
        ("rules", "NOUN", "NNS", 3, "ROOT"),
        ("that", "PRON", "WDT", 6, "mark"),
        ("it", "PRON", "PRP", 6, "nsubj"),
        ("failed", "VERB", "VBD", 3, "acl:relcl"),
        (".", "PUNCT", ".", 3, "punct"),
    )
    find_verbs(doc)
    found = relations(doc)
    assert found["court"] == ("nsubj", "rules")
    assert found["failed"] == ("ccomp", "rules")
    assert doc[3].tag_ == "VBZ"


def test_several_who_tell_something_tell_it_by_a_verb(nlp: Language) -> None:
    rows = [
        ("Rebels", "NOUN", "NNS", 1, "compound"),
        ("state", "NOUN", "NN", 1, "ROOT"),
        ("that", "SCONJ", "IN", 4, "mark"),
        ("they", "PRON", "PRP", 4, "nsubj"),
        ("left", "VERB", "VBD", 1, "acl"),
        (".", "PUNCT", ".", 1, "punct"),
    ]
    doc = tree(nlp, *rows)
    find_verbs(doc)
    found = relations(doc)
    assert found["Rebels"] == ("nsubj", "state")
    assert found["left"] == ("ccomp", "state")
    doc = tree(nlp, ("Rebel", "NOUN", "NN", 1, "compound"), *rows[1:])
    find_verbs(doc)
    assert doc[1].tag_ == "NN"


def test_a_verb_behind_an_insertion_that_was_joined_to_the_name(nlp: Language) -> None:
    doc = tree(
        nlp,
        ("Brandt", "PROPN", "NNP", 0, "ROOT"),
        (",", "PUNCT", ",", 2, "punct"),
        ("envoy", "NOUN", "NN", 0, "appos"),
        (",", "PUNCT", ",", 4, "punct"),
        ("calls", "NOUN", "NNS", 0, "conj"),
        ("for", "ADP", "IN", 6, "case"),
        ("calm", "NOUN", "NN", 4, "nmod"),
        (".", "PUNCT", ".", 0, "punct"),
    )
    find_verbs(doc)
    found = relations(doc)
    assert found["calls"] == ("ROOT", "calls")
    assert found["Brandt"] == ("nsubj", "calls")
    assert found["calm"] == ("obl", "calls")
