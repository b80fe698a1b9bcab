from pourparler.language.repairs_predicates import repair_predicates
from pourparler.language.tree_edits import Tree
from tests.language.parsed import parsed, relations


def repaired(rows: str) -> list[tuple[str, str]]:
    """Each word's relation and its head's form, once the rule has seen them."""
    doc = parsed(rows)
    tree = Tree(doc)
    repair_predicates(tree, next(doc.sents))
    tree.write()
    return relations(doc)


COPULA = "Steps/NOUN/NNS/ROOT/0 are/AUX/VBP/cop/3 a/DET/DT/det/3 truce/NOUN/NN/nmod/0"
FINITE = "Envoys/NOUN/NNS/ROOT/0 called/VERB/VBD/acl/0 for/ADP/IN/case/3 talks/NOUN/NNS/obl/1"


def test_a_noun_with_a_copula_is_the_predicate() -> None:
    found = repaired(COPULA)
    assert found[0] == ("nsubj", "truce")
    assert found[3] == ("ROOT", "truce")
    with_case = COPULA.replace("a/DET/DT/det", "of/ADP/IN/case")
    assert repaired(with_case)[0] == ("ROOT", "Steps")


def test_no_main_clause_begins_with_that() -> None:
    found = repaired(
        "Papers/NOUN/NNS/nsubj/4 learned/VERB/VBN/acl/0 that/SCONJ/IN/mark/4"
        " it/PRON/PRP/nsubj/4 ended/VERB/VBD/ROOT/4"
    )
    assert found[1] == ("ROOT", "learned")
    assert found[0] == ("nsubj", "learned")
    assert found[4] == ("ccomp", "learned")


def test_a_finite_verb_is_no_attribute_of_a_noun() -> None:
    found = repaired(FINITE)
    assert found[0] == ("nsubj", "called")
    assert found[1] == ("ROOT", "called")
    assert repaired(FINITE.replace("VBD", "VBN"))[0] == ("ROOT", "Envoys")


def test_an_infinitive_is_joined_to_an_infinitive() -> None:
    rows = (
        "must/AUX/MD/aux/1 stop/VERB/VB/ROOT/1 helping/VERB/VBG/xcomp/1 rebels/NOUN/NNS/obj/2"
        " and/CCONJ/CC/cc/5 end/VERB/{tag}/conj/2 it/PRON/PRP/obj/5"
    )
    assert repaired(rows.format(tag="VB"))[5] == ("conj", "stop")
    assert repaired(rows.format(tag="VBG"))[5] == ("conj", "helping")


def test_an_adjective_behind_a_noun_is_what_is_said_of_the_object() -> None:
    rows = (
        "Envoys/NOUN/NNS/nsubj/1 called/VERB/VBD/ROOT/1 demands/NOUN/NNS/obj/1"
        " for/ADP/IN/case/4 talks/NOUN/NNS/obl/1 {word}/ADJ/JJ/amod/4"
    )
    found = repaired(rows.format(word="unrealistic"))
    assert found[5] == ("xcomp", "called")
    assert found[4] == ("nmod", "demands")
    assert repaired(rows.format(word="open").replace("called", "met"))[5] == ("amod", "talks")


def test_what_is_never_a_noun_is_a_verb() -> None:
    found = repaired(
        "Envoys/NOUN/NNS/nsubj/1 make/VERB/VBP/ROOT/1 talks/NOUN/NNS/compound/3"
        " depend/NOUN/NN/obj/1 on/ADP/IN/case/5 truces/NOUN/NNS/nmod/3"
    )
    assert found[2] == ("obj", "make")
    assert found[3] == ("xcomp", "make")
    assert found[5] == ("obl", "depend")


