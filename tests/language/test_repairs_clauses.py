from pourparler.language.repairs_clauses import repair_clause
from pourparler.language.tree_edits import Tree
from tests.language.parsed import parsed, relations


def repaired(rows: str, verb: int) -> list[tuple[str, str]]:
    """Each word's relation and its head's form, once the rule has seen them."""
    doc = parsed(rows)
    tree = Tree(doc)
    repair_clause(tree, doc[verb])
    tree.write()
    return relations(doc)


LEFT = (
    "Talks/NOUN/NNS/nsubj/1 ended/VERB/VBD/ROOT/1 after/ADP/IN/case/4 the/DET/DT/det/4"
    " envoys/NOUN/NNS/obl/1 left/VERB/VBD/advcl/1 Orsk/PROPN/NNP/obj/5"
)


def test_a_noun_before_a_finite_verb_is_its_subject() -> None:
    found = repaired(LEFT, 5)
    assert found[2] == ("mark", "left")
    assert found[4] == ("nsubj", "left")
    assert found[5] == ("advcl", "ended")


def test_a_clause_joined_to_the_sentence_hangs_on_the_verb_before() -> None:
    joined = LEFT.replace("left/VERB/VBD/advcl/1", "left/VERB/VBD/conj/1")
    assert repaired(joined, 5)[5] == ("advcl", "ended")


def test_the_conjunction_is_the_verbs_not_its_subjects() -> None:
    own = LEFT.replace("envoys/NOUN/NNS/obl/1", "envoys/NOUN/NNS/nsubj/5")
    assert repaired(own, 5)[2] == ("mark", "left")


def test_what_has_a_subject_or_a_link_of_its_own_is_left_alone() -> None:
    linked = LEFT.replace("the/DET/DT/det/4", "and/CCONJ/CC/cc/5")
    assert repaired(linked, 5)[4] == ("obl", "ended")
    other = LEFT.replace("after/ADP", "with/ADP")
    assert repaired(other, 5)[4] == ("obl", "ended")
