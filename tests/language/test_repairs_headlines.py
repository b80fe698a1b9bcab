import pytest
from spacy.tokens import Span

from pourparler.language.repairs_headlines import repair_headline
from pourparler.language.tree_edits import Tree
from tests.language.parsed import parsed, relations


def repaired(rows: str, *names: tuple[int, int, str]) -> list[tuple[str, str]]:
    """Each word's relation and its head's form, once the rule has seen them."""
    doc = parsed(rows)
    doc.set_ents([Span(doc, start, end, label=label) for start, end, label in names])
    tree = Tree(doc)
    repair_headline(tree, next(doc.sents))
    tree.write()
    return relations(doc)


LAST = (
    "Troops/NOUN/NNS/nsubj/2 not/PART/RB/advmod/2 leaving/VERB/VBG/ROOT/2 ,/PUNCT/,/punct/2"
    " say/VERB/VBP/parataxis/2 officials/NOUN/NNS/obj/4"
)
COMING = "Spain/PROPN/NNP/ROOT/0 to/PART/TO/mark/2 leave/VERB/VB/acl/0 Orsk/PROPN/NNP/obj/2"


def test_who_follows_the_last_verb_of_saying_says_it() -> None:
    found = repaired(LAST)
    assert found[5] == ("nsubj", "say")
    assert found[4] == ("ROOT", "say")
    assert found[2] == ("ccomp", "say")


def test_what_is_said_by_somebody_named_before_has_a_speaker() -> None:
    told = LAST.replace("not/PART/RB/advmod/2", "which/PRON/WDT/nsubj/4")
    assert repaired(told)[5] == ("obj", "say")


def test_one_before_it_that_does_not_agree_is_what_was_said() -> None:
    one = LAST.replace("Troops/NOUN/NNS/nsubj/2", "Deal/NOUN/NN/nsubj/4")
    assert repaired(one)[0] == ("ccomp", "say")
    assert repaired(one)[5] == ("nsubj", "say")
    assert repaired(one.replace("Deal/NOUN/NN/", "Deals/NOUN/NNS/"))[5] == ("obj", "say")


def test_an_adjective_before_the_comma_is_what_was_said_of_it() -> None:
    found = repaired(
        "Deal/NOUN/NN/nsubj/4 not/PART/RB/advmod/2 dead/ADJ/JJ/amod/0 ,/PUNCT/,/punct/4"
        " say/VERB/VBP/ROOT/4 envoys/NOUN/NNS/obj/4"
    )
    assert found[0] == ("nsubj", "dead")
    assert found[2] == ("ccomp", "say")


def test_a_speaker_taken_for_something_else_still_says_it() -> None:
    assert repaired(LAST.replace("officials/NOUN/NNS/obj/4", "officials/NOUN/NNS/dep/2"))[5] == (
        "nsubj",
        "say",
    )


def test_the_speaker_ends_where_the_quotation_does() -> None:
    quoted = LAST + " ”/PUNCT/''/punct/2 —/PUNCT/:/punct/2 Gazette/PROPN/NNP/dep/2"
    assert repaired(quoted)[5] == ("nsubj", "say")


@pytest.mark.parametrize("form", ["said/VERB/VBD", "deny/VERB/VBP"])
def test_other_verbs_and_the_past_are_left_alone(form: str) -> None:
    assert repaired(LAST.replace("say/VERB/VBP", form))[5][0] == "obj"


def test_a_name_before_an_infinitive_is_who_is_to_do_it() -> None:
    found = repaired(COMING, (0, 1, "LOC"), (3, 4, "LOC"))
    assert found == [("nsubj", "leave"), ("mark", "leave"), ("ROOT", "leave"), ("obj", "leave")]


def test_a_noun_keeps_its_infinitive() -> None:
    plain = COMING.replace("Spain/PROPN/NNP", "Plans/NOUN/NNS")
    assert repaired(plain)[0] == ("ROOT", "Plans")


def test_where_there_is_another_verb_nothing_changes() -> None:
    with_verb = COMING.replace("Orsk/PROPN/NNP/obj/2", "is/AUX/VBZ/dep/2")
    assert repaired(with_verb, (0, 1, "LOC"))[0] == ("ROOT", "Spain")
