import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from pourparler.language.repairs import repair

Row = tuple[str, str, str, int, str]


def tree(*rows: Row, person: tuple[int, int] | None = None) -> Doc:
    """A sentence of rows (form, part of speech, tag, head, relation); lemmas are the forms."""
    doc = Doc(
        spacy.blank("en").vocab,
        words=[row[0] for row in rows],
        lemmas=[row[0].lower() for row in rows],
        pos=[row[1] for row in rows],
        tags=[row[2] for row in rows],
        heads=[row[3] for row in rows],
        deps=[row[4] for row in rows],
    )
    if person:
        doc.set_ents([Span(doc, *person, label="PER")])
    return doc


def relations(doc: Doc) -> dict[str, tuple[str, str]]:
    return {token.text: (token.dep_, token.head.text) for token in doc}


def test_a_name_hangs_on_its_first_word() -> None:
    doc = tree(
        ("Anna", "PROPN", "NNP", 1, "compound"),
        ("Brandt", "PROPN", "NNP", 2, "nsubj"),
        ("left", "VERB", "VBD", 2, "ROOT"),
        person=(0, 2),
    )
    found = relations(repair(doc))
    assert found["Anna"] == ("nsubj", "left")
    assert found["Brandt"] == ("flat", "Anna")


def test_a_title_describes_the_name() -> None:
    doc = tree(
        ("Foreign", "ADJ", "JJ", 1, "amod"),
        ("Minister", "PROPN", "NNP", 4, "nsubj"),
        ("Anna", "PROPN", "NNP", 1, "flat"),
        ("Brandt", "PROPN", "NNP", 1, "flat"),
        ("left", "VERB", "VBD", 4, "ROOT"),
        person=(2, 4),
    )
    found = relations(repair(doc))
    assert found["Anna"] == ("nsubj", "left")
    assert found["Minister"] == ("nmod:desc", "Anna")
    assert found["Foreign"] == ("amod", "Minister")
    assert found["Brandt"] == ("flat", "Anna")


def test_an_apposition_with_an_article_is_left_alone() -> None:
    doc = tree(
        ("the", "DET", "DT", 1, "det"),
        ("minister", "NOUN", "NN", 3, "nsubj"),
        ("Brandt", "PROPN", "NNP", 1, "appos"),
        ("left", "VERB", "VBD", 3, "ROOT"),
        person=(2, 3),
    )
    assert relations(repair(doc))["Brandt"] == ("appos", "minister")


def directing(infinitive_head: int, relation: str, verb: str = "urge", noun: str = "Spain") -> Doc:
    return tree(
        ("We", "PRON", "PRP", 1, "nsubj"),
        (verb, "VERB", "VBP", 1, "ROOT"),
        (noun, "PROPN" if noun[0].isupper() else "NOUN", "NNP", 1, "obj"),
        ("to", "PART", "TO", 4, "mark"),
        ("withdraw", "VERB", "VB", infinitive_head, relation),
    )


def test_what_is_urged_hangs_on_urge() -> None:
    assert relations(repair(directing(2, "acl")))["withdraw"] == ("xcomp", "urge")


def test_the_infinitive_of_a_noun_stays_there() -> None:
    doc = directing(2, "acl", noun="plan")
    assert relations(repair(doc))["withdraw"] == ("acl", "plan")


def test_other_verbs_direct_nobody() -> None:
    assert relations(repair(directing(2, "acl", verb="join")))["withdraw"] == ("acl", "Spain")


def test_the_subject_of_what_is_reported_is_no_object() -> None:
    doc = tree(
        ("They", "PRON", "PRP", 1, "nsubj"),
        ("say", "VERB", "VBP", 1, "ROOT"),
        ("envoys", "NOUN", "NNS", 1, "obj"),
        ("were", "AUX", "VBD", 4, "aux:pass"),
        ("detained", "VERB", "VBN", 1, "ccomp"),
    )
    assert relations(repair(doc))["envoys"] == ("nsubj:pass", "detained")


def test_a_finite_verb_is_no_open_clause() -> None:
    doc = tree(
        ("They", "PRON", "PRP", 1, "nsubj"),
        ("admit", "VERB", "VBP", 1, "ROOT"),
        ("rebels", "NOUN", "NNS", 1, "obj"),
        ("took", "VERB", "VBD", 1, "xcomp"),
        ("Orsk", "PROPN", "NNP", 3, "obj"),
    )
    found = relations(repair(doc))
    assert found["rebels"] == ("nsubj", "took")
    assert found["took"] == ("ccomp", "admit")