def test_out_is_where_somebody_is_wanted() -> None:
    found = repaired(
        "Envoys/NOUN/NNS/nsubj/1 want/VERB/VBP/ROOT/1 troops/NOUN/NNS/obj/1"
        " out/ADP/RP/compound:prt/1"
    )
    assert found[3] == ("advmod", "troops")
    found = repaired(
        "Envoys/NOUN/NNS/nsubj/1 want/VERB/VBP/ROOT/1 troops/NOUN/NNS/obj/1"
        " out/ADP/IN/case/5 of/ADP/IN/case/5 Orsk/PROPN/NNP/obl/1"
    )
    assert found[5] == ("nmod", "troops")


def test_a_noun_before_a_finite_verb_is_its_subject() -> None:
    rows = "UN/PROPN/NNP/compound/2 envoy/NOUN/NN/compound/2 calls/VERB/VBZ/ROOT/2"
    assert repaired(rows)[:2] == [("compound", "envoy"), ("nsubj", "calls")]
    noun = "UN/PROPN/NNP/compound/2 envoy/NOUN/NN/compound/2 calls/NOUN/NNS/ROOT/2"
    assert repaired(noun)[1] == ("compound", "calls")


SPOKEN_ON = (
    "Crowds/NOUN/NNS/nsubj/1 accuse/VERB/VBP/ROOT/1 it/PRON/PRP/obj/1 of/SCONJ/IN/mark/4"
    " cheating/VERB/VBG/advcl/1 them/PRON/PRP/obj/4 ,/PUNCT/,/punct/7"
    " calling/VERB/VBG/advcl/4 for/ADP/IN/case/9 calm/NOUN/NN/obl/7"
)


def test_who_speaks_on_after_a_comma_is_the_subject() -> None:
    assert repaired(SPOKEN_ON)[7] == ("advcl", "accuse")
    without_comma = SPOKEN_ON.replace(",/PUNCT/,/punct/7", "now/ADV/RB/advmod/4")
    assert repaired(without_comma)[7] == ("advcl", "cheating")


OF_A_THING = (
    "Norland/PROPN/NNP/nsubj/1 left/VERB/VBD/ROOT/1 the/DET/DT/det/3 Pact/PROPN/NNP/obj/1"
    " ,/PUNCT/,/punct/6 which/PRON/WDT/nsubj/6 bans/VERB/VBZ/acl:relcl/3 mines/NOUN/NNS/obj/6"
    " ,/PUNCT/,/punct/9 calling/VERB/VBG/advcl/6 it/PRON/PRP/obj/9"
)


def test_a_treaty_calls_for_nothing() -> None:
    assert repaired(OF_A_THING)[9] == ("advcl", "left")
    assert repaired(OF_A_THING.replace("which/", "who/"))[9] == ("advcl", "bans")


CALLS = (
    "Brandt/PROPN/NNP/nsubj/1 says/VERB/VBZ/ROOT/1 troops/NOUN/NNS/nsubj/3 left/VERB/VBD/ccomp/1"
    " and/CCONJ/CC/cc/5 calls/NOUN/NNS/conj/3 for/ADP/IN/case/7 talks/NOUN/NNS/obl/3"
)


def test_calls_for_is_a_verb_after_and() -> None:
    assert repaired(CALLS)[7] == ("obl", "calls")
    assert repaired(CALLS.replace("calls/", "tanks/"))[7] == ("obl", "left")


VERBLESS = (
    "Norway/PROPN/NNP/nsubj/1 demands/VERB/VBZ/ROOT/1 that/SCONJ/IN/mark/6 the/DET/DT/det/6"
    " US/PROPN/NNP/compound/6 lift/NOUN/NN/compound/6 sanctions/NOUN/NNS/ccomp/1"
)


def test_a_clause_after_that_has_a_verb() -> None:
    found = repaired(VERBLESS)
    assert found[5] == ("ccomp", "demands")
    assert found[4] == ("nsubj", "lift")
    assert found[6] == ("obj", "lift")
    assert found[3] == ("det", "US")
    assert repaired(VERBLESS.replace("lift/", "oil/"))[6] == ("ccomp", "demands")