def test_a_clause_behind_a_time_is_what_was_said() -> None:
    rows = (
        ("They", "PRON", "PRP", 1, "nsubj"),
        ("say", "VERB", "VBP", 1, "ROOT"),
        ("today", "NOUN", "NN", 1, "obl:unmarked"),
        ("it", "PRON", "PRP", 5, "nsubj"),
        ("was", "AUX", "VBD", 5, "aux"),
        ("leaving", "VERB", "VBG", 1, "advcl"),
    )
    assert relations(repair(tree(*rows)))["leaving"] == ("ccomp", "say")


def test_a_reported_predicate_is_a_clause() -> None:
    doc = tree(
        ("They", "PRON", "PRP", 1, "nsubj"),
        ("declare", "VERB", "VBP", 1, "ROOT"),
        ("Orsk", "PROPN", "NNP", 5, "nsubj"),
        ("is", "AUX", "VBZ", 5, "cop"),
        ("a", "DET", "DT", 5, "det"),
        ("port", "NOUN", "NN", 1, "obj"),
    )
    assert relations(repair(doc))["port"] == ("ccomp", "declare")


def test_a_right_tree_is_unchanged() -> None:
    doc = directing(1, "xcomp")
    before = relations(doc)
    assert relations(repair(doc)) == before


def test_a_title_is_no_second_subject() -> None:
    doc = tree(
        ("leader", "NOUN", "NN", 3, "nsubj"),
        ("Anna", "PROPN", "NNP", 3, "nsubj"),
        ("Brandt", "PROPN", "NNP", 1, "flat"),
        ("says", "VERB", "VBZ", 3, "ROOT"),
        person=(1, 3),
    )
    assert relations(repair(doc))["leader"] == ("nmod:desc", "Anna")


def test_a_heading_is_no_subject() -> None:
    doc = tree(
        ("Crisis", "NOUN", "NN", 3, "nsubj"),
        (":", "PUNCT", ":", 2, "punct"),
        ("envoys", "NOUN", "NNS", 3, "nsubj"),
        ("say", "VERB", "VBP", 3, "ROOT"),
    )
    found = relations(repair(doc))
    assert found["Crisis"] == ("dislocated", "say")
    assert found["envoys"] == ("nsubj", "say")


WORDS = [
    ("Anna", "PROPN", "NNP"),
    ("president", "NOUN", "NN"),
    ("urge", "VERB", "VBP"),
    ("say", "VERB", "VBP"),
    ("to", "PART", "TO"),
    ("go", "VERB", "VB"),
    (":", "PUNCT", ":"),
]
RELATIONS = ["nsubj", "obj", "ccomp", "xcomp", "acl", "flat", "compound", "appos", "advcl", "cop"]


@st.composite
def any_tree(draw: st.DrawFn) -> Doc:
    """A tree over words that the rules look for, with any relations and a person anywhere."""
    size = draw(st.integers(2, 9))
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    for place, index in enumerate(order):
        heads[index] = index if place == 0 else order[draw(st.integers(0, place - 1))]
    words = [draw(st.sampled_from(WORDS)) for _ in range(size)]
    rows = [
        (*word, head, "ROOT" if head == index else draw(st.sampled_from(RELATIONS)))
        for index, (word, head) in enumerate(zip(words, heads, strict=True))
    ]
    start = draw(st.integers(0, size - 1))
    return tree(*rows, person=(start, draw(st.integers(start + 1, size))))


@given(any_tree())
@settings(max_examples=150, deadline=None)
def test_a_tree_stays_a_tree(doc: Doc) -> None:
    repaired = repair(doc)
    roots = [token for token in repaired if token.head.i == token.i]
    assert len(roots) == 1
    for token in repaired:
        steps, at = 0, token
        while at.head.i != at.i:
            at, steps = at.head, steps + 1
            assert steps <= len(repaired)


def test_an_insertion_gives_the_main_verb_its_subject_back() -> None:
    doc = tree(
        ("Complaints", "NOUN", "NNS", 2, "nsubj"),
        (",", "PUNCT", ",", 0, "punct"),
        ("filed", "VERB", "VBN", 2, "ROOT"),
        ("Monday", "PROPN", "NNP", 2, "obl:unmarked"),
        (",", "PUNCT", ",", 5, "punct"),
        ("accuse", "VERB", "VBP", 2, "conj"),
        ("Brandt", "PROPN", "NNP", 5, "obj"),
        (".", "PUNCT", ".", 2, "punct"),
    )
    found = relations(repair(doc))
    assert found["accuse"] == ("ROOT", "accuse")
    assert found["Complaints"] == ("nsubj", "accuse")
    assert found["filed"] == ("acl", "Complaints")
    assert found["."] == ("punct", "accuse")


def test_a_relative_clause_gives_it_back_too() -> None:
    doc = tree(
        ("Envoys", "NOUN", "NNS", 0, "ROOT"),
        (",", "PUNCT", ",", 3, "punct"),
        ("who", "PRON", "WP", 3, "nsubj"),
        ("met", "VERB", "VBD", 0, "acl:relcl"),
        (",", "PUNCT", ",", 5, "punct"),
        ("left", "VERB", "VBD", 3, "conj"),
    )
    found = relations(repair(doc))
    assert found["left"] == ("ROOT", "left")
    assert found["Envoys"] == ("nsubj", "left")
    assert found["met"] == ("acl:relcl", "Envoys")


def test_a_verb_that_and_joins_stays() -> None:
    doc = tree(
        ("Envoys", "NOUN", "NNS", 0, "ROOT"),
        ("who", "PRON", "WP", 2, "nsubj"),
        ("met", "VERB", "VBD", 0, "acl:relcl"),
        (",", "PUNCT", ",", 5, "punct"),
        ("and", "CCONJ", "CC", 5, "cc"),
        ("left", "VERB", "VBD", 2, "conj"),
    )
    assert relations(repair(doc))["left"] == ("conj", "met")


def test_an_office_of_a_body_describes_the_name_too() -> None:
    doc = tree(
        ("Secretary", "PROPN", "NNP", 5, "nsubj"),
        ("of", "ADP", "IN", 3, "case"),
        ("State", "PROPN", "NNP", 3, "compound"),
        ("Anna", "PROPN", "NNP", 0, "nmod"),
        ("Brandt", "PROPN", "NNP", 3, "flat"),
        ("left", "VERB", "VBD", 5, "ROOT"),
        person=(3, 5),
    )
    found = relations(repair(doc))
    assert found["Anna"] == ("nsubj", "left")
    assert found["Secretary"] == ("nmod:desc", "Anna")
    assert found["State"] == ("nmod", "Secretary")
    assert found["of"] == ("case", "State")


def test_names_side_by_side_in_a_headline_are_both_its_subject() -> None:
    doc = tree(
        ("Norway", "PROPN", "NNP", 3, "vocative"),
        (",", "PUNCT", ",", 0, "punct"),
        ("Sweden", "PROPN", "NNP", 3, "nsubj"),
        ("meet", "VERB", "VBP", 3, "ROOT"),
    )
    doc.set_ents([Span(doc, 0, 1, label="LOC"), Span(doc, 2, 3, label="LOC")])
    found = relations(repair(doc))
    assert found["Norway"] == ("nsubj", "meet")
    assert found["Sweden"] == ("conj", "Norway")


def told(place: str, relation: str, verb: str = "said") -> Doc:
    return tree(
        ("Brandt", "PROPN", "NNP", 1, "nsubj"),
        (verb, "VERB", "VBD", 1, "ROOT"),
        (place, "NOUN", "NN", 1, relation),
        ("that", "SCONJ", "IN", 5, "mark"),
        ("talks", "NOUN", "NNS", 5, "nsubj"),
        ("failed", "VERB", "VBD", 2, "acl"),
    )


def test_what_was_said_hangs_on_the_verb_and_not_on_where() -> None:
    for doc in (told("interview", "obl", "say"), told("reporters", "obj", "tell")):
        assert relations(repair(doc))["failed"] == ("ccomp", doc[1].text)


def test_a_clause_of_the_noun_stays_with_it() -> None:
    assert relations(repair(told("ground", "obl", "say")))["failed"] == ("acl", "ground")
    assert relations(repair(told("statement", "obj", "deny")))["failed"] == ("acl", "statement")


def test_a_preposition_that_opens_a_clause_is_its_conjunction() -> None:
    doc = tree(
        ("Talks", "NOUN", "NNS", 1, "nsubj"),
        ("ended", "VERB", "VBD", 1, "ROOT"),
        ("after", "ADP", "IN", 3, "case"),
        ("envoys", "NOUN", "NNS", 4, "nsubj"),
        ("left", "VERB", "VBD", 1, "advcl"),
    )
    assert relations(repair(doc))["after"] == ("mark", "left")
